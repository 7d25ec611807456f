"""The logistic regression over signs by which each score is learned, and measured on what was held out."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, Protocol, Self, TypeVar

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from faimi_check.rules.naming.ownership.weights import Packed, packed

# Weights are whole numbers of this many parts.
UNIT = 1000


class Signed(Protocol):
    """An example with its signs; those of a `block` are near-minimal pairs and held out together."""

    @property
    def signs(self) -> frozenset[str]: ...

    @property
    def block(self) -> str: ...

    def _replace(self, **changes: frozenset[str]) -> Self: ...


Example = TypeVar("Example", bound=Signed)


class Recipe(NamedTuple, Generic[Example]):
    """How a score is learned.

    `is_one` tells the examples that score high, `weight` how much each counts; `strength` is the regression's C; a sign
    has to stand in `seen` examples before it counts; weights below `least` thousandths are left out. `worth` is what a
    sign counts beside others: what many wordings have in common is to be learned before the words of one.
    """

    is_one: Callable[[Example], bool]
    strength: float
    seen: int
    folds: int
    least: int
    weight: Callable[[Example], float] = lambda _: 1.0
    worth: Callable[[str], float] = lambda _: 1.0

    def usual(self, found: Sequence[Example]) -> list[Example]:
        """The examples without signs that hardly any has."""
        seen = Counter(sign for one in found for sign in one.signs)
        return [one._replace(signs=frozenset(sign for sign in one.signs if seen[sign] >= self.seen)) for one in found]

    def held_out(self, found: Sequence[Example]) -> np.ndarray:
        """For each example the log odds from weights that never saw its block."""
        fold = np.array([zlib.crc32(one.block.encode()) % self.folds for one in found])
        odds = np.zeros(len(found))
        for part in range(self.folds):
            model, vectors = self._learn([one for one, place in zip(found, fold, strict=True) if place != part])
            rest = [one for one, place in zip(found, fold, strict=True) if place == part]
            odds[fold == part] = model.decision_function(self._matrix(rest, vectors.transform))
        return odds

    def shipped(self, found: Sequence[Example]) -> Packed:
        """The weights learned from all examples, as they are written."""
        model, vectors = self._learn(found)
        named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
        rounded = {name: round(UNIT * weight * self.worth(name)) for name, weight in named}
        kept = {name: weight for name, weight in rounded.items() if abs(weight) >= self.least}
        return packed(round(UNIT * float(model.intercept_[0])), kept)

    def _learn(self, found: Sequence[Example]) -> tuple[LogisticRegression, DictVectorizer]:
        vectors = DictVectorizer()
        rows = self._matrix(found, vectors.fit_transform)
        model = LogisticRegression(C=self.strength, solver="liblinear")
        return model.fit(rows, [self.is_one(one) for one in found], [self.weight(one) for one in found]), vectors

    def _matrix(
        self, found: Sequence[Example], vectorize: Callable[[list[dict[str, float]]], np.ndarray]
    ) -> np.ndarray:
        """One row an example, one column a sign."""
        made = vectorize([{sign: self.worth(sign) for sign in one.signs} for one in found])
        made.indices, made.indptr = made.indices.astype("int32"), made.indptr.astype("int32")
        return made


def shares(odds: np.ndarray) -> np.ndarray:
    """Log odds as shares from 0 to 1."""
    return 1 / (1 + np.exp(-odds))
