"""The parts of a paper, and what each of its pages holds."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from faimi_check.model.page import Page, PageKind, Region
from faimi_check.model.paper import Font
from faimi_check.model.parts import LineRef, Parts, ReferenceList
from faimi_check.reading.page.layout.typography import typography_of
from faimi_check.reading.parts.flow import flow_of
from faimi_check.reading.parts.front import find_front
from faimi_check.reading.parts.headings import find_headings
from faimi_check.reading.parts.page_kinds import with_kinds
from faimi_check.reading.parts.references import find_references


def divide(pages: tuple[Page, ...], fonts: tuple[Font, ...]) -> tuple[tuple[Page, ...], Parts]:
    """Finds title, author block, abstract, keywords, headings and reference lists; fills Page.kind."""
    style = typography_of(pages)
    flow = flow_of(pages)
    front = find_front(flow, style)
    lists, listed, strays = find_references(flow, style)
    skip = listed.union(front.title, front.author_block, front.keywords)
    headings, whole = find_headings(flow, pages, fonts, style, skip)
    titles = {one.heading for one in lists if one.heading is not None}
    regions = dict.fromkeys(whole | titles, Region.HEADING) | dict.fromkeys(strays, Region.FIGURE_TEXT)
    divided = tuple(_with_regions(page, regions) for page in pages)
    divided = with_kinds(divided, listed)
    content = [page.number for page in divided if page.kind in (PageKind.CONTENT, PageKind.MIXED)]
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
