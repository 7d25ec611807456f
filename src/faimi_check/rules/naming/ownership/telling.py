"""The sentences of a paper that tie what they name to its authors, and how strongly.

Every mention of every sentence gets a score; a sentence is told once, by its most telling mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from math import inf

import msgspec

from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.kind import PEOPLE, Kind, Mention
from faimi_check.rules.naming.ownership.accounted import is_accounted
from faimi_check.rules.naming.ownership.anaphora import TakenUp, taken_up
from faimi_check.rules.naming.ownership.cited_ties import UNTIED, gives_to_others, is_tied
from faimi_check.rules.naming.ownership.own_labels import Label, own_labels
from faimi_check.rules.naming.ownership.scored import OPEN, Scored, Weighed, scored, weighed
from faimi_check.rules.naming.ownership.terms import TERSE
from faimi_check.rules.naming.ownership.third_parties import is_third_partys_name
from faimi_check.rules.naming.text.quotes import own_voice
from faimi_check.rules.naming.text.sentences import Sentence
from faimi_check.rules.tables import any_of

# Scores from which a sentence is an error, and a warning.
SURE, DOUBTFUL = 0.92, 0.45
# A name of no known kind is mostly a product or a term.
_LEAST = {Kind.CITATION: 0.6, Kind.NAME: 0.6}
# A sentence whose words tell, though none of its names does by itself; tables and headings are full of names.
_HINTED, _SURELY_HINTED = 0.8, 0.95
# The same where it speaks of a place of their own; "our hospital" alone is any.
_PLACED = 0.65
# The same where it tells of what only they did, and where it speaks of a country or of the news.
_DONE, _PUBLIC_DEED = 0.3, 0.65
_APPROVED = late(any_of("mentions", "approval"), re.IGNORECASE)
_PAID = late(any_of("mentions", "support"), re.IGNORECASE)

_CITE_BEHIND = late(r"(?:(?:,| and| &) [A-ZÀ-Þ][\w’-]{1,30}){0,6}(?: et al\.?)?,? ?\[\d")
_PEOPLE_AND_PLACES = PEOPLE | {Kind.INSTITUTION, Kind.PLACE}


class Topic(StrEnum):
    """What a telling sentence is about: each is one rule's business."""

    SUPPORT = "support"
    SITE = "site"
    PEOPLE = "people"
    WORK = "work"
    ADDRESS = "address"
    STANDING = "standing"
    HINT = "hint"


_LABELLED = {
    Kind.PLACE: Topic.SITE,
    Kind.PROJECT: Topic.STANDING,
    Kind.PERSON: Topic.PEOPLE,
    Kind.FUNDER: Topic.SUPPORT,
    Kind.CITATION: Topic.WORK,
    Kind.HANDLE: Topic.ADDRESS,
}


class Telling(msgspec.Struct, frozen=True):
    """A sentence with what it names of the authors, the most telling first, and the score of that one.

    `worded` is what is told by the words of a sentence and not by a score; of a label, what else its line holds says
    nothing of whose it is.
    """

    topic: Topic
    names: tuple[str, ...]
    share: float
    sentence: Sentence
    worded: bool = False
    labelled: bool = False

    @property
    def sure(self) -> bool:
        """Whether the score is high enough for an error."""
        return self.share >= SURE and (self.worded or self.topic not in (Topic.WORK, Topic.HINT))


@once_a_paper
def unaccounted(paper: Paper) -> tuple[Scored, ...]:
    """People, institutions and places that are tied neither to the authors nor to anybody else, surest first.

    Each once; left out is what a citation or a possessive accounts for, and whom the references name.
    """

    @cache
    def cited() -> str:
        return fold(" ".join(entry.text for listed in paper.parts.references for entry in listed.entries))

    told = {id(one.naming) for one in taken_up(paper)} | {id(one.sentence) for one in own_labels(paper)}
    best: dict[str, Scored] = {}
    for one in scored(paper):
        mention, text = one.mention, one.sentence.text
        if id(one.sentence) in told:
            continue
        if mention.kind not in _PEOPLE_AND_PLACES or not OPEN <= one.share < DOUBTFUL or one.sentence.place in TERSE:
            continue
        # "Saying “the work of Lund [1]” does not say that you are Lund".
        if any(is_accounted(text, other) for other in _each_time(mention, text)):
            continue
        surname = fold(mention.text).split()[-1].strip(".")
        if mention.kind is Kind.PERSON and re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", cited()):
            continue
        known = best.get(fold(mention.text))
        if known is None or known.share < one.share:
            best[fold(mention.text)] = one
    return tuple(sorted(best.values(), key=lambda one: -one.share))


def _each_time(mention: Mention, text: str) -> Iterator[Mention]:
    """A mention wherever its name stands in the sentence."""
    yield mention
    length, at = len(mention.text), text.find(mention.text)
    while at >= 0:
        yield msgspec.structs.replace(mention, start=at, end=at + length)
        at = text.find(mention.text, at + length)


