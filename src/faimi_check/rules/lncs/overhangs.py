"""What reaches outside the text block of a page, and how far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from faimi_check.model.page import Box, Line, Page, Region
from faimi_check.rules.lncs.blocks import is_prose

UPRIGHT = ("top", "bottom")
# Points: a mark in the head of a page is lower; a caption stands as near to its figure, cells on its rows.
_TALLEST_MARK = 50.0
_CAPTION_REACH = 60.0
_ROW_REACH = 6.0
_ROWS = 30.0
# Of the part of a figure that stands in the margin.
_NOTE_SHARE = 0.6
# Of the page's area; heads and feet with a logo are smaller.
_LARGE_SHARE = 0.04
_FLOATING = frozenset({Region.TABLE_TEXT, Region.CAPTION})
_TEXT = frozenset({Region.BODY, Region.HEADING, Region.FOOTNOTE})
_LOOKED_AT = _FLOATING | _TEXT


class Allowed(NamedTuple):
    """How far floats and text may reach outside, in points."""

    floats: float
    text: float


class Overhang(NamedTuple):
    """How far something reaches beyond which side, and what it is: a float or text, with its caption or words."""

    points: float
    side: str
    page: int
    box: Box
    is_float: bool
    words: str


def overhangs(
    page: Page, block: Box, allowed: Allowed, running: Sequence[Line], notes: Sequence[Box]
) -> Iterator[Overhang]:
    """What reaches further outside the text block than it may; each float once, whatever of it does.

    How far down the page's `running` text goes is the text block's finding; `notes` in the margin are DOC005's.
    """
    if page.width < block.x1 or page.illegible:
        return
    floats = [
        _overhang(page, block, box, allowed, caption, is_float=True)
        for box, caption in _figures(page, block)
        if caption or not _is_note(box, block, notes)
    ]
    outside = [one for one in floats if one is not None]
    yield from outside
    prose = set(map(id, running))
    on_rows, near = (_spans([one.box for one in outside], reach) for reach in (_ROW_REACH, _CAPTION_REACH))
    for line in page.lines:
        # Short text that is turned is a label or a mark.
        looked_at = line.region in _LOOKED_AT or (line.region is Region.ROTATED and is_prose(line))
        # What stands on a float's rows is the float's, and what is near it unless it is running text.
        if not looked_at or _is_within(line.baseline, on_rows if id(line) in prose else near):
            continue
        if any(line.box.overlap(note) > 0 for note in notes):
            continue
        floating = line.region in _FLOATING
        over = _overhang(page, block, line.box, allowed, line.text, is_float=floating)
        if over is not None and not (over.side in UPRIGHT and _is_told_elsewhere(line, running)):
            yield over


def _is_told_elsewhere(line: Line, running: Sequence[Line]) -> bool:
    """Whether a line above or below the text block belongs to running text there, or is a mere number."""
    goes_on = bool(running) and running[0].baseline - _ROWS <= line.baseline <= running[-1].baseline + _ROWS
    return goes_on or not any(sign.isalpha() for sign in line.text)


def _figures(page: Page, block: Box) -> Iterator[tuple[Box, str]]:
    """The page's figures with their captions, without marks in its head.

    What is large and stands in a margin is one even where all pages have it.
    """
    for figure in page.figures:
        if figure.box.top + figure.box.bottom >= 2 * block.top or figure.caption or figure.box.height >= _TALLEST_MARK:
            yield figure.box, figure.caption or ""
    large = _LARGE_SHARE * page.width * page.height
    for box in [image.box for image in page.images] + [one.box for one in page.drawings if not one.shows_nothing]:
        in_margin = box.top >= block.bottom or box.bottom <= block.top
        if in_margin and box.width * box.height >= large and not any(f.box.overlap(box) > 0 for f in page.figures):
            yield box, ""


def _is_note(figure: Box, block: Box, notes: Sequence[Box]) -> bool:
    """Whether what of a figure stands beside the text block is a note in the margin, with the line that leads to it."""
    beside = max(block.x0 - figure.x0, figure.x1 - block.x1)
    return any(figure.overlap(note) > 0 and note.width > _NOTE_SHARE * beside for note in notes)


def _overhang(page: Page, block: Box, box: Box, allowed: Allowed, words: str, *, is_float: bool) -> Overhang | None:
    """How far a box reaches beyond the side where it does most, None where that is allowed."""
    beside = allowed.floats if is_float else allowed.text
    reaches = (
        (block.x0 - box.x0, "left", beside),
        (box.x1 - block.x1, "right", beside),
        (block.top - box.top, "top", allowed.floats),
        (box.bottom - block.bottom, "bottom", allowed.floats),
    )
    over = [(points, side) for points, side, most in reaches if points > most]
    return Overhang(*max(over), page.number, box, is_float, words) if over else None


def _spans(boxes: list[Box], reach: float) -> list[tuple[float, float]]:
    """From where to where boxes and what is in their reach stand on a page, from its top down."""
    spans: list[tuple[float, float]] = []
    for top, bottom in sorted((box.top - reach, box.bottom + reach) for box in boxes):
        if spans and top <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], bottom))
        else:
            spans.append((top, bottom))
    return spans


def _is_within(down: float, spans: list[tuple[float, float]]) -> bool:
    at = bisect_right(spans, (down, inf)) - 1
    return at >= 0 and down <= spans[at][1]
