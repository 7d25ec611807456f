"""Cells of a row that the one before heads: "In-house ; CHU de Lysvik", "Annotator ; Ida Lyngby (author 2)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from faimi_check.rules.late import late
from faimi_check.rules.naming.mentions.devices import without_devices
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.ownership.labelled_houses import is_whole_house
from faimi_check.rules.naming.ownership.labelled_matter import matter
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.tables import any_of

# So many cells of a row are looked at; of so many words is one that heads another, and one that names a house.
_MOST, _HEAD, _NAME = 12, 4, 7
_OWN = late(any_of("own_labels", "own_cells"), re.IGNORECASE)
_HOUSE = late(any_of("own_labels", "houses_abroad"), re.IGNORECASE)
_SITED = late(r"(?:our |own )?(?:site|cent(?:re|er)|hospital|clinic|country|town|city)", re.IGNORECASE)
# Where no blanks part words.
_JOINED_HOUSE = late(rf"\w{{2,16}}{any_of('own_labels', 'houses_joined')}\w{{0,6}}")


def beside_head(cells: Sequence[str], common: frozenset[str]) -> tuple[Kind, str] | None:
    """What a cell names of the authors', by the one before it; in a column of sites any name is one."""
    for head, cell in pairwise(one.strip(" ()") for one in cells[:_MOST]):
        if not head or len(head.split()) > _HEAD:
            continue
        if _OWN.fullmatch(head) and without_devices(cell) == cell:
            sited = _SITED.match(head) is not None
            if is_whole_house(cell, common, surely=sited) or _is_house_abroad(cell):
                return Kind.PLACE, cell
        if found := matter(f"{head}: {cell}", common, short=True):
            return found
    return None


def _is_house_abroad(cell: str) -> bool:
    """Whether a cell names a house in any language by a word for one and a name: "RSUD Lysvik"."""
    words = cell.split()
    if not 1 < len(words) <= _NAME:
        return not cell.isascii() and _JOINED_HOUSE.fullmatch(cell) is not None
    housed = [word for word in words if _HOUSE.fullmatch(word.strip(".,"))]
    return bool(housed) and any(word[:1].isupper() and not is_everybodys(word) for word in words if word not in housed)
