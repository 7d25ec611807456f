"""The parts of a paper, and what each of its pages holds."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from faimi_check.model.page import Page, PageKind, Region
from faimi_check.model.paper import Font, LineRef, Parts, ReferenceList
from faimi_check.reading.page.layout.typography import OUTSIDE, typography_of
from faimi_check.reading.parts.flow import FLOWING, flow_of
from faimi_check.reading.parts.front import find_front
from faimi_check.reading.parts.headings import find_headings, stands_out
from faimi_check.reading.parts.references import find_references

# Sideways text of this many characters is a table or figure set sideways, less is a label or watermark.
_SIDEWAYS = 60


def divide(pages: tuple[Page, ...], fonts: tuple[Font, ...]) -> tuple[tuple[Page, ...], Parts]:
    """Finds title, author block, abstract, keywords, headings and reference lists; fills Page.kind."""
    style = typography_of(pages)
    flow = flow_of(pages)
    front = find_front(flow, style)
    lists, listed, strays = find_references(flow, style)
    skip = listed.union(front.title, front.author_block, front.keywords)
    headings = find_headings(flow, pages, fonts, style, skip)
    whole = {one.at for one in headings if stands_out(pages[one.at.page - 1].lines[one.at.line], style)}
    titles = {one.heading for one in lists if one.heading is not None}
    regions = dict.fromkeys(whole | titles, Region.HEADING) | dict.fromkeys(strays, Region.FIGURE_TEXT)
    divided = tuple(_with_regions(page, regions) for page in pages)
    holds = [(_has_content(page, listed), any(at[0] == page.number for at in listed)) for page in divided]
    divided = tuple(msgspec.structs.replace(page, kind=_KINDS[both]) for page, both in zip(divided, holds, strict=True))
    content = [page.number for page, (has_content, _) in zip(divided, holds, strict=True) if has_content]
    return divided, Parts(
        title=front.title,
        author_block=front.author_block,
        abstract=front.abstract,
        keywords=front.keywords,
        headings=headings,
        references=lists,
        last_content=content[-1] if content else None,
        references_start=_start(lists[0]) if lists else None,
        references_end=lists[0].last.page if lists else None,
    )


_KINDS = {
    (True, True): PageKind.MIXED,
    (True, False): PageKind.CONTENT,
    (False, True): PageKind.REFERENCES,
    (False, False): PageKind.BLANK,
}


def _start(one: ReferenceList) -> int:
    return one.heading.page if one.heading is not None else one.first.page


def _with_regions(page: Page, regions: Mapping[LineRef, Region]) -> Page:
    mine = [at for at in regions if at.page == page.number]
    if not mine:
        return page
    lines = list(page.lines)
    for at in mine:
        lines[at.line] = msgspec.structs.replace(lines[at.line], region=regions[at])
    return msgspec.structs.replace(page, lines=tuple(lines))


def _has_content(page: Page, listed: frozenset[LineRef]) -> bool:
    """Whether anything but references stands on the page.

    A footnote stands below the text it belongs to, so on a page with references only it belongs to them.
    """
    if page.illegible or page.figures:
        return True
    if _sideways(page) >= _SIDEWAYS:
        return True
    return any(
        line.region not in OUTSIDE
        and line.region not in (Region.ROTATED, Region.FOOTNOTE)
        and LineRef(page.number, index) not in listed
        and any(c.isalnum() for c in line.text)
        for index, line in enumerate(page.lines)
    )


def _sideways(page: Page) -> int:
    """Characters of sideways text, without the stamps in the margins beside upright lines."""
    upright = [line.box for line in page.lines if line.region in FLOWING]
    left = min((box.x0 for box in upright), default=0.0)
    right = max((box.x1 for box in upright), default=page.width)
    return sum(
        len(line.text)
        for line in page.lines
        if line.region is Region.ROTATED and line.box.x1 > left and line.box.x0 < right
    )
