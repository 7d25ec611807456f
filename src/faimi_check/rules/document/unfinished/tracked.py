"""Changes that a word processor tracked, printed in balloons beside the text."""

from __future__ import annotations

from faimi_check.model.paper import Paper
from faimi_check.rules.document.unfinished.places import MOST, Place, line_place
from faimi_check.rules.late import late
from faimi_check.rules.tables import any_of

# "Deleted: in all wards", "Formatted: Font: Italic", "Moved down [1]: ...", "Inserted by Tilda Norrgren".
_BALLOON = late(rf"\s*{any_of('unfinished', 'tracked')}(?: ?\[[^\]]{{1,8}}\])? ?(?::|[a-z]{{2,4}} [A-ZÀ-Þ])")
_BESIDE = 2.0


def tracked_changes(paper: Paper) -> list[Place]:
    """The balloons beside the text, each with its place."""
    block = paper.layout.text_block
    if block is None:
        return []
    found = [
        (line.text.strip(), line_place(paper, page.number, at))
        for page in paper.pages
        for at, line in enumerate(page.lines)
        if line.box.x0 > block[2] - _BESIDE and _BALLOON.match(line.text)
    ]
    return found[:MOST]
