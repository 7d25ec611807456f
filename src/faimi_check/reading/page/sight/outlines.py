"""Letters that are drawn as shapes: a page that shows text and holds none.

Whether shapes are letters is told by what is seen, not by how many there are: lines of many small marks close to one
another, each line as high as letters are, one below the other.
"""

from __future__ import annotations

import msgspec

from faimi_check.model.page import Page
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.reading.page.sight.rendering import Raster

# Ink is black, the rest white: what is lighter than this is no letter's stroke, blurred or not.
INK = bytes(1 if value < 0xB0 else 0 for value in range(256))
_CELL = 12
_FEWEST_CELLS = 14
_FILLED_SHARE = 0.85
# Strokes met on the way along a line of letters, a cell.
_STROKES = 1.6
_LOWEST, _HIGHEST = 3, 24
_FEWEST_LINES = 8
_WIDE, _TALL = 150.0, 60.0
_MANY_SHAPES = 300
_SMALL = 16.0
_FEWEST_LETTERS = 60
_TEXT_ASPECTS = (Aspect.TEXT, Aspect.LAYOUT, Aspect.VISIBILITY)


def may_be_letters(page: Page) -> bool:
    """Whether the page draws enough that it may be lines of letters; costs nothing."""
    if any(drawing.box.width >= _WIDE and drawing.box.height >= _TALL for drawing in page.drawings):
        return True
    small = sum(drawing.box.height <= _SMALL and drawing.box.width <= _SMALL for drawing in page.drawings)
    return small >= _MANY_SHAPES


def with_outlines(page: Page, lines: int) -> tuple[Page, tuple[Problem, ...]]:
    """The page, marked as one without text where lines of shapes are all it says, and what is not known of it."""
    if lines < _FEWEST_LINES:
        return page, ()
    whole = sum(len(run.text) for run in page.runs) < _FEWEST_LETTERS
    aspects = _TEXT_ASPECTS if whole else (Aspect.VISIBILITY,)
    detail = f"Page {page.number} draws {lines} lines of letters as shapes, so what they say could not be checked."
    problem = Problem(kind=ProblemKind.NO_TEXT, aspects=aspects, detail=detail, page=page.number)
    return (msgspec.structs.replace(page, scanned=True) if whole else page), (problem,)


def lines_of_letters(raster: Raster) -> int:
    """How many lines of ink look like letters; the raster has one byte a pixel."""
    found = height = 0
    blank = b"\xff" * raster.width
    for row in range(raster.height):
        start = row * raster.stride
        pixels = raster.pixels[start : start + raster.width]
        if pixels != blank and is_row_of_letters(pixels.translate(INK)):
            height += 1
            continue
        found += _LOWEST <= height <= _HIGHEST
        height = 0
    return found


def spaced_lines(raster: Raster) -> int:
    """The same of lines with white between them, which speckle and texture have not: 0 where there is none."""
    starts = range(0, raster.height * raster.stride, raster.stride)
    blank = sum(1 not in raster.pixels[start : start + raster.width].translate(INK) for start in starts)
    lines = lines_of_letters(raster) if blank else 0
    return lines if blank >= lines else 0


def is_row_of_letters(ink: bytes | bytearray) -> bool:
    """Whether a row of pixels, 1 where there is ink, meets many strokes without a wide gap."""
    strokes = ink.count(b"\0\1")
    if strokes < _STROKES * _FEWEST_CELLS:
        return False
    first, last = ink.find(1), ink.rfind(1)
    cells = [1 in ink[at : at + _CELL] for at in range(first, last + 1, _CELL)]
    if len(cells) < _FEWEST_CELLS or sum(cells) < _FILLED_SHARE * len(cells):
        return False
    return strokes >= _STROKES * len(cells) / 1.5
