"""Persons that a file or a folder is called after: `marta_weber_case1.mp4`, `Weber_Tanaka_2025/`, `weber_lab.avi`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from faimi_check.model.finding import Confidence
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.people.file_words import (
    are_file_words,
    ends_as_surname,
    is_called_so,
    is_file_word,
    is_nobodys,
    words_of_name,
)
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import listed, table

_LONGEST = 1_000
_SHORTEST = 4
_LONGER_THAN_LAB = 6


class NamedFile(NamedTuple):
    """A person's name in a path, as it stands there."""

    text: str
    confidence: Confidence


def persons_in_path(path: str, ordinary: frozenset[str] = frozenset()) -> Iterator[NamedFile]:
    """The persons that the parts of a path are called after; `ordinary` are words that name nobody here, folded.

    A given name with a surname, two surnames, and a surname beside a word such as "lab" are likely a person's; a given
    name before a word that means nothing or beside "phd", a surname beside an initial, and a part that is but one name
    are possibly.
    """
    for part in re.split(r"[/\\]", path[:_LONGEST]):
        stem = re.sub(r"\.\w{1,5}\Z", "", part)
        words = [word for word in words_of_name(stem) if fold(word) not in ordinary]
        yield from _persons(words, bool(re.search(r"\W|_|\d|[a-z][A-Z]", stem)))


def _persons(words: list[str], joined: bool) -> Iterator[NamedFile]:
    for first, second in pairwise(words):
        text = f"{first} {second}"
        if is_placeholder(text):
            continue
        one, other = _kind(first), _kind(second)
        if ({"given", "surname"} <= one | other and one and other) or (one == other == {"surname"}):
            yield NamedFile(text, Confidence.LIKELY)
            return
        if ("surname" in one and _belongs(second)) or ("surname" in other and _belongs(first)):
            yield NamedFile(text, Confidence.LIKELY)
            return
        # "Pele_Clara" is skin, and "Monte Carlo" a method.
        if are_file_words(first, second):
            continue
        if "given" in one and second.isalpha() and len(second) >= _SHORTEST and not is_generic(second):
            yield NamedFile(text, Confidence.POSSIBLE)
            return
        # "Supplement_Lyngby_Ingrid": the surname first, as lists of a class have it.
        if "given" in other and not is_file_word(second) and _may_be_surname(first):
            yield NamedFile(text, Confidence.POSSIBLE)
            return
        initial = len(first) == 1 and first.isalpha() and len(second) > 1
        if (initial and other == {"surname"}) or (one == {"surname"} and len(second) == 1 and second.isupper()):
            yield NamedFile(text, Confidence.POSSIBLE)
            return
    whole = _by_all(words)
    if whole:
        yield NamedFile(whole, Confidence.POSSIBLE)


def _by_all(words: list[str]) -> str:
    """The name that all words of a part make: one alone, or a given name beside a word of one's own work."""
    own = table("person_names")["somebodys"]
    if any(fold(word) in own for word in words) and any(
        len(word) >= _SHORTEST and may_be_given_name(word) and not is_everyday(word) for word in words
    ):
        return " ".join(words)
    labs = [word for word in words if of_a_lab(word)]
    if labs:
        return labs[0]
    alone = [word for word in words if word.isalpha()]
    return alone[0] if len(alone) == 1 and _kind(alone[0]) and len(alone[0]) >= _SHORTEST else ""


def _belongs(word: str) -> bool:
    """Whether a word says that a file is somebody's: a lab, a venue, a year."""
    return fold(word) in listed("person_names", "belongs") or bool(re.fullmatch(r"(?:19|20)\d\d", word))


def _may_be_surname(word: str) -> bool:
    return word.istitle() and len(word) >= _SHORTEST and not is_generic(word) and not is_everyday(word)


def is_generic(word: str) -> bool:
    """Whether a word is one that files are commonly called by."""
    bare = fold(word)
    return bare in listed("paths", "generic") or bare.rstrip("s") in listed("readmes", "nouns") or _belongs(word)