@once_a_paper
def tellings(paper: Paper) -> tuple[Telling, ...]:
    """The sentences that score at least as a warning, by their most telling mention or as a whole, in reading order.

    Last are those of which only the next one tells whose it is what they name, and labels.
    """
    told = [found for one in weighed(paper) if (found := _told(one)) is not None]
    sure = {id(one.sentence) for one in told if one.sure}
    known = {id(one.sentence) for one in told}
    together = [
        one
        for one in taken_up(paper)
        if sure.isdisjoint((id(one.first), id(one.second))) and (one.outright or id(one.naming) not in known)
    ]
    pairs = {id(sentence) for one in together for sentence in (one.first, one.second)}
    labels = {id(one.sentence): one for one in own_labels(paper)}
    labelled = (_labelled(one) for at, one in labels.items() if at not in known | pairs)
    alone = (one for one in told if id(one.sentence) not in pairs)
    marked = (_marked(one, labels.get(id(one.sentence))) for one in alone)
    return (*marked, *map(_together, together), *labelled)


def _told(one: Weighed) -> Telling | None:
    # Names in running heads and feet are read by rules of their own.
    known = PEOPLE if one.sentence.place == "margin" else frozenset()
    found = [
        mention
        for mention in one.mentions
        if mention.mention.kind not in known
        and mention.share >= _LEAST.get(mention.mention.kind, DOUBTFUL)
        and _is_ones_own(mention)
    ]
    if found:
        found.sort(key=lambda mention: -mention.share)
        names = tuple(dict.fromkeys(mention.mention.text for mention in found))
        return Telling(_topic(found[0]), names, found[0].share, one.sentence)
    if one.own_fact or one.share >= _least_hint(one):
        names = tuple(
            name
            for name in dict.fromkeys(one.names)
            if not is_third_partys_name(name, one.sentence) and (one.own_fact or not _is_cited(name, one))
        )
        return Telling(Topic.HINT, names, one.share, one.sentence) if names or not one.names else None
    return None


def _is_cited(name: str, one: Weighed) -> bool:
    """Whether a citation stands behind a name, or behind others joined to it."""
    text = one.sentence.text
    return _CITE_BEHIND.match(text, text.find(name) + len(name)) is not None


def _is_ones_own(one: Scored) -> bool:
    """Whether a citation is said to be the authors' by more than its score; "we" alone stands beside most of them."""
    if one.mention.kind is not Kind.CITATION:
        return True
    said = own_voice(one.sentence.text)
    return not gives_to_others(one.mention, said) and (one.share >= UNTIED or is_tied(one.mention, said))


def _together(pair: TakenUp) -> Telling:
    names = tuple(dict.fromkeys(one.text for one in pair.mentions))
    return Telling(Topic.PEOPLE if pair.people else Topic.SITE, names, pair.share, pair.sentence)


def _marked(one: Telling, label: Label | None) -> Telling:
    """A telling where a label says whose it is; of what, the label knows better than the sentence as a whole."""
    if label is None:
        return one
    if one.topic is Topic.HINT:
        return _labelled(label)
    if label.name in one.names:
        return msgspec.structs.replace(one, topic=_LABELLED[label.kind], names=(label.name,), labelled=True)
    return msgspec.structs.replace(one, labelled=True)


def _labelled(label: Label) -> Telling:
    """What a label says is doubtful at most: a word more, and it is a method's name."""
    return Telling(_LABELLED[label.kind], (label.name,), _HINTED, label.sentence, labelled=True)


def _least_hint(one: Weighed) -> float:
    """The score from which a sentence tells although none of its names does by itself."""
    place = one.sentence.place
    if one.own_deed and place not in TERSE:
        return _DONE
    if one.of_state and place not in TERSE and not _APPROVED.search(fold(one.sentence.text)):
        return _PUBLIC_DEED
    # "The ethics committee of our hospital approved it" is what everybody writes.
    placed = one.own_place and bool(one.names) and (place not in TERSE or place == "heading")
    if placed and not _APPROVED.search(fold(one.sentence.text)):
        return _PLACED
    if not one.names or place == "heading":
        return inf
    return _SURELY_HINTED if place in TERSE else _HINTED


def _topic(best: Scored) -> Topic:
    kind, folded = best.mention.kind, fold(best.sentence.text)
    if kind is Kind.CITATION:
        return Topic.WORK
    if kind in (Kind.LINK, Kind.HANDLE):
        return Topic.ADDRESS
    if kind in (Kind.TEAM, Kind.EVENT):
        return Topic.STANDING
    if kind is not Kind.FUNDER and _APPROVED.search(folded):
        return Topic.SITE
    if kind in (Kind.FUNDER, Kind.NUMBER) or _PAID.search(folded):
        return Topic.SUPPORT
    if kind in PEOPLE:
        return Topic.PEOPLE
    return Topic.SITE if kind in (Kind.INSTITUTION, Kind.PLACE) else Topic.STANDING
