"""ANON014 looks into pictures and frames, also where a digit was read for a letter."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from faimi_check import check
from faimi_check.model.burned_in import BurnedIn
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.video import Video

from ...lettering import PICTURES, needs_extra, picture
from ...pages import hits, paper

AUTHORS = (KnownAuthor(name="Ingrid Lyngby"),)


def test_an_author_in_a_picture_is_found_with_its_place() -> None:
    seen = replace(paper(), burned_in=BurnedIn(pictures=(picture("Operator Ingrid Lyngby"),), looked=1))
    (hit,) = hits("ANON014", Submission(id="s", paper=seen, authors=AUTHORS))
    assert (hit.where.page, hit.where.bbox) == (1, (10.0, 0.0, 186.0, 16.0))
    assert "in a picture" in hit.message


def test_signs_that_are_mistaken_for_letters_are_put_right() -> None:
    video = Video(member="a.mp4", container="mp4", burned_in=BurnedIn(pictures=(picture("0lav Os1und", page=None),)))
    supplement = Supplement(file="s.zip", size=1, is_zip=True, videos=(video,))
    (hit,) = hits("ANON014", Submission(id="s", supplements=(supplement,), authors=(KnownAuthor(name="Olav Oslund"),)))
    assert (hit.where.member, hit.where.seconds) == ("a.mp4", 3.0)


@needs_extra
@pytest.mark.parametrize(
    ("read", "confidence"),
    [
        ("Pt: C. Bernard Abemathy", "likely"),
        ("Clara Bernard Abemathy", "likely"),
        ("ClaraAbernathy", "likely"),
        ("ABERNATHY^CLARA", "likely"),
        ("Author: Clara Abornathy", "possible"),
        ("c.abemathy@nordhavn.example", "likely"),
    ],
)
def test_an_author_whose_letters_were_misread_is_found(read: str, confidence: str) -> None:
    author = KnownAuthor(name="Clara Bernard Abernathy", emails=("c.abernathy@nordhavn.example",))
    seen = replace(paper(), burned_in=BurnedIn(pictures=(picture(read),), looked=1))
    (hit,) = hits("ANON014", Submission(id="s", paper=seen, authors=(author,)))
    assert (hit.confidence, hit.where.page) == (confidence, 1)


@needs_extra
@pytest.mark.parametrize("read", ["Clara Bernathal", "Clear Abdomen", "Clarabel Abernathan", "Bernard", "Li Wel"])
def test_what_only_begins_like_an_author_is_none(read: str) -> None:
    authors = (KnownAuthor(name="Clara Abernathy"), KnownAuthor(name="Wei Li"))
    seen = replace(paper(), burned_in=BurnedIn(pictures=(picture(read),), looked=1))
    assert hits("ANON014", Submission(id="s", paper=seen, authors=authors)) == []


@needs_extra
def test_a_name_one_letter_off_is_found_in_a_real_picture() -> None:
    report = check(PICTURES / "identifying.pdf", authors=["Mateo Quirogo"], select=["ANON014"], read_pictures="always")
    (found,) = report.submissions[0].findings
    assert (found.code, found.confidence, found.where.page) == ("name", "possible", 2)
    assert found.message == "Mateo Quirogo: nearly the full name in a picture."


def test_a_cited_author_in_a_legend_is_none() -> None:
    seen = replace(paper(), burned_in=BurnedIn(pictures=(picture("ResNet (Lyngby et al. [3])"),), looked=1))
    assert hits("ANON014", Submission(id="s", paper=seen, authors=AUTHORS)) == []
