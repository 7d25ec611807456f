"""LNCS003: the distance of the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from faimi_check.model.finding import Confidence, Hit, Severity, Skipped, Undecided
from faimi_check.model.page import Line
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.late import late
from faimi_check.rules.lncs.blocks import Block, first_words, is_prose, pages_of, prose_blocks, rows
from faimi_check.rules.lncs.running_text import SAME_SIZE, location, running_text
from faimi_check.rules.lncs.template import Template, refuse_impossible_sizes
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule

_MIN_LINES = 12
_MIN_BLOCK = 4
_ITEM = late(r"[•–∗*◦▪‣·-]|\(?\w{1,3}[.)]\s|\[\w{1,4}\]")


class Leading(Template, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Distance between baselines in points.

    Measured on 38 genuine papers: 11.95 to 12.01 from TeX at every font; 11.5 from Word, whose single spacing of
    10-pt Times New Roman that is. `\\linespread{0.98}` gives 11.72.
    """

    leading_pt: float = 12.0
    tolerance_pt: float = 0.15
    word_processor_pt: float = 11.4

    def __post_init__(self) -> None:
        super().__post_init__()
        refuse_impossible_sizes(leading_pt=self.leading_pt)


@rule(
    "LNCS003",
    "line-spacing",
    part=Part.PAPER,
    params=Leading,
    codes={"tight": Severity.ERROR, "wide": Severity.ERROR, "tight-blocks": Severity.WARNING},
    needs={Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def line_spacing(submission: Submission, limit: Leading) -> RuleResults:
    """The lines are not as far apart as the template sets them (LNCS: 12 pt).

    Why
        Two per cent less leading is a line more on every page; calls forbid it like changed margins.

    How it decides
        The distance between baselines that most neighbouring lines of the running text have: the mode, since the
        space between paragraphs stretches. Where that is right, blocks of at least four lines that stand closer are
        named with their pages: nothing in the class sets lines closer than the rest. Word's single spacing
        (11.5 pt) passes where the body is in Times New Roman as Word sets it.

    When it can be wrong
        A paper with hardly any running text has no mode; then the rule says that it could not tell.

    Fix
        Take out \\linespread, \\baselinestretch, setspace and savetrees.
    """
    if not limit.leading_pt:
        yield Skipped("The profile sets no distance between lines.")
        return
    paper = paper_of(submission)
    leading = paper.layout.leading
    if leading is None or sum(1 for _ in running_text(paper)) < _MIN_LINES:
        yield Undecided("The paper has too little running text to measure the distance of its lines.")
        return
    least = limit.leading_pt - limit.tolerance_pt
    if _is_word_processor(paper.layout.body_font or ""):
        least = min(least, limit.word_processor_pt)
    if least <= leading <= limit.leading_pt + limit.tolerance_pt:
        yield from _tight_blocks(paper, least, limit)
        return
    tight = leading < least
    share = abs(1 - leading / limit.leading_pt) * 100
    yield Hit(
        code="tight" if tight else "wide",
        message=(
            f"The lines are {leading:.2f} pt apart, {share:.0f} % {'less' if tight else 'more'} than the"
            f" {limit.leading_pt:g} pt of {limit.name}."
        ),
        fix="Take out \\linespread, \\baselinestretch, setspace and savetrees.",
        where=location(paper, 1),
    )


def _is_word_processor(font: str) -> bool:
    return re.match(r"times ?new ?roman|liberation ?serif", font, re.IGNORECASE) is not None


def _tight_blocks(paper: Paper, least: float, limit: Leading) -> Iterator[Hit]:
    size = paper.layout.body_size or 0.0
    tight = [
        part
        for block in prose_blocks(paper)
        if abs(block.size - size) < SAME_SIZE
        for part in _tight_parts(block, least)
    ]
    if not tight:
        return
    worst = min(tight, key=_usual_step)
    yield Hit(
        code="tight-blocks",
        message=(
            f"{rows(tight)} lines on {pages_of(tight)} stand closer than the rest: {_usual_step(worst):.2f} pt apart"
            f" on page {worst.page.number}, where {limit.name} has {limit.leading_pt:g} pt."
        ),
        fix="Take out \\linespread, \\baselinestretch and \\setstretch round these parts.",
        confidence=Confidence.LIKELY,
        evidence=first_words(tight),
        where=location(paper, worst.page.number, worst.lines[0].box),
    )


def _tight_parts(block: Block, least: float) -> Iterator[Block]:
    """The runs of lines in a block that all stand closer than they may."""
    start = 0
    for place in range(1, len(block.lines) + 1):
        goes_on = place < len(block.lines) and _is_tight(block.lines[place - 1], block.lines[place], least)
        if not goes_on:
            if place - start >= _MIN_BLOCK and 2 * sum(map(is_prose, block.lines[start:place])) >= place - start:
                yield Block(block.page, block.lines[start:place])
            start = place


def _is_tight(before: Line, line: Line, least: float) -> bool:
    """Whether a line stands too close to the one before; the space between items of a list may shrink."""
    return line.baseline - before.baseline < least and _ITEM.match(line.text[:20]) is None


def _usual_step(block: Block) -> float:
    return median(later.baseline - line.baseline for line, later in pairwise(block.lines))
