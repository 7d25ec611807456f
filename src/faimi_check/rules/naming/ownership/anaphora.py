"""What one sentence names and the next one ties to the authors: "The masks are by H. Lyngby. She signs this paper."

The scores of ownership weigh a sentence by its own words, and neither of the two tells by itself. Some wordings say it
outright; of others the same scores tell, asked of both sentences as if they were one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from faimi_check.model.paper import Paper
from faimi_check.rules.late import AnySigned, Signed, late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.mentions.kind import PEOPLE, Kind, Mention
from faimi_check.rules.naming.ownership.accounted import is_told_of_others
from faimi_check.rules.naming.ownership.mentioned import Mentioned, mentioned
from faimi_check.rules.naming.ownership.nobodys import names_nobody
from faimi_check.rules.naming.ownership.score import own_share
from faimi_check.rules.naming.ownership.third_parties import is_third_partys
from faimi_check.rules.naming.ownership.words import may_speak
from faimi_check.rules.naming.text.sentences import Sentence
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
_CITED = late(r"\[\d|\bet al\b")
_NAMES_PLACES = frozenset({Kind.INSTITUTION, Kind.PLACE})
_NAMES = PEOPLE | _NAMES_PLACES | {Kind.NAME}
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
    return tuple(
        found
        for one, other in _neighbours(paper)
        if (found := _taken_up(one, other)) is not None and not _is_of_others(found)
    )


def _is_of_others(found: TakenUp) -> bool:
    """Whether the sentence that names them says that they are somebody else's, or nobody."""
    naming = found.naming
    if names_nobody(naming):
        return True
    return all(is_third_partys(name, naming.text, naming.before) for name in found.mentions)


def _neighbours(paper: Paper) -> Iterator[tuple[Mentioned, Mentioned]]:
    """Sentences that follow one another in one place, with the people and places that at least one of them names."""
    named = [Mentioned(one.sentence, _names(one)) for one in mentioned(paper)]
    for one, other in pairwise(named):
        if not one.mentions and not other.mentions:
            continue
        first, second = one.sentence, other.sentence
        if first.passage is second.passage and second.before and first.end <= second.start:
            yield one, other


def _taken_up(one: Mentioned, other: Mentioned) -> TakenUp | None:
    (first, before), (second, after) = one, other
    text = second.text.strip()
    if not _DENIED.search(text):
        found, people = _said(one, after, text)
        if found:
            return TakenUp(tuple(found), people, _SAID, first, second, first if found[0] in before else second)
    if _DENIED_TIE.search(text):
        return None
    # Where both name somebody, each speaks of its own.
    if before and not _is_sure(after) and may_speak(fold(text)) and _POINTS_BACK.search(text):
        return _weighed(first, second, first, before)
    said = first.text
    if after and not _is_sure(before) and may_speak(fold(said)) and not _DENIED_TIE.search(said):
        return _weighed(first, second, second, after)
    return None


def _names(one: Mentioned) -> tuple[Mention, ...]:
    """The people and places among what a sentence names; where there are none, what may be a surname."""
    text = one.sentence.text
    found = [
        name
        for name in one.mentions
        if name.kind in _NAMES and not is_placeholder(name.text) and not is_told_of_others(name, text)
    ]
    known = tuple(name for name in found if name.kind is not Kind.NAME)
    return known or tuple(name for name in found if _SURNAME.fullmatch(name.text))


def _is_sure(names: Sequence[Mention]) -> bool:
    return bool(names) and names[0].kind is not Kind.NAME


def _said(one: Mentioned, after: Sequence[Mention], text: str) -> tuple[list[Mention], bool]:
    """What the wording of a sentence and of the next, a `text` that names `after`, makes the authors'; is it people?"""
    before = one.mentions
    people = [name for name in before if name.kind in PEOPLE]
    if before and _OF_PEOPLE.match(text) and _PEOPLE.stands_in(text):
        alone = people or (before if _OF_ONE.search(text) else ())
        return [name for name in alone if name.kind not in _NAMES_PLACES], True
    places = [name for name in before if name.kind in _NAMES_PLACES]
    if places and _PLACES.stands_in(text):
        return places, False
    named = [name for name in after if name.kind in PEOPLE]
    opened = _IS_NAMED.match(text) if named else None
    if opened and _SOMEBODY.search(one.sentence.text):
        return [name for name in named if name.start <= opened.end() + _NEXT], True
    return [], False


def _weighed(one: Sentence, other: Sentence, naming: Sentence, named: Sequence[Mention]) -> TakenUp | None:
    """What one of the two names, where the other names nobody, by the scores of both together."""
    silent = other if naming is one else one
    if _CITED.search(naming.text):
        return None
    if not _is_sure(named):
        if not _OF_ONE.search(silent.text):
            return None
        named = [msgspec.structs.replace(name, kind=Kind.PERSON) for name in named]
    both = f"{one.text} {other.text}"
    ahead = 0 if naming is one else len(one.text) + 1
    shares = [
        (own_share(name.kind, one.place, one.before, both, name.start + ahead, name.end + ahead), name)
        for name in named
    ]
    best, name = max(shares, key=lambda share: share[0])
    if best < _LEAST:
        return None
    return TakenUp((name,), name.kind in PEOPLE, min(best, _GUESSED), one, other, naming)
