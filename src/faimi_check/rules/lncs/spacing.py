"""LNCS006: white space that was taken out round headings, captions and figures; text wrapped round a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.page import Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import Heading
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.late import late
from faimi_check.rules.lncs.running_text import LONG_LINE, SAME_SIZE, location, other_layout
from faimi_check.rules.lncs.template import Template
from faimi_check.rules.lncs.wrapping import wrapped_figures
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule
from faimi_check.rules.word_processors import fix

# llncs.cls prints no full stop after the number; "1. ..." in bold is an item of a list.
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,2}\s.{0,90}[^.:;,]$")
_CODE = late(r"(?i)(?:listing|algorithm(?:us|e|o)?|alg\.|code|pseudo-?code|quelltext)\s?[\dA-Z]")
_FLOAT = late(r"(?i)(?:fig|tab|abb)")
_SET = frozenset({Region.BODY, Region.HEADING, Region.CAPTION, Region.TABLE_TEXT})
_SHOWN = 4
_LEADING = 12.0
# One number in bold may be anything; so many in order are sections.
_SECTIONS = 3
# Points by which places in a PDF are rounded, twice.
_ROUNDING = 0.3


class Spacing(Template, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Least distances between baselines in points; 0 where the template sets none.

    llncs.cls leaves 18 pt (stretching by 4 either way) above headings, 12 or 8 below, 16 to 20 round floats. Measured
    on 38 genuine papers: never under 23.8 above a section, 20.2 below one, 23.6 above and 16.0 below a subsection,
    21.0 between caption and text.
    """

    above_section_pt: float = 22.5
    below_section_pt: float = 18.5
    above_subsection_pt: float = 21.0
    below_subsection_pt: float = 14.5
    beside_caption_pt: float = 17.5


class _Gap(NamedTuple):
    """A gap that is too small: what it is, measured and least distance, the page, the line it belongs to."""

    what: str
    measured: float
    least: float
    page: int
    line: Line


@rule(
    "LNCS006",
    "squeezed-spacing",
    part=Part.PAPER,
    params=Spacing,
    codes={"squeezed": Severity.WARNING, "wrapped-figure": Severity.WARNING},
    needs={Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def squeezed_spacing(submission: Submission, limit: Spacing) -> RuleResults:
    """White space round headings, captions or figures was taken out, or text runs beside a figure.

    Why
        Calls forbid \\vspace and wrapped figures, since they win room that the template does not give.

    How it decides
        The distances between baselines above and below numbered headings and between captions and running text are
        compared with the least that the class can set, also on its tightest page; numbered sections that begin on the
        line of their heading are told. A figure in a word processor's
        frame, which keeps no space below its caption, is judged by the room on both its sides. A figure counts as
        wrapped where several full lines of running text stand beside it. A paper of another layout altogether
        (LNCS001) is skipped.

    When it can be wrong
        A class option or another language package may set headings a little closer. It is a warning.

    Fix
        Take out negative \\vspace, titlesec, changed \\textfloatsep, \\intextsep and \\abovecaptionskip, and wrapfig.
    """
    paper = paper_of(submission)
    other = other_layout(paper, limit)
    if other is not None:
        yield other
        return
    gaps = [gap for page in paper.pages for gap in _gaps(page, paper, limit)]
    if gaps:
        yield _squeezed(paper, gaps)
    yield from _run_in(paper)
    yield from wrapped_figures(paper)


def _squeezed(paper: Paper, gaps: list[_Gap]) -> Hit:
    worst = max(gaps, key=lambda gap: gap.least - gap.measured)
    pages = sorted({gap.page for gap in gaps})
    places = "1 place" if len(gaps) == 1 else f"{len(gaps)} places"
    return Hit(
        code="squeezed",
        message=(
            f"White space was taken out at {places} on {listed_pages(pages)}: {worst.measured:.1f} pt {worst.what}"
            f" on page {worst.page}, where the class leaves at least {worst.least:g} pt."
        ),
        fix=fix(
            paper,
            "Take out negative \\vspace and changed distances round headings, captions and floats.",
            "spacing",
            "give headings, captions and figures the space before and after that the template's styles have.",
        ),
        confidence=Confidence.LIKELY,
        evidence=" / ".join(gap.line.text for gap in gaps[:_SHOWN])[:EVIDENCE_LIMIT],
        where=location(paper, worst.page, worst.line.box, pages),
    )


def _run_in(paper: Paper) -> Iterator[Hit]:
    """Sections that begin on the line of their heading, in order; those of an item or a step alone are a list's."""
    found: list[tuple[int, Heading]] = []
    for heading in paper.parts.headings:
        line = paper.pages[heading.at.page - 1].lines[heading.at.line]
        number = int(heading.number) if heading.number.isdecimal() else 0
        if number and line.region is Region.BODY and number > (found[-1][0] if found else 0):
            found.append((number, heading))
    if len(found) < _SECTIONS:
        return
    first = found[0][1].at
    pages = [heading.at.page for _, heading in found]
    yield Hit(
        code="squeezed",
        message=f"Sections begin on the line of their heading on {listed_pages(pages)}; the class sets headings on"
        " lines of their own, with space above and below.",
        fix=fix(
            paper,
            "Take out titlesec and what redefines \\section.",
            "spacing",
            "use the template's styles for headings.",
        ),
        confidence=Confidence.LIKELY,
        evidence=" / ".join(f"{number} {heading.text}" for number, heading in found)[:EVIDENCE_LIMIT],
        where=location(paper, first.page, paper.pages[first.page - 1].lines[first.line].box, pages),
    )


def _gaps(page: Page, paper: Paper, limit: Spacing) -> Iterator[_Gap]:
    body, leading = paper.layout.body_size or 0.0, paper.layout.leading or _LEADING
    lines = [line for line in page.lines if line.region in (Region.BODY, Region.HEADING, Region.CAPTION)]
    code = False
    for before, line in pairwise(lines):
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
            yield _Gap(what, step, least, page.number, line)


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
