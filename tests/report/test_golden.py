"""Each format, whole, against a file that was read by a person.

FAIMI_CHECK_GOLDEN=write pytest tests/report/test_golden.py  writes the files anew: read the diff before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from faimi_check.model.picture import Pictures
from faimi_check.model.report import Report
from faimi_check.report.formats import FORMATS, render
from faimi_check.report.presentation import Presentation, RuleHelp

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {
    "terminal": "txt",
    "json": "json",
    "html": "html",
    "markdown": "md",
    "csv": "csv",
    "sarif": "sarif",
    "junit": "xml",
    "github": "github.txt",
}


def compare(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("FAIMI_CHECK_GOLDEN") == "write":
        path.write_bytes(text.encode("utf-8"))
    assert text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_a_failing_submission(
    name: str, report: Report, pictures: dict[str, Pictures], rule_help: dict[str, RuleHelp]
) -> None:
    presentation = Presentation(width=80, rules=rule_help, pictures=pictures)
    compare(f"failing.{SUFFIXES[name]}", render(report, name, presentation))


@pytest.mark.parametrize("name", FORMATS)
def test_a_clean_submission_against_a_call_that_could_not_be_read(name: str, clean_report: Report) -> None:
    text = render(clean_report, name)
    compare(f"clean.{SUFFIXES[name]}", text)
    assert "unverified" in text.lower() or '"verified": false' in text


@pytest.mark.parametrize("name", set(FORMATS) - {"json", "csv"})
def test_a_call_known_from_others_only_is_not_said_to_be_unreadable(name: str, clean_report: Report) -> None:
    second_hand = replace(clean_report, venue=replace(clean_report.venue, second_hand=True))
    text = " ".join(render(second_hand, name, Presentation(width=200)).split())
    assert "this call was not read itself, but what others write of it" in text
    assert "could not be read" not in text


def test_a_quiet_terminal_report_is_one_line_a_submission(report: Report, clean_report: Report) -> None:
    assert render(clean_report, "terminal", Presentation(quiet=True)) == (
        "PASS  fair.pdf: nothing that breaks the call was found (UNVERIFIED call)\n"
    )
    text = render(report, "terminal", Presentation(quiet=True))
    assert text.count("\n") == 1
    assert text.startswith("FAIL  paper.pdf + supplement.zip: 10 errors, 1 warning, 1 note")
