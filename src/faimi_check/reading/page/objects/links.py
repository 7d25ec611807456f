"""The clickable places of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from faimi_check.model.page import Link
from faimi_check.reading.page.objects.geometry import Matrix, transform_box

_LONGEST_ADDRESS = 8192


def links_of(document: Any, page: Any, base: Matrix, most: int) -> Iterator[Link]:
    """The links of a page whose own matrix is `base` that lead out of the paper, of the first `most` of all kinds."""
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    for _ in range(most):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        rect = pdfium.FS_RECTF()
        pdfium.FPDFLink_GetAnnotRect(link, rect)
        length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(min(length, _LONGEST_ADDRESS) + 1)
        pdfium.FPDFAction_GetURIPath(document, action, buffer, len(buffer))
        target = buffer.value.decode("utf-8", "replace")
        yield Link(transform_box(base, rect.left, rect.bottom, rect.right, rect.top), target)
