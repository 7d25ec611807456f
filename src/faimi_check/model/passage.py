"""Lines joined into running text, with the way back from a match to its page and box.

Patterns that cross a line's end (an e-mail broken at a hyphen, "our / previous work [3]") are searched in a
passage; the match's span then leads back to the lines it touches.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from faimi_check.model.finding import Location
from faimi_check.model.page import Line, Page, Region
from faimi_check.model.paper import LineRef, Paper

_WORD_BREAK = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_OUTSIDE = frozenset(
    {Region.RUNNING_HEAD, Region.FOOTER, Region.PAGE_NUMBER, Region.LINE_NUMBER, Region.STAMP, Region.HIDDEN}
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Joined text; `starts[i]` is where line `refs[i]` begins in `text`."""

    text: str
    starts: tuple[int, ...]
    refs: tuple[LineRef, ...]
    lines: tuple[Line, ...]

    def lines_of(self, start: int, end: int) -> range:
        """Indexes of the lines that the span touches."""
        if not self.starts:
            return range(0)
        first = max(0, bisect_right(self.starts, start) - 1)
        last = max(first, bisect_right(self.starts, max(start, end - 1)) - 1)
        return range(first, last + 1)

    def location(self, file: str, start: int, end: int) -> Location:
        """Page and box of the span; where it runs over a page's end, those of its first page."""
        touched = self.lines_of(start, end)
        if not touched:
            return Location(file=file)
        page = self.refs[touched.start].page
        box = self.lines[touched.start].box
        for index in touched:
            if self.refs[index].page == page:
                box = box.union(self.lines[index].box)
        return Location(file=file, page=page, bbox=tuple(round(side, 1) for side in box))


def join(page_lines: Iterable[tuple[LineRef, Line]], *, keep_hyphens: bool = False) -> Passage:
    """Joins lines by single spaces.

    A hyphen that ends a line between letters is taken out with the break, so that words and addresses read as
    one; with `keep_hyphens` it stays and only the break goes (for names and addresses that really have one).
    """
    pieces: list[str] = []
    starts: list[int] = []
    refs: list[LineRef] = []
    lines: list[Line] = []
    at = 0
    glue = ""
    for ref, line in page_lines:
        text = line.text.strip()
        if not text:
            continue
        pieces.append(glue)
        at += len(glue)
        starts.append(at)
        refs.append(ref)
        lines.append(line)
        if _WORD_BREAK.search(text):
            text = text if keep_hyphens else text[:-1]
            glue = ""
        else:
            glue = " "
        pieces.append(text)
        at += len(text)
    return Passage("".join(pieces), tuple(starts), tuple(refs), tuple(lines))


def page_lines(page: Page, *, outside: bool = False) -> Iterator[tuple[LineRef, Line]]:
    """The lines of a page in reading order; with `outside` also running heads, page numbers, stamps."""
    for index, line in enumerate(page.lines):
        if outside or line.region not in _OUTSIDE:
            yield LineRef(page.number, index), line


def paper_lines(paper: Paper, *, outside: bool = False) -> Iterator[tuple[LineRef, Line]]:
    """The lines of all pages in reading order."""
    for page in paper.pages:
        yield from page_lines(page, outside=outside)


def lines_at(paper: Paper, refs: Iterable[LineRef]) -> Iterator[tuple[LineRef, Line]]:
    """The lines that references point to."""
    for ref in refs:
        yield ref, paper.pages[ref.page - 1].lines[ref.line]
