"""What a sentence in another language tells of the authors, by the same decisions as in English.

One's own earlier work with a citation, support with a number or a name, a role with a person, a house of one's own with
its name, a thing of one's own with a name of its own. What a sentence says to be left out for the review is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec
from msgspec.structs import replace

from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.naming.ownership.telling import DOUBTFUL, SURE, Telling, Topic
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.tongues.houses import named_houses
from faimi_check.rules.naming.tongues.languages import Foreign, foreign
from faimi_check.rules.naming.tongues.names import (
    house_in,
    label,
    person_at,
    thanked,
)
from faimi_check.rules.naming.tongues.paid import is_others, supported
from faimi_check.rules.naming.tongues.wording import (
    CITED,
    JOINED,
    WHOLE,
    find,
    has,
    maybe_cited,
    our_thing,
    own_work,
    part,
    shared,
    spoken,
    surely_cited,
)
from faimi_check.rules.naming.whose.public_statements import names_collection
from faimi_check.rules.spotting import lowered_once
from faimi_check.rules.tables import table

# How far behind one's own earlier work a citation may stand, and a name from what tells of it.
_CITED_BEHIND, _NAMED_BEFORE = 70, 30
# The score from which a name of no known kind counts.
_NAMED = 0.7
# A citation within so many letters behind a name accounts for it: "Nowaka i in. [3]".
_CITE_NEAR = 14
_OF_NAMES = frozenset({Topic.SITE, Topic.SUPPORT, Topic.PEOPLE})
_MARKERS = ("our", "we", "this", "made", "roles", "thanks", "ethics")


class Said(msgspec.Struct, frozen=True):
    """What a sentence tells, of whom, and how surely."""

    topic: Topic
    names: tuple[str, ...]
    share: float


_Found = Iterator[Said]


class Abroad(msgspec.Struct, frozen=True):
    """What a paper's sentences in other languages tell, and by identity those of which nothing else is to be told.

    `ours` are those that speak of the authors in some way, so that what is scored in them counts.
    """

    tellings: tuple[Telling, ...]
    known: frozenset[int]
    ours: frozenset[int]

    def added_to(self, scored: tuple[Telling, ...]) -> tuple[Telling, ...]:
        """What is told by scores, which mean little in other languages than English, and what is told in these."""
        kept = (one if id(one.sentence) not in self.known else self._doubted(one) for one in scored)
        return (*(one for one in kept if one is not None), *self.tellings)

    def _doubted(self, one: Telling) -> Telling | None:
        """What is left of a score in a sentence in another language."""
        if one.topic is Topic.STANDING and not one.labelled:
            one = replace(one, names=tuple(name for name in one.names if _is_placed(name, one.sentence.text)))
        return replace(one, share=min(one.share, DOUBTFUL)) if one.labelled or self._counts(one) else None

    def _counts(self, one: Telling) -> bool:
        """Whether a score counts in a sentence in another language: names of people and houses, beside the authors."""
        if one.topic is Topic.ADDRESS:
            return True
        of_names = one.topic in _OF_NAMES or (one.topic is Topic.STANDING and one.share >= _NAMED and one.names)
        return bool(of_names) and id(one.sentence) in self.ours and not any(map(_names_a_firm, one.names))


def _is_placed(name: str, text: str) -> bool:
    """Whether a name of no known kind stands as that of a place or a person does, and has no citation behind it."""
    at = text.find(name)
    behind = text[at + len(name) : at + len(name) + _CITE_NEAR]
    return "[" not in behind and _before_name().search(lowered_once(text), max(0, at - _NAMED_BEFORE), at) is not None


@cache
def _before_name() -> re.Pattern[str]:
    """What stands before the name of a place, or of somebody by his title."""
    titles = "|".join(part(tongue, "titles") for tongue in table("tongues") if tongue not in WHOLE)
    return late(rf"(?<!\w)(?:{shared('before_places')}|{titles})[ ’']?$")


def _names_a_firm(name: str) -> bool:
    return _firm().search(lowered_once(name)) is not None


@cache
def _firm() -> re.Pattern[str]:
    return late(rf"(?<!\w){shared('firms')}(?!\w)")


def abroad(paper: Paper) -> Abroad:
    """What a paper says of its authors in other languages than English."""
    tellings: list[Telling] = []
    known: set[int] = set()
    ours: set[int] = set()
    told: set[int] = set()
    for one in foreign(paper):
        whole = {id(sentence) for sentence in one.wholes}
        known |= whole
        if is_masked(one):
            continue
        found = said(one)
        if found:
            told |= whole
            tellings += (Telling(each.topic, each.names, each.share, one.sentence, worded=True) for each in found)
        elif not one.is_joined and _speaks_of_authors(one) and not is_others(lowered_once(one.text)):
            ours |= whole
    return Abroad(tuple(tellings), frozenset(known), frozenset(ours - told))


def is_masked(one: Foreign) -> bool:
    """Whether a sentence says that something is left out for the review."""
    text = _reviewers().sub(" ", spoken(one.tongues[0], one.text))
    return any(has(tongue, "masked", text) for tongue in one.tongues)


@cache
def _reviewers() -> re.Pattern[str]:
    """Those whom everybody thanks, who are nameless without anything being left out."""
    return late(shared("reviewers"))


def _speaks_of_authors(one: Foreign) -> bool:
    if any(has(tongue, key, spoken(tongue, one.text)) for tongue in one.tongues for key in _MARKERS):
        return True
    return _some_authors().search(spoken(one.tongues[0], one.text)) is not None


@cache
def _some_authors() -> re.Pattern[str]:
    return late(rf"(?<!\w){shared('some_authors')}(?!\w)")


def said(one: Foreign) -> tuple[Said, ...]:
    """What a sentence tells of the authors, the first of each topic; a thing of theirs where it is nothing else."""
    for tongue in one.tongues:
        small = spoken(tongue, one.text)
        found: dict[Topic, Said] = {}
        for told in (_cited, _person, _house, _support, _thanks):
            each = next(told(tongue, one.text, small), None)
            if each is not None:
                found.setdefault(each.topic, each)
        thing = None if found else next(_thing(tongue, one.text, small), None)
        if found or thing:
            return tuple(found.values()) if thing is None else (thing,)
    return ()


def _cited(tongue: str, text: str, small: str) -> _Found:
    for pattern in own_work(tongue):
        for match in pattern.finditer(small):
            near = CITED.search(small, max(0, match.start() - 12), match.end() + _CITED_BEHIND)
            yield Said(Topic.WORK, (text[match.start() : match.end()],), SURE if near else DOUBTFUL)
    if CITED.search(small) is None:
        return
    for share, patterns in ((SURE, surely_cited(tongue)), (DOUBTFUL, maybe_cited(tongue))):
        for pattern in patterns:
            yield from (Said(Topic.WORK, (match[0],), share) for match in pattern.finditer(small))


def _person(tongue: str, text: str, small: str) -> _Found:
    for role in find(tongue, "roles").finditer(small):
        name = person_at(tongue, text, role.start(), role.end())
        if name:
            yield Said(Topic.PEOPLE, (name,), SURE)


def _support(tongue: str, text: str, small: str) -> _Found:
    names, own = supported(tongue, text, small)
    if names:
        yield Said(Topic.SUPPORT, names, SURE if own else DOUBTFUL)


def _thanks(tongue: str, text: str, small: str) -> _Found:
    if not has(tongue, "thanks", small) or is_others(small):
        return
    joined = tongue in JOINED
    name = thanked(tongue, text) or (_thanked_house(tongue, small) if joined else house_in(tongue, text, placed=True))
    if name:
        yield Said(Topic.SUPPORT, (name,), SURE)


def _thanked_house(tongue: str, small: str) -> str:
    """Chinese thanks before the name or behind it: "得到...的支持,在此致谢"."""
    if tongue != "zh":
        return house_in(tongue, small)
    thanks = find(tongue, "thanks").search(small)
    behind = house_in(tongue, small[thanks.end() :]) if thanks else ""
    _, given, rest = small.partition("得到")
    return behind or (house_in(tongue, rest) if given else "")


def _house(tongue: str, text: str, small: str) -> _Found:
    for name, sure in named_houses(tongue, text, small):
        yield Said(Topic.SITE, (name,), SURE if sure else DOUBTFUL)


def _thing(tongue: str, text: str, small: str) -> _Found:
    for own in our_thing(tongue).finditer(small):
        before = 0 if tongue in JOINED else _NAMED_BEFORE * (tongue in ("tr", "hu"))
        end = own.end() + (14 if tongue in JOINED else 24)
        # No name is cut in two.
        near = text[max(0, own.start() - before) : end]
        name = label(near if tongue in JOINED or not text[end - 1 : end + 1].isalnum() else near.rpartition(" ")[0])
        if name and (tongue in JOINED or not is_everybodys(name)) and not names_collection(name):
            yield Said(Topic.STANDING, (name,), DOUBTFUL)
