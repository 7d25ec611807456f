"""Figures and tables as regions: images and drawings that stand together, rules that frame a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from faimi_check.model.page import Box, Drawing, Page

# One empty cell still joins; the narrowest gutters between columns are 12 pt.
_CELL = 4.0
_RULE = 1.6
_MIN_SIDE = 14.0
_MAX_SIDE = 3000.0
_BACKGROUND_SHARE = 0.85
_TABLE_RULE = 40.0
_MAX_RULES = 1_500
_MIN_REPEATS = 3
_MOST_PAGES = 0.6
_MAX_FIGURES = 60
_TABLE_HEIGHT = 220.0


class Drawn(NamedTuple):
    """Places of figures and, apart from them, of tables framed by rules."""

    figures: list[Box]
    tables: list[Box]


Stationery = frozenset[tuple[int, int, int, int]]


def find_stationery(pages: Sequence[Page]) -> Stationery:
    """Places (in whole points) where most pages have the same picture or shape: a logo, a watermark, a bar."""
    counts: Counter[tuple[int, int, int, int]] = Counter()
    for page in pages:
        boxes = [image.box for image in page.images] + [drawing.box for drawing in page.drawings]
        counts.update({place for box in boxes if (place := _place(box)) is not None})
    least = max(_MIN_REPEATS, _MOST_PAGES * len(pages))
    return frozenset(place for place, count in counts.items() if count >= least)


def _place(box: Box) -> tuple[int, int, int, int] | None:
    if not all(abs(side) < _MAX_SIDE for side in box):
        return None
    return round(box.x0), round(box.top), round(box.x1), round(box.bottom)


def find_drawn(page: Page, stationery: Stationery = frozenset()) -> Drawn:
    """Where images and drawings stand together, and where rules frame a table; stationery left out."""
    own = (image.box for image in page.images if _place(image.box) not in stationery)
    solid = [box for box in own if not _is_background(box, page)]
    rules: list[Box] = []
    for drawing in page.drawings:
        if _is_background(drawing.box, page) or _is_invisible(drawing) or _place(drawing.box) in stationery:
            continue
        (rules if _is_rule(drawing.box) else solid).append(drawing.box)
    if len(rules) > _MAX_RULES:
        solid, rules = solid + rules, []
    figures = _largest([box for box in _clusters(solid, page, joining=rules) if _is_figure(box)])
    return Drawn(figures, _largest(_tables(rules, figures, page)))


def _largest(boxes: list[Box]) -> list[Box]:
    """From top to bottom, the largest where there are too many to be figures."""
    kept = sorted(boxes, key=lambda box: -box.width * box.height)[:_MAX_FIGURES]
    return sorted(kept, key=lambda box: (box.top, box.x0))


def _is_background(box: Box, page: Page) -> bool:
    return box.width * box.height > _BACKGROUND_SHARE * page.width * page.height


def _is_invisible(drawing: Drawing) -> bool:
    """White shapes and fully transparent ones show nothing."""
    return (
        drawing.stroke is None
        and drawing.fill is not None
        and (drawing.fill & 0xFF == 0 or drawing.fill >> 8 == 0xFFFFFF)
    )


def _is_rule(box: Box) -> bool:
    return box.height <= _RULE or box.width <= _RULE


def _is_figure(box: Box) -> bool:
    return box.width >= _MIN_SIDE and box.height >= _MIN_SIDE and max(box.width, box.height) >= 2 * _MIN_SIDE


def _clusters(boxes: Iterable[Box], page: Page, joining: Iterable[Box] = ()) -> list[Box]:
    """Boxes that touch or nearly touch, joined; on a grid, so that thousands of strokes cost little.

    Thin rules (arrows, axes) join boxes, but what has nothing else is no cluster.
    """
    width, height = min(page.width, _MAX_SIDE), min(page.height, _MAX_SIDE)
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
    if not (box.x1 >= 0 and box.bottom >= 0 and box.x0 <= columns * _CELL and box.top <= rows * _CELL):
        return None
    first, last = max(0, int(box.x0 / _CELL)), min(columns - 1, int(box.x1 / _CELL))
    low, high = max(0, int(box.top / _CELL)), min(rows - 1, int(box.bottom / _CELL))
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


def _tables(rules: list[Box], figures: Sequence[Box], page: Page) -> list[Box]:
    """Rules that frame something: boxes closed by rules, and level rules of one width below each other."""
    free = [rule for rule in rules if not any(rule.overlap(figure) > 0 for figure in figures)]
    frames = (
        [box for box in _clusters(free, page) if _is_figure(box)] if any(rule.width <= _RULE for rule in free) else []
    )
    tables = frames[:]
    level = [rule for rule in free if rule.height <= _RULE and rule.width >= _TABLE_RULE]
    for rule in sorted(level, key=lambda box: box.top):
        if any(rule.overlap(frame) > 0 for frame in frames):
            continue
        for place in range(len(frames), len(tables)):
            table = tables[place]
            same = abs(table.x0 - rule.x0) < 4 and abs(table.x1 - rule.x1) < 4
            if same and rule.top - table.bottom < _TABLE_HEIGHT:
                tables[place] = table.union(rule)
                break
        else:
            tables.append(rule)
    return [table for table in tables if table.height >= _MIN_SIDE]
