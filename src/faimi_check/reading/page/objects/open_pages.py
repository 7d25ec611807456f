"""The pages of an open document: loading one costs as much as reading its text, so light ones stay loaded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_KEPT_PAGES = 40
_LIGHT_OBJECTS = 5_000


def turn(raw: Any, quarters: int) -> None:
    """Turns a loaded page to the right, also for those who load it anew, as long as its document is open."""
    pdfium.FPDFPage_SetRotation(raw, (pdfium.FPDFPage_GetRotation(raw) + quarters) % 4)


class OpenPages:
    """Loads pages of a document, and keeps the first light ones until the document is closed."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self.document = document
        self._kept: dict[int, pypdfium2.PdfPage] = {}

    @contextmanager
    def at(self, index: int) -> Iterator[pypdfium2.PdfPage]:
        """The page at `index` (from 0). Raises what PDFium raises for one that cannot be loaded."""
        page = self._kept.get(index)
        if page is None:
            page = self.document[index]
            if len(self._kept) < _KEPT_PAGES and pdfium.FPDFPage_CountObjects(page.raw) <= _LIGHT_OBJECTS:
                self._kept[index] = page
        try:
            yield page
        finally:
            if index not in self._kept:
                page.close()

    def keeps(self, index: int) -> bool:
        """Whether the page at `index`, and all that it holds, is there until the document is closed."""
        return index in self._kept

    def draw_notes_into(self, index: int) -> None:
        """Makes what the page's notes, form fields and marks draw a part of the page; they are then gone from it."""
        page = self._kept.pop(index, None) or self.document[index]
        try:
            # Some notes bring no drawing of their own: PDFium makes it when it shows the page, also beside the bitmap.
            bitmap = pdfium.FPDFBitmap_Create(1, 1, 0)
            if bitmap:
                pdfium.FPDF_RenderPageBitmap(bitmap, page.raw, 2, 2, 1, 1, 0, pdfium.FPDF_ANNOT)
                pdfium.FPDFBitmap_Destroy(bitmap)
            pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
        finally:
            page.close()
