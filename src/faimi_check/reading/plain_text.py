"""Bytes that may be text (UTF-8, Latin-1 or a form of UTF-16), and text as its reader sees it."""

from __future__ import annotations

import re

# Characters that nobody sees, put between letters so that no search finds the word.
_UNSEEN = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff]")
# Letters of other scripts that look like Latin ones.
_CYRILLIC = "асеорхуіјѕһԁԛԝАВЕЅІЈКМНОРСТХУԚԜ"
_GREEK = "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_ALIKE = str.maketrans(_CYRILLIC + _GREEK, "aceopxyijshdqwABESIJKMHOPCTXYQWoABEZHIKMNOPTYX")
_MIXED = re.compile(r"[^\W\d_]*(?:[A-Za-z][Ͱ-ԯ]|[Ͱ-ԯ][A-Za-z])[^\W\d_]*")
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


def as_seen(text: str) -> str:
    """Text without characters that nobody sees; in a word of Latin letters, letters that look like them are them.

    A word with letters of both scripts is in neither language: it was made so that no search finds it.
    """
    if text.isascii():
        return text
    return _MIXED.sub(lambda word: word[0].translate(_ALIKE), _UNSEEN.sub("", text))
