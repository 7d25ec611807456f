"""The objects of one page, read through PDFium's C interface."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from typing import Any

import msgspec
import pypdfium2.raw as pdfium

from faimi_check.model.page import Box, Drawing, Image, Page, TextRun
from faimi_check.model.problem import Problem
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.page.objects.advances import Advances
from faimi_check.reading.page.objects.clipping import ClipReader, is_clipped
from faimi_check.reading.page.objects.drawn import Found
from faimi_check.reading.page.objects.fonts import FontTable
from faimi_check.reading.page.objects.geometry import Matrix, intersection, multiply, transform_box
from faimi_check.reading.page.objects.glyphs import readable
from faimi_check.reading.page.objects.leaves import Leaf, LeafWalk, page_matrix
from faimi_check.reading.page.objects.links import links_of
from faimi_check.reading.page.objects.notes import has_drawn_notes
from faimi_check.reading.page.objects.open_pages import OpenPages
from faimi_check.reading.page.objects.said import Said, compare, said_instead, take_off, unread_problem

# A figure that keeps off the outer parts of the page, where margins are, needs no look at its clip path.
_MARGIN_SHARE = 0.2


class PageReader:
    """Reads the pages of a document one after the other."""

    def __init__(self, pages: OpenPages, fonts: FontTable, limits: PdfLimits) -> None:
        self._pages = pages
        self._fonts = fonts
        self._limits = limits
        self._runs_left = limits.max_runs
        self._walk_left = limits.max_walk
        self._buffer = ctypes.create_string_buffer(16384)
        self._wide = _as_wide(self._buffer)
        # Pointers made once: ctypes would make one more for each of a hundred thousand calls.
        self._edges = [ctypes.pointer(ctypes.c_float()) for _ in range(4)]
        self._channels = [ctypes.pointer(ctypes.c_uint()) for _ in range(4)]
        self._size = ctypes.pointer(ctypes.c_float())
        self._advances = Advances()
        self._clips = ClipReader()
        self._leaves = LeafWalk(self._clips)
        self._said: dict[int, Said] = {}

    def read(self, index: int, unit: float = 1.0) -> tuple[Page, tuple[Problem, ...]]:
        """The page at `index` (from 0), whose own unit of length is `unit` points.

        Raises what PDFium raises for a page that cannot be loaded.
        """
        with self._pages.at(index) as page:
            base = multiply(page_matrix(page.raw), (unit, 0.0, 0.0, unit, 0.0, 0.0))
            links = tuple(links_of(self._pages.document.raw, page.raw, base, self._limits.max_links_per_page))
            noted = has_drawn_notes(page.raw)
        if noted:
            self._pages.draw_notes_into(index)
        with self._pages.at(index) as page:
            try:
                facts, problems = self._as_drawn(index, page.raw, unit)
                return msgspec.structs.replace(facts, links=links), problems
            finally:
                self._fonts.forget_handles()
                self._advances.forget_handles()

    def _as_drawn(self, index: int, raw: Any, unit: float) -> tuple[Page, tuple[Problem, ...]]:
        """The page with the text that it draws, also where it says another."""
        facts, problems = self._read(index, raw, unit)
        if not self._said:
            return facts, problems
        said = dict(self._said)
        take_off(said.values())
        drawn, _ = self._read(index, raw, unit)
        reading = compare(said, facts.runs, drawn.runs)
        facts = msgspec.structs.replace(facts, runs=reading.runs, hidden=reading.hidden, mute=drawn.mute)
        return facts, (*problems, *unread_problem(reading.unread, index + 1))

    def _read(self, index: int, raw: Any, unit: float) -> tuple[Page, tuple[Problem, ...]]:
        text_page = pdfium.FPDFText_LoadPage(raw)
        try:
            return self._read_text(index, raw, text_page, unit)
        finally:
            if text_page:
                pdfium.FPDFText_ClosePage(text_page)

    def _read_text(self, index: int, raw: Any, text_page: Any, unit: float) -> tuple[Page, tuple[Problem, ...]]:
        self._said.clear()
        base = multiply(page_matrix(raw), (unit, 0.0, 0.0, unit, 0.0, 0.0))
        characters = max(1, pdfium.FPDFText_CountChars(text_page))
        # For the text of each object PDFium walks along all characters of the page.
        max_texts = min(self._runs_left, self._limits.max_runs_per_page, self._walk_left // characters)
        found = Found(max_texts, self._limits.max_drawings_per_page)
        width, height = unit * pdfium.FPDF_GetPageWidthF(raw), unit * pdfium.FPDF_GetPageHeightF(raw)
        middle = _middle(width, height)
        for order, leaf in enumerate(self._leaves.of(raw, base)):
            if leaf.kind == pdfium.FPDF_PAGEOBJ_TEXT:
                if found.full:
                    found.cut_short = True
                    break
                self._add_text(found, leaf, text_page, order)
                if (instead := said_instead(leaf.handle)) is not None:
                    self._said[order] = instead
            elif leaf.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                found.add_image(self._image(leaf, middle, order))
            elif leaf.kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING):
                found.add_drawing(self._drawing(leaf, middle, order))
        self._runs_left -= found.texts
        self._walk_left -= found.texts * characters
        facts = Page(
            number=index + 1,
            width=round(width, 3),
            height=round(height, 3),
            runs=tuple(found.runs),
            images=tuple(found.images),
            drawings=tuple(found.all_drawings()),
            mute=found.mute,
            scanned=found.is_scan(width * height),
        )
        return facts, found.problems(index + 1)

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

    def _add_text(self, found: Found, leaf: Leaf, text_page: Any, order: int) -> None:
        raw = self._text(leaf.handle, text_page)
        text = readable(raw)
        if text and not text.isspace():
            found.add_run(self._run(raw, text, leaf, order))
        else:
            found.add_blank(mute=not raw or not raw.isspace())

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
        return TextRun(
            text=text,
            box=box if limit is None or clipped else intersection(box, limit) or box,
            x=e,
            baseline=f,
            size=size,
            font=self._fonts.index(font),
            color=self._color(pdfium.FPDFPageObj_GetFillColor, handle, 0x000000FF),
            mode=pdfium.FPDFTextObj_GetTextRenderMode(handle),
            angle=round(math.degrees(math.atan2(-b, a)), 1) + 0.0,
            order=order,
            clipped=clipped,
            natural=size * self._advances.of(font, raw),
            stretch=wide / tall if tall else 1.0,
        )

    def _text(self, handle: Any, text_page: Any) -> str:
        buffer = self._buffer
        length = pdfium.FPDFTextObj_GetText(handle, text_page, self._wide, len(buffer))
        if length > len(buffer):
            buffer = ctypes.create_string_buffer(min(length, self._limits.max_text))
            length = min(pdfium.FPDFTextObj_GetText(handle, text_page, _as_wide(buffer), len(buffer)), len(buffer))
        return ctypes.string_at(buffer, max(0, length - 2)).decode("utf-16-le", "replace")

    def _image(self, leaf: Leaf, middle: Box, order: int) -> Image | None:
        box = self._painted(leaf, middle)
        if box is None:
            return None
        width, height = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(leaf.handle, width, height)
        return Image(box, (width.value, height.value), order)

    def _drawing(self, leaf: Leaf, middle: Box, order: int) -> Drawing | None:
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


def _as_wide(buffer: Any) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))


def _middle(width: float, height: float) -> Box:
    """The page without its outer parts."""
    return Box(_MARGIN_SHARE * width, _MARGIN_SHARE * height, (1 - _MARGIN_SHARE) * width, (1 - _MARGIN_SHARE) * height)
