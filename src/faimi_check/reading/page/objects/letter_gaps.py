"""Blanks where letters stand apart: in code and letter-spaced text PDFium sees some that are none.

LaTeX's listings set each token in columns that are wider than its letters, so that "git.lysvik.no" reads as
"git . lysvik . no", and in a font of text as "g i t . l y s vik".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium

from faimi_check.model.middle import median
from faimi_check.reading.page.objects.direct import Numbers, direct

# Shares of the middle letter's width. A blank of code is as wide as a letter or wider, and a token leaves up to
# half a letter; in other fonts that are set in columns it leaves up to a letter, and a blank takes one and a half.
_BLANK_OF_CODE: Final = 0.8
_BLANK: Final = 1.2
# Letters stand apart at all.
_APART: Final = 0.1
_LEVEL: Final = 0.5
# A line is shorter than this; a text with so few letters tells nothing.
_LONGEST: Final = 400
_FEWEST: Final = 8
# In prose one letter in six or seven is a blank.
_MANY_BLANKS: Final = 0.25

_count = direct(pdfium.FPDFText_CountChars)
_get_letter = direct(pdfium.FPDFText_GetUnicode)
_get_object = direct(pdfium.FPDFText_GetTextObject)
_get_box = direct(pdfium.FPDFText_GetLooseCharBox)
_is_generated = direct(pdfium.FPDFText_IsGenerated)


def may_stand_apart(raw: str, *, typewriter: bool) -> bool:
    """Whether blanks of a text, in a typewriter's font or another, may be gaps between letters of a word."""
    blanks = raw.count(" ")
    if not blanks or len(raw) > _LONGEST:
        return False
    if typewriter:
        return True
    apart = blanks >= _MANY_BLANKS * len(raw) or " . " in raw or " / " in raw
    return apart and sum(map(str.isalpha, raw)) >= _FEWEST


class Extent(NamedTuple):
    """From where to where a letter reaches, in any unit."""

    start: float
    end: float
    bottom: float


class LetterGaps:
    """Knows how far the letters of a page stand apart; looks when it is first asked about a page."""

    def __init__(self) -> None:
        self._page: int | None = None
        self._letters: dict[int | None, list[int]] | None = None
        # As PDFium has them: left, top, right, bottom.
        self._edges = Numbers("4f")

    def turn_to(self, text_page: int | None) -> None:
        """Goes on with another page."""
        self._page, self._letters = text_page, None

    def closed(self, raw: str, handle: int | None, *, typewriter: bool) -> str:
        """The text of an object with blanks only where there is room for one."""
        if self._letters is None:
            self._letters = self._look()
        indexes = self._letters.get(handle, [])
        letters = [chr(_get_letter(self._page, index)) for index in indexes]
        # A blank that the file itself has is one.
        if len(letters) < 2 or "".join(letters) != raw.replace(" ", ""):
            return raw
        extents = list(self._extents(indexes))
        blanks = blanks_between(extents, _BLANK_OF_CODE if typewriter else _BLANK)
        if blanks is None:
            return raw
        behind = (f" {letter}" if blank else letter for blank, letter in zip(blanks, letters[1:], strict=True))
        return letters[0] + "".join(behind)

    def _look(self) -> dict[int | None, list[int]]:
        """The letters of each object, by their indexes on the page."""
        found: dict[int | None, list[int]] = {}
        for index in range(max(0, _count(self._page))):
            if not _is_generated(self._page, index):
                found.setdefault(_get_object(self._page, index), []).append(index)
        return found

    def _extents(self, indexes: Sequence[int]) -> Iterator[Extent]:
        for index in indexes:
            known = _get_box(self._page, index, self._edges.at[0])
            left, _, right, bottom = self._edges.read() if known else (0.0, 0.0, 0.0, 0.0)
            yield Extent(left, right, bottom)


def blanks_between(extents: Sequence[Extent], blank: float) -> list[bool] | None:
    """Whether there is room for a blank, of so many letters' width, before each letter but the first.

    None where the letters are not in a row, or stand side by side as their font has them.
    """
    width = median([one.end - one.start for one in extents])
    gaps = [after.start - before.end for before, after in pairwise(extents)]
    level = extents[0].bottom
    if width <= 0 or min(gaps) < -width or any(abs(one.bottom - level) > _LEVEL * width for one in extents):
        return None
    if median(gaps) < _APART * width:
        return None
    return [gap > blank * width for gap in gaps]
