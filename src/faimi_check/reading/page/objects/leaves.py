"""The objects of a page that hold no others, through all forms, in drawing order."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from faimi_check.model.page import Box
from faimi_check.reading.page.objects.clipping import ClipReader
from faimi_check.reading.page.objects.geometry import Matrix, multiply

# As deep as PDFium draws.
MAX_FORM_DEPTH = 40


def page_matrix(raw: Any) -> Matrix:
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


class Leaf(NamedTuple):
    """An object of a page with the matrix of what holds it, and where that is painted (None: wherever)."""

    handle: Any
    kind: int
    outer: Matrix
    limit: Box | None


class LeafWalk:
    """Walks along the objects of pages."""

    def __init__(self, clips: ClipReader) -> None:
        self._clips = clips
        self._matrix = ctypes.pointer(pdfium.FS_MATRIX())

    def of(self, raw: Any, base: Matrix) -> Iterator[Leaf]:
        """All leaf objects of a page whose own matrix is `base`."""
        yield from self._walk(
            Leaf(raw, pdfium.FPDF_PAGEOBJ_FORM, base, None), pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, 0
        )

    def _walk(
        self, parent: Leaf, count: Callable[[Any], int], get: Callable[[Any, int], Any], depth: int
    ) -> Iterator[Leaf]:
        for position in range(count(parent.handle)):
            handle = get(parent.handle, position)
            kind = pdfium.FPDFPageObj_GetType(handle)
            if kind != pdfium.FPDF_PAGEOBJ_FORM:
                yield Leaf(handle, kind, parent.outer, parent.limit)
            elif depth < MAX_FORM_DEPTH:
                limit = self._clips.box(handle, parent.outer, parent.limit)
                form = Leaf(handle, kind, multiply(self.matrix(handle), parent.outer), limit)
                yield from self._walk(form, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, depth + 1)

    def matrix(self, handle: Any) -> Matrix:
        """The object's own matrix."""
        if not pdfium.FPDFPageObj_GetMatrix(handle, self._matrix):
            return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        matrix = self._matrix.contents
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
