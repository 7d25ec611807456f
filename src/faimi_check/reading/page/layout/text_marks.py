"""Underlines and highlights: drawings that mark words and make neither a table, a figure nor a rule above notes."""

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
    return box.height <= _RULE and box.width >= _MIN_WIDTH


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
