"""The first page: title, author block, abstract, keywords."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from faimi_check.model.parts import LineRef
from faimi_check.reading.page.layout.titles import is_first_section, opens_abstract, opens_keywords
from faimi_check.reading.page.layout.typography import Typography
from faimi_check.reading.parts.flow import FlowLine, refs_of
from faimi_check.reading.parts.title import find_title

_FRONT_PAGES = 2
_PROSE_WIDTH = 0.7
_LABEL_LENGTH = 25
_WIDE_STEP = 1.9
_WIDER = 1.3
_SAME_SIZE = 0.3
_INDENT = 8.0
# Of an abstract without a label.
_FEWEST_WORDS = 12
_SMALL_WORDS = 0.6


class Front(NamedTuple):
    """Parts of the front matter as lines; empty where there is none. `end` is the flow index after it."""

    title: tuple[LineRef, ...]
    author_block: tuple[LineRef, ...]
    abstract: tuple[LineRef, ...]
    keywords: tuple[LineRef, ...]


def find_front(flow: Sequence[FlowLine], style: Typography) -> Front:
    """Finds the front matter on the first pages."""
    opening = [line for line in flow if line.ref.page <= _FRONT_PAGES]
    abstract = next((i for i, line in enumerate(opening) if opens_abstract(line.line.text)), None)
    keywords = next((i for i, line in enumerate(opening) if opens_keywords(line.line.text)), None)
    section = next((i for i, line in enumerate(opening) if _is_first_section(line, style)), None)
    if section is None and keywords is not None:
        # Where no heading ends them, the text does.
        section = keywords + _first_paragraph(opening[keywords:], style)
    bounds = [i for i in (abstract, section, keywords) if i is not None]
    head = min(bounds) if bounds else _first_paragraph(opening, style)
    title = find_title(opening[:head], style)
    unlabelled = range(0)
    if abstract is None:
        unlabelled = _unlabelled_abstract(opening, title.stop, head, style)
        head = unlabelled.start if unlabelled else _first_prose(opening, title.stop, head, style)
    block = [line for i, line in enumerate(opening) if i >= title.stop and _stands_between(i, opening, head, title)]
    return Front(
        refs_of(opening[title.start : title.stop]),
        refs_of(block),
        refs_of([opening[i] for i in unlabelled] or _passage(opening, abstract, (keywords, section))),
        refs_of(_passage(opening, keywords, (abstract, section))),
    )


def _stands_between(index: int, opening: Sequence[FlowLine], head: int, title: range) -> bool:
    """Before the abstract in reading order, or above it in the other column, where a second author block stands."""
    if index < head:
        return True
    if head >= len(opening) or not title:
        return False
    place, end, start = opening[index], opening[head], opening[title.stop - 1]
    return (
        place.ref.page == end.ref.page == start.ref.page
        and place.line.column != end.line.column
        and start.line.baseline < place.line.baseline < end.line.baseline - end.line.size
    )


def _is_first_section(line: FlowLine, style: Typography) -> bool:
    styled = line.line.bold or line.line.size > style.size + 0.4 or line.line.text.isupper()
    return styled and len(line.line.text) < 80 and is_first_section(line.line.text)


def _first_paragraph(opening: Sequence[FlowLine], style: Typography) -> int:
    """Where running text begins: the first of three lines of body size as wide as the text block."""
    width = 0.85 * (style.right - style.left)
    run = 0
    for index, line in enumerate(opening):
        full = abs(line.line.size - style.size) < 0.3 and line.line.box.width >= width
        run = run + 1 if full else 0
        if run == 3:
            return index - 2
    return len(opening)


def _first_prose(opening: Sequence[FlowLine], start: int, end: int, style: Typography) -> int:
    """Where sentences begin before `end`: an abstract without its label. Lists of names have capitals."""
    width = _PROSE_WIDTH * (style.right - style.left)
    run = 0
    for index in range(start, end):
        line = opening[index].line
        words = [word for word in line.text.split() if word[0].isalpha()]
        plain = 2 * sum(word[0].islower() for word in words) > len(words)
        run = run + 1 if plain and line.box.width >= width else 0
        if run == 3:
            return index - 2
    return end


def _unlabelled_abstract(opening: Sequence[FlowLine], start: int, end: int, style: Typography) -> range:
    """The first paragraph after the title that is set apart from the body, smaller or indented, and reads as prose."""
    at = start
    while at < end:
        stop = at + 1
        while stop < end and _goes_on(opening, stop):
            stop += 1
        if _is_set_apart(opening[at:stop], style) and _is_prose(opening[at:stop]):
            return range(at, stop)
        at = stop
    return range(0)


def _goes_on(opening: Sequence[FlowLine], at: int) -> bool:
    """Whether a line goes on with the paragraph before it: in the same type, and no further down than others."""
    place, before = opening[at], opening[at - 1]
    if place.step is None or place.step >= _WIDE_STEP * place.line.size:
        return False
    around = [one.step for one in (before, *opening[at + 1 : at + 2]) if one.step is not None]
    if around and place.step > _WIDER * min(around):
        return False
    return abs(place.line.size - before.line.size) < _SAME_SIZE and place.line.bold == before.line.bold


def _is_set_apart(lines: Sequence[FlowLine], style: Typography) -> bool:
    if lines[0].line.size < style.size - 0.4:
        return True
    left, right = min(one.line.box.x0 for one in lines), max(one.line.box.x1 for one in lines)
    return left > style.left + _INDENT and abs(style.right - right) > _INDENT


def _is_prose(lines: Sequence[FlowLine]) -> bool:
    """Sentences of small words; names, institutions and their addresses have capitals."""
    text = " ".join(one.line.text for one in lines)
    words = [word for word in text.split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    return len(words) >= _FEWEST_WORDS and small > _SMALL_WORDS * len(words) and "@" not in text and text[-1] in ".?!"


def _passage(opening: Sequence[FlowLine], start: int | None, stops: tuple[int | None, ...]) -> Sequence[FlowLine]:
    """From its label to what comes next, or to a wide gap after the first paragraph."""
    if start is None:
        return ()
    after = [stop for stop in stops if stop is not None and stop > start]
    stop = min(after) if after else len(opening)
    # A label on a line of its own may stand apart from its text.
    first = start if len(opening[start].line.text) > _LABEL_LENGTH else start + 1
    end = first + 1
    while end < stop and not _breaks(opening[end], opening[first].line.size):
        end += 1
    return opening[start : min(end, stop)]


def _breaks(line: FlowLine, size: float) -> bool:
    wide = line.step is not None and line.step > _WIDE_STEP * line.line.size
    return wide or (abs(line.line.size - size) > 0.6 and len(line.line.text) > _LABEL_LENGTH)
