"""Heads and feet of pages that are shown turned: they stand sideways at an edge, with the page's number."""

from __future__ import annotations

import re
from collections import defaultdict

from faimi_check.model.page import Line, Page, Region
from faimi_check.reading.page.layout.page_numbers import is_bare_number

# Of the page's width; points within which the middles of what stands on one line are.
_OUTER_SHARE, _SAME_LINE = 0.2, 2.0
_NUMBER = re.compile(r"\A(\d{1,5})\b|\b(\d{1,5})\Z")


def turned_heads(page: Page, usual: Page, offset: int) -> dict[int, Region]:
    """The lines of a page's turned head or foot, where it lies otherwise than `usual`; `offset` is its printed number
    without its own.
    """
    if (page.width > page.height) == (usual.width > usual.height):
        return {}
    upright = [line.box for line in page.lines if line.region is not Region.ROTATED]
    left = min((box.x0 for box in upright), default=page.width)
    right = max((box.x1 for box in upright), default=0.0)
    rows: defaultdict[int, list[tuple[int, Line]]] = defaultdict(list)
    for index, line in enumerate(page.lines):
        if line.region is Region.ROTATED and _is_outer(line, page) and (line.box.x0 >= right or line.box.x1 <= left):
            rows[round((line.box.x0 + line.box.x1) / 2 / _SAME_LINE)].append((index, line))
    return {
        index: Region.PAGE_NUMBER if is_bare_number(line.text) else Region.RUNNING_HEAD
        for row in rows.values()
        if any(page.number + offset in _numbers(line.text) for _, line in row)
        for index, line in row
    }


def _is_outer(line: Line, page: Page) -> bool:
    margin = _OUTER_SHARE * page.width
    return line.box.x1 <= margin or line.box.x0 >= page.width - margin


def _numbers(text: str) -> list[int]:
    return [int(match[1] or match[2]) for match in _NUMBER.finditer(text.strip())]
