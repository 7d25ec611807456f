"""The table for a spreadsheet: a row a submission, a column a rule, and no formula."""

from __future__ import annotations

import csv
import io

from faimi_check.model.report import Report
from faimi_check.report.tables import summary_csv


def table(report: Report, *rules: str) -> list[dict[str, str]]:
    text = "".join(summary_csv.render(report.submissions, rules))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_a_row_a_submission_and_a_column_a_rule(report: Report) -> None:
    (row,) = table(report, "LEN001", "LEN002", "ANON002", "ANON006", "ANON013", "ANON014", "VID005", "SUP001")
    assert row["id"] == "paper"
    assert row["verdict"] == "fail"
    assert (row["pages"], row["last_content_page"]) == ("11", "9")
    assert (row["errors"], row["warnings"], row["notes"]) == ("10", "1", "1")
    assert row["LEN001"] == "error (1)"
    assert row["ANON002"] == "error (8)"
    assert row["LEN002"] == "passed"
    assert row["ANON006"] == "ignored"
    assert row["ANON013"] == "undecided"
    assert row["ANON014"] == "skipped"
    assert row["VID005"] == "crashed"
    assert row["SUP001"] == ""
    assert row["supplement"] == "supplement.zip"


def test_no_cell_is_a_formula(hostile_report: Report) -> None:
    rows = table(hostile_report, "LEN001")
    assert len(rows) == 1
    for cell in rows[0].values():
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert "\n" not in cell
        assert "\x1b" not in cell
