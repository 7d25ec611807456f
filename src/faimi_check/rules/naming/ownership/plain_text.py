"""Whom and which institutions a text of the authors' own names that is no paper, such as a README, and how surely.

A sentence of it ends with its line, unless the next one goes on in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from faimi_check.rules.naming.identity import is_placeholder
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.ownership.score import own_share
from faimi_check.rules.naming.ownership.terms import is_accounted
from faimi_check.rules.naming.people.han_names import han_institution, is_joined
from faimi_check.rules.naming.text.prose import MASKED

# In a text that has nothing to cite, an institution is somebody's place of work sooner than anybody else's.
LEAST = {Kind.PERSON: 0.5, Kind.INSTITUTION: 0.3}
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n(?![a-zà-ÿ])")
_SMALL = re.compile(r"\b[a-zß-ÿ]{2,}\b")
_MOST_SENTENCES, _LONGEST = 2_000, 600


class Named(msgspec.Struct, frozen=True):
    """A person or an institution in a sentence, and how likely it is the authors' own, from 0 to 1."""

    text: str
    kind: Kind
    sentence: str
    share: float


def named_in(text: str, common: frozenset[str] = frozenset()) -> Iterator[Named]:
    """The people and institutions that may be the authors' own, in order; `common` are words that name nobody, folded.

    What is written in Chinese, Japanese or Korean is told by its form alone, and only institutions.
    """
    common |= frozenset(_SMALL.findall(text))
    for before, sentence in _sentences(text):
        if not MASKED.search(sentence):
            house = han_institution(sentence)
            if house:
                yield Named(house, Kind.INSTITUTION, sentence, LEAST[Kind.INSTITUTION])
            for one in mentions_in(sentence, common):
                if one.kind not in LEAST or is_placeholder(one.text) or is_joined(one.text):
                    continue
                share = own_share(one.kind, "body", before, sentence, one.start, one.end)
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
