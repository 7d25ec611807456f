"""What LNCS002 says of paragraphs in smaller type than the rest."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Confidence, Hit
from faimi_check.model.paper import Paper
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.lncs.blocks import Block, first_words, pages_of, prose_blocks, rows
from faimi_check.rules.lncs.running_text import location
from faimi_check.rules.word_processors import fix

_MIN_BLOCK = 4
_FULL_SHARE = 0.95
# Of the type's size, from one line to the next; and how much closer lines have to be, as leading varies.
_LEADING, _MORE = 1.2, 4


def small_blocks(paper: Paper, name: str, body_pt: float, least: float, least_quoted: float) -> Iterator[Hit]:
    """One hit for blocks that are smaller than `least` points, quotations smaller than `least_quoted`."""
    small = [
        block
        for block in prose_blocks(paper)
        if block.size < least and len(block.lines) >= _MIN_BLOCK and not _is_quotation(block, paper, least_quoted)
    ]
    if not small:
        return
    worst = min(small, key=lambda block: block.size)
    pages = pages_of(small)
    yield Hit(
        code="blocks",
        message=(
            f"{rows(small)} lines of text on {listed_pages(pages)} are set smaller than the rest:"
            f" {worst.size:.1f} pt on page {worst.page.number}; {name} has {body_pt:g} pt."
        ),
        fix=fix(
            paper,
            "Take out \\small, \\footnotesize and the like round these paragraphs.",
            "font",
            f"set these paragraphs in {body_pt:g} pt.",
        ),
        confidence=Confidence.LIKELY,
        evidence=first_words(small),
        where=location(paper, worst.page.number, worst.lines[0].box, pages),
    )


def pictured_text(paper: Paper, name: str, body_pt: float, tolerance: float) -> Iterator[Hit]:
    """One hit a page whose pictures show running text in smaller type."""
    for page in paper.pages:
        lines, step = page.pictured
        if 0 < step < _LEADING * (body_pt - _MORE * tolerance):
            yield Hit(
                code="blocks",
                message=(
                    f"A picture on page {page.number} shows {lines} lines of running text, {step:.1f} pt from one to"
                    f" the next, which is type of about {step / _LEADING:.0f} pt; {name} has {body_pt:g} pt."
                ),
                fix="Set it as text, or leave out of the picture what is no figure.",
                confidence=Confidence.POSSIBLE,
                where=location(paper, page.number),
            )


def _is_quotation(block: Block, paper: Paper, least: float) -> bool:
    """Whether a block is inset, as quotations are, and no smaller than what else LNCS has in small type."""
    edges = paper.layout.text_block
    if edges is None or block.size < least:
        return False
    widest = max(line.box.x1 for line in block.lines) - min(line.box.x0 for line in block.lines)
    return widest < _FULL_SHARE * (edges[2] - edges[0])
