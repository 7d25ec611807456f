"""Where in a paper a sign stands, with the words to show there."""

from __future__ import annotations

import re

from faimi_check.model.finding import Location
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.naming.text.prose import quote

Place = tuple[str, Location]

MOST = 200
_EXCERPT = 30


def around(paper: Paper, passage: Passage, match: re.Match[str]) -> Place:
    """The sign with a few words to either side."""
    start, end = max(0, match.start() - _EXCERPT), match.end() + _EXCERPT
    before = passage.text[start : match.start()]
    after = passage.text[match.end() : end]
    if start:
        before = before.partition(" ")[2]
    if end < len(passage.text):
        after = after.rpartition(" ")[0]
    return f"{before}{match[0]}{after}".strip(), passage.location(paper.file, *match.span())


def placed(paper: Paper, passage: Passage, start: int, end: int) -> Place:
    """A stretch of a passage with its words."""
    return quote(passage, start, end, 60), passage.location(paper.file, start, end)


def line_place(paper: Paper, page: int, line: int) -> Location:
    """Where a line stands."""
    box = paper.pages[page - 1].lines[line].box
    return Location(file=paper.file, page=page, bbox=tuple(round(side, 1) for side in box))
