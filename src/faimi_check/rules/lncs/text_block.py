"""LNCS001: the text block of 122 x 193 mm, in one column."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Confidence, Hit, Severity, Undecided
from faimi_check.model.page import Line
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.lncs.running_text import (
    LONG_LINE,
    POINTS_A_MILLIMETRE,
    location,
    millimetres,
    page_text,
    running_text,
)
from faimi_check.rules.lncs.side_by_side import columns_within, text_beside
from faimi_check.rules.lncs.template import Template
from faimi_check.rules.lncs.text_width import text_width
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule
from faimi_check.rules.word_processors import fix

_MIN_LINES = 12
_MOST_LONGER = 10


class TextBlock(Template, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The text block in millimetres.

    Measured on 38 genuine papers (pdfLaTeX with five fonts, Word, Springer's own pages): widths of 121.7 to
    122.1 mm, heights of 192.3 to 193.0 mm; the nearest other layouts have 121.0 mm (article at 10 pt) and
    120.7 mm (a journal). A line more on a page is 4.2 mm. `longer_page_lines` are those by which the template itself
    lets one page run longer: the NeurIPS style gives room back for its notice, on page 1 or the next.
    """

    width_tolerance_mm: float = 0.5
    height_tolerance_mm: float = 3.2
    longer_page_lines: int = 0

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 0 <= self.longer_page_lines <= _MOST_LONGER:
            raise ValueError(f"longer_page_lines: expected a number from 0 to {_MOST_LONGER}")


@rule(
    "LNCS001",
    "text-block",
    part=Part.PAPER,
    params=TextBlock,
    codes={
        "landscape": Severity.ERROR,
        "columns": Severity.ERROR,
        "width": Severity.ERROR,
        "height": Severity.ERROR,
        "one-line": Severity.WARNING,
    },
    needs={Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def text_block(submission: Submission, limit: TextBlock) -> RuleResults:
    """The text block is not the one of the template (LNCS: 122 x 193 mm, one column).

    Why
        Wider or taller pages win space over those who keep to the template; calls reject papers with changed margins.

    How it decides
        The width is that of full lines of the body: the widest that several share with both edges. Where they are
        indented (lists, quotations) or few (short or ragged paragraphs), only what is too wide is an error. The
        height is measured on each page from where the first line of a full page stands to its last line of text;
        running heads, page numbers, line numbers and footnotes do not count, nor does a float that hangs over the
        lower edge. One line more on one page is a warning, since genuine papers have it; more of either is an error.
        Letter and A4 are both fine, and so are Springer's own small pages; most pages must be upright, and none may
        hold a second block of text beside the first, nor running text in two columns within it.

    When it can be wrong
        A paper of a page or less, or one of lists and short paragraphs, may have too few full lines; then the rule
        says that it could not tell. Two texts that are shown side by side, without a frame or a caption, look like
        two columns.

    Fix
        Use llncs.cls (or Springer's Word template) unchanged: no geometry, fullpage or savetrees, no change of
        \\textwidth, \\textheight or \\enlargethispage.
    """
    paper = paper_of(submission)
    yield from _shape(paper, limit)
    block, columns = paper.layout.text_block, paper.layout.columns
    if block is None or sum(len(placed.line.text) > LONG_LINE for placed in running_text(paper)) < _MIN_LINES:
        yield Undecided("The paper has too little running text to measure the text block.")
        return
    if columns != limit.columns:
        yield Hit(
            code="columns",
            message=f"The text is set in {_columns(columns)}; {limit.name} has {_columns(limit.columns)}.",
            fix=fix(
                paper,
                f"Use {limit.class_file} without the option twocolumn."
                if limit.columns == 1
                else f"Typeset the paper with {limit.files}, unchanged.",
                "columns",
                f"set the text in {_columns(limit.columns)}.",
            ),
            where=location(paper, 1),
        )
    else:
        yield from text_width(paper, limit, limit.width_tolerance_mm)
        yield from text_beside(paper, limit)
        yield from columns_within(paper, limit)
    yield from _height(paper, block[1], limit)


def _shape(paper: Paper, template: Template) -> Iterator[Hit]:
    """Pages wider than tall are slides or scans of spreads, whatever stands on them."""
    size = paper.layout.page_size
    if size is not None and size[0] > size[1]:
        width, height = (round(millimetres(side)) for side in size)
        yield Hit(
            code="landscape",
            message=(
                f"Most pages are {width} mm wide and {height} mm tall; those of {template.name} are upright"
                " (A4 or Letter)."
            ),
            fix=fix(
                paper,
                f"Typeset the paper with {template.files} on upright pages.",
                "margins",
                "turn the pages upright, A4 or Letter.",
            ),
            where=location(paper, 1),
        )


def _columns(count: int | None) -> str:
    return "1 column" if count == 1 else f"{count} columns"


def _height(paper: Paper, top: float, limit: TextBlock) -> Iterator[Hit]:
    """One hit for all pages that hold more than a full page of text."""
    allowed = (limit.height_mm + limit.height_tolerance_mm) * POINTS_A_MILLIMETRE
    tall: dict[int, float] = {}
    for page in paper.pages:
        lines = page_text(page, paper)
        if lines and (height := max(line.baseline for line in lines) - _top(lines, top)) > allowed:
            tall[page.number] = height
    if not tall:
        return
    leading = paper.layout.leading or 12.0
    if len(tall) == 1 and max(tall.values()) <= allowed + limit.longer_page_lines * leading:
        return
    worst = max(tall, key=tall.__getitem__)
    surplus = tall[worst] - limit.height_mm * POINTS_A_MILLIMETRE
    lines_over = max(1, round(surplus / leading))
    where = "most pages" if len(tall) > max(3, 0.7 * len(paper.pages)) else listed_pages(tall)
    yield Hit(
        code="one-line" if lines_over == 1 and len(tall) == 1 else "height",
        message=(
            f"The text on {where} is taller than the {limit.height_mm:g} mm of {limit.name}:"
            f" {millimetres(tall[worst]):.1f} mm on page {worst},"
            f" which is {lines_over} {'line' if lines_over == 1 else 'lines'} more than a full page."
        ),
        fix=fix(
            paper,
            "Take out \\enlargethispage and changes of \\textheight, \\topmargin or the geometry package.",
            "margins",
            f"set those at the top and bottom so that the text is {limit.height_mm:g} mm tall.",
        ),
        confidence=Confidence.CERTAIN if lines_over > 1 else Confidence.LIKELY,
        where=location(paper, worst, pages=tall),
    )


def _top(lines: list[Line], top: float) -> float:
    """The text block's top; a page whose text begins clearly above it has moved it."""
    own = lines[0].baseline - lines[0].size
    return own if own < top - 6.0 else top
