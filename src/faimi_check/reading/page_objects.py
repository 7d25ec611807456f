"""The objects of one page, read through PDFium's C interface."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from faimi_check.model.page import Box, Drawing, Image, Link, Page, TextRun
from faimi_check.model.paper import Font
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.reading.glyphs import readable
from faimi_check.reading.limits import PdfLimits

Matrix = tuple[float, float, float, float, float, float]
_SUBSET_PREFIX = re.compile(r"^[A-Z]{6}\+")
_MAX_FORM_DEPTH = 12
_SCAN_SHARE = 0.6
_SCAN_CHARACTERS = 60
_OUTLINED_PATHS = 800


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


class FontTable:
    """The fonts met so far, by PDFium's handle."""

    def __init__(self) -> None:
        self._index: dict[int | None, int] = {}
        self._fonts: list[Font] = []

    def index(self, handle: Any) -> int:
        """The place of the font in `facts()`."""
        key = ctypes.addressof(handle.contents) if handle else None
        known = self._index.get(key)
        if known is None:
            known = self._index[key] = len(self._fonts)
            self._fonts.append(self._describe(handle))
        return known

    def forget_handles(self) -> None:
        """Handles are reused once a page is closed; equal fonts then fall together by name."""
        self._index.clear()

    def facts(self) -> tuple[Font, ...]:
        """All fonts, in the order of their indexes."""
        return tuple(self._fonts)

    @staticmethod
    def _describe(handle: Any) -> Font:
        if not handle:
            return Font("", embedded=False)
        buffer = ctypes.create_string_buffer(256)
        pdfium.FPDFFont_GetBaseFontName(handle, buffer, 256)
        name = _SUBSET_PREFIX.sub("", buffer.value.decode("utf-8", "replace"))[:200]
        flags = pdfium.FPDFFont_GetFlags(handle)
        angle = ctypes.c_int()
        pdfium.FPDFFont_GetItalicAngle(handle, angle)
        lowered = name.lower()
        bold = bool(flags & (1 << 18)) or re.search(r"bold|bx|cmb|black|heavy|medi(?!um)|semib|-b$", lowered) is not None
        italic = bool(flags & (1 << 6)) or angle.value != 0 or re.search(r"ital|obli|cmti|sfti|ti\d|slant", lowered) is not None
        return Font(name, embedded=pdfium.FPDFFont_GetIsEmbedded(handle) == 1, bold=bold, italic=italic)


