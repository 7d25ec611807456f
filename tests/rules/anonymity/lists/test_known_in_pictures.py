"""ANON014 looks into pictures and frames, also where a digit was read for a letter."""

from __future__ import annotations

from msgspec.structs import replace

from faimi_check.model.burned_in import BurnedIn
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.video import Video

from ...lettering import picture
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


def test_a_cited_author_in_a_legend_is_none() -> None:
    seen = replace(paper(), burned_in=BurnedIn(pictures=(picture("ResNet (Lyngby et al. [3])"),), looked=1))
    assert hits("ANON014", Submission(id="s", paper=seen, authors=AUTHORS)) == []
