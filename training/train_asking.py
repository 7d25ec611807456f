"""Learns the weights of requests from the labelled texts, and measures them on texts that were held out.

usage: python training/train_asking.py

Needs scikit-learn, which the program itself does not. Writes naming/asking/weights.msgpack and asking.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from sklearn.metrics import roc_auc_score

from examples import lines as sentences
from faimi_check.rules.naming.asking.score import spoken
from faimi_check.rules.naming.asking.signs import asking_signs
from faimi_check.rules.naming.asking.words import words_of
from regression import Recipe, shares

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parent / "src" / "faimi_check" / "rules" / "naming" / "asking" / "weights.msgpack"
# Neighbouring lines are of one kind: they are held out together.
BLOCK = 10
# Of the sentences for the weights of ownership, every so manieth serves as one that asks nothing, and weighs so much.
EVERY, PLAIN_WEIGHT, PLAIN = 4, 0.4, "plain"
# What a turn of phrase counts, beside a word.
TURN = 2.0
RECIPE = Recipe(
    is_one=lambda one: one.asks,
    strength=0.3,
    seen=2,
    folds=8,
    least=20,
    weight=lambda one: PLAIN_WEIGHT if one.kind == PLAIN else 1.0,
    worth=lambda sign: TURN if sign.startswith(("s:", "s=", "s#")) else 1.0,
)


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
    found = RECIPE.usual([*asking_lines(), *plain_lines()])
    measured = report(found, shares(RECIPE.held_out(found)))
    (HERE / "asking.md").write_text(measured, encoding="utf-8")
    WEIGHTS.write_bytes(msgspec.msgpack.encode(RECIPE.shipped(found)))
    print(measured, f"{WEIGHTS.stat().st_size // 1024} KiB", sep="\n")


if __name__ == "__main__":
    main()
