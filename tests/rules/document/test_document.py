"""DOC001, DOC002, DOC004."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec import structs

from faimi_check.model.finding import Hit
from faimi_check.model.page import Page
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.submission import Submission
from faimi_check.reading.surface import read_pages
from faimi_check.rules.catalogue import rules

PAPERS = Path(__file__).resolve().parents[3] / "fixtures" / "papers"
RULES = {rule.id: rule for rule in rules()}


@cache
def read(name: str) -> Paper:
    return read_pages(PAPERS / f"{name}.pdf", f"{name}.pdf")


def hits(rule: str, paper: Paper) -> list[Hit]:
    found = RULES[rule].run(Submission(id="x", paper=paper), RULES[rule].params())
    return [hit for hit in found if isinstance(hit, Hit)]


@pytest.mark.parametrize(
    ("name", "code"),
    [("text-renamed", "not-a-pdf"), ("empty", "empty"), ("encrypted", "encrypted"), ("truncated", "damaged")],
)
def test_unreadable(name: str, code: str) -> None:
    (hit,) = hits("DOC001", read(name))
    assert (hit.code, hit.blocking) == (code, True)
    assert hit.fix


def test_readable() -> None:
    assert hits("DOC001", read("compliant-midpage")) == []
    assert hits("DOC001", read("encrypted-owner")) == []


def problem(kind: ProblemKind, *aspects: Aspect) -> Paper:
    told = Problem(kind=kind, aspects=aspects, detail="The two readers count 8 and 20 pages.", page=3)
    return Paper(file="p.pdf", size=1, problems=(told,))


@pytest.mark.parametrize(
    ("paper", "codes"),
    [
        (problem(ProblemKind.DISAGREEMENT, Aspect.STRUCTURE), ["disagreement"]),
        (problem(ProblemKind.LIMIT, Aspect.TEXT), ["over-limit"]),
        (problem(ProblemKind.DAMAGED, Aspect.TEXT), ["damaged"]),
        (problem(ProblemKind.DAMAGED, Aspect.METADATA), []),
        (problem(ProblemKind.NO_TEXT, Aspect.TEXT), []),
    ],
)
def test_what_could_not_be_read_in_part(paper: Paper, codes: list[str]) -> None:
    found = hits("DOC001", paper)
    assert [hit.code for hit in found] == codes
    assert not any(hit.blocking for hit in found)


def test_pages_without_text() -> None:
    (hit,) = hits("DOC002", read("partly-scanned"))
    assert (hit.code, hit.where.page) == ("pages-without-text", 2)
    assert "page 2 has" in hit.message
    assert hit.message.startswith("Of 3 pages, page 2 has no text layer: what it says ")
    (hit,) = hits("DOC002", read("scanned"))
    assert hit.message.startswith("All 2 pages have no text layer: what they say ")
    assert hits("DOC002", read("compliant-midpage")) == []


def test_garbled_pages() -> None:
    pages = tuple(Page(number=number, width=612, height=792, garbled=number > 1) for number in (1, 2, 3))
    (hit,) = hits("DOC002", Paper(file="p.pdf", size=1, page_count=3, pages=pages))
    assert (hit.code, hit.where.page) == ("garbled-text", 2)
    assert "pages 2 and 3 have a garbled text layer" in hit.message


def test_fonts() -> None:
    (hit,) = hits("DOC004", read("font-not-embedded"))
    assert (hit.evidence, hit.where.page) == ("Helvetica", 2)
    assert hits("DOC004", read("compliant-midpage")) == []


@pytest.mark.parametrize(("mode", "codes"), [(0, ["fonts-not-embedded"]), (2, ["fonts-not-embedded"]), (3, [])])
def test_a_font_that_shows_nothing_need_not_be_embedded(mode: int, codes: list[str]) -> None:
    """Mode 3 is the invisible text that a scanner puts behind its picture, always in a font of every reader's own."""
    paper = read("font-not-embedded")
    missing = {index for index, font in enumerate(paper.fonts) if not font.embedded}
    pages = tuple(
        structs.replace(
            page,
            runs=tuple(structs.replace(run, mode=mode) if run.font in missing else run for run in page.runs),
        )
        for page in paper.pages
    )
    assert [hit.code for hit in hits("DOC004", structs.replace(paper, pages=pages))] == codes
