"""Columns of a page, and the order in which its lines are read."""

from __future__ import annotations

from collections.abc import Sequence

from faimi_check.reading.lines import Fragment

Gutter = tuple[float, float]

_MIN_CHARACTERS = 18
_MIN_LINES_A_SIDE = 6
_MIN_GUTTER = 6.0
# Lines that cross the gutter (title, wide floats) against lines that keep to a column.
_CROSSING_SHARE = 0.35


def find_gutter(fragments: Sequence[Fragment]) -> Gutter | None:
    """The empty strip (x0, x1) between two text columns, or None for a page of one column."""
    prose = [one for one in fragments if one.characters() >= _MIN_CHARACTERS]
    if len(prose) < 2 * _MIN_LINES_A_SIDE:
        return None
    left = min(one.x0 for one in prose)
    right = max(one.x1 for one in prose)
    starts = _common_start(
        [one.x0 for one in prose if left + 0.35 * (right - left) < one.x0 < left + 0.7 * (right - left)]
    )
    if starts is None:
        return None
    before = [one for one in prose if one.x1 < starts - 1.0]
    after = [one for one in prose if one.x0 > starts - 3.0]
    crossing = len(prose) - len(before) - len(after)
    if min(len(before), len(after)) < _MIN_LINES_A_SIDE or crossing > _CROSSING_SHARE * len(prose):
        return None
    edge = sorted(one.x1 for one in before)[int(0.9 * len(before))]
    if starts - edge < _MIN_GUTTER or not _side_by_side(before, after):
        return None
    return edge, starts


def _common_start(xs: list[float]) -> float | None:
    """The x where most lines of a right column start."""
    counts: dict[int, list[float]] = {}
    for x in xs:
        counts.setdefault(round(x / 3), []).append(x)
    if not counts:
        return None
    best = max(counts, key=lambda key: len(counts[key]) + len(counts.get(key + 1, ())))
    members = counts[best] + counts.get(best + 1, [])
    return min(members) if len(members) >= _MIN_LINES_A_SIDE // 2 else None


def _side_by_side(before: Sequence[Fragment], after: Sequence[Fragment]) -> bool:
    """Columns stand beside each other; a narrow block above another is none."""
    top = max(min(one.top for one in before), min(one.top for one in after))
    bottom = min(max(one.bottom for one in before), max(one.bottom for one in after))
    return sum(top <= one.baseline <= bottom for one in before) >= _MIN_LINES_A_SIDE - 2


def in_reading_order(fragments: list[Fragment], gutter: Gutter | None) -> list[tuple[int, Fragment]]:
    """The fragments from top to bottom, column after column, each with its column (0 or 1).

    What crosses the gutter divides the page into bands, each of which is read column after column.
    """
    rows = _in_rows(fragments)
    if gutter is None:
        return [(0, one) for one in rows]
    middle = (gutter[0] + gutter[1]) / 2
    ordered: list[tuple[int, Fragment]] = []
    band: tuple[list[Fragment], list[Fragment]] = ([], [])
    for one in rows:
        if one.x0 < middle - 4.0 and one.x1 > middle + 4.0:
            ordered += _flush(band)
            band = ([], [])
            ordered.append((0, one))
        else:
            band[one.x0 >= middle - 4.0].append(one)
    return ordered + _flush(band)


def _flush(band: tuple[list[Fragment], list[Fragment]]) -> list[tuple[int, Fragment]]:
    return [(0, one) for one in band[0]] + [(1, one) for one in band[1]]


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
