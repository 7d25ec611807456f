"""REQ001 to REQ007 on real papers: each code found, and nothing where the paper keeps the wish."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import pytest

from faimi_check.engine import check
from faimi_check.model.finding import Confidence
from faimi_check.model.paper import Paper
from faimi_check.model.report import Outcome, SubmissionReport
from faimi_check.model.submission import Submission
from faimi_check.reading.surface import read_pages
from faimi_check.venues.loader import ProfileError, load

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"
HEAD = 'id = "mine"\ntitle = "Mine"\nsource = "https://example.org"\n'


@cache
def paper(name: str) -> Paper:
    return read_pages(FIXTURES / f"{name}.pdf", f"{Path(name).name}.pdf")


@pytest.fixture
def judged(tmp_path: Path):
    def judge(name: str, rule: str, settings: str = "", **changes: object) -> SubmissionReport:
        file = tmp_path / "mine.toml"
        file.write_text(f"{HEAD}[rules.{rule}]\n{settings}\n", encoding="utf-8")
        found = msgspec.structs.replace(paper(name), **changes)
        return check(Submission(id=name, paper=found), load(str(file)))

    return judge


def codes(report: SubmissionReport) -> list[str]:
    return [finding.code for finding in report.findings]


def test_a_section_that_is_there(judged) -> None:
    assert codes(judged("venues/acl", "REQ001", 'sections = ["limitations"]')) == []
    assert codes(judged("venues/icml", "REQ001", 'sections = ["impact"]')) == []
    assert codes(judged("venues/iclr", "REQ001", 'sections = ["llm", "appendix"]')) == []
    assert codes(judged("venues/neurips", "REQ001", 'sections = ["checklist"]')) == []
    assert codes(judged("papers/compliant", "REQ001", 'sections = ["interests"]')) == []


def test_a_section_that_is_missing(judged) -> None:
    (found,) = judged("venues/acl-no-limitations", "REQ001", 'sections = ["limitations"]').findings
    assert found.message == "No heading was found for limitations, which the call requires."
    report = judged("papers/compliant", "REQ001", 'sections = ["ethics", "data", "interests"]')
    assert codes(report) == ["missing", "missing"]


def test_pages_that_cannot_be_read_leave_it_open(judged) -> None:
    (result,) = judged("papers/scanned", "REQ001", 'sections = ["ethics"]').rules
    assert result.outcome in (Outcome.UNDECIDED, Outcome.FAILED)


@pytest.mark.parametrize(
    ("name", "wish", "expected"),
    [
        ("venues/cvpr", "required", []),
        ("papers/compliant-lineno", "required", []),
        ("papers/compliant", "required", ["missing"]),
        ("papers/compliant", "forbidden", []),
        ("papers/compliant-lineno", "forbidden", ["present"]),
    ],
)
def test_line_numbers(judged, name: str, wish: str, expected: list[str]) -> None:
    assert codes(judged(name, "REQ002", f'line_numbers = "{wish}"')) == expected


@pytest.mark.parametrize(
    ("name", "wish", "expected"),
    [
        ("venues/cvpr", "required", []),
        ("papers/placeholder-paper-id", "required", []),
        ("papers/compliant", "required", ["missing"]),
        ("papers/compliant", "forbidden", []),
        ("venues/cvpr", "forbidden", ["present"]),
    ],
)
def test_the_papers_number(judged, name: str, wish: str, expected: list[str]) -> None:
    assert codes(judged(name, "REQ003", f'paper_id = "{wish}"')) == expected


def test_a_number_that_was_left_open(judged) -> None:
    first = paper("venues/cvpr").pages[0]
    lines = tuple(msgspec.structs.replace(line, text=line.text.replace("4321", "*****")) for line in first.lines)
    pages = (msgspec.structs.replace(first, lines=lines),)
    assert codes(judged("venues/cvpr", "REQ003", pages=pages, page_count=1)) == ["left-open"]


def test_words_of_the_abstract(judged) -> None:
    assert codes(judged("papers/compliant", "REQ004", "least_words = 70\nmost_words = 150")) == []
    (found,) = judged("papers/compliant", "REQ004", "most_words = 100").findings
    assert found.code == "over"
    assert "the call wants at most 100" in found.message
    (found,) = judged("papers/compliant", "REQ004", "least_words = 200").findings
    assert found.code == "under"
    (result,) = judged("papers/no-abstract", "REQ004", "most_words = 100").rules
    assert result.outcome is Outcome.SKIPPED


def test_number_of_keywords(judged) -> None:
    assert codes(judged("papers/compliant", "REQ005", "least = 3\nmost = 5")) == []
    (found,) = judged("papers/compliant", "REQ005", "most = 3").findings
    assert found.message == "The paper has 4 keywords; the call wants at most 3."
    outcomes = [
        judged("papers/no-keywords", "REQ005", said).rules[0].outcome for said in ("least = 3\nmost = 5", "most = 5")
    ]
    assert outcomes == [Outcome.UNDECIDED, Outcome.SKIPPED]
    (found,) = judged("papers/compliant", "REQ005", "least = 5").findings
    assert (found.code, found.fix) == ("under", "Add 1.")


def test_size_of_the_file(judged) -> None:
    assert codes(judged("papers/compliant", "REQ006", "megabytes = 10")) == []
    (found,) = judged("papers/compliant", "REQ006", "megabytes = 0.01").findings
    assert (found.code, found.confidence) == ("over", Confidence.CERTAIN)
    (found,) = judged("papers/compliant", "REQ006", "megabytes = 20", size=20_500_000).findings
    assert found.confidence is Confidence.POSSIBLE
    assert found.message == "The paper has 20.5 MB; the call allows 20 MB."


def test_links(judged) -> None:
    (found,) = judged("papers/links-own", "REQ007").findings
    assert found.code == "link"
    assert "link" in found.message
    assert codes(judged("venues/cvpr", "REQ007")) == []


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Code: skarnes.org/tracks/v2, and data", "skarnes.org/tracks/v2"),
        ("Volumes lie at ftp://archive.example.net/v.", "ftp://archive.example.net/v"),
        ("Write to ragna@skarnes.org/post or say AUC/Dice (Fig. 2/3) of v1.2/v1.3 and/or 0.5.", None),
    ],
)
def test_links_that_are_printed_without_a_scheme(judged, text: str, link: str | None) -> None:
    first = paper("papers/compliant").pages[1]
    at, line = next((at, line) for at, line in enumerate(first.lines) if line.region == "body")
    lines = (*first.lines[:at], msgspec.structs.replace(line, text=text), *first.lines[at + 1 :])
    page = msgspec.structs.replace(first, lines=lines)
    found = judged("papers/compliant", "REQ007", pages=(paper("papers/compliant").pages[0], page)).findings
    assert [one.evidence for one in found] == ([] if link is None else [link])


def test_links_in_the_references_where_none_may_be(judged) -> None:
    assert codes(judged("venues/cvpr", "REQ007", "in_references = false")) == ["link"]


@pytest.mark.parametrize(
    ("rule", "text", "message"),
    [
        ("REQ001", 'sections = ["limitation"]', "unknown 'limitation'; did you mean \"limitations\"?"),
        ("REQ002", 'line_numbers = "yes"', "line_numbers: 'yes' is not one of required, forbidden"),
        ("REQ004", "most_words = 0", "most_words: expected a number above 0, got 0"),
        ("REQ004", "least_words = 9\nmost_words = 8", "least_words: 9 is more than the 8 of most_words"),
        ("REQ005", "least = -1", "least: expected a number above 0, got -1"),
        ("REQ006", "megabytes = -1", "megabytes: expected a number above 0, got -1"),
        ("SUP009", "megabytes = inf", "megabytes: expected a number above 0, got inf"),
        ("SUP004", "pages = 0", "pages: expected a number above 0, got 0"),
    ],
)
def test_impossible_wishes_are_refused(tmp_path: Path, rule: str, text: str, message: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(f"{HEAD}[rules.{rule}]\n{text}\n", encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        load(str(file))
    assert message in str(caught.value)
