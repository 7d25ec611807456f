"""Patterns that begin with words, tried only where one of these words begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from faimi_check.rules.naming.identity.matter import lower_of, places

# The words with which a fragment begins, up to what is optional or a choice.
_LITERAL = re.compile(r"(?:\(\?-i:)?([^\W\d_](?![?*{])(?:(?:[^\W\d_]| )(?![?*{]))*)")


class Beginnings(NamedTuple):
    """What something begins with, in lower case; none of these begins with another."""

    words: tuple[str, ...]

    def places(self, text: str) -> list[int]:
        """Where a word of a text in lower case begins so, in order."""
        return sorted(at for words in self.words for at in places(text, words) if not (at and _is_word(text[at - 1])))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def beginnings(*fragments: str) -> Beginnings:
    """Where a word begins as one of these fragments of patterns does, for `begun`.

    A fragment has to begin with a letter that is not optional. ValueError where one does not.
    """
    found = set()
    for fragment in fragments:
        literal = _LITERAL.match(fragment)
        if literal is None:
            raise ValueError(f"does not begin with a letter: {fragment}")
        found.add(literal[1].lower())
    # Where one begins with another, the shorter one tells.
    return Beginnings(tuple(words for words in sorted(found) if not words.startswith(tuple(found - {words}))))


def begun(pattern: re.Pattern[str], begins: Beginnings, text: str) -> Iterator[re.Match[str]]:
    """What the pattern finds in a text, tried only where `begins` says that one of its matches may begin."""
    lower = lower_of(text)
    if lower is None:
        yield from pattern.finditer(text)
        return
    at = 0
    for start in begins.places(lower):
        if start >= at and (match := pattern.match(text, start)):
            yield match
            at = match.end()
