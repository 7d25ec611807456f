"""How likely a text asks whoever judges the paper for something: a logistic regression over its signs.

The weights are learned by training/train_asking.py from labelled texts that this project wrote; training/asking.md says
how often a score was right on texts that were held out.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import msgspec

from faimi_check.rules.late import late
from faimi_check.rules.naming.asking.signs import asking_signs, may_ask, sign_of_meaning, signs_of_word
from faimi_check.rules.naming.asking.words import words_of
from faimi_check.rules.naming.ownership.score import share
from faimi_check.rules.naming.ownership.weights import Packed, Weights

_UNIT = 1000.0
_DECODER = msgspec.msgpack.Decoder(Packed)
# Where a sentence ends; a line that goes on in small letters does not end one.
_END = late(r"(?<=[.!?])\s+|(?<=[。！？])|(?<!\s)\s*[\r\n\u2029]\s*(?![a-zà-ÿ])")
# A name that is written with other signs than blanks: "for.every.reviewer", "please_accept".
_SEPARATED = late(r"(?<=[^\W\d_])[._+/\\~:-]+(?=[^\W\d_])|(?<=[a-z])(?=[A-Z][a-z])")
_MOST_SENTENCES = 60
_FEWEST_LETTERS = 8
# A name of fewer words asks for something only where it has a meaning of asking.
_FEWEST_WORDS = 3
# The least that the words of a request weigh, in thousandths: of a hundred requests that score high, three have less.
_LEAST_AT_ALL = -1_000


@cache
def _weights() -> Weights:
    return Weights(_DECODER.decode(Path(__file__).with_name("weights.msgpack").read_bytes()))


@lru_cache(maxsize=2_000)
def sentence_share(text: str) -> float:
    """How likely one sentence asks for something, from 0 to 1."""
    words = words_of(text)
    if sum(map(str.isalpha, words.plain)) < _FEWEST_WORDS and not may_ask(words):
        return 0.0
    return share(_weights().total(asking_signs(words)) / _UNIT)


def may_score(text: str, *, at_all: bool = False) -> bool:
    """Whether a sentence's words by themselves speak for a request, a tenth of the work of its score.

    `at_all`: whether they leave it possible.
    """
    words = words_of(text)
    least = _LEAST_AT_ALL if at_all else 0
    return sum(map(_of_word, {*words.plain})) + sum(map(_of_meaning, {*words.meant} - {""})) >= least


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> int:
    return _weights().sum_of(signs_of_word(word))


@cache
def _of_meaning(meaning: str) -> int:
    return _weights().sum_of((sign_of_meaning(meaning),))


def asking_share(text: str) -> float:
    """How likely some sentence of a text does, alone or with the next."""
    if len(text) < _FEWEST_LETTERS:
        return 0.0
    sentences = [one for one in _END.split(spoken(text)) if one and not one.isspace()][:_MOST_SENTENCES]
    both = (f"{one} {two}" for one, two in pairwise(sentences))
    return max(map(sentence_share, (*sentences, *both)), default=0.0)


def spoken(text: str) -> str:
    """A text as it would be said: a name with blanks where it has other signs between its words."""
    return text if " " in text.strip() else _SEPARATED.sub(" ", text)
