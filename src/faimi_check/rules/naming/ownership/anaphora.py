"""What one sentence names and the next one ties to the authors: "The masks are by H. Lyngby. She signs this paper."

The scores of ownership weigh a sentence by its own words, and neither of the two tells by itself. Some wordings say it
outright; of others the same scores tell, asked of both sentences as if they were one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from faimi_check.model.paper import Paper
from faimi_check.rules.late import AnySigned, Signed, late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.ownership.score import own_share
from faimi_check.rules.naming.ownership.words import may_speak
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.sentences import Sentence, sentences
from faimi_check.rules.tables import table

_WORDS = table("anaphora")
_OF_PEOPLE = late(_WORDS["of_people"], re.IGNORECASE)
_PEOPLE, _PLACES = AnySigned(_WORDS["people"]), AnySigned(_WORDS["places"])
_SOMEBODY = Signed(_WORDS["somebody"], _WORDS["somebody_signs"])
_IS_NAMED = late(_WORDS["is_named"], re.IGNORECASE)
_DENIED = late(_WORDS["denied"], re.IGNORECASE)
_DENIED_TIE = late(_WORDS["denied_tie"], re.IGNORECASE)
_OF_ONE = late(_WORDS["of_one"], re.IGNORECASE)
_POINTS_BACK = late(_WORDS["points_back"], re.IGNORECASE)
_SURNAME = re.compile(r"[A-ZÀ-Þ][a-zß-ÿā-ž]{2,}(?:[-’'][A-ZÀ-Þ][a-zß-ÿā-ž]+)*")
_CITED = re.compile(r"\[\d|\bet al\b")
_NAMES_PEOPLE = frozenset({Kind.PERSON, Kind.INITIALS})
_NAMES_PLACES = frozenset({Kind.INSTITUTION, Kind.PLACE})
# Where a name has to begin behind "That is".
_NEXT = 12
# The score of both sentences together from which they are doubtful: of 869 papers that tell nothing, two reach it.
_LEAST = 0.8
# What is said in so many words, and what a score tells at most.
_SAID, _GUESSED = 0.95, 0.85


class TakenUp(msgspec.Struct, frozen=True):
    """What two sentences together tell of the authors: whom or where one is `naming`, and how likely."""

    mentions: tuple[Mention, ...]
    people: bool
    share: float
    first: Sentence
    second: Sentence
    naming: Sentence

    @property
    def outright(self) -> bool:
        """Whether the wording says it; else only the scores do."""
        return self.share >= _SAID

    @property
    def sentence(self) -> Sentence:
        """Both as one."""
        return msgspec.structs.replace(self.first, end=self.second.end)


@once_a_paper
def taken_up(paper: Paper) -> tuple[TakenUp, ...]:
    """What sentences name and their neighbours tie to the authors, in reading order."""
    common = vocabulary(paper)
    return tuple(found for one, other in _neighbours(paper) if (found := _taken_up(one, other, common)) is not None)


def _neighbours(paper: Paper) -> Iterator[tuple[Sentence, Sentence]]:
    """Sentences that follow one another in one place."""
    for one, other in pairwise(sentences(paper)):
        if one.passage is other.passage and other.before and one.end <= other.start:
            yield one, other


def _taken_up(one: Sentence, other: Sentence, common: frozenset[str]) -> TakenUp | None:
    if not _DENIED.search(other.text):
        found, people = _said(one.text, other.text.strip(), common)
        if found:
            return TakenUp(tuple(found), people, _SAID, one, other, one)
    if _DENIED_TIE.search(other.text):
        return None
    if may_speak(fold(other.text)) and _POINTS_BACK.search(other.text):
        return _weighed(one, other, one, common)
    if may_speak(fold(one.text)) and not _DENIED_TIE.search(one.text):
        return _weighed(one, other, other, common)
    return None


def _said(before: str, text: str, common: frozenset[str]) -> tuple[list[Mention], bool]:
    """What the wording of two sentences makes the authors', and whether that is people."""
    if _OF_PEOPLE.match(text) and _PEOPLE.stands_in(text):
        kinds = _NAMES_PEOPLE | {Kind.NAME} if _OF_ONE.search(text) else _NAMES_PEOPLE
        return _named(before, kinds, common), True
    if _PLACES.stands_in(text):
        return _named(before, _NAMES_PLACES, common), False
    opened = _IS_NAMED.match(text)
    if opened and _SOMEBODY.search(before):
        names = _named(text, _NAMES_PEOPLE, common)
        return [name for name in names if name.start <= opened.end() + _NEXT], True
    return [], False


def _weighed(one: Sentence, other: Sentence, naming: Sentence, common: frozenset[str]) -> TakenUp | None:
    """What one of the two names, if the other names nobody, by the scores of both together."""
    silent = other if naming is one else one
    kinds = _NAMES_PEOPLE | _NAMES_PLACES
    if _CITED.search(naming.text) or _named(silent.text, kinds, common):
        return None
    found = _named(naming.text, kinds, common) or (
        _surnames(naming.text, common) if _OF_ONE.search(silent.text) else []
    )
    both = f"{one.text} {other.text}"
    ahead = 0 if naming is one else len(one.text) + 1
    shares = [
        (own_share(name.kind, one.place, one.before, both, name.start + ahead, name.end + ahead), name)
        for name in found
    ]
    best, name = max(shares, key=lambda share: share[0], default=(0.0, None))
    if name is None or best < _LEAST:
        return None
    return TakenUp((name,), name.kind in _NAMES_PEOPLE, min(best, _GUESSED), one, other, naming)


def _surnames(text: str, common: frozenset[str]) -> list[Mention]:
    """Names of one word, taken for somebody's: the sentence beside speaks of him or her."""
    names = _named(text, frozenset({Kind.NAME}), common)
    return [msgspec.structs.replace(one, kind=Kind.PERSON) for one in names if _SURNAME.fullmatch(one.text)]


def _named(text: str, kinds: frozenset[Kind], common: frozenset[str]) -> list[Mention]:
    return [one for one in mentions_in(text, common) if one.kind in kinds and not is_placeholder(one.text)]
