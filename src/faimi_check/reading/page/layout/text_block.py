"""The text block: the edges of its lines, and how wide those are that fill it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from faimi_check.model.middle import median
from faimi_check.model.page import Line, Page, Region
from faimi_check.reading.page.layout.full_lines import (
    FEWEST,
    SAME_START,
    WIDTH_SPREAD,
    Placed,
    common_width,
    full_lines,
    page_ends,
    page_starts,
    reaches,
    usual_start,
)
from faimi_check.reading.page.layout.typography import Typography

LONG_LINE = 20
_REACHING = frozenset({Region.BODY, Region.FOOTNOTE})
_SAME_SIZE = 0.25
# Of the lines that start where full lines do. Justified paragraphs have two thirds, ragged ones a tenth.
_FULL_SHARE = 0.33
# What starts further left than full lines, or ends further right, shows that these are indented: so many points, so
# many headings, such a share of the lines. A word that TeX could not break reaches out by less.
_LEAST_INDENT, _DEEPEST_INDENT = 4.0, 60.0
_FEWEST_HEADINGS = 2
_OUT_SHARE = 0.1


class TextBlock(NamedTuple):
    """Edges of the text block in points, and the width that lines share which start and end with others.

    `line_width` is None where too few do. It is less than the block's where all these lines are indented, as in
    lists and quotations; `filled` says whether they go from edge to edge and are as many as justified lines are.
    """

    edges: tuple[float, float, float, float]
    line_width: float | None
    filled: bool


def find_text_block(
    bodies: Sequence[Page], pages: Sequence[Page], title: Collection[Line], style: Typography, columns: int
) -> TextBlock | None:
    """The block of the `bodies` (running text alone); None where no running text stands on the pages.

    Left edge as full lines have it; first baseline less one em; width of full lines; last baseline of the fullest page.
    """
    found = [
        (Placed(page.number, line.column, page.runs[line.runs[0]].x, line.box.x1), line.baseline)
        for page in bodies
        for line in page.lines
        if _is_body(line, style)
    ]
    first = _first_baseline(pages, title)
    if not found or first is None:
        return None
    lines = [line for line, _ in found]
    left, width, line_width, filled = _sides(lines, pages, columns)
    last = max(baseline for _, baseline in found)
    edges = (round(left, 1), round(first - style.size, 1), round(left + width, 1), round(last, 1))
    return TextBlock(edges, line_width, filled)


def _is_body(line: Line, style: Typography) -> bool:
    return abs(line.size - style.size) < _SAME_SIZE and len(line.text) > LONG_LINE


def _sides(lines: Sequence[Placed], pages: Sequence[Page], columns: int) -> tuple[float, float, float | None, bool]:
    """Left edge, width, the width of full lines, and whether these fill the block."""
    starts = page_starts(lines)
    if columns > 1:
        width = common_width(reaches(lines, starts))
        return usual_start(lines, starts), width, width, True
    full = full_lines(lines)
    if not full:
        indent = _indent(lines, starts, pages)
        return usual_start(lines, starts) - indent, common_width(reaches(lines, starts)) + indent, None, False
    starts = page_starts(full)
    left, width = usual_start(full, starts), median(line.width for line in full)
    indent = _indent(full, starts, pages, lines)
    beyond = _beyond(full, pages)
    if indent or beyond:
        return left - indent, width + indent + beyond, width, False
    beginning = sum(abs(line.start - starts.get(line.page, left)) < SAME_START for line in lines)
    return left, width, width, len(full) >= _FULL_SHARE * beginning


def _indent(
    full: Sequence[Placed], starts: dict[int, float], pages: Sequence[Page], lines: Sequence[Placed] = ()
) -> float:
    """How much further left the text block starts than the full lines do, 0 where it does not.

    Headings tell; where there are none, so many lines that they are no listing or table that hangs over.
    """
    headings = [
        starts[page.number] - page.runs[line.runs[0]].x
        for page in pages
        for line in page.lines
        if line.region is Region.HEADING and page.number in starts
    ]
    if len(headings) >= _FEWEST_HEADINGS:
        return _shared_step(headings, max(_FEWEST_HEADINGS, 0.5 * len(headings)))
    right = page_ends(full)
    steps = [
        starts[line.page] - line.start
        for line in lines or full
        if line.page in starts and line.end < right[line.page] + WIDTH_SPREAD
    ]
    return _shared_step(steps, max(FEWEST, _OUT_SHARE * len(full)))


def _beyond(full: Sequence[Placed], pages: Sequence[Page]) -> float:
    """How much further right other lines end together (references, notes) than the full ones do; 0 where none does."""
    ends = page_ends(full)
    reach = [
        line.box.x1 - ends[page.number]
        for page in pages
        for line in page.lines
        if line.region in _REACHING and page.number in ends and len(line.text) > LONG_LINE
    ]
    taken = [step for step in reach if _LEAST_INDENT < step < _DEEPEST_INDENT]
    usual = Counter(map(round, taken)).most_common(1)
    if not usual or usual[0][1] < max(FEWEST, _OUT_SHARE * len(full)):
        return 0.0
    return median(step for step in taken if round(step) == usual[0][0])


def _shared_step(steps: Sequence[float], least: float) -> float:
    """The greatest step that two lines have to a point, if so many take one; 0 otherwise."""
    taken = [step for step in steps if _LEAST_INDENT < step < _DEEPEST_INDENT]
    if len(taken) < least:
        return 0.0
    counted = Counter(map(round, taken))
    greatest = max((step for step, count in counted.items() if count > 1), default=max(counted))
    return median(step for step in taken if round(step) == greatest)


def _first_baseline(pages: Sequence[Page], title: Collection[Line]) -> float | None:
    """Where pages begin that begin with text: the topmost place that two pages share, else the topmost.

    None where no line of text stands outside floats.
    """
    firsts = sorted(
        min(line.baseline for line in lines)
        for page in pages
        if (lines := [line for line in page.lines if _opens(line) or (page.number == 1 and line in title)])
    )
    shared = [first for first, following in pairwise(firsts) if following - first < 1.0]
    return min(shared, default=firsts[0] if firsts else None)


def _opens(line: Line) -> bool:
    """Whether a page may begin with the line: short ones are labels of figures, but for headings and the title."""
    return line.region is Region.HEADING or (line.region is Region.BODY and len(line.text) > LONG_LINE)
