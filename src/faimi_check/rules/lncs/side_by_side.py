"""What LNCS001 says of single pages that hold text beside their text block, or two columns within it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from faimi_check.model.finding import Confidence, Hit
from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.lncs.blocks import is_row_of_words
from faimi_check.rules.lncs.running_text import front_matter, location, running_text
from faimi_check.rules.lncs.template import Template
from faimi_check.rules.word_processors import fix

# So many lines, more than half as wide as the text block each, are no note in the margin.
_FEWEST, _WIDE = 6, 0.5
# A line of one of two columns takes this much of the text block at least.
_NARROW = 0.3


def text_beside(paper: Paper, template: Template) -> Iterator[Hit]:
    """One hit for the pages of a paper of one column on which another block of running text stands beside the first."""
    block = paper.layout.text_block
    if block is None or template.columns != 1:
        return
    width = block[2] - block[0]
    wide: defaultdict[int, list[Line]] = defaultdict(list)
    for placed in running_text(paper):
        if placed.line.box.width > _WIDE * width:
            wide[placed.page.number].append(placed.line)
    beside = {number: found for number, lines in wide.items() if len(found := _right_of_first(lines, width)) >= _FEWEST}
    if not beside:
        return
    worst = max(beside, key=lambda number: len(beside[number]))
    first = beside[worst][0]
    yield Hit(
        code="columns",
        message=(
            f"Text stands beside the text on {listed_pages(beside)}: {len(beside[worst])} lines more on page {worst}"
            f" than its column holds; {template.name} has one column."
        ),
        fix=fix(
            paper,
            f"Typeset all pages with {template.class_file}, on pages of one size.",
            "columns",
            "set the text in one column, on pages of one size.",
        ),
        confidence=Confidence.LIKELY,
        evidence=first.text,
        where=location(paper, worst, first.box, beside),
    )


def columns_within(paper: Paper, template: Template) -> Iterator[Hit]:
    """One hit for the pages of a paper of one column on which lines of prose stand side by side within the column."""
    block = paper.layout.text_block
    if block is None or template.columns != 1:
        return
    apart = front_matter(paper)
    divided: dict[int, list[Line]] = {}
    for page in paper.pages:
        lines = [line for at, line in enumerate(page.lines) if (page.number, at) not in apart]
        right = _in_two_columns(lines, block[0], block[2])
        if len(right) >= _FEWEST:
            divided[page.number] = right
    if not divided:
        return
    worst = max(divided, key=lambda number: len(divided[number]))
    yield Hit(
        code="columns",
        message=(
            f"Text stands in two columns on {listed_pages(divided)}: {len(divided[worst])} lines of page {worst} have"
            f" others beside them; {template.name} has one column."
        ),
        fix=fix(
            paper,
            "Take out multicols, minipages and the like round running text.",
            "columns",
            "set all running text in one column.",
        ),
        confidence=Confidence.POSSIBLE,
        evidence=divided[worst][0].text,
        where=location(paper, worst, divided[worst][0].box, divided),
    )


def _in_two_columns(lines: list[Line], left_edge: float, right_edge: float) -> list[Line]:
    """The lines of prose in the right half of a text block at whose height others stand in the left one."""
    width, middle = right_edge - left_edge, (left_edge + right_edge) / 2
    halves = [
        line
        for line in lines
        if line.region is Region.BODY and _NARROW * width < line.box.width < _WIDE * width and is_row_of_words(line)
    ]
    left = sorted(line.baseline for line in halves if line.box.x1 <= middle)
    right = [line for line in halves if line.box.x0 >= middle]
    return [line for line in right if _stands_among(line, left)] if len(left) >= _FEWEST else []


def _stands_among(line: Line, baselines: list[float]) -> bool:
    """Whether a line of text of the same size would stand at this height in a column with these sorted baselines."""
    at = bisect_left(baselines, line.baseline - line.size)
    return at < len(baselines) and baselines[at] <= line.baseline + line.size


def _right_of_first(lines: list[Line], width: float) -> list[Line]:
    """The lines that begin where those of the leftmost block have ended."""
    edge = min(line.box.x0 for line in lines) + width
    found = [line for line in lines if line.box.x0 >= edge]
    return found if len(lines) - len(found) >= _FEWEST else []
