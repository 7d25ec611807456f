"""The layout of a paper in figures: page size, columns, text block, body size, leading, typeface."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from faimi_check.model.page import Page, Region
from faimi_check.model.paper import Font, Layout
from faimi_check.model.parts import LineRef, Parts
from faimi_check.reading.page.layout.text_block import LONG_LINE, find_text_block
from faimi_check.reading.page.layout.typography import leading_of, typography_of


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
    columns = _columns(pages)
    title = [pages[ref.page - 1].lines[ref.line] for ref in parts.title]
    block = find_text_block(body, pages, title, style, columns)
    return Layout(
        page_size=page_size,
        columns=columns,
        text_block=block.edges if block else None,
        line_width=block.line_width if block else None,
        filled=block is not None and block.filled,
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
        prose = [line for line in page.lines if line.region is Region.BODY and len(line.text) > LONG_LINE]
        votes[2 if any(line.column for line in prose) else 1] += len(prose)
    return 2 if votes[2] > votes[1] else 1
