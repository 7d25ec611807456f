"""One object of a page: a text run, an image or a drawing, as PDFium tells it."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

from faimi_check.model.page import Box, Drawing, Image, TextRun
from faimi_check.reading.page.objects.advances import Advances
from faimi_check.reading.page.objects.clipping import ClipReader, is_clipped
from faimi_check.reading.page.objects.drawn import Found
from faimi_check.reading.page.objects.fonts import FontTable
from faimi_check.reading.page.objects.geometry import Matrix, intersection, multiply, transform_box
from faimi_check.reading.page.objects.glyphs import readable, unreadable_letters
from faimi_check.reading.page.objects.leaves import Leaf, LeafWalk

_SHORTEST_WORD = 3
# Of Unicode's classes of direction, those of scripts that are written so.
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
# Share of a run's width.
_BEGINS_RIGHT = 0.7


class ObjectReader:
    """Reads the objects of a page one after the other; lengths in points from the top left."""

    def __init__(self, leaves: LeafWalk, clips: ClipReader, fonts: FontTable, max_text: int) -> None:
        self._leaves = leaves
        self._clips = clips
        self._fonts = fonts
        self._max_text = max_text
        self._advances = Advances()
        self._buffer = ctypes.create_string_buffer(16384)
        self._wide = _as_wide(self._buffer)
        # Pointers made once: ctypes would make one more for each of a hundred thousand calls.
        self._edges = [ctypes.pointer(ctypes.c_float()) for _ in range(4)]
        self._channels = [ctypes.pointer(ctypes.c_uint()) for _ in range(4)]
        self._size = ctypes.pointer(ctypes.c_float())

    def forget_handles(self) -> None:
        """Handles of fonts are only good while their page is open."""
        self._advances.forget_handles()

    def add_text(self, found: Found, leaf: Leaf, text_page: Any, order: int) -> None:
        """Adds the run of a text object to what was found, or a blank."""
        raw = self._text(leaf.handle, text_page)
        text = readable(raw)
        if text and not text.isspace():
            found.add_run(self._run(raw, text, leaf, order))
        else:
            found.add_blank(mute=not raw or not raw.isspace())
        letters = unreadable_letters(raw)
        if letters or not raw:
            found.add_unread(self._bounds(leaf.handle, leaf.outer), letters)

    def image(self, leaf: Leaf, middle: Box, order: int) -> Image | None:
        """The image where it is painted, None where nothing of it is; `middle` is the page without its margins."""
        box = self._painted(leaf, middle)
        if box is None:
            return None
        width, height = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(leaf.handle, width, height)
        return Image(box, (width.value, height.value), order)

    def drawing(self, leaf: Leaf, middle: Box, order: int) -> Drawing | None:
        """The path or shading where it is painted, None where nothing of it is."""
        handle = leaf.handle
        mode, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
        if leaf.kind == pdfium.FPDF_PAGEOBJ_PATH:
            pdfium.FPDFPath_GetDrawMode(handle, mode, stroke)
            if not mode.value and not stroke.value:
                return None
        box = self._painted(leaf, middle)
        if box is None:
            return None
        return Drawing(
            box,
            fill=self._color(pdfium.FPDFPageObj_GetFillColor, handle, 0) if mode.value else None,
            stroke=self._color(pdfium.FPDFPageObj_GetStrokeColor, handle, 0) if stroke.value else None,
            order=order,
        )

    def _run(self, raw: str, text: str, leaf: Leaf, order: int) -> TextRun:
        handle, outer = leaf.handle, leaf.outer
        box = self._bounds(handle, outer)
        limit = self._clips.box(handle, outer, leaf.limit)
        clipped = is_clipped(box, limit)
        font = pdfium.FPDFTextObj_GetFont(handle)
        pdfium.FPDFTextObj_GetFontSize(handle, self._size)
        a, b, c, d, e, f = multiply(self._leaves.matrix(handle), outer)
        tall, wide = math.hypot(c, d), math.hypot(a, b)
        size = round(abs(self._size[0]) * tall, 3)
        angle = round(math.degrees(math.atan2(-b, a)), 1) + 0.0
        return TextRun(
            text=text[::-1] if not angle and _is_drawn_leftwards(text, e, box) else text,
            box=box if limit is None or clipped else intersection(box, limit) or box,
            x=e,
            baseline=f,
            size=size,
            font=self._fonts.index(font),
            color=self._color(pdfium.FPDFPageObj_GetFillColor, handle, 0x000000FF),
            mode=pdfium.FPDFTextObj_GetTextRenderMode(handle),
            angle=angle,
            order=order,
            clipped=clipped,
            natural=size * self._advances.of(font, raw),
            stretch=wide / tall if tall else 1.0,
        )

    def _text(self, handle: Any, text_page: Any) -> str:
        buffer = self._buffer
        length = pdfium.FPDFTextObj_GetText(handle, text_page, self._wide, len(buffer))
        if length > len(buffer):
            buffer = ctypes.create_string_buffer(min(length, self._max_text))
            length = min(pdfium.FPDFTextObj_GetText(handle, text_page, _as_wide(buffer), len(buffer)), len(buffer))
        return ctypes.string_at(buffer, max(0, length - 2)).decode("utf-16-le", "replace")

    def _bounds(self, handle: Any, outer: Matrix) -> Box:
        left, bottom, right, top = self._edges
        if not pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
            return Box(0.0, 0.0, 0.0, 0.0)
        return transform_box(outer, left[0], bottom[0], right[0], top[0])

    def _color(self, read: Callable[..., int], handle: Any, missing: int) -> int:
        red, green, blue, alpha = self._channels
        if not read(handle, red, green, blue, alpha):
            return missing
        return int(red[0] << 24 | green[0] << 16 | blue[0] << 8 | alpha[0])

    def _painted(self, leaf: Leaf, middle: Box) -> Box | None:
        """The box of what is painted, None for nothing; clip paths count where they may keep it out of a margin."""
        box = self._bounds(leaf.handle, leaf.outer)
        if box.x0 >= middle.x0 and box.top >= middle.top and box.x1 <= middle.x1 and box.bottom <= middle.bottom:
            return box
        limit = self._clips.box(leaf.handle, leaf.outer, leaf.limit)
        return box if limit is None else intersection(box, limit)


def _is_drawn_leftwards(text: str, x: float, box: Box) -> bool:
    """Whether a run of left-to-right letters begins at its right end, so that they are read in the order as seen."""
    if len(text) <= _SHORTEST_WORD or x - box.x0 <= _BEGINS_RIGHT * box.width:
        return False
    return not any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)


def _as_wide(buffer: Any) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
