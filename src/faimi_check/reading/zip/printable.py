"""Printable text in bytes of unknown form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.reading.encodings import decoded
from faimi_check.reading.plain_text import wide_encoding

_ASCII_RUN = re.compile(rb"[\x20-\x7e]{6,200}")
_UTF16LE_RUN = re.compile(rb"(?:[\x20-\x7e]\x00){5,200}")
_UTF16BE_RUN = re.compile(rb"(?:\x00[\x20-\x7e]){5,200}")
_MAX_RUNS = 200
# Before a text may stand a version, a length or a signature; and it has two words, whatever letters numbers spell.
_LONGEST_HEAD, _LONGEST_TEXT = 12, 2_000
_WORDS = re.compile(r"[^\W\d_]{3,}[\W\d_]+[^\W\d_]{3,}")


def printable_runs(content: bytes) -> Iterator[str]:
    """The stretches of plain letters and signs, each once."""
    found: list[str] = []
    for pattern, encoding in ((_ASCII_RUN, "ascii"), (_UTF16LE_RUN, "utf-16-le"), (_UTF16BE_RUN, "utf-16-be")):
        for match in pattern.finditer(content):
            found.append(match[0].decode(encoding))
            if len(found) >= _MAX_RUNS:
                break
    yield from dict.fromkeys(found)


def whole_text(content: bytes) -> str:
    """The text that the bytes are, a few at their beginning aside; empty where they are none of two words or more."""
    content = content[:_LONGEST_TEXT].rstrip(b"\0") + b"\0"
    for start in range(min(_LONGEST_HEAD, len(content))):
        piece = content[start:]
        text = (decoded(piece, wide_encoding(piece) or "utf-8") or "").rstrip("\0")
        if text.isprintable() and _WORDS.search(text):
            return text
    return ""
