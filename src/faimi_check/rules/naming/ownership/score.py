"""How likely a mention is the authors' own: a logistic regression over the signs of its sentence.

The weights are learned by training/train.py from labelled sentences that this project wrote; training/calibration.md
says how often a score was right on sentences that were held out.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import exp

import msgspec

_UNIT = 1000.0


class Weights(msgspec.Struct, frozen=True):
    """The learned weights in thousandths, by sign, and what stands for no sign at all."""

    bias: int
    signs: dict[str, int]


_DECODER = msgspec.json.Decoder(Weights)


@cache
def weights() -> Weights:
    """The shipped weights."""
    return _DECODER.decode(files(__package__).joinpath("weights.json").read_bytes())


def own_share(signs: Iterable[str]) -> float:
    """How likely what has these signs is the authors' own, from 0 to 1."""
    known = weights()
    get = known.signs.get
    total = (known.bias + sum(get(sign, 0) for sign in signs)) / _UNIT
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))
