"""The first page: title, author block, abstract, keywords."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from faimi_check.model.paper import LineRef
from faimi_check.reading.flow import FlowLine, refs_of
from faimi_check.reading.titles import is_first_section, opens_abstract, opens_keywords
from faimi_check.reading.typography import Typography

_FRONT_PAGES = 2
_MAX_TITLE_LINES = 6


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
    bounds = [i for i in (abstract, section, keywords) if i is not None]
    head = min(bounds) if bounds else _first_paragraph(opening, style)
    title = _title(opening[:head], style)
    block = [line for i, line in enumerate(opening[:head]) if i >= title.stop]
    return Front(
        refs_of(opening[title.start : title.stop]),
        refs_of(block),
        refs_of(_passage(opening, abstract, (keywords, section))),
        refs_of(_passage(opening, keywords, (abstract, section))),
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


def _title(head: Sequence[FlowLine], style: Typography) -> range:
    """The lines of the largest size before the abstract, if larger than the body or bold."""
    worded = [line.line.size for line in head if sum(c.isalpha() for c in line.line.text) >= 4 and line.ref.page == 1]
    if not worded:
        return range(0)
    largest = max(worded)
    if largest < style.size + 0.8 and not any(line.line.bold for line in head[:3]):
        return range(0)
    start = next(i for i, line in enumerate(head) if line.line.size >= largest - 0.6 and len(line.line.text) >= 4)
    end = start
    while end < len(head) and end - start < _MAX_TITLE_LINES and abs(head[end].line.size - largest) < 0.9:
        end += 1
    return range(start, end)


def _passage(opening: Sequence[FlowLine], start: int | None, stops: tuple[int | None, ...]) -> Sequence[FlowLine]:
    """From its label to what comes next, or to a wide gap after the first paragraph."""
    if start is None:
        return ()
    after = [stop for stop in stops if stop is not None and stop > start]
    stop = min(after) if after else len(opening)
    end = start + 1
    while end < stop:
        line = opening[end]
        wide = line.step is not None and line.step > 1.9 * line.line.size
        if wide and end > start + 1:
            break
        end += 1
    return opening[start:end]
