"""Text written in letters of an encoding (base64, hexadecimal digits), so that only a program reads it."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

_WORD = re.compile(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{16,4000}={0,2}(?![A-Za-z0-9+/_=-])")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}){8,2000}")
_MOST = 200
_LETTERS_SHARE = 0.7


def decoded_texts(text: str) -> Iterator[str]:
    """What words that nobody reads say when they are decoded, where that is text; checksums are none."""
    for number, word in enumerate(_WORD.finditer(text)):
        if number >= _MOST:
            return
        for decoded in _decoded(word[0]):
            if _is_text(decoded):
                yield decoded


def _decoded(word: str) -> Iterator[str]:
    ways = (_from_base64, bytes.fromhex) if _HEX.fullmatch(word) else (_from_base64,)
    for way in ways:
        try:
            yield way(word).decode("utf-8")
        except (binascii.Error, ValueError):
            continue


def _from_base64(word: str) -> bytes:
    return base64.b64decode(_padded(word), altchars=b"-_" if {"-", "_"} & set(word) else None, validate=True)


def _padded(word: str) -> str:
    bare = word.rstrip("=")
    return bare + "=" * (-len(bare) % 4)


def _is_text(decoded: str) -> bool:
    """Whether decoded bytes are words: most of them letters, none a control character."""
    letters = sum(character.isalpha() or character.isspace() for character in decoded)
    return all(character.isprintable() or character in "\r\n\t" for character in decoded) and (
        letters >= _LETTERS_SHARE * len(decoded)
    )
