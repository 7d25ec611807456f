"""How a paper is set: the body's size, leading and text block as the mode over its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from faimi_check.model.page import FURNITURE, Line, Page, Region

_PROSE = 25
_NO_PROSE = FURNITURE | {Region.ROTATED}
_COMMON_SHARE = 0.3


class Typography(NamedTuple):
    """Body text: size and leading in points, index of its font, left and right edge in most lines.

    All zero for a paper without text.
    """

    size: float
    leading: float
    font: int
    left: float
    right: float


def typography_of(pages: Sequence[Page]) -> Typography:
    """Measures the body: the size and font that most characters have, and how its lines follow each other."""
    lines = list(prose(pages))
    size = body_size(lines)
    if not size:
        return Typography(0.0, 0.0, 0, 0.0, 0.0)
    body = [line for line in lines if abs(line.size - size) < 0.25]
    fonts = Counter[int]()
    for line in body:
        fonts[line.font] += len(line.text)
    lefts, rights = Counter([round(line.box.x0) for line in body]), Counter([round(line.box.x1) for line in body])
    return Typography(
        size,
        leading_of(pages, size) or 1.2 * size,
        fonts.most_common(1)[0][0],
        float(lefts.most_common(1)[0][0]),
        float(rights.most_common(1)[0][0]),
    )


def body_size(lines: Iterable[Line]) -> float:
    """The largest of the common sizes, 0 without lines: in a short paper abstract and references outweigh the body
    they are smaller than."""
    exact: dict[float, int] = {}
    for line in lines:
        exact[line.size] = exact.get(line.size, 0) + len(line.text)
    weights: Counter[float] = Counter()
    for size, weight in exact.items():
        weights[round(size, 1)] += weight
    common = max(weights.values(), default=0) * _COMMON_SHARE
    return max((size for size, weight in weights.items() if weight >= common), default=0.0)


def prose(pages: Iterable[Page]) -> Iterable[Line]:
    """Lines long enough to be running text."""
    for page in pages:
        for line in page.lines:
            if len(line.text) >= _PROSE and line.region not in _NO_PROSE:
                yield line


def leading_of(pages: Iterable[Page], size: float) -> float | None:
    """The commonest distance between baselines of neighbouring lines of prose in this size, None where there are none.

    Between a line and a displayed formula the distance is another.
    """
    steps: Counter[float] = Counter()
    for page in pages:
        before: Line | None = None
        for line in page.lines:
            if line.region is not Region.BODY or abs(line.size - size) >= 0.25 or len(line.text) < _PROSE:
                before = None
                continue
            if before is not None and before.column == line.column:
                step = line.baseline - before.baseline
                if 0.7 * size < step < 2.6 * size:
                    steps[round(step, 1)] += 1
            before = line
    if not steps:
        return None
    peak = steps.most_common(1)[0][0]
    near = [(step, count) for step, count in steps.items() if abs(step - peak) <= 0.15]
    return sum(step * count for step, count in near) / sum(count for _, count in near)
