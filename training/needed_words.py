"""Works out which words a text must hold for the rules' patterns to match in it.

usage: python training/needed_words.py [--check]

Most patterns match in hardly any paper, and to compile one takes as long as to judge a page. For each that is compiled
late this finds groups of words, of each of which one stands in every match, and writes the rarest two of them to
rules/needed_words.json: what has none of these words is not searched, and the pattern not compiled. Run it
after a change of patterns; without it they are only slower. How rare words are is told by the labelled sentences.
"""

from __future__ import annotations

import gc
import importlib
import inspect
import json
import pkgutil
import re
import re._casefix as casefix
import re._constants as op
import re._parser as parser
import sys
from collections.abc import Callable, Iterable
from functools import _lru_cache_wrapper
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

import faimi_check.rules
from examples import lines
from faimi_check.rules.late import _Late
from faimi_check.rules.needed import TABLE, Needed, folded, key_of

# How many texts a stretch of a pattern may stand for, and how many words one group may hold.
EXACT, GROUP = 64, 400
# Of a set of characters, as many are spelt out.
SET = 6
# A group that so many sentences have a word of tells nothing.
USUAL = 0.5
KEPT = 2
# No word is longer than this, and a match that may be longer than that may reach anywhere.
WORD, WIDEST = 80, 3000

Words = frozenset[str]
# Letters that patterns take for one beyond upper and lower case.
EQUAL = casefix._EXTRA_CASES


class Piece(NamedTuple):
    """What a piece of a pattern needs: all that it can match, if that is little, or groups of words it contains."""

    exact: Words | None
    groups: tuple[Words, ...] = ()


EMPTY = Piece(frozenset({""}))
UNKNOWN = Piece(None)


