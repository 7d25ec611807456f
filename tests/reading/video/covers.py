"""A cover, which players show in lists, put before the pictures of a video."""

from __future__ import annotations

import io
import struct

from PIL import Image

GREY = 128


def with_cover(film: bytes) -> bytes:
    """The MP4 with a grey cover that the player library lists as its first track of pictures."""
    picture = io.BytesIO()
    Image.new("RGB", (64, 64), (GREY, GREY, GREY)).save(picture, "JPEG")
    data = _box(b"data", struct.pack(">II", 13, 0) + picture.getvalue())
    handler = _box(b"hdlr", bytes(8) + b"mdirappl" + bytes(9))
    about = _box(b"udta", _box(b"meta", bytes(4) + handler + _box(b"ilst", _box(b"covr", data))))
    start = film.index(b"moov") - 4
    assert start > film.index(b"mdat"), "what moves the pictures makes their table wrong"
    size = int.from_bytes(film[start : start + 4], "big")
    first = film.index(b"trak", start) - 4
    moov = film[start + 8 : first] + about + film[first : start + size]
    return film[:start] + _box(b"moov", moov) + film[start + size :]


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content
