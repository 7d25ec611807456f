"""The sheet of decisions."""

from __future__ import annotations

import csv
import io

from msgspec.structs import replace

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.report import Report
from faimi_check.report.tables import decisions_csv

from ..conftest import triaged


def table(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter))


def test_a_row_a_submission_those_that_need_most_first(report: Report, clean_report: Report) -> None:
    both = [*triaged(clean_report).submissions, *triaged(report).submissions]
    decisions = {"fair": Decision(ruling=Ruling.NONE, note="fine")}
    text = "".join(decisions_csv.render(both, decisions, "x-2025"))
    assert text.startswith("\ufeffid,title,proposed,reasons,pages,decision,note,digest,venue\r\n")
    failing, clean = table(text)
    assert (failing["id"], failing["proposed"], failing["decision"]) == ("paper", "desk-reject", "")
    assert failing["reasons"].startswith("e-mail address on pages 1 to 8; also README missing")
    assert (clean["id"], clean["proposed"], clean["decision"], clean["note"]) == ("fair", "none", "none", "fine")


def test_each_row_says_of_which_files_and_for_which_call_it_is(report: Report) -> None:
    submission = replace(triaged(report).submissions[0], digest="files-12e4567890123456")
    (row,) = table("".join(decisions_csv.render([submission], {}, "x-2025")))
    assert (row["digest"], row["venue"]) == ("files-12e4567890123456", "x-2025")


def test_cells_are_text_for_a_spreadsheet(hostile_report: Report) -> None:
    submission = replace(triaged(hostile_report).submissions[0], title="=1+1")
    (row,) = table("".join(decisions_csv.render([submission], {submission.id: Decision(note="@x")}, "x-2025")))
    assert row["id"].startswith("'=cmd")
    assert (row["title"], row["note"]) == ("'=1+1", "'@x")
