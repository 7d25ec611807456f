"""What a file is by its bytes.

The formats that decide a verdict are told by signatures of our own, since a player library opens more than it should;
everything else is named by the system's libmagic or by puremagic, which are loaded only for a file that needs them
(50 ms) and move no verdict.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

HEAD = 65_536
_UNKNOWN = "application/octet-stream"
# Fewer bytes than these, where puremagic found them, are chance.
_TOLD_BY = 4


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
_CONTROLS = (*range(9), *range(14, 27), *range(28, 32), 127)
_PDF = re.compile(rb"%PDF-[12]\.\d")
_PLAYERS = frozenset({"avi", "mp4", "mov", "3gp", "asf", "matroska", "webm"})
_PLAYLISTS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"#EXTM3U|#EXT-X-"), "hls"),
    (re.compile(rb"ffconcat version|file '[^'\r\n]{1,500}'"), "concat"),
    (re.compile(rb"\[playlist\]", re.I), "pls"),
    (re.compile(rb"\[InternetShortcut\]", re.I), "url"),
    (re.compile(rb"\[Desktop Entry\]"), "desktop"),
    (re.compile(rb"\[Reference\]\s*Ref1=", re.I), "asx"),
    (re.compile(rb"v=0\r?\no="), "sdp"),
)
_XML_ROOT = re.compile(rb"<(?!\?|!)(?:\w{1,40}:)?(\w{1,40})")
_XML_KINDS = {
    b"mpd": "dash", b"smil": "smil", b"asx": "asx", b"playlist": "xspf", b"plist": "webloc",
    b"html": "html", b"svg": "svg",
}  # fmt: skip


def is_playable(container: str) -> bool:
    """Whether the container word names one that the player library is allowed to open."""
    return container in _PLAYERS


def sniff(head: bytes) -> Kind:
    """The kind of a file by its first bytes (at most HEAD of them are looked at)."""
    head = head[:HEAD]
    if not head:
        return Kind("empty", "inode/x-empty")
    return _by_signature(head) or _by_text(head) or _otherwise(head)


def _by_signature(head: bytes) -> Kind | None:
    media = _media(head)
    if media.container:
        return media
    pdf = _PDF.search(head, 0, 1024 + 8)
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


def _by_text(head: bytes) -> Kind | None:
    text = as_text_bytes(head)
    if text is None:
        return None
    start = text.lstrip(b"\xef\xbb\xbf \t\r\n")[:4096]
    for pattern, kind in _PLAYLISTS:
        if pattern.match(start):
            return Kind(kind, "text/plain")
    if start.startswith(b"<"):
        root = _XML_ROOT.search(start)
        known = _XML_KINDS.get(root[1].lower()) if root else None
        if known or start.startswith(b"<?xml"):
            return Kind(known or "xml", "text/html" if known == "html" else "text/xml")
    return Kind("text", "text/plain")


def as_text_bytes(head: bytes) -> bytes | None:
    """The bytes as UTF-8 or Latin-1 text, UTF-16 turned into it; None where they are not text."""
    encoding = wide_encoding(head)
    text = head[: len(head) & ~1].decode(encoding, "replace").encode("utf-8", "replace") if encoding else head
    controls = sum(text.count(code) for code in _CONTROLS)
    return text if controls * 200 <= len(text) and not text.count(0) else None


def wide_encoding(head: bytes) -> str:
    """The UTF-16 form that text is in by its byte order mark or its zero bytes; "" for other bytes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    half = len(head) // 2
    low, high = head[::2].count(0), head[1::2].count(0)
    if half and high * 10 >= half * 6 and low * 10 < half:
        return "utf-16-le"
    if half and low * 10 >= half * 6 and high * 10 < half:
        return "utf-16-be"
    return ""


@cache
def _libmagic() -> Any:
    """The system's libmagic through python-magic, None where it has none."""
    try:
        import magic

        return magic.Magic(mime=True)
    except Exception:  # no library, or one without its table
        return None


def _by_table(head: bytes) -> str:
    """The MIME type by libmagic, or by puremagic's table where the system has no libmagic: Windows, and most Macs."""
    reader = _libmagic()
    if reader is not None:
        return str(reader.from_buffer(head))
    import puremagic

    matches = puremagic.magic_string(head)
    return next((match.mime_type for match in matches if match.mime_type and len(match.byte_match) >= _TOLD_BY), "")


def _otherwise(head: bytes) -> Kind:
    try:
        mime = _by_table(head)
    except Exception:  # whatever a library makes of hostile bytes, the file stays of unknown type
        mime = ""
    if mime in ("", _UNKNOWN, "text/plain"):
        return Kind("", mime or _UNKNOWN)
    return Kind(mime.rpartition("/")[2].removeprefix("x-"), mime)
