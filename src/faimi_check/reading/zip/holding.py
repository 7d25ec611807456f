"""What an entry's bytes hold: their kind, and a PDF or a zip that begins anywhere within them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

import msgspec

from faimi_check.reading.signatures import PDF_HEAD, Kind
from faimi_check.reading.sniff import HEAD, sniff

# An entry of a zip's directory: signature, version made by, version needed, flags, method.
_ZIP = re.compile(
    rb"PK\x01\x02[\x00-\x3f][\x00-\x13][\x00\x0a\x14\x2d\x2e\x33\x3f]\x00[\x00-\xff]{2}[\x00\x08]\x00", re.S
)
_SEAM = 12


class Holding(msgspec.Struct, frozen=True):
    """One entry looked through: `kept` are its first bytes, `pdf_at` is where a PDF begins in it."""

    kind: Kind
    sha256: str
    kept: bytes
    pdf_at: int | None
    has_zip: bool


def look_through(pieces: Iterable[bytes], keep: int) -> Holding:
    """Looks through an entry's bytes, of which the first `keep` are kept."""
    digest = hashlib.sha256()
    kept = bytearray()
    pdf_at: int | None = None
    at, seam, has_zip = 0, b"", False
    for piece in pieces:
        digest.update(piece)
        if len(kept) < keep:
            kept += piece[: keep - len(kept)]
        if pdf_at is None and (found := PDF_HEAD.search(seam + piece)):
            pdf_at = at - len(seam) + found.start()
        has_zip = has_zip or _ZIP.search(seam + piece) is not None
        seam = (seam + piece)[-_SEAM:]
        at += len(piece)
    kind = sniff(bytes(kept[:HEAD]))
    return Holding(kind, digest.hexdigest(), bytes(kept), pdf_at, has_zip)
