"""One object of a page: a text run, an image or a drawing, as PDFium tells it."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from codecs import utf_16_le_decode
from collections.abc import Callable

import pypdfium2.raw as pdfium

from faimi_check.model.page import Box, Drawing, Image, TextRun
from faimi_check.reading.page.objects.clipping import ClipReader, is_clipped
from faimi_check.reading.page.objects.direct import Numbers, direct
from faimi_check.reading.page.objects.drawn import Found
from faimi_check.reading.page.objects.fonts import FontTable, MetFont
from faimi_check.reading.page.objects.geometry import Matrix, intersection, multiply, transform_box
from faimi_check.reading.page.objects.glyphs import readable, unreadable_letters
from faimi_check.reading.page.objects.leaves import Leaf
from faimi_check.reading.page.objects.letter_gaps import LetterGaps, may_stand_apart
from faimi_check.reading.page.objects.lone_accents import LoneAccents
from faimi_check.reading.plain_text import UNSEEN_LETTERS

_SHORTEST_WORD = 3
# Of Unicode's classes of direction, those of scripts that are written so.
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
# Points.
_INKED = 2.0
# Share of a run's width.
_BEGINS_RIGHT = 0.7
# Bytes for the text of most objects.
_ROOM = 16_384
_PATH = pdfium.FPDF_PAGEOBJ_PATH
# What TeX's own fonts have letters for, and others no letter, or another one.
_TEX_CODES = frozenset(map(chr, (*range(0x0B, 0x20), *range(0x7F, 0x9F), *range(0xA0, 0xBD), 0xFF)))

_get_text = direct(pdfium.FPDFTextObj_GetText)
_get_bounds = direct(pdfium.FPDFPageObj_GetBounds)
_get_matrix = direct(pdfium.FPDFPageObj_GetMatrix)
_get_font = direct(pdfium.FPDFTextObj_GetFont)
_get_size = direct(pdfium.FPDFTextObj_GetFontSize)
_get_fill = direct(pdfium.FPDFPageObj_GetFillColor)
_get_stroke = direct(pdfium.FPDFPageObj_GetStrokeColor)
_get_render_mode = direct(pdfium.FPDFTextObj_GetTextRenderMode)
_get_draw_mode = direct(pdfium.FPDFPath_GetDrawMode)
_get_pixels = direct(pdfium.FPDFImageObj_GetImagePixelSize)


class ObjectReader:
    """Reads the objects of a page one after the other; lengths in points from the top left."""

    def __init__(self, clips: ClipReader, fonts: FontTable, max_text: int) -> None:
        self._clips = clips
        self._fonts = fonts
        self._max_text = max_text
        self._accents = LoneAccents()
        self._gaps = LetterGaps()
        self._buffer = ctypes.create_string_buffer(_ROOM)
        self._place, self._view = ctypes.addressof(self._buffer), memoryview(self._buffer)
        self._edges, self._channels, self._pair = Numbers("4f"), Numbers("4I"), Numbers("2I")
        # A run's edges, matrix and size stand side by side, to be read at once.
        self._measures = Numbers("4f6ff")

    def turn_to(self, text_page: int | None) -> None:
        """Goes on with another page."""
        self._accents.turn_to(text_page)
        self._gaps.turn_to(text_page)

    def add_text(self, found: Found, leaf: Leaf, text_page: int | None, order: int) -> None:
        """Adds the run of a text object to what was found, or a blank."""
        handle, _, holder = leaf
        font, raw = self._fonts.at(_get_font(handle)), self._text(handle, text_page)
        if not (raw.isascii() and raw.isprintable()) and not _TEX_CODES.isdisjoint(raw):
            raw = self._decoded(raw, font)
        if not raw.isascii() and UNSEEN_LETTERS.search(raw):
            found.add_unseen(raw, self._bounds(handle, holder.matrix))
            raw = UNSEEN_LETTERS.sub("", raw)
        if may_stand_apart(raw, typewriter=font.typewriter):
            raw = self._gaps.closed(raw, handle, typewriter=font.typewriter)
        text = readable(raw if raw.isascii() and "`" not in raw else self._accents.as_signs(raw, handle))
        if text and not text.isspace():
            found.add_run(self._run(raw, text, leaf, font, order))
        else:
            found.add_blank(mute=not raw or not raw.isspace())
        letters = unreadable_letters(raw)
        if letters or not raw:
            found.add_unread(self._bounds(handle, holder.matrix), letters)
        elif not text or text.isspace():
            # A blank has no ink, and so no height.
            box = self._bounds(handle, holder.matrix)
            if box.height >= _INKED:
                found.add_unread(box, 0)

    def _decoded(self, raw: str, font: MetFont) -> str:
        """A piece of text with the codes of TeX's bitmap fonts as letters."""
        if not font.nameless:
            return raw
        from faimi_check.reading.page.objects.tex_codes import decoded

        return decoded(raw, self._accents.page_text())

    def image(self, leaf: Leaf, middle: Box, order: int) -> Image | None:
        """The image where it is painted, None where nothing of it is; `middle` is the page without its margins."""
        box = self._painted(leaf, middle)
        if box is None:
            return None
        known = _get_pixels(leaf[0], *self._pair.at)
        width, height = self._pair.read() if known else (0, 0)
        return Image(box, (width, height), order)

    def drawing(self, leaf: Leaf, middle: Box, order: int) -> Drawing | None:
        """The path or shading where it is painted, None where nothing of it is."""
        handle, kind, _ = leaf
        fills = strokes = 0
        if kind == _PATH:
            if _get_draw_mode(handle, *self._pair.at):
                fills, strokes = self._pair.read()
            if not fills and not strokes:
                return None
        box = self._painted(leaf, middle)
        if box is None:
            return None
        return Drawing(
            box,
            fill=self._color(_get_fill, handle, 0) if fills else None,
            stroke=self._color(_get_stroke, handle, 0) if strokes else None,
            order=order,
        )

    def _run(self, raw: str, text: str, leaf: Leaf, font: MetFont, order: int) -> TextRun:
        handle, _, (_, outer, within) = leaf
        left, bottom, right, top, matrix, _, _, _, _, _, height = self._measures.at
        # All text has these: none of the three can fail.
        _get_bounds(handle, left, bottom, right, top)
        _get_matrix(handle, matrix)
        _get_size(handle, height)
        measures = self._measures.read()
        box = transform_box(outer, *measures[:4])
        a, b, c, d, x, baseline = multiply(measures[4:10], outer)
        limit = self._clips.box(handle, outer, within)
        clipped = limit is not None and is_clipped(box, limit)
        if a > 0 and not b and not c:
            # Hardly anything on a page is turned.
            tall, wide, angle = abs(d), a, 0.0
        else:
            tall, wide = math.hypot(c, d), math.hypot(a, b)
            angle = round(math.degrees(math.atan2(-b, a)), 1) + 0.0
        size = round(abs(measures[10]) * tall, 3)
        return TextRun(
            text[::-1] if not angle and _is_drawn_leftwards(text, x, box) else text,
            box if limit is None or clipped else intersection(box, limit) or box,
            x,
            baseline,
            size,
            font.place,
            self._color(_get_fill, handle, 0x000000FF),
            _get_render_mode(handle),
            angle,
            order,
            clipped,
            natural=size * sum(map(font.widths.__getitem__, raw)),
            stretch=wide / tall if tall else 1.0,
        )

    def _text(self, handle: int | None, text_page: int | None) -> str:
        view = self._view
        length = _get_text(handle, text_page, self._place, _ROOM)
        if length > _ROOM:
            buffer = ctypes.create_string_buffer(min(length, self._max_text))
            length = min(_get_text(handle, text_page, buffer, len(buffer)), len(buffer))
            view = memoryview(buffer)
        # By its name in `decode` the codec would be looked for each time.
        return utf_16_le_decode(view[: max(0, length - 2)], "replace", True)[0]

    def _bounds(self, handle: int | None, outer: Matrix) -> Box:
        if not _get_bounds(handle, *self._edges.at):
            return Box(0.0, 0.0, 0.0, 0.0)
        return transform_box(outer, *self._edges.read())

    def _color(self, read: Callable[..., int], handle: int | None, missing: int) -> int:
        if not read(handle, *self._channels.at):
            return missing
        red, green, blue, alpha = self._channels.read()
        return int(red << 24 | green << 16 | blue << 8 | alpha)

    def _painted(self, leaf: Leaf, middle: Box) -> Box | None:
        """The box of what is painted, None for nothing; clip paths count where they may keep it out of a margin."""
        handle, _, (_, outer, within) = leaf
        box = self._bounds(handle, outer)
        if box.x0 >= middle.x0 and box.top >= middle.top and box.x1 <= middle.x1 and box.bottom <= middle.bottom:
            return box
        limit = self._clips.box(handle, outer, within)
        return box if limit is None else intersection(box, limit)


def _is_drawn_leftwards(text: str, x: float, box: Box) -> bool:
    """Whether a run of left-to-right letters begins at its right end, so that they are read in the order as seen."""
    if len(text) <= _SHORTEST_WORD or x - box.x0 <= _BEGINS_RIGHT * box.width:
        return False
    return not any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)
