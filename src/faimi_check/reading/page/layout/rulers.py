"""Line-number rulers: numbers in the margin that count the lines, as `lineno` and review templates set them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from faimi_check.model.page import Page, TextRun

_MIN_NUMBERS = 8
_MAX_DIGITS = 4
_BLANKS = 2
# Numbers stand on at least this share of the lines they run along; labels of references on about 0.4.
_COVERAGE = 0.6
_STEPS = (1, 2, 5, 10)
_REGULAR = 0.85
_MAX_GROUPS = 12
# Lines that the numbers put elsewhere may be away from the others.
_NEAR = 12


TextRunTest = Callable[[TextRun], bool]


class Strip(NamedTuple):
    """A strip of the page from x0 to x1 where line numbers of one size stand."""

    x0: float
    x1: float
    size: float

    def holds(self, run: TextRun) -> bool:
        """Whether the run is one of the strip's numbers."""
        return (
            run.box.x0 >= self.x0 - 3.0
            and run.box.x1 <= self.x1 + 3.0
            and abs(run.size - self.size) < 0.5
            and _number(run) is not None
        )

    def meets(self, other: Strip) -> bool:
        """Whether the other strip is the same ruler with more or fewer digits."""
        return self.x0 < other.x1 and other.x0 < self.x1 and abs(self.size - other.size) < 0.5

    def union(self, other: Strip) -> Strip:
        """The strip that holds both."""
        return Strip(min(self.x0, other.x0), max(self.x1, other.x1), self.size)


def find_rulers(pages: Sequence[Page]) -> tuple[Strip, ...]:
    """The strips of line numbers; what one page shows clearly holds for all."""
    strips: list[Strip] = []
    for page in pages:
        for strip in _strips(page):
            known = next((i for i, one in enumerate(strips) if one.meets(strip)), None)
            if known is None:
                strips.append(strip)
            else:
                strips[known] = strips[known].union(strip)
    return tuple(strips[:_MAX_GROUPS])


def belonging_to(numbers: Sequence[TextRun]) -> TextRunTest:
    """A test for numbers that stand apart from a page's ruler and belong to it: `lineno` puts those of the last lines
    of a column elsewhere. They have its type and colour, and continue it."""
    values = {value for run in numbers if (value := _number(run)) is not None}
    kinds = {(run.font, round(run.size, 1), run.color) for run in numbers}
    least, most = min(values, default=0) - _NEAR, max(values, default=0) + _NEAR

    def belongs(run: TextRun) -> bool:
        value = _number(run)
        if value is None or value in values or (run.font, round(run.size, 1), run.color) not in kinds:
            return False
        return least <= value <= most

    return belongs


def _number(run: TextRun) -> int | None:
    if len(run.text) > _MAX_DIGITS + _BLANKS:
        return None
    text = run.text.strip()
    return int(text) if len(text) <= _MAX_DIGITS and text.isascii() and text.isdigit() else None


def _strips(page: Page) -> Iterable[Strip]:
    numbers = [
        (run, number)
        for run in page.runs
        if (number := _number(run)) is not None and abs(run.angle) < 1 and 0 <= run.x <= page.width
    ]
    if len(numbers) < _MIN_NUMBERS:
        return
    for side in (0, 1):
        groups: dict[tuple[int, int], list[tuple[TextRun, int]]] = {}
        for run, number in numbers:
            edge = run.box.x1 if side else run.x
            groups.setdefault((round(edge / 4), round(run.size)), []).append((run, number))
        for group in sorted(groups.values(), key=len, reverse=True)[:_MAX_GROUPS]:
            if len(group) >= _MIN_NUMBERS and _is_ruler(group, page):
                runs = [run for run, _ in group]
                yield Strip(min(run.box.x0 for run in runs), max(run.box.x1 for run in runs), runs[0].size)


def _is_ruler(group: list[tuple[TextRun, int]], page: Page) -> bool:
    group.sort(key=lambda one: one[0].baseline)
    steps = [later[1] - earlier[1] for earlier, later in pairwise(group)]
    step, count = Counter(steps).most_common(1)[0]
    if step not in _STEPS or count < _REGULAR * len(steps):
        return False
    x0, x1 = min(run.box.x0 for run, _ in group), max(run.box.x1 for run, _ in group)
    top, bottom = group[0][0].baseline, group[-1][0].baseline
    beside: set[int] = set()
    within = 0
    members = {run.order for run, _ in group}
    for run in page.runs:
        if not top - 2 <= run.baseline <= bottom + 2 or abs(run.angle) > 1 or run.order in members:
            continue
        if run.box.x1 > x0 and run.box.x0 < x1:
            within += 1
        elif run.size >= 6 and len(run.text) > 8:
            beside.add(round(run.baseline / 3))
    # Nothing else stands in a margin; a column of numbers in a table has rows of its own height and few of them.
    return (
        within <= 0.1 * len(group)
        and len(group) * step >= _COVERAGE * len(beside)
        and bottom - top >= 0.25 * page.height
    )
