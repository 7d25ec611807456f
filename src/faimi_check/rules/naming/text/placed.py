"""Identifiers on a paper's pages, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from msgspec.structs import replace

from faimi_check.model.finding import Location
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.text.passage import join
from faimi_check.rules.naming.identity import Identifier
from faimi_check.rules.naming.text.prose import FLOATS, margins, readings


class Found(msgspec.Struct, frozen=True):
    """An identifier with its place; `first` is the line it begins on."""

    identifier: Identifier
    first: LineRef
    where: Location
    in_float: bool


def find_in_paper(paper: Paper, matcher: Callable[[str], Iterable[Identifier]]) -> list[Found]:
    """What a matcher finds on the pages outside reference lists, in every reading of a line's end, once a place.

    Running heads and footers are read as well, a repeated one once.
    """
    found: dict[tuple[LineRef, str], Found] = {}
    for passage in (*readings(paper), *(join((line,)) for line in margins(paper))):
        for item in matcher(passage.text):
            touched = passage.lines_of(item.start, item.end)
            first = passage.refs[touched.start]
            key = (first, item.value.replace("-", ""))
            if key not in found:
                where = passage.location(paper.file, item.start, item.end)
                found[key] = Found(item, first, where, passage.lines[touched.start].region in FLOATS)
            elif found[key].identifier.text != item.text:
                found[key] = _with_other_reading(found[key], item)
    return list(found.values())


def _with_other_reading(known: Found, item: Identifier) -> Found:
    """Whether a hyphen at a line's end belongs to an address cannot be told, so both forms are shown."""
    texts = known.identifier.text.split(" or ")
    if item.text in texts or len(texts) > 2:
        return known
    return replace(known, identifier=replace(known.identifier, text=" or ".join([*texts, item.text])))
