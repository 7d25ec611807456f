"""Pages that are read another way up than they are shown, and places on them.

A page whose text stands sideways or upside down is read, by all that judges it, as whoever turns it reads it. What a
report says of it is where it is on the page as shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from faimi_check.model.finding import Location
from faimi_check.model.page import Box, Page


def turned_box(box: Box, quarters: int, width: float, height: float) -> Box:
    """A box of a page of this size, after so many quarter turns of the page to the right."""
    for _ in range(quarters % 4):
        box = Box(height - box.bottom, box.x0, height - box.top, box.x1)
        width, height = height, width
    return box


def as_read(box: Box, page: Page) -> Box:
    """A box of the page as shown on the page as it was read."""
    sides = (page.width, page.height) if page.turned % 2 == 0 else (page.height, page.width)
    return turned_box(box, page.turned, *sides)


def as_shown(where: Location, file: str, pages: Sequence[Page]) -> Location:
    """A place in this file, found on a page as it was read, on the page as it is shown."""
    if where.page is None or where.bbox is None or where.file != file or where.member:
        return where
    page = pages[where.page - 1] if 0 < where.page <= len(pages) else None
    if page is None or not page.turned or len(where.bbox) != 4:
        return where
    box = turned_box(Box(*where.bbox), -page.turned, page.width, page.height)
    return msgspec.structs.replace(where, bbox=tuple(round(side, 1) for side in box))
