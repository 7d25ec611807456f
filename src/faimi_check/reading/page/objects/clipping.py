"""Clip paths: what of an object lies beyond them is not painted, as `trim, clip` in LaTeX has it."""

from __future__ import annotations

import pypdfium2.raw as pdfium

from faimi_check.model.page import Box
from faimi_check.reading.page.objects.direct import Numbers, direct
from faimi_check.reading.page.objects.geometry import Matrix, intersection, transform_box

# A clip path of more pieces is an outline of its own (a country, a letter), and left alone.
_MAX_PATHS = 8
_MAX_SEGMENTS = 100
# With so many segments it may be that of a line of letters, which takes some paths.
_OUTLINE, _MOST_PATHS = 40, 400
# So much of a run of text within its clip path still shows letters.
_SHOWN_SHARE = 0.1

NOWHERE = Box(0.0, 0.0, 0.0, 0.0)

_get_clip_path = direct(pdfium.FPDFPageObj_GetClipPath)
_count_paths = direct(pdfium.FPDFClipPath_CountPaths)
_count_segments = direct(pdfium.FPDFClipPath_CountPathSegments)
_get_segment = direct(pdfium.FPDFClipPath_GetPathSegment)
_get_point = direct(pdfium.FPDFPathSegment_GetPoint)


class ClipReader:
    """Reads the clip paths of objects as the upright boxes round them."""

    def __init__(self) -> None:
        self._point = Numbers("2f")

    def box(self, handle: int | None, outer: Matrix, within: Box | None = None) -> Box | None:
        """Where the object can be painted, in the page's coordinates; None where nothing limits it.

        `outer` is the matrix of what holds the object, `within` the limit of that.
        """
        clip = _get_clip_path(handle)
        for path in range(min(_count_paths(clip), _MAX_PATHS)):
            points = self._points(clip, path)
            if points:
                xs, ys = [x for x, _ in points], [y for _, y in points]
                own = transform_box(outer, min(xs), min(ys), max(xs), max(ys))
                within = own if within is None else intersection(own, within) or NOWHERE
        return within

    def _points(self, clip: int | None, path: int) -> list[tuple[float, ...]]:
        count = _count_segments(clip, path)
        if not 0 < count <= _MAX_SEGMENTS:
            return []
        points: list[tuple[float, ...]] = []
        for place in range(count):
            if not _get_point(_get_segment(clip, path, place), *self._point.at):
                return []
            points.append(self._point.read())
        return points


def is_clipped(box: Box, limit: Box | None) -> bool:
    """Whether hardly anything of a run of text lies within its limit."""
    return limit is not None and box.overlap(limit) < _SHOWN_SHARE * box.width * box.height


def is_outlined(handle: int) -> bool:
    """Whether a clip path of as many segments as letters have cuts an object."""
    clip = _get_clip_path(handle)
    segments = 0
    for path in range(min(_count_paths(clip), _MOST_PATHS)):
        segments += max(0, _count_segments(clip, path))
        if segments >= _OUTLINE:
            return True
    return False
