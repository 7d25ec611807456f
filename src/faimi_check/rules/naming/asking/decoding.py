"""Text written in letters of an encoding (base64, hexadecimal, spelt as in URLs or HTML), for programs only."""

from __future__ import annotations

import base64
import binascii
import codecs
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from faimi_check.rules.late import late

_WORD = late(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{16,4000}={0,6}(?![A-Za-z0-9+/_=-])")
# What goes on behind a blank or on the next line.
_NEXT = late(r"\s{1,20}([A-Za-z0-9+/_-]{2,4000}={0,2})(?![A-Za-z0-9+/_=-])")
# The end of a line before such a word, which may be its beginning.
_HEAD = late(r"(?:^|\s)([A-Za-z0-9+/_]{2,15})-?[ \t]*\n[ \t]*$")
_LONGEST_HEAD = 40
_HEX = late(r"(?:[0-9A-Fa-f]{2}){8,4000}")
# "59 6f 75 20 61 72 65", as programs print bytes: 20 is a blank.
_BYTES = late(r"(?<![\w:.])(?:[0-9A-Fa-f]{2}[\s:]){15,1500}[0-9A-Fa-f]{2}(?![\w:.])")
# Letters spelt as URLs and HTML may spell any letter, many in a row where none needs it.
_SPELT = late(r"(?:%[2-7][0-9A-Fa-f][\w\s.,@-]{0,3}){6,700}")
_ENTITIES = late(r"(?:&#(?:[xX][0-9A-Fa-f]{1,6}|[0-9]{1,7});[\w\s.,@-]{0,3}){6,500}")
# Letters as bits, as their numbers, and as dots and dashes.
_BITS = late(r"(?<!\d)(?:[01]{8}\s{0,3}){8,800}(?!\d)")
_NUMBERS = late(r"(?<![\d.])(?:\d{2,3}[\s,;]{1,3}){15,1000}\d{2,3}(?![\d.])")
_MORSE = late(r"(?:[.·•−–-]{1,5}[ /|\n]{1,4}){15,1000}[.·•−–-]{1,5}")
_BASE32 = late(r"[A-Z2-7]{16,}={0,6}")
_SHORTEST = 16
_MOST, _MOST_PIECES, _LONGEST = 200, 100, 8_000
_LETTERS_SHARE = 0.7
_DOTS_AND_DASHES = str.maketrans("·•−–", "..--")
# Of "a" to "z", "0" to "9", ".", "," and a blank.
_MORSE_SIGNS = (
    ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. ----- "
    ".---- ..--- ...-- ....- ..... -.... --... ---.. ----. .-.-.- --..-- /"
)
_MORSE_LETTERS = dict(zip(_MORSE_SIGNS.split(), "abcdefghijklmnopqrstuvwxyz0123456789., ", strict=True))


class Decoded(NamedTuple):
    """What a stretch of a text says when it is decoded, and where it stands."""

    text: str
    start: int
    end: int


def decoded_texts(text: str) -> Iterator[Decoded]:
    """What words that nobody reads say when they are decoded, where that is text; checksums are none."""
    yield from _words(text)
    others: tuple[tuple[bool, re.Pattern[str], Callable[[str], str]], ...] = (
        ("%6" in text or "%4" in text, _SPELT, _unquoted),
        ("&#" in text, _ENTITIES, _unescaped),
        (" 20 " in text or ":20:" in text, _BYTES, _from_bytes),
        ("011011" in text, _BITS, _from_bits),
        ("101" in text and "116" in text and "32" in text, _NUMBERS, _from_numbers),
        ("-." in text or "·–" in text or "−." in text, _MORSE, _from_morse),
    )
    for may, pattern, way in others:
        for found in itertools.islice(pattern.finditer(text), _MOST) if may else ():
            said = way(found[0])
            if _is_text(said):
                yield Decoded(said, *found.span())


def _words(text: str) -> Iterator[Decoded]:
    """What stands in words of letters and digits, each with the pieces that go on behind it."""
    done = 0
    if max(map(len, text.split()), default=0) < _SHORTEST:
        return
    for found in itertools.islice(_WORD.finditer(text), _MOST):
        if found.start() < done:
            continue
        ways: tuple[Callable[[str], str], ...] = (_from_base64,)
        if _HEX.fullmatch(found[0].removesuffix("-")):
            ways = (_from_base64, _from_hex)
        elif _BASE32.fullmatch(found[0]):
            ways = (_from_base64, _from_base32)
        begun = ((way, begin) for way in ways for begin in _beginnings(text, found))
        for way, (start, word) in begun:
            if _is_text(way(word)):
                whole = _whole(text, start, word, found.end(), way)
                done = whole.end
                yield whole
                break


def _beginnings(text: str, found: re.Match[str]) -> Iterator[tuple[int, str]]:
    """A word with what ends the line before it, as it stands, and without the hyphen that divides it."""
    before = text[max(0, found.start() - _LONGEST_HEAD) : found.start()]
    head = _HEAD.search(before) if "\n" in before else None
    if head:
        yield found.start() - len(before) + head.start(1), head[1] + found[0]
    yield found.start(), found[0]
    if found[0].endswith("-"):
        yield found.start(), found[0].removesuffix("-")


def _whole(text: str, start: int, word: str, end: int, way: Callable[[str], str]) -> Decoded:
    """A word with the pieces behind it, as long as they decode to text together; a hyphen may divide it."""
    said = way(word)
    for _ in range(_MOST_PIECES):
        piece = _NEXT.match(text, end) if len(word) < _LONGEST and not word.endswith("=") else None
        joined = (word + piece[1], word.removesuffix("-") + piece[1]) if piece else ()
        longer = next((one for one in joined if len(way(one)) > len(said) and _is_text(way(one))), None)
        if piece is None or longer is None:
            break
        word, end, said = longer, piece.end(), way(longer)
    return Decoded(said, start, end)


def _from_base64(word: str) -> str:
    """What it says, "" where it is none. A letter that stands alone at the end says nothing yet."""
    bare = word.rstrip("=")
    bare = bare[:-1] if len(bare) % 4 == 1 else bare
    padded = bare + "=" * (-len(bare) % 4)
    try:
        return _utf8(base64.b64decode(padded, altchars=b"-_" if {"-", "_"} & set(word) else None, validate=True))
    except (binascii.Error, ValueError):
        return ""


def _from_base32(word: str) -> str:
    bare = word.rstrip("=")
    bare = bare[: len(bare) - {1: 1, 3: 1, 6: 1}.get(len(bare) % 8, 0)]
    try:
        return _utf8(base64.b32decode(bare + "=" * (-len(bare) % 8)))
    except (binascii.Error, ValueError):
        return ""


def _from_bits(found: str) -> str:
    bits = "".join(found.split())
    return _text_of([int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)])