def _kind(word: str) -> set[str]:
    """What a word is by the lists: a given name, a surname, both or neither."""
    return {kind for kind in ("given", "surname") if fold(word) in _names()[kind]}


def of_a_lab(word: str) -> bool:
    """Whether a word is a lab's name that may be its head's: "nkrumahlab", and not "skinlab" or "hydralab"."""
    bare = fold(word)
    stem = next((bare.removesuffix(end) for end in ("labs", "lab") if bare.endswith(end)), "")
    return len(stem) >= _SHORTEST and not (is_called_so(bare) or is_called_so(stem))


def names_in_slug(slug: str, ordinary: frozenset[str] = frozenset(), *, led: bool = True) -> str:
    """What in the name that an anonymous copy was given may be somebody's, empty where nothing is.

    A lab, a group or a thesis with a word that means nothing, two names side by side, or a surname in front.
    `ordinary` are words that name nobody here, folded; `led` whether a surname in front counts.
    """
    words = [word for word in words_of_name(slug) if word.isalpha()]
    for word in words:
        if of_a_lab(word) and fold(word) not in ordinary:
            return word
    for first, second in pairwise(words):
        if _side_by_side(first, second, ordinary) or _side_by_side(second, first, ordinary):
            return f"{first} {second}"
    # In capitals it is letters of a tool's name.
    first = next((word for word in words[:1] if led and not word.isupper()), "")
    return first if first and _is_listed_surname(first) and fold(first) not in ordinary else ""


def _side_by_side(name: str, other: str, ordinary: frozenset[str]) -> bool:
    """Whether one word may be a name, and the word beside it a name as well or one of somebody's work."""
    if fold(name) in ordinary or not (_is_listed_surname(name) or _is_unheard_of(name, ordinary)):
        return False
    bare, listed = fold(other), is_surname(name) or may_be_given_name(name)
    data = table("person_names")
    if bare in data["somebodys"] or bare in data["labs"] or (bare.endswith("lab") and len(bare) > _LONGER_THAN_LAB):
        return not is_nobodys(other)
    if bare in data["belongs"]:
        return listed or ends_as_surname(name)
    return listed and (is_surname(other) or may_be_given_name(other) or _is_unheard_of(other, ordinary))


def _is_listed_surname(word: str) -> bool:
    return is_surname(word) and not is_nobodys(word)


def _is_unheard_of(word: str, ordinary: frozenset[str]) -> bool:
    return len(word) >= _SHORTEST and not is_called_so(word) and fold(word) not in ordinary


# Of names that are written as one, the given name has at least so many letters, and the rest.
_GIVEN, _SURNAME = 4, 4


def is_given_name(word: str) -> bool:
    """Whether people are commonly called by the word."""
    return fold(word) in _names()["given"]


def is_surname(word: str) -> bool:
    """Whether the word is a common surname."""
    return fold(word) in _names()["surname"]


def may_be_given_name(word: str) -> bool:
    """Whether somebody may be called by the word: also a name that is less common."""
    return fold(word) in _names()["given"] or fold(word) in _names()["rarer"]


def called_after(host: str) -> str:
    """Whom a host is called after, as far as its name tells: "person" ("ingrid-lyngby.no"), "practice", or nobody."""
    own = max(host.split(".")[:-1], key=len, default="")
    first, surname = own.partition("-")[::2]
    apart = range(_GIVEN, len(own) - _SURNAME + 1)
    if (surname and may_be_given_name(first)) or any(may_be_given_name(own[:cut]) for cut in apart):
        return "person"
    return "practice" if any(stem in own for stem in table("hosts")["practice"]["stems"]) else ""


@cache
def _names() -> dict[str, frozenset[str]]:
    data = table("person_names")
    return {
        "given": frozenset(data["given"].split()),
        "surname": frozenset(data["surnames"].split()),
        "rarer": frozenset(data["rarer"].split()),
    }
