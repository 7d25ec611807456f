"""Learned weights of signs, in a form that is looked into and not loaded: most signs of a model are in no paper.

A sign is found by a digest of its text, so nothing has to be made of the tens of thousands that nobody asks for.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b

import msgspec

_DIGEST_BYTES = 8
# How many signs are remembered with their weights: those of a few papers.
_REMEMBERED = 1 << 16
_KEYS, _WEIGHTS = "Q", "h"


class Packed(msgspec.Struct, frozen=True):
    """A model as it is stored: what stands for no sign, the signs' digests in order, and the weight of each.

    Weights are in thousandths. `keys` are of 8 bytes each and `weights` of 2, the lowest first.
    """

    bias: int
    keys: bytes
    weights: bytes


class Weights:
    """A model as it is used."""

    def __init__(self, packed: Packed) -> None:
        self._bias = packed.bias
        self._keys, self._weights = _unpacked(_KEYS, packed.keys), _unpacked(_WEIGHTS, packed.weights)
        self._weight = lru_cache(_REMEMBERED)(self._looked_up)

    def total(self, signs: Iterable[str]) -> int:
        """The bias and the weights of these signs together, in thousandths."""
        return self._bias + self.sum_of(signs)

    def sum_of(self, signs: Iterable[str]) -> int:
        """The weights of these signs together, in thousandths."""
        return sum(map(self._weight, signs))

    def _looked_up(self, sign: str) -> int:
        key = _digest(sign)
        at = bisect_left(self._keys, key)
        return self._weights[at] if at < len(self._keys) and self._keys[at] == key else 0


def packed(bias: int, weights: Mapping[str, int]) -> Packed:
    """The weights of these signs as they are stored. Raises ValueError where two have one digest."""
    by_digest = sorted((_digest(sign), weight) for sign, weight in weights.items())
    keys = [key for key, _ in by_digest]
    if len(set(keys)) < len(keys):
        raise ValueError("two signs have the same digest")
    return Packed(bias, _packed(_KEYS, keys), _packed(_WEIGHTS, (weight for _, weight in by_digest)))


def _digest(sign: str) -> int:
    return int.from_bytes(blake2b(sign.encode(), digest_size=_DIGEST_BYTES).digest(), "little")


def _packed(kind: str, numbers: Iterable[int]) -> bytes:
    return _turned(array(kind, numbers)).tobytes()


def _unpacked(kind: str, stored: bytes) -> array[int]:
    return _turned(array(kind, stored))


def _turned(numbers: array[int]) -> array[int]:
    """From this machine's order of bytes to the stored one, or back."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
