"""Shapes that are painted in pieces, such as letters of dots or strips and lines of letters, put together again."""

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

# A line of letters is as long and as high, and made of so many.
LINE_LENGTH, LINE_HEIGHT, FEWEST_LETTERS = 60.0, 4.0, 10
# No letter is larger; dashes closer than this above one another make up a line.
_LETTER, _FLAT_GAP, _MOST_STRETCHES = 20.0, 0.6, 100

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


def may_hold_a_line(box: Box) -> bool:
    """Whether a box is as long as a line, also one that is turned; wide bars that stand upright hold none."""
    _, _, x1, bottom = box
    if x1 - box.x0 >= LINE_LENGTH:
        return bottom - box.top >= LINE_HEIGHT
    return bottom - box.top >= LINE_LENGTH and LINE_HEIGHT <= x1 - box.x0 <= _LETTER


def stretches_of(boxes: list[Box]) -> list[Box]:
    """Where a line of letters may stand: boxes that are long, small ones that stand in a row, dashes close together."""
    long = [box for box in boxes if may_hold_a_line(box)]
    flat = [box for box in boxes if box.height < LINE_HEIGHT]
    small = [box for box in boxes if LINE_HEIGHT <= box.height <= _LETTER >= box.width]
    rows = [row for row in in_rows(small) if sum(is_within(box, row) for box in small) >= FEWEST_LETTERS]
    return _merged([*long, *rows, *_merged(flat, _FLAT_GAP)])


def _merged(boxes: list[Box], gap: float = 0.0) -> list[Box]:
    """Boxes that overlap, or stand no farther apart than this above one another, put together where they are wide."""
    found: list[Box] = []
    for box in sorted(boxes, key=lambda one: one.top):
        around = Box(box.x0, box.top - gap - 0.1, box.x1, box.bottom + 0.1)
        near = (place for place in reversed(range(len(found))[-_MOST_STRETCHES:]) if found[place].overlap(around) > 0)
        place = next(near, None)
        if place is None:
            found.append(box)
        else:
            found[place] = found[place].union(box)
    return [box for box in found if may_hold_a_line(box)]


def is_within(inner: Box, outer: Box) -> bool:
    """Whether a box lies in another one, up to its edges."""
    return all((inner.x0 >= outer.x0, inner.top >= outer.top, inner.x1 <= outer.x1, inner.bottom <= outer.bottom))
