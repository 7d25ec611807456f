"""LEN001 and LEN002 on real papers: the figure, the place, and what would mend it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import pytest

from faimi_check.model.finding import Confidence, Hit, Undecided
from faimi_check.model.page import Box, Line, Page, Region
from faimi_check.model.paper import Heading, LineRef, Paper, Parts
from faimi_check.model.submission import Submission
from faimi_check.reading.pdf import read_pages
from faimi_check.rules.length import PageLimit, ReferencePages, page_limit, reference_pages

PAPERS = Path(__file__).resolve().parents[2] / "fixtures" / "papers"


@cache
def paper(name: str) -> Paper:
    return read_pages(PAPERS / f"{name}.pdf", f"{name}.pdf")


def length(found: Paper, limit: PageLimit | None = None) -> list:
    return list(page_limit(Submission(id="x", paper=found), limit or PageLimit()))


def extra(found: Paper) -> list[Hit]:
    return list(reference_pages(Submission(id="x", paper=found), ReferencePages()))


@pytest.mark.parametrize(
    "name", ["compliant", "compliant-midpage", "compliant-lineno", "compliant-a4", "references-spill"]
)
def test_within_the_limit(name: str) -> None:
    assert length(paper(name)) == []
    assert extra(paper(name)) == []


def test_text_that_spills_over() -> None:
    (hit,) = length(paper("content-on-9"))
    assert (hit.code, hit.confidence, hit.where.page) == ("content-over", Confidence.CERTAIN, 9)
    assert "page 9: 7 lines of text" in hit.message
    assert "7 lines too long" in hit.fix
    assert hit.evidence.startswith("reveals gaps which error rates hide")


def test_an_appendix_below_the_references() -> None:
    (hit,) = length(paper("appendix-on-reference-page"))
    assert (hit.code, hit.where.page) == ("content-over", 9)
    assert "what follows the references" in hit.fix
    assert "Additional Derivations" in hit.evidence


def test_a_late_figure_alone_on_its_page() -> None:
    (hit,) = length(paper("late-float"))
    assert "page 10: a figure (" in hit.message
    assert "cm" in hit.fix
    assert hit.evidence.startswith("Fig. 4.")


def test_too_many_pages_of_references() -> None:
    (over,) = length(paper("eleven-pages"))
    assert (over.code, over.where.page) == ("total-over", 11)
    (hit,) = extra(paper("three-reference-pages"))
    assert hit.code == "more-than-allowed"
    assert length(paper("three-reference-pages")) == []


def test_the_limits_are_the_venues() -> None:
    assert length(paper("content-on-9"), PageLimit(content_pages=9)) == []
    assert [hit.code for hit in length(paper("compliant"), PageLimit(content_pages=6, total_pages=9))] == [
        "total-over",
        "content-over",
    ]


def bare(pages: int, *last: str, heading: str = "") -> Paper:
    """A paper without a reference list; `last` stands on its last page."""
    sheets = []
    for number in range(1, pages + 1):
        texts = last if number == pages and last else ("We study how long readings wait.",)
        lines = tuple(
            Line(
                text,
                Box(135, 100 + 12 * at, 480, 110 + 12 * at),
                108 + 12.0 * at,
                10.0,
                0,
                False,
                False,
                (),
                Region.BODY,
            )
            for at, text in enumerate(texts)
        )
        sheets.append(Page(number=number, width=612, height=792, lines=lines))
    headings = (Heading(heading, "", LineRef(pages, 0)),) if heading else ()
    return Paper(file="p.pdf", size=1, page_count=pages, pages=tuple(sheets), parts=Parts(headings=headings))


def test_what_may_be_a_list_leaves_the_limit_open() -> None:
    listed = tuple(f"[{number}] Osgarde, A.: Order and urgency, 201{number}" for number in range(1, 6))
    assert isinstance(length(bare(9, *listed))[0], Undecided)
    assert isinstance(length(bare(9, heading="Selected Bibliography"))[0], Undecided)
    assert [hit.code for hit in length(bare(9))] == ["content-over"]
    assert length(bare(8, *listed)) == []
    prose = ("and a reader who waits in a queue that nobody has ordered will wait for longer than the others",) * 40
    assert [hit.code for hit in length(bare(9, *listed, *prose))] == ["content-over"]


def test_many_pages_over_are_summed_up() -> None:
    (total, content) = length(bare(14))
    assert "14 pages, 4 more than the 10" in total.message
    assert "pages 9 to 14" in content.message
    assert "and 3 more pages" in content.message


@pytest.mark.parametrize("how", ["scanned", "garbled"])
def test_what_a_page_that_cannot_be_read_holds_is_undecided(how: str) -> None:
    found = bare(9)
    unread = msgspec.structs.replace(found.pages[8], lines=(), **{how: True})
    (told,) = length(msgspec.structs.replace(found, pages=(*found.pages[:8], unread)))
    assert isinstance(told, Undecided)
    assert "page 9" in told.reason
