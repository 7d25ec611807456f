"""Notes in the margin beside a page's one column: each is read as a whole, where a paragraph beside it ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from faimi_check.reading.page.layout.fragments import Fragment

# A line of prose has this many characters; fewer lines show no column.
_PROSE, _FEWEST = 40, 6
_SHORT_OF_EDGE = 0.1
# Shares of the font size: from the column to the note, between lines of a note, from a paragraph's end to the edge.
_AWAY, _LEADING, _END = 0.6, 1.9, 2.0
_ALIGNED, _SMALLER = 3.0, 0.4
_SAME_ROW = 1.0
# A margin is narrow: what is beside a column for more of the page is text of its own.
_MOST = 40


class _Column(NamedTuple):
    left: float
    right: float
    size: float


def with_notes_whole(ordered: Sequence[Fragment]) -> list[Fragment]:
    """The fragments of a page of one column in reading order, with the lines of each note one after the other."""
    column = _column(ordered)
    beside = [one for one in ordered if column and _is_beside(one, column)]
    if column is None or not beside or len(beside) > _MOST:
        return list(ordered)
    notes = [note for note in _notes(beside) if _is_note(note, ordered, column)]
    taken = {id(one) for note in notes for one in note}
    rest = [one for one in ordered if id(one) not in taken]
    for note in sorted(notes, key=lambda note: -note[0].baseline):
        place = _place(rest, note[0].baseline, column)
        rest[place:place] = note
    return rest


def _column(fragments: Sequence[Fragment]) -> _Column | None:
    prose = [one for one in fragments if one.characters >= _PROSE]
    if len(prose) < _FEWEST:
        return None
    lefts, rights = sorted(one.x0 for one in prose), sorted(one.x1 for one in prose)
    short = int(_SHORT_OF_EDGE * len(prose))
    sizes = sorted(one.size for one in prose)
    return _Column(lefts[short], rights[-1 - short], sizes[len(sizes) // 2])


def _is_beside(one: Fragment, column: _Column) -> bool:
    away = _AWAY * one.size
    return one.x0 >= column.right + away or one.x1 <= column.left - away


def _notes(beside: Sequence[Fragment]) -> list[list[Fragment]]:
    """Lines below each other with one left edge."""
    notes: list[list[Fragment]] = []
    for one in sorted(beside, key=lambda one: one.baseline):
        note = next((note for note in notes if _goes_on(note[-1], one)), None)
        if note is None:
            notes.append([one])
        else:
            note.append(one)
    return notes


def _goes_on(last: Fragment, one: Fragment) -> bool:
    return abs(last.x0 - one.x0) <= _ALIGNED and 0 < one.baseline - last.baseline <= _LEADING * max(last.size, one.size)


def _is_note(note: Sequence[Fragment], fragments: Sequence[Fragment], column: _Column) -> bool:
    """Smaller than the text, or with lines at heights of its own; a wide table's cells stand in its rows."""
    if all(one.size < column.size - _SMALLER for one in note):
        return True
    inside = [one.baseline for one in fragments if not _is_beside(one, column)]
    own = sum(all(abs(one.baseline - other) > _SAME_ROW for other in inside) for one in note)
    return 2 * own > len(note)


def _place(fragments: Sequence[Fragment], baseline: float, column: _Column) -> int:
    """Behind the next line that ends a paragraph."""
    for index, one in enumerate(fragments):
        if one.baseline >= baseline and one.x1 < column.right - _END * column.size:
            return index + 1
    return next((index for index, one in enumerate(fragments) if one.baseline >= baseline), len(fragments))
