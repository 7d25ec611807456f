"""Every sentence of a paper with its score, and every mention in it: how likely is it the authors' own?

Terms that a paper uses again and again, variables and what others are named for get no score.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import msgspec

from faimi_check.model.paper import Paper
from faimi_check.rules.late import AnySigned
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.mentions.devices import without_devices
from faimi_check.rules.naming.mentions.german_nouns import is_german_noun
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.naming.ownership.bars import ANY, DOUBTED, NEVER, bar
from faimi_check.rules.naming.ownership.mentioned import Mentioned, mentioned
from faimi_check.rules.naming.ownership.nobodys import has_formula, names_nobody
from faimi_check.rules.naming.ownership.other_subjects import stands_apart
from faimi_check.rules.naming.ownership.own_deeds import (
    are_alone,
    began_here,
    speaks_of_a_state,
    takes_what_is_published,
    tells_own_deed,
)
from faimi_check.rules.naming.ownership.score import mention_odds, mixed_share, sentence_odds, share
from faimi_check.rules.naming.ownership.signs import mention_signs
from faimi_check.rules.naming.ownership.standing import named_houses, names_body, stands_out
from faimi_check.rules.naming.ownership.terms import is_everybodys, is_presented, stands_often
from faimi_check.rules.naming.ownership.third_parties import is_third_partys
from faimi_check.rules.naming.ownership.words import SPEAKERS, Words, may_speak, words_of
from faimi_check.rules.naming.people.side_column import side_columns
from faimi_check.rules.naming.text.prose import MASKED
from faimi_check.rules.naming.text.quotes import own_voice
from faimi_check.rules.naming.text.sentences import Sentence, spoken_texts
from faimi_check.rules.tables import listed, table

# Kinds that hold no word a placeholder could be made of.
_SIGNS = frozenset({Kind.CITATION, Kind.NUMBER, Kind.HANDLE})
# How `words_of` calls what has a capital.
_PROPER = frozenset({"Name", "ACR"})
# "TorchIO, which we maintain", "the challenge that we organised", "where we work": what an author alone can say.
_OWN_FACT = AnySigned(table("mentions")["own_facts"])
# "Our clinic", "the department in which ..., we": what they say of where they work.
_OWN_PLACE = AnySigned(table("mentions")["own_places"])
_LONG_NUMBER = re.compile(r"\d[\d ./-]{5,}\d")
# "BRIGHT-Andes" names something, though its words are everybody's.
_IN_CAPITALS = re.compile(r"\b[A-Z]{4,}-[A-Z][a-z]")
# "T." is an initial.
_INITIAL = 2
_INNER_CAPITAL = re.compile(r"(?<=[\w,;)] )[A-ZÀ-Þ][\w-]{2,}")
# Below this score a mention is of others.
OPEN = 0.3
# Whoever blinded a sentence mostly left in it what is others'.
_BESIDE_PLACEHOLDER = 0.65
# A sentence below this score names nobody who is the authors' own.
_LEAST = 0.05


class Scored(msgspec.Struct, frozen=True):
    """A mention of a sentence, and how likely it is the authors' own."""

    mention: Mention
    sentence: Sentence
    share: float


class Weighed(msgspec.Struct, frozen=True):
    """A sentence, how likely it tells something of the authors' own, and what in it has a capital."""

    sentence: Sentence
    share: float
    mentions: tuple[Scored, ...]
    names: tuple[str, ...]
    own_fact: bool = False
    own_place: bool = False
    own_deed: bool = False
    of_state: bool = False


@once_a_paper
def weighed(paper: Paper) -> tuple[Weighed, ...]:
    """The paper's sentences that name something and may tell it; what was masked for review names nobody."""
    # What a journal's narrow column says of editors and publishers is no text of the paper.
    beside = side_columns(paper).lines
    said = [one for one in mentioned(paper) if not beside or not beside.intersection(one.sentence.refs)]
    folded = [fold(own_voice(one.sentence.text)) for one in said]
    printed = " ".join(folded)

    @cache
    def is_frequent(name: str) -> bool:
        return stands_often(fold(name), printed)

    # What all sentences are asked comes first: the few that are left need much more, and would be in its way.
    speaking = [may_speak(one) for one in folded]
    named = [_named(one, is_frequent) for one in said]
    asked = zip(said, named, speaking, strict=True)
    facts = _OWN_FACT.within(spoken_texts(paper))
    weights = [
        _weighed(one.sentence, names, facts if speaks else None, is_frequent)
        for one, names, speaks in asked
        if names or speaks
    ]
    return tuple(one for one in weights if one is not None)


def _named(one: Mentioned, is_frequent: Callable[[str], bool]) -> list[tuple[Mention, float]]:
    """What a sentence names that may be the authors' own, with the scores from which it counts."""
    return [(found, least) for found in one.mentions if (least := bar(found, one.sentence, is_frequent)) < NEVER]


