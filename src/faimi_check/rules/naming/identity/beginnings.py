"""Patterns that begin with words, tried only where one of these words begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from faimi_check.rules.naming.identity.matter import places_of
from faimi_check.rules.spotting import lowered, spotted

# The words with which a fragment begins, up to what is optional or a choice.
_LITERAL = re.compile(r"(?:\(\?-i:)?([^\W\d_](?![?*{])(?:(?:[^\W\d_]| )(?![?*{]))*)")
# What stands before it and matches no letter, and a choice at its beginning.
_BEFORE = re.compile(r"(?:\\b|\(\?<![^()]*\))*")
_CHOICE = re.compile(r"\(\?:((?:[^()]|\(\?-i:[^()]*\))*)\)(?![?*{])")

# How many letters after its beginning a sign of a wording stands at most.
_REACH = 240


class Beginnings(NamedTuple):
    """What something begins with, in lower case; none of these begins with another."""

    words: tuple[str, ...]

    def places(self, text: str) -> list[int]:
        """Where a word of a text in lower case begins so, in order."""
        return sorted(at for at in places_of(self.words, text) if not (at and _is_word(text[at - 1])))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def beginnings(*fragments: str) -> Beginnings:
    """Where a word begins as one of these fragments of patterns does, for `begun`.

    A fragment has to begin with a letter that is not optional. ValueError where one does not.
    """
    found: set[str] = set()
    for fragment in fragments:
        found.update(_literals(fragment))
    # Where one begins with another, the shorter one tells.
    return Beginnings(tuple(words for words in sorted(found) if not words.startswith(tuple(found - {words}))))


def _literals(fragment: str) -> Iterator[str]:
    bare = _BEFORE.sub("", fragment, count=1)
    choice = _CHOICE.match(bare)
    if choice:
        for one in choice[1].split("|"):
            yield from _literals(one + bare[choice.end() :])
        return
    literal = _LITERAL.match(bare)
    if literal is None:
        raise ValueError(f"does not begin with a letter: {fragment}")
    yield literal[1].lower()


def begun(pattern: re.Pattern[str], begins: Beginnings, text: str) -> Iterator[re.Match[str]]:
    """What the pattern finds in a text, tried only where `begins` says that one of its matches may begin."""
    at = 0
    for start in begins.places(lowered(text)):
        if start >= at and (match := pattern.match(text, start)):
            yield match
            at = match.end()


class Wording(NamedTuple):
    """A pattern with the words it begins with, and signs of which one stands in each match not far from there.

    Signs are in lower case; without any the beginning is enough.
    """

    pattern: re.Pattern[str]
    begins: Beginnings
    signs: tuple[str, ...] = ()


def begun_as(wordings: Iterable[Wording], text: str) -> Iterator[re.Match[str]]:
    """What one pattern made of all wordings would find, the first of them first; compiled are only those that may."""
    lower = lowered(text)
    # Many begin with words that stand everywhere, and have no sign in the whole text.
    may = (row for row in wordings if not row.signs or any(spotted(row.signs, lower)))
    rows = [(start, number, row) for number, row in enumerate(may) for start in row.begins.places(lower)]
    at = 0
    for start, _, row in sorted(rows, key=itemgetter(0, 1)):
        if start < at or (row.signs and not any(map(lower[start : start + _REACH].__contains__, row.signs))):
            continue
        if match := row.pattern.match(text, start):
            yield match
            at = match.end()
