"""Whether a line of a README speaks of all videos, and of how many."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

from faimi_check.rules.tables import any_of, table

_MAX_LINE = 1_000


class Breadth(IntEnum):
    """How plainly a line is about all videos, the plainest last: "the videos", "all videos"."""

    NONE = 0
    PLURAL = 1
    ALL = 2


class Reach(NamedTuple):
    """`number` is how many videos the line says that there are; None where it says no number."""

    breadth: Breadth
    number: int | None = None

    def holds(self, videos: int) -> bool:
        """Whether the line is about that many videos: not where it speaks of fewer."""
        return self.breadth is not Breadth.NONE and (self.number is None or self.number >= videos)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    every, every_joined, things, the, others, the_things, joined = (
        any_of("readmes", key)
        for key in ("every", "every_joined", "things", "the", "others", "the_things", "nouns_joined")
    )
    count = a_number()
    # "All players show the video" is about players.
    users = r"(?!players?\b|lecteurs?\b|reproductor|computers?\b|machines?\b|systems?\b|browsers?\b)"
    between = rf"(?:[\s(]{{1,2}}{users}[\w'’-]{{1,20}}\)?){{0,3}}?"
    verbs = r"are|were|use|have been|encoded|compressed|sind|wurden|nutzen|son|están|usan|sont|ont|sono"
    whole = re.compile(
        rf"\b{every}\b{between}[\s(]{{1,2}}{things}\b|\b(?:all|both|alle|beide|tous|toutes|todos|ambos)\s(?:{verbs})\b"
        rf"|{every_joined}.{{0,8}}{joined}"
        rf"|\b(?:both|beide[nr]?|les deux|ambos|ambas|entrambi|оба){between}\s{things}\b"
        rf"|\b{the}\s{count}{between}\s{things}\b",
        re.I,
    )
    plural = re.compile(
        rf"\b{the}\s(?:(?!{others}\b)\w{{1,20}}\s){{0,2}}?{the_things}\b|^\W{{0,6}}(?:\w{{1,20}}\s){{0,2}}?{the_things}\s(?:{verbs})\b",
        re.I,
    )
    number = re.compile(rf"(?<!\w)({count}){between}[\s(]{{0,2}}(?:{things}\b|{joined})|\b(both|beide)\b", re.I)
    return whole, plural, number


@lru_cache(maxsize=4096)
def reach_of(line: str) -> Reach:
    """How far a line reaches."""
    whole, plural, number = _patterns()
    line = line[:_MAX_LINE]
    breadth = Breadth.ALL if whole.search(line) else Breadth.PLURAL if plural.search(line) else Breadth.NONE
    if breadth is Breadth.NONE:
        return Reach(breadth)
    said = number.search(line)
    word = (said[1] or said[2]).casefold() if said else ""
    return Reach(breadth, counted(word))


@cache
def a_number() -> str:
    """A pattern of a number in words or figures."""
    words = sorted(table("readmes")["counts"], key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, words))}|\d{{1,3}})"


def counted(word: str) -> int | None:
    """The number that a word or figures say."""
    return int(word) if word.isdecimal() else table("readmes")["counts"].get(word)
