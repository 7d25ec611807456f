"""Accents that stand for themselves: "DOE^JANE", "O´Neill", "a~b".

TeX draws the letter over its accent. Where the next letter begins only behind the accent, that is a sign of its own.
"""

from __future__ import annotations

import ctypes
import re
from itertools import repeat
from typing import Final

import pypdfium2.raw as pdfium

from faimi_check.reading.page.objects.direct import direct
from faimi_check.reading.page.objects.glyphs import ACCENT_SIGNS

# An accent before a letter; PDFium may see a space between them that is not there.
_PAIR = re.compile(rf"(?:[{''.join(ACCENT_SIGNS)}]|(?<=[^\W\d_])`) ?(?=[A-Za-zıȷ])")
# Share of the type size. The letter of an accent begins within a tenth of where that does, the narrowest is wider.
_BEHIND: Final = 0.22
_NO_CODE: Final = 0x110000

_count = direct(pdfium.FPDFText_CountChars)
_get_text = direct(pdfium.FPDFText_GetText)
_get_letter = direct(pdfium.FPDFText_GetUnicode)
_get_origin = direct(pdfium.FPDFText_GetCharOrigin)
_get_size = direct(pdfium.FPDFText_GetFontSize)
_get_matrix = direct(pdfium.FPDFText_GetMatrix)
_get_object = direct(pdfium.FPDFText_GetTextObject)


class LoneAccents:
    """Knows where the accents of a page stand alone; looks when it is first asked about a page."""

    def __init__(self) -> None:
        self._page: int | None = None
        self._alone: dict[int | None, list[bool]] | None = None
        self._page_text: str | None = None

    def turn_to(self, text_page: int | None) -> None:
        """Goes on with another page."""
        self._page, self._alone, self._page_text = text_page, None, None

    def as_signs(self, raw: str, handle: int | None) -> str:
        """The text of an object with the accents that stand alone as the signs that a keyboard has for them."""
        if not _PAIR.search(raw):
            return raw
        if self._alone is None:
            self._alone = self._look()
        alone = self._alone.get(handle, [])
        found = list(_PAIR.finditer(raw))
        if not any(alone) or len(alone) != len(found):
            return raw
        letters = list(raw)
        for match, is_alone in zip(found, alone, strict=True):
            if is_alone:
                letters[match.start()] = ACCENT_SIGNS.get(match[0][0], "'")
        return "".join(letters)

    def _look(self) -> dict[int | None, list[bool]]:
        """For the accents of each object, in order, whether they stand alone."""
        text = self.page_text()
        alone: dict[int | None, list[bool]] = {}
        for match in _PAIR.finditer(text):
            alone.setdefault(_get_object(self._page, match.start()), []).append(
                self._is_behind(match.start(), match.end())
            )
        return alone

    def page_text(self) -> str:
        """The page's characters, each at its own index."""
        if self._page_text is None:
            self._page_text = self._characters()
        return self._page_text

    def _characters(self) -> str:
        count = max(0, _count(self._page))
        buffer = ctypes.create_string_buffer(2 * count + 2)
        written = _get_text(self._page, 0, count, ctypes.addressof(buffer))
        text = buffer.raw[: 2 * written - 2].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        # Characters that stand for nothing are left out there.
        codes = map(_get_letter, repeat(self._page), range(count))
        return "".join([chr(code) if code < _NO_CODE else "\ufffd" for code in codes])

    def _is_behind(self, accent: int, letter: int) -> bool:
        """Whether a letter begins behind an accent, in the direction in which the text runs."""
        one, other, matrix = (ctypes.c_double * 2)(), (ctypes.c_double * 2)(), (ctypes.c_float * 6)()
        for at, place in ((accent, one), (letter, other)):
            start = ctypes.addressof(place)
            if not _get_origin(self._page, at, start, start + 8):
                return False
        if not _get_matrix(self._page, letter, ctypes.addressof(matrix)):
            return False
        a, b = matrix[0], matrix[1]
        along = (other[0] - one[0]) * a + (other[1] - one[1]) * b
        return bool(along > _BEHIND * _get_size(self._page, letter) * (a * a + b * b))