class PageReader:
    """Reads pages one after the other out of an open document."""

    def __init__(self, document: pypdfium2.PdfDocument, fonts: FontTable, limits: PdfLimits) -> None:
        self._document = document
        self._fonts = fonts
        self._limits = limits
        self._runs_left = limits.max_runs
        self._buffer = ctypes.create_string_buffer(16384)
        self._edges = [ctypes.c_float() for _ in range(4)]
        self._channels = [ctypes.c_uint() for _ in range(4)]
        self._size = ctypes.c_float()
        self._matrix = pdfium.FS_MATRIX()

    def read(self, index: int) -> tuple[Page, tuple[Problem, ...]]:
        """The page at `index` (from 0). Raises what PDFium raises for a page that cannot be loaded."""
        page = self._document[index]
        raw = page.raw
        text_page = pdfium.FPDFText_LoadPage(raw)
        try:
            return self._read(index, page, raw, text_page)
        finally:
            if text_page:
                pdfium.FPDFText_ClosePage(text_page)
            page.close()
            self._fonts.forget_handles()

    def _read(self, index: int, page: Any, raw: Any, text_page: Any) -> tuple[Page, tuple[Problem, ...]]:
        base = self._page_matrix(raw)
        runs: list[TextRun] = []
        images: list[Image] = []
        drawings: list[Drawing] = []
        overflow: Box | None = None
        room = min(self._runs_left, self._limits.max_runs_per_page)
        cut = False
        for order, (handle, kind, outer) in enumerate(self._objects(raw, base)):
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                if len(runs) >= room:
                    cut = True
                    break
                run = self._run(handle, text_page, outer, order)
                if run is not None:
                    runs.append(run)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                images.append(self._image(handle, outer, order))
            elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING):
                drawing = self._drawing(handle, kind, outer, order)
                if drawing is None:
                    continue
                if len(drawings) < self._limits.max_drawings_per_page:
                    drawings.append(drawing)
                else:
                    overflow = drawing.box if overflow is None else overflow.union(drawing.box)
        if overflow is not None:
            drawings.append(Drawing(overflow, fill=None, stroke=None, order=drawings[-1].order + 1))
        self._runs_left -= len(runs)
        width, height = pdfium.FPDF_GetPageWidthF(raw), pdfium.FPDF_GetPageHeightF(raw)
        facts = Page(
            number=index + 1,
            width=round(width, 3),
            height=round(height, 3),
            runs=tuple(runs),
            images=tuple(images),
            drawings=tuple(drawings),
            links=tuple(self._links(raw, base)),
            scanned=_is_scan(width * height, runs, images, drawings),
        )
        if not cut:
            return facts, ()
        detail = f"Page {index + 1} draws more than {room:,} pieces of text, over the limit; the rest was not read."
        aspects = (Aspect.TEXT, Aspect.LAYOUT, Aspect.VISIBILITY)
        return facts, (Problem(kind=ProblemKind.LIMIT, aspects=aspects, detail=detail, page=index + 1),)

    @staticmethod
    def _page_matrix(raw: Any) -> Matrix:
        """From PDF user space to the page as shown, y downwards."""
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
        matrix = self._matrix
        if not pdfium.FPDFPageObj_GetMatrix(handle, matrix):
            return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def _bounds(self, handle: Any, outer: Matrix) -> Box:
        left, bottom, right, top = self._edges
        if not pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
            return Box(0.0, 0.0, 0.0, 0.0)
        return transform_box(outer, left.value, bottom.value, right.value, top.value)

    def _color(self, read: Callable[..., int], handle: Any, missing: int) -> int:
        red, green, blue, alpha = self._channels
        if not read(handle, red, green, blue, alpha):
            return missing
        return red.value << 24 | green.value << 16 | blue.value << 8 | alpha.value

    def _run(self, handle: Any, text_page: Any, outer: Matrix, order: int) -> TextRun | None:
        text = readable(self._text(handle, text_page))
        if not text.strip():
            return None
        pdfium.FPDFTextObj_GetFontSize(handle, self._size)
        a, b, c, d, e, f = multiply(self._object_matrix(handle), outer)
        return TextRun(
            text=text,
            box=self._bounds(handle, outer),
            x=e,
            baseline=f,
            size=round(abs(self._size.value) * math.hypot(c, d), 3),
            font=self._fonts.index(pdfium.FPDFTextObj_GetFont(handle)),
            color=self._color(pdfium.FPDFPageObj_GetFillColor, handle, 0x000000FF),
            mode=pdfium.FPDFTextObj_GetTextRenderMode(handle),
            angle=round(math.degrees(math.atan2(-b, a)), 1) + 0.0,
            order=order,
        )

    def _text(self, handle: Any, text_page: Any) -> str:
        buffer = self._buffer
        length = pdfium.FPDFTextObj_GetText(handle, text_page, _as_wide(buffer), len(buffer))
        if length > len(buffer):
            buffer = ctypes.create_string_buffer(min(length, self._limits.max_text))
            length = min(pdfium.FPDFTextObj_GetText(handle, text_page, _as_wide(buffer), len(buffer)), len(buffer))
        return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace")

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
            length = pdfium.FPDFAction_GetURIPath(self._document.raw, action, None, 0)
            buffer = ctypes.create_string_buffer(min(length, 8192) + 1)
            pdfium.FPDFAction_GetURIPath(self._document.raw, action, buffer, len(buffer))
            target = buffer.value.decode("utf-8", "replace")
            yield Link(transform_box(base, rect.left, rect.bottom, rect.right, rect.top), target)


def _as_wide(buffer: Any) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))


def _is_scan(area: float, runs: list[TextRun], images: list[Image], drawings: list[Drawing]) -> bool:
    """A picture of a page, or letters drawn as paths: hardly any text, and something that fills the page."""
    if sum(len(run.text) for run in runs if run.mode != 3) >= _SCAN_CHARACTERS or area <= 0:
        return False
    covered = sum(image.box.width * image.box.height for image in images)
    return covered > _SCAN_SHARE * area or len(drawings) >= _OUTLINED_PATHS
