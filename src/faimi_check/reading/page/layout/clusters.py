"""Boxes that stand together, found on a grid, so that thousands of strokes cost little."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from faimi_check.model.page import Box, Page

# One empty cell still joins; the narrowest gutters between columns are 12 pt.
_CELL = 4.0
MAX_SIDE = 3000.0


def clusters(boxes: Iterable[Box], page: Page, joining: Iterable[Box] = ()) -> list[Box]:
    """Boxes that touch or nearly touch, joined; on a grid, so that thousands of strokes cost little.

    Thin rules (arrows, axes) join boxes, but what has nothing else is no cluster.
    """
    width, height = min(page.width, MAX_SIDE), min(page.height, MAX_SIDE)
    columns, rows = int(width / _CELL) + 1, int(height / _CELL) + 1
    solid = _grid(boxes, columns, rows)
    whole = [own | other for own, other in zip(solid, _grid(joining, columns, rows), strict=True)]
    return [_to_box(one) for one in _components(whole) if _holds_any(solid, one)]


def _grid(boxes: Iterable[Box], columns: int, rows: int) -> list[int]:
    """One bit mask a row of cells, with the cells that boxes cover set."""
    grid = [0] * rows
    for cells in {_cells(box, columns, rows) for box in boxes}:
        if cells is None:
            continue
        first, last, low, high = cells
        mask = ((1 << (last - first + 1)) - 1) << first
        for row in range(low, high + 1):
            grid[row] |= mask
    return grid


def _holds_any(grid: Sequence[int], component: tuple[int, int, int, int]) -> bool:
    first, last, low, high = component
    mask = ((1 << (last - first + 1)) - 1) << first
    return any(row & mask for row in grid[low : high + 1])


def _cells(box: Box, columns: int, rows: int) -> tuple[int, int, int, int] | None:
    x0, top, x1, bottom = box
    if not (x1 >= 0 and bottom >= 0 and x0 <= columns * _CELL and top <= rows * _CELL):
        return None
    first, last = int(x0 / _CELL) if x0 > 0 else 0, int(x1 / _CELL) if x1 < columns * _CELL else columns - 1
    low, high = int(top / _CELL) if top > 0 else 0, int(bottom / _CELL) if bottom < rows * _CELL else rows - 1
    return (first, last, low, high) if first <= last and low <= high else None


def _components(grid: Sequence[int]) -> list[tuple[int, int, int, int]]:
    """Connected cells as (first column, last column, first row, last row); one empty cell between still connects."""
    components: list[list[int]] = []
    open_spans: list[tuple[int, int, int, int]] = []
    for row, bits in enumerate(grid):
        if not bits and not open_spans:
            continue
        spans: list[tuple[int, int, int, int]] = []
        for first, last in _spans(bits):
            near = [owner for low, high, owner, _ in open_spans if low <= last + 1 and high >= first - 1]
            touching = {_root(components, owner) for owner in near} if near else ()
            if touching:
                owner = min(touching)
                for other in touching - {owner}:
                    _absorb(components, owner, other)
            else:
                owner = len(components)
                components.append([first, last, row, row, owner])
            mine = components[owner]
            mine[0], mine[1], mine[3] = min(mine[0], first), max(mine[1], last), row
            spans.append((first, last, owner, row))
        open_spans = spans + [span for span in open_spans if row - span[3] <= 1]
    return [(one[0], one[1], one[2], one[3]) for place, one in enumerate(components) if one[4] == place]


def _spans(bits: int) -> list[tuple[int, int]]:
    """Runs of set bits, those with one empty cell between them joined."""
    spans: list[tuple[int, int]] = []
    position = 0
    while bits:
        zeros = (bits & -bits).bit_length() - 1
        bits >>= zeros
        position += zeros
        ones = (~bits & (bits + 1)).bit_length() - 1
        if spans and position - spans[-1][1] <= 2:
            spans[-1] = (spans[-1][0], position + ones - 1)
        else:
            spans.append((position, position + ones - 1))
        bits >>= ones
        position += ones
    return spans


def _root(components: list[list[int]], owner: int) -> int:
    while components[owner][4] != owner:
        owner = components[owner][4]
    return owner


def _absorb(components: list[list[int]], owner: int, other: int) -> None:
    mine, theirs = components[owner], components[other]
    mine[0], mine[1] = min(mine[0], theirs[0]), max(mine[1], theirs[1])
    mine[2], mine[3] = min(mine[2], theirs[2]), max(mine[3], theirs[3])
    theirs[4] = owner


def _to_box(component: tuple[int, int, int, int]) -> Box:
    first, last, low, high = component
    return Box(first * _CELL, low * _CELL, (last + 1) * _CELL, (high + 1) * _CELL)
