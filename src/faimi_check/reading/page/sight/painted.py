"""Lines of letters that are neither text nor shapes of their own: a plain shape shows them, or dashes do.

A pattern's cell, a mesh or a function that shades, a clip path or a soft mask draws them in a bar; the gaps of dashed
lines leave them. Hatchings, colour bars, shaded surfaces and faded panels are painted by the same means: what is seen
of these alone tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import reduce
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from faimi_check.model.page import Box, Drawing, Page, TextRun
from faimi_check.reading.page.objects.clipping import is_outlined
from faimi_check.reading.page.objects.direct import Numbers, address_of, direct
from faimi_check.reading.page.objects.leaves import walk
from faimi_check.reading.page.sight.marks import is_inked, lettered, lines_in
from faimi_check.reading.page.sight.pieces import (
    FEWEST_LETTERS,
    LINE_HEIGHT,
    LINE_LENGTH,
    is_within,
    may_hold_a_line,
    stretches_of,
)
from faimi_check.reading.page.sight.rendering import Raster, cropped, render, without

_SHADING = pdfium.FPDF_PAGEOBJ_SHADING
# What PDFium says of a pattern with colours of its own, and of one that is a shading.
_OF_PATTERN, _OF_SHADING = 0xBFBFBF, 0xFFFFFF
# A mesh, or a function that is a table or a program: all others shade evenly.
_UNEVEN = re.compile(rb"/ShadingType\s{0,4}[4-7]\b|/FunctionType\s{0,4}[04]\b")
_COLOURLESS = re.compile(rb"/PaintType\s{0,4}2\b")
# Ems a letter.
_SPREAD = 2.0
# A bar is drawn with few segments.
_PLAIN = 12
# Programs have dashes of up to eight lengths, and plots a few dashed lines.
_LONGEST_DASHES, _MOST_DASHED = 10, 30
_FEWEST_LINES = 6
_SCALE, _MOST_PIXELS = 2.0, 1_500_000
_MOST_OBJECTS = 100_000
_WHITE, _BLACK = b"\xff", b"\x00"

_count_segments = direct(pdfium.FPDFPath_CountSegments)
_count_dashes = direct(pdfium.FPDFPageObj_GetDashCount)
_get_fill, _get_stroke = direct(pdfium.FPDFPageObj_GetFillColor), direct(pdfium.FPDFPageObj_GetStrokeColor)
_is_transparent = direct(pdfium.FPDFPageObj_HasTransparency)

_CHANNELS = Numbers("4I")


class Means(NamedTuple):
    """By what a file may paint letters: tiling patterns, those without colours of their own, uneven shadings."""

    patterns: bool
    colourless: bool
    uneven: bool


ANY_MEANS = Means(patterns=True, colourless=True, uneven=True)


def means_of(data: bytes) -> Means:
    """What the streams of a file, whose dictionaries are in clear, say that they are."""
    patterns = b"/PatternType" in data
    return Means(patterns, patterns and _COLOURLESS.search(data) is not None, _UNEVEN.search(data) is not None)


def painted_lines(raw: Any, page: Page, means: Means) -> list[Box]:
    """Where plain shapes and dashes of a page that PDFium has loaded show lines of letters, in points."""
    doubtful = {drawing.order: drawing for drawing in page.drawings if _is_doubtful(drawing, means)}
    lines = {drawing.order for drawing in page.drawings if _is_level_line(drawing)}
    images = {image.order for image in page.images if may_hold_a_line(image.box)}
    spread = [run for run in page.runs if _is_spread(run)]
    if not doubtful and not images and not spread and len(lines) < _FEWEST_LINES:
        return []
    leaves = list(islice(walk(address_of(raw), False, _is_cut), _MOST_OBJECTS))
    chosen = {
        order for order, drawing in doubtful.items() if order < len(leaves) and _paints(drawing, leaves[order], means)
    }
    chosen.update(order for order in images if order < len(leaves) and _is_cut(leaves[order][0], leaves[order][2]))
    dashes = [(order, _count_dashes(leaves[order][0])) for order in lines if order < len(leaves)]
    dashed = {order: count for order, count in dashes if count > 0}
    if _are_odd(dashed.values()):
        chosen.update(dashed)
    placed = [(one.order, one.box) for one in page.drawings] + [(one.order, one.box) for one in page.images]
    boxes = {order: box for order, box in placed if order in chosen} if chosen else {}
    handles = [handle for handle, _, _ in leaves]
    return [*_seen(raw, page, boxes, handles), *_glyph_lines(raw, page, spread, handles)]


def _is_cut(handle: int, outlined: bool) -> bool:
    """Whether a clip path of many segments cuts an object, or what holds it."""
    return outlined or is_outlined(handle)


def _is_doubtful(drawing: Drawing, means: Means) -> bool:
    """Whether a drawing may show more than its outline; costs nothing."""
    if drawing.fill is None and drawing.stroke is None:
        return means.uneven
    if not may_hold_a_line(drawing.box):
        return False
    if means.patterns and _OF_PATTERN in _colours(drawing):
        return True
    return drawing.fill is not None or means.colourless or (means.uneven and _OF_SHADING in _colours(drawing))


def _is_spread(run: TextRun) -> bool:
    """Whether a text is much wider than its letters: a glyph may draw a line, or the letters stand far apart."""
    width = run.box.width
    # What a Type 3 font calls its size may be anything.
    return width >= LINE_LENGTH and width > _SPREAD * max(run.size, run.box.height) * _letters(run)


def _letters(run: TextRun) -> int:
    return len("".join(run.text.split()))


def _is_level_line(drawing: Drawing) -> bool:
    """Whether a drawing is a level line: only such make up rows of letters."""
    return drawing.fill is None and drawing.stroke is not None and drawing.box.height < LINE_HEIGHT


def _colours(drawing: Drawing) -> tuple[int, ...]:
    return tuple(colour >> 8 for colour in (drawing.fill, drawing.stroke) if colour is not None)


def _paints(drawing: Drawing, leaf: tuple[Any, int, bool], means: Means) -> bool:
    """Whether a doubtful drawing is painted by what may draw letters in it."""
    handle, kind, outlined = leaf
    if kind == _SHADING or (means.patterns and _OF_PATTERN in _colours(drawing)):
        return True
    if _is_cut(handle, outlined):
        return True
    if not 0 < _count_segments(handle) <= _PLAIN:
        return False
    if means.colourless or (means.uneven and _OF_SHADING in _colours(drawing)):
        return True
    return bool(_is_transparent(handle)) and all(_is_opaque(read, handle) for read in (_get_fill, _get_stroke))


def _is_opaque(read: Callable[..., int], handle: int) -> bool:
    """Whether a colour does not say itself that it lets the page through evenly."""
    return not read(handle, *_CHANNELS.at) or _CHANNELS.read()[3] == 0xFF


def _are_odd(counts: Collection[int]) -> bool:
    """Whether a page's dashes are of more lengths than those of any program, or many lines are dashed."""
    return len(counts) >= _FEWEST_LINES and (max(counts) > _LONGEST_DASHES or len(counts) > _MOST_DASHED)


