"""Text that was moved into footnotes and captions, where it is set smaller and closer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from faimi_check.model.finding import Confidence, Hit
from faimi_check.model.page import Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.lncs.blocks import is_prose
from faimi_check.rules.lncs.running_text import location
from faimi_check.rules.word_processors import fix

# Characters: a line that is filled, as prose fills it and addresses do not.
_FULL_LINE = 60
_FEWEST_LINES = 12
# Lines of prose that footnotes in too small type have at least; addresses and rows of a table are none.
_FEWEST_SMALL = 4
# Of all text. The most that was seen in 77 papers is 0.056.
_SHARE = 0.08
# The longest caption of 77 papers has 10.
_LONG_CAPTION = 15
_PROSE = frozenset({Region.BODY, Region.FOOTNOTE})


def text_in_footnotes(paper: Paper) -> Iterator[Hit]:
    """One hit where so much of the paper is prose in footnotes that they stand in for its text; it is LNCS002's."""
    lines = [(page, line) for page in paper.pages for line in page.lines if line.region in _PROSE]
    notes = [(page, line) for page, line in lines if line.region is Region.FOOTNOTE and len(line.text) >= _FULL_LINE]
    share = sum(len(line.text) for _, line in notes) / max(1, sum(len(line.text) for _, line in lines))
    if len(notes) < _FEWEST_LINES or share < _SHARE:
        return
    pages = sorted({page.number for page, _ in notes})
    page, first = notes[0]
    yield Hit(
        code="footnotes",
        message=f"{len(notes)} lines of running text ({100 * share:.0f} % of the paper) are footnotes, in smaller type,"
        f" on {listed_pages(pages)}.",
        fix="Set in the text what belongs to it; a footnote is for a remark of a line or two.",
        confidence=Confidence.LIKELY,
        evidence=first.text,
        where=location(paper, page.number, first.box, pages),
    )


def small_footnotes(paper: Paper, name: str, least: float, tolerance: float) -> Iterator[Hit]:
    """One hit where footnotes of several lines are in smaller type than `least`; it is LNCS002's."""
    small = [
        (page, line)
        for page in paper.pages
        for line in page.lines
        if line.region is Region.FOOTNOTE
        and 0 < line.size < least - tolerance
        and len(line.text) >= _FULL_LINE
        and is_prose(line)
    ]
    if len(small) < _FEWEST_SMALL:
        return
    pages = sorted({page.number for page, _ in small})
    page, worst = min(small, key=lambda one: one[1].size)
    yield Hit(
        code="footnotes",
        message=f"{len(small)} lines of footnotes on {listed_pages(pages)} are set in {worst.size:.1f} pt;"
        f" no text of {name} is smaller than {least:g} pt.",
        fix=fix(
            paper,
            "Take out changes of \\footnotesize, and leave footnotes in the size that the class gives them.",
            "font",
            f"set footnotes in {least:g} pt or more.",
        ),
        confidence=Confidence.LIKELY,
        evidence=worst.text,
        where=location(paper, page.number, worst.box, pages),
    )


def text_in_captions(paper: Paper) -> Iterator[Hit]:
    """One hit a caption that goes on as no caption does; it is LNCS002's."""
    for page in paper.pages:
        for caption in _captions(page):
            full = sum(len(line.text) >= _FULL_LINE for line in caption)
            if full >= _LONG_CAPTION:
                yield Hit(
                    code="long-captions",
                    message=f"A caption on page {page.number} is {len(caption)} lines long, in smaller type.",
                    fix="Set in the text what belongs to it; a caption says what there is to see.",
                    confidence=Confidence.LIKELY,
                    evidence=caption[0].text,
                    where=location(paper, page.number, caption[0].box),
                )


def _captions(page: Page) -> Iterator[list[Line]]:
    for region, lines in groupby(page.lines, key=lambda line: line.region):
        if region is Region.CAPTION:
            yield list(lines)
