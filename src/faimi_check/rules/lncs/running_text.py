"""The lines that show how a paper is set: running text, without front matter, floats and references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from faimi_check.model.finding import Location, Skipped
from faimi_check.model.page import Box, Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.rules.lncs.template import Template
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.text.prose import reference_lines

POINTS_A_MILLIMETRE = 72 / 25.4
SAME_SIZE = 0.3
LONG_LINE = 20
# Millimetres; changed margins of llncs.cls and the classes nearest to it stay within. Beyond it is another template.
_FAR_OFF = 12.0


class Placed(NamedTuple):
    """A line with its page and place."""

    page: Page
    ref: LineRef
    line: Line


def millimetres(points: float) -> float:
    """Points (1/72 inch) as millimetres."""
    return points / POINTS_A_MILLIMETRE


def other_layout(paper: Paper, template: Template, so: str = "finer rules do not apply") -> Skipped | None:
    """Why the finer rules say nothing: the paper is not set in the template at all, which LNCS001 reports.

    `so`: what follows from it for the rule that asks.
    """
    layout, name = paper.layout, template.name
    if (layout.columns or template.columns) != template.columns:
        count = "one column" if template.columns == 1 else "two columns"
        return Skipped(f"The paper is not set in {count} as {name} is (LNCS001), so {so}.")
    block = layout.text_block
    width = millimetres(block[2] - block[0]) if block else template.width_mm
    if abs(width - template.width_mm) > _FAR_OFF:
        return Skipped(f"The text is {width:.0f} mm wide, not as in {name} (LNCS001), so {so}.")
    return None


def front_matter(paper: Paper) -> frozenset[LineRef]:
    """Title, author section, abstract and keywords."""
    parts = paper.parts
    return frozenset((*parts.title, *parts.author_block, *parts.abstract, *parts.keywords))


@once_a_paper
def running_text(paper: Paper) -> tuple[Placed, ...]:
    """Lines of the body in the body's size, in reading order."""
    size = paper.layout.body_size
    if size is None:
        return ()
    apart = front_matter(paper) | reference_lines(paper)
    return tuple(
        Placed(page, LineRef(page.number, index), line)
        for page in paper.pages
        for index, line in enumerate(page.lines)
        if line.region is Region.BODY and abs(line.size - size) < SAME_SIZE and (page.number, index) not in apart
    )


def page_text(page: Page, paper: Paper) -> list[Line]:
    """Running text and references of a page that follow each other at the usual distance; a float's caption may hang
    lower."""
    size, cited = paper.layout.body_size or 0.0, reference_lines(paper)
    found: list[Line] = []
    for index, line in enumerate(page.lines):
        if line.region is not Region.BODY or len(line.text) <= LONG_LINE:
            continue
        if abs(line.size - size) < SAME_SIZE or (page.number, index) in cited:
            found.append(line)
    steps = Counter(round(later.baseline - line.baseline) for line, later in pairwise(found))
    usual = max(steps, key=lambda step: steps[step], default=0)
    while len(found) > 1 and found[-1].baseline - found[-2].baseline > 3.5 * max(usual, 8):
        found.pop()
    return found


def location(paper: Paper, page: int, box: Box | None = None, pages: Iterable[int] = ()) -> Location:
    """Page and box, rounded to a tenth of a point, among all `pages` that are concerned, if it is not the only one."""
    bbox = tuple(round(side, 1) for side in box) if box else None
    return Location(file=paper.file, page=page, pages=tuple(sorted(set(pages))), bbox=bbox)
