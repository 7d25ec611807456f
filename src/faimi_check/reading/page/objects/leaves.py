"""The objects of a page that hold no others, through all forms, in drawing order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from faimi_check.model.page import Box
from faimi_check.reading.page.objects.clipping import ClipReader
from faimi_check.reading.page.objects.direct import Numbers, direct
from faimi_check.reading.page.objects.geometry import Matrix, multiply

# As deep as PDFium draws.
MAX_FORM_DEPTH = 40
_FORM = pdfium.FPDF_PAGEOBJ_FORM

# How many objects a page or a form has, and the one at a place.
ON_PAGE = direct(pdfium.FPDFPage_CountObjects), direct(pdfium.FPDFPage_GetObject)
IN_FORM = direct(pdfium.FPDFFormObj_CountObjects), direct(pdfium.FPDFFormObj_GetObject)
kind_of = direct(pdfium.FPDFPageObj_GetType)
_get_matrix = direct(pdfium.FPDFPageObj_GetMatrix)


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


def leaves(page: Any) -> Iterator[tuple[Any, int]]:
    """The handle and kind of each leaf object of a page that PDFium has loaded: its places are those of `LeafWalk`."""
    return _leaves(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, 0)


def _leaves(parent: Any, count: Any, get: Any, depth: int) -> Iterator[tuple[Any, int]]:
    for position in range(count(parent)):
        handle = get(parent, position)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind != _FORM:
            yield handle, kind
        elif depth < MAX_FORM_DEPTH:
            yield from _leaves(handle, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, depth + 1)


class Holder(NamedTuple):
    """What holds objects, a page or a form: its matrix, and where it is painted (None: wherever)."""

    handle: int | None
    matrix: Matrix
    limit: Box | None


# Its handle and kind, and what holds it.
Leaf = tuple[int | None, int, Holder]


class LeafWalk:
    """Walks along the objects of pages."""

    def __init__(self, clips: ClipReader) -> None:
        self._clips = clips
        self._numbers = Numbers("6f")

    def of(self, page: int | None, base: Matrix) -> Iterator[Leaf]:
        """All leaf objects of a page whose own matrix is `base`."""
        return self._walk(Holder(page, base, None), *ON_PAGE, 0)

    def _walk(
        self, holder: Holder, count: Callable[[Any], int], get: Callable[[Any, int], Any], depth: int
    ) -> Iterator[Leaf]:
        parent = holder.handle
        for position in range(count(parent)):
            handle = get(parent, position)
            kind = kind_of(handle)
            if kind != _FORM:
                yield handle, kind, holder
            elif depth < MAX_FORM_DEPTH:
                limit = self._clips.box(handle, holder.matrix, holder.limit)
                form = Holder(handle, multiply(self.matrix(handle), holder.matrix), limit)
                yield from self._walk(form, *IN_FORM, depth + 1)

    def matrix(self, handle: int | None) -> Matrix:
        """The object's own matrix."""
        if not _get_matrix(handle, self._numbers.at[0]):
            return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        return self._numbers.read()
