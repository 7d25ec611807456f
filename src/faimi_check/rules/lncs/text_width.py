"""What LNCS001 says of the width of the text."""

from __future__ import annotations

from faimi_check.model.finding import Hit, Undecided
from faimi_check.model.paper import Paper
from faimi_check.rules.lncs.running_text import location, millimetres
from faimi_check.rules.lncs.template import Template
from faimi_check.rules.registry import RuleResults
from faimi_check.rules.word_processors import fix

# Ragged lines stay below the width of their block by a part of a word; the longest come as near to it as this.
_RAGGED_MM = 5.0


def text_width(paper: Paper, limit: Template, tolerance: float) -> RuleResults:
    """One hit where the text block is `tolerance` millimetres wider or narrower than the template's.

    Few lines are wider than the block they stand in; narrower ones are in every list and short paragraph.
    """
    layout = paper.layout
    block = layout.text_block or (0.0, 0.0, 0.0, 0.0)
    measured, lines = millimetres(block[2] - block[0]), millimetres(layout.line_width or 0.0)
    if abs(measured - limit.width_mm) <= tolerance:
        return
    wider = measured > limit.width_mm
    if not layout.filled and lines <= limit.width_mm + tolerance:
        ragged = layout.line_width is None and 0 < limit.width_mm - measured <= _RAGGED_MM
        if not ragged:
            yield Undecided("Too few lines fill the text block from edge to edge to tell its width.")
        return
    difference = f"{abs(measured - limit.width_mm):.1f} mm {'wider' if wider else 'narrower'} than"
    yield Hit(
        code="width",
        message=f"The text is {measured:.1f} mm wide, {difference} the {limit.width_mm:g} mm of {limit.name}.",
        fix=fix(
            paper,
            _fix(limit) if wider else f"Typeset the paper with {limit.files}, unchanged.",
            "margins",
            f"set those on the left and right so that the text is {limit.width_mm:g} mm wide.",
        ),
        where=location(paper, 1),
    )


def _fix(template: Template) -> str:
    changes = "geometry, fullpage, savetrees and changes of \\textwidth or \\textheight"
    return f"Take out {changes}, and use {template.class_file} unchanged."
