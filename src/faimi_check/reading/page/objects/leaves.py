"""The objects of a page that hold no others, through all forms, in drawing order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

import pypdfium2.raw as pdfium

from faimi_check.model.page import Box
from faimi_check.reading.page.objects.clipping import ClipReader
from faimi_check.reading.page.objects.direct import Numbers, address_of, direct
from faimi_check.reading.page.objects.geometry import Matrix, multiply

# As deep as PDFium draws.
_MAX_FORM_DEPTH = 40
_FORM = pdfium.FPDF_PAGEOBJ_FORM

# How many objects a page or a form has, and the one at a place.
_ON_PAGE = direct(pdfium.FPDFPage_CountObjects), direct(pdfium.FPDFPage_GetObject)
_IN_FORM = direct(pdfium.FPDFFormObj_CountObjects), direct(pdfium.FPDFFormObj_GetObject)
kind_of = direct(pdfium.FPDFPageObj_GetType)
_get_matrix = direct(pdfium.FPDFPageObj_GetMatrix)

Held = TypeVar("Held")


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


def walk(
    holder: int | None,
    held: Held,
    enter: Callable[[int, Held], Held],
    inside: tuple[Callable[..., int], Callable[..., int]] = _ON_PAGE,
    depth: int = 0,
) -> Iterator[tuple[int, int, Held]]:
    """The handle and kind of each leaf of a page or a form, and what is known of what holds it.

    `held` is known of the holder itself, and `enter` tells it of a form from its handle and what holds that.
    """
    count, get = inside
    for position in range(count(holder)):
        handle = get(holder, position)
        kind = kind_of(handle)
        if kind != _FORM:
            yield handle, kind, held
        elif depth < _MAX_FORM_DEPTH:
            yield from walk(handle, enter(handle, held), enter, _IN_FORM, depth + 1)


def leaves(page: Any) -> Iterator[tuple[int, int, None]]:
    """The leaves of a page that PDFium has loaded: their places are those of `LeafWalk`."""
    return walk(address_of(page), None, lambda _, held: held)


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
        return walk(page, Holder(page, base, None), self._form)

    def _form(self, handle: int, holder: Holder) -> Holder:
        limit = self._clips.box(handle, holder.matrix, holder.limit)
        return Holder(handle, multiply(self.matrix(handle), holder.matrix), limit)

    def matrix(self, handle: int | None) -> Matrix:
        """The object's own matrix."""
        if not _get_matrix(handle, self._numbers.at[0]):
            return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        return self._numbers.read()
