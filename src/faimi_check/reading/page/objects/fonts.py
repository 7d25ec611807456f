"""The fonts of a paper, as PDFium names them, and how wide their letters are."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Mapping
from typing import NamedTuple

import pypdfium2.raw as pdfium

from faimi_check.model.paper import Font
from faimi_check.reading.page.objects.direct import Numbers, direct

_SUBSET_PREFIX = re.compile(r"^[A-Z]{6}\+")
# Flags of a PDF font descriptor.
_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18
_BOLD_NAME = re.compile(r"bold|bx|cmb|black|heavy|medi(?!um)|semib|-b$")
_ITALIC_NAME = re.compile(r"ital|obli|cmti|sfti|ti\d|slant")

_get_name = direct(pdfium.FPDFFont_GetBaseFontName)
_get_flags = direct(pdfium.FPDFFont_GetFlags)
_get_angle = direct(pdfium.FPDFFont_GetItalicAngle)
_get_font = direct(pdfium.FPDFTextObj_GetFont)
_get_embedded = direct(pdfium.FPDFFont_GetIsEmbedded)
_get_width = direct(pdfium.FPDFFont_GetGlyphWidth)


class MetFont(NamedTuple):
    """A font on a page: `place` is its own in `FontTable.facts()`, and the widths of letters in ems, 0 for blanks.

    `nameless` are Type 3 fonts, bitmaps among them; code is set in a `typewriter`'s font.
    """

    place: int
    widths: Mapping[str, float]
    nameless: bool
    typewriter: bool


class FontTable:
    """The fonts met so far."""

    def __init__(self) -> None:
        self._by_handle: dict[int | None, MetFont] = {}
        self._by_font: dict[Font, int] = {}

    def at(self, handle: int | None) -> MetFont:
        """The font behind PDFium's handle."""
        known = self._by_handle.get(handle)
        if known is None:
            font = _describe(handle)
            index = self._by_font.setdefault(font, len(self._by_font))
            known = self._by_handle[handle] = MetFont(
                index, _Widths(handle), nameless=not font.name, typewriter=font.typewriter
            )
        return known

    def forget_handles(self) -> None:
        """To be called when a page is closed: PDFium then gives its handles to other fonts."""
        self._by_handle.clear()

    def facts(self) -> tuple[Font, ...]:
        """All fonts, in the order of their indexes."""
        return tuple(self._by_font)


class _Widths(dict[str, float]):
    """Widths by letter, asked for when first met."""

    def __init__(self, handle: int | None) -> None:
        super().__init__()
        self._handle = handle
        self._width = Numbers("f")

    def __missing__(self, letter: str) -> float:
        known = not letter.isspace() and _get_width(self._handle, ord(letter), 1.0, *self._width.at)
        width = self[letter] = self._width.read()[0] if known else 0.0
        return width


def is_in_the_file(text: int) -> bool:
    """Whether the font of a text, by PDFium's handle, is in the file; else one of the machine stands in for it."""
    return bool(_get_embedded(_get_font(text)) == 1)


def _describe(handle: int | None) -> Font:
    if not handle:
        return Font("", embedded=False)
    buffer = ctypes.create_string_buffer(256)
    _get_name(handle, buffer, 256)
    name = _SUBSET_PREFIX.sub("", buffer.value.decode("utf-8", "replace"))[:200]
    flags = _get_flags(handle)
    angle = Numbers("i")
    _get_angle(handle, *angle.at)
    return Font(
        name,
        embedded=_get_embedded(handle) == 1,
        bold=bool(flags & _FORCE_BOLD) or _BOLD_NAME.search(name.lower()) is not None,
        italic=bool(flags & _ITALIC) or angle.read()[0] != 0 or _ITALIC_NAME.search(name.lower()) is not None,
    )
