"""Underlines, highlights, frames: drawings that mark words, and make no table, figure or rule above notes."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from faimi_check.model.page import Box, Line, Page, Region

_RULE = 1.6
_MIN_WIDTH = 4.0
# Shares of the type size: how far below the baseline an underline stands. The rule below a table's row stands further.
_BELOW = 0.38
_SLACK = 1.5
_BUCKET = 8.0
_MAX_IN_ROW = 60
_HIGHLIGHT_HEIGHT = 2.4
_COVERED = 0.7
# A frame round a page's text: shares of the page's area and of its characters. What has a caption outside is a float.
_FRAMED_AREA = 0.25
_FRAMED_TEXT = 0.6
_PROSE_LENGTH = 60
_CAPTION_REACH = 40.0


def without_underlines(page: Page) -> Page:
    """The page without the thin level rules that stand right below words and reach no further than they do."""
    if not any(_is_level(one.box) for one in page.drawings):
        return page
    rows: dict[float, list[Line]] = {}
    for line in page.lines:
        rows.setdefault(line.baseline // _BUCKET, []).append(line)
    kept = tuple(one for one in page.drawings if not (_is_level(one.box) and _underlines(one.box, rows)))
    return page if len(kept) == len(page.drawings) else msgspec.structs.replace(page, drawings=kept)


def _is_level(box: Box) -> bool:
    x0, top, x1, bottom = box
    return bottom - top <= _RULE and x1 - x0 >= _MIN_WIDTH


def _underlines(rule: Box, rows: dict[float, list[Line]]) -> bool:
    at = rule.top // _BUCKET
    near = rows.get(at - 1, [])[:_MAX_IN_ROW] + rows.get(at, [])[:_MAX_IN_ROW]
    return any(
        -_SLACK <= rule.top - line.baseline <= _BELOW * line.size
        and line.box.x0 - _SLACK <= rule.x0
        and rule.x1 <= line.box.x1 + _SLACK
        for line in near
    )


def is_highlight(box: Box, page: Page, lines: Sequence[Line]) -> bool:
    """Whether a drawn box is no more than the ground behind the words of one line."""
    if any(image.box.overlap(box) > 0 for image in page.images):
        return False
    return any(
        line.region is Region.BODY
        and box.top < line.baseline < box.bottom
        and box.height <= _HIGHLIGHT_HEIGHT * line.size
        and min(line.box.x1, box.x1) - max(line.box.x0, box.x0) >= _COVERED * box.width
        for line in lines
    )


def without_frames(page: Page, lines: Sequence[Line]) -> Page:
    """The page without the boxes that are drawn round most of its running text, which are no figures."""
    large = _FRAMED_AREA * page.width * page.height
    frames = {box for one in page.drawings if (box := one.box).width * box.height >= large and _frames_text(box, lines)}
    if not frames:
        return page
    return msgspec.structs.replace(page, drawings=tuple(one for one in page.drawings if one.box not in frames))


def _frames_text(box: Box, lines: Sequence[Line]) -> bool:
    inside = outside = prose = 0
    for line in lines:
        if line.region not in (Region.BODY, Region.CAPTION):
            continue
        if box.top < line.baseline < box.bottom and box.x0 < line.box.x1 and line.box.x0 < box.x1:
            inside += len(line.text)
            prose += len(line.text) if len(line.text) >= _PROSE_LENGTH else 0
            continue
        outside += len(line.text)
        apart = max(line.box.top - box.bottom, box.top - line.box.bottom)
        if line.region is Region.CAPTION and apart < _CAPTION_REACH:
            return False
    return inside >= _FRAMED_TEXT * (inside + outside) and 2 * prose > inside
