"""Prose set as in a paper, told by what is seen: lines from edge to edge, at even steps, in a size of text.

Prompts, questionnaires and windows of programs end their lines where words end; the gaps of tables, and of letters of
one width, stand below one another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from faimi_check.reading.page.sight.outlines import INK, is_row_of_letters
from faimi_check.reading.page.sight.rendering import Raster

# Points: letters without ascenders, and from one line to the next.
_LETTERS, _STEPS = (2.5, 6.0), (6.5, 15.0)
_EVEN, _EDGE = 0.15, 2.5
# Of the lines: some end a paragraph, some begin one, and between two of these there may be space.
_FLUSH, _STEADY = 0.7, 0.8
_FEWEST = 15
# Pixels of white between columns of text, which a heading may cross, and of a column itself.
_GUTTER, _NARROWEST, _CROSSED = re.compile(rb"\0{9,}"), 180, 0.03
# A rule or a frame runs down most of a picture, and stands in its outer parts.
_RULE, _OUTER = 0.9, 0.1


class _Band(NamedTuple):
    """Rows of pixels that show a line of letters, where its ink begins and ends, and its columns with ink in bytes."""

    top: int
    bottom: int
    left: int
    right: int
    inked: int


class Prose(NamedTuple):
    """So many lines of prose, and how many points it is at least from one to the next."""

    lines: int = 0
    step: float = 0.0


def together(found: Iterable[Prose]) -> Prose:
    """All of it as one, as close as the closest."""
    proses = [prose for prose in found if prose.lines]
    return Prose(sum(prose.lines for prose in proses), min((prose.step for prose in proses), default=0.0))


def justified_prose(raster: Raster) -> Prose:
    """The lines of prose that the raster shows, none where they are few or not set so. It has one byte a pixel."""
    inked = raster.pixels.translate(INK)
    rows = [bytes(inked[at : at + raster.width]) for at in range(0, raster.height * raster.stride, raster.stride)]
    # Most figures have no such rows at all.
    if sum(map(is_row_of_letters, rows)) < _FEWEST * _LETTERS[0] * raster.scale:
        return Prose()
    panels = _panels(rows, _within_frame(rows, raster.width))
    return together(_prose_in(rows, panel, raster.scale) for panel in panels)


def _prose_in(rows: list[bytes], panel: tuple[int, int], scale: float) -> Prose:
    """The lines of prose between two columns of pixels."""
    first, end = panel
    low, high = (side * scale for side in _LETTERS)
    bands = [band for band in _bands(rows, first, end) if low <= band.bottom - band.top <= high]
    if len(bands) < _FEWEST or not (step := _even_step(bands, scale)):
        return Prose()
    edges = ([band.left for band in bands], [band.right for band in bands])
    flush = all(_is_edge(places, scale) for places in edges)
    return Prose(len(bands), step / scale) if flush and not _has_gaps(bands, end - first) else Prose()


def _panels(rows: list[bytes], frame: tuple[int, int]) -> list[tuple[int, int]]:
    """The columns of text that stand side by side, as white runs down between them: pages, or columns of one."""
    first, end = frame
    most = _CROSSED * len(rows)
    inked = bytes(count > most for count in map(sum, zip(*(row[first:end] for row in rows), strict=True)))
    gutters = [match.span() for match in _GUTTER.finditer(inked)]
    starts, ends = [0, *(right for _, right in gutters)], [*(left for left, _ in gutters), end - first]
    panels = [(first + left, first + right) for left, right in zip(starts, ends, strict=True)]
    return [panel for panel in panels if panel[1] - panel[0] >= _NARROWEST]


def _within_frame(rows: list[bytes], width: int) -> tuple[int, int]:
    """The columns inside of a frame, all of them where there is none."""
    outer = int(_OUTER * width)
    first, end = 0, width
    for column in (*range(outer), *range(width - outer, width)):
        if sum(row[column] for row in rows) >= _RULE * len(rows):
            first, end = (column + 1, end) if column < outer else (first, min(end, column))
    return first, end


def _bands(rows: list[bytes], first: int, end: int) -> list[_Band]:
    found: list[_Band] = []
    band: _Band | None = None
    for at, row in enumerate([*(row[first:end] for row in rows), b""]):
        if row and is_row_of_letters(row):
            left, right, inked = row.find(1), row.rfind(1), int.from_bytes(row)
            if band is None:
                band = _Band(at, at + 1, left, right, inked)
            else:
                band = _Band(band.top, at + 1, min(band.left, left), max(band.right, right), band.inked | inked)
        elif band is not None:
            found.append(band)
            band = None
    return found


def _even_step(bands: list[_Band], scale: float) -> int:
    """The pixels from one line to the next, 0 where these are not those of a paper or not even."""
    # Where lines stand is told by the feet of their letters.
    steps = [below.bottom - above.bottom for above, below in pairwise(bands)]
    usual = sorted(steps)[len(steps) // 2]
    low, high = (side * scale for side in _STEPS)
    even = sum(abs(step - usual) <= _EVEN * usual for step in steps) >= _STEADY * len(steps)
    return usual if even and low <= usual <= high else 0


def _is_edge(places: list[int], scale: float) -> bool:
    """Whether most lines begin, or end, at one place."""
    usual = Counter(places).most_common(1)[0][0]
    reach = _EDGE * scale
    near = sorted(place for place in places if abs(place - usual) <= 2 * reach)
    centre = near[len(near) // 2]
    return sum(abs(place - centre) <= reach for place in places) >= _FLUSH * len(places)


def _has_gaps(bands: list[_Band], width: int) -> bool:
    """Whether a column of pixels between the edges has no ink in any line."""
    every = 0
    for band in bands:
        every |= band.inked
    columns = every.to_bytes(width)
    return b"\0" in columns[columns.find(1) : columns.rfind(1)]
