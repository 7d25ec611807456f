"""The clickable places of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from faimi_check.model.page import Link
from faimi_check.reading.page.objects.direct import Numbers, direct
from faimi_check.reading.page.objects.geometry import Matrix, transform_box

_LONGEST_ADDRESS = 8192

_enumerate = direct(pdfium.FPDFLink_Enumerate)
_get_action = direct(pdfium.FPDFLink_GetAction)
_get_rect = direct(pdfium.FPDFLink_GetAnnotRect)
_get_type = direct(pdfium.FPDFAction_GetType)
_get_address = direct(pdfium.FPDFAction_GetURIPath)


def links_of(document: int | None, page: int | None, base: Matrix, most: int) -> Iterator[Link]:
    """The links of a page whose own matrix is `base` that lead out of the paper, of the first `most` of all kinds."""
    position, link = ctypes.c_int(0), ctypes.c_void_p()
    counter, found = ctypes.byref(position), ctypes.byref(link)
    rect = Numbers("4f")
    for _ in range(most):
        if not _enumerate(page, counter, found):
            return
        action = _get_action(link)
        if not action or _get_type(action) != pdfium.PDFACTION_URI:
            continue
        left, top, right, bottom = rect.read() if _get_rect(link, rect.at[0]) else (0.0, 0.0, 0.0, 0.0)
        length = _get_address(document, action, None, 0)
        buffer = ctypes.create_string_buffer(min(length, _LONGEST_ADDRESS) + 1)
        _get_address(document, action, buffer, len(buffer))
        target = buffer.value.decode("utf-8", "replace")
        yield Link(transform_box(base, left, bottom, right, top), target)
