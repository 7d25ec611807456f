"""The parts of a paper, as lines of its pages."""

from __future__ import annotations

from typing import NamedTuple

import msgspec


class LineRef(NamedTuple):
    """A line by page number (from 1) and index into Page.lines."""

    page: int
    line: int


class Heading(msgspec.Struct, frozen=True):
    """A section heading; `number` as printed ("2.1", "A") or empty."""

    text: str
    number: str
    at: LineRef


class ReferenceEntry(msgspec.Struct, frozen=True):
    """One entry of the reference list; `label` as printed ("3", "Smi20") or empty."""

    label: str
    text: str
    first: LineRef
    last: LineRef


class ReferenceList(msgspec.Struct, frozen=True):
    """A reference list from its heading to the last line of its last entry. `heading` is None where it has none."""

    heading: LineRef | None
    first: LineRef
    last: LineRef
    entries: tuple[ReferenceEntry, ...] = ()


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a paper as lines in reading order; empty where the paper has none.

    `author_block` is all text between title and abstract. `references` holds every list, the main one first.
    `last_content` is the last page with anything but references, None where nothing could be told.
    """

    title: tuple[LineRef, ...] = ()
    author_block: tuple[LineRef, ...] = ()
    abstract: tuple[LineRef, ...] = ()
    keywords: tuple[LineRef, ...] = ()
    headings: tuple[Heading, ...] = ()
    references: tuple[ReferenceList, ...] = ()
    last_content: int | None = None
    references_start: int | None = None
    references_end: int | None = None
