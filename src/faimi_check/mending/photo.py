"""Taking EXIF, XMP, IPTC and comments out of JPEG and JPEG 2000 files without touching a pixel."""

from __future__ import annotations

_START_OF_SCAN = 0xDA
_COMMENT = 0xFE
_APP1, _APP13 = 0xE1, 0xED
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_JP2_SIGNATURE = b"\x00\x00\x00\x0cjP  \r\n\x87\n"
_JP2_METADATA = (b"uuid", b"xml ", b"uinf")


def without_metadata(data: bytes) -> bytes:
    """The picture's file without what it says of itself; unchanged where it is neither or is damaged."""
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data.startswith(_JP2_SIGNATURE):
        return _jp2(data)
    return data


def _jpeg(data: bytes) -> bytes:
    """Segments up to the first scan, without APP1, APP13 and COM; ICC profiles (APP2) and Adobe's transform stay."""
    kept = [data[:2]]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _START_OF_SCAN:
            return b"".join((*kept, data[at:]))
        length = 0 if marker in _STANDALONE else int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if marker not in (_APP1, _APP13, _COMMENT):
            kept.append(data[at:end])
        at = end
    return data


def _jp2(data: bytes) -> bytes:
    """Boxes of the top level without `uuid`, `uinf` and `xml`."""
    kept = []
    at = 0
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        end = len(data) if length == 0 else at + length
        if end <= at or end > len(data):
            return data
        if data[at + 4 : at + 8] not in _JP2_METADATA:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)
