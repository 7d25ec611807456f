"""A paper whose scanned pages hold the lines that were read off them, so that rules on the text can judge them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from faimi_check.model.burned_in import BurnedIn, BurnedInLine, BurnedInPicture
from faimi_check.model.middle import median
from faimi_check.model.page import Page, TextRun
from faimi_check.model.paper import Font, Paper
from faimi_check.model.problem import Problem, ProblemKind
from faimi_check.reading.page.layout.layout import arrange
from faimi_check.reading.parts.sections import divide

# The box round a line reaches from its ascenders to its descenders; of that the type's size is about so much.
_SIZE = 0.9
_DESCENT = 0.22
# A reader's boxes differ by a pixel or two: what differs less from the page's usual size has that size.
_SAME_SIZE = 0.18
_POOR = 0.5


def with_read_pages(paper: Paper, read: BurnedIn) -> Paper | None:
    """The paper with the words of its scanned pages as lines, None where none was read.

    The words are then no longer among what its pictures say. Layout is left as it was measured: boxes that a reader
    draws round words tell nothing of millimetres.
    """
    pages = {picture.page: picture for picture in read.pictures if picture.is_page and picture.lines}
    if not pages:
        return None
    fonts = (*paper.fonts, Font("read off the picture", embedded=True))
    filled = tuple(_filled(page, pages.get(page.number), len(paper.fonts)) for page in paper.pages)
    divided, parts = divide(arrange(filled, fonts), fonts)
    shown = tuple(picture for picture in read.pictures if not picture.is_page)
    return replace(
        paper,
        pages=divided,
        parts=parts,
        fonts=fonts,
        problems=tuple(_still_open(paper.problems, divided)),
        burned_in=replace(read, pictures=shown),
    )


def _filled(page: Page, picture: BurnedInPicture | None, font: int) -> Page:
    if picture is None:
        return page
    lines = [line for line in picture.lines if line.score >= _POOR]
    usual = median(line.box.height for line in lines) if lines else 0.0
    return replace(page, runs=tuple(_run(line, usual, font, order) for order, line in enumerate(lines)), read=True)


def _run(line: BurnedInLine, usual: float, font: int, order: int) -> TextRun:
    height = line.box.height
    if abs(height - usual) <= _SAME_SIZE * usual:
        height = usual
    upright = line.box.width >= line.box.height or len(line.text) < 3
    return TextRun(
        text=line.text,
        box=line.box,
        x=line.box.x0,
        baseline=line.box.bottom - _DESCENT * height,
        size=round(_SIZE * height, 1),
        font=font,
        angle=0.0 if upright else 90.0,
        order=order,
    )


def _still_open(problems: Iterable[Problem], pages: tuple[Page, ...]) -> Iterable[Problem]:
    """The problems without that of the scanned pages, where all of them were read."""
    if any(page.scanned and not page.read for page in pages):
        return problems
    return (problem for problem in problems if problem.kind is not ProblemKind.NO_TEXT)