def _weighed(
    sentence: Sentence, named: list[tuple[Mention, float]], facts: AnySigned | None, is_frequent: Callable[[str], bool]
) -> Weighed | None:
    """The score is the dearest: what a sentence names and speaks of is asked first.

    `facts` are the wordings of what an author alone can say, none where it does not speak for the authors.
    """
    text, may_be_own = own_voice(sentence.text), facts is not None
    own_fact = facts is not None and (facts.stands_in(text) or began_here(text) or are_alone(text))
    own_place = may_be_own and _OWN_PLACE.stands_in(text)
    own_deed = may_be_own and tells_own_deed(text)
    of_state = may_be_own and speaks_of_a_state(text, is_frequent) and not takes_what_is_published(text)
    standing = may_be_own and (stands_out(text, sentence.before) or _names_own_house(text))
    said = own_fact or own_place or own_deed or of_state or standing
    # Without a capital after its first letter it names nobody.
    if not named and not said and text.strip()[1:].islower():
        return None
    words = words_of(text)
    speaks = not SPEAKERS.isdisjoint(words.plain) or "author's" in text or "author’s" in text
    names = _proper(sentence, words) if speaks else ()
    if standing and speaks and not names:
        names = _named_before(sentence)
    which = (
        bool(names)
        or of_state
        or _LONG_NUMBER.search(text) is not None
        or (standing and (names_body(text) or _IN_CAPITALS.search(text) is not None))
    )
    own_fact = speaks and (own_fact or (standing and which))
    if not own_fact:
        names = tuple(name for name in names if not is_frequent(name) and not _is_cited(name, text))
        if not named and not names and not said:
            return None
    odds = sentence_odds(words, sentence.place, sentence.before)
    if (share(odds) < _LEAST and not own_fact) or names_nobody(sentence):
        return None
    scores = _scored(sentence, named, words, odds)
    if MASKED.search(text):
        return _beside_placeholder(sentence, share(odds), scores)
    told = (own_fact, own_place and speaks, own_deed and speaks, of_state and speaks)
    return Weighed(sentence, share(odds), scores, names, *told)


def _beside_placeholder(sentence: Sentence, said: float, scores: tuple[Scored, ...]) -> Weighed | None:
    """What is named in a sentence beside what was taken out of it: that it speaks of the authors says nothing there."""
    kept = tuple(one for one in scores if one.share >= _BESIDE_PLACEHOLDER)
    return Weighed(sentence, said, kept, ()) if kept else None


def _is_cited(name: str, text: str) -> bool:
    """Whether a citation stands right behind a name: what it is called is somebody's work."""
    return f"{name} [" in text


def _names_own_house(text: str) -> bool:
    return any(map(_is_name, named_houses(without_devices(text))))


def _is_name(word: str) -> bool:
    return not is_everybodys(word)


def _named_before(sentence: Sentence) -> tuple[str, ...]:
    """What the sentence before names, for "we keep it"."""
    return tuple(filter(_is_name, _INNER_CAPITAL.findall(sentence.before)))


@once_a_paper
def scored(paper: Paper) -> tuple[Scored, ...]:
    """Every mention of the paper's sentences with its score."""
    return tuple(one for sentence in weighed(paper) for one in sentence.mentions)


def _proper(sentence: Sentence, words: Words) -> tuple[str, ...]:
    """The capitalised words and acronyms of a sentence but its first, and what belongs to everybody ("American")."""
    if has_formula(sentence.text):
        return ()
    spans = zip(words.plain, words.starts, words.ends, strict=True)
    text = without_devices(sentence.text)
    # "4open. science/r/gap-11/README.md" is an address.
    named = (
        text[start:end]
        for plain, start, end in spans
        if start
        and plain in _PROPER
        and text[start] != " "
        and text[start - 1] != "/"
        # "GE's AutoBone".
        and not _is_makers(text[:start].rstrip().rpartition(" ")[2])
        # "Unetv2" goes on behind what its letters spell.
        and not text[end : end + 1].isdigit()
        and not is_presented(text, start, end)
        and not is_german_noun(text, start, end)
    )
    return tuple(name for name in map(_bare, named) if not is_everybodys(name) and not _is_makers(name))


def _bare(name: str) -> str:
    """A word without the stop of its sentence."""
    return name.rstrip(".") if len(name) > _INITIAL else name


def _is_makers(name: str) -> bool:
    """Whether something is a maker's: "Google’s BERT"."""
    if name.endswith(("s’", "s'")):
        return fold(name[:-1]) in listed("mentions", "makers")
    return name.endswith(("’s", "'s")) and fold(name[:-2]) in listed("mentions", "makers")


def _scored(sentence: Sentence, barred: list[tuple[Mention, float]], words: Words, odds: float) -> tuple[Scored, ...]:
    found = []
    for one, least in barred:
        if one.kind not in _SIGNS and is_placeholder(one.text):
            continue
        signs = mention_signs(words, one.kind, sentence.place, sentence.before, one.text, one.start, one.end)
        likely = mixed_share(mention_odds(signs), odds)
        # Of what scores less nothing is told, whosever it is.
        if likely < least or (likely >= OPEN and is_third_partys(one, sentence.text, sentence.before)):
            continue
        # Who is in a country is not known by it.
        wide = likely > DOUBTED and one.kind is Kind.PLACE
        doubted = least != ANY or (
            wide and (fold(one.text) in listed("institutions", "countries") or stands_apart(sentence.text, one.start))
        )
        found.append(Scored(one, sentence, min(likely, DOUBTED) if doubted else likely))
    return tuple(found)
