"""Running heads, footers, page numbers and stamps: what stands on a page but belongs to none of its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from faimi_check.model.page import Line, Page, Region
from faimi_check.reading.page.layout.edges import Row, at_one_height, outer_rows, signature_of
from faimi_check.reading.page.layout.page_numbers import is_bare_number, is_numbered, page_number_offset
from faimi_check.reading.page.layout.titles import caption_mark
from faimi_check.reading.page.layout.turned_heads import turned_heads
from faimi_check.reading.page.layout.typography import body_size, prose

_FOOT_SHARE = 0.16
_SMALLER = 0.4
_MIN_PAGES = 4
# A foot of 12 pt under the text block, in LNCS, is the nearest.
_CLEAR = 0.9
_SAME_PLACE = 3.0
_REPEATED_SHARE = 0.2
_NUMBERED_SHARE = 0.5
_SHARED_WORDS = 4
# The number of a paper in a review kit, as a row's signature has it: "#4321" or "#****" on either side.
_PAPER_ID = re.compile(r"#(?:#|\*{2,8})(?:\s|$)")
_MAX_COMPARED = 100
_STAMP = re.compile(r"^(arXiv:\s?\S|\S{0,12}rxiv\b)", re.IGNORECASE)
_PUBLISHER = re.compile(
    r"^(©|\(c\) |c[-⃝○ ]{1,3}(?=springer|the author|elsevier|ieee|20\d\d)|copyright\b"
    r"|https?://doi\.org/|doi:? ?10\.|preprint submitted to"
    r"|\S.{0,80}\(eds?\.\).{0,60}(LNCS|LNAI|CCIS|pp\.))",
    re.IGNORECASE,
)
_PROCEEDINGS = re.compile(r"\b(LNCS|LNAI|LNBI|CCIS|IFIP)\b.{0,20}\d+.{0,12}\bpp\b|\b(19|20)\d\d\.$", re.IGNORECASE)


def mark_furniture(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Gives running heads, footers, page numbers and stamps their regions, by comparing the pages."""
    body = body_size(prose(pages))
    heads = [outer_rows(page, from_top=True) for page in pages]
    feet = [outer_rows(page, from_top=False) for page in pages]
    marked: dict[int, dict[int, Region]] = {}
    for edge, region in ((heads, Region.RUNNING_HEAD), (feet, Region.FOOTER)):
        shallow = [_shallow(rows) for rows in edge]
        # At the foot footnotes stand like that.
        at_top = at_one_height(shallow, body) if region is Region.RUNNING_HEAD else []
        for row in (*_furniture_rows(shallow, body), *_deep_rows(edge, body), *_deep_numbers(edge), *at_top):
            for index in row.indexes:
                marked.setdefault(row.page, {})[index] = region
    offsets = [offset for edge in (heads, feet) if (offset := page_number_offset(edge)) is not None]
    # The place in the file counts from 0 there, and a page's number from 1.
    turned = [turned_heads(page, pages[0], offsets[0] - 1 if offsets else 0) for page in pages]
    return tuple(_remark(page, marked.get(place, {}) | turned[place]) for place, page in enumerate(pages))


def _remark(page: Page, regions: dict[int, Region]) -> Page:
    lines = list(page.lines)
    for index, region in regions.items():
        line = lines[index]
        bare = is_bare_number(line.text)
        lines[index] = msgspec.structs.replace(line, region=Region.PAGE_NUMBER if bare else region)
    changed = bool(regions)
    for index, line in enumerate(lines):
        own = _apart_from_pages(line, page)
        if own is not None:
            lines[index] = msgspec.structs.replace(line, region=own)
            changed = True
    return msgspec.structs.replace(page, lines=tuple(lines)) if changed else page


def _apart_from_pages(line: Line, page: Page) -> Region | None:
    """What one page tells by itself: the stamp of a preprint server, a publisher's line at the foot of page 1."""
    if line.region is Region.ROTATED and _STAMP.match(line.text):
        return Region.STAMP
    at_foot = page.number == 1 and line.region is Region.BODY and line.box.top > (1 - _FOOT_SHARE) * page.height
    if at_foot and (_PUBLISHER.match(line.text) or _PROCEEDINGS.search(line.text[:300])):
        return Region.FOOTER
    return None


def _furniture_rows(edge: Sequence[list[Row]], body: float) -> list[Row]:
    """The rows of one edge that are furniture, on each page from the outside inwards."""
    signatures = Counter(signature_of(row) for rows in edge for row in rows)
    repeated = [_leading(rows, lambda row: _repeats(row, signatures, edge)) for rows in edge]
    found = [row for taken in repeated for row in taken]
    offset = page_number_offset(edge)
    for rows, taken in zip(edge, repeated, strict=True):
        if not taken and rows and is_numbered(rows[0], offset, body):
            found.append(rows[0])
    behind = [rows[len(taken) :] if taken else [] for rows, taken in zip(edge, repeated, strict=True)]
    found += _behind_banner(behind, found, body)
    found += _sharing_words(edge, {id(row) for row in found}, body)
    places = [row.baseline for row in found]
    known = {id(row) for row in found}
    for rows in edge:
        # A head without a number, or on a single page, stands where the others stand.
        if rows and id(rows[0]) not in known and _stands_like(rows[0], places, body):
            found.append(rows[0])
    return found + _outside_text(edge, {id(row) for row in found}, body)


