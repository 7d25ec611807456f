"""ANON001 and ANON004."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence
from faimi_check.rules.author_section import author_section
from faimi_check.rules.names import is_person, names_in

from .pages import codes, hits, paper

HONEST = [
    ("Anonymized Authors", "Anonymized Affiliations", "email@anonymized.com"),
    ("Anonymous Author1 and Anonymous Author2", "1 Anonymous Institution", "2 Anonymous Institution"),
    ("Anonymous Author(s)", "Anonymous Institution"),
    ("Anonymous",),
    ("Paper ID 412",),
    ("ID 1334",),
    ("MICCAI 2025 Submission #17",),
    ("Anonymous ECCV Submission", "Paper ID #*****"),
    ("Anonymous authors", "Paper under double-blind review"),
    ("No Author Given", "No Institute Given"),
    ("Author names removed for blind review",),
    ("Anonymous Author List", "June 30, 2025"),
    ("*****", "*****"),
    (),
]
NAMED = [
    (
        "Ingrid Lyngby1 and Mateo Quiroga2",
        "1 University of Nordhavn, Nordhavn, Estmark",
        "2 St. Brannoc Hospital, Eastmere",
    ),
    ("Ingrid Lyngby", "i.lyngby@uni-nordhavn.edu"),
    ("Ingrid Lyngby 1 Mateo Quiroga 1 Jürgen Köhlberg 2",),
    ("by Ingrid Lyngby, Nordhavn School of Information",),
    ("Anonymized Authors", "University of Nordhavn, Estmark"),
    ("Anonymized Author[0000−0002−7418−3052]",),
    ("INGRID LYNGBY, MATEO QUIROGA",),
    ("Łukasz Żółć and Đorđe Šarić",),
    ("王小明, 李雷",),
]


@pytest.mark.parametrize("authors", HONEST)
def test_placeholders_pass(authors: tuple[str, ...]) -> None:
    submitted = paper(authors=authors)
    assert codes("ANON001", submitted) == []
    assert codes("ANON004", submitted) == []


@pytest.mark.parametrize("authors", NAMED)
def test_names_are_an_error(authors: tuple[str, ...]) -> None:
    (hit,) = hits("ANON001", paper(authors=authors))
    assert hit.code == "named"
    assert hit.confidence is not Confidence.POSSIBLE
    assert hit.evidence == " ".join(authors)
    assert hit.where.page == 1


@pytest.mark.parametrize(
    "authors",
    [
        (
            "First Author1[0000−1111−2222−3333], Second Author2",
            "1 Princeton University, Princeton NJ 08544, USA",
            "lncs@springer.com",
        ),
        ("Andrew Author and Ben Author", "May 18, 2015"),
        ("Firstname Lastname", "University of Somewhere"),
        ("Author One and Author Two", "Institution One"),
    ],
)
def test_a_forgotten_template_is_a_warning(authors: tuple[str, ...]) -> None:
    assert codes("ANON001", paper(authors=authors)) == ["template"]


def test_half_filled_template_is_an_error() -> None:
    authors = (
        "Ingrid Lyngby1, Second Author2",
        "1 Princeton University, Princeton NJ 08544, USA",
        "ilyngby@nordhavn.edu",
    )
    assert codes("ANON001", paper(authors=authors)) == ["named"]


def test_other_text_is_for_a_person_to_judge() -> None:
    (hit,) = hits("ANON001", paper(authors=("A tale of seven radiographs",)))
    assert (hit.code, hit.confidence) == ("unclear", Confidence.POSSIBLE)


def test_a_second_title_line_is_no_person() -> None:
    submitted = paper("reading and triage of radiograph gaps", authors=("Radiograph Triage", "Anonymized Authors"))
    assert "named" not in codes("ANON001", submitted)


def test_names_that_reading_took_for_the_title_are_found() -> None:
    title = ("Who Waits Longer?", "Ingrid Lyngby", "Department of Radiology, University of Nordhavn")
    assert codes("ANON001", paper(title=title, authors=())) == ["named"]


def test_institutions_are_listed() -> None:
    (hit,) = hits("ANON004", paper(authors=NAMED[0]))
    assert hit.code == "institution"
    assert "University of Nordhavn" in hit.evidence
    assert "St. Brannoc Hospital" in hit.evidence


def test_where_an_author_works_in_a_footnote() -> None:
    said = "* Work done during an internship at Lyngby Imaging Ltd."
    assert codes("ANON004", paper(footnotes=(said,))) == ["position"]


def test_other_footnotes_pass() -> None:
    assert codes("ANON004", paper(footnotes=("1 Code is at the usual place.", "* Equal contribution."))) == []


def test_marks_are_taken_off_names() -> None:
    line = "Ingrid Lyngby1,2⋆, Mateo Quiroga Belmonte3(B), J. van der Köhl∗ and Paul-Henry O’Neill†"
    assert names_in(line) == ["Ingrid Lyngby", "Mateo Quiroga Belmonte", "J. van der Köhl", "Paul-Henry O’Neill"]


@pytest.mark.parametrize(
    "text", ["The Netherlands", "New Zealand", "A Short Title", "University of Nordhavn", "lower case", "Lyngby"]
)
def test_no_persons(text: str) -> None:
    assert not is_person(text)


def test_persons_are_given_to_other_rules() -> None:
    assert author_section(paper(authors=NAMED[0])).persons == ("Ingrid Lyngby", "Mateo Quiroga")
