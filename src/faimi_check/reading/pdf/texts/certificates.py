"""Whom the certificates of a digital signature are made out to: viewers show it beside the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.reading.pdf.objects.walk import OverLimitError

# Attributes of a distinguished name (RFC 5280, X.520): an object identifier, then a string with its length below 128.
_ATTRIBUTE = re.compile(
    rb"\x06(?:\x03\x55\x04(?P<part>[\x03\x04\x0a\x0b\x2a])|\x09\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01)"
    rb"(?P<kind>[\x0c\x13\x14\x16\x1e])(?P<length>[\x01-\x7f])"
)
_NAMES = {
    b"\x03": "common name", b"\x04": "surname", b"\x0a": "organization", b"\x0b": "unit", b"\x2a": "given name",
}  # fmt: skip
_ENCODINGS = {b"\x0c": "utf-8", b"\x1e": "utf-16-be"}
_MOST = 100


def is_signature(content: bytes) -> bool:
    """Whether the bytes begin as a signature does (CMS, RFC 5652): a long DER sequence."""
    return content[:1] == b"\x30" and content[1:2] in (b"\x80", b"\x82", b"\x83")


def names_in(signature: bytes) -> Iterator[tuple[str, str]]:
    """What is named and by which attribute, of subjects and issuers alike, each once. Raises OverLimitError."""
    seen: set[tuple[str, str]] = set()
    for match in _ATTRIBUTE.finditer(signature):
        raw = signature[match.end() : match.end() + match["length"][0]]
        named = (
            _NAMES.get(match["part"] or b"", "e-mail address"),
            raw.decode(_ENCODINGS.get(match["kind"], "latin-1"), "replace"),
        )
        if named not in seen:
            seen.add(named)
            yield named
        if len(seen) > _MOST:
            raise OverLimitError(f"more than {_MOST} names in a signature")
