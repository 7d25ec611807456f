"""What authors have, do or did that is known of them outside of the paper: "we keep the registry", "which we wrote".

A sentence is taken apart into who, does what, with which thing; words are no signs by themselves here. Deeds and things
stand in tables/standing.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from faimi_check.rules.late import late
from faimi_check.rules.tables import any_of, listed, table

_TOKEN = re.compile(r"[^\W\d_][\w’'-]*|\d[\w.,/-]*|[^\w\s]")
_SMALL = re.compile(r"[^\W\d_][\w’'-]*")
_WE, _US = frozenset({"we", "i"}), frozenset({"us", "authors"})
_RANKS = frozenset(
    {"first", "second", "third", "fourth", "last", "senior", "corresponding", "present", "one", "another"}
)
_COUNTS = frozenset({"of", "the", "two", "three", "four", "both", "all", "some", "several"})
_NOBODY = frozenset({"none", "neither", "no", "nobody", "not"})
_ABOUT_US = _US | {"ourselves"}
_RELATIVES = frozenset({"which", "that", "whom", "whose", "where"})
_IT = frozenset({"it", "them", "this", "that"})
_OUR_HOUSE = late(
    rf"\bour (?:own )?(?:[\w-]+ ){{0,2}}{any_of('standing', 'houses')}s?,? ?\((?:the )?"
    r"(?P<name>(?-i:[A-ZÀ-Þ][\w’-]{2,}))",
    re.IGNORECASE,
)
_FILLERS, _BACK, _DEED_REACH, _BY_REACH, _DENIED_REACH = 5, 14, 4, 6, 4
# "Which one of us".
_WHO = 3


class Word(NamedTuple):
    """A word of a sentence as it stands and in small letters."""

    text: str
    small: str


class _Row(NamedTuple):
    """Deeds by their first word, each with what may stand right behind it (nothing, or "up"), and things by words."""

    does: Mapping[str, frozenset[str]]
    things: frozenset[tuple[str, ...]]


@cache
def _rows() -> tuple[_Row, ...]:
    rows = []
    for row in table("standing")["deeds"]:
        does: dict[str, set[str]] = {}
        for deed in row["does"]:
            first, _, second = deed.partition(" ")
            does.setdefault(first, set()).add(second)
        things = frozenset(tuple(thing.split()) for thing in row["things"])
        rows.append(_Row({first: frozenset(second) for first, second in does.items()}, things))
    return tuple(rows)


@cache
def _signs() -> tuple[frozenset[str], frozenset[str]]:
    """Words of which one of each kind stands in any sentence that tells."""
    return (
        frozenset(deed for row in _rows() for deed in row.does),
        frozenset(thing[-1] for row in _rows() for thing in row.things),
    )


def stands_out(sentence: str, before: str = "") -> bool:
    """Whether a sentence says what the authors have or did that is known of them outside.

    "We keep it" speaks of what the sentence before names.
    """
    small = frozenset(_SMALL.findall(sentence.lower()))
    deeds, things = _signs()
    if small.isdisjoint(deeds):
        return False
    earlier = _words(before) if not small.isdisjoint(_IT) else []
    if small.isdisjoint(things) and things.isdisjoint(word.small for word in earlier):
        return False
    words = _words(sentence)
    return any(_tells(words, after, earlier) for after in _speakers(words)) or any(_by_us(words))


def _words(text: str) -> list[Word]:
    return [Word(found, found.lower()) for found in _TOKEN.findall(text)]


def _speakers(words: Sequence[Word]) -> Iterator[int]:
    """Where the words begin that say what the authors do."""
    for at, word in enumerate(words):
        before = words[at - 1].small if at else ""
        some = word.small in _US and before in _COUNTS
        if not (word.small in _WE or some or (word.small == "author" and before in _RANKS)):
            continue
        # "None of the authors sits on a board".
        if all(one.small not in _NOBODY for one in words[max(0, at - _DENIED_REACH) : at]):
            yield at + 1


def _tells(words: Sequence[Word], after: int, earlier: Sequence[Word]) -> bool:
    """Whether it is said behind a speaker, who stands right before `after`."""
    at = after
    while at < min(len(words), after + _DEED_REACH) and _is_aside(words[at].small):
        at += 1
    if at >= len(words):
        return False
    for row in _rows():
        seconds = row.does.get(words[at].small)
        if seconds is None:
            continue
        follows = words[at + 1].small if at + 1 < len(words) else ""
        behind = at + 2 if follows in seconds else at + 1 if "" in seconds else 0
        if behind and (_has_object(words, behind, row, earlier) or _is_relative(words, after, behind, row)):
            return True
    return False


def _is_aside(word: str) -> bool:
    """Whether a word may stand between who and does: "we have ourselves also"."""
    return word in listed("standing", "before_deed") or word.endswith("ly")


def _has_object(words: Sequence[Word], at: int, row: _Row, earlier: Sequence[Word]) -> bool:
    """Whether a thing of the row is what the deed is done with, in the words from `at` on."""
    if at < len(words) and words[at].small in _IT and _ends(words, at + 1):
        return any(_thing_at(earlier, index, row) for index in range(len(earlier)))
    for index in range(at, min(len(words), at + _FILLERS + 1)):
        length = _thing_at(words, index, row)
        if length and _ends(words, index + length):
            return True
        if not _is_filler(words[index]):
            return False
    return False


def _is_filler(word: Word) -> bool:
    """Whether a word may stand between a deed and its thing: articles, names, what describes it."""
    if word.small in listed("standing", "before_thing") or word.text[0].isupper():
        return True
    return word.text[0].isalpha() and word.small not in listed("standing", "after_thing")


def _is_relative(words: Sequence[Word], speaker: int, behind: int, row: _Row) -> bool:
    """Whether "which we wrote" is said of a thing of the row that stands shortly before; nothing else is done by it."""
    if not _ends(words, behind):
        return False
    start = speaker - 2
    if start < 1 or not any(word.small in _RELATIVES for word in words[max(0, start - _WHO) : start + 1]):
        return False
    return any(_thing_at(words, index, row) for index in range(max(0, start - _BACK), start))


def _by_us(words: Sequence[Word]) -> Iterator[bool]:
    """Whether a thing is kept or was written "by us"."""
    for at, word in enumerate(words):
        reach = words[max(0, at - _BY_REACH) : at]
        if word.small not in _ABOUT_US or all(one.small != "by" for one in reach):
            continue
        for row in _rows():
            deed = any("" in row.does.get(one.small, ()) for one in reach)
            yield deed and any(_thing_at(words, index, row) for index in range(max(0, at - _BACK), at))


def _thing_at(words: Sequence[Word], at: int, row: _Row) -> int:
    """How many words at this place are a thing of the row."""
    for length in (2, 1):
        if tuple(word.small for word in words[at : at + length]) in row.things:
            return length
    return 0


def _ends(words: Sequence[Word], at: int) -> bool:
    """Whether no word follows that belongs to the one before: the end, a sign, a name, what goes on otherwise."""
    if at >= len(words):
        return True
    word = words[at]
    return not word.text[0].isalpha() or word.small in listed("standing", "after_thing") or word.text[0].isupper()


def names_body(sentence: str) -> bool:
    """Whether a body is named that everybody knows by its letters, for "a working party of the WHO"."""
    return not listed("standing", "bodies").isdisjoint(_SMALL.findall(sentence))


def named_houses(sentence: str) -> list[str]:
    """What stands behind a house of the authors as its name: "at our centre (Lysvik, the same scanner throughout)"."""
    if "(" not in sentence or ("our " not in sentence and "Our " not in sentence):
        return []
    return [match["name"] for match in _OUR_HOUSE.finditer(sentence)]
