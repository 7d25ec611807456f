"""Type sizes of fonts whose nominal size says nothing: the bitmap fonts of old PDFs, drawn at 0.24 or 0.12 points.

A Type 3 font's own matrix may hold the scale, and PDFium does not tell it. How high the letters' ink is does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import msgspec

from faimi_check.model.middle import median
from faimi_check.model.page import TextRun

# Points: no type is set smaller, and no ink of a letter is so many times as high as the type.
SMALLEST: Final = 2.0
_HIGHEST = 2.5
# Above and below the baseline, in ems, as Computer Modern has them (Knuth, Computers & Typesetting, volume E).
_ABOVE = {
    **dict.fromkeys("acegmnopqrsuvwxyz", 0.43),
    "t": 0.615,
    **dict.fromkeys("0123456789", 0.65),
    **dict.fromkeys("ij", 0.66),
    **dict.fromkeys("()[]{}/|", 0.75),
}
_TALL = 0.69
_BELOW = {**dict.fromkeys("gjpqyQ,;", 0.194), **dict.fromkeys("()[]{}/|", 0.25)}


def is_nominal_only(size: float, ink: float) -> bool:
    """Whether a type size (points) cannot be what is seen, since the letters' ink is far higher."""
    return size < SMALLEST and ink > _HIGHEST * max(size, 0.0)


def with_seen_sizes(runs: Sequence[TextRun]) -> list[TextRun]:
    """The runs of a page with the sizes that their letters have, where a font has only a nominal one.

    Letters of about one height are of one size; what has no letters has the size of what was drawn before it.
    """
    nominal = {run.size for run in runs if is_nominal_only(run.size, run.box.height)}
    guesses = [_guess(run) if run.size in nominal else None for run in runs]
    near: dict[int, list[float]] = defaultdict(list)
    for guess in guesses:
        if guess:
            near[round(guess)].append(guess)
    usual = {rounded: round(median(sizes), 1) for rounded, sizes in near.items()}
    found: list[TextRun] = []
    last = max(usual, key=lambda rounded: len(near[rounded]), default=0)
    for run, guess in zip(runs, guesses, strict=True):
        if guess is None or not usual:
            found.append(run)
            continue
        last = round(guess) if guess else last
        size = usual[last]
        found.append(
            msgspec.structs.replace(run, size=size, natural=run.natural * size / run.size if run.size else 0.0)
        )
    return found


def _guess(run: TextRun) -> float:
    """The size of a run by the height of its ink, 0 without letters."""
    if run.angle or not any(map(str.isalnum, run.text)):
        return 0.0
    above = max(_ABOVE.get(sign, _TALL) for sign in run.text if sign.isalnum() or sign in _ABOVE)
    return run.box.height / (above + max(_BELOW.get(sign, 0.0) for sign in run.text))
