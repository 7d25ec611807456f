"""The signs by which a sentence ties what it names to the authors, as names of features for the learned weights.

A sign is a short text: "L:thank" (a word before the mention), "WE>read" (what the authors do), "r1=c" (a citation
stands right behind). Weights know those that were seen in training; others count nothing. `mention_signs` are those of
one mention, `sentence_signs` those of a sentence as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from faimi_check.rules.naming.identity import classify_link, fold
from faimi_check.rules.naming.identity.link_class import parse
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.ownership.speaking import speaking_signs
from faimi_check.rules.naming.ownership.words import FIRST, Words, alike, words_of
from faimi_check.rules.naming.people.file_names import called_after

_NEAR, _BEGINNING = 4, 5
_AFTER, _BEFORE = 5, 3
# "example.org".
_PLAIN_HOST = 2


def sentence_signs(words: Words, place: str, before: str) -> frozenset[str]:
    """The signs of a sentence as a whole, with the kind of place and the sentence before."""
    plain = words.plain
    both = set(plain)
    first = int(not both.isdisjoint(FIRST))
    found = {f"place={place}", f"first={first}"}
    _bag(found, both)
    found.update([f"b={one} {two}" for one, two in pairwise(("^", *plain, "$"))])
    groups = alike()
    grouped = [groups.get(word, word) for word in plain]
    meant = {groups[word] for word in both if word in groups}
    found.update([f"C:{group}" for group in meant])
    found.update([f"F{first}:C:{group}" for group in meant])
    found.update([f"c={one} {two}" for one, two in pairwise(("^", *grouped, "$"))])
    for index, word in enumerate(plain):
        if word in FIRST or word == "author":
            found.update([f"{word}>{other}" for other in plain[index + 1 : index + _AFTER]])
            found.update([f"{other}<{word}" for other in plain[max(0, index - _BEFORE) : index]])
            found.update([f"{word}>C:{other}" for other in grouped[index + 1 : index + _AFTER]])
            found.update([f"C:{other}<{word}" for other in grouped[max(0, index - _BEFORE) : index]])
    if before:
        found.update([f"B:{word}" for word in words_of(before).plain])
    return frozenset(found)


def mention_signs(words: Words, kind: Kind, place: str, before: str, name: str, start: int, end: int) -> frozenset[str]:
    """The signs of a mention at (start, end) of a sentence, with the kind of place and the sentence before."""
    first, after = bisect_left(words.ends, start + 1), bisect_left(words.starts, end)
    left, right = list(words.plain[:first]), list(words.plain[after:])
    found = {f"kind={kind}", f"place={place}", f"place={place}|{kind}"}
    _words(found, kind, left, right)
    _agents(found, kind, left, right)
    _earlier(found, before)
    _self(found, kind, name)
    if kind is Kind.CITATION:
        found |= speaking_signs(words, first, after)
    return frozenset(found)


def _bag(found: set[str], both: set[str]) -> None:
    """Each word with and without the authors speaking, in full and by its beginning: new words begin like seen ones."""
    first = int(not both.isdisjoint(FIRST))
    found.update([f"S:{word}" for word in both])
    found.update([f"F{first}:{word}" for word in both])
    found.update([f"p:{word[:_BEGINNING]}" for word in both if len(word) > _BEGINNING])


def _words(found: set[str], kind: Kind, left: list[str], right: list[str]) -> None:
    _bag(found, {*left, *right})
    found.update([f"L:{word}" for word in left])
    found.update([f"R:{word}" for word in right])
    found.update([f"l:{word}" for word in left[-_NEAR:]])
    found.update([f"r:{word}" for word in right[:_NEAR]])
    groups = alike()
    found.update([f"L:C:{groups[word]}" for word in left if word in groups])
    found.update([f"R:C:{groups[word]}" for word in right if word in groups])
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
    found.update([f"b={one} {two}" for one, two in pairwise((*left, "M", *right))])
    found.add(f"len={min(6, (len(left) + len(right)) // 6)}")


def _agents(found: set[str], kind: Kind, left: list[str], right: list[str]) -> None:
    """What the authors do and have, and on which side of the mention they stand."""
    sides = []
    for side, words in (("L", left), ("R", right)):
        here = False
        for index, word in enumerate(words):
            if word in FIRST:
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
        found.update([f"B:{word}" for word in words])
        found.add(f"B:first={int(not FIRST.isdisjoint(words))}")


def _self(found: set[str], kind: Kind, name: str) -> None:
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", name)]
    found.update([f"M:{word}" for word in words])
    found.add(f"M:n={min(len(words), 5)}|{kind}")
    if name.endswith(("'s", "’s")):
        found.add(f"M:possessive|{kind}")
    if kind is Kind.LINK:
        found |= _address(name)
    if kind is Kind.NUMBER:
        found.add("M:shape=" + re.sub(r"\d+", "9", re.sub(r"[A-Z]+", "A", re.sub(r"[a-z]+", "a", name)))[:12])


def _address(name: str) -> set[str]:
    """What an address tells by itself: the kind of its place, what its host is called after, and how deep it leads."""
    url = parse(name)
    labels = url.host.split(".")
    found = {f"M:place={classify_link(name)}", f"M:after={called_after(url.host)}", f"M:deep={min(3, len(url.parts))}"}
    return found | ({"M:sub", f"M:sub={labels[0]}"} if len(labels) > _PLAIN_HOST else set())
