"""Reference lists: where they start, what their entries are, and the line on which they end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from faimi_check.model.parts import LineRef, ReferenceEntry, ReferenceList
from faimi_check.reading.page.layout.titles import is_references_title, names_references, opens_after_references
from faimi_check.reading.page.layout.typography import Typography
from faimi_check.reading.parts.entries import (
    NUMBERED,
    Labels,
    entry_text,
    label_of,
    looks_like_entry,
    may_be_entry,
    style_of,
)
from faimi_check.reading.parts.flow import FlowLine
from faimi_check.reading.parts.headings import stands_out
from faimi_check.reading.parts.numbered_list import NumberedWalk
from faimi_check.reading.parts.unlabelled_list import UnlabelledWalk

_LOOK_AHEAD = 40
_MIN_UNTITLED = 4
_MAX_LISTS = 12
_MAX_UNTITLED_TRIES = 40
_LONGEST_HEADING = 40


class _Span(NamedTuple):
    """A list as indexes into the flow: heading (None without), first line, end (exclusive), starts of entries.

    `strays` are lines in between that belong to a float which nothing else gave away.
    """

    heading: int | None
    first: int
    end: int
    starts: tuple[int, ...]
    style: Labels
    strays: frozenset[int] = frozenset()


class Found(NamedTuple):
    """The lists, the main one first; the lines they take up; lines among them that belong to floats."""

    lists: tuple[ReferenceList, ...]
    lines: frozenset[LineRef]
    strays: frozenset[LineRef]


def find_references(flow: Sequence[FlowLine], style: Typography) -> Found:
    """All reference lists, the main one first: the earliest that is not far shorter than another."""
    lists: list[list[_Span]] = []
    at = 0
    while at < len(flow) and len(lists) < _MAX_LISTS:
        part = _continued(flow, lists[-1], style) if lists and at == lists[-1][-1].end else None
        span = part or _list_at(flow, at, style)
        if span is None:
            at += 1
            continue
        if part is None:
            lists.append([span])
        else:
            lists[-1].append(part)
        at = span.end
    if not lists:
        untitled = _untitled(flow, style)
        lists = [[untitled]] if untitled else []
    longest = max(map(_length, lists), default=0)
    main = next((parts for parts in lists if 2 * _length(parts) >= longest), None)
    lists.sort(key=lambda parts: (parts is not main, parts[0].first))
    spans = [span for parts in lists for span in parts]
    strays = frozenset(flow[at].ref for span in spans for at in span.strays)
    taken = {
        flow[at].ref for span in spans for at in range(span.first if span.heading is None else span.heading, span.end)
    }
    return Found(tuple(_to_list(flow, parts) for parts in lists), frozenset(taken) - strays, strays)


def _length(parts: Sequence[_Span]) -> int:
    return sum(len(span.starts) for span in parts)


def _list_at(flow: Sequence[FlowLine], at: int, style: Typography) -> _Span | None:
    line = flow[at].line
    if not (is_references_title(line.text) or (stands_out(line, style) and names_references(line.text))):
        return None
    # The first part may have a heading of its own.
    first = at + 2 if at + 2 < len(flow) and _is_heading(flow[at + 1], style) else at + 1
    if first >= len(flow):
        return None
    span = _follow(flow, at, first, style)
    if span is None:
        return None
    entries = [entry_text(flow, start, end) for start, end in _bounds(span)]
    good = sum(map(looks_like_entry if span.style is Labels.NONE else may_be_entry, entries))
    # A prose section called "References" has paragraphs, not references.
    return span if good >= max(1, 0.4 * len(entries)) else None


def _continued(flow: Sequence[FlowLine], parts: Sequence[_Span], style: Typography) -> _Span | None:
    """A further part of a list under a heading of its own ("Articles"): it counts on, or reads as references."""
    before = parts[-1]
    at = before.end
    if at + 1 >= len(flow) or not _is_heading(flow[at], style) or opens_after_references(flow[at].line.text):
        return None
    span = _follow(flow, at, at + 1, style)
    if span is None or span.style is not before.style:
        return None
    entries = [entry_text(flow, start, end) for start, end in _bounds(span)]
    if before.style in NUMBERED:
        last, first = (label_of(flow[start].line.text, before.style) for start in (before.starts[-1], span.starts[0]))
        if not (last and first and int(first) == int(last) + 1):
            return None
    alike = sum(map(looks_like_entry, entries))
    return span if len(entries) > 1 and alike >= 0.8 * len(entries) else None


def _untitled(flow: Sequence[FlowLine], style: Typography) -> _Span | None:
    """A numbered list of references that has lost its heading, or its beginning on a page that is a picture."""
    first_labels = (at for at, place in enumerate(flow) if place.ref.page > 1 and _may_open(place))
    for at in islice(first_labels, _MAX_UNTITLED_TRIES):
        if not may_be_entry(entry_text(flow, at, at + 4)):
            continue
        span = _follow(flow, None, at, style)
        if span is None:
            continue
        entries = [entry_text(flow, start, end) for start, end in _bounds(span)]
        if len(entries) >= _MIN_UNTITLED and sum(map(looks_like_entry, entries)) >= 0.8 * len(entries):
            return span._replace(heading=at - 1) if _is_heading(flow[at - 1], style) else span
    return None


def _is_heading(place: FlowLine, style: Typography) -> bool:
    """A heading of a few words in whatever language, on its own and without a stop at its end."""
    text = place.line.text
    return len(text) <= _LONGEST_HEADING and text[-1:].isalpha() and stands_out(place.line, style)


def _may_open(place: FlowLine) -> bool:
    labels = [label_of(place.line.text, kind) for kind in NUMBERED]
    return any(label == "1" or (label is not None and place.step is None) for label in labels)


def _follow(flow: Sequence[FlowLine], heading: int | None, first: int, style: Typography) -> _Span | None:
    labels = style_of(flow[first : first + _LOOK_AHEAD])
    if labels is Labels.NONE:
        starts, end = UnlabelledWalk(flow, first, style).entries()
        strays: frozenset[int] = frozenset()
    else:
        walk = NumberedWalk(flow, first, labels, style)
        starts, end = walk.entries()
        strays = frozenset(walk.strays)
    return _Span(heading, first, end, tuple(starts), labels, strays) if starts else None


def _bounds(span: _Span) -> list[tuple[int, int]]:
    return list(zip(span.starts, [*span.starts[1:], span.end], strict=True))


def _to_list(flow: Sequence[FlowLine], parts: Sequence[_Span]) -> ReferenceList:
    entries: list[ReferenceEntry] = []
    for span in parts:
        for start, end in _bounds(span):
            label = label_of(flow[start].line.text, span.style) or ""
            own = [flow[at] for at in range(start, end) if at not in span.strays]
            entries.append(ReferenceEntry(label, entry_text(own, 0, len(own)), own[0].ref, own[-1].ref))
    opening, closing = parts[0], parts[-1]
    heading: LineRef | None = flow[opening.heading].ref if opening.heading is not None else None
    last = flow[max(closing.first, closing.end - 1)].ref
    return ReferenceList(heading, flow[opening.first].ref, last, tuple(entries))
