"""Lines of a picture that say something together, and lines that say two things: as lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.pictured.matter import labelled

# Cards and posters set names and their house apart by these.
_BARS = late(r"(?:(?<!\s)\s+[|•·/–—-]|[|•·/])\s+")
# Two words that were read as one; no capital within one word stands between as many small letters.
_GLUED = late(r"(?<![^\W\d_])([A-ZÀ-Þ][a-zß-ÿ]{3,20})([A-ZÀ-Þ][a-zß-ÿ]{3,20})(?![^\W\d_])")
_SPACED = late(r"[^\W\d_](?: {1,3}[^\W\d_]){5,40}")
_TIME = late(r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?")
_LABEL_END = late(r"[:;.,]\s*$")
_LONGEST_LABEL = 20
# In heights of a line: the gap below a line whose next one goes on, and how far off they may begin.
_GAP, _ASIDE = 1.6, 1.5
# How far off a value stands at most from the label before it, and the next row of a table from the last.
_APART, _ROW = 12, 2.5
_SIZES = 1.6
_MOST = 60


def parts(line: BurnedInLine) -> tuple[BurnedInLine, ...]:
    """What stands between bars, each as a line; nothing where there are none."""
    pieces = [piece for piece in _BARS.split(line.text) if len(piece) > 1]
    if len(pieces) < 2:
        return ()
    return tuple(BurnedInLine(piece, line.box, line.score, line.pixels) for piece in pieces)


def labelled_values(lines: Sequence[BurnedInLine]) -> Iterator[BurnedInLine]:
    """A label on its own with what stands right of it or below: "Name:" / "Quiroga, Mateo".

    A label ends in a colon, or is a cell whose words are those of a known one; then it may head a column.
    """
    for label in lines[:_MOST]:
        ended = _LABEL_END.search(label.text) is not None
        if len(label.text) > _LONGEST_LABEL or not (ended or is_label(label.text)):
            continue
        around = [one for one in lines[:_MOST] if one is not label and not _asks(one.text)]
        values = [one for one in around if _goes_with(label, one, lines)][:1]
        if not ended:
            values = [one for one in around if _is_right(label, one)][:1] or list(_column(label, around))
        for value in values:
            yield joined(label, value, between="" if ended else ":")


def _asks(text: str) -> bool:
    """Whether a line is no value but asks for one itself: a known label, or one that ends in a colon."""
    return is_label(text) or text.rstrip().endswith(":")


def is_label(text: str) -> bool:
    """Whether a line is a label of a banner or form and nothing else: "Patient name", "Untersucher"."""
    return _label().fullmatch(fold(text).strip(" :.;,*")) is not None


@cache
def _label() -> re.Pattern[str]:
    named = "|".join(labelled(key) for key in ("patient", "born", "patient_number", "roles", "who", "unspaced"))
    return late(
        rf"(?:{named}|[\w &]{{0,20}}\b(?:by|von|por|par)|age|sex|gender|alter|study date|modality|date|mod|description)"
    )


def unglued(line: BurnedInLine) -> BurnedInLine:
    """The line with a blank where the reader lost the one in a name, "MateoQuiroga", and without those in "N A M E"."""
    text = line.text.replace(" ", "") if _SPACED.fullmatch(line.text) else _GLUED.sub(_with_blank, line.text)
    return line if text == line.text else BurnedInLine(text, line.box, line.score, line.pixels)


def _with_blank(found: re.Match[str]) -> str:
    named = may_be_given_name(found[1]) or may_be_given_name(found[2])
    return f"{found[1]} {found[2]}" if named else found[0]


def stacked(lines: Sequence[BurnedInLine]) -> Iterator[tuple[BurnedInLine, BurnedInLine]]:
    """Each two lines that stand close below each other and are set alike."""
    for at, upper in enumerate(lines[:_MOST]):
        for lower in lines[at + 1 : at + 4]:
            if _is_below(upper, lower) and _alike(upper, lower):
                yield upper, lower
                break


def beside(one: BurnedInLine, other: BurnedInLine) -> bool:
    """Whether both stand on one row, as the cells of a table do, or close below each other."""
    return on_row(one, other) or _is_below(one, other) or _is_below(other, one)


def on_row(one: BurnedInLine, other: BurnedInLine) -> bool:
    """Whether both stand on one row."""
    return abs(one.box.top - other.box.top) < max(one.box.height, other.box.height) / 2


def _goes_with(label: BurnedInLine, value: BurnedInLine, lines: Sequence[BurnedInLine]) -> bool:
    if _is_right(label, value):
        return True
    below = _is_below(label, value) and abs(value.box.x0 - label.box.x0) < _ASIDE * label.box.height
    return below and _alike(label, value) and not _is_stamp(value, lines) and not _is_parted(label, value, lines)


def _is_parted(label: BurnedInLine, value: BurnedInLine, lines: Sequence[BurnedInLine]) -> bool:
    """Whether another label stands between a label and what is below: then the first was left empty."""
    return any(
        label.box.top < other.box.top < value.box.top
        and _asks(other.text)
        and abs(other.box.x0 - label.box.x0) < _ASIDE * label.box.height
        for other in lines[:_MOST]
        if other is not label
    )


def _is_stamp(date: BurnedInLine, lines: Sequence[BurnedInLine]) -> bool:
    """Whether a time of day goes with a line: then it is when the picture was taken, and the label was left empty."""
    return any(_TIME.fullmatch(other.text.strip()) and beside(date, other) for other in lines[:_MOST])


def _is_right(label: BurnedInLine, value: BurnedInLine) -> bool:
    height = label.box.height
    level = abs(value.box.top - label.box.top) < height / 2
    gap = value.box.x0 - label.box.x1
    return level and _alike(label, value) and -height <= gap < _APART * height


def _column(head: BurnedInLine, lines: Sequence[BurnedInLine]) -> Iterator[BurnedInLine]:
    """What stands below a head, row by row, as long as no row is left out."""
    height = head.box.height
    below = [
        line
        for line in lines
        if line.box.top > head.box.top + height / 2 and abs(line.box.x0 - head.box.x0) < _ASIDE * height
    ]
    bottoms = [head.box.bottom, *(line.box.bottom for line in below)]
    near = takewhile(
        lambda pair: pair[0].box.top - pair[1] < _ROW * height and _alike(head, pair[0]),
        zip(below, bottoms, strict=False),
    )
    yield from (line for line, _ in near)


def _is_below(upper: BurnedInLine, lower: BurnedInLine) -> bool:
    height = upper.box.height
    near = -height / 2 < lower.box.top - upper.box.bottom < _GAP * height
    left = abs(lower.box.x0 - upper.box.x0)
    middle = abs(lower.box.x0 + lower.box.x1 - upper.box.x0 - upper.box.x1) / 2
    return near and min(left, middle) < _ASIDE * height


def _alike(one: BurnedInLine, other: BurnedInLine) -> bool:
    smaller, larger = sorted((one.box.height, other.box.height))
    return larger <= _SIZES * smaller


def joined(first: BurnedInLine, second: BurnedInLine, between: str = "") -> BurnedInLine:
    """Both as one line."""
    return BurnedInLine(
        f"{first.text.rstrip(' ,')}{between} {second.text}",
        first.box.union(second.box),
        min(first.score, second.score),
        min(first.pixels, second.pixels),
    )
