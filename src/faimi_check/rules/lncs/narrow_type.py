"""What LNCS002 says of letters that are set narrower than their font is."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Confidence, Hit
from faimi_check.model.paper import Paper
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.lncs.blocks import first_words, pages_of, rows
from faimi_check.rules.lncs.letter_widths import LEAST_STRETCH, narrow_face, narrowed
from faimi_check.rules.lncs.running_text import location
from faimi_check.rules.word_processors import fix


def narrow_type(paper: Paper) -> Iterator[Hit]:
    """One hit where the body, or a part of it, is set narrower than its font is."""
    found = narrowed(paper)
    face = narrow_face(paper) if found is None else None
    if found is not None:
        part = f"{rows(found.blocks)} lines on {listed_pages(pages_of(found.blocks))} are"
        where = part if found.blocks else "The text is"
        if found.how.stretch < LEAST_STRETCH:
            how = f"its letters are scaled to {100 * found.how.stretch:.0f} % of their width"
        else:
            how = (
                f"blanks between words have {found.how.blank:.2f} em left, where the least is {found.least_blank:g} em"
            )
        message = f"{where} set narrower than its font is: {how}."
    elif face is not None:
        message = (
            f"The letters of {paper.layout.body_font} are {100 * (1 - face):.0f} % narrower than those of that face."
        )
    else:
        return
    blocks = found.blocks if found is not None else ()
    first = blocks[0] if blocks else None
    yield Hit(
        code="narrow",
        message=message,
        fix=fix(
            paper,
            "Take out scaled fonts (FakeStretch, \\scalebox), tracking (\\textls, \\SetTracking) and \\spaceskip.",
            "font",
            "set the scale of the characters to 100 % and their spacing to normal.",
        ),
        confidence=Confidence.LIKELY,
        evidence=first_words(blocks),
        where=location(paper, first.page.number, first.lines[0].box, pages_of(blocks)) if first else location(paper, 1),
    )
