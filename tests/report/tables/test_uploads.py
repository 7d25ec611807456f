"""What takes desk rejections back into the conference system."""

from __future__ import annotations

import csv
import io

import pytest

from faimi_check.model.decision import Decision, Ruling
from faimi_check.report.tables.uploads import divided_words, uploads

REJECT, NONE, OPEN = Decision(ruling=Ruling.DESK_REJECT), Decision(ruling=Ruling.NONE), Decision(note="?")
TWO = {"10": "10", "10-2": "10"}


def numbers_in(files: dict[str, str]) -> dict[str, list[str]]:
    rows = {name: text.splitlines()[1:] for name, text in files.items()}
    return {name: [row.replace("\t", ",").split(",")[0] for row in found] for name, found in rows.items()}


def test_only_desk_rejections_are_uploaded_under_the_systems_own_numbers() -> None:
    decisions = {
        "main-7": REJECT,
        "8": Decision(ruling=Ruling.MEND),
        "9": OPEN,
        "10": REJECT,
        "gone": REJECT,
    }
    numbers = {"main-7": "7", "8": "8", "9": "9", "10": "10"}
    files, left_out = uploads(decisions, numbers, {"10": "content on page 9", "main-7": "late"}, "; ".join)
    assert files["hotcrp.csv"] == "paper,action,decision\r\n7,decision,Desk reject\r\n10,decision,Desk reject\r\n"
    assert files["cmt.txt"] == "Paper ID\tStatus\r\n7\tDesk Reject\r\n10\tDesk Reject\r\n"
    assert files["openreview.csv"] == "number,comments\r\n7,late\r\n10,content on page 9\r\n"
    assert left_out == ()


def test_a_row_without_a_comment_is_left_out_and_named() -> None:
    files, left_out = uploads(
        {"1": REJECT, "2": REJECT}, {"1": "1", "2": "2"}, {"1": "", "2": "out of scope"}, "; ".join
    )
    assert numbers_in(files) == {"hotcrp.csv": ["1", "2"], "openreview.csv": ["2"], "cmt.txt": ["1", "2"]}
    assert left_out == ("not in openreview.csv, because there is no reason to give: 1. Write a note",)


@pytest.mark.parametrize(
    ("first", "said"), [(NONE, "10 none, 10-2 desk-reject"), (OPEN, "10 not decided, 10-2 desk-reject")]
)
def test_a_submission_of_which_one_paper_is_not_rejected_is_left_out_and_named(first: Decision, said: str) -> None:
    for decisions in ({"10": first, "10-2": REJECT}, {"10-2": REJECT, "10": first}):
        files, _ = uploads(decisions, TWO, {"10-2": "late"}, "; ".join)
        assert numbers_in(files) == {"hotcrp.csv": [], "openreview.csv": [], "cmt.txt": []}
        (sentence,) = divided_words(decisions, TWO)
        assert f"the 2 papers of submission 10 are decided differently: {said}." in sentence


def test_two_papers_that_are_both_rejected_are_one_row() -> None:
    decisions = {"10": REJECT, "10-2": REJECT}
    files, _ = uploads(decisions, TWO, {"10": "late", "10-2": "content on page 9"}, "; ".join)
    assert numbers_in(files) == {"hotcrp.csv": ["10"], "openreview.csv": ["10"], "cmt.txt": ["10"]}
    assert files["openreview.csv"].endswith("10,late; content on page 9\r\n")
    assert list(divided_words(decisions, TWO)) == []
    assert list(divided_words({"10": NONE, "10-2": OPEN}, TWO)) == []


def test_a_comment_keeps_its_lines_and_computes_nothing() -> None:
    files, _ = uploads(
        {"1": REJECT, "2": REJECT}, {"1": "1", "2": "2"}, {"1": "a", "2": "b"}, lambda given: f"=x\n\n{given[0]}"
    )
    rows = list(csv.reader(io.StringIO(files["openreview.csv"], newline="")))
    assert rows == [["number", "comments"], ["1", "'=x\n\na"], ["2", "'=x\n\nb"]]
