"""The signs by which a sentence ties what it names to the authors, as names of features for the learned weights.

A sign is a short text: "L:thank" (a word before the mention), "WE>read" (what the authors do), "r1=c" (a citation
stands right behind). Weights know those that were seen in training; others count nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.text.citations import citations_in
from faimi_check.rules.naming.text.stems import stem

_ADDRESS = r"(?P<u>(?:https?://|www\.|git@)\S+|(?<![\w@])[\w-]{1,60}(?:\.[\w-]{1,60}){0,6}\.[a-z]{2,12}/\S*)"
_PLAIN = r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?|\d+|[^\w\s]"
_TOKEN, _WITH_ADDRESS = re.compile(_PLAIN), re.compile(rf"{_ADDRESS}|{_PLAIN}")
_WE = frozenset(["we", "i", "wir", "nous", "nosotros", "noi", "nos", "wij", "vi", "my", "mi"]) - {"my"}
_US = frozenset(["us", "me", "uns", "ons", "oss", "nam", "ourselves", "myself", "ours", "mine"])
_OUR = frozenset(
    [
        "our",
        "my",
        "unser",
        "unsere",
        "unserer",
        "unserem",
        "unseren",
        "unseres",
        "notre",
        "nuestro",
        "nuestra",
        "nuestros",
        "nuestras",
        "nostro",
        "nostra",
        "nostri",
        "nostre",
        "nosso",
        "nossa",
        "nossos",
        "nossas",
        "onze",
        "var",
        "vara",
        "vart",
        "vores",
        "vare",
        "nasz",
        "nasza",
        "nasze",
        "naszym",
        "naszej",
        "naszego",
    ]
)
_FIRST = frozenset({"WE", "US", "OUR"})
_NEAR, _BEGINNING = 4, 5
_LONGEST = 1_200


@lru_cache(maxsize=20_000)
def _plain(token: str, first: bool) -> str:
    """A token as a sign names it: stems; names, initials, acronyms and numbers by what they are."""
    if token.isdigit():
        return "#"
    bare = token.rstrip(".")
    folded = fold(bare)
    if not folded or not folded[0].isalpha():
        return token
    if folded in _WE:
        return "WE"
    if folded in _US:
        return "US"
    if folded in _OUR:
        return "OUR"
    if len(bare) == 1 and bare.isupper() and token.endswith("."):
        return "I."
    if bare[:1].isupper() and not first:
        return "ACR" if bare.isupper() and len(bare) <= 5 else "Name"
    return stem(folded)


class Words(NamedTuple):
    """A sentence's tokens as signs name them, with where each begins and ends."""

    plain: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def words_of(sentence: str) -> Words:
    """The tokens of a sentence, citations and addresses as one each."""
    text = sentence[:_LONGEST]
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    cited = citations_in(text)
    token = _WITH_ADDRESS if "/" in text or "www." in text else _TOKEN
    at = 0
    for stop in (*cited, None):
        for match in token.finditer(text, at, stop.start() if stop else len(text)):
            plain.append("u" if match.lastgroup else _plain(match[0], not starts))
            starts.append(match.start())
            ends.append(match.end())
        if stop:
            plain.append("c")
            starts.append(stop.start())
            ends.append(at := stop.end())
    return Words(tuple(plain), tuple(starts), tuple(ends))


def signs(kind: Kind, place: str, before: str, sentence: str, start: int, end: int) -> frozenset[str]:
    """The signs of a mention at (start, end) of a sentence, with the kind of place and the sentence before."""
    return signs_among(words_of(sentence), kind, place, before, sentence[start:end], start, end)


def signs_among(words: Words, kind: Kind, place: str, before: str, name: str, start: int, end: int) -> frozenset[str]:
    """As `signs`, where the sentence's words are at hand."""
    left = list(words.plain[: bisect_left(words.ends, start + 1)])
    right = list(words.plain[bisect_left(words.starts, end) :])
    found = {f"kind={kind}", f"place={place}", f"place={place}|{kind}"}
    _words(found, kind, left, right)
    _agents(found, kind, left, right)
    _earlier(found, before)
    _self(found, kind, name)
    return frozenset(found)


def _words(found: set[str], kind: Kind, left: list[str], right: list[str]) -> None:
    both = {*left, *right}
    first = int(not both.isdisjoint(_FIRST))
    found.update(f"L:{word}" for word in left)
    found.update(f"R:{word}" for word in right)
    found.update(f"l:{word}" for word in left[-_NEAR:])
    found.update(f"r:{word}" for word in right[:_NEAR])
    # With or without the authors speaking, in full and by the beginning alone: unseen words may begin like seen ones.
    found.update(f"F{first}:{word}" for word in both)
    found.update(f"S:{word}" for word in both)
    found.update(f"p:{word[:_BEGINNING]}" for word in both if len(word) > _BEGINNING)
    before, after = ["^", "^", "^", *left], [*right, "$", "$", "$"]
    found.add(f"l1={before[-1]}")
    found.add(f"l2={before[-2]} {before[-1]}")
    found.add(f"l3={before[-3]} {before[-2]} {before[-1]}")
    found.add(f"r1={after[0]}")
    found.add(f"r2={after[0]} {after[1]}")
    found.add(f"r3={after[0]} {after[1]} {after[2]}")
    found.add(f"lr={before[-1]}~{after[0]}")
    found.add(f"l1={before[-1]}|{kind}")
    found.add(f"r1={after[0]}|{kind}")
    found.update(f"b={one} {two}" for one, two in pairwise((*left, "M", *right)))
    found.add(f"len={min(6, (len(left) + len(right)) // 6)}")


def _agents(found: set[str], kind: Kind, left: list[str], right: list[str]) -> None:
    """What the authors do and have, and on which side of the mention they stand."""
    sides = []
    for side, words in (("L", left), ("R", right)):
        here = False
        for index, word in enumerate(words):
            if word in ("WE", "US", "OUR"):
                here = True
                found.add(f"{side}:{word}|{kind}")
                for away, other in enumerate(words[index + 1 : index + 4]):
                    found.add(f"{word}>{other}")
                    if away == 0:
                        found.add(f"{word}>>{other}|{kind}")
            elif word == "author":
                found.add(f"{side}:author|{kind}")
        sides.append(here)
    found.add(f"first={int(sides[0])}{int(sides[1])}")
    found.add(f"first={int(sides[0])}{int(sides[1])}|{kind}")
    if "c" in left or "c" in right:
        found.add(f"cites|{kind}")
    if right[:1] == ["c"]:
        found.add(f"cites-next|{kind}")


def _earlier(found: set[str], before: str) -> None:
    if before:
        words = words_of(before).plain
        found.update(f"B:{word}" for word in words)
        found.add(f"B:first={int(any(word in ('WE', 'US', 'OUR') for word in words))}")


def _self(found: set[str], kind: Kind, name: str) -> None:
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", name)]
    found.update(f"M:{word}" for word in words)
    found.add(f"M:n={min(len(words), 5)}|{kind}")
    if name.endswith(("'s", "’s")):
        found.add(f"M:possessive|{kind}")
    if kind is Kind.NUMBER:
        found.add("M:shape=" + re.sub(r"\d+", "9", re.sub(r"[A-Z]+", "A", re.sub(r"[a-z]+", "a", name)))[:12])
