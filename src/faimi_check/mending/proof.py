"""The proof that a rewritten PDF is the same to its reader: pages look and read the same, links lead where they led."""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from faimi_check.model.page import Box
from faimi_check.reading.page.sight.rendering import render

_SCALE = 1.5
_INVISIBLE = 1 << 1 | 1 << 5
_MOST_LINKS = 5_000
_MOST_BOOKMARKS = 5_000


class _Leading(NamedTuple):
    """A link by its sides or a bookmark by its depth, and where it leads: page (from 0, -1 nowhere) and place."""

    of: tuple[float, ...]
    page: int
    place: tuple[float, ...]


def difference(before: bytes, after: bytes, reread: Collection[int] = ()) -> str | None:
    """How the rewritten file differs for a reader, in a sentence; None where it does not.

    Notes are left out. `reread` are pages, by number, that were meant to read otherwise. Raises PdfiumError for a file
    that cannot be opened.
    """
    old, new = pypdfium2.PdfDocument(before), pypdfium2.PdfDocument(after)
    try:
        if len(old) != len(new):
            return f"The rewritten file would have {len(new)} pages instead of {len(old)}."
        for index in range(len(old)):
            what = _difference_on(old[index], new[index], reads_otherwise=index + 1 in reread)
            if what:
                return f"Page {index + 1} would not {what} the same in the rewritten file."
        if not _lead_the_same(_bookmarks(old), _bookmarks(new)):
            return "The bookmarks would lead elsewhere in the rewritten file."
        return None
    finally:
        old.close()
        new.close()


def _difference_on(old: pypdfium2.PdfPage, new: pypdfium2.PdfPage, *, reads_otherwise: bool) -> str | None:
    """What a page would not do the same: look, read or link."""
    try:
        if _pixels(old) != _pixels(new):
            return "look"
        if _text(old) != _text(new) and not reads_otherwise:
            return "read"
        return None if _lead_the_same(list(_links(old)), list(_links(new))) else "link"
    finally:
        old.close()
        new.close()


def _pixels(page: pypdfium2.PdfPage) -> bytearray | None:
    size = page.get_size()
    raster = render(page.raw, size, Box(0, 0, *size), _SCALE, colour=True, notes=False)
    return raster.pixels if raster else None


def _text(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        found: str = text.get_text_range()
        return found
    finally:
        text.close()


def _lead_the_same(old: list[_Leading], new: list[_Leading]) -> bool:
    """Whether all that led somewhere leads there; what led nowhere, by a list of names out of order, may lead now."""
    return len(old) == len(new) and all(
        was == now or (was.page < 0 and was.of == now.of) for was, now in zip(old, new, strict=True)
    )


def _links(of: pypdfium2.PdfPage) -> Iterator[_Leading]:
    """The links that a reader can follow, in the order of the page."""
    document, page = of.pdf.raw, of.raw
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            return
        if _is_hidden(page, link):
            continue
        rect = pdfium.FS_RECTF()
        pdfium.FPDFLink_GetAnnotRect(link, rect)
        action = pdfium.FPDFLink_GetAction(link)
        target = pdfium.FPDFLink_GetDest(document, link) or (action and pdfium.FPDFAction_GetDest(document, action))
        yield _Leading((rect.left, rect.bottom, rect.right, rect.top), *_place(document, target))


def _is_hidden(page: Any, link: Any) -> bool:
    note = pdfium.FPDFLink_GetAnnot(page, link)
    if not note:
        return False
    flags = pdfium.FPDFAnnot_GetFlags(note)
    pdfium.FPDFPage_CloseAnnot(note)
    return bool(flags & _INVISIBLE)


def _place(document: Any, target: Any) -> tuple[int, tuple[float, ...]]:
    if not target:
        return -1, ()
    told = [pdfium.FPDF_BOOL() for _ in range(3)]
    numbers = [pdfium.FS_FLOAT() for _ in range(3)]
    pdfium.FPDFDest_GetLocationInPage(target, *told, *numbers)
    there = tuple(number.value if known.value else -1.0 for known, number in zip(told, numbers, strict=True))
    return pdfium.FPDFDest_GetDestPageIndex(document, target), there


def _bookmarks(document: pypdfium2.PdfDocument) -> list[_Leading]:
    found: list[_Leading] = []
    for bookmark in document.get_toc():
        if len(found) >= _MOST_BOOKMARKS:
            break
        target = bookmark.get_dest()
        found.append(_Leading((bookmark.level,), *_place(document.raw, target.raw if target else None)))
    return found
