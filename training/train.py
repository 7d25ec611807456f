"""Learns the weights of ownership from the labelled sentences, and measures them on sentences that were held out.

usage: python training/train.py

Needs scikit-learn, which the program itself does not. Writes naming/ownership/weights.msgpack and calibration.md.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from examples import Example, lines, mention_examples, sentence_examples
from faimi_check.rules.naming.ownership.score import Learned
from regression import UNIT, Recipe, shares

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parent / "src" / "faimi_check" / "rules" / "naming" / "ownership" / "weights.msgpack"
RECIPE = Recipe(is_one=lambda one: one.own, strength=0.4, seen=3, folds=6, least=74)


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


def main() -> None:
    """Learns, measures and writes."""
    labelled = list(lines())
    mentions = RECIPE.usual(list(mention_examples(labelled)))
    sentences = RECIPE.usual(list(sentence_examples(labelled)))
    mention_odds, sentence_odds = RECIPE.held_out(mentions), RECIPE.held_out(sentences)
    both = np.column_stack([mention_odds, sentence_odds[[one.line for one in mentions]]])
    own = [one.own for one in mentions]
    mixing = LogisticRegression(C=1e6).fit(both, own)
    mixed = mixing.predict_proba(both)[:, 1]
    neither, mention, sentence = (round(UNIT * float(one)) for one in (mixing.intercept_[0], *mixing.coef_[0]))
    learned = Learned(RECIPE.shipped(mentions), RECIPE.shipped(sentences), (neither, mention, sentence))
    WEIGHTS.write_bytes(msgspec.msgpack.encode(learned))
    measured = (
        "# How well the scores of ownership do\n\nMost sentences are near misses of another one.\n\n"
        f"## Mentions, by their own signs and their sentence's\n\n{report(mentions, mixed)}\n"
        f"## Sentences as a whole\n\n{report(sentences, shares(sentence_odds))}"
    )
    (HERE / "calibration.md").write_text(measured, encoding="utf-8")
    print(measured, f"{WEIGHTS.stat().st_size // 1024} KiB, mixed {learned.mixed}", sep="\n")


if __name__ == "__main__":
    main()
