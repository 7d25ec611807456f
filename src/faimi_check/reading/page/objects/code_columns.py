"""Code in columns of one width, which LaTeX's listings set wider than their letters: which of its blanks are none.

Each token stands in the middle of as many columns as it has letters. Beside a long one that leaves a gap in which
PDFium sees a blank: "git . lysvik . no".
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import pypdfium2.raw as pdfium

from faimi_check.reading.page.objects.direct import direct

# Shares of a letter's width: what a letter may be off by, and how wide a column may be. The listings' own is 1.2.
_OFF: Final = 0.04
_WIDTHS: Final = (1.2, *(1 + step / 100 for step in range(2, 61)))
# Shares of a column: what a gap may be off by from a whole number of them.
_OFF_COLUMN: Final = 0.1
_FEWEST_GAPS: Final = 2
# Letters' widths: what a step in columns of about the letters' width is below without a blank, and above with one.
_CLOSED: Final = 1.5
_OPEN: Final = 1.8
# The share of steps that are alike, and what they are off by.
_MOST_ALIKE: Final = 0.6
_OFF_USUAL: Final = 0.08
_FEWEST_LETTERS: Final = 3
# Letters of a line of code, and the share of a letter's width that they may stand above each other.
_LONGEST: Final = 400
_LEVEL: Final = 0.1

_count = direct(pdfium.FPDFText_CountChars)
_get_letter = direct(pdfium.FPDFText_GetUnicode)
_get_object = direct(pdfium.FPDFText_GetTextObject)
_get_origin = direct(pdfium.FPDFText_GetCharOrigin)
_is_generated = direct(pdfium.FPDFText_IsGenerated)


def may_be_code(raw: str, widths: Mapping[str, float]) -> bool:
    """Whether the letters of a text have one width in its font."""
    if len(raw) > _LONGEST:
        return False
    known: float = 0.0
    for letter in raw:
        width = widths[letter]
        # Of blanks, and of hyphens that stand at another code than usual, the font does not tell.
        if width != known and width:
            if known:
                return False
            known = width
    # In most fonts all digits have one width.
    return len({letter for letter in raw if letter.isalpha()}) >= _FEWEST_LETTERS


class CodeColumns:
    """Knows where the letters of a page's code stand; looks when it is first asked about a page."""

    def __init__(self) -> None:
        self._page: int | None = None
        self._letters: dict[int | None, list[int]] | None = None

    def turn_to(self, text_page: int | None) -> None:
        """Goes on with another page."""
        self._page, self._letters = text_page, None

    def closed(self, raw: str, handle: int | None) -> str:
        """The text of an object without the blanks where no column is free; it gets no others."""
        if self._letters is None:
            self._letters = self._look()
        indexes = self._letters.get(handle, [])
        letters = [chr(_get_letter(self._page, index)) for index in indexes]
        if "".join(letters) != raw.replace(" ", ""):
            return raw
        free = free_columns(list(self._starts(indexes)))
        if free is None:
            return raw
        blanks = [before.isspace() for before, one in pairwise(raw) if not one.isspace()][-len(free) :]
        return letters[0] + "".join(
            " " * (parted and free_before > 0) + one
            for parted, free_before, one in zip(blanks, free, letters[1:], strict=True)
        )

    def _look(self) -> dict[int | None, list[int]]:
        """The letters of each object, by their indexes on the page."""
        found: dict[int | None, list[int]] = {}
        for index in range(max(0, _count(self._page))):
            if not _is_generated(self._page, index):
                found.setdefault(_get_object(self._page, index), []).append(index)
        return found

    def _starts(self, indexes: Sequence[int]) -> Iterator[tuple[float, float]]:
        place = (ctypes.c_double * 2)()
        start = ctypes.addressof(place)
        for index in indexes:
            _get_origin(self._page, index, start, start + 8)
            yield place[0], place[1]


def free_columns(places: Sequence[tuple[float, float]]) -> list[int] | None:
    """How many columns are free before each letter but the first.

    None where letters stand as their font has them, or in no columns of one width. Places are x and y of letters that
    have one width, in any unit.
    """
    if len(places) <= _FEWEST_GAPS:
        return None
    level = places[0][1]
    steps = [after[0] - before[0] for before, after in pairwise(places)]
    width = min(steps)
    if width <= 0 or any(abs(y - level) > _LEVEL * width for _, y in places):
        return None
    if all(abs(step / width - round(step / width)) <= _OFF for step in steps):
        return None
    return _by_columns(steps, width) or _by_steps(steps, width)


def _by_columns(steps: Sequence[float], width: float) -> list[int] | None:
    """What columns of one width leave free between tokens whose letters stand close."""
    tokens = [1]
    gaps: list[float] = []
    for step in steps:
        if step <= (1 + _OFF) * width:
            tokens[-1] += 1
        else:
            tokens.append(1)
            gaps.append(step / width - 1)
    if len(gaps) < _FEWEST_GAPS:
        return None
    free = next((found for column in _WIDTHS if (found := _free(tokens, gaps, column)) is not None), None)
    if free is None:
        return None
    behind = iter(free)
    return [0 if step <= (1 + _OFF) * width else next(behind) for step in steps]


def _by_steps(steps: Sequence[float], width: float) -> list[int] | None:
    """The same where letters are spread within their tokens too: a blank takes a whole column more than a letter does.

    None where a step may be either, and where letters have widths of their own whatever their font says.
    """
    if any(_CLOSED * width < step < _OPEN * width for step in steps):
        return None
    close = sorted(step for step in steps if step <= _CLOSED * width)
    usual = close[len(close) // 2]
    if sum(abs(step - usual) <= _OFF_USUAL * width for step in close) < _MOST_ALIKE * len(close):
        return None
    return [0 if step <= _CLOSED * width else round(step / width) - 1 for step in steps]


def _free(tokens: Sequence[int], gaps: Sequence[float], column: float) -> list[int] | None:
    """How many columns each gap between tokens leaves free, None where it is no whole number.

    Lengths in letters' widths.
    """
    found = []
    for (before, after), gap in zip(pairwise(tokens), gaps, strict=True):
        free = (gap - (before + after) * (column - 1) / 2) / column
        if free < -_OFF_COLUMN or abs(free - round(free)) > _OFF_COLUMN:
            return None
        found.append(round(free))
    return found
