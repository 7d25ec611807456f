"""Clip paths: what of an object lies beyond them is not painted, as `trim, clip` in LaTeX has it."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from faimi_check.model.page import Box
from faimi_check.reading.page.objects.geometry import Matrix, intersection, transform_box

# A clip path of more pieces is an outline of its own (a country, a letter), and left alone.
_MAX_PATHS = 8
_MAX_SEGMENTS = 100
# So much of a run of text within its clip path still shows letters.
_SHOWN_SHARE = 0.1

NOWHERE = Box(0.0, 0.0, 0.0, 0.0)


class ClipReader:
    """Reads the clip paths of objects as the upright boxes round them."""

    def __init__(self) -> None:
        self._x, self._y = ctypes.pointer(ctypes.c_float()), ctypes.pointer(ctypes.c_float())

    def box(self, handle: Any, outer: Matrix, within: Box | None = None) -> Box | None:
        """Where the object can be painted, in the page's coordinates; None where nothing limits it.

        `outer` is the matrix of what holds the object, `within` the limit of that.
        """
        clip = pdfium.FPDFPageObj_GetClipPath(handle)
        for path in range(min(pdfium.FPDFClipPath_CountPaths(clip), _MAX_PATHS)):
            points = self._points(clip, path)
            if points:
                xs, ys = [x for x, _ in points], [y for _, y in points]
                own = transform_box(outer, min(xs), min(ys), max(xs), max(ys))
                within = own if within is None else intersection(own, within) or NOWHERE
        return within

    def _points(self, clip: Any, path: int) -> list[tuple[float, float]]:
        count = pdfium.FPDFClipPath_CountPathSegments(clip, path)
        if not 0 < count <= _MAX_SEGMENTS:
            return []
        points: list[tuple[float, float]] = []
        for place in range(count):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, place)
            if not pdfium.FPDFPathSegment_GetPoint(segment, self._x, self._y):
                return []
            points.append((self._x[0], self._y[0]))
        return points


def is_clipped(box: Box, limit: Box | None) -> bool:
    """Whether hardly anything of a run of text lies within its limit."""
    return limit is not None and box.overlap(limit) < _SHOWN_SHARE * box.width * box.height
