"""Rendering pages for looking at single places: is there anything to see in a box, and does it change a pixel."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from faimi_check.model.page import Box

# A page may be 14,400 pt wide or say that it is a billion: the bitmap's sides and area stay below these, in pixels.
_MAX_SIDE = 3_000
_MAX_AREA = 6_000_000
_WHITE = 0xFFFFFFFF
# Sixteen shades: what differs by less is the same to the eye.
_SHADES = bytes(value >> 4 for value in range(256))
_VISIBLE_DIFFERENCE = 20


class Raster(NamedTuple):
    """Pixels of a part of a page: `depth` bytes each, rows of `stride` bytes; `scale` pixels a point from (x0, top)."""

    pixels: bytes
    width: int
    height: int
    stride: int
    depth: int
    scale: float
    x0: float
    top: float

    def rows(self, box: Box) -> Iterator[tuple[int, int]]:
        """Start and end of the box's rows in `pixels`, the middle row first."""
        left = max(0, int((box.x0 - self.x0) * self.scale))
        right = min(self.width, int((box.x1 - self.x0) * self.scale) + 1)
        first = max(0, int((box.top - self.top) * self.scale))
        last = min(self.height, int((box.bottom - self.top) * self.scale) + 1)
        if left >= right or first >= last:
            return
        middle = (first + last) // 2
        for row in (*range(middle, last), *range(first, middle)):
            yield row * self.stride + left * self.depth, row * self.stride + right * self.depth


def render(
    page: Any, size: tuple[float, float], area: Box, scale: float, *, colour: bool, notes: bool = True
) -> Raster | None:
    """The area of an open page of this size, drawn on white; None where it is empty or of no honest size.

    Size and area in points, scale in pixels a point. `notes`: with them.
    """
    width, height = size
    area = Box(max(area.x0, 0.0), max(area.top, 0.0), min(area.x1, width), min(area.bottom, height))
    if not (0 < area.width < 1e7 and 0 < area.height < 1e7):
        return None
    scale = min(scale, _MAX_SIDE / max(area.width, area.height), (_MAX_AREA / (area.width * area.height)) ** 0.5)
    columns, rows = max(1, round(area.width * scale)), max(1, round(area.height * scale))
    if max(width, height) * scale > 1 << 20:
        return None
    kind = pdfium.FPDFBitmap_BGRx if colour else pdfium.FPDFBitmap_Gray
    bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, kind, None, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, _WHITE)
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
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * rows)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Raster(pixels, columns, rows, stride, 4 if colour else 1, scale, area.x0, area.top)


def has_contrast(raster: Raster, box: Box) -> bool:
    """Whether not all pixels of the box have the same of sixteen shades; the raster has one byte a pixel."""
    shade = None
    for start, end in raster.rows(box):
        row = raster.pixels[start:end].translate(_SHADES)
        if shade is None:
            shade = row[0]
        if row.count(shade) != len(row):
            return True
    return False


def changed_share(one: Raster, other: Raster, box: Box) -> float:
    """Share of the box's pixels that differ visibly between two rasters of the same area."""
    changed = total = 0
    for start, end in one.rows(box):
        total += (end - start) // one.depth
        before, after = one.pixels[start:end], other.pixels[start:end]
        if before != after:
            changed += _differing(before, after, one.depth)
    return changed / total if total else 0.0


def _differing(before: bytes, after: bytes, depth: int) -> int:
    gaps = [abs(a - b) > _VISIBLE_DIFFERENCE for a, b in zip(before, after, strict=True)]
    return sum(any(gaps[start : start + depth]) for start in range(0, len(gaps), depth))


@contextmanager
def without(objects: list[Any]) -> Iterator[None]:
    """The page's objects are not drawn inside this block."""
    for handle in objects:
        pdfium.FPDFPageObj_SetIsActive(handle, False)
    try:
        yield
    finally:
        for handle in objects:
            pdfium.FPDFPageObj_SetIsActive(handle, True)
