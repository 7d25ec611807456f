"""What a PDF says of itself: its Info dictionary and its XMP."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from pypdf.generic import DictionaryObject

from faimi_check.model.paper import MetadataField
from faimi_check.reading.pdf.objects.walk import ObjectWalk, bounded, pieces, tidy

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#": "stEvt",
    "http://ns.adobe.com/xap/1.0/sType/ResourceRef#": "stRef",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://prismstandard.org/namespaces/basic/2.0/": "prism",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
}
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XML = "http://www.w3.org/XML/1998/namespace"
# Structure, not information: container elements that carry no name of their own.
_CONTAINERS = frozenset({"RDF", "Description", "Bag", "Seq", "Alt", "li", "xmpmeta"})
# Thumbnails are base64 pictures of tens of kilobytes; a schema describes properties, it holds none.
_SKIPPED = frozenset({"image", "schemas", "xmptk", "Thumbnails"})
_DATE_OR_UUID = re.compile(
    r"(?:D:)?\d{4}-?\d{2}-?\d{2}[T\d].{0,30}|(?:uuid:|xmp\.[di]id:|adobe:docid:\S{1,20})?[\da-fA-F-]{24,40}|\s*"
)
_MAX_DEPTH = 60
_ENVELOPES = ((b"<x:xmpmeta", b"</x:xmpmeta>"), (b"<rdf:RDF", b"</rdf:RDF>"))
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# What a packet begins with: a byte order mark, or "<" in the width of the encoding; the wider ones first.
_WIDE_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_ENCODING = re.compile(r"""\sencoding=["'][\w-]{1,20}["']""")
_TAG = re.compile(r"<[^<>]{0,2000}>")


class UnreadableXmpError(Exception):
    """XMP that cannot be read safely."""


def info_fields(info: Any, walk: ObjectWalk, place: str, page: int | None = None) -> Iterator[MetadataField]:
    """The texts of an Info dictionary; dates and empty values left out."""
    if not isinstance(info, DictionaryObject):
        return
    for key in bounded(list(info), walk.limits.max_fields, "entries in the Info dictionary"):
        name = tidy(str(key).removeprefix("/"), 200)
        value = walk.text(info, key)
        if value and not re.match(r"D:\d{4}", value):
            yield MetadataField(place, name, value, page)


def xmp_fields(data: bytes, walk: ObjectWalk, place: str, page: int | None = None) -> Iterator[MetadataField]:
    """The texts of an XMP packet with their property names (`dc:creator`).

    Raises UnreadableXmpError for a packet that declares entities: they are bombs, or hide what is said. One that is
    merely not well formed is read as plain text.
    """
    if not data.strip(b"\x00 \t\r\n"):
        return
    if len(data) >= walk.limits.max_metadata_bytes:
        raise UnreadableXmpError(f"it is longer than {walk.limits.max_metadata_bytes:,} bytes")
    # Most papers have no XMP.
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    data = _as_utf8(data)
    if _DECLARATION.search(data):
        raise UnreadableXmpError("it declares entities")
    try:
        root = fromstring(_packet(data), forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableXmpError("it declares entities") from error
    except (ParseError, ValueError, LookupError):
        text = _TAG.sub(" ", data.decode("utf-8", "replace"))
        for piece in pieces(text, walk.limits.max_field_length):
            yield MetadataField(place, "text of a damaged packet", piece, page)
        return
    told = ((key, value) for key, value in _properties(root, "", 0) if not _DATE_OR_UUID.fullmatch(value[:100]))
    for count, (key, value) in enumerate(dict.fromkeys(told)):
        if count >= walk.limits.max_fields:
            raise UnreadableXmpError(f"it has more than {walk.limits.max_fields:,} properties")
        yield from (MetadataField(place, key, each, page) for each in pieces(value, walk.limits.max_field_length))


def _packet(data: bytes) -> bytes:
    """The RDF alone: what stands round it in a file is often not well formed."""
    for opening, closing in _ENVELOPES:
        start, end = data.find(opening), data.rfind(closing)
        if 0 <= start < end:
            return data[start : end + len(closing)]
    return data.strip(b"\x00 \t\r\n")


def _as_utf8(data: bytes) -> bytes:
    """The packet in UTF-8; XMP may also be written in UTF-16 and UTF-32, with a byte order mark or without."""
    for mark, encoding in _WIDE_ENCODINGS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace").removeprefix("\ufeff")
            return _ENCODING.sub("", text, count=1).encode("utf-8", "replace")
    return data


def _properties(element: Element, key: str, depth: int) -> Iterator[tuple[str, str]]:
    own = _name(element.tag)
    if own and own.rpartition(":")[2] not in _CONTAINERS:
        key = own
    if key.rpartition(":")[2] in _SKIPPED:
        return
    if depth > _MAX_DEPTH:
        raise UnreadableXmpError(f"its elements lie in each other more than {_MAX_DEPTH} deep")
    for attribute, value in element.attrib.items():
        if attribute.rpartition("}")[2] not in _SKIPPED and not attribute.startswith((f"{{{_RDF}}}", f"{{{_XML}}}")):
            yield _name(attribute) or key, value
    if element.text:
        yield key, element.text
    for child in element:
        yield from _properties(child, key, depth + 1)


def _name(tag: Any) -> str:
    """`{namespace}local` as `prefix:local`; "" for comments and instructions, whose tag is no text."""
    if not isinstance(tag, str):
        return ""
    namespace, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(namespace.removeprefix("{"))
    return (f"{prefix}:{local}" if prefix else local)[:200]


def document_metadata(
    reader: Any, walk: ObjectWalk, report: Callable[[Exception, str], None]
) -> Iterator[MetadataField]:
    """Info and XMP of the document as a whole; `report` hears of XMP that could not be read."""
    yield from info_fields(walk.get(reader.trailer, "/Info"), walk, "Info dictionary")
    packet = walk.get(reader.root_object, "/Metadata")
    try:
        yield from xmp_fields(walk.stream_bytes(packet), walk, "XMP")
    except Exception as error:
        report(error, "The document's XMP")
