"""The layout of a paper in figures: page size, columns, text block, body size, leading, typeface."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from faimi_check.model.page import Page, Region
from faimi_check.model.paper import Font, Layout, Parts
from faimi_check.reading.typography import leading_of, typography_of

_FLOWING = frozenset({Region.BODY, Region.HEADING, Region.CAPTION, Region.FOOTNOTE})


def measure(pages: tuple[Page, ...], parts: Parts, fonts: tuple[Font, ...]) -> Layout:
    """Measures the body text of all pages; the commonest value counts, not the mean."""
    sizes = Counter((page.width, page.height) for page in pages if page.width > 0)
    style = typography_of(pages)
    if not sizes or not style.size:
        return Layout(page_size=sizes.most_common(1)[0][0] if sizes else None)
    return Layout(
        page_size=sizes.most_common(1)[0][0],
        columns=_columns(pages),
        text_block=_text_block(pages, style.size),
        body_size=style.size,
        leading=leading_of(pages, style.size),
        body_font=fonts[style.font].name if style.font < len(fonts) else None,
    )


def _columns(pages: Sequence[Page]) -> int:
    votes = Counter(2 if any(line.column for line in page.lines) else 1 for page in pages if page.lines)
    return 2 if votes[2] >= votes[1] else 1


def _text_block(pages: Sequence[Page], size: float) -> tuple[float, float, float, float] | None:
    """The box that body lines fill: edges that many lines share, top and bottom of the fullest pages."""
    lefts, rights = Counter[int](), Counter[int]()
    tops: list[float] = []
    bottoms: list[float] = []
    for page in pages:
        flowing = [line for line in page.lines if line.region in _FLOWING]
        for line in flowing:
            if line.region is Region.BODY and abs(line.size - size) < 0.25 and len(line.text) > 20:
                lefts[round(line.box.x0)] += 1
                rights[round(line.box.x1)] += 1
        if flowing:
            tops.append(min(line.box.top for line in flowing))
            bottoms.append(max(line.baseline for line in flowing))
    if not lefts:
        return None
    threshold = 0.05 * sum(lefts.values())
    left = min(x for x, count in lefts.items() if count >= threshold or count == max(lefts.values()))
    right = max(x for x, count in rights.items() if count >= threshold or count == max(rights.values()))
    return (float(left), round(min(tops), 1), float(right), round(max(bottoms), 1))
