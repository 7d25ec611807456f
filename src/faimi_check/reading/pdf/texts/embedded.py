"""Figures and images that brought metadata of their own into the PDF.

A figure made elsewhere and included by TeX keeps its Info dictionary and file name (PTEX.InfoDict,
PTEX.FileName), Adobe's programs leave private data (PieceInfo) and an XMP packet on the object.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from faimi_check.model.paper import EmbeddedObject, MetadataField
from faimi_check.reading.pdf.objects.walk import ObjectWalk, tidy
from faimi_check.reading.pdf.texts.images import PHOTO_FILTERS, image_data
from faimi_check.reading.pdf.texts.metadata import info_fields, xmp_fields

Report = Callable[[Exception, str], None]
_MAX_DEPTH = 12
# Document structuring comments in Illustrator's private data; the line `%%For:` has the user and the company.
_AI_COMMENT = re.compile(rb"^%%(For|Title|Creator|Author|Copyright):[ \t]*([^\r\n]{1,400})", re.MULTILINE)


def embedded_objects(pages: list[Any], walk: ObjectWalk, report: Report) -> Iterator[EmbeddedObject]:
    """The objects with metadata, in page order; what lies inside a figure that has some counts as part of it.

    `report` hears of each object that could not be read.
    """
    for number, page in enumerate(pages, 1):
        own = tuple(_own_fields(page, walk, f"the page object of page {number}", number, report))
        if own:
            yield EmbeddedObject("page", number, own)
        yield from _in_resources(walk.resources(page), walk, number, report, 0)


def _in_resources(
    resources: DictionaryObject | None, walk: ObjectWalk, page: int, report: Report, depth: int
) -> Iterator[EmbeddedObject]:
    for family in ("/XObject", "/Pattern", "/Properties"):
        for found in walk.held(resources, family):
            if not isinstance(found, DictionaryObject):
                continue
            kind = "image" if found.get("/Subtype") == "/Image" else "figure"
            fields = tuple(_fields(found, kind, walk, page, report))
            inner: Iterator[EmbeddedObject] = iter(())
            if "/Resources" in found and depth == _MAX_DEPTH:
                report(ValueError(f"it lies in {_MAX_DEPTH} others"), f"What is drawn within a figure on page {page}")
            elif "/Resources" in found:
                inner = _in_resources(walk.dictionary(found, "/Resources"), walk, page, report, depth + 1)
            if fields:
                yield EmbeddedObject(kind, page, (*fields, *(field for part in inner for field in part.fields)))
            else:
                yield from inner


def _fields(found: DictionaryObject, kind: str, walk: ObjectWalk, page: int, report: Report) -> Iterator[MetadataField]:
    place = f"the {kind} on page {page}"
    yield from _own_fields(found, walk, place, page, report)
    if kind == "image":
        yield from _photo_fields(found, walk, place, page, report)
        if walk.items(found, "/Alternates"):
            report(ValueError("a program may print or show it instead"), f"Another version of {place}")


def _own_fields(
    holder: DictionaryObject, walk: ObjectWalk, place: str, page: int, report: Report
) -> Iterator[MetadataField]:
    """What hangs on the object's dictionary."""
    name = walk.text(holder, "/PTEX.FileName")
    if name:
        yield MetadataField(f"file name of {place}", "PTEX.FileName", name, page)
    yield from info_fields(walk.get(holder, "/PTEX.InfoDict"), walk, f"Info dictionary of {place}", page)
    if isinstance(walk.get(holder, "/Metadata"), StreamObject):
        try:
            packet = walk.stream_bytes(walk.get(holder, "/Metadata"))
            yield from xmp_fields(packet, walk, f"XMP of {place}", page)
        except Exception as error:
            report(error, f"The XMP of {place}")
    pieces = walk.dictionary(holder, "/PieceInfo")
    if pieces is not None:
        yield from _private(pieces, "", walk, f"private data of {place}", page, 0)


def _private(value: Any, key: str, walk: ObjectWalk, place: str, page: int, depth: int) -> Iterator[MetadataField]:
    """The texts in private data of the program that drew the figure."""
    value = walk.resolve(value)
    if isinstance(value, StreamObject):
        for comment in _AI_COMMENT.finditer(walk.stream_bytes(value)[:200_000]):
            text = tidy(comment[2].decode("utf-8", "replace"), walk.limits.max_field_length)
            yield MetadataField(place, f"%%{comment[1].decode()}", text, page)
    elif depth < 5 and isinstance(value, DictionaryObject):
        for name in list(value)[:200]:
            yield from _private(value.raw_get(name), str(name).removeprefix("/"), walk, place, page, depth + 1)
    elif not isinstance(value, ArrayObject):
        text = walk.as_text(value)
        if re.search(r"[^\W\d_]{3}", text):
            yield MetadataField(place, key, text, page)


def _photo_fields(
    image: DictionaryObject, walk: ObjectWalk, place: str, page: int, report: Report
) -> Iterator[MetadataField]:
    filters = walk.get(image, "/Filter")
    names = {str(name) for name in (filters if isinstance(filters, ArrayObject) else [filters])}
    if not names & PHOTO_FILTERS or not isinstance(image, StreamObject):
        return
    try:
        # A lone photo filter leaves the file as it is.
        data = image._data if len(names) == 1 else image.get_data()
        found = image_data(data, place, page, walk.limits.max_field_length)
        yield from found.fields
        yield from xmp_fields(found.xmp, walk, f"XMP of {place}", page)
    except Exception as error:
        report(error, f"The photo data of {place}")
