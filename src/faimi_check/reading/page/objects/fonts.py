"""The fonts of a paper, as PDFium names them."""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2.raw as pdfium

from faimi_check.model.paper import Font

_SUBSET_PREFIX = re.compile(r"^[A-Z]{6}\+")
# Flags of a PDF font descriptor.
_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18
_BOLD_NAME = re.compile(r"bold|bx|cmb|black|heavy|medi(?!um)|semib|-b$")
_ITALIC_NAME = re.compile(r"ital|obli|cmti|sfti|ti\d|slant")


class FontTable:
    """The fonts met so far."""

    def __init__(self) -> None:
        self._by_handle: dict[int | None, int] = {}
        self._by_font: dict[Font, int] = {}

    def index(self, handle: Any) -> int:
        """The place of the font behind PDFium's handle in `facts()`."""
        key = ctypes.addressof(handle.contents) if handle else None
        known = self._by_handle.get(key)
        if known is None:
            known = self._by_font.setdefault(_describe(handle), len(self._by_font))
            self._by_handle[key] = known
        return known

    def forget_handles(self) -> None:
        """To be called when a page is closed: PDFium then gives its handles to other fonts."""
        self._by_handle.clear()

    def facts(self) -> tuple[Font, ...]:
        """All fonts, in the order of their indexes."""
        return tuple(self._by_font)


def _describe(handle: Any) -> Font:
    if not handle:
        return Font("", embedded=False)
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(handle, buffer, 256)
    name = _SUBSET_PREFIX.sub("", buffer.value.decode("utf-8", "replace"))[:200]
    flags = pdfium.FPDFFont_GetFlags(handle)
    angle = ctypes.c_int()
    pdfium.FPDFFont_GetItalicAngle(handle, angle)
    return Font(
        name,
        embedded=pdfium.FPDFFont_GetIsEmbedded(handle) == 1,
        bold=bool(flags & _FORCE_BOLD) or _BOLD_NAME.search(name.lower()) is not None,
        italic=bool(flags & _ITALIC) or angle.value != 0 or _ITALIC_NAME.search(name.lower()) is not None,
    )
