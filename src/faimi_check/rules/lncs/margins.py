"""LNCS007: figures, tables or text that reach outside the text block, on any of its four sides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity, Undecided
from faimi_check.model.page import Box, Page
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.lncs.overhangs import UPRIGHT, Allowed, Overhang, overhangs
from faimi_check.rules.lncs.running_text import (
    POINTS_A_MILLIMETRE,
    location,
    millimetres,
    other_layout,
    page_text,
    running_text,
)
from faimi_check.rules.lncs.template import Template
from faimi_check.rules.naming.text.note_boxes import note_boxes
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule
from faimi_check.rules.word_processors import fix

_SHOWN = 4
_MIN_LINES = 3
# Points by which the widths of full lines differ.
_FULL_SPREAD = 3.0
# So many left or right pages show where all of them begin.
_FEWEST_FACING = 2
# Points by which lines differ that begin at one edge.
_SAME = 1.5
_OTHER_PAGE_SIZE = 5.0
# Messages give whole millimetres.
_ROUNDING_MM = 0.5
_FIXES = {
    ("float", False): (
        "Scale figures and tables to \\textwidth.",
        "picture",
        "make figures and tables no wider than the text.",
    ),
    ("float", True): (
        "Make the figure or table lower, or move it, and take out \\vspace and \\enlargethispage.",
        "picture",
        "make the figure or table lower, or move it.",
    ),
    ("text", False): ("Let TeX break the line, or reword it.", "spacing", "take out negative indents, or reword it."),
    ("text", True): (
        "Take out \\enlargethispage, \\vspace and changes of \\textheight.",
        "margins",
        "keep to those of the template at the top and bottom.",
    ),
}


class Margins(Template, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How far something may reach outside the text block, in millimetres.

    TeX itself lets unbreakable words hang over by a few millimetres: of 38 genuine papers, 11 have such lines of
    up to 7 mm. Figures are measured on a grid of 2 mm. Above and below, where nothing hangs over, `floats_mm` holds
    for text as well.
    """

    floats_mm: float = 4.0
    text_mm: float = 8.0


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
    """Figures, tables or text reach into the margins, on either side, above or below.

    Why
        The margins are part of the template; what stands in them is cut off or rejected.

    How it decides
        Figures (pictures and drawings that stand together, as far as clip paths show them), tables, captions and
        lines of text are compared with the edges of the text block on their page. Line numbers, running heads, page
        numbers, stamps, small marks above the text block and notes to oneself in boxes (DOC005) do not count; text
        turned by 90 degrees is judged where it is prose, and a page with too many lines of text is the text block's
        finding (LNCS001). A paper of another layout altogether (LNCS001) is skipped.

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
    lefts = _left_edges(paper, block[0], block[2] - block[0])
    allowed = Allowed(*((most + _ROUNDING_MM) * POINTS_A_MILLIMETRE for most in (limit.floats_mm, limit.text_mm)))
    notes = _notes(paper)
    found: list[Overhang] = []
    for page in _like_most(paper):
        left = lefts[page.number]
        bottom = block[1] + limit.height_mm * POINTS_A_MILLIMETRE
        own = Box(left, block[1], left + block[2] - block[0], bottom)
        found += overhangs(page, own, allowed, page_text(page, paper), notes[page.number])
    yield from _report(paper, "float", [over for over in found if over.is_float])
    yield from _report(paper, "text", [over for over in found if not over.is_float])


def _like_most(paper: Paper) -> Iterator[Page]:
    """Pages of the usual size; one that was appended in another has margins of its own."""
    size = paper.layout.page_size
    for page in paper.pages:
        if size is None or abs(page.width - size[0]) < _OTHER_PAGE_SIZE:
            yield page


def _left_edges(paper: Paper, usual: float, width: float) -> dict[int, float]:
    """Where the full lines of each page start; left and right pages of a book differ."""
    starts: defaultdict[int, Counter[float]] = defaultdict(Counter)
    full: defaultdict[int, Counter[float]] = defaultdict(Counter)
    moved: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for placed in running_text(paper):
        x = round(placed.page.runs[placed.line.runs[0]].x, 1)
        starts[placed.page.number][x] += 1
        wider = placed.line.box.width - width
        if wider >= -_FULL_SPREAD:
            full[placed.page.number][x] += 1
        # Lines as long as everywhere begin further left: those at the usual edge are then paragraphs' first.
        if x < usual - _SAME and abs(wider) <= _FULL_SPREAD:
            moved[placed.page.number][x] += 1
    edges: dict[int, float] = {}
    untold = set()
    for page in paper.pages:
        shared, further_left = _by_many(full[page.number]), _by_many(moved[page.number])
        at_usual = any(abs(x - usual) < _SAME for x in starts[page.number])
        edges[page.number] = min(further_left or shared) if further_left or (shared and not at_usual) else usual
        if not (shared or at_usual):
            untold.add(page.number)
    for number in untold:
        facing = [edges[other] for other in edges if other not in untold and (other - number) % 2 == 0]
        if len(facing) >= _FEWEST_FACING and max(facing) - min(facing) < _SAME:
            edges[number] = facing[0]
    return edges


def _by_many(counted: Counter[float]) -> list[float]:
    """Where at least a few lines begin."""
    return [x for x, count in counted.items() if count >= _MIN_LINES]


def _notes(paper: Paper) -> defaultdict[int, list[Box]]:
    """Notes to oneself in the margin, which DOC005 tells of, by their pages."""
    notes: defaultdict[int, list[Box]] = defaultdict(list)
    for _, where in note_boxes(paper):
        if where.page is not None and where.bbox is not None:
            notes[where.page].append(Box(*where.bbox))
    return notes


def _report(paper: Paper, code: str, over: list[Overhang]) -> Iterator[Hit]:
    if not over:
        return
    worst = max(over, key=lambda one: one.points)
    pages = sorted({one.page for one in over})
    sides = [side for side in ("left", "right", "top", "bottom") if any(one.side == side for one in over)]
    what = "Figures or tables reach" if code == "float" else "Text reaches"
    whole = "up to " if len(over) > 1 else ""
    texts = list(dict.fromkeys(one.words for one in over if one.words))
    yield Hit(
        code=code,
        message=(
            f"{what} {whole}{millimetres(worst.points):.0f} mm into the {' and the '.join(sides)} margin"
            f" on {listed_pages(pages)}."
        ),
        fix=fix(paper, *_FIXES[code, worst.side in UPRIGHT]),
        confidence=Confidence.LIKELY,
        evidence=" / ".join(texts[:_SHOWN])[:EVIDENCE_LIMIT],
        where=location(paper, worst.page, worst.box, pages),
    )
