"""A camera-ready profile wants what a double-blind one forbids."""

from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.engine import check
from faimi_check.model.submission import Submission
from faimi_check.reading.surface import read_pages
from faimi_check.venues.loader import load
from faimi_check.venues.profile import Profile

PAPERS = Path(__file__).resolve().parents[2] / "fixtures" / "papers"


@pytest.fixture(scope="module")
def camera_ready(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    file = tmp_path_factory.mktemp("venue") / "final.toml"
    file.write_text(
        'id = "final"\ntitle = "Final versions"\nsource = "https://example.org"\nextends = "faimi-2025"\n'
        'stage = "camera-ready"\n[rules.LEN001]\ncontent_pages = 10\ntotal_pages = 12\n'
    )
    return load(str(file))


def findings(profile: Profile, name: str) -> list[str]:
    paper = read_pages(PAPERS / f"{name}.pdf", name)
    report = check(Submission(id=name, paper=paper), profile)
    return [f"{finding.rule}/{finding.code}" for finding in report.findings]


def test_named_authors_are_right(camera_ready: Profile) -> None:
    assert findings(camera_ready, "author-block") == []


def test_a_placeholder_is_wrong(camera_ready: Profile) -> None:
    assert findings(camera_ready, "compliant") == ["LNCS005/authors-not-named"]


def test_the_length_is_the_one_that_the_profile_allows(camera_ready: Profile) -> None:
    assert camera_ready.page_limits() == (10, 12)
    assert "LEN001/content-over" not in findings(camera_ready, "content-on-9")


def test_no_rule_asks_for_anonymity(camera_ready: Profile) -> None:
    assert not [rule for rule in camera_ready.rules if rule.startswith("ANON")]