def _behind_banner(edge: Sequence[list[Row]], found: Sequence[Row], body: float) -> list[Row]:
    """Heads with page numbers behind what a server or a system prints on every page: apart, and in one place.

    Those that repeat were `found` already, and the others of their place are told by them.
    """
    numbers = [rows[:1] for rows in edge]
    offset = page_number_offset([*numbers, *([row] for row in found)])
    rows = [row for row, *_ in filter(None, numbers) if row.apart and is_numbered(row, offset, body)]
    places = Counter(round(row.baseline) for row in (*rows, *found) if is_numbered(row, offset, body))
    place, count = max(places.items(), key=lambda one: one[1], default=(0, 0))
    return [row for row in rows if abs(row.baseline - place) <= _SAME_PLACE / 2] if count > 1 else []


def _outside_text(edge: Sequence[list[Row]], known: set[int], body: float) -> list[Row]:
    """Outermost rows below (at the head: above) where the text of every other page ends: a foot of one page only."""
    if len(edge) < _MIN_PAGES:
        return []
    inner = [row for rows in edge for row in rows if id(row) not in known][:_MAX_COMPARED]
    return [
        row
        for rows in edge
        for row in rows[:1]
        if id(row) not in known
        and row.apart
        and row.size < body - _SMALLER
        and caption_mark(row.text) is None
        and all(row.depth < other.depth - _CLEAR * body for other in inner if other.page != row.page)
    ]


def _shallow(rows: list[Row]) -> list[Row]:
    return [row for row in rows if not row.deep]


def _deep_rows(edge: Sequence[list[Row]], body: float) -> list[Row]:
    """Outermost rows further inwards than furniture mostly is: small, set apart and repeated."""
    small = [
        [
            row
            for row in rows
            if row.deep and row.apart and row.size < body - _SMALLER and caption_mark(row.text) is None
        ]
        for rows in edge
    ]
    signatures = Counter(signature_of(row) for rows in small for row in rows)
    return [row for rows in small for row in rows if _repeats(row, signatures, small)]


def _deep_numbers(edge: Sequence[list[Row]]) -> list[Row]:
    """Page numbers further inwards than furniture mostly is, in the body's size: with `plain` pages LNCS puts them at
    17.6 % of an A4 page. They count up in one place of most pages.
    """
    bare = [rows[0] for rows in edge if rows and rows[0].deep and rows[0].apart and is_bare_number(rows[0].text)]
    offset = page_number_offset([[row] for row in bare])
    numbers = [row for row in bare if is_numbered(row, offset, row.size)]
    places = Counter(round(row.baseline) for row in numbers)
    place, count = max(places.items(), key=lambda one: one[1], default=(0, 0))
    if count < max(2, _NUMBERED_SHARE * len(edge)):
        return []
    return [row for row in numbers if abs(row.baseline - place) <= _SAME_PLACE / 2]


def _sharing_words(edge: Sequence[list[Row]], known: set[int], body: float) -> list[Row]:
    """Outermost rows that stand apart, in the same place as another that has half their words: a changing head."""
    outer = [rows[0] for rows in edge if rows and rows[0].apart and rows[0].size <= body + 0.5][:_MAX_COMPARED]
    words = {row.page: frozenset(signature_of(row).split()) for row in outer}
    return [
        row
        for row in outer
        if id(row) not in known
        and any(
            other.page != row.page
            and abs(other.baseline - row.baseline) < _SAME_PLACE / 2
            and len(words[row.page] & words[other.page])
            >= max(_SHARED_WORDS, 0.5 * min(len(words[row.page]), len(words[other.page])))
            for other in outer
        )
    ]


def _stands_like(row: Row, places: Sequence[float], body: float) -> bool:
    return row.apart and row.size <= body + 0.5 and any(abs(row.baseline - place) < 1.5 for place in places)


def _leading(rows: list[Row], test: Callable[[Row], bool]) -> list[Row]:
    taken: list[Row] = []
    for row in rows:
        if not test(row):
            break
        taken.append(row)
    return taken


def _repeats(row: Row, signatures: Counter[str], edge: Sequence[list[Row]]) -> bool:
    signature = signature_of(row)
    if signatures[signature] < max(2, _REPEATED_SHARE * len(edge)):
        return False
    if len(re.sub(r"\W", "", signature)) < 3 and not _PAPER_ID.match(signature):
        return False
    return any(
        other.page != row.page and signature_of(other) == signature and abs(other.baseline - row.baseline) < _SAME_PLACE
        for rows in edge
        for other in rows
    )
