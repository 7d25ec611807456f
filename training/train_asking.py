"""Learns the weights of requests from the labelled texts, and measures them on texts that were held out.

usage: python training/train_asking.py

Needs scikit-learn, which the program itself does not. Writes naming/asking/weights.msgpack and asking.md.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from examples import lines as sentences
from faimi_check.rules.naming.asking.score import spoken
from faimi_check.rules.naming.asking.signs import asking_signs
from faimi_check.rules.naming.asking.words import words_of
from faimi_check.rules.naming.ownership.weights import packed

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parent / "src" / "faimi_check" / "rules" / "naming" / "asking" / "weights.msgpack"
FOLDS = 8
# Neighbouring lines are of one kind: they are held out together.
BLOCK = 10
# The regression's C, and in how many texts a sign has to stand before it counts.
STRENGTH, SEEN = 0.3, 2
# Of the sentences for the weights of ownership, every so manieth serves as one that asks nothing, and weighs so much.
EVERY, PLAIN_WEIGHT, PLAIN = 4, 0.4, "plain"
# Weights smaller than this many thousandths are left out.
LEAST, UNIT = 20, 1000


class Line(NamedTuple):
    """A labelled text with its language, its kind of place, and its signs; lines of a `block` are held out together."""

    asks: bool
    tongue: str
    kind: str
    text: str
    block: str
    signs: frozenset[str]


def asking_lines(folder: Path = HERE / "asking") -> Iterator[Line]:
    """Every labelled text. Columns: asks or tells, language, kind, text."""
    for path in sorted(folder.glob("*.tsv")):
        for number, row in enumerate(path.read_text(encoding="utf-8").splitlines()):
            label, tongue, kind, text = row.split("\t")
            block = f"{path.name}:{number // BLOCK}"
            yield Line(label == "asks", tongue, kind, text, block, asking_signs(words_of(spoken(text))))


def plain_lines() -> Iterator[Line]:
    """What papers say every day: of whoever it is, hardly any of it is a request."""
    for number, line in enumerate(sentences()):
        if number % EVERY == 0:
            text = line.sentence
            yield Line(False, PLAIN, PLAIN, text, f"plain:{number // (EVERY * BLOCK)}", asking_signs(words_of(text)))


def usual(found: list[Line]) -> list[Line]:
    """The texts without signs that hardly any has."""
    seen = Counter(sign for one in found for sign in one.signs)
    return [one._replace(signs=frozenset(sign for sign in one.signs if seen[sign] >= SEEN)) for one in found]


def learn(found: list[Line]) -> tuple[LogisticRegression, DictVectorizer]:
    """The regression fitted to these texts."""
    vectors = DictVectorizer()
    rows = vectors.fit_transform([dict.fromkeys(sorted(one.signs), 1) for one in found])
    rows.indices, rows.indptr = rows.indices.astype("int32"), rows.indptr.astype("int32")
    weights = [PLAIN_WEIGHT if one.kind == PLAIN else 1.0 for one in found]
    model = LogisticRegression(C=STRENGTH, solver="liblinear").fit(rows, [one.asks for one in found], weights)
    return model, vectors


def held_out(found: list[Line]) -> np.ndarray:
    """For each text its score by weights that never saw its block."""
    fold = np.array([zlib.crc32(one.block.encode()) % FOLDS for one in found])
    scores = np.zeros(len(found))
    for part in range(FOLDS):
        model, vectors = learn([one for one, place in zip(found, fold, strict=True) if place != part])
        rest = vectors.transform(
            [dict.fromkeys(one.signs, 1) for one, at in zip(found, fold, strict=True) if at == part]
        )
        rest.indices, rest.indptr = rest.indices.astype("int32"), rest.indptr.astype("int32")
        scores[fold == part] = model.predict_proba(rest)[:, 1]
    return scores


def report(found: list[Line], scores: np.ndarray) -> str:
    """Figures on held-out texts, as Markdown."""
    asks = np.array([one.asks for one in found])
    text = [
        "# How well the score of requests does",
        "",
        f"{len(found)} texts, {asks.sum()} of them requests, scored by weights that never saw the text or its "
        f"neighbours: {np.mean((scores > 0.5) == asks):.1%} on the right side of one half, area under the curve "
        f"{roc_auc_score(asks, scores):.3f}.",
        "",
        "| score above | requests | others |",
        "|---|---|---|",
    ]
    for least in (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98):
        text.append(f"| {least} | {(scores[asks] > least).mean():.1%} | {(scores[~asks] > least).mean():.1%} |")
    for name, of in (("language", lambda one: one.tongue), ("kind", lambda one: one.kind)):
        text += ["", f"| {name} | requests | above one half | others | above one half |", "|---|---|---|---|---|"]
        for value in sorted({of(one) for one in found}):
            here = np.array([of(one) == value for one in found])
            row = [f"{(here & side).sum()} | {part(scores, here & side)}" for side in (asks, ~asks)]
            text.append(f"| {value} | {' | '.join(row)} |")
    return "\n".join(text) + "\n"


def part(scores: np.ndarray, here: np.ndarray) -> str:
    """How many of these score above one half."""
    return f"{(scores[here] > 0.5).mean():.0%}" if here.any() else ""


def main() -> None:
    """Learns, measures and writes."""
    found = usual([*asking_lines(), *plain_lines()])
    measured = report(found, held_out(found))
    (HERE / "asking.md").write_text(measured, encoding="utf-8")
    model, vectors = learn(found)
    rounded = {
        name: round(UNIT * weight) for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    }
    kept = {name: weight for name, weight in rounded.items() if abs(weight) >= LEAST}
    WEIGHTS.write_bytes(msgspec.msgpack.encode(packed(round(UNIT * float(model.intercept_[0])), kept)))
    print(measured, f"{len(kept)} signs, {WEIGHTS.stat().st_size // 1024} KiB", sep="\n")


if __name__ == "__main__":
    main()
