"""Learns the weights of ownership from the labelled sentences, and measures them on sentences that were held out.

usage: python training/train.py

Needs scikit-learn, which the program itself does not. Writes naming/ownership/weights.json and training/calibration.md.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from examples import Example, examples

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parent / "src" / "faimi_check" / "rules" / "naming" / "ownership" / "weights.json"
FOLDS = 6
# The regression's C, and in how many sentences a sign has to stand before it counts.
STRENGTH, SEEN = 0.4, 3
UNIT = 1000


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
    """For each example the score from weights that never saw its block."""
    fold = np.array([zlib.crc32(one.block.encode()) % FOLDS for one in found])
    scores = np.zeros(len(found))
    for part in range(FOLDS):
        model, vectors = learn([one for one, place in zip(found, fold, strict=True) if place != part])
        rest = [one for one, place in zip(found, fold, strict=True) if place == part]
        scores[fold == part] = model.predict_proba(matrix(rest, vectors, fit=False))[:, 1]
    return scores


def report(found: list[Example], scores: np.ndarray) -> str:
    """Figures on held-out sentences, as Markdown."""
    own = np.array([one.own for one in found])
    lines = [
        "# How well the scores of ownership do",
        "",
        f"On {len(found)} sentences, each scored by weights that never saw its neighbours: "
        f"{np.mean((scores > 0.5) == own):.1%} on the right side of one half, area under the curve "
        f"{roc_auc_score(own, scores):.3f}. Half of the sentences are near misses of the other half.",
        "",
        "| score | sentences | of them own |",
        "|---|---|---|",
    ]
    for low in range(0, 100, 10):
        here = (scores >= low / 100) & (scores < low / 100 + 0.1)
        if here.any():
            lines.append(f"| {low / 100:.1f} to {low / 100 + 0.1:.1f} | {here.sum()} | {own[here].mean():.0%} |")
    lines += ["", "| kind | sentences | right side | area |", "|---|---|---|---|"]
    for kind in sorted({one.kind for one in found}):
        here = np.array([one.kind == kind for one in found])
        area = f"{roc_auc_score(own[here], scores[here]):.3f}" if 0 < own[here].sum() < here.sum() else ""
        lines.append(f"| {kind} | {here.sum()} | {np.mean(((scores > 0.5) == own)[here]):.1%} | {area} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Learns, measures and writes."""
    found = usual(list(examples()))
    measured = report(found, held_out(found))
    model, vectors = learn(found)
    weights = {
        name: round(UNIT * weight) for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    }
    kept = {name: weight for name, weight in sorted(weights.items()) if abs(weight) >= 4}
    data = {"bias": round(UNIT * float(model.intercept_[0])), "signs": kept}
    WEIGHTS.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    (HERE / "calibration.md").write_text(measured, encoding="utf-8")
    print(measured, f"{len(kept)} signs, {WEIGHTS.stat().st_size // 1024} KiB", sep="\n")


if __name__ == "__main__":
    main()
