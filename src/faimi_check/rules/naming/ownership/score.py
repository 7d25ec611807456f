"""How likely what a sentence names is the authors' own: logistic regressions over signs of both.

The weights are learned by training/train.py from labelled sentences that this project wrote; training/calibration.md
says how often a score was right on sentences that were held out.
"""

from __future__ import annotations

from functools import cache
from math import exp
from pathlib import Path

import msgspec

from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.ownership.signs import mention_signs, sentence_signs
from faimi_check.rules.naming.ownership.weights import Packed, Weights
from faimi_check.rules.naming.ownership.words import Words, words_of

_UNIT = 1000.0
# Of sentences that score less, hardly any tells something of the authors.
_DENIED, _A_SENTENCE = 0.03, 12


class Learned(msgspec.Struct, frozen=True):
    """The two models and the thousandths by which their log odds make one: (of neither, mention, sentence)."""

    mention: Packed
    sentence: Packed
    mixed: tuple[int, int, int]


_DECODER = msgspec.msgpack.Decoder(Learned)


@cache
def _learned() -> Learned:
    """The shipped weights."""
    return _DECODER.decode(Path(__file__).with_name("weights.msgpack").read_bytes())


@cache
def _of_mentions() -> Weights:
    return Weights(_learned().mention)


@cache
def _of_sentences() -> Weights:
    return Weights(_learned().sentence)


def own_share(kind: Kind, place: str, before: str, sentence: str, start: int, end: int) -> float:
    """How likely what stands at (start, end) of a sentence is the authors' own, from 0 to 1."""
    words = words_of(sentence)
    signs = mention_signs(words, kind, place, before, sentence[start:end], start, end)
    return mixed_share(mention_odds(signs), sentence_odds(words, place, before))


def mention_odds(signs: frozenset[str]) -> float:
    """The log odds that a mention with these signs is the authors' own."""
    return _of_mentions().total(signs) / _UNIT


def sentence_odds(words: Words, place: str, before: str) -> float:
    """The log odds that a sentence tells something of the authors' own."""
    return _of_sentences().total(sentence_signs(words, place, before)) / _UNIT


def mixed_share(mention: float, sentence: float) -> float:
    """How likely a mention is the authors' own, from 0 to 1, by both log odds."""
    neither, one, whole = _learned().mixed
    return share((neither + one * mention + whole * sentence) / _UNIT)


def is_denied(sentence: str) -> bool:
    """Whether a sentence is so plainly on others that a wording alone makes nothing in it the authors’.

    Labels and standard phrases are too short to tell.
    """
    return len(sentence.split()) >= _A_SENTENCE and said_share(sentence) < _DENIED


def said_share(sentence: str) -> float:
    """How likely a sentence of the body by itself tells something of the authors' own, from 0 to 1."""
    return share(sentence_odds(words_of(sentence), "body", ""))


def share(odds: float) -> float:
    """Log odds as a share from 0 to 1."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds))))
