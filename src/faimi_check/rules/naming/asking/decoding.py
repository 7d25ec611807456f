"""Text written in letters of an encoding (base64, hexadecimal, spelt as in URLs or HTML), for programs only."""

from __future__ import annotations

import base64
import binascii
import html
import itertools
from collections.abc import Iterator
from urllib.parse import unquote

from faimi_check.rules.late import late

_WORD = late(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{16,4000}={0,2}(?![A-Za-z0-9+/_=-])")
_HEX = late(r"(?:[0-9A-Fa-f]{2}){8,2000}")
# Letters spelt as URLs and HTML may spell any letter, many in a row where none needs it.
_SPELT = late(r"(?:%[2-7][0-9A-Fa-f][\w .,@-]{0,3}){6,700}")
_ENTITIES = late(r"(?:&#(?:[xX][0-9A-Fa-f]{1,6}|[0-9]{1,7});[\w .,@-]{0,3}){6,500}")
_MOST = 200
_LETTERS_SHARE = 0.7


def decoded_texts(text: str) -> Iterator[str]:
    """What words that nobody reads say when they are decoded, where that is text; checksums are none."""
    ways = (
        (_WORD, _decoded),
        (_SPELT, lambda found: [unquote(found)]),
        (_ENTITIES, lambda found: [html.unescape(found)]),
    )
    for pattern, way in ways:
        for found in itertools.islice(pattern.finditer(text), _MOST):
            yield from filter(_is_text, way(found[0]))


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
