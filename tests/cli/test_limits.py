"""`--limit`: a bound that is moved reaches the worker, and what it leaves unread is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faimi_check.cli import main

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


@pytest.mark.parametrize(
    ("limit", "rule"),
    [("paper.max-bytes=1000", "DOC001"), ("archive.max-entries=1", "SUP001"), ("video.max-bytes=100", "VID001")],
)
def test_a_moved_bound_is_kept(limit: str, rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    paper, supplement = FIXTURES / "papers" / "compliant.pdf", FIXTURES / "zips" / "good-divx.zip"
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(paper), str(supplement), "--limit", limit, "--format", "json"])
    (submission,) = json.loads(capsys.readouterr().out)["submissions"]
    assert stopped.value.code == 1
    assert rule in {finding["rule"] for finding in submission["findings"]}
