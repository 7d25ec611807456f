"""What a paper says in its authors' own words: its text without reference lists, in flows that read on.

A sentence that runs over a page's end is not interrupted by the footnote or figure that stands there, so body,
footnotes and floats are separate flows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Location
from faimi_check.model.page import Line, Region
from faimi_check.model.paper import LineRef, Paper, ReferenceEntry
from faimi_check.model.passage import (
    Passage,
    join,
    join_addresses,
    join_with_hyphens,
    paper_lines,
)

_FLOWING = frozenset({Region.BODY, Region.HEADING})
_FLOATS = frozenset({Region.CAPTION, Region.FIGURE_TEXT, Region.TABLE_TEXT, Region.ROTATED})

PageLines = list[tuple[LineRef, Line]]


def reference_lines(paper: Paper) -> frozenset[LineRef]:
    """The lines of every reference list, headings included; floats and footnotes between them are not."""
    found = set()
    for listed in paper.parts.references:
        first = listed.heading or listed.first
        for ref, line in paper_lines(paper):
            if first <= ref <= listed.last and line.region in _FLOWING:
                found.add(ref)
    return frozenset(found)


def body(paper: Paper) -> PageLines:
    """Headings and running text, author block and abstract included, reference lists left out."""
    cited = reference_lines(paper)
    return [(ref, line) for ref, line in paper_lines(paper) if line.region in _FLOWING and ref not in cited]


def footnotes(paper: Paper) -> PageLines:
    """The lines of all footnotes."""
    return [(ref, line) for ref, line in paper_lines(paper) if line.region is Region.FOOTNOTE]


def floats(paper: Paper) -> PageLines:
    """The text of figures, tables and captions."""
    return [(ref, line) for ref, line in paper_lines(paper) if line.region in _FLOATS]


def own_text(paper: Paper) -> Iterator[Passage]:
    """What the paper says, as prose: the body without title and author block, the footnotes, the floats."""
    front = {*paper.parts.title, *paper.parts.author_block}
    said = [(ref, line) for ref, line in body(paper) if ref not in front]
    for lines in (said, footnotes(paper), floats(paper)):
        if lines:
            yield join(lines)


def readings(lines: PageLines) -> tuple[Passage, ...]:
    """The ways in which an address broken over lines can be meant: with the hyphen, without it, glued."""
    if not lines:
        return ()
    ways: tuple[Callable[[Iterable[tuple[LineRef, Line]]], Passage], ...] = (join_addresses, join_with_hyphens, join)
    return tuple(way(lines) for way in ways)


def cited_entry(paper: Paper, label: str) -> ReferenceEntry | None:
    """The entry of the main reference list with this label, by place where the labels were not read."""
    if not paper.parts.references:
        return None
    entries = paper.parts.references[0].entries
    for entry in entries:
        if entry.label.strip("[]().") == label:
            return entry
    place = int(label) - 1 if label.isdigit() else -1
    return entries[place] if 0 <= place < len(entries) and not entries[place].label else None


def quote(passage: Passage, start: int, end: int, reach: int = 300) -> str:
    """The sentence round a span, as evidence."""
    first, last = passage.sentence(start, end, reach)
    return passage.text[first:last].strip()[:EVIDENCE_LIMIT]


def place(paper: Paper, passage: Passage, start: int, end: int) -> Location:
    """Where a span of the passage stands in the paper's file."""
    return passage.location(paper.file, start, end)
