"""What LNCS003 says of parts whose lines stand closer than the rest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from faimi_check.model.finding import Confidence, Hit
from faimi_check.model.middle import median
from faimi_check.model.page import Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.late import late
from faimi_check.rules.lncs.blocks import Block, first_words, is_prose, pages_of, prose_blocks, rows
from faimi_check.rules.lncs.running_text import SAME_SIZE, location
from faimi_check.rules.word_processors import fix

_MIN_BLOCK = 4
_ITEM = late(r"[•–∗*◦▪‣·-]|\(?\w{1,3}[.)]\s|\[\w{1,4}\]")
# Points by which the first line of a paragraph is set in, at least.
_INDENT = 5.0
_FIX = "Take out \\linespread, \\baselinestretch and \\setstretch round these parts."
_RUNS_ON = (
    "Put a blank line before the \\small, \\footnotesize or environment (credits) that follows: a size command before a"
    " paragraph's end sets the leading of the whole paragraph. If there is none, take out \\linespread or \\setstretch."
)


def tight_blocks(paper: Paper, least: float, name: str, leading: float) -> Iterator[Hit]:
    """One hit for blocks that stand closer than `least`, and one for a paragraph that runs on into smaller type."""
    size = paper.layout.body_size or 0.0
    tight = [
        part
        for block in prose_blocks(paper)
        if abs(block.size - size) < SAME_SIZE
        for part in _tight_parts(block, least)
    ]
    others: list[Block] = []
    running_on: list[Block] = []
    for part in tight:
        (running_on if _runs_on(part, paper, least) else others).append(part)
    if others:
        yield _hit(paper, others, name, leading, _FIX)
    if running_on:
        yield _hit(paper, running_on, name, leading, _RUNS_ON)


def _hit(paper: Paper, tight: list[Block], name: str, leading: float, latex: str) -> Hit:
    worst = min(tight, key=_usual_step)
    pages = pages_of(tight)
    return Hit(
        code="tight-blocks",
        message=(
            f"{rows(tight)} lines on {listed_pages(pages)} stand closer than the rest:"
            f" {_usual_step(worst):.2f} pt apart on page {worst.page.number}, where {name} has {leading:g} pt."
        ),
        fix=fix(paper, latex, "spacing", f"set these lines to exactly {leading:g} pt apart, as the rest."),
        confidence=Confidence.LIKELY,
        evidence=first_words(tight),
        where=location(paper, worst.page.number, worst.lines[0].box, pages),
    )


def _tight_parts(block: Block, least: float) -> Iterator[Block]:
    """The runs of lines in a block that all stand closer than they may."""
    start = 0
    for place in range(1, len(block.lines) + 1):
        goes_on = place < len(block.lines) and _is_tight(block.lines[place - 1], block.lines[place], least)
        if not goes_on:
            if place - start >= _MIN_BLOCK and 2 * sum(map(is_prose, block.lines[start:place])) >= place - start:
                yield Block(block.page, block.lines[_first(block, start) : place])
            start = place


def _first(block: Block, start: int) -> int:
    """The first tight line: the one above it, to which it stands too close, may end another paragraph."""
    above, first = block.lines[start : start + 2]
    ends_another = start > 0 or first.box.x0 - above.box.x0 > _INDENT > above.box.x0 - block.lines[start + 2].box.x0
    return start + ends_another


def _is_tight(before: Line, line: Line, least: float) -> bool:
    """Whether a line stands too close to the one before; the space between items of a list may shrink."""
    return line.baseline - before.baseline < least and _ITEM.match(line.text[:20]) is None


def _runs_on(part: Block, paper: Paper, least: float) -> bool:
    """Whether the part is one paragraph, or the last lines of one, that smaller type follows."""
    left = min(line.box.x0 for line in part.lines)
    if any(line.box.x0 - left > _INDENT for line in part.lines[1:]):
        return False
    page, before = part.page, part.lines[-1]
    for following, line in _after(part, paper):
        if line.size < part.size - SAME_SIZE:
            return True
        apart = following is page and line.baseline - before.baseline >= least
        if apart or line.box.x0 - left > _INDENT:
            return False
        page, before = following, line
    return False


def _after(part: Block, paper: Paper) -> Iterator[tuple[Page, Line]]:
    """The text behind a block in reading order; headings, notes and floats left out."""
    lines = iter(part.page.lines)
    for line in lines:
        if line is part.lines[-1]:
            break
    for line in lines:
        if line.region is Region.BODY:
            yield part.page, line
    for page in paper.pages[part.page.number :]:
        for line in page.lines:
            if line.region is Region.BODY:
                yield page, line


def _usual_step(block: Block) -> float:
    return median(later.baseline - line.baseline for line, later in pairwise(block.lines))
