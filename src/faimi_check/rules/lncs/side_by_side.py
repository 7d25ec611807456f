"""What LNCS001 says of single pages that hold text beside their text block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from faimi_check.model.finding import Confidence, Hit
from faimi_check.model.page import Line
from faimi_check.model.paper import Paper
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.lncs.running_text import location, running_text
from faimi_check.rules.lncs.template import Template
from faimi_check.rules.word_processors import fix

# So many lines, more than half as wide as the text block each, are no note in the margin.
_FEWEST, _WIDE = 6, 0.5


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


def _right_of_first(lines: list[Line], width: float) -> list[Line]:
    """The lines that begin where those of the leftmost block have ended."""
    edge = min(line.box.x0 for line in lines) + width
    found = [line for line in lines if line.box.x0 >= edge]
    return found if len(lines) - len(found) >= _FEWEST else []
