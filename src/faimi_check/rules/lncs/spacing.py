"""LNCS006: white space that was taken out round headings, captions and figures; text wrapped round a figure."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.page import Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import Heading
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.lncs.gaps import Gap, Spacing, gaps
from faimi_check.rules.lncs.running_text import location, other_layout
from faimi_check.rules.lncs.wrapping import wrapped_figures
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule
from faimi_check.rules.word_processors import fix

_SHOWN = 4
# One number in bold may be anything; so many in order are sections.
_SECTIONS = 3


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
        compared with the least that the class can set, also on its tightest page; where several headings have less
        room above than the room below them tells, they were moved up. Numbered sections that begin on the line of
        their heading are told. A figure in a word processor's
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
    found = gaps(paper, limit)
    if found:
        yield _squeezed(paper, found)
    yield from _run_in(paper)
    yield from wrapped_figures(paper)


def _squeezed(paper: Paper, found: list[Gap]) -> Hit:
    worst = max(found, key=lambda gap: gap.least - gap.measured)
    pages = sorted({gap.page for gap in found})
    places = "1 place" if len(found) == 1 else f"{len(found)} places"
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
        evidence=" / ".join(gap.line.text for gap in found[:_SHOWN])[:EVIDENCE_LIMIT],
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
