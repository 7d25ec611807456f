"""What a file says that lies in a PDF and is no text itself: a zip's texts, a document's first page."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from faimi_check.reading.limits import ArchiveLimits
from faimi_check.reading.page.objects.glyphs import readable
from faimi_check.reading.pdf.objects.walk import tidy
from faimi_check.reading.plain_text import as_text_bytes

_EXCERPT = 20_000
_TEXT = re.compile(
    r"\.(?:tex|ltx|txt|bib|bbl|md|csv|tsv|json|ya?ml|toml|py|sh|log|cff|html?)\Z|(?:^|/)(?:README|AUTHORS)[^/]*\Z", re.I
)
_DOCUMENT = re.compile(r"\.pdf\Z|(?:^|/)(?:word/document|docProps/core|content|meta)\.xml\Z", re.I)
_TAGS = re.compile(rb"(?:</?(?:w:p|text:p|text:h|dc:|cp:|meta:)[^<>]{0,200}>)+")
_TAG = re.compile(rb"<[^<>]{1,2000}>")
_MOST_MEMBERS, _MOST_BYTES, _SECONDS = 40, 2_000_000, 2.0


def text_of(data: bytes, mime: str) -> str:
    """The lines of a file that has this type by its bytes, of a zip or a document only so many; "" for what has none.

    Never raises.
    """
    text = as_text_bytes(data[:_EXCERPT])
    if text:
        return _lines(text)
    try:
        if mime == "application/zip":
            return "\n".join(_zipped(data))[:_EXCERPT]
        return "\n".join(_first_page(data))[:_EXCERPT] if mime == "application/pdf" else ""
    except Exception:  # the parsers raise what they like
        return ""


def page_lines(document: Any, index: int) -> list[str]:
    """The lines of text of a page of PDFium's document."""
    page = document[index]
    try:
        text = page.get_textpage()
        try:
            return [readable(line).strip() for line in text.get_text_range().splitlines() if line.strip()]
        finally:
            text.close()
    finally:
        page.close()


def _lines(text: bytes) -> str:
    lines = (tidy(line, _EXCERPT) for line in text.decode("utf-8", "replace").splitlines())
    return "\n".join(line for line in lines if line)[:_EXCERPT]


def _first_page(data: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return page_lines(document, 0) if len(document) else []
    finally:
        document.close()


def _zipped(data: bytes) -> Iterator[str]:
    """The texts in a zip, sources of papers first, each with its name before it."""
    # Hardly any PDF holds a zip.
    from faimi_check.reading.zip.content import unpack
    from faimi_check.reading.zip.structure import walk

    limits, deadline = ArchiveLimits(seconds=_SECONDS), time.process_time() + _SECONDS
    handle = io.BytesIO(data)
    members = [
        one for one in walk(handle, len(data), limits).members if _TEXT.search(one.name) or _DOCUMENT.search(one.name)
    ]
    left = _MOST_BYTES
    for member in sorted(members, key=lambda one: not one.name.lower().endswith(".tex"))[:_MOST_MEMBERS]:
        content = b""
        with suppress(Exception):  # damaged or hostile: what came before still counts
            for piece in unpack(handle, member, limits, deadline):
                content += piece
                if len(content) >= left:
                    break
        left -= len(content)
        yield member.name
        yield _said(member.name, content)
        if left <= 0:
            return


def _said(name: str, content: bytes) -> str:
    if name.lower().endswith(".pdf"):
        return "\n".join(_first_page(content)) if content.startswith(b"%PDF-") else ""
    if name.lower().endswith(".xml"):
        content = _TAG.sub(b"", _TAGS.sub(b"\n", content))
    text = as_text_bytes(content[:_EXCERPT])
    return _lines(text) if text else ""
