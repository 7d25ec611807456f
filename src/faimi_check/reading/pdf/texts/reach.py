"""Which objects of a file its root leads to, and which of them only by way of a program's private data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faimi_check.reading.pdf.objects.raw import RawObject, references

_ROOTS = re.compile(rb"/(?:Root|Info|Encrypt)\s{1,8}(\d{1,10})\s")
_KEY = b"/PieceInfo"
_PIECES = re.compile(rb"/PieceInfo\s{0,4}(?:\d{1,10}\s{1,4}\d{1,5}\s{1,4}R|(?P<inside>(?=<<)))")
_BRACKETS = re.compile(rb"<<|>>")


def reach(plain: bytes, objects: Sequence[RawObject]) -> tuple[set[int], set[int]]:
    """The numbers of the objects that the roots lead to, and of those that may be drawn: not private data alone."""
    reached = _reached(plain, objects)
    if not any(_KEY in found.head for found in objects):
        return reached, reached
    return reached, _reached(plain, [_without_pieces(found) for found in objects])


def _reached(plain: bytes, objects: Sequence[RawObject]) -> set[int]:
    leads: dict[int, list[int]] = {}
    for found in objects:
        leads.setdefault(found.number, []).extend(references(found.head))
    waiting = [int(number) for number in _ROOTS.findall(plain)]
    reached: set[int] = set()
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached.add(number)
            waiting.extend(leads.get(number, ()))
    return reached


def _without_pieces(found: RawObject) -> RawObject:
    """An object without what leads to the private data."""
    piece = _PIECES.search(found.head)
    if piece is None:
        return found
    end, depth = piece.end(), 0
    for bracket in _BRACKETS.finditer(found.head, end) if piece["inside"] is not None else ():
        depth += 1 if bracket[0] == b"<<" else -1
        end = bracket.end()
        if depth <= 0:
            break
    return found._replace(head=found.head[: piece.start()] + found.head[end:])
