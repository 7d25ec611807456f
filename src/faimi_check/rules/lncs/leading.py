"""LNCS003: the distance of the lines."""

from __future__ import annotations

import re

from faimi_check.model.finding import Confidence, Hit, Severity, Skipped, Undecided
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.lncs.running_text import location, running_text
from faimi_check.rules.lncs.template import Template, refuse_impossible_sizes
from faimi_check.rules.lncs.tight_blocks import tight_blocks
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule
from faimi_check.rules.word_processors import fix, word_processor

_MIN_LINES = 12
# Times the template's distance: what single spacing of a word processor gives in one typeface or another.
_SINGLE = (0.91, 1.13)


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
        named with their pages: nothing in the class sets lines closer than the rest. One such paragraph right before
        smaller type is told apart: TeX sets a paragraph's lines as far apart as the size asks that holds at its end,
        and a paragraph that runs into \\small, {\\footnotesize ...} or an environment that begins so, without a blank
        line before it, ends there. Word's single spacing (11.5 pt) passes where the body is in Times New Roman as
        Word sets it; that of other typefaces in a word processor is a warning.

    When it can be wrong
        A paper with hardly any running text has no mode; then the rule says that it could not tell.

    Fix
        Take out \\linespread, \\baselinestretch, setspace and savetrees; leave a blank line between the last paragraph
        and a change of size.
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
        yield from tight_blocks(paper, least, limit.name, limit.leading_pt)
        return
    tight = leading < least
    share = abs(1 - leading / limit.leading_pt) * 100
    single = word_processor(paper) is not None and _SINGLE[0] <= leading / limit.leading_pt <= _SINGLE[1]
    yield Hit(
        code="tight" if tight else "wide",
        message=(
            f"The lines are {leading:.2f} pt apart, {share:.0f} % {'less' if tight else 'more'} than the"
            f" {limit.leading_pt:g} pt of {limit.name}."
        ),
        fix=fix(
            paper,
            "Take out \\linespread, \\baselinestretch, setspace and savetrees.",
            "spacing",
            f"set the lines to exactly {limit.leading_pt:g} pt apart.",
        ),
        confidence=Confidence.POSSIBLE if single else Confidence.CERTAIN,
        where=location(paper, 1),
    )


def _is_word_processor(font: str) -> bool:
    return re.match(r"times ?new ?roman|liberation ?serif|tinos", font, re.IGNORECASE) is not None
