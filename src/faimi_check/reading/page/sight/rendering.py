"""Rendering pages for looking at single places: is there anything to see in a box, and does it change a pixel."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from faimi_check.model.page import Box
from faimi_check.reading.page.objects.direct import address_of, direct

# A page may be 14,400 pt wide or say that it is a billion: the bitmap's sides and area stay below these, in pixels.
_MAX_SIDE = 3_000
_MAX_AREA = 6_000_000
_WHITE = b"\xff"
# Sixteen shades: what differs by less is the same to the eye.
_SHADES = bytes(value >> 4 for value in range(256))
# Of 255, in lightness. Letters of text size that differ by less are not read on paper; large ones are.
_VISIBLE_DIFFERENCE = 26
_VISIBLE_IF_LARGE = 10
LARGE = 18.0

_set_active = direct(pdfium.FPDFPageObj_SetIsActive)


class Raster(NamedTuple):
    """Pixels of a part of a page: `depth` bytes each, rows of `stride` bytes; `scale` pixels a point from (x0, top)."""

    pixels: bytearray
    width: int
    height: int
    stride: int
    depth: int
    scale: float
    x0: float
    top: float

    def rows(self, box: Box) -> Iterator[tuple[int, int]]:
        """Start and end of the box's rows in `pixels`, the middle row first."""
        _, width, height, stride, depth, scale, from_x, from_y = self
        x0, top, x1, bottom = box
        left, right = max(0, int((x0 - from_x) * scale)), min(width, int((x1 - from_x) * scale) + 1)
        first, last = max(0, int((top - from_y) * scale)), min(height, int((bottom - from_y) * scale) + 1)
        if left >= right or first >= last:
            return
        middle, length = (first + last) // 2, (right - left) * depth
        for start in range(middle * stride + left * depth, last * stride, stride):
            yield start, start + length
        for start in range(first * stride + left * depth, middle * stride, stride):
            yield start, start + length


def render(
    page: Any,
    size: tuple[float, float],
    area: Box,
    scale: float,
    *,
    colour: bool,
    notes: bool = True,
    paper: bytes = _WHITE,
) -> Raster | None:
    """The area of an open page of this size, drawn on white; None where it is empty or of no honest size.

    Size and area in points, scale in pixels a point. `notes`: with them. `paper`: another shade to draw on.
    """
    width, height = size
    area = Box(max(area.x0, 0.0), max(area.top, 0.0), min(area.x1, width), min(area.bottom, height))
    if not (0 < area.width < 1e7 and 0 < area.height < 1e7):
        return None
    scale = min(scale, _MAX_SIDE / max(area.width, area.height), (_MAX_AREA / (area.width * area.height)) ** 0.5)
    columns, rows = max(1, round(area.width * scale)), max(1, round(area.height * scale))
    if max(width, height) * scale > 1 << 20:
        return None
    kind, depth = (pdfium.FPDFBitmap_BGRx, 4) if colour else (pdfium.FPDFBitmap_Gray, 1)
    stride = columns * depth
    pixels = bytearray(paper) * (stride * rows)
    bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, kind, ctypes.byref(ctypes.c_char.from_buffer(pixels)), stride)
    if not bitmap:
        return None
    try:
        pdfium.FPDF_RenderPageBitmap(
            bitmap,
            page,
            -round(area.x0 * scale),
            -round(area.top * scale),
            max(1, round(width * scale)),
            max(1, round(height * scale)),
            0,
            pdfium.FPDF_ANNOT if notes else 0,
        )
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Raster(pixels, columns, rows, stride, depth, scale, area.x0, area.top)


def cropped(raster: Raster, box: Box) -> Raster:
    """The part of a raster that a box takes up, of one pixel at least."""
    left, top = (
        max(0, int((side - start) * raster.scale)) for side, start in ((box.x0, raster.x0), (box.top, raster.top))
    )
    width = min(raster.width, int((box.x1 - raster.x0) * raster.scale) + 1) - left
    height = min(raster.height, int((box.bottom - raster.top) * raster.scale) + 1) - top
    rows = (
        raster.pixels[start : start + raster.depth * width]
        for start in range(top * raster.stride + raster.depth * left, (top + height) * raster.stride, raster.stride)
    )
    pixels = bytearray().join(rows)
    x0, y0 = raster.x0 + left / raster.scale, raster.top + top / raster.scale
    return Raster(pixels, width, height, raster.depth * width, raster.depth, raster.scale, x0, y0)


def has_contrast(raster: Raster, box: Box) -> bool:
    """Whether not all pixels of the box have the same of sixteen shades; the raster has one byte a pixel."""
    pixels, shade = raster.pixels, bytearray()
    for start, end in raster.rows(box):
        row = pixels[start:end].translate(_SHADES)
        shade = shade or row[:1]
        if row.strip(shade):
            return True
    return False


def differs(one: Raster, other: Raster, box: Box) -> bool:
    """Whether a pixel of the box has another of sixteen shades in the other raster; both have one byte a pixel."""
    for start, end in one.rows(box):
        before, after = one.pixels[start:end], other.pixels[start:end]
        if before != after and before.translate(_SHADES) != after.translate(_SHADES):
            return True
    return False


def changes(one: Raster, other: Raster, box: Box, share: float, *, large: bool = False) -> bool:
    """Whether this share of the box's pixels differs visibly between two rasters of one area, of four bytes a pixel."""
    least = _VISIBLE_IF_LARGE if large else _VISIBLE_DIFFERENCE
    stretches = list(one.rows(box))
    wanted = share * sum(end - start for start, end in stretches) / one.depth
    changed = 0
    # What is seen shows in its first rows: the rest need not be counted.
    for start, end in stretches:
        changed += _differing(one, other, start, end, least)
        if 0 < wanted <= changed:
            return True
    return False


def changed_extent(one: Raster, other: Raster, box: Box) -> tuple[float, float]:
    """Width and height, in points, of what differs visibly in the box between two rasters of four bytes a pixel."""
    rows: list[int] = []
    columns: list[int] = []
    for start, end in one.rows(box):
        middles = range(start, end, 4)
        differing = [at for at in middles if _differing(one, other, at, at + 4, _VISIBLE_DIFFERENCE)]
        if differing:
            rows.append(start // one.stride)
            columns += (differing[0] - start, differing[-1] - start)
    if not rows:
        return 0.0, 0.0
    return ((max(columns) - min(columns)) / 4 + 1) / one.scale, (max(rows) - min(rows) + 1) / one.scale


def _differing(one: Raster, other: Raster, start: int, end: int, least: int) -> int:
    """How many pixels of a stretch of bytes differ by this much, hue counted by its lightness."""
    before, after = one.pixels[start:end], other.pixels[start:end]
    if before == after:
        return 0
    colours = zip(before[::4], after[::4], before[1::4], after[1::4], before[2::4], after[2::4], strict=True)
    return sum(abs(a - b) + 6 * abs(c - d) + 3 * abs(e - f) >= 10 * least for a, b, c, d, e, f in colours)


@contextmanager
def without(objects: Sequence[Any]) -> Iterator[None]:
    """The page's objects, handles or their addresses, are not drawn inside this block."""
    addresses = [address_of(handle) for handle in objects]
    for address in addresses:
        _set_active(address, False)
    try:
        yield
    finally:
        for address in addresses:
            _set_active(address, True)
