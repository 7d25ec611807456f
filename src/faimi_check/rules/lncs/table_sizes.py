"""The sizes of the type in tables, framed by rules or only standing below their caption."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.page import Line, Page, Region
from faimi_check.rules.lncs.blocks import is_prose

_TABLE = re.compile(r"(?i)\W{0,2}(?:tab(?:le|elle|leau|la)?|表)\W{0,2}\s?(?:\d|[IVX])")
# Points between a caption and its table, and between two rows of it.
_REACH = 14.0
_FEWEST_ROWS = 3
_CELLS = frozenset({Region.BODY, Region.TABLE_TEXT})


def table_lines(page: Page) -> Iterator[list[Line]]:
    """The lines of a page's tables: those between rules as one, then each table without rules."""
    yield [line for line in page.lines if line.region is Region.TABLE_TEXT]
    for number, line in enumerate(page.lines):
        if line.region is not Region.CAPTION or not _TABLE.match(line.text[:20]):
            continue
        after = [other for other in page.lines[number + 1 :] if other.box.top >= line.box.top]
        yield _below(line, sorted(after, key=lambda other: other.box.top))


def _below(caption: Line, lines: list[Line]) -> list[Line]:
    """What follows a caption closely in smaller type, as the rows of a table do; most of them are no prose."""
    end, found = caption.box.bottom, list[Line]()
    for line in lines:
        if line.box.top - end > _REACH:
            break
        if line.region is Region.CAPTION and not found:
            end = max(end, line.box.bottom)
        elif line.region in _CELLS and line.size < caption.size:
            found.append(line)
            end = max(end, line.box.bottom)
        else:
            break
    rows = {round(line.baseline) for line in found}
    # What heads the columns may read like prose.
    is_table = len(rows) >= _FEWEST_ROWS and 2 * sum(map(is_prose, found)) < len(found)
    return found if is_table else []
