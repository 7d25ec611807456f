"""Lines joined into running text, with the way back from a match to its page and box.

Patterns that cross a line's end (an e-mail broken at a hyphen, "our / previous work [3]") are searched in a
passage; the match's span then leads back to the lines it touches.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, pairwise

import msgspec

from faimi_check.model.finding import Location
from faimi_check.model.page import FURNITURE, Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.text.sentence import sentence_around

_HYPHENS = frozenset("-\u00ad\u2010\u2212")
_WORD_BREAK = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_NUMBER_BREAK = re.compile(r"(?<=\d)[-\u2010\u2212]$")
_ADDRESS_BREAKS = frozenset("-\u00ad\u2010/.@_=&?#%~:")
_ADDRESS_STARTS = frozenset("/.@_=&?#%~")
# A line that begins with a section's, footnote's or list item's number continues no address.
_NUMBER_FIRST = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?(?: |$|(?=[A-Z]|https?:|www\.))")
# "... Estmark." / "i.lyngby@x.de": a name that ends a sentence is no part of the address below it.
_NAME_BEFORE = re.compile(r"(?:^|[\s,(])[A-ZÀ-Þ][\w'’-]{1,30}\.$")
_PARAGRAPH_GAP = 1.9


class Passage(msgspec.Struct, frozen=True):
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

    def sentence(self, start: int, end: int, reach: int = 300) -> tuple[int, int]:
        """The span of the sentence that holds (start, end), at most `reach` characters to either side.

        A heading is no part of the sentence that follows it.
        """
        first, last = sentence_around(self.text, start, end, reach)
        touched = self.lines_of(start, end)
        for index in self.lines_of(first, last):
            heads = self.lines[index].region is Region.HEADING
            if heads and index < touched.start and index + 1 < len(self.starts):
                first = max(first, self.starts[index + 1])
            elif heads and index >= touched.stop:
                last = min(last, self.starts[index])
        return first, last

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


def join(page_lines: Iterable[tuple[LineRef, Line]]) -> Passage:
    """Lines as running prose, joined by single spaces.

    A hyphen that ends a line between letters is taken out with the break, so that a divided word reads as one.
    """
    return _joined(page_lines, _divided_word, _HYPHENS)


def join_with_hyphens(page_lines: Iterable[tuple[LineRef, Line]]) -> Passage:
    """As `join`, but a hyphen at a line's end stays and only the break goes: names and addresses may have one."""
    return _joined(page_lines, _hyphenated_word, _HYPHENS)


def join_addresses(page_lines: Iterable[tuple[LineRef, Line]]) -> Passage:
    """As `join_with_hyphens`, and a break beside one of `/.@_=&?#%~:` goes too: addresses are broken there."""
    return _joined(page_lines, _address, _ADDRESS_BREAKS, _ADDRESS_STARTS)


def _divided_word(text: str, line: Line, following: Line) -> str:
    after = following.text.lstrip()[:1]
    if _WORD_BREAK.search(text) and after.isalpha():
        # A capital begins the second half of a double name, whose hyphen stays, unless all is set in capitals.
        return text if after.isupper() and text[-2].islower() else text[:-1]
    return text if _NUMBER_BREAK.search(text) and after.isdigit() else f"{text} "


def _hyphenated_word(text: str, line: Line, following: Line) -> str:
    after = following.text.lstrip()[:1]
    broken = _WORD_BREAK.search(text) or (_NUMBER_BREAK.search(text) and after.isdigit())
    return text if broken else f"{text} "


def _address(text: str, line: Line, following: Line) -> str:
    after = following.text.strip()
    if not _reads_on(line, following) or (after[0].isdigit() and _NUMBER_FIRST.match(after)):
        return f"{text} "
    if "@" in after and _NAME_BEFORE.search(text) and "@" in after.split(None, 1)[0][1:]:
        return f"{text} "
    ends_sentence = text[-1] in ".?:" and not (after[0].islower() or after[0] == "/")
    if (text[-1] in _ADDRESS_BREAKS and not ends_sentence) or after[0] in _ADDRESS_STARTS:
        return text
    return f"{text} "


def _reads_on(line: Line, following: Line) -> bool:
    """Whether the next line is the paragraph's next: close below and set alike, or in the next column or page."""
    if abs(line.size - following.size) > 0.6:
        return False
    return following.baseline < line.baseline or following.baseline - line.baseline < _PARAGRAPH_GAP * line.size


def _joined(
    page_lines: Iterable[tuple[LineRef, Line]],
    glued: Callable[[str, Line, Line], str],
    ends: frozenset[str],
    begins: frozenset[str] = frozenset(),
) -> Passage:
    """The lines with a blank between them, but as `glued` puts them where a line ends or the next begins so."""
    kept = [(ref, line, text) for ref, line in page_lines if (text := line.text.strip())]
    if not kept:
        return Passage("", (), (), ())
    refs, lines, texts = zip(*kept, strict=True)
    pieces = [
        glued(text, line, following) if text[-1] in ends or after[0] in begins else f"{text} "
        for (_, line, text), (_, following, after) in pairwise(kept)
    ]
    starts = tuple(accumulate(map(len, pieces), initial=0))
    return Passage("".join((*pieces, texts[-1])), starts, refs, lines)


def page_lines(page: Page, *, outside: bool = False) -> Iterator[tuple[LineRef, Line]]:
    """The lines of a page in reading order; with `outside` also running heads, page numbers, stamps."""
    for index, line in enumerate(page.lines):
        if outside or line.region not in FURNITURE:
            yield LineRef(page.number, index), line


def paper_lines(paper: Paper, *, outside: bool = False) -> Iterator[tuple[LineRef, Line]]:
    """The lines of all pages in reading order."""
    for page in paper.pages:
        yield from page_lines(page, outside=outside)


def lines_at(paper: Paper, refs: Iterable[LineRef]) -> Iterator[tuple[LineRef, Line]]:
    """The lines that references point to."""
    for ref in refs:
        yield ref, paper.pages[ref.page - 1].lines[ref.line]
