"""Words whose letters stand apart or without blanks between words, or are of other alphabets that look alike."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.asking.decoding import Decoded
from faimi_check.rules.naming.text.stems import stem
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import listed, table, words

# "r.e.v.i.e.w", "r e v i e w", over the ends of lines too; the labels of an upright axis have a letter a line.
_LINE = r"[A-Za-z](?:[ \t._|/*+~·•-]{1,4}[A-Za-z]){5,200}"
_APART = late(rf"(?<![^\W\d_]){_LINE}(?:\s?\n{_LINE}){{0,20}}(?![^\W\d_])")
_JOINED = late(r"(?<![\w/.@-])[A-Za-z]{24,400}(?![\w/@-])")
_MOST = 50
# Four words have as many letters.
_SHORTEST = 17
# Words that mix alphabets: a single one is a unit ("μm") or a slip.
_FEWEST_MIXED = 2
_LONGEST_WORD = 15
# What a letter that belongs to no word costs, in words.
_STRAY = 3
# Letters of other alphabets that look like Latin ones, and the small capitals of phonetics.
_ALIKE = str.maketrans(
    "аеорсухіјѕһԁԛԝӏвкмнтАВЕКМНОРСТУХІЈЅοΟΑΒΕΖΗΙΚΜΝΡΤΥΧνᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
    "aeopcyxijshdqwlbkmhtABEKMHOPCTYXIJSoOABEZHIKMNPTYXvabcdefghijklmnoprstuvwyz",
)
_MIXED = late(r"[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]|[ᴀ-ᴢʀʜɪɢɴʟʙʏꜰꜱ]{3}")


def in_latin(text: str) -> str:
    """A text of the same length with Latin letters for those that look like them, where words mix the two."""
    if text.isascii() or sum(1 for _ in itertools.islice(_MIXED.finditer(text), _FEWEST_MIXED)) < _FEWEST_MIXED:
        return text
    return text.translate(_ALIKE)


def set_right(text: str) -> Iterator[Decoded]:
    """The stretches of letters set apart or joined that have words of requests, with blanks between their words."""
    for pattern in (_APART, _JOINED):
        for found in itertools.islice(pattern.finditer(text), _MOST):
            letters = "".join(filter(str.isalpha, found[0]))
            if len(letters) >= _SHORTEST and has_any(letters.lower(), table("instructions")["tell_tale"]):
                yield Decoded(_with_blanks(letters), *found.span())


def _with_blanks(letters: str) -> str:
    """The fewest known words that make up the letters."""
    plain = letters.lower()
    best: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(plain) + 1):
        ways = ((best[end - 1][0] + _STRAY, end - 1),)
        known = (
            (best[start][0] + 1, start)
            for start in range(max(0, end - _LONGEST_WORD), end)
            if _is_word(plain[start:end])
        )
        best.append(min(itertools.chain(ways, known)))
    parts, end = [], len(plain)
    while end:
        start = best[end][1]
        parts.append(letters[start:end])
        end = start
    return re.sub(r"(?<=\b\w) (?=\w\b)", "", " ".join(reversed(parts)))


@lru_cache(maxsize=20_000)
def _is_word(plain: str) -> bool:
    """Whether it is an everyday word; of one or two letters only the smallest are."""
    if len(plain) <= 3:
        return plain in _smallest()
    return stem(plain) in words("common_words")


@cache
def _smallest() -> frozenset[str]:
    return listed("instructions", "small_words") | listed("asking", "coded", "short")
