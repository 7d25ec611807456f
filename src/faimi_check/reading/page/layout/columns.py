"""Columns of a page, and the order in which its lines are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from faimi_check.reading.page.layout.fragments import Fragment
from faimi_check.reading.page.layout.side_notes import with_notes_whole

Gutter = tuple[float, float]
_Band = tuple[list[Fragment], list[Fragment]]

_MIN_CHARACTERS = 18
_MIN_LINES_A_SIDE = 6
_MIN_GUTTER = 6.0
_BIN = 2.0
_WIDEST = 15_000.0
# Labels of a reference list ("[12]") stand up to this far, in font sizes, before the text they belong to.
_LABEL_REACH = 4.0
_STRAY_SHARE = 0.03
# A gap between lines in font sizes; how much smaller, and at how nearly the same height, both columns go on (points).
_GAP = 1.8
_SMALLER = 0.4
_SAME_HEIGHT = 12.0
_TEXT_LINES = 3
_MAX_STEPS = 10
# Lines that cross the gutter (title, wide floats) against lines that keep to a column.
_CROSSING_SHARE = 0.35


class _Step(NamedTuple):
    """Last baseline before a gap in a column and first after it; the type sizes above and below."""

    last: float
    first: float
    above: float
    below: float


def find_gutter(fragments: Sequence[Fragment]) -> Gutter | None:
    """The empty strip (x0, x1) between two text columns, or None for a page of one column."""
    prose = [one for one in fragments if one.characters >= _MIN_CHARACTERS]
    if len(prose) < 2 * _MIN_LINES_A_SIDE or max(one.x1 for one in prose) - min(one.x0 for one in prose) > _WIDEST:
        return None
    strip = _empty_strip(prose)
    if strip is None:
        return None
    before = [one for one in prose if one.x1 <= strip[0] + _BIN]
    after = [one for one in prose if one.x0 >= strip[1] - _BIN]
    crossing = len(prose) - len(before) - len(after)
    if min(len(before), len(after)) < _MIN_LINES_A_SIDE or crossing > _CROSSING_SHARE * len(prose):
        return None
    edge = sorted(one.x1 for one in before)[int(0.9 * len(before))]
    start = _before_labels(fragments, edge, min(one.x0 for one in after))
    return (edge, start) if start - edge >= _MIN_GUTTER and _side_by_side(before, after) else None


def _before_labels(fragments: Sequence[Fragment], edge: float, start: float) -> float:
    """Where the right column starts if the labels that hang out of it, more than one, are taken in."""
    labels = [
        one.x0
        for one in fragments
        if edge + _MIN_GUTTER <= one.x0 < start and one.x1 <= start + _BIN and start - one.x0 <= _LABEL_REACH * one.size
    ]
    return min(labels) if len(labels) > 1 else start


def fits(gutter: Gutter, fragments: Sequence[Fragment]) -> bool:
    """Whether a page too short to show its columns may have those of the pages around it."""
    prose = [one for one in fragments if one.characters >= _MIN_CHARACTERS]
    middle = (gutter[0] + gutter[1]) / 2
    crossing = sum(one.x0 < middle < one.x1 for one in prose)
    return bool(prose) and crossing <= _CROSSING_SHARE * len(prose)


def _empty_strip(prose: Sequence[Fragment]) -> Gutter | None:
    """The widest strip near the middle that hardly any narrow line enters."""
    left, right = min(one.x0 for one in prose), max(one.x1 for one in prose)
    narrow = [one for one in prose if one.x1 - one.x0 < 0.6 * (right - left)]
    bins = int((right - left) / _BIN) + 2
    changes = [0] * (bins + 1)
    for one in narrow:
        changes[int((one.x0 - left) / _BIN)] += 1
        changes[int((one.x1 - left) / _BIN) + 1] -= 1
    best: tuple[int, int] | None = None
    covered = run = 0
    for place, change in enumerate(changes[:-1]):
        covered += change
        run = run + 1 if covered <= _STRAY_SHARE * len(narrow) and 0.3 * bins < place < 0.7 * bins else 0
        if run and (best is None or run > best[1] - best[0]):
            best = (place - run + 1, place + 1)
    return (left + best[0] * _BIN, left + best[1] * _BIN) if best else None


def _side_by_side(before: Sequence[Fragment], after: Sequence[Fragment]) -> bool:
    """Columns stand beside each other; a narrow block above another is none."""
    top = max(min(one.top for one in before), min(one.top for one in after))
    bottom = min(max(one.bottom for one in before), max(one.bottom for one in after))
    return sum(top <= one.baseline <= bottom for one in before) >= _MIN_LINES_A_SIDE - 2


def in_reading_order(fragments: list[Fragment], gutter: Gutter | None) -> list[tuple[int, Fragment]]:
    """The fragments from top to bottom, column after column, each with its column (0 or 1).

    What crosses the gutter divides the page into bands, each of which is read column after column.
    """
    if gutter is None:
        return [(0, one) for one in with_notes_whole(_in_rows(fragments))]
    middle = (gutter[0] + gutter[1]) / 2
    ordered: list[tuple[int, Fragment]] = []
    band: _Band = ([], [])
    for one in sorted(fragments, key=lambda one: (one.baseline, one.x0)):
        if one.x0 < middle - 4.0 and one.x1 > middle + 4.0:
            ordered += _flush(band)
            band = ([], [])
            ordered.append((0, one))
        else:
            band[one.x0 >= middle - 4.0].append(one)
    return ordered + _flush(band)


def _flush(band: _Band) -> list[tuple[int, Fragment]]:
    """The band column after column; where both go on in smaller type below a gap (notes, references), in two bands."""
    cut = _common_cut(band)
    if cut is None:
        return [(column, one) for column in (0, 1) for one in _in_rows(band[column])]
    above, below = (
        [[one for one in side if (one.baseline > cut) is under] for side in band] for under in (False, True)
    )
    return [(column, one) for part in (above, below) for column in (0, 1) for one in _in_rows(part[column])]


def _common_cut(band: _Band) -> float | None:
    """The baseline above a gap that both columns have at one height, where both go from one size to a smaller one."""
    steps = [_steps_down(side) for side in band]
    return next(
        (
            max(one.last, other.last)
            for one in steps[0]
            for other in steps[1]
            if abs(one.first - other.first) <= _SAME_HEIGHT
            and max(one.last, other.last) < min(one.first, other.first) - _BIN
            and abs(one.above - other.above) < _SMALLER
            and abs(one.below - other.below) < _SMALLER
        ),
        None,
    )


def _steps_down(side: Sequence[Fragment]) -> list[_Step]:
    """Where lines of a column (top to bottom) end, and after a gap only smaller ones follow."""
    found: list[_Step] = []
    below = 0.0
    for place in range(len(side) - 1, _TEXT_LINES - 1, -1):
        if len(found) == _MAX_STEPS:
            break
        before, after = side[place - 1], side[place]
        below = max(below, after.size)
        if after.baseline - before.baseline > _GAP * after.size and before.size > below + _SMALLER:
            sizes = [one.size for one in side[place - _TEXT_LINES : place]]
            if max(sizes) - min(sizes) < _SMALLER:
                found.append(_Step(before.baseline, after.baseline, before.size, below))
    return found


def _in_rows(fragments: list[Fragment]) -> list[Fragment]:
    """From top to bottom; where blocks stand side by side (author blocks, minipages) each is read as a whole."""
    rows: list[list[Fragment]] = []
    for one in sorted(fragments, key=lambda one: (one.baseline, one.x0)):
        if rows and abs(rows[-1][0].baseline - one.baseline) <= 0.3 * max(rows[-1][0].size, one.size):
            rows[-1].append(one)
        else:
            rows.append([one])
    ordered: list[Fragment] = []
    zone: list[Fragment] = []
    for row in rows:
        if len(row) == 1:
            ordered += sorted(zone, key=lambda one: one.order)
            zone = []
            ordered.append(row[0])
        else:
            zone += row
    return ordered + sorted(zone, key=lambda one: one.order)
