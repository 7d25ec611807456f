"""Pages that are in a file and not among those it shows: templates, and what an editor left when it took pages out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject, IndirectObject, NameObject

from faimi_check.model.paper import Revision
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.objects.reader import LazyReader
from faimi_check.reading.pdf.objects.walk import OverLimitError
from faimi_check.reading.pdf.revisions import LastState, lines_of

_MOST, _DEEPEST = 40, 20
_INHERITED = ("/Resources", "/MediaBox")
_PLACE = "a page that the file holds and does not show"


def unlisted_pages(
    reader: LazyReader, numbers: Iterable[int], data: bytes, limits: PdfLimits, told: Sequence[Revision]
) -> Iterator[Revision]:
    """What the pages with these object numbers say that no page of the document does, nor a state that is `told`.

    `data` is the document that was read. Raises OverLimitError where there are more than are read.
    """
    pages = [page for number in sorted(numbers) if (page := _page(reader, number)) is not None]
    if not pages:
        return
    said = LastState(data, limits).lost(lines_of(_document(reader, pages[:_MOST]), limits))
    known = {line for revision in told for line in revision.lost_text}
    lines = tuple(line for line in said.lines if line not in known)
    if lines:
        yield Revision(0, lines, place=_PLACE)
    if len(pages) > _MOST:
        raise OverLimitError(f"more than {_MOST} pages outside the page tree")
    if said.missing:
        raise OverLimitError(said.missing)


def _page(reader: LazyReader, number: int) -> DictionaryObject | None:
    try:
        found: Any = reader.get_object(IndirectObject(number, 0, reader))
    except Exception:  # the parser raises what it likes
        return None
    return found if isinstance(found, DictionaryObject) and "/Contents" in found else None


def _document(reader: LazyReader, pages: list[DictionaryObject]) -> bytes:
    """A document of these pages alone."""
    writer = pypdf.PdfWriter()
    for found in pages:
        page = pypdf.PageObject(reader)
        # Notes lead to other pages, whose objects would come along.
        page.update({key: value for key, value in found.items() if key not in ("/Parent", "/Annots", "/B")})
        page[NameObject("/Type")] = NameObject("/Page")
        page.update({key: value for key, value in _handed_down(found).items() if key not in page})
        writer.add_page(page)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _handed_down(page: DictionaryObject) -> DictionaryObject:
    """What a page has of the nodes above it, whether they are in the tree or not."""
    found = DictionaryObject()
    node: Any = page
    for _ in range(_DEEPEST):
        node = node.get("/Parent")
        node = node.get_object() if node is not None else None
        if not isinstance(node, DictionaryObject):
            break
        found.update({key: node.raw_get(key) for key in _INHERITED if key in node and key not in found})
    found.setdefault(NameObject("/MediaBox"), pypdf.generic.RectangleObject((0, 0, 612, 792)))
    return found
