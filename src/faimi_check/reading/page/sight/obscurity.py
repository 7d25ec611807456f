"""How text can be kept from a reader: the signs that a page's facts give without looking at it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

import msgspec

from faimi_check.model.page import Box, Drawing, HiddenText, Image, Page, TextRun

_INVISIBLE_MODES = (3, 7)
_NEAR_WHITE = 0xEB
_TRANSPARENT = 0x14
_OPAQUE = 0xE0
# Tick labels of figures that were scaled down are printed at 2 pt and more; below 1 pt nobody reads on paper.
_TINY = 1.0
_TINY_SENTENCE = 1.8
_SENTENCE = 60
_SQUASHED = 0.35
_COVERED_SHARE = 0.6
_SMALLEST_LID = 3.0
_FEWEST_LETTERS = 3
_BAND = 16.0
_MAX_BANDS = 1_000
_OUTSIDE = 1.0
_SCAN_SHARE = 0.6
_BLOCK_LIMIT = 4_000


class Reason(StrEnum):
    """Why a reader does not see a text, in words that follow "It is hidden:"."""

    OFF_PAGE = "outside the visible page"
    TINY = "too small to read"
    SQUASHED = "squeezed to nothing"
    INVISIBLE_MODE = "drawn in the invisible text mode"
    TRANSPARENT = "fully transparent"
    COVERED = "covered by a shape or image drawn over it"
    WHITE = "white on white"
    BACKGROUND = "in the colour of its background"
    NOT_PAINTED = "clipped away, on a layer that is switched off, or not painted"

    @property
    def certain(self) -> bool:
        """Whether the sign alone decides, so that nothing need be rendered."""
        return self in (Reason.OFF_PAGE, Reason.TINY, Reason.SQUASHED)


class Suspect(NamedTuple):
    """A run that may be hidden, or the part of one that lies below something, and the sign of it."""

    run: TextRun
    reason: Reason


def suspects(page: Page) -> list[Suspect]:
    """The runs that may be hidden, in drawing order, each with the first sign found.

    The text layer of a scanned page is invisible by design and is none.
    """
    lids = _Lids(page)
    scanned = page.scanned or _covers_page(page)
    found: list[Suspect] = []
    for run in page.runs:
        suspect = _suspect(run, page, lids)
        if suspect is not None and not (scanned and suspect.reason in (Reason.INVISIBLE_MODE, Reason.COVERED)):
            found.append(suspect)
    return found


def _covers_page(page: Page) -> bool:
    area = page.width * page.height
    return any(image.box.overlap(Box(0, 0, page.width, page.height)) > _SCAN_SHARE * area for image in page.images)


def _suspect(run: TextRun, page: Page, lids: _Lids) -> Suspect | None:
    reason = _sign(run, page)
    if reason is not None:
        return Suspect(run, reason)
    covered = lids.covered(run)
    if covered is not None:
        return Suspect(covered, Reason.COVERED)
    return Suspect(run, Reason.WHITE) if _is_near_white(run.color) else None


def _sign(run: TextRun, page: Page) -> Reason | None:
    if _is_outside(run.box, page):
        return Reason.OFF_PAGE
    if _is_tiny(run):
        return Reason.TINY
    if _is_squashed(run):
        return Reason.SQUASHED
    if run.mode in _INVISIBLE_MODES:
        return Reason.INVISIBLE_MODE
    return Reason.TRANSPARENT if run.color & 0xFF < _TRANSPARENT else None


def _is_outside(box: Box, page: Page) -> bool:
    return (
        box.x1 < _OUTSIDE or box.bottom < _OUTSIDE or box.x0 > page.width - _OUTSIDE or box.top > page.height - _OUTSIDE
    )


def _is_tiny(run: TextRun) -> bool:
    return run.size < _TINY or (run.size < _TINY_SENTENCE and len(run.text) >= _SENTENCE)


def _is_squashed(run: TextRun) -> bool:
    letters = len(run.text.strip())
    if letters < 5:
        return False
    shorter, longer = sorted((run.box.width, run.box.height))
    return longer < _SQUASHED * letters or (shorter < _SQUASHED and run.size >= _TINY)


def _is_near_white(color: int) -> bool:
    return min(color >> 24 & 0xFF, color >> 16 & 0xFF, color >> 8 & 0xFF) >= _NEAR_WHITE


class _Lids:
    """What is drawn over the page's text: opaque shapes and images large enough, in bands of the page's height."""

    def __init__(self, page: Page) -> None:
        self._bands: dict[int, list[Drawing | Image]] = {}
        lids: list[Drawing | Image] = [item for item in page.drawings if (item.fill or 0) & 0xFF >= _OPAQUE]
        lids.extend(page.images)
        for lid in lids:
            if lid.box.width >= _SMALLEST_LID and lid.box.height >= _SMALLEST_LID:
                first, last = self._band(max(lid.box.top, 0.0)), self._band(min(lid.box.bottom, page.height))
                for band in range(first, min(last, first + _MAX_BANDS) + 1):
                    self._bands.setdefault(band, []).append(lid)

    @staticmethod
    def _band(height: float) -> int:
        return int(height // _BAND)

    def covered(self, run: TextRun) -> TextRun | None:
        """The run, or the words of it, that lies below something drawn later; None where it lies open."""
        box = run.box
        for lid in self._bands.get(self._band((box.top + box.bottom) / 2), ()):
            if lid.order < run.order or lid.box.x0 >= box.x1 or lid.box.x1 <= box.x0:
                continue
            height = min(lid.box.bottom, box.bottom) - max(lid.box.top, box.top)
            width = min(lid.box.x1, box.x1) - max(lid.box.x0, box.x0)
            if height < _COVERED_SHARE * box.height or width <= 0:
                continue
            if width >= _COVERED_SHARE * box.width:
                return run
            part = _words_below(run, lid.box)
            if part is not None:
                return part
        return None


def _words_below(run: TextRun, lid: Box) -> TextRun | None:
    """The words of an upright run that a shape covers, told by their share of its width."""
    if run.angle or run.box.width <= 0:
        return None
    letter = run.box.width / len(run.text)
    start, end = (round((side - run.box.x0) / letter) for side in (max(lid.x0, run.box.x0), min(lid.x1, run.box.x1)))
    if end - start < _FEWEST_LETTERS:
        return None
    words = " ".join(word for word, first in _words(run.text) if first + len(word) - 1 > start and first < end - 1)
    box = Box(max(lid.x0, run.box.x0), run.box.top, min(lid.x1, run.box.x1), run.box.bottom)
    return msgspec.structs.replace(run, text=words, box=box) if words else None


def _words(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for word in text.split(" "):
        yield word, at
        at += len(word) + 1


def reason_for(run: TextRun, page: Page, sign: Reason) -> Reason:
    """The reason to give for a run that was found to be hidden: a colour says more than that nothing is painted."""
    if sign is not Reason.NOT_PAINTED:
        return sign
    below = [drawing for drawing in page.drawings if drawing.order < run.order and drawing.box.overlap(run.box) > 0]
    if any(drawing.fill is not None and _alike(drawing.fill, run.color) for drawing in below):
        return Reason.BACKGROUND
    return Reason.NOT_PAINTED


def _alike(one: int, other: int) -> bool:
    return all(abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) <= 24 for shift in (24, 16, 8))


def join_hidden(found: list[Suspect]) -> Iterator[HiddenText]:
    """Hidden runs as the texts they make up; specks of fewer than three letters are left out."""
    block: list[TextRun] = []
    why: Reason | None = None
    for run, reason in found:
        if block and reason is not why:
            yield from _as_text(block, why)
            block = []
        block.append(run)
        why = reason
    if block:
        yield from _as_text(block, why)


def _as_text(block: list[TextRun], why: Reason | None) -> Iterator[HiddenText]:
    text, last = "", None
    box = block[0].box
    for run in block:
        if last is not None and not _continues(last, run):
            text += " "
        text += run.text
        box = box.union(run.box)
        last = run
        if len(text) > _BLOCK_LIMIT:
            break
    text = " ".join(text.split())[:_BLOCK_LIMIT]
    if sum(character.isalpha() for character in text) >= 3 and why is not None:
        yield HiddenText(text, Box(*(round(side, 1) for side in box)), why.value)


def _continues(last: TextRun, run: TextRun) -> bool:
    """Whether a run goes on where the last one ended, without a space between."""
    return abs(run.baseline - last.baseline) < 1.0 and abs(run.box.x0 - last.box.x1) < 0.2 * max(run.size, 1.0)
