"""Bytes that may be text: UTF-8, Latin-1 or a form of UTF-16."""

from __future__ import annotations

_CONTROLS = (*range(9), *range(14, 27), *range(28, 32), 127)


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
