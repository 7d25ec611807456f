"""Shapes that are painted in pieces, such as letters of dots or strips, put together again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce

from faimi_check.model.page import Box

# Points: a raster that is as coarse as the gaps within a letter.
_CELL = 1.5
# Wider or higher is no piece of a letter.
_LARGEST = 16.0
# A line of letters has many pieces; fewer are signs, dots and rules.
_FEWEST, _MOST = 60, 100_000

# Points between pieces of one line, and between their lower edges.
_WIDEST_GAP, _REACH = 12.0, 3.0

_Cell = tuple[int, int]


def put_together(boxes: Iterable[Box]) -> list[Box]:
    """What small boxes make up where they touch; nothing where they are few, or more than any page has."""
    pieces = [box for box in boxes if box.width <= _LARGEST and box.height <= _LARGEST]
    if not _FEWEST <= len(pieces) <= _MOST:
        return []
    held: defaultdict[_Cell, list[Box]] = defaultdict(list)
    for box in pieces:
        for cell in _cells(box):
            held[cell].append(box)
    return [_union(group, held) for group in _connected(held)]


def _cells(box: Box) -> Iterator[_Cell]:
    for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
        for column in range(int(box.x0 // _CELL), int(box.x1 // _CELL) + 1):
            yield row, column


def _connected(held: dict[_Cell, list[Box]]) -> Iterator[list[_Cell]]:
    """Cells that touch, also at a corner."""
    left = set(held)
    while left:
        waiting = [left.pop()]
        group: list[_Cell] = []
        while waiting:
            row, column = waiting.pop()
            group.append((row, column))
            near = {(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} & left
            left -= near
            waiting.extend(near)
        yield group


def _union(cells: list[_Cell], held: dict[_Cell, list[Box]]) -> Box:
    return reduce(Box.union, (box for cell in cells for box in held[cell]))


def in_rows(boxes: Iterable[Box]) -> list[Box]:
    """Boxes that stand in one line close to one another, put together."""
    rows: list[Box] = []
    for box in sorted(boxes, key=lambda one: (round(one.bottom / _REACH), one.x0)):
        last = rows[-1] if rows else None
        apart = max(box.x0 - last.x1, last.x0 - box.x1) if last else 0.0
        if last and abs(last.bottom - box.bottom) <= _REACH and apart <= _WIDEST_GAP:
            rows[-1] = last.union(box)
        else:
            rows.append(box)
    return rows
