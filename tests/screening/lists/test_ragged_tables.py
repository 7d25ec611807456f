"""Rows that end early or go on too long: a cell that is not there is empty, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.screening.lists.authors import read_authors

from .tables_of_all_formats import FORMATS, written

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

HEADER = ("paper", "title", "name", "email", "second choice")


@pytest.mark.parametrize("name", FORMATS)
def test_a_row_that_ends_before_a_column_that_is_not_known(name: str, tmp_path: Path) -> None:
    rows = [
        HEADER,
        ("7", "Gaps", "Ingrid Lyngby", "il@nordhavn.example", "il@home.example"),
        ("8", "More", "Bo Ruvo", "bo@east.example"),
        ("9", "Less", "Mei Li"),
        ("10", "", "Ada Quill", "", "", "left over"),
    ]
    found = read_authors(written(tmp_path, name, rows))
    assert {paper: [(one.name, one.emails) for one in authors] for paper, authors in found.papers.items()} == {
        "7": [("Ingrid Lyngby", ("il@nordhavn.example",))],
        "8": [("Bo Ruvo", ("bo@east.example",))],
        "9": [("Mei Li", ())],
        "10": [("Ada Quill", ())],
    }
    assert found.unread == ("second choice",)
    assert dict(found.titles) == {"7": "Gaps", "8": "More", "9": "Less"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_row_of_its_number_alone_stands_first(name: str, tmp_path: Path) -> None:
    rows = [HEADER, ("7",), ("8", "More", "Bo Ruvo", "bo@east.example")]
    found = read_authors(written(tmp_path, name, rows))
    assert {paper: [one.name for one in authors] for paper, authors in found.papers.items()} == {"8": ["Bo Ruvo"]}


@pytest.mark.parametrize("name", FORMATS)
def test_titles_in_a_row_that_ends_early(name: str, tmp_path: Path) -> None:
    titles = [("id", "title", "status", "where"), ("7", "Gaps"), ("8", "More", "submitted", "il@home.example")]
    people = tmp_path / "people.csv"
    people.write_text("paper,name,email\n7,Ingrid Lyngby,il@nordhavn.example\n", encoding="utf-8")
    found = read_authors(written(tmp_path, name, titles), people)
    assert dict(found.titles) == {"7": "Gaps", "8": "More"}
