"""The tables of a font that say what its letters read as (ToUnicode; ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

_OPENING = re.compile(rb"beginbf(char|range)")
_LONGEST = 400_000
_CODE, _UNIT = rb"<([0-9A-Fa-f]{2,4})>\s{0,9}", rb"<([0-9A-Fa-f]{4})>"
_CHAR = re.compile(_CODE + _UNIT)
# What the codes of a range read as, the first of them or each by itself.
_RANGE = re.compile(_CODE + _CODE + rb"(?:" + _UNIT + rb"|\[([^\[\]]{0,20000}+)\])")
# A code and what it reads as, of whatever length.
_ANY = re.compile(_CODE + rb"<([0-9A-Fa-f]{0,64})>")
_EACH = re.compile(rb"<([0-9A-Fa-f]*+)>")
_MOST_READINGS = 20_000
# Letters that show nothing: fillers of Hangul, an empty cell of Braille.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\ufe0e\ufe0f")
_FORMATS = "Cf"


def sections(table: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The sections of a table: b"char" or b"range", and what stands in it."""
    table = table[:_LONGEST]
    at = 0
    while (opening := _OPENING.search(table, at)) and (end := table.find(b"endbf", opening.end())) >= 0:
        yield opening[1], table[opening.end() : end]
        at = end


def readings(table: bytes) -> Iterator[tuple[int, str]]:
    """Each code and what it reads as, where that is one letter."""
    return islice(_readings(table), _MOST_READINGS)


def _readings(table: bytes) -> Iterator[tuple[int, str]]:
    for kind, body in sections(table):
        if kind == b"char":
            for code, text in _CHAR.findall(body):
                yield int(code, 16), chr(int(text, 16))
            continue
        for first, last, text, each in _RANGE.findall(body):
            start, most = int(first, 16), min(int(last, 16) - int(first, 16) + 1, 256)
            if text:
                yield from ((start + step, chr(min(int(text, 16) + step, 0xFFFF))) for step in range(most))
            else:
                units = enumerate(_EACH.findall(each)[: max(0, most)], start)
                yield from ((code, chr(int(unit, 16))) for code, unit in units if len(unit) == 4)


def unseen_readings(table: bytes) -> dict[int, str]:
    """The codes that read as blanks or as nothing, and what they read as."""
    return dict(islice(_unseen_readings(table), _MOST_READINGS))


def _unseen_readings(table: bytes) -> Iterator[tuple[int, str]]:
    for kind, body in sections(table):
        if kind == b"char":
            pairs = ((int(code, 16), text) for code, text in _ANY.findall(body))
        else:
            pairs = (pair for match in _RANGE.finditer(body) for pair in _counted_out(match))
        yield from ((code, text) for code, digits in pairs if not _is_seen(text := _text(digits)))


def _counted_out(match: re.Match[bytes]) -> Iterator[tuple[int, bytes]]:
    """What a range lists for its codes, one by one; a range that counts on from a blank is as good as none."""
    first, last = int(match[1], 16), int(match[2], 16)
    if match[3] and first == last:
        yield first, match[3]
    elif match[4]:
        yield from enumerate(_EACH.findall(match[4])[: max(0, last - first + 1)], first)


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode()).decode("utf-16-be", "replace")


def _is_seen(text: str) -> bool:
    return not all(
        letter.isspace() or letter in _FILLERS or unicodedata.category(letter) == _FORMATS for letter in text
    )
