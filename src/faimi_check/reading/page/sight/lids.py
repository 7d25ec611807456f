"""Shapes and pictures that lie over a page's text, or behind it in its own colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from faimi_check.model.page import Box, Drawing, Image, Page, TextRun

OPAQUE = 0xE0
_DARK = 0x50
_COVERED_SHARE = 0.6
_WHOLE_SHARE = 0.9
_SMALLEST = 2.0
_TOUCHING = 1.0
_FEWEST_LETTERS = 3
_BAND = 16.0
_MAX_BANDS = 1_000
# More than this lies over one line in no honest drawing, and each of them is looked at for each of the line's runs.
_MAX_IN_BAND = 2_000


class Lids:
    """The shapes (opaque ones, unless `opaque` is lower) and images of a page that are large enough to hide text."""

    def __init__(self, page: Page, opaque: int = OPAQUE) -> None:
        self._bands: dict[int, list[Drawing | Image]] = {}
        lids: list[Drawing | Image] = [item for item in page.drawings if (item.fill or 0) & 0xFF >= opaque]
        lids.extend(page.images)
        for lid in lids:
            x0, top, x1, bottom = lid.box
            if x1 - x0 >= _SMALLEST and bottom - top >= _SMALLEST:
                first, last = self._band(max(top, 0.0)), self._band(min(bottom, page.height))
                for band in range(first, min(last, first + _MAX_BANDS) + 1):
                    inside = self._bands.setdefault(band, [])
                    if len(inside) < _MAX_IN_BAND:
                        inside.append(lid)

    @staticmethod
    def _band(height: float) -> int:
        return int(height // _BAND)

    def at(self, run: TextRun) -> Sequence[Drawing | Image]:
        """Those that may share a place with the run."""
        x0, top, x1, bottom = run.box
        lids = self._bands.get(self._band((top + bottom) / 2))
        return [lid for lid in lids if lid.box.x0 < x1 and lid.box.x1 > x0] if lids else ()


def touches(run: TextRun, lids: Sequence[Drawing | Image]) -> bool:
    """Whether one of the shapes and the run share a place."""
    return any(lid.box.overlap(run.box) > 0 for lid in lids if isinstance(lid, Drawing))


def covered(run: TextRun, lids: Sequence[Drawing | Image]) -> list[TextRun]:
    """The run, or those words of it, that lie below something drawn later."""
    return _parts(run, [lid.box for lid in lids if lid.order > run.order])


def is_barred(run: TextRun, lids: Sequence[Drawing | Image]) -> bool:
    """Whether a dark shape is among what is drawn over the run."""
    return any(
        lid.order > run.order and isinstance(lid, Drawing) and _is_dark(lid.fill or 0)
        for lid in lids
        if lid.box.overlap(run.box) > 0
    )


def backed(run: TextRun, lids: Sequence[Drawing | Image]) -> list[TextRun]:
    """The run, or those words of it, that have a shape of their own colour behind them."""
    return _parts(
        run,
        [
            lid.box
            for lid in lids
            if lid.order < run.order and isinstance(lid, Drawing) and lid.fill and alike(lid.fill, run.color)
        ],
    )


def is_pictured(run: TextRun, lids: Sequence[Drawing | Image]) -> bool:
    """Whether most of the run stands on a picture."""
    return bool(_parts(run, [lid.box for lid in lids if lid.order < run.order and isinstance(lid, Image)]))


def alike(one: int, other: int) -> bool:
    """Whether two colours, 0xRRGGBBAA, are the same to the eye."""
    return all(abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) <= 24 for shift in (24, 16, 8))


def _is_dark(color: int) -> bool:
    return max(color >> 24 & 0xFF, color >> 16 & 0xFF, color >> 8 & 0xFF) <= _DARK


def _parts(run: TextRun, lids: list[Box]) -> list[TextRun]:
    """The run where the boxes reach over most of it, else the words of it that they reach over."""
    stretches = _stretches(run.box, lids)
    reached = sum(end - start for start, end in stretches)
    if not stretches or run.box.width <= 0:
        return []
    if reached >= (_COVERED_SHARE if run.angle else _WHOLE_SHARE) * run.box.width:
        return [run]
    return [] if run.angle else [part for stretch in stretches if (part := _words_below(run, *stretch)) is not None]


def _stretches(box: Box, lids: list[Box]) -> list[tuple[float, float]]:
    """Where the boxes lie over most of a line's height, from left to right; those that touch are one."""
    merged: list[tuple[float, float]] = []
    for lid in sorted(lids):
        start, end = max(lid.x0, box.x0), min(lid.x1, box.x1)
        if start >= end or min(lid.bottom, box.bottom) - max(lid.top, box.top) < _COVERED_SHARE * box.height:
            continue
        if merged and start <= merged[-1][1] + _TOUCHING:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _words_below(run: TextRun, x0: float, x1: float) -> TextRun | None:
    """The words of an upright run that stand between two places, told by their share of its width."""
    letter = run.box.width / len(run.text)
    start, end = round((x0 - run.box.x0) / letter), round((x1 - run.box.x0) / letter)
    if end - start < _FEWEST_LETTERS:
        return None
    words = " ".join(word for word, first in _words(run.text) if first + len(word) - 1 > start and first < end - 1)
    box = Box(x0, run.box.top, x1, run.box.bottom)
    return msgspec.structs.replace(run, text=words, box=box) if words else None


def _words(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for word in text.split(" "):
        yield word, at
        at += len(word) + 1
