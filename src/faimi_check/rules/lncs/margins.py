"""LNCS007: figures, tables or text that reach outside the text block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity, Undecided
from faimi_check.model.page import Box, Page, Region
from faimi_check.model.page_list import listed_pages
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.lncs.running_text import (
    POINTS_A_MILLIMETRE,
    location,
    millimetres,
    other_layout,
    running_text,
)
from faimi_check.rules.lncs.template import Template
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule

_SHOWN = 4
_MIN_LINES = 3
_FULL_SHARE = 0.9
_OTHER_PAGE_SIZE = 5.0
# Messages give whole millimetres.
_ROUNDING_MM = 0.5
_FLOATING = frozenset({Region.TABLE_TEXT, Region.CAPTION})
_TEXT = frozenset({Region.BODY, Region.HEADING, Region.FOOTNOTE})


class Margins(Template, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How far something may reach outside the text block, in millimetres.

    TeX itself lets unbreakable words hang over by a few millimetres: of 38 genuine papers, 11 have such lines of
    up to 7 mm. Figures are measured on a grid of 2 mm.
    """

    floats_mm: float = 4.0
    text_mm: float = 8.0


class _Overhang(NamedTuple):
    points: float
    page: int
    box: Box
    what: str


@rule(
    "LNCS007",
    "into-margin",
    part=Part.PAPER,
    params=Margins,
    codes={"float": Severity.WARNING, "text": Severity.WARNING},
    needs={Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def into_margin(submission: Submission, limit: Margins) -> RuleResults:
    """Figures, tables or text reach into the left or right margin.

    Why
        The margins are part of the template; what stands in them is cut off or rejected.

    How it decides
        Figures (pictures and drawings that stand together), tables, captions and lines of text are compared with
        the left and right edge of the text block on their page. Line numbers, stamps and marks above the text
        block do not count; text turned by 90 degrees is not judged. A paper of another layout altogether (LNCS001) is
        skipped.

    When it can be wrong
        A picture with white borders reaches further than what it shows. A single line that TeX could not break is
        let pass up to the tolerance.

    Fix
        Scale figures and tables to \\textwidth (for tables: fewer columns, not smaller type), and let TeX break the
        line.
    """
    paper = paper_of(submission)
    other = other_layout(paper, limit)
    if other is not None:
        yield other
        return
    block = paper.layout.text_block
    if block is None:
        yield Undecided("The paper has too little running text to tell its margins.")
        return
    width = block[2] - block[0]
    lefts = _left_edges(paper, block[0], width)
    found = [over for page in _like_most(paper) for over in _overhangs(page, lefts[page.number], width, block[1])]
    yield from _report(paper, "float", [over for over in found if over.what], limit.floats_mm)
    yield from _report(paper, "text", [over for over in found if not over.what], limit.text_mm)


def _like_most(paper: Paper) -> Iterator[Page]:
    """Pages of the usual size; one that was appended in another has margins of its own."""
    size = paper.layout.page_size
    for page in paper.pages:
        if size is None or abs(page.width - size[0]) < _OTHER_PAGE_SIZE:
            yield page


def _left_edges(paper: Paper, usual: float, width: float) -> dict[int, float]:
    """Where the full lines of each page start; left and right pages of a book differ."""
    starts: dict[int, Counter[float]] = {}
    full: dict[int, Counter[float]] = {}
    for placed in running_text(paper):
        first = placed.page.runs[placed.line.runs[0]]
        starts.setdefault(placed.page.number, Counter())[round(first.x, 1)] += 1
        if placed.line.box.width >= _FULL_SHARE * width:
            full.setdefault(placed.page.number, Counter())[round(first.x, 1)] += 1
    edges: dict[int, float] = {}
    for page in paper.pages:
        counted = starts.get(page.number, Counter())
        shared = [x for x, count in full.get(page.number, Counter()).items() if count >= _MIN_LINES]
        at_usual = any(abs(x - usual) < 1.5 for x in counted)
        edges[page.number] = usual if at_usual or not shared else min(shared)
    return edges


def _overhangs(page: Page, left: float, width: float, top: float) -> Iterator[_Overhang]:
    right = left + width
    if page.width < right or page.illegible:
        return
    for figure in page.figures:
        if figure.box.bottom < top:
            continue
        yield _Overhang(_beyond(figure.box, left, right), page.number, figure.box, figure.caption or "a figure")
    for line in page.lines:
        if line.region in _FLOATING:
            yield _Overhang(_beyond(line.box, left, right), page.number, line.box, line.text)
        elif line.region in _TEXT:
            yield _Overhang(_beyond(line.box, left, right), page.number, line.box, "")


def _beyond(box: Box, left: float, right: float) -> float:
    return max(left - box.x0, box.x1 - right)


def _report(paper: Paper, code: str, found: list[_Overhang], allowed: float) -> Iterator[Hit]:
    over = [one for one in found if one.points > (allowed + _ROUNDING_MM) * POINTS_A_MILLIMETRE]
    if not over:
        return
    worst = max(over, key=lambda one: one.points)
    pages = sorted({one.page for one in over})
    what = "Figures or tables reach" if code == "float" else "Text reaches"
    whole = "up to " if len(over) > 1 else ""
    texts = list(dict.fromkeys(one.what for one in over if one.what))
    yield Hit(
        code=code,
        message=f"{what} {whole}{millimetres(worst.points):.0f} mm into the margin on {listed_pages(pages)}.",
        fix="Scale figures and tables to \\textwidth." if code == "float" else "Let TeX break the line, or reword it.",
        confidence=Confidence.LIKELY,
        evidence=" / ".join(texts[:_SHOWN])[:EVIDENCE_LIMIT],
        where=location(paper, worst.page, worst.box),
    )
