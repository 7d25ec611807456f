"""Signatures of the formats that decide a verdict, and of those that are often met."""

from __future__ import annotations

import re
from typing import NamedTuple

from faimi_check.reading.plain_text import as_text_bytes


class Kind(NamedTuple):
    """A file type: a short word for the container, and its MIME type."""

    container: str
    mime: str


# QuickTime's own brand makes a .mov; the audio brands hold no picture.
_BRANDS = {
    b"qt  ": Kind("mov", "video/quicktime"),
    b"M4A ": Kind("m4a", "audio/mp4"),
    b"M4B ": Kind("m4a", "audio/mp4"),
    b"M4P ": Kind("m4a", "audio/mp4"),
    b"heic": Kind("heif", "image/heic"),
    b"heix": Kind("heif", "image/heic"),
    b"mif1": Kind("heif", "image/heif"),
    b"avif": Kind("avif", "image/avif"),
    b"crx ": Kind("cr3", "image/x-canon-cr3"),
    b"jp2 ": Kind("jp2", "image/jp2"),
}
_MP4 = Kind("mp4", "video/mp4")
_MOV = Kind("mov", "video/quicktime")
_ASF_GUID = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_PREFIXES: tuple[tuple[bytes, Kind], ...] = (
    (_ASF_GUID, Kind("asf", "video/x-ms-asf")),
    (b"PK\x03\x04", Kind("zip", "application/zip")),
    (b"PK\x05\x06", Kind("zip", "application/zip")),
    (b"PK\x07\x08", Kind("zip", "application/zip")),
    (b"7z\xbc\xaf\x27\x1c", Kind("7z", "application/x-7z-compressed")),
    (b"Rar!\x1a\x07", Kind("rar", "application/vnd.rar")),
    (b"\x1f\x8b", Kind("gzip", "application/gzip")),
    (b"BZh", Kind("bzip2", "application/x-bzip2")),
    (b"\xfd7zXZ\x00", Kind("xz", "application/x-xz")),
    (b"\x28\xb5\x2f\xfd", Kind("zstd", "application/zstd")),
    (b"LZIP", Kind("lzip", "application/x-lzip")),
    (b"xar!", Kind("xar", "application/x-xar")),
    (b"MSCF", Kind("cab", "application/vnd.ms-cab-compressed")),
    (b"\x89PNG\r\n\x1a\n", Kind("png", "image/png")),
    (b"\xff\xd8\xff", Kind("jpeg", "image/jpeg")),
    (b"GIF8", Kind("gif", "image/gif")),
    (b"FLV\x01", Kind("flv", "video/x-flv")),
    (b"OggS", Kind("ogg", "application/ogg")),
    (b"\x00\x00\x01\xba", Kind("mpeg", "video/mpeg")),
    (b"\x00\x00\x01\xb3", Kind("mpeg", "video/mpeg")),
    (b"ID3", Kind("mp3", "audio/mpeg")),
    (b"\xff\xfb", Kind("mp3", "audio/mpeg")),
    (b"\xff\xf3", Kind("mp3", "audio/mpeg")),
    (b"fLaC", Kind("flac", "audio/flac")),
    (b"MZ", Kind("exe", "application/vnd.microsoft.portable-executable")),
    (b"\x7fELF", Kind("exe", "application/x-executable")),
    (b"{\\rtf", Kind("rtf", "application/rtf")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind("ole", "application/x-ole-storage")),
    (b"L\x00\x00\x00\x01\x14\x02\x00", Kind("lnk", "application/x-ms-shortcut")),
    (b"\x00\x05\x16\x07", Kind("appledouble", "multipart/appledouble")),
    (b"bplist00", Kind("plist", "application/x-plist")),
)
# Boxes that may open a QuickTime file from before `ftyp`.
_OLD_QUICKTIME = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
PDF_HEAD = re.compile(rb"%PDF-[12]\.\d")


def by_signature(head: bytes) -> Kind | None:
    """The kind that the first bytes prove, None where they prove none."""
    media = _media(head)
    if media.container:
        return media
    pdf = PDF_HEAD.search(head, 0, 1024 + 8)
    if pdf and (pdf.start() == 0 or as_text_bytes(head) is None or b" obj" in head):
        return Kind("pdf", "application/pdf")
    for prefix, kind in _PREFIXES:
        if head.startswith(prefix):
            return kind
    if head[257:262] == b"ustar":
        return Kind("tar", "application/x-tar")
    return None


def _media(head: bytes) -> Kind:
    box = head[4:8]
    if box == b"ftyp":
        brand = head[8:12]
        return _BRANDS.get(brand, Kind("3gp", "video/3gpp") if brand.startswith((b"3gp", b"3g2")) else _MP4)
    # A length of 1 stands for one of 64 bits that follows the name, 0 for "to the end".
    if box in _OLD_QUICKTIME and (int.from_bytes(head[:4], "big") >= 8 or head[:4] in (b"\0\0\0\0", b"\0\0\0\1")):
        return _MOV
    if head[:4] in (b"RIFF", b"ON2 ") and head[8:12] in (b"AVI ", b"ON2f"):
        return Kind("avi", "video/x-msvideo")
    if head[:4] == b"RIFF":
        form = {b"WAVE": Kind("wav", "audio/x-wav"), b"WEBP": Kind("webp", "image/webp")}
        return form.get(head[8:12], Kind("", ""))
    if head[:4] == b"\x1aE\xdf\xa3":
        return Kind("webm", "video/webm") if b"webm" in head[:128] else Kind("matroska", "video/x-matroska")
    if head[:16] == _ASF_GUID:
        return Kind("asf", "video/x-ms-asf")
    if len(head) > 376 and head[0] == head[188] == head[376] == 0x47:
        return Kind("mpegts", "video/mp2t")
    return Kind("", "")
