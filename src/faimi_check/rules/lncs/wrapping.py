"""Figures with running text beside them, as wrapfig sets them."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit
from faimi_check.model.page import Box, Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.rules.lncs.running_text import LONG_LINE, location, running_text
from faimi_check.rules.word_processors import fix

_WRAPPED_LINES = 4
_FULL_SHARE = 0.85


def wrapped_figures(paper: Paper) -> Iterator[Hit]:
    """Figures with running text beside them: lines that begin or end at the figure, not at the text block's edge."""
    block = paper.layout.text_block
    if block is None or (paper.layout.columns or 1) > 1:
        return
    width = block[2] - block[0]
    beside: dict[int, list[Line]] = {}
    text: dict[int, list[Line]] = {}
    for placed in running_text(paper):
        text.setdefault(placed.page.number, []).append(placed.line)
    for page in paper.pages:
        for box in _float_boxes(page, width):
            lines = [line for line in text.get(page.number, ()) if _runs_beside(line, box, width)]
            if len(lines) >= _WRAPPED_LINES and len({round(line.baseline) for line in lines}) >= _WRAPPED_LINES:
                beside.setdefault(page.number, []).extend(lines)
    for number, lines in beside.items():
        yield Hit(
            code="wrapped-figure",
            message=f"Text runs beside a figure or table on page {number} ({len(lines)} lines).",
            fix=fix(
                paper,
                "Take out wrapfig (or floatflt): set the figure across the text block.",
                "picture",
                "set the figure in line, without text beside it.",
            ),
            confidence=Confidence.LIKELY,
            evidence=lines[0].text[:EVIDENCE_LIMIT],
            where=location(paper, number, lines[0].box),
        )
        return


def _float_boxes(page: Page, width: float) -> list[Box]:
    boxes = [figure.box for figure in page.figures if figure.box.width < 0.8 * width and figure.box.height > 30]
    captions = [line.box for line in page.lines if line.region is Region.CAPTION and line.box.width < 0.7 * width]
    return boxes + captions


def _runs_beside(line: Line, box: Box, width: float) -> bool:
    if len(line.text) <= LONG_LINE or line.box.width > _FULL_SHARE * width or line.box.width < 0.25 * width:
        return False
    if line.baseline > box.bottom + 2 or line.baseline < box.top - 2:
        return False
    apart = max(box.x0 - line.box.x1, line.box.x0 - box.x1)
    return 0 <= apart < 40
