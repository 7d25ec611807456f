"""What lies in a PDF's file and belongs to no object of it: other files, behind its end above all."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.paper import Attachment
from faimi_check.reading.pdf.contained import text_of
from faimi_check.reading.pdf.objects.raw import split
from faimi_check.reading.sniff import sniff

_PDF = b"%PDF-"
# A line end, a mark of a signing service: what is shorter hides nothing.
_SMALLEST = 24
_BLANKS = b" \t\r\n\x00\f"


def beside_the_document(data: bytes) -> Iterator[Attachment]:
    """What stands before the document's beginning, behind its end, and in it as a document of its own."""
    begin, end = max(0, data.find(_PDF)), data.rfind(b"%%EOF") + 5
    if end < 5:
        return
    for start, stop, place in ((0, begin, "before the beginning"), (end, len(data), "behind the end")):
        # A zip ends in zeros.
        piece = data[start:stop].lstrip(_BLANKS)
        if len(piece.rstrip(_BLANKS)) >= _SMALLEST:
            yield _piece(piece, f"{place} of the PDF")
    second = _second_document(data, begin)
    if second:
        yield _piece(second, "inside the PDF, as a document of its own")


def _second_document(data: bytes, begin: int) -> bytes:
    """Another PDF in the file, outside of every stream; b"" where there is none."""
    at = data.find(_PDF, begin + 5)
    if at < 0:
        return b""
    raw = split(data)
    for start, end in raw.gaps:
        at = data.find(_PDF, max(start, begin + 5), end)
        if at >= 0:
            return data[at:] if data.count(b"%%EOF", 0, at) else data[begin:at]
    return b""


def _piece(piece: bytes, place: str) -> Attachment:
    kind = sniff(piece)
    size = len(piece.rstrip(_BLANKS))
    return Attachment(name="", size=size, mime=kind.mime, text=text_of(piece, kind.mime), place=place)
