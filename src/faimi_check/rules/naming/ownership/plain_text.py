"""Whom and which institutions a text of the authors' own names that is no paper, such as a README, and how surely.

A sentence of it ends with its line, unless the next one goes on in small letters. Such a text has nothing to cite: whom
and which house it plainly names is the authors' own, but for the makers of what it speaks of and the sources of public
data. What may only be a name is left to the score.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import is_placeholder
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.ownership.accounted import is_accounted
from faimi_check.rules.naming.ownership.own_houses import is_said_to_be_ours
from faimi_check.rules.naming.ownership.score import own_share
from faimi_check.rules.naming.people.han_names import han_institution, is_joined
from faimi_check.rules.naming.people.plain_names import houses, is_shaped_as_name, names_maker, people
from faimi_check.rules.naming.text.prose import MASKED
from faimi_check.rules.tables import any_of

# Scores from which what only may be a name counts.
LEAST = {Kind.PERSON: 0.5, Kind.INSTITUTION: 0.5, Kind.FUNDER: 0.5}
# No abbreviation of a title, a number or the like ends a sentence.
_SENTENCE_END = late(
    r"(?<=[.!?;])(?<!\bDr\.)(?<!\bPr\.)(?<!\bDra\.)(?<!\bProf\.)(?<!\bDott\.)(?<!\bNo\.)(?<!\bNr\.)(?<!\s[A-Z]\.)\s+|\n(?![a-zà-ÿ])"
)
_SMALL = late(r"\b[a-zß-ÿ]{2,}\b")
_MOST_SENTENCES, _LONGEST = 2_000, 600
# Where a sentence begins a capital tells nothing that the score could go by.
_OPENING = late(r"(?:\A|[.:!?–-]\s)\W{0,3}\Z")
_MAKER = late(any_of("readmes", "makers"), re.IGNORECASE)
PUBLIC = late(any_of("readmes", "public"), re.IGNORECASE)
_OURS = late(any_of("readmes", "ours"), re.IGNORECASE)
# Chairs of a workshop are public; whoever else is named beside them may not be.
_OFFICERS = late(any_of("readmes", "officers"), re.IGNORECASE)
_OWN = late(any_of("readmes", "own_work"), re.IGNORECASE)
# "Our MICCAI 2023 paper (Lyngby et al.)", "our earlier work [3]".
_OWN_WORK = late(
    r"\b(?:our|my)\b(?: own)?(?: (?:previous|earlier|prior|recent|last|former|published|\w{2,12} ?[’']?(?:19|20)?\d\d))"
    r" (?:paper|work|article|publication|study|method)s?\b.{0,60}?(?:\bet al\b|\[\d|doi)"
    r"|\b(?:our|my) (?:paper|work|article|publication)s?\b.{0,40}?\bet al\b",
    re.IGNORECASE,
)
_REACH, _NEAR = 60, 8
# What is said in so many words.
_SAID = 0.95


class Named(msgspec.Struct, frozen=True):
    """A person or an institution in a sentence, and how likely it is the authors' own, from 0 to 1."""

    text: str
    kind: Kind
    sentence: str
    share: float


def named_in(text: str, common: frozenset[str] = frozenset()) -> Iterator[Named]:
    """The people and institutions that may be the authors' own, in order; `common` are words that name nobody, folded.

    What is written in Chinese, Japanese or Korean is told by its form alone.
    """
    common |= frozenset(_SMALL.findall(text))
    for before, sentence in _sentences(text):
        if not MASKED.search(sentence) and not (_OFFICERS.search(sentence) and not _OWN.search(sentence)):
            plain = list(_plainly(before, sentence, common))
            yield from plain
            if not plain:
                yield from _likely(before, sentence, common)


def plainly_named(text: str) -> Iterator[Named]:
    """The same of titles and labels, which say nothing of whose what they name is: what is told by its form."""
    for before, sentence in _sentences(text):
        if not MASKED.search(sentence):
            yield from _plainly(before, sentence, frozenset())


def _plainly(before: str, sentence: str, common: frozenset[str]) -> Iterator[Named]:
    """Who is named so that nobody else can be meant, and houses, but for makers and sources of public data."""
    others = PUBLIC.search(sentence) and not _OURS.search(sentence)
    house = han_institution(sentence)
    if house and not others:
        start = max(sentence.find(house), 0)
        share = _plain_share(Kind.INSTITUTION, before, sentence, start, start + len(house))
        yield Named(house, Kind.INSTITUTION, sentence, share)
    if own := _OWN_WORK.search(sentence):
        yield Named(own[0], Kind.CITATION, sentence, LEAST[Kind.PERSON])
    told = [(Kind.PERSON, *span) for span in people(sentence, common)]
    told += [(Kind.INSTITUTION, *span) for span in houses(sentence, common)]
    behind = -_REACH
    for kind, start, end in told:
        # "Written by Ben Adams at UC Nordhavn": the maker's house.
        if start - behind <= _NEAR or _MAKER.search(sentence, max(0, start - _REACH), start):
            behind = end
        elif not others and not is_placeholder(sentence[start:end]):
            yield Named(sentence[start:end], kind, sentence, _plain_share(kind, before, sentence, start, end))


def _plain_share(kind: Kind, before: str, sentence: str, start: int, end: int) -> float:
    return max(LEAST[kind], _share(kind, before, sentence, start, end))


def _share(kind: Kind, before: str, sentence: str, start: int, end: int) -> float:
    """How likely what is named is the authors' own: by a score that knows English, by wordings in other languages."""
    if kind is Kind.INSTITUTION and is_said_to_be_ours(sentence, start, end):
        return _SAID
    return own_share(kind, "body", before, sentence, start, end)


def _likely(before: str, sentence: str, common: frozenset[str]) -> Iterator[Named]:
    for one in mentions_in(sentence, common):
        if one.kind not in LEAST or is_placeholder(one.text) or is_joined(one.text):
            continue
        if one.kind is Kind.PERSON and (_OPENING.search(sentence, 0, one.start) or not is_shaped_as_name(one.text)):
            continue
        if one.kind is Kind.INSTITUTION and names_maker(one.text):
            continue
        if _MAKER.search(sentence, max(0, one.start - _REACH), one.start):
            continue
        share = _share(one.kind, before, sentence, one.start, one.end)
        if share >= LEAST[one.kind] and not is_accounted(sentence, one):
            yield Named(one.text, one.kind, sentence, share)


def own_share_of(address: str, text: str) -> float:
    """How likely the sentence that an address stands in first ties it to the authors."""
    for before, sentence in _sentences(text):
        start = sentence.find(address)
        if start >= 0:
            return own_share(Kind.LINK, "body", before, sentence, start, start + len(address))
    return 0.0


def _sentences(text: str) -> Iterator[tuple[str, str]]:
    """Each sentence, behind the one before it."""
    before = ""
    for piece in islice(_SENTENCE_END.split(text), _MOST_SENTENCES):
        sentence = " ".join(piece.split())[:_LONGEST]
        if sentence:
            yield before, sentence
            before = sentence
