"""User data of MP4 files that player libraries do not list: 3GPP's asset boxes, Windows' `Xtra`, boxes of makers' own.

Sources: 3GPP TS 26.244, section 8; ExifTool's table of Microsoft Xtra tags.
"""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.reading.video.media import text_runs

# 3GPP's boxes: a version, a language, then the text.
_ASSETS = frozenset((b"auth", b"titl", b"dscp", b"cprt", b"perf", b"gnre", b"kywd", b"albm", b"clsf", b"coll"))
_LISTED = frozenset((b"meta", b"hdlr", b"loci", b"free", b"skip"))
_UNICODE = 8
_MAX_ENTRIES = 200


def user_data(kind: bytes, content: bytes) -> Iterator[tuple[str, str, str]]:
    """What one box of user data says, as (place, key, value); nothing for those that are listed as tags anyway."""
    key = kind.decode("latin-1").strip("\x00 ")
    if kind in _ASSETS:
        text = _text(content[6:])
        if text:
            yield "user data", key, text
    elif kind == b"Xtra":
        yield from _xtra(content)
    elif kind not in _LISTED and not kind.startswith(b"\xa9"):
        for text in text_runs(content[:20_000]):
            if text.strip():
                yield "user data", key, text.strip()


def _text(content: bytes) -> str:
    if content[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return content.decode("utf-16", "replace").split("\0")[0].strip()
    return content.split(b"\0")[0].decode("utf-8", "replace").strip()


def _xtra(content: bytes) -> Iterator[tuple[str, str, str]]:
    """Entries of: size, length of the name, name, count of values, and each value's size, type and bytes."""
    at = 0
    for _ in range(_MAX_ENTRIES):
        size, length = (int.from_bytes(content[at + step : at + step + 4], "big") for step in (0, 4))
        if size < 12 or at + size > len(content) or length > size:
            return
        name = content[at + 8 : at + 8 + length].decode("utf-8", "replace")
        value = at + 12 + length
        if int.from_bytes(content[value + 4 : value + 6], "big") == _UNICODE:
            end = value + int.from_bytes(content[value : value + 4], "big")
            text = content[value + 6 : min(end, at + size)].decode("utf-16-le", "replace").strip("\x00 ")
            if text:
                yield "user data", name, text
        at += size
