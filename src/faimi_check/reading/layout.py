"""Runs to lines in reading order, and what each line is to its page."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from faimi_check.model.page import Line, Page, Region, TextRun
from faimi_check.model.paper import Font
from faimi_check.reading.columns import find_gutter, in_reading_order
from faimi_check.reading.furniture import mark_furniture
from faimi_check.reading.lines import fragments_of, merge_rows, to_line
from faimi_check.reading.regions import mark_regions
from faimi_check.reading.rulers import Strip, find_rulers
from faimi_check.reading.typography import typography_of

_TINY = 1.0
_TILT = 8.0
_UNSEEN_MODES = (3, 7)
_WHITE = 0xFA


def arrange(pages: tuple[Page, ...], fonts: tuple[Font, ...]) -> tuple[Page, ...]:
    """Fills Page.lines (reading order, with regions) and Page.figures from the runs, images and drawings."""
    rulers = find_rulers(pages)
    lined = tuple(_with_lines(page, fonts, rulers) for page in pages)
    furnished = mark_furniture(lined)
    style = typography_of(furnished)
    return tuple(mark_regions(page, style) for page in furnished)


def _with_lines(page: Page, fonts: Sequence[Font], rulers: tuple[Strip, ...]) -> Page:
    upright: list[tuple[int, TextRun]] = []
    tilted: list[tuple[int, TextRun]] = []
    unseen: list[tuple[int, TextRun]] = []
    numbers: list[tuple[int, TextRun]] = []
    for index, run in enumerate(page.runs):
        if _is_unseen(run, page):
            unseen.append((index, run))
        elif abs(run.angle) > _TILT:
            tilted.append((index, run))
        elif any(strip.holds(run) for strip in rulers):
            numbers.append((index, run))
        else:
            upright.append((index, run))
    fragments = fragments_of(upright)
    gutter = find_gutter(fragments)
    lines = [
        to_line(fragment, fonts, column=column)
        for column, fragment in in_reading_order(merge_rows(fragments, gutter), gutter)
    ]
    lines += _apart(numbers, fonts, Region.LINE_NUMBER)
    lines += _tilted_lines(tilted, fonts)
    lines += _apart(unseen, fonts, Region.HIDDEN)
    return msgspec.structs.replace(page, lines=tuple(lines))


def _apart(runs: list[tuple[int, TextRun]], fonts: Sequence[Font], region: Region) -> list[Line]:
    return [to_line(fragment, fonts, region) for fragment in fragments_of(runs)]


def _tilted_lines(runs: list[tuple[int, TextRun]], fonts: Sequence[Font]) -> list[Line]:
    """Text set at an angle, one line a run: a stamp in the margin, the label of an axis."""
    return [line for one in runs for line in _apart([one], fonts, Region.ROTATED)]


def _is_unseen(run: TextRun, page: Page) -> bool:
    """Whether a reader cannot see the run, as far as the run tells. A scan's text layer is invisible by design."""
    if run.mode in _UNSEEN_MODES:
        return not page.images
    box = run.box
    off_page = box.x1 < 0 or box.bottom < 0 or box.x0 > page.width or box.top > page.height
    if off_page or run.size < _TINY or run.color & 0xFF == 0:
        return True
    return _is_white(run.color) and not _on_a_ground(run, page)


def _is_white(color: int) -> bool:
    return min(color >> 24 & 0xFF, color >> 16 & 0xFF, color >> 8 & 0xFF) >= _WHITE


def _on_a_ground(run: TextRun, page: Page) -> bool:
    """White text shows where a picture or a filled shape was drawn below it."""
    box = run.box
    if any(image.box.overlap(box) > 0 for image in page.images):
        return True
    return any(
        (drawing.fill is None or not _is_white(drawing.fill))
        and drawing.order < run.order
        and drawing.box.overlap(box) > 0
        for drawing in page.drawings
    )
