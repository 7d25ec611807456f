"""Which lines of a page are set as running text is: from edge to edge of their column, in paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from faimi_check.model.page import Line, Region
from faimi_check.reading.page.layout.typography import Typography

# Points between the starts, or the ends, of lines that are set alike.
_EDGE = 1.6
_INDENTS = (4.0, 24.0)
_LONG_LINE = 25
_FEWEST = 4
_FULL, _NARROW = 0.85, 0.6
_SMALLER, _LARGER = 0.4, 0.6
# Times the leading, and the type size.
_FOLLOWS, _OVERLAPS = 1.3, 0.6
# A label that stands beside a paragraph comes between two of its lines.
_OPEN_BLOCKS = 3


class SetText(NamedTuple):
    """Indexes of the lines that are set as text.

    `full` are those whose paragraph fills the measure in the body's size, `narrow` those in which no line goes far.
    """

    lines: frozenset[int]
    full: frozenset[int]
    narrow: frozenset[int]


class _Measure(NamedTuple):
    """Where the lines of a column start and end, and where its paragraphs start."""

    left: float
    right: float
    indent: float


def set_as_text(lines: Sequence[Line], style: Typography) -> SetText:
    """The lines in paragraphs: these begin at the column's left edge, or as an indented line does, or are justified."""
    text: set[int] = set()
    full: set[int] = set()
    narrow: set[int] = set()
    for column in {line.column for line in lines}:
        own = [at for at, line in enumerate(lines) if line.column == column and line.region is Region.BODY]
        measure = _measure([lines[at] for at in own], style)
        for block in _blocks(own, lines, style):
            held = [lines[at] for at in block]
            if not _is_text(held, measure, style):
                continue
            text.update(block)
            if any(_fills(line, measure) and abs(line.size - style.size) < _LARGER for line in held):
                full.update(block)
            if all(line.box.width < _NARROW * (measure.right - measure.left) for line in held):
                narrow.update(block)
    return SetText(frozenset(text), frozenset(full), frozenset(narrow))


def follow_each_other(one: Line, other: Line, leading: float) -> bool:
    """Whether one line stands right below or above the other."""
    beside = one.box.x0 < other.box.x1 and other.box.x0 < one.box.x1
    return beside and abs(one.baseline - other.baseline) < _FOLLOWS * leading


def _measure(lines: Sequence[Line], style: Typography) -> _Measure:
    long = [line.box for line in lines if len(line.text) >= _LONG_LINE and abs(line.size - style.size) < _SMALLER]
    if len(long) < _FEWEST:
        return _Measure(style.left, style.right, style.left)
    left = _most_common(box.x0 for box in long)
    indents = [box.x0 for box in long if _INDENTS[0] < box.x0 - left < _INDENTS[1]]
    return _Measure(left, _most_common(box.x1 for box in long), _most_common(indents, 2) or left)


def _most_common(places: Iterable[float], fewest: int = 1) -> float:
    """The commonest place in whole points, 0 where fewer have it."""
    ((place, count),) = Counter(map(round, places)).most_common(1) or [(0, 0)]
    return float(place) if count >= fewest else 0.0


def _blocks(own: Sequence[int], lines: Sequence[Line], style: Typography) -> list[list[int]]:
    """Lines that follow one another at the leading, in one size."""
    blocks: list[list[int]] = []
    for at in own:
        line = lines[at]
        for block in blocks[-_OPEN_BLOCKS:][::-1]:
            before = lines[block[-1]]
            below = line.baseline - before.baseline > _OVERLAPS * line.size and abs(line.size - before.size) < 1.0
            if below and follow_each_other(before, line, max(style.leading, line.size)):
                block.append(at)
                break
        else:
            blocks.append([at])
    return blocks


def _is_text(block: Sequence[Line], measure: _Measure, style: Typography) -> bool:
    first = block[0]
    if any(_fills(line, measure) or abs(line.box.x0 - measure.left) < _EDGE for line in block):
        return True
    if any(_are_flush(one, other) for one, other in pairwise(block)):
        return True
    # A label in another size or typeface may well begin where an indented line would.
    as_body = first.font == style.font and abs(first.size - style.size) < _SMALLER
    return as_body and abs(first.box.x0 - measure.indent) < _EDGE


def _are_flush(one: Line, other: Line) -> bool:
    """Whether two lines begin and end together, as those of a justified paragraph, quotation or item do."""
    apart = max(abs(one.box.x0 - other.box.x0), abs(one.box.x1 - other.box.x1))
    return apart < _EDGE and min(len(one.text), len(other.text)) >= _LONG_LINE


def _fills(line: Line, measure: _Measure) -> bool:
    """Whether a line goes over the measure from one of its edges; a wide label stands in the middle."""
    wide = line.box.width >= _FULL * (measure.right - measure.left)
    return wide and (line.box.x0 - measure.left < _EDGE or abs(line.box.x1 - measure.right) < _EDGE)