def _seen(raw: Any, page: Page, boxes: Mapping[int, Box], handles: Sequence[int]) -> list[Box]:
    """Where lines of letters are seen in the boxes, by their objects' places, with nothing else on the page."""
    stretches = stretches_of(list(boxes.values())) if boxes else []
    shown = {order for order, box in boxes.items() if any(is_within(box, stretch) for stretch in stretches)}
    if not shown:
        return []
    with without([handle for order, handle in enumerate(handles) if order not in shown]):
        rasters = _drawn(raw, page, stretches, _WHITE)
        found = [box for raster in rasters for box in lines_in(raster)]
        pale = [stretch for stretch, raster in zip(stretches, rasters, strict=False) if not is_inked(raster)]
        return found + [box for raster in _drawn(raw, page, pale, _BLACK) for box in lines_in(raster)]


def _glyph_lines(raw: Any, page: Page, runs: Sequence[TextRun], handles: Sequence[int]) -> list[Box]:
    """Where runs show many more marks than they have letters, with nothing else on the page."""
    if not runs:
        return []
    shown = {run.order for run in runs}
    with without([handle for order, handle in enumerate(handles) if order not in shown]):
        rasters = _drawn(raw, page, [run.box for run in runs], _WHITE)
    pairs = zip(runs, rasters, strict=False)
    return [box for run, raster in pairs for box in lettered(raster, FEWEST_LETTERS + 2 * _letters(run))]


def _drawn(raw: Any, page: Page, stretches: Sequence[Box], paper: bytes) -> list[Raster]:
    """The stretches of a page as drawn on white or, where nothing dark is drawn that shows on white, on black."""
    if not stretches:
        return []
    area = reduce(Box.union, stretches)
    area = Box(area.x0 - 1, area.top - 1, area.x1 + 1, area.bottom + 1)
    scale = min(_SCALE, (_MOST_PIXELS / max(1.0, area.width * area.height)) ** 0.5)
    raster = render(raw, (page.width, page.height), area, scale, colour=False, paper=paper)
    return [cropped(raster, stretch) for stretch in stretches] if raster else []
