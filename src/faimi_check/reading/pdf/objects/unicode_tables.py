"""The tables of a font that say what its letters read as (ToUnicode; ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENING = re.compile(rb"beginbf(char|range)")
_LONGEST = 400_000


def sections(table: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The sections of a table: b"char" or b"range", and what stands in it."""
    table = table[:_LONGEST]
    at = 0
    while (opening := _OPENING.search(table, at)) and (end := table.find(b"endbf", opening.end())) >= 0:
        yield opening[1], table[opening.end() : end]
        at = end
