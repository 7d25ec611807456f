"""Lines of letters among what is painted, told by their marks: many close to one another, of many shapes.

The strokes of a hatching, the dots of a pattern and the facets of a surface are many and close as well, but alike, or
of one piece.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from faimi_check.model.page import Box
from faimi_check.reading.page.sight.outlines import INK
from faimi_check.reading.page.sight.rendering import Raster

_LIGHT = bytes(1 - ink for ink in INK)
_MOSTLY = 0.55
_STROKE = re.compile(rb"\x01+")
_MOST_STROKES = 30_000
# Points: letters of text and of labels.
_LOWEST, _HIGHEST = 2.2, 30.0
# Heights of the lower of two marks that stand beside one another.
_WIDEST_GAP = 1.6
_SHARED_HEIGHT = 0.5
_FEWEST_MARKS, _FEWEST_SHAPES = 10, 7
# Of a line of letters no letter makes up more.
_COMMONEST = 0.4
# Pixels: rows of marks are looked for by their height, and of one height among the last few.
_BAND = 8.0
_NEAR_BANDS = (0, -1, 1, -2, 2)
_MOST_IN_BAND = 4
_GRID = 5
_SAME_SHAPE = 0.17
_MOST_COMPARED = 60

_Stroke = tuple[int, int, int]


class Mark(NamedTuple):
    """What hangs together: its box in pixels, and its strokes as row, first and end."""

    box: Box
    strokes: tuple[_Stroke, ...]


def lines_in(raster: Raster) -> list[Box]:
    """The same, also of lines that are turned where the raster is higher than wide."""
    if raster.height <= raster.width:
        return lettered(raster)
    _, _, _, _, depth, scale, x0, top = raster
    columns = (raster.pixels[at : raster.height * raster.stride : raster.stride] for at in range(raster.width))
    turned = Raster(bytearray().join(columns), raster.height, raster.width, raster.height, depth, scale, top, x0)
    return lettered(raster) + [Box(box.top, box.x0, box.bottom, box.x1) for box in lettered(turned)]


def lettered(raster: Raster, fewest: int = _FEWEST_MARKS) -> list[Box]:
    """Where lines of so many letters stand, dark on light or light on dark, in points.

    The raster has one byte a pixel.
    """
    inked = raster.pixels.translate(INK)
    dark = inked.count(1)
    if not 0 < dark < len(inked):
        return []
    # What lies between the lines of a lattice is no light letter.
    return _lines(raster, inked if dark <= _MOSTLY * len(inked) else raster.pixels.translate(_LIGHT), fewest)


def is_inked(raster: Raster) -> bool:
    """Whether anything dark is seen; the raster has one byte a pixel."""
    return 1 in raster.pixels.translate(INK)


def _lines(raster: Raster, inked: bytearray, fewest: int) -> list[Box]:
    low, high = _LOWEST * raster.scale, _HIGHEST * raster.scale
    marks = [mark for mark in _marks(_strokes(raster, inked)) if low / 3 <= mark.box.height <= high >= mark.box.width]
    found = []
    for row in _rows(marks, fewest):
        heights = sorted(mark.box.height for mark in row)
        if heights[len(heights) // 2] >= low and _are_letters(row):
            x0, top = min(mark.box.x0 for mark in row), min(mark.box.top for mark in row)
            x1, bottom = max(mark.box.x1 for mark in row), max(mark.box.bottom for mark in row)
            found.append(Box(*(side / raster.scale for side in (x0, top, x1, bottom))))
    return [Box(box.x0 + raster.x0, box.top + raster.top, box.x1 + raster.x0, box.bottom + raster.top) for box in found]


def _strokes(raster: Raster, inked: bytearray) -> list[_Stroke]:
    """The stretches of ink, row by row, down to where there are more than some lines of letters have."""
    found: list[_Stroke] = []
    for row in range(raster.height):
        pixels = inked[row * raster.stride : row * raster.stride + raster.width]
        if 1 in pixels:
            found += [(row, *stroke.span()) for stroke in _STROKE.finditer(pixels)]
        if len(found) > _MOST_STROKES:
            break
    return found


def _marks(kept: list[_Stroke]) -> Iterator[Mark]:
    """Strokes that touch those of the row above, also at a corner, put together."""
    parents: list[int] = []
    above: list[int] = []
    current: list[int] = []
    row = -1

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    first = 0
    for at, stroke in enumerate(kept):
        parents.append(at)
        if stroke[0] != row:
            above = current if stroke[0] == row + 1 else []
            current, row, first = [], stroke[0], 0
        current.append(at)
        while first < len(above) and kept[above[first]][2] < stroke[1]:
            first += 1
        for other in above[first:]:
            if kept[other][1] > stroke[2]:
                break
            parents[root(other)] = root(at)
    groups: dict[int, list[_Stroke]] = {}
    for at, stroke in enumerate(kept):
        groups.setdefault(root(at), []).append(stroke)
    for group in groups.values():
        sides = (min(one[1] for one in group), group[0][0], max(one[2] for one in group), group[-1][0] + 1)
        yield Mark(Box(*sides), tuple(group))


def _rows(marks: list[Mark], fewest: int) -> list[list[Mark]]:
    """Marks that stand beside one another with small gaps, of about one height."""
    rows: list[list[Mark]] = []
    bands: dict[int, list[list[Mark]]] = {}
    for mark in sorted(marks, key=lambda one: one.box.x0):
        band = int((mark.box.top + mark.box.bottom) / 2 / _BAND)
        near = (row for at in _NEAR_BANDS for row in reversed(bands.get(band + at, [])[-_MOST_IN_BAND:]))
        row = next((row for row in near if _is_next(row, mark)), None)
        if row is None:
            row = []
            rows.append(row)
        row.append(mark)
        held = bands.setdefault(band, [])
        if all(row is not one for one in held[-_MOST_IN_BAND:]):
            held.append(row)
    return [row for row in rows if len(row) >= fewest]


def _is_next(row: list[Mark], mark: Mark) -> bool:
    """Whether a mark stands on the height of one of the last ones of a row, near to it."""
    for last in row[-3:]:
        lower, higher = sorted((last.box.height, mark.box.height))
        shared = min(last.box.bottom, mark.box.bottom) - max(last.box.top, mark.box.top)
        near = mark.box.x0 - last.box.x1 <= _WIDEST_GAP * higher
        if near and shared >= _SHARED_HEIGHT * lower and higher <= 3 * lower:
            return True
    return False


def _are_letters(row: list[Mark]) -> bool:
    """Whether the marks are of many shapes, none of which makes up most of them."""
    shapes: list[tuple[float, ...]] = []
    counts: Counter[int] = Counter()
    for mark in row[:_MOST_COMPARED]:
        shape = _shape(mark)
        for place, known in enumerate(shapes):
            if sum(abs(a - b) for a, b in zip(shape, known, strict=True)) <= _SAME_SHAPE * len(shape):
                counts[place] += 1
                break
        else:
            counts[len(shapes)] += 1
            shapes.append(shape)
    return len(shapes) >= _FEWEST_SHAPES and max(counts.values()) <= _COMMONEST * min(len(row), _MOST_COMPARED)


def _shape(mark: Mark) -> tuple[float, ...]:
    """How full each part of the mark's box is, on a grid."""
    x0, top, _, _ = mark.box
    width, height = mark.box.width / _GRID, mark.box.height / _GRID
    filled = [0.0] * (_GRID * _GRID)
    for row, start, end in mark.strokes:
        down = min(_GRID - 1, int((row - top) / height)) * _GRID
        for across in range(_GRID):
            left = x0 + across * width
            shared = min(end, left + width) - max(start, left)
            if shared > 0:
                filled[down + across] += shared
    area = width * height
    return tuple(min(1.0, part / max(area, 1e-9)) for part in filled)
