"""The distances round headings and captions of a paper, and which of them are less than the template leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from faimi_check.model.page import Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.lncs.running_text import LONG_LINE, SAME_SIZE
from faimi_check.rules.lncs.template import Template

# llncs.cls prints no full stop after the number; "1. ..." in bold is an item of a list.
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,2}\s.{0,90}[^.:;,]$")
_CODE = late(r"(?i)(?:listing|algorithm(?:us|e|o)?|alg\.|code|pseudo-?code|quelltext)\s?[\dA-Z]")
_FLOAT = late(r"(?i)(?:fig|tab|abb)")
_SET = frozenset({Region.BODY, Region.HEADING, Region.CAPTION, Region.TABLE_TEXT})
_LEADING = 12.0
# How many points are missing above a heading that was moved up, how far that stands below the text at most (30 pt where
# nothing stretches or shrinks), and how many there are.
_PULLED, _NOT_PULLED, _FEWEST_PULLED = 4.0, 28.5, 2
# Points by which places in a PDF are rounded, twice.
_ROUNDING = 0.3


class Spacing(Template, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Least distances between baselines in points; 0 where the template sets none.

    llncs.cls leaves 18 pt (stretching by 4 either way) above headings, 12 or 8 below, 16 to 20 round floats. Measured
    on 38 genuine papers: never under 23.8 above a section, 20.2 below one, 23.6 above and 16.0 below a subsection,
    21.0 between caption and text. Both distances of a heading stretch alike: above it are `more_above_section_pt` or
    `more_above_subsection_pt` than below on every page (68 of 75 and 128 of 132 headings between full lines).
    """

    above_section_pt: float = 22.5
    below_section_pt: float = 18.5
    above_subsection_pt: float = 21.0
    below_subsection_pt: float = 14.5
    beside_caption_pt: float = 17.5
    more_above_section_pt: float = 8.0
    more_above_subsection_pt: float = 10.0


class Gap(NamedTuple):
    """A gap that is too small: what it is, measured and least distance, the page, the line it belongs to."""

    what: str
    measured: float
    least: float
    page: int
    line: Line


def gaps(paper: Paper, limit: Spacing) -> list[Gap]:
    """All gaps that are too small, each heading and caption once."""
    found = [gap for page in paper.pages for gap in _too_small(page, paper, limit)]
    told = {id(gap.line) for gap in found}
    return found + [gap for gap in _pulled_up(paper, limit) if id(gap.line) not in told]


def _too_small(page: Page, paper: Paper, limit: Spacing) -> Iterator[Gap]:
    body, leading = paper.layout.body_size or 0.0, paper.layout.leading or _LEADING
    code = False
    for before, line in pairwise(_flow(page)):
        if Region.CAPTION in (line.region, before.region):
            code = _is_of_code(line if line.region is Region.CAPTION else before, code)
        step = line.baseline - before.baseline
        if before.column != line.column or step < 0.5 * leading:
            continue
        if _is_text(before, body) and _is_heading(line):
            section = line.size > body + 1
            least = limit.above_section_pt if section else limit.above_subsection_pt
            what = f"above “{line.text[:60]}”"
        elif _is_heading(before) and _is_text(line, body):
            section = before.size > body + 1
            least = limit.below_section_pt if section else limit.below_subsection_pt
            what = f"below “{before.text[:60]}”"
        elif (
            not code
            and Region.CAPTION in (before.region, line.region)
            and (_is_text(before, body) or _is_text(line, body))
        ):
            least, what = limit.beside_caption_pt, "between caption and text"
        else:
            continue
        # Tighter lines come nearer to everything; that is the line spacing's finding.
        missing = least - _ROUNDING - max(0.0, _LEADING - leading) - step
        if missing > 0.0 and _apart(page, before, line) and not _is_made_up_above(page, before, line, missing):
            yield Gap(what, step, least, page.number, line)


def _pulled_up(paper: Paper, limit: Spacing) -> list[Gap]:
    """Headings above which less room is left than below them tells, however far a page is stretched; several of them,
    since a tall formula in the line below a heading makes one look so."""
    body, found = paper.layout.body_size or 0.0, list[Gap]()
    for page in paper.pages:
        lines = _flow(page)
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
            if not (_is_heading(line) and _is_text(before, body) and _is_text(after, body)):
                continue
            more = limit.more_above_section_pt if line.size > body + 1 else limit.more_above_subsection_pt
            above, due = line.baseline - before.baseline, after.baseline - line.baseline + more
            alone = before.column == line.column and _apart(page, before, line) and _apart(page, line, after)
            if more and alone and 0 < above < min(_NOT_PULLED, due - _PULLED):
                found.append(Gap(f"above “{line.text[:60]}”", above, round(due, 1), page.number, line))
    return found if len(found) >= _FEWEST_PULLED else []


def _flow(page: Page) -> list[Line]:
    """The lines that the template sets distances between."""
    return [line for line in page.lines if line.region in (Region.BODY, Region.HEADING, Region.CAPTION)]


def _is_made_up_above(page: Page, caption: Line, text: Line, missing: float) -> bool:
    """Whether a figure in a word processor's frame, which leaves out the space below its caption however the style sets
    it, has as much room above as is `missing`; at the top of a page what it has is not seen.

    LibreOffice draws frames behind the text of their page, also behind the text that stands below them.
    """
    if caption.region is not Region.CAPTION or _order(page, caption) < _order(page, text):
        return False
    above = [figure.box for figure in page.figures if figure.box.bottom < caption.baseline]
    figure = max(above, key=lambda box: box.bottom, default=caption.box)
    # A figure's box is that of its parts in whole steps of a grid.
    boxes = [*(image.box for image in page.images), *(drawing.box for drawing in page.drawings)]
    top = min((box.top for box in boxes if box.top >= figure.top and box.overlap(figure) > 0.0), default=figure.top)
    ends = [line.box.bottom for line in page.lines if line.region in _SET and line.baseline < top]
    return top - max(ends, default=0.0) > missing


def _order(page: Page, line: Line) -> int:
    """When the line is drawn."""
    return page.runs[line.runs[0]].order if line.runs else 0


def _is_of_code(caption: Line, before: bool) -> bool:
    """Whether a line of a caption belongs to a listing, whose package leaves 6 pt and no more; `before` says it of the
    line above."""
    return _CODE.match(caption.text) is not None or (before and _FLOAT.match(caption.text) is None)


def _is_text(line: Line, body: float) -> bool:
    return line.region is Region.BODY and abs(line.size - body) < SAME_SIZE and len(line.text) > 2 * LONG_LINE


def _is_heading(line: Line) -> bool:
    return line.region is Region.HEADING and line.bold and _NUMBERED.match(line.text) is not None


def _apart(page: Page, before: Line, line: Line) -> bool:
    """Whether nothing else of the page stands on the rows of the two lines, beside them."""
    return not any(
        other is not before
        and other is not line
        and abs(other.baseline - line.baseline) < 2
        and other.column == line.column
        for other in page.lines
        if other.region is not Region.LINE_NUMBER
    )
