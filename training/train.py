"""Learns the weights of ownership from the labelled sentences, and measures them on sentences that were held out.

usage: python training/train.py

Needs scikit-learn, which the program itself does not. Writes naming/ownership/weights.msgpack and calibration.md.
"""

from __future__ import annotations

import zlib
from collections import Counter
from pathlib import Path

import msgspec
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from examples import Example, lines, mention_examples, sentence_examples
from faimi_check.rules.naming.ownership.score import Learned
from faimi_check.rules.naming.ownership.weights import Packed, packed

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parent / "src" / "faimi_check" / "rules" / "naming" / "ownership" / "weights.msgpack"
FOLDS = 6
# The regression's C, and in how many sentences a sign has to stand before it counts.
STRENGTH, SEEN = 0.4, 3
# Weights smaller than this many thousandths are left out.
LEAST, UNIT = 74, 1000


def matrix(found: list[Example], vectors: DictVectorizer, *, fit: bool) -> object:
    """One row an example, one column a sign."""
    rows = [dict.fromkeys(one.signs, 1) for one in found]
    made = vectors.fit_transform(rows) if fit else vectors.transform(rows)
    made.indices, made.indptr = made.indices.astype("int32"), made.indptr.astype("int32")
    return made


def usual(found: list[Example]) -> list[Example]:
    """The examples without signs that hardly any sentence has."""
    seen = Counter(sign for one in found for sign in one.signs)
    return [one._replace(signs=frozenset(sign for sign in one.signs if seen[sign] >= SEEN)) for one in found]


def learn(found: list[Example]) -> tuple[LogisticRegression, DictVectorizer]:
    """The regression fitted to these examples."""
    vectors = DictVectorizer()
    rows = matrix(found, vectors, fit=True)
    model = LogisticRegression(C=STRENGTH, solver="liblinear").fit(rows, [one.own for one in found])
    return model, vectors


def held_out(found: list[Example]) -> np.ndarray:
    """For each example the log odds from weights that never saw its block."""
    fold = np.array([zlib.crc32(one.block.encode()) % FOLDS for one in found])
    odds = np.zeros(len(found))
    for part in range(FOLDS):
        model, vectors = learn([one for one, place in zip(found, fold, strict=True) if place != part])
        rest = [one for one, place in zip(found, fold, strict=True) if place == part]
        odds[fold == part] = model.decision_function(matrix(rest, vectors, fit=False))
    return odds


def report(found: list[Example], scores: np.ndarray) -> str:
    """Figures on held-out sentences, as Markdown."""
    own = np.array([one.own for one in found])
    text = [
        f"{len(found)} scores by weights that never saw the sentence or its neighbours: "
        f"{np.mean((scores > 0.5) == own):.1%} on the right side of one half, area under the curve "
        f"{roc_auc_score(own, scores):.3f}.",
        "",
        "| score | cases | of them own |",
        "|---|---|---|",
    ]
    for low in range(0, 100, 10):
        here = (scores >= low / 100) & (scores < low / 100 + 0.1)
        if here.any():
            text.append(f"| {low / 100:.1f} to {low / 100 + 0.1:.1f} | {here.sum()} | {own[here].mean():.0%} |")
    text += ["", "| kind | cases | right side | area |", "|---|---|---|---|"]
    for kind in sorted({one.kind for one in found}):
        here = np.array([one.kind == kind for one in found])
        area = f"{roc_auc_score(own[here], scores[here]):.3f}" if 0 < own[here].sum() < here.sum() else ""
        text.append(f"| {kind} | {here.sum()} | {np.mean(((scores > 0.5) == own)[here]):.1%} | {area} |")
    return "\n".join(text) + "\n"


def shipped(found: list[Example]) -> Packed:
    """The weights learned from all examples, as they are written."""
    model, vectors = learn(found)
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    rounded = {name: round(UNIT * weight) for name, weight in named}
    kept = {name: weight for name, weight in rounded.items() if abs(weight) >= LEAST}
    return packed(round(UNIT * float(model.intercept_[0])), kept)


def main() -> None:
    """Learns, measures and writes."""
    labelled = list(lines())
    mentions = usual(list(mention_examples(labelled)))
    sentences = usual(list(sentence_examples(labelled)))
    mention_odds, sentence_odds = held_out(mentions), held_out(sentences)
    both = np.column_stack([mention_odds, sentence_odds[[one.line for one in mentions]]])
    own = [one.own for one in mentions]
    mixing = LogisticRegression(C=1e6).fit(both, own)
    mixed = mixing.predict_proba(both)[:, 1]
    neither, mention, sentence = (round(UNIT * float(one)) for one in (mixing.intercept_[0], *mixing.coef_[0]))
    learned = Learned(shipped(mentions), shipped(sentences), (neither, mention, sentence))
    WEIGHTS.write_bytes(msgspec.msgpack.encode(learned))
    measured = (
        "# How well the scores of ownership do\n\nMost sentences are near misses of another one.\n\n"
        f"## Mentions, by their own signs and their sentence's\n\n{report(mentions, mixed)}\n"
        f"## Sentences as a whole\n\n{report(sentences, 1 / (1 + np.exp(-sentence_odds)))}"
    )
    (HERE / "calibration.md").write_text(measured, encoding="utf-8")
    print(measured, f"{WEIGHTS.stat().st_size // 1024} KiB, mixed {learned.mixed}", sep="\n")


if __name__ == "__main__":
    main()
