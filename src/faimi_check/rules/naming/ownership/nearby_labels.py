"""What stands round a label of a figure or table: the line above it, labels of places on its row or in its column."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter

from faimi_check.model.page import Line, Region
from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.text.sentences import Sentence

# "Site A", "Cohort 3": beside such labels of an axis or column, "(ours)" stands behind a place.
_PLACED = late(
    r"(?<![^\W\d_])(?i:cohort|site|hospital|cent(?:re|er)|clinic|country|region|city|town|institution|ward|practice)s?"
    r" ?(?:\d{1,2}|[A-Z]|[IVX]{1,3})(?![a-z])"
)
# Points.
_SAME, _COLUMN = 2.0, 60.0
# How far a line of a label stands below the one before, in sizes, and how many words it has.
_LEADING, _LONGEST_LABEL = 1.6, 5
# A page's figures have a few dozen of them; with more, each would be compared with all others.
_MOST_LABELS = 100


def label_above(sentence: Sentence) -> str:
    """The line of the same label right above one of a figure."""
    passage = sentence.passage
    at = passage.lines_of(sentence.start, sentence.end).start
    own = passage.lines[at]
    labels = _short_labels(passage).get((passage.refs[at].page, own.region), [])
    first = bisect_right(labels, own.baseline - _LEADING * own.size, key=_baseline)
    last = bisect_left(labels, own.baseline, key=_baseline)
    for _, line in sorted(labels[first : min(last, first + _MOST_LABELS)], key=itemgetter(0)):
        middle = abs(line.box.x0 + line.box.x1 - own.box.x0 - own.box.x1) / 2
        if middle < own.size or abs(line.box.x0 - own.box.x0) < _SAME:
            return line.text.strip()
    return ""


@once_a_paper
def _short_labels(passage: Passage) -> dict[tuple[int, Region], list[tuple[int, Line]]]:
    """The lines that may be labels, of each page and region, from top to bottom with their places in the passage."""
    found: dict[tuple[int, Region], list[tuple[int, Line]]] = {}
    for at, (ref, line) in enumerate(zip(passage.refs, passage.lines, strict=True)):
        if len(line.text.split()) <= _LONGEST_LABEL:
            found.setdefault((ref.page, line.region), []).append((at, line))
    return {where: sorted(labels, key=_baseline) for where, labels in found.items()}


def _baseline(label: tuple[int, Line]) -> float:
    return label[1].baseline


def is_among_places(sentence: Sentence) -> bool:
    """Whether labels of places stand on a label's row or in its column: "Site 1", "Site 2", "Lysvik (ours)"."""
    passage = sentence.passage
    at = passage.lines_of(sentence.start, sentence.end).start
    own = passage.lines[at]
    for line in _placed(passage).get((passage.refs[at].page, own.region), ()):
        apart = abs(line.baseline - own.baseline)
        if apart < _SAME or (apart < _COLUMN and abs(line.box.x0 - own.box.x0) < _SAME):
            return True
    return False


@once_a_paper
def _placed(passage: Passage) -> dict[tuple[int, Region], list[Line]]:
    """The first labels of places of each page and region."""
    found: dict[tuple[int, Region], list[Line]] = {}
    for ref, line in zip(passage.refs, passage.lines, strict=True):
        labels = found.setdefault((ref.page, line.region), [])
        if len(labels) < _MOST_LABELS and _PLACED.search(line.text):
            labels.append(line)
    return found
