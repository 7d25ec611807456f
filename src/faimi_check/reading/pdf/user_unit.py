"""A page's own unit of length: a point, unless the page says otherwise (UserUnit, ISO 32000-1, 7.7.3.3).

PDFium takes every unit for a point, so pages with another one can be read only by whom pypdf has told their units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from faimi_check.reading.pdf.objects.walk import ObjectWalk

# What Acrobat can show; others' bounds are lower.
_LARGEST = 75_000


def user_units(pages: Iterable[Any], walk: ObjectWalk) -> Iterator[tuple[int, float]]:
    """The points in the unit of each page (by its number) whose unit is not a point.

    Raises ValueError for what is no unit: programs then show the page in sizes of their own choice.
    """
    for number, page in enumerate(pages, 1):
        unit = walk.get(page, "/UserUnit")
        if unit is None:
            continue
        if isinstance(unit, bool) or not isinstance(unit, int | float) or not 0 < unit <= _LARGEST:
            raise ValueError(f"page {number} says that it is {walk.as_text(unit)[:40]!r}")
        if unit != 1:
            yield number, float(unit)
