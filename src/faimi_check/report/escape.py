"""Untrusted text made safe to print: what a file says must not act on the reader's terminal."""

from __future__ import annotations

import re

# C0, DEL, C1, zero-width and bidirectional controls, line separators, lone surrogates, tags and private use.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff"
    "\U000e0000-\U000e007f]"
)
_BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+")


def printable(text: str) -> str:
    """One line without control characters; U+FFFD shows where one was taken out."""
    return _UNSAFE.sub("\ufffd", _BREAKS.sub(" ", text))


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a space where there is one, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit * 2 // 3 else cut).rstrip() + "…"