def _from_numbers(found: str) -> str:
    return _text_of([int(number) for number in re.split(r"[\s,;]+", found)])


def _text_of(numbers: Sequence[int]) -> str:
    """What letters with these numbers say, "" where one has none that is printed."""
    return "".join(map(chr, numbers)) if all(32 <= number < 127 or number in (10, 13) for number in numbers) else ""


def _from_morse(found: str) -> str:
    """Words stand apart by a slash or a wider gap."""
    plain = found.translate(_DOTS_AND_DASHES).replace("\n", " ")
    told = [
        _MORSE_LETTERS.get(one) for one in plain.replace("/", " / ").replace("|", " / ").replace("   ", " / ").split()
    ]
    return "".join(letter or "" for letter in told) if None not in told else ""


def _from_hex(word: str) -> str:
    try:
        return _utf8(bytes.fromhex(word))
    except ValueError:
        return ""


def _from_bytes(found: str) -> str:
    """Numbers in a row have no letters among them; words have an "l", "m", "n" or "o", which is 6c to 6f."""
    return "" if found.upper() == found.lower() else _from_hex(found.replace(":", " "))


def _utf8(data: bytes) -> str:
    """A letter that is cut at the end is left out."""
    return codecs.getincrementaldecoder("utf-8")().decode(data)


def _unquoted(found: str) -> str:
    return unquote(found.replace("\n", ""))


def _is_text(decoded: str) -> bool:
    """Whether decoded bytes are words: most of them letters, none a control character."""
    letters = sum(character.isalpha() or character.isspace() for character in decoded)
    return (
        decoded != ""
        and all(character.isprintable() or character in "\r\n\t" for character in decoded)
        and letters >= _LETTERS_SHARE * len(decoded)
    )


def _unescaped(found: str) -> str:
    # Its table of names is large, and few texts have any.
    from html import unescape

    return unescape(found)
