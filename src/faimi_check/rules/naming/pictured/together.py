"""Lines of a picture that say something together, and lines that say two things: as lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from faimi_check.model.burned_in import BurnedInLine

# Cards and posters set names and their house apart by these.
_BARS = re.compile(r"\s*[|•·/]\s+|\s+[–—]\s+")
_LABEL_END = re.compile(r"[:;.,]\s*$")
_LONGEST_LABEL = 20
# In heights of a line: the gap below a line whose next one goes on, and how far off they may begin.
_GAP, _ASIDE = 1.6, 1.5
_SIZES = 1.6
_MOST = 60


def parts(line: BurnedInLine) -> tuple[BurnedInLine, ...]:
    """What stands between bars, each as a line; nothing where there are none."""
    pieces = [piece for piece in _BARS.split(line.text) if len(piece) > 1]
    if len(pieces) < 2:
        return ()
    return tuple(BurnedInLine(piece, line.box, line.score, line.pixels) for piece in pieces)


def labelled_values(lines: Sequence[BurnedInLine]) -> Iterator[BurnedInLine]:
    """A label that ends its line, with what stands right of it or below: "Name:" / "Quiroga, Mateo"."""
    for label in lines[:_MOST]:
        if len(label.text) > _LONGEST_LABEL or not _LABEL_END.search(label.text):
            continue
        value = next((one for one in lines[:_MOST] if one is not label and _goes_with(label, one)), None)
        if value is not None:
            yield joined(label, value)


def stacked(lines: Sequence[BurnedInLine]) -> Iterator[tuple[BurnedInLine, BurnedInLine]]:
    """Each two lines that stand close below each other and are set alike."""
    for at, upper in enumerate(lines[:_MOST]):
        for lower in lines[at + 1 : at + 4]:
            if _is_below(upper, lower) and _alike(upper, lower):
                yield upper, lower
                break


def beside(one: BurnedInLine, other: BurnedInLine) -> bool:
    """Whether both stand on one row, as the cells of a table do, or close below each other."""
    on_row = abs(one.box.top - other.box.top) < max(one.box.height, other.box.height) / 2
    return on_row or _is_below(one, other) or _is_below(other, one)


def _goes_with(label: BurnedInLine, value: BurnedInLine) -> bool:
    if not _alike(label, value):
        return False
    height = label.box.height
    on_row = abs(value.box.top - label.box.top) < height / 2
    right = on_row and value.box.x0 - label.box.x1 + height >= 0 and value.box.x0 - label.box.x1 < 6 * height
    return right or (_is_below(label, value) and abs(value.box.x0 - label.box.x0) < _ASIDE * height)


def _is_below(upper: BurnedInLine, lower: BurnedInLine) -> bool:
    height = upper.box.height
    near = -height / 2 < lower.box.top - upper.box.bottom < _GAP * height
    left = abs(lower.box.x0 - upper.box.x0)
    middle = abs(lower.box.x0 + lower.box.x1 - upper.box.x0 - upper.box.x1) / 2
    return near and min(left, middle) < _ASIDE * height


def _alike(one: BurnedInLine, other: BurnedInLine) -> bool:
    smaller, larger = sorted((one.box.height, other.box.height))
    return larger <= _SIZES * smaller


def joined(first: BurnedInLine, second: BurnedInLine) -> BurnedInLine:
    """Both as one line."""
    return BurnedInLine(
        f"{first.text.rstrip(' ,')} {second.text}",
        first.box.union(second.box),
        min(first.score, second.score),
        min(first.pixels, second.pixels),
    )
