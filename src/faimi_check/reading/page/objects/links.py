"""The clickable places of a page."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from faimi_check.model.page import Link
from faimi_check.reading.page.objects.direct import Numbers, direct
from faimi_check.reading.page.objects.geometry import Matrix, transform_box

_LONGEST_ADDRESS = 8192
# A host with a path behind it, as folders are seldom called.
_AS_ADDRESS = re.compile(r"(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}/[\w~@-]", re.ASCII)

_enumerate = direct(pdfium.FPDFLink_Enumerate)
_get_action = direct(pdfium.FPDFLink_GetAction)
_get_rect = direct(pdfium.FPDFLink_GetAnnotRect)
_get_type = direct(pdfium.FPDFAction_GetType)
_get_address = direct(pdfium.FPDFAction_GetURIPath)
_get_file = direct(pdfium.FPDFAction_GetFilePath)


def links_of(document: int | None, page: int | None, base: Matrix, most: int) -> Iterator[Link]:
    """The links of a page whose own matrix is `base` that lead out of the paper, of the first `most` of all kinds."""
    position, link = ctypes.c_int(0), ctypes.c_void_p()
    counter, found = ctypes.byref(position), ctypes.byref(link)
    rect = Numbers("4f")
    for _ in range(most):
        if not _enumerate(page, counter, found):
            return
        action = _get_action(link)
        target = _target(document, action) if action else ""
        if not target:
            continue
        left, top, right, bottom = rect.read() if _get_rect(link, rect.at[0]) else (0.0, 0.0, 0.0, 0.0)
        yield Link(transform_box(base, left, bottom, right, top), target)


def _target(document: int | None, action: int) -> str:
    """The address that an action leads to; "" where it leads nowhere outside.

    LaTeX takes an address without its scheme for another PDF beside the paper.
    """
    kind = _get_type(action)
    if kind == pdfium.PDFACTION_URI:
        length = _get_address(document, action, None, 0)
        buffer = ctypes.create_string_buffer(min(length, _LONGEST_ADDRESS) + 1)
        _get_address(document, action, buffer, len(buffer))
        return buffer.value.decode("utf-8", "replace")
    if kind not in (pdfium.PDFACTION_REMOTEGOTO, pdfium.PDFACTION_LAUNCH):
        return ""
    buffer = ctypes.create_string_buffer(min(_get_file(action, None, 0), _LONGEST_ADDRESS) + 1)
    _get_file(action, buffer, len(buffer))
    file = buffer.value.decode("utf-8", "replace")
    return file.removesuffix(".pdf") if _AS_ADDRESS.match(file) else ""
