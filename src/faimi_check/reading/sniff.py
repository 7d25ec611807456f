"""What a file is by its bytes.

The formats that decide a verdict are told by signatures of our own, since a player library opens more than it should;
everything else is named by the system's libmagic or by puremagic, which are loaded only for a file that needs them
(50 ms) and move no verdict.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from faimi_check.reading.plain_text import as_text_bytes
from faimi_check.reading.signatures import Kind, by_signature

HEAD = 65_536
_UNKNOWN = "application/octet-stream"
# Fewer bytes than these, where puremagic found them, are chance.
_TOLD_BY = 4

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
    return by_signature(head) or _by_text(head) or _otherwise(head)


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


@cache
def _libmagic() -> Any:
    """The system's libmagic through python-magic, None where it has none."""
    try:
        import magic

        return magic.Magic(mime=True)
    except Exception:  # no library, or one without its table
        return None


def libmagic_version() -> int:
    """The version of the system's libmagic, such as 545; 0 where it has none. Each tells some files otherwise."""
    if _libmagic() is None:
        return 0
    import magic

    return int(magic.version())  # type: ignore[no-untyped-call]


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
