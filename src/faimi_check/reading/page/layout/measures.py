"""The layout of a paper in figures: page size, columns, text block, body size, leading, typeface."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from faimi_check.model.page import Line, Page, Region
from faimi_check.model.paper import Font, Layout
from faimi_check.model.parts import LineRef, Parts
from faimi_check.reading.page.layout.typography import Typography, leading_of, typography_of

_LONG_LINE = 20
_OPENING = frozenset({Region.BODY, Region.HEADING})
_SAME_SIZE = 0.25
# Widths of justified lines spread over about 1 pt by the side bearings of their last letters.
_WIDTH_SPREAD = 1.5
_COMMON_SHARE = 0.1


def measure(pages: tuple[Page, ...], parts: Parts, fonts: tuple[Font, ...]) -> Layout:
    """Measures the running text outside front matter and references; the commonest value counts, not the mean."""
    sizes = Counter((page.width, page.height) for page in pages if page.width > 0)
    page_size = sizes.most_common(1)[0][0] if sizes else None
    body = _body(pages, parts)
    style = typography_of(body)
    if not style.size:
        body, style = pages, typography_of(pages)
    if not style.size:
        return Layout(page_size=page_size)
    return Layout(
        page_size=page_size,
        columns=_columns(pages),
        text_block=_text_block(body, pages, style),
        body_size=style.size,
        leading=leading_of(body, style.size),
        body_font=fonts[style.font].name if style.font < len(fonts) else None,
    )


def _body(pages: Sequence[Page], parts: Parts) -> tuple[Page, ...]:
    """The pages with nothing left but running text: no front matter, no references, no floats."""
    front = {*parts.title, *parts.author_block, *parts.abstract, *parts.keywords}
    listed = [(one.heading or one.first, one.last) for one in parts.references]
    bodies: list[Page] = []
    for page in pages:
        lines = [
            line
            for index, line in enumerate(page.lines)
            if line.region is Region.BODY and not _is_apart(LineRef(page.number, index), front, listed)
        ]
        bodies.append(msgspec.structs.replace(page, lines=tuple(lines)))
    return tuple(bodies)


def _is_apart(at: LineRef, front: set[LineRef], listed: Sequence[tuple[LineRef, LineRef]]) -> bool:
    return at in front or any(first <= at <= last for first, last in listed)


def _columns(pages: Sequence[Page]) -> int:
    """The commoner number of columns, pages weighted by their lines of text."""
    votes: Counter[int] = Counter()
    for page in pages:
        prose = [line for line in page.lines if line.region is Region.BODY and len(line.text) > _LONG_LINE]
        votes[2 if any(line.column for line in prose) else 1] += len(prose)
    return 2 if votes[2] > votes[1] else 1


def _text_block(
    bodies: Sequence[Page], pages: Sequence[Page], style: Typography
) -> tuple[float, float, float, float] | None:
    """Left and right edge as most lines have them; first baseline less one em; last baseline of the fullest pages."""
    lefts: Counter[float] = Counter()
    rights: list[float] = []
    lasts: list[float] = []
    for page in bodies:
        lines = [line for line in page.lines if _is_body(line, style)]
        if not lines:
            continue
        starts = Counter(round(page.runs[line.runs[0]].x, 1) for line in lines if line.column == 0)
        left = starts.most_common(1)[0][0] if starts else min(line.box.x0 for line in lines)
        lefts[left] += len(lines)
        last_column = max(line.column for line in lines)
        rights += [line.box.x1 - left for line in lines if line.column == last_column]
        lasts.append(max(line.baseline for line in lines))
    if not lefts:
        return None
    left = lefts.most_common(1)[0][0]
    first = _first_baseline(pages)
    if first is None:
        return None
    top = first - style.size
    return (left, round(top, 1), round(left + _common_width(rights), 1), round(max(lasts), 1))


def _is_body(line: Line, style: Typography) -> bool:
    return abs(line.size - style.size) < _SAME_SIZE and len(line.text) > _LONG_LINE


def _first_baseline(pages: Sequence[Page]) -> float | None:
    """Where pages begin that begin with text: the topmost place that two pages share, else the topmost.

    None where no line of text stands outside floats.
    """
    firsts = sorted(
        min(line.baseline for line in lines)
        for page in pages
        if (lines := [line for line in page.lines if line.region in _OPENING and len(line.text) > _LONG_LINE])
    )
    shared = [first for first, following in pairwise(firsts) if following - first < 1.0]
    return min(shared, default=firsts[0] if firsts else None)


def _common_width(widths: Iterable[float]) -> float:
    """The width of full lines: the widest that a tenth of all lines share; else the greatest."""
    ordered = sorted(widths)
    best, count = ordered[-1], 0
    low = 0
    for high, width in enumerate(ordered):
        while width - ordered[low] > _WIDTH_SPREAD:
            low += 1
        here = high - low + 1
        if here >= count and here >= _COMMON_SHARE * len(ordered):
            best, count = ordered[(low + high) // 2], here
    return best
