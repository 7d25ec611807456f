"""How wide text would be with the font's own letters, to compare with how wide it is set."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium


class Advances:
    """The widths of the letters of fonts, by PDFium's handles."""

    def __init__(self) -> None:
        self._fonts: dict[int | None, _Widths] = {}

    def of(self, handle: Any, text: str) -> float:
        """The sum of the widths of the text's letters in ems; blanks have none."""
        key = ctypes.addressof(handle.contents) if handle else None
        widths = self._fonts.get(key)
        if widths is None:
            widths = self._fonts[key] = _Widths(handle)
        return sum(map(widths.__getitem__, text))

    def forget_handles(self) -> None:
        """To be called when a page is closed: PDFium then gives its handles to other fonts."""
        self._fonts.clear()


class _Widths(dict[str, float]):
    """Widths by letter, asked for when first met."""

    def __init__(self, handle: Any) -> None:
        super().__init__()
        self._handle = handle
        self._width = ctypes.pointer(ctypes.c_float())

    def __missing__(self, letter: str) -> float:
        known = not letter.isspace() and pdfium.FPDFFont_GetGlyphWidth(self._handle, ord(letter), 1.0, self._width)
        width = self[letter] = self._width[0] if known else 0.0
        return width
