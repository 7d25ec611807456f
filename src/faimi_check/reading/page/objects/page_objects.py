"""The objects of one page, read through PDFium's C interface."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pypdfium2.raw as pdfium

from faimi_check.model.page import Box, Drawing, Image, Link, Page, TextRun
from faimi_check.model.problem import Problem
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.page.objects.drawn import Found
from faimi_check.reading.page.objects.fonts import FontTable
from faimi_check.reading.page.objects.glyphs import readable
from faimi_check.reading.page.objects.notes import has_drawn_notes
from faimi_check.reading.page.objects.open_pages import OpenPages
from faimi_check.reading.page.objects.said import Said, compare, said_instead, take_off, unread_problem

Matrix = tuple[float, float, float, float, float, float]
_MAX_FORM_DEPTH = 12


def multiply(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def transform_box(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """The upright box round a rectangle after the matrix."""
    a, b, c, d, e, f = matrix
    xs = (a * left + c * bottom + e, a * right + c * bottom + e, a * left + c * top + e, a * right + c * top + e)
    ys = (b * left + d * bottom + f, b * right + d * bottom + f, b * left + d * top + f, b * right + d * top + f)
    return Box(min(xs), min(ys), max(xs), max(ys))


class PageReader:
    """Reads the pages of a document one after the other."""

    def __init__(self, pages: OpenPages, fonts: FontTable, limits: PdfLimits) -> None:
        self._pages = pages
        self._fonts = fonts
        self._limits = limits
        self._runs_left = limits.max_runs
        self._walk_left = limits.max_walk
        self._said: dict[int, Said] = {}
        self._buffer = ctypes.create_string_buffer(16384)
        self._wide = _as_wide(self._buffer)
        # Pointers made once: ctypes would make one more for each of a hundred thousand calls.
        self._edges = [ctypes.pointer(ctypes.c_float()) for _ in range(4)]
        self._channels = [ctypes.pointer(ctypes.c_uint()) for _ in range(4)]
        self._size = ctypes.pointer(ctypes.c_float())
        self._matrix = ctypes.pointer(pdfium.FS_MATRIX())

    def read(self, index: int, unit: float = 1.0) -> tuple[Page, tuple[Problem, ...]]:
        """The page at `index` (from 0), whose own unit of length is `unit` points.

        Raises what PDFium raises for a page that cannot be loaded.
        """
        with self._pages.at(index) as page:
            links = tuple(self._links(page.raw, self._base(page.raw, unit)))
            noted = has_drawn_notes(page.raw)
        if noted:
            self._pages.draw_notes_into(index)
        with self._pages.at(index) as page:
            try:
                facts, problems = self._read(index, page.raw, unit, links)
                if not self._said:
                    return facts, problems
                said = dict(self._said)
                take_off(said.values())
                drawn, _ = self._read(index, page.raw, unit, links)
                reading = compare(said, facts.runs, drawn.runs)
                facts = msgspec.structs.replace(facts, runs=reading.runs, hidden=reading.hidden, mute=drawn.mute)
                return facts, (*problems, *unread_problem(reading.unread, index + 1))
            finally:
                self._fonts.forget_handles()

    def _read(self, index: int, raw: Any, unit: float, links: tuple[Link, ...]) -> tuple[Page, tuple[Problem, ...]]:
        text_page = pdfium.FPDFText_LoadPage(raw)
        try:
            return self._read_text(index, raw, text_page, unit, links)
        finally:
            if text_page:
                pdfium.FPDFText_ClosePage(text_page)

    def _read_text(
        self, index: int, raw: Any, text_page: Any, unit: float, links: tuple[Link, ...]
    ) -> tuple[Page, tuple[Problem, ...]]:
        self._said.clear()
        base = self._base(raw, unit)
        characters = max(1, pdfium.FPDFText_CountChars(text_page))
        # For the text of each object PDFium walks along all characters of the page.
        max_texts = min(self._runs_left, self._limits.max_runs_per_page, self._walk_left // characters)
        found = Found(max_texts, self._limits.max_drawings_per_page)
        for order, (handle, kind, outer) in enumerate(self._objects(raw, base)):
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                if found.full:
                    found.cut_short = True
                    break
                self._add_text(found, handle, text_page, outer, order)
                instead = said_instead(handle)
                if instead is not None:
                    self._said[order] = instead
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                found.images.append(self._image(handle, outer, order))
            elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING):
                found.add_drawing(self._drawing(handle, kind, outer, order))
        self._runs_left -= found.texts
        self._walk_left -= found.texts * characters
        width, height = unit * pdfium.FPDF_GetPageWidthF(raw), unit * pdfium.FPDF_GetPageHeightF(raw)
        facts = Page(
            number=index + 1,
            width=round(width, 3),
            height=round(height, 3),
            runs=tuple(found.runs),
            images=tuple(found.images),
            drawings=tuple(found.all_drawings()),
            links=links,
            mute=found.mute,
            scanned=found.is_scan(width * height),
        )
        return facts, found.problems(index + 1)

    def _base(self, raw: Any, unit: float) -> Matrix:
        """From PDF user space to the page as shown, in points."""
        return multiply(self._page_matrix(raw), (unit, 0.0, 0.0, unit, 0.0, 0.0))

    @staticmethod
    def _page_matrix(raw: Any) -> Matrix:
        """From PDF user space to the page as shown, y downwards, in the page's own unit."""
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(raw, rect)
        x0, x1 = sorted((rect.left, rect.right))
        y0, y1 = sorted((rect.bottom, rect.top))
        return {
            0: (1.0, 0.0, 0.0, -1.0, -x0, y1),
            1: (0.0, 1.0, 1.0, 0.0, -y0, -x0),
            2: (-1.0, 0.0, 0.0, 1.0, x1, -y0),
            3: (0.0, -1.0, -1.0, 0.0, y1, x1),
        }[pdfium.FPDFPage_GetRotation(raw) % 4]

    def _objects(self, raw: Any, base: Matrix) -> Iterator[tuple[Any, int, Matrix]]:
        """All leaf objects in drawing order with the matrix of what holds them."""
        yield from self._walk(raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, base, 0)

    def _walk(
        self, parent: Any, count: Callable[[Any], int], get: Callable[[Any, int], Any], outer: Matrix, depth: int
    ) -> Iterator[tuple[Any, int, Matrix]]:
        for position in range(count(parent)):
            handle = get(parent, position)
            kind = pdfium.FPDFPageObj_GetType(handle)
            if kind != pdfium.FPDF_PAGEOBJ_FORM:
                yield handle, kind, outer
            elif depth < _MAX_FORM_DEPTH:
                inner = multiply(self._object_matrix(handle), outer)
                yield from self._walk(
                    handle, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, depth + 1
                )

    def _object_matrix(self, handle: Any) -> Matrix:
        if not pdfium.FPDFPageObj_GetMatrix(handle, self._matrix):
            return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        matrix = self._matrix.contents
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

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

    def _add_text(self, found: Found, handle: Any, text_page: Any, outer: Matrix, order: int) -> None:
        raw = self._text(handle, text_page)
        text = readable(raw)
        if text and not text.isspace():
            found.add_run(self._run(text, handle, outer, order))
        else:
            found.add_blank(mute=not raw or not raw.isspace())

    def _run(self, text: str, handle: Any, outer: Matrix, order: int) -> TextRun:
        pdfium.FPDFTextObj_GetFontSize(handle, self._size)
        a, b, c, d, e, f = multiply(self._object_matrix(handle), outer)
        return TextRun(
            text=text,
            box=self._bounds(handle, outer),
            x=e,
            baseline=f,
            size=round(abs(self._size[0]) * math.hypot(c, d), 3),
            font=self._fonts.index(pdfium.FPDFTextObj_GetFont(handle)),
            color=self._color(pdfium.FPDFPageObj_GetFillColor, handle, 0x000000FF),
            mode=pdfium.FPDFTextObj_GetTextRenderMode(handle),
            angle=round(math.degrees(math.atan2(-b, a)), 1) + 0.0,
            order=order,
        )

    def _text(self, handle: Any, text_page: Any) -> str:
        buffer = self._buffer
        length = pdfium.FPDFTextObj_GetText(handle, text_page, self._wide, len(buffer))
        if length > len(buffer):
            buffer = ctypes.create_string_buffer(min(length, self._limits.max_text))
            length = min(pdfium.FPDFTextObj_GetText(handle, text_page, _as_wide(buffer), len(buffer)), len(buffer))
        return ctypes.string_at(buffer, max(0, length - 2)).decode("utf-16-le", "replace")

    def _image(self, handle: Any, outer: Matrix, order: int) -> Image:
        width, height = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(handle, width, height)
        return Image(self._bounds(handle, outer), (width.value, height.value), order)

    def _drawing(self, handle: Any, kind: int, outer: Matrix, order: int) -> Drawing | None:
        if kind == pdfium.FPDF_PAGEOBJ_SHADING:
            return Drawing(self._bounds(handle, outer), fill=None, stroke=None, order=order)
        mode, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
        pdfium.FPDFPath_GetDrawMode(handle, mode, stroke)
        if not mode.value and not stroke.value:
            return None
        return Drawing(
            self._bounds(handle, outer),
            fill=self._color(pdfium.FPDFPageObj_GetFillColor, handle, 0) if mode.value else None,
            stroke=self._color(pdfium.FPDFPageObj_GetStrokeColor, handle, 0) if stroke.value else None,
            order=order,
        )

    def _links(self, raw: Any, base: Matrix) -> Iterator[Link]:
        position = ctypes.c_int(0)
        link = pdfium.FPDF_LINK()
        for _ in range(self._limits.max_links_per_page):
            if not pdfium.FPDFLink_Enumerate(raw, position, link):
                return
            action = pdfium.FPDFLink_GetAction(link)
            if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
                continue
            rect = pdfium.FS_RECTF()
            pdfium.FPDFLink_GetAnnotRect(link, rect)
            length = pdfium.FPDFAction_GetURIPath(self._pages.document.raw, action, None, 0)
            buffer = ctypes.create_string_buffer(min(length, 8192) + 1)
            pdfium.FPDFAction_GetURIPath(self._pages.document.raw, action, buffer, len(buffer))
            target = buffer.value.decode("utf-8", "replace")
            yield Link(transform_box(base, rect.left, rect.bottom, rect.right, rect.top), target)


def _as_wide(buffer: Any) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
