"""Footnotes: small text at a column's foot, below a short rule or begun by a raised mark."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from faimi_check.model.page import Box, Line, Page, Region
from faimi_check.reading.page.layout.titles import is_references_title
from faimi_check.reading.page.layout.typography import Typography

_NOTE_MARK = re.compile(r"^(?:\d{1,2}\s?(?=[^\W\d_])|[*†‡§¶⋆∗✉]{1,3}\s?(?=\S)|[a-z]\s(?=[A-Z]))")
_RULE = 1.6
_NOTES_BELOW = 0.4
_NOTE_LENGTH = 30


def outside(page: Page, figures: list[Box]) -> Page:
    """The page with no drawings but the short level rules outside its figures: an axis is no rule above footnotes."""
    rules = [one for one in page.drawings if _is_short_rule(one.box)]
    kept = tuple(one for one in rules if not any(_holds(figure, one.box) for figure in figures))
    return msgspec.structs.replace(page, drawings=kept)


def _is_short_rule(box: Box) -> bool:
    x0, top, x1, bottom = box
    return bottom - top <= _RULE and 30 < x1 - x0 < 190


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x0 <= inner.x0
        and inner.x1 <= outer.x1
        and outer.top <= inner.top + 1
        and inner.bottom <= outer.bottom + 1
    )


def mark_footnotes(lines: list[Line], page: Page, style: Typography) -> None:
    """Gives footnotes their region in `lines`, column by column."""
    for column in (0, 1):
        start = _footnotes_start(lines, page, style, column)
        if start is None:
            continue
        for index, line in enumerate(lines):
            if line.region is Region.BODY and line.column == column and line.box.top >= start - 1:
                lines[index] = msgspec.structs.replace(line, region=Region.FOOTNOTE)


def _footnotes_start(lines: list[Line], page: Page, style: Typography, column: int) -> float | None:
    """Where the footnotes begin: a short rule at the column's left edge with small text below it."""
    body = [line for line in lines if line.region is Region.BODY and line.column == column]
    if not body:
        return None
    left = min(line.box.x0 for line in body)
    for drawing in page.drawings:
        box = drawing.box
        if not _is_short_rule(box) or box.top < _NOTES_BELOW * page.height:
            continue
        below = [line for line in body if line.box.top >= box.top - 2]
        if abs(box.x0 - left) < 25 and below and _are_notes(below, page, style):
            return box.top
    return _notes_without_rule(body, page, style)


def _notes_without_rule(body: list[Line], page: Page, style: Typography) -> float | None:
    """Small lines at the column's foot, set apart, that begin with a raised mark or say who the authors are."""
    for before, line in pairwise(body):
        apart = line.baseline - before.baseline > 1.5 * line.size
        small = line.size < style.size - 0.4
        if not (apart and small and line.baseline > _NOTES_BELOW * page.height):
            continue
        if _is_raised(line, page) or _is_first_note(line, before, page, style):
            below = [other for other in body if other.baseline >= line.baseline]
            if all(other.size < line.size + 0.3 for other in below):
                return line.box.top
    return None


def _is_first_note(line: Line, before: Line, page: Page, style: Typography) -> bool:
    """Whether a line may begin the unmarked note on the authors that journals set below page 1's first column."""
    return (
        page.number == 1
        and any(other.column for other in page.lines)
        and line.size <= style.size - 1.0
        and abs(before.size - style.size) < 0.4
        and len(line.text) >= _NOTE_LENGTH
        and not before.bold
        and not is_references_title(before.text)
    )


def _are_notes(lines: list[Line], page: Page, style: Typography) -> bool:
    largest = max(line.size for line in lines)
    return largest < style.size + 0.3 and _is_note(lines[0], page, style)


def _is_note(line: Line, page: Page, style: Typography) -> bool:
    return _is_raised(line, page) or line.size < style.size - 0.4 or _NOTE_MARK.match(line.text) is not None


def _is_raised(line: Line, page: Page) -> bool:
    """Whether a small mark above the baseline opens the line."""
    first = page.runs[line.runs[0]]
    return first.size < 0.85 * line.size and first.baseline < line.baseline - 1.0 and len(first.text.strip()) <= 3
