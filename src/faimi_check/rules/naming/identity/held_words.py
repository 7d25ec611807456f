"""Which words a text holds: what tells, before any search, that a sign is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from faimi_check.rules.naming.identity.matter import places

# In a shorter text a search costs less than its words.
_LONG = 1_500
# So many letters tell most words apart.
_HEAD = 4
_WORD = re.compile(r"[^\W_]+")


class _Held(NamedTuple):
    """The words of a text, and what they begin with."""

    words: frozenset[str]
    heads: frozenset[str]


class _Needed(NamedTuple):
    """The whole words of a sign, and what its last one begins with if it may go on behind the sign."""

    words: frozenset[str]
    head: str


def spots(signs: Iterable[str], text: str, *, begin: bool = False) -> Iterator[int]:
    """Where any of the signs stands in a text, sign by sign; one that is asked for many signs, such as a flow in lower
    case.

    With `begin` each sign stands where a word begins.
    """
    held = _held(text) if len(text) >= _LONG else None
    for sign in signs:
        if held is not None:
            needed = _needed(sign, begin)
            if not needed.words <= held.words or (needed.head and needed.head not in held.heads):
                continue
        for at in places(text, sign):
            if not (begin and at and _is_word(text[at - 1])):
                yield at


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


# The flows of a paper are asked for by one rule after another.
@lru_cache(maxsize=8)
def _held(text: str) -> _Held:
    words: set[str] = set()
    for token in set(text.split()):
        if token.isalnum():
            words.add(token)
        else:
            words.update(_WORD.findall(token))
    return _Held(frozenset(words), frozenset([word[:_HEAD] for word in words]))


# Signs come from tables and modules.
@lru_cache(maxsize=4_096)
def _needed(sign: str, begins: bool) -> _Needed:
    words, head = set(), ""
    for match in _WORD.finditer(sign):
        if not match.start() and not begins:
            continue
        if match.end() < len(sign):
            words.add(match[0])
        elif len(match[0]) >= _HEAD:
            head = match[0][:_HEAD]
    return _Needed(frozenset(words), head)
