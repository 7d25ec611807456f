"""Where the lines of a page start and end, and which of them fill the measure."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

# Widths of justified lines spread over about 1 pt by the side bearings of their last letters; places where lines
# start hardly spread at all.
WIDTH_SPREAD = 1.5
SAME_START = 1.0
# Lines that share both edges with others of their page: the fewest that tell a measure, and their share of all.
FEWEST = 4
_COMMON_SHARE = 0.1


class Placed(NamedTuple):
    """A line of the body: page, column, where it starts and ends."""

    page: int
    column: int
    start: float
    end: float

    @property
    def width(self) -> float:
        """How wide the line is."""
        return self.end - self.start


def full_lines(lines: Sequence[Placed]) -> list[Placed]:
    """The widest lines that share both edges with others of their page, if they are enough to tell a measure."""
    groups: defaultdict[tuple[int, int], list[Placed]] = defaultdict(list)
    for line in lines:
        groups[line.page, round(line.start / SAME_START)].append(line)
    shared = sorted((line for group in groups.values() for line in _alike(group)), key=lambda line: line.width)
    widths = [line.width for line in shared]
    widest, most = 0.0, 0
    found: list[Placed] = []
    for high in range(len(shared), 0, -1):
        if found and widths[high - 1] < widest - WIDTH_SPREAD:
            break
        low = bisect_left(widths, widths[high - 1] - WIDTH_SPREAD)
        if high - low >= max(FEWEST, _COMMON_SHARE * len(lines)) and high - low > most:
            widest, most = widest or widths[high - 1], high - low
            found = shared[low:high]
    return found


def _alike(group: list[Placed]) -> list[Placed]:
    """Lines of one start that end where another of them ends."""
    ordered = sorted(group, key=lambda line: line.end)
    near = [after.end - before.end <= WIDTH_SPREAD for before, after in pairwise(ordered)]
    beside = zip(ordered, [False, *near], [*near, False], strict=True)
    return [line for line, before, after in beside if before or after]


def page_starts(lines: Sequence[Placed]) -> dict[int, float]:
    """Where most lines of the first column of a page start; left and right pages of a book differ."""
    starts: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for line in lines:
        if line.column == 0:
            starts[line.page][round(line.start, 1)] += 1
    return {page: counted.most_common(1)[0][0] for page, counted in starts.items()}


def usual_start(lines: Sequence[Placed], starts: dict[int, float]) -> float:
    """The start that pages have, weighted by their lines."""
    weights = Counter[float]()
    for line in lines:
        weights[starts.get(line.page, line.start)] += 1
    return weights.most_common(1)[0][0]


def reaches(lines: Sequence[Placed], starts: dict[int, float]) -> list[float]:
    """How far the lines of each page's last column reach from where its first one starts."""
    last: dict[int, int] = {}
    for line in lines:
        last[line.page] = max(line.column, last.get(line.page, 0))
    return [line.end - starts.get(line.page, line.start) for line in lines if line.column == last[line.page]]


def page_ends(lines: Sequence[Placed]) -> dict[int, float]:
    """Where the line of a page ends that reaches furthest."""
    ends: dict[int, float] = {}
    for line in lines:
        ends[line.page] = max(line.end, ends.get(line.page, 0.0))
    return ends


def common_width(widths: Iterable[float]) -> float:
    """The width of full lines: the widest that a tenth of all lines share; else the greatest."""
    ordered = sorted(widths)
    best, count = ordered[-1], 0
    low = 0
    for high, width in enumerate(ordered):
        while width - ordered[low] > WIDTH_SPREAD:
            low += 1
        here = high - low + 1
        if here >= count and here >= _COMMON_SHARE * len(ordered):
            best, count = ordered[(low + high) // 2], here
    return best
