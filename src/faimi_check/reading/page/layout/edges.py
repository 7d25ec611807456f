"""The outermost rows of a page, where running heads, footers and page numbers stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from faimi_check.model.page import Page, Region
from faimi_check.reading.page.layout.titles import caption_mark

_ROWS = 3
_EDGE_SHARE = 0.16
# What repeats is furniture further inwards too: ACM's manuscripts have a foot at 16.1 % of a Letter page.
_DEEPEST_SHARE = 0.3
# A running head stands apart: LNCS leaves 26 pt to the first line where lines are 12 pt apart.
_GAP_IN_SIZES = 1.45
# LNCS leaves 2.6 sizes between head and text; headings and floats at a page's top have less below them.
_FAR_OFF = 2.5
_MOST_PAGES = 0.6
_A_WORD = 4


class Row(NamedTuple):
    """Lines on one baseline near an edge of a page: their indexes and text, and how far from the edge they stand.

    `apart` where the next row inwards is far off, `gap` by how much, `deep` where text may stand as well.
    """

    page: int
    indexes: tuple[int, ...]
    text: str
    baseline: float
    depth: float
    size: float
    apart: bool
    deep: bool
    gap: float = 0.0


def outer_rows(page: Page, *, from_top: bool) -> list[Row]:
    """The outermost rows of a page, outermost first."""
    places = [index for index, line in enumerate(page.lines) if line.region is Region.BODY]
    places.sort(key=lambda index: page.lines[index].baseline, reverse=not from_top)
    grouped: list[list[int]] = []
    for index in places:
        line = page.lines[index]
        if grouped and abs(page.lines[grouped[-1][0]].baseline - line.baseline) <= 0.35 * line.size:
            grouped[-1].append(index)
        elif len(grouped) > _ROWS:
            break
        else:
            grouped.append([index])
    rows: list[Row] = []
    for place, group in enumerate(grouped[:_ROWS]):
        line = page.lines[group[0]]
        depth = line.baseline if from_top else page.height - line.baseline
        deep = depth > _EDGE_SHARE * page.height
        size = max(page.lines[index].size for index in group)
        gap = (
            abs(page.lines[grouped[place + 1][0]].baseline - line.baseline) if place + 1 < len(grouped) else page.height
        )
        apart = gap >= _GAP_IN_SIZES * size
        # The second line of a head goes with the first: ECCV's review kit has one there.
        if deep and apart and rows and abs(rows[-1].baseline - line.baseline) < _GAP_IN_SIZES * size:
            deep = rows[-1].deep
        if depth > _DEEPEST_SHARE * page.height or (deep and place):
            break
        group.sort(key=lambda index: page.lines[index].box.x0)
        text = " ".join(page.lines[index].text for index in group)
        rows.append(Row(page.number - 1, tuple(group), text, line.baseline, depth, size, apart, deep, gap))
    return rows


def at_one_height(edge: Sequence[list[Row]], body: float) -> list[Row]:
    """Outermost rows far off the text, in the same place on most pages: heads that name authors and title by turns."""
    outer = [
        rows[0]
        for rows in edge
        if rows
        and rows[0].gap >= _FAR_OFF * body
        and rows[0].size <= body + 0.5
        and caption_mark(rows[0].text) is None
        and sum(c.isalpha() for c in rows[0].text) >= _A_WORD
    ]
    places = Counter(round(row.baseline) for row in outer)
    place, count = max(places.items(), key=lambda one: one[1], default=(0, 0))
    if count < max(2, _MOST_PAGES * len(edge)):
        return []
    return [row for row in outer if abs(row.baseline - place) <= 1.5]


def signature_of(row: Row) -> str:
    """The row's text without its numbers, which change from page to page."""
    return re.sub(r"\d+", "#", row.text.lower())