class Rarity:
    """How many sentences have one of several words."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._sentences = [folded(sentence) for sentence in sentences]
        self._having: dict[str, frozenset[int]] = {}

    def share(self, words: Words) -> float:
        """The share of sentences with one of these words."""
        found: set[int] = set()
        for word in words:
            if word not in self._having:
                self._having[word] = frozenset(at for at, text in enumerate(self._sentences) if word in text)
            found |= self._having[word]
        return len(found) / len(self._sentences)


def bare(words: Iterable[str]) -> Words:
    """The words without those that contain another of them: where these stand, that one does."""
    every = sorted({folded(word) for word in words}, key=len)
    kept: list[str] = []
    for word in every:
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    return frozenset(kept)


def usable(words: Iterable[str]) -> Words | None:
    """The words as a group, if they can be one."""
    found = bare(words)
    return found if found and "" not in found and len(found) <= GROUP else None


def folds(words: Words) -> bool:
    """Whether what a pattern takes for a letter of these words, where case does not count, is folded to it."""
    return all(folded(chr(other)) == letter for letter in set().union(*words) for other in EQUAL.get(ord(letter), ()))


def of_sequence(items: Iterable[Any], rarity: Rarity) -> Piece:
    """What a sequence needs: runs of what is known exactly, put together, and the groups of all its parts."""
    groups: list[Words] = []
    run: Words = frozenset({""})
    whole = True

    def flush() -> None:
        nonlocal run
        group = usable(run)
        if group:
            groups.append(group)
        run = frozenset({""})

    for item in items:
        needed = of_item(item, rarity)
        groups += needed.groups
        if needed.exact is None:
            whole = False
            flush()
        elif len(run) * len(needed.exact) > EXACT:
            whole = False
            flush()
            run = needed.exact
        else:
            run = frozenset(one + other for one, other in product(run, needed.exact))
    if whole:
        return Piece(run, tuple(groups))
    flush()
    return Piece(None, tuple(groups))


def of_item(item: Any, rarity: Rarity) -> Piece:
    """What one piece of a parsed pattern needs."""
    kind, given = item
    if kind is op.LITERAL:
        return Piece(frozenset({chr(given)}))
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return EMPTY
    if kind is op.IN:
        return Piece(of_set(given))
    if kind is op.SUBPATTERN:
        return of_sequence(given[-1], rarity)
    if kind is op.ATOMIC_GROUP:
        return of_sequence(given, rarity)
    if kind is op.BRANCH:
        return of_branch([of_sequence(one, rarity) for one in given[1]], rarity)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return of_repeat(*given, rarity)
    return UNKNOWN


def of_set(members: list[Any]) -> Words | None:
    """The characters of a set, if they are few."""
    found: set[str] = set()
    for kind, given in members:
        if kind is op.LITERAL:
            found.add(chr(given))
        elif kind is op.RANGE and given[1] - given[0] < SET:
            found.update(map(chr, range(given[0], given[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= SET else None


def of_repeat(least: int, most: int, body: Any, rarity: Rarity) -> Piece:
    """What is repeated at least once is needed; what may be left out once is known exactly."""
    needed = of_sequence(body, rarity)
    if least == most == 1:
        return needed
    if least == 0:
        return Piece(needed.exact | {""}) if most == 1 and needed.exact is not None else UNKNOWN
    group = usable(needed.exact) if needed.exact is not None else None
    return Piece(None, (*needed.groups, *([group] if group else [])))


def of_branch(choices: list[Piece], rarity: Rarity) -> Piece:
    """What any of several choices needs: a word of the best group of each."""
    exact = [one.exact for one in choices if one.exact is not None]
    if len(exact) == len(choices) and sum(map(len, exact)) <= EXACT:
        return Piece(frozenset().union(*exact))
    best = [rarest(groups_of(one), rarity) for one in choices]
    group = usable(frozenset().union(*(one for one in best if one))) if all(best) else None
    return Piece(None, (group,) if group else ())


def width_of(items: Any) -> int | None:
    """How many letters a sequence matches at most, None where there is no telling."""
    widths = [width_of_item(*item) for item in items]
    known = [width for width in widths if width is not None]
    return sum(known) if len(known) == len(widths) and sum(known) <= WIDEST else None


def width_of_item(kind: Any, given: Any) -> int | None:
    """The same for one piece of a parsed pattern."""
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return 0
    if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
        return 1
    if kind is op.SUBPATTERN:
        return width_of(given[-1])
    if kind is op.ATOMIC_GROUP:
        return width_of(given)
    if kind is op.BRANCH:
        widths = [width_of(one) for one in given[1]]
        return None if None in widths else max(width for width in widths if width is not None)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        _, most, body = given
        width = width_of(body)
        if most is op.MAXREPEAT:
            return WORD if is_of_words(body) else None
        return None if width is None else int(most) * width
    return None


def is_of_words(body: Any) -> bool:
    """Whether what is repeated is one letter or sign of a word, or one space."""
    if len(body) != 1 or body[0][0] not in (op.LITERAL, op.IN):
        return False
    kind, given = body[0]
    if kind is op.LITERAL:
        return True
    categories = {member for sort, member in given if sort is op.CATEGORY}
    if (op.NEGATE, None) in given:
        return op.CATEGORY_NOT_WORD in categories
    return categories <= {op.CATEGORY_WORD, op.CATEGORY_DIGIT, op.CATEGORY_SPACE}


def groups_of(needed: Piece) -> list[Words]:
    """The groups of a piece that stands alone."""
    own = usable(needed.exact) if needed.exact is not None else None
    return [*needed.groups, *([own] if own else [])]


def rarest(groups: Iterable[Words], rarity: Rarity) -> Words | None:
    """The group that fewest sentences have a word of."""
    return min(groups, key=rarity.share, default=None)


def needed_words(pattern: str, flags: int, rarity: Rarity) -> Needed:
    """What each match of a pattern has: the rarest groups of words."""
    parsed = parser.parse(pattern, flags)
    found = set(groups_of(of_sequence(parsed, rarity)))
    if flags & re.IGNORECASE or "(?i" in pattern:
        found = {group for group in found if folds(group)}
    ranked = sorted(found, key=lambda group: (rarity.share(group), sorted(group)))
    groups = tuple(tuple(sorted(group)) for group in ranked[:KEPT] if rarity.share(group) <= USUAL)
    return Needed(width_of(parsed) or 0, groups)


def late_patterns() -> dict[str, tuple[str, int]]:
    """Every pattern that the rules compile late, by its key; also those that are made when they are first asked for."""
    for module in pkgutil.walk_packages(faimi_check.rules.__path__, "faimi_check.rules."):
        for made in vars(importlib.import_module(module.name)).values():
            if isinstance(made, _lru_cache_wrapper) and not takes(made):
                made()
    written = [one._written for one in gc.get_objects() if isinstance(one, _Late)]
    return {key_of(pattern, flags): (pattern, int(flags)) for pattern, flags in written}


def takes(made: Callable[..., Any]) -> bool:
    """Whether a function takes arguments."""
    return bool(inspect.signature(made).parameters)


def main() -> None:
    """Works them out and writes them, or looks whether the patterns are still those of the table."""
    if sys.argv[1:] == ["--check"]:
        known, found = set(json.loads(TABLE.read_text(encoding="utf-8"))), set(late_patterns())
        sys.exit(0 if known == found else f"{len(known ^ found)} patterns have changed: run {Path(__file__).name}")
    TABLE.write_text("{}\n", encoding="utf-8")
    rarity = Rarity(sorted({line.sentence for line in lines()}))
    table = {key: needed_words(pattern, flags, rarity) for key, (pattern, flags) in sorted(late_patterns().items())}
    rows = (f'"{key}":{msgspec.json.encode(needed).decode()}' for key, needed in table.items())
    TABLE.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    told = sum(bool(needed.groups) for needed in table.values())
    print(f"{told} of {len(table)} patterns, {TABLE.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
