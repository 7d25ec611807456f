"""What each line of the body is: caption, footnote, text inside a figure or table."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from faimi_check.model.page import Box, Figure, Line, Page, Region
from faimi_check.reading.page.layout.figures import Stationery, find_drawn
from faimi_check.reading.page.layout.footnotes import mark_footnotes, outside
from faimi_check.reading.page.layout.lettering import mark_lettering
from faimi_check.reading.page.layout.text_marks import is_highlight, without_frames, without_underlines
from faimi_check.reading.page.layout.titles import caption_mark, opens_abstract, opens_keywords, opens_listing
from faimi_check.reading.page.layout.typography import Typography

# Labels of axes stand up to this far (points) from the frame; growth runs along rows of labels.
_REACH = 10.0
_GROWTH = 3
_MAX_LABELS = 2_000
_PROSE_LENGTH = 60


def mark_regions(
    page: Page,
    style: Typography,
    stationery: Stationery = frozenset(),
    typewriter: frozenset[int] = frozenset(),
) -> Page:
    """Gives captions, footnotes, figure and table text their regions, and fills Page.figures.

    `typewriter` are the indexes of fonts in which code is set: what rules frame there is a listing, no table.
    """
    lines = list(page.lines)
    _mark_captions(lines, style)
    unmarked = without_frames(without_underlines(page), lines)
    drawn = find_drawn(unmarked, stationery)
    mark_footnotes(lines, outside(unmarked, drawn.figures), style)
    captions = [
        (line.box, line.text) for line in lines if line.region is Region.CAPTION and caption_mark(line.text) is not None
    ]
    framed = [box for box in drawn.tables if not _frames_prose(box, lines) and not _frames_front(box, page)]
    shown = [box for box in drawn.figures if not is_highlight(box, page, lines)]
    listings = [box for box in shown + framed if _is_listing(box, lines, captions, typewriter)]
    tabulated = [box for box in framed if box not in listings]
    figures = _with_labels([box for box in shown if box not in listings], lines, style, tabulated)
    tables = _with_labels(tabulated, lines, style)
    # The numbers of a listing's lines stand in the margin, as those of the paper's lines do.
    numbered = _with_labels(listings, lines, style)
    for boxes, region in ((figures + numbered, Region.FIGURE_TEXT), (tables, Region.TABLE_TEXT)):
        _mark_inside(lines, boxes, region)
    mark_lettering(lines, figures, page, style)
    placed = tuple(Figure(box, _nearest(box, captions)) for box in figures + listings + tables)
    return msgspec.structs.replace(page, lines=tuple(lines), figures=placed)


def _mark_inside(lines: list[Line], boxes: list[Box], region: Region) -> None:
    if not boxes:
        return
    for index, line in enumerate(lines):
        if line.region is not Region.BODY:
            continue
        if any(_is_inside(line.box, box) for box in boxes):
            lines[index] = msgspec.structs.replace(line, region=region)


def _frames_prose(box: Box, lines: list[Line]) -> bool:
    """Rules above and below running text (an abstract between rules) make no table."""
    inside = [line for line in lines if line.region is Region.BODY and _is_inside(line.box, box)]
    prose = sum(
        len(line.text) for line in inside if len(line.text) >= _PROSE_LENGTH and line.box.width > 0.5 * box.width
    )
    return prose > 0.6 * sum(len(line.text) for line in inside)


def _frames_front(box: Box, page: Page) -> bool:
    """Rules round a journal's abstract and keywords on the first page make no table, however short they are."""
    return page.number == 1 and any(
        _is_inside(line.box, box) and (opens_abstract(line.text) or opens_keywords(line.text)) for line in page.lines
    )


def _is_listing(box: Box, lines: list[Line], captions: list[tuple[Box, str]], typewriter: frozenset[int]) -> bool:
    """Code or an algorithm between rules: by its caption, or set in typewriter for the most part."""
    inside = [
        line
        for line in lines
        if box.top < line.baseline < box.bottom and line.region is Region.BODY and _is_inside(line.box, box)
    ]
    if opens_listing(_nearest(box, captions)) or (inside and opens_listing(inside[0].text)):
        return True
    typed = sum(len(line.text) for line in inside if line.font in typewriter)
    return typed > 0.5 * sum(len(line.text) for line in inside)


def _is_inside(place: Box, box: Box) -> bool:
    return box.overlap(place) > 0.6 * max(place.width * place.height, 0.1)


def _with_labels(boxes: list[Box], lines: list[Line], style: Typography, apart: Sequence[Box] = ()) -> list[Box]:
    """Figures grown by the labels at their edges: text in another size than the body's, close by.

    What lies in the tables that stand `apart` is none: a figure right below one would take its last rows.
    """
    if not boxes:
        return boxes
    labels = [line.box for line in lines if line.region in (Region.BODY, Region.ROTATED) and _is_label(line, style)]
    labels = labels[:_MAX_LABELS]
    if apart:
        labels = [label for label in labels if not any(_is_inside(label, box) for box in apart)]
    for _ in range(_GROWTH):
        grown = [_grow(box, labels) for box in boxes]
        if grown == boxes:
            break
        boxes = grown
    return boxes


def _is_label(line: Line, style: Typography) -> bool:
    return line.size < style.size - 1.5 or (line.font != style.font and len(line.text) < 40 and line.size < style.size)


def _grow(box: Box, labels: list[Box]) -> Box:
    reach = box.grown(_REACH)
    for label in labels:
        if reach.overlap(label) > 0:
            box = box.union(label)
    return box


def _mark_captions(lines: list[Line], style: Typography) -> None:
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.region is Region.BODY and _starts_caption(lines, index, style):
            end = _caption_end(lines, index)
            for place in range(index, end):
                lines[place] = msgspec.structs.replace(lines[place], region=Region.CAPTION)
            index = end
        else:
            index += 1


def _starts_caption(lines: list[Line], index: int, style: Typography) -> bool:
    line = lines[index]
    mark = caption_mark(line.text)
    if mark is None:
        return False
    if line.size < style.size - 0.4 or line.bold:
        return True
    if mark not in (".", ":", "|"):
        return False
    before = lines[index - 1] if index else None
    if before is None or before.column != line.column:
        return True
    return not 0 <= line.baseline - before.baseline <= 1.25 * style.leading


def _caption_end(lines: list[Line], start: int) -> int:
    first = lines[start]
    end = start + 1
    while end < len(lines):
        line, before = lines[end], lines[end - 1]
        step = line.baseline - before.baseline
        goes_on = (
            line.region is Region.BODY
            and line.column == first.column
            and -1 < step < 1.55 * first.size
            and abs(line.size - first.size) < 0.6
            and caption_mark(line.text) is None
        )
        if not goes_on:
            break
        end += 1
    return end


def _nearest(box: Box, captions: list[tuple[Box, str]]) -> str:
    best, distance = "", 60.0
    for place, text in captions:
        apart = max(place.top - box.bottom, box.top - place.bottom, 0.0)
        if apart < distance and place.x0 < box.x1 and place.x1 > box.x0:
            best, distance = text, apart
    return best[:300]
