"""How text can be kept from a reader: the signs that a page's facts give without looking at it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from faimi_check.model.page import Page, TextRun
from faimi_check.reading.page.sight.lids import Lids, alike, backed, covered, is_barred, is_pictured

_INVISIBLE_MODES = (3, 7)
# Grey of this lightness has a contrast of 1.4 to 1 with white; what is printed to be read has 3 to 1 and more.
_PALE = 0xDC
_TRANSPARENT = 0x30
# Tick labels of figures that were scaled down are printed at 2 pt and more; below 1 pt nobody reads on paper.
_TINY = 1.0
_TINY_SENTENCE = 1.8
_SENTENCE = 60
_TALLEST_TINY = 2.5
# Points a letter.
SQUASHED = 0.35
# Ems a letter: where many letters share so little room, a glyph is read as more letters than it shows.
_CROWDED, _FEWEST_CROWDED = 0.1, 12
# Letters on a page's pictures.
_WORTH_RENDERING = 25
_OUTSIDE = 1.0
_FEWEST_OVERPRINTED = 4
_OVERPRINTED_SHARE = 0.2
_BAND = 8.0
_MAX_IN_BAND = 60


class Reason(StrEnum):
    """Why a reader does not see a text, in words that follow "It is hidden:"."""

    OFF_PAGE = "outside the visible page"
    TINY = "too small to read"
    SQUASHED = "squeezed to nothing"
    CROWDED = "read from signs that show far fewer letters"
    INVISIBLE_MODE = "drawn in the invisible text mode"
    TRANSPARENT = "fully transparent"
    COVERED = "covered by a shape or image drawn over it"
    BLACKED_OUT = "blacked out by a bar drawn over it"
    WHITE = "white on white"
    BACKGROUND = "in the colour of its background"
    OVERPRINTED = "not painted where other text stands"
    NOT_PAINTED = "clipped away, on a layer that is switched off, or not painted"

    @property
    def certain(self) -> bool:
        """Whether the sign alone decides, so that nothing need be rendered."""
        return self is Reason.OFF_PAGE

    @property
    def of_size(self) -> bool:
        """Whether the sign is a size, which a rendering can only show to be another one."""
        return self in (Reason.TINY, Reason.SQUASHED, Reason.CROWDED)


class Suspect(NamedTuple):
    """A run that may be hidden, or the part of one that lies below something, and the sign of it."""

    run: TextRun
    reason: Reason


def suspects(page: Page) -> list[Suspect]:
    """The runs that may be hidden, in drawing order, each with the first sign found."""
    lids = Lids(page)
    found = [suspect for run in page.runs for suspect in _suspects(run, page, lids)]
    found += _on_pictures(page, lids, {suspect.run.order for suspect in found})
    return found + list(_overprinted(page, {suspect.run.order for suspect in found}))


def _overprinted(page: Page, known: set[int]) -> Iterator[Suspect]:
    """Text where other text stands too: only one of them may be painted."""
    bands: dict[int, list[TextRun]] = {}
    for run in page.runs:
        if len(run.text) < _FEWEST_OVERPRINTED:
            continue
        inside = bands.setdefault(round(run.baseline / _BAND), [])
        if len(inside) < _MAX_IN_BAND:
            inside.append(run)
    for band, runs in bands.items():
        near = [other for at in (band - 1, band, band + 1) for other in bands.get(at, ())]
        for run in runs:
            box = run.box
            shared = sum([box.overlap(other.box) for other in near if other is not run])
            if shared and run.order not in known and shared > _OVERPRINTED_SHARE * box.width * box.height:
                yield Suspect(run, Reason.OVERPRINTED)


def _suspects(run: TextRun, page: Page, lids: Lids) -> list[Suspect]:
    reason = _sign(run, page)
    if reason is not None:
        return [Suspect(run, reason)]
    near = lids.at(run)
    if near and (parts := covered(run, near)):
        reason = Reason.BLACKED_OUT if is_barred(run, near) else Reason.COVERED
        return [Suspect(part, reason) for part in parts]
    if is_pale(run.color):
        return [Suspect(run, Reason.WHITE)]
    return [Suspect(part, Reason.BACKGROUND) for part in backed(run, near)] if near else []


def _on_pictures(page: Page, lids: Lids, known: set[int]) -> list[Suspect]:
    """Text on pictures, whose colours only a rendering tells; a panel's letter or two are not worth one."""
    if not page.images:
        return []
    runs = [run for run in page.runs if run.order not in known and is_pictured(run, lids.at(run))]
    letters = sum(len(run.text) for run in runs)
    return [Suspect(run, Reason.BACKGROUND) for run in runs] if letters >= _WORTH_RENDERING else []


def _sign(run: TextRun, page: Page) -> Reason | None:
    x0, top, x1, bottom = run.box
    if x1 < _OUTSIDE or bottom < _OUTSIDE or x0 > page.width - _OUTSIDE or top > page.height - _OUTSIDE:
        return Reason.OFF_PAGE
    # What a scanner read is set in a font without heights: its boxes say nothing of its size.
    if run.mode in _INVISIBLE_MODES:
        return Reason.INVISIBLE_MODE
    width, height = x1 - x0, bottom - top
    shorter, longer = (width, height) if width < height else (height, width)
    if _is_tiny(run, shorter):
        return Reason.TINY
    if _is_squashed(run, shorter, longer):
        return Reason.SQUASHED
    if _is_crowded(run, longer):
        return Reason.CROWDED
    return Reason.TRANSPARENT if is_transparent(run) else None


def is_transparent(run: TextRun) -> bool:
    """Whether a run is painted so thinly that nobody sees it."""
    return run.color & 0xFF < _TRANSPARENT


def _is_tiny(run: TextRun, shorter: float) -> bool:
    # The size of a Type 3 font's letters is its matrix's affair: what is drawn higher than this is larger than it says.
    if shorter > _TALLEST_TINY:
        return False
    return run.size < _TINY or (run.size < _TINY_SENTENCE and len(run.text) >= _SENTENCE)


def _is_squashed(run: TextRun, shorter: float, longer: float) -> bool:
    letters = len(run.text.strip())
    if letters < 5:
        return False
    return longer < SQUASHED * letters or (shorter < SQUASHED and run.size >= _TINY)


def _is_crowded(run: TextRun, longer: float) -> bool:
    room = _CROWDED * run.size * len(run.text.strip())
    # Of a run that is cut by a clip path only the box is narrow.
    return longer < room and 0 < run.natural < room and sum(map(str.isalnum, run.text)) >= _FEWEST_CROWDED


def is_pale(color: int) -> bool:
    """Whether a colour, 0xRRGGBBAA, can hardly be told from white paper."""
    return 3 * (color >> 24 & 0xFF) + 6 * (color >> 16 & 0xFF) + (color >> 8 & 0xFF) >= 10 * _PALE


def reason_for(run: TextRun, page: Page, sign: Reason) -> Reason:
    """The reason to give for a run that was found to be hidden: a colour says more than that nothing is painted."""
    if sign not in (Reason.NOT_PAINTED, Reason.OVERPRINTED):
        return sign
    below = [drawing for drawing in page.drawings if drawing.order < run.order and drawing.box.overlap(run.box) > 0]
    if any(drawing.fill is not None and alike(drawing.fill, run.color) for drawing in below):
        return Reason.BACKGROUND
    return Reason.NOT_PAINTED
