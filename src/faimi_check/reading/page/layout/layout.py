"""Runs to lines in reading order, and what each line is to its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from faimi_check.model.page import Drawing, Line, Page, Region, TextRun
from faimi_check.model.paper import Font
from faimi_check.reading.page.layout.columns import Gutter, find_gutter, fits, in_reading_order
from faimi_check.reading.page.layout.figures import find_stationery
from faimi_check.reading.page.layout.fragments import Fragment, fragments_of, merge_rows
from faimi_check.reading.page.layout.furniture import mark_furniture
from faimi_check.reading.page.layout.lines import to_line
from faimi_check.reading.page.layout.regions import mark_regions
from faimi_check.reading.page.layout.rulers import Strip, belonging_to, find_rulers
from faimi_check.reading.page.layout.typography import typography_of

_TINY = 1.0
_SPOT = 2.0
_TILT = 8.0
_FULL_PAGE = 30
_UNSEEN_MODES = (3, 7)
_WHITE = 0xFA
_MAX_GROUNDS = 400


class _Sorted(NamedTuple):
    """The runs of a page by what they are; upright ones already joined to fragments."""

    fragments: list[Fragment]
    tilted: list[tuple[int, TextRun]]
    numbers: list[tuple[int, TextRun]]
    unseen: list[tuple[int, TextRun]]


def arrange(pages: tuple[Page, ...], fonts: tuple[Font, ...]) -> tuple[Page, ...]:
    """Fills Page.lines (reading order, with regions) and Page.figures from the runs, images and drawings."""
    rulers = find_rulers(pages)
    sorted_runs = [_sort(page, rulers) for page in pages]
    gutters = _gutters([one.fragments for one in sorted_runs])
    lined = tuple(
        msgspec.structs.replace(page, lines=_lines(one, fonts, gutter))
        for page, one, gutter in zip(pages, sorted_runs, gutters, strict=True)
    )
    furnished = mark_furniture(lined)
    style = typography_of(furnished)
    stationery = find_stationery(pages)
    typewriter = frozenset(index for index, font in enumerate(fonts) if font.typewriter)
    return tuple(mark_regions(page, style, stationery, typewriter) for page in furnished)


def _sort(page: Page, rulers: tuple[Strip, ...]) -> _Sorted:
    upright: list[tuple[int, TextRun]] = []
    sorted_runs = _Sorted([], [], [], [])
    # Text drawn twice with a tiny shift is a cheap bold, and is read once.
    drawn: set[tuple[str, int, int]] = set()
    belongs = belonging_to([run for run in page.runs if any(strip.holds(run) for strip in rulers)] if rulers else [])
    grounds = _grounds(page) if any(_is_white(run.color) for run in page.runs) else []
    for index, run in enumerate(page.runs):
        if _is_unseen(run, page, grounds):
            sorted_runs.unseen.append((index, run))
        elif abs(run.angle) > _TILT:
            sorted_runs.tilted.append((index, run))
        elif rulers and (any(strip.holds(run) for strip in rulers) or belongs(run)):
            sorted_runs.numbers.append((index, run))
        elif (spot := (run.text, round(run.x / _SPOT), round(run.baseline / _SPOT))) not in drawn:
            drawn.add(spot)
            upright.append((index, run))
    sorted_runs.fragments.extend(fragments_of(upright))
    return sorted_runs


def _gutters(pages: Sequence[list[Fragment]]) -> list[Gutter | None]:
    """Each page's gutter; in a paper of two columns also that of a page with too few lines to show it."""
    found = [find_gutter(fragments) for fragments in pages]
    known = [gutter for gutter in found if gutter is not None]
    if 2 * len(known) < sum(len(fragments) > _FULL_PAGE for fragments in pages) or not known:
        return found
    usual = sorted(known)[len(known) // 2]
    return [
        usual if gutter is None and fits(usual, fragments) else gutter
        for gutter, fragments in zip(found, pages, strict=True)
    ]


def _lines(page: _Sorted, fonts: Sequence[Font], gutter: Gutter | None) -> tuple[Line, ...]:
    ordered = in_reading_order(merge_rows(page.fragments, gutter), gutter)
    return (
        *(to_line(fragment, fonts, column=column) for column, fragment in ordered),
        *_apart(page.numbers, fonts, Region.LINE_NUMBER),
        *_tilted_lines(page.tilted, fonts),
        *_apart(page.unseen, fonts, Region.HIDDEN),
    )


def _apart(runs: list[tuple[int, TextRun]], fonts: Sequence[Font], region: Region) -> list[Line]:
    return [to_line(fragment, fonts, region) for fragment in fragments_of(runs)]


def _tilted_lines(runs: list[tuple[int, TextRun]], fonts: Sequence[Font]) -> list[Line]:
    """Text set at an angle, one line a run: a stamp in the margin, the label of an axis."""
    return [line for one in runs for line in _apart([one], fonts, Region.ROTATED)]


def _is_unseen(run: TextRun, page: Page, grounds: Sequence[Drawing]) -> bool:
    """Whether a reader cannot see the run, as far as the run tells. A scan's text layer is invisible by design."""
    if run.clipped:
        return True
    if run.mode in _UNSEEN_MODES:
        return not page.images
    x0, top, x1, bottom = run.box
    on_page = x1 >= 0 and bottom >= 0 and x0 <= page.width and top <= page.height
    if not on_page or run.size < _TINY or run.color & 0xFF == 0:
        return True
    return _is_white(run.color) and not _on_a_ground(run, page, grounds)


def _is_white(color: int) -> bool:
    return color >> 24 >= _WHITE and color >> 16 & 0xFF >= _WHITE and color >> 8 & 0xFF >= _WHITE


def _grounds(page: Page) -> list[Drawing]:
    """Shapes that white text can stand on, the largest ones."""
    shapes = [one for one in page.drawings if one.fill is None or not _is_white(one.fill)]
    return sorted(shapes, key=lambda one: -one.box.width * one.box.height)[:_MAX_GROUNDS]


def _on_a_ground(run: TextRun, page: Page, grounds: Sequence[Drawing]) -> bool:
    """White text shows where a picture or a filled shape was drawn below it."""
    if any(image.box.overlap(run.box) > 0 for image in page.images):
        return True
    return any(shape.order < run.order and shape.box.overlap(run.box) > 0 for shape in grounds)
