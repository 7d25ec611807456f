"""What a paper says in its authors' own words: its text without reference lists, in flows that read on.

A sentence that runs over a page's end is not interrupted by the footnote or figure that stands there, so body,
footnotes and floats are separate flows.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from faimi_check.model.finding import EVIDENCE_LIMIT, Location
from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef, ReferenceEntry
from faimi_check.model.text.passage import (
    Passage,
    join,
    join_addresses,
    join_with_hyphens,
    paper_lines,
)
from faimi_check.rules.late import Signed, late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.tables import any_of, table

_FLOWING = frozenset({Region.BODY, Region.HEADING})
# A citation with a number, with names, or with a year in brackets.
CITED = late(r"\[\d[\d, –-]{0,20}\]|\bet al\b|\((?:19|20)\d\d")
# What was taken out for review, and says so.
MASKED = Signed(any_of("sites", "masked"), table("sites")["masked_signs"])
MARGINS = frozenset({Region.RUNNING_HEAD, Region.FOOTER})
DRAWN = frozenset({Region.FIGURE_TEXT, Region.TABLE_TEXT})
FLOATS = DRAWN | {Region.CAPTION, Region.ROTATED}

# Times the body's size: letters of a watermark.
_LARGE = 1.5

PageLines = tuple[tuple[LineRef, Line], ...]


@once_a_paper
def _lines(paper: Paper) -> PageLines:
    """Those with text: a passage of blank lines would have none."""
    return tuple((ref, line) for ref, line in paper_lines(paper) if line.text.strip())


@once_a_paper
def reference_lines(paper: Paper) -> frozenset[LineRef]:
    """The lines of every reference list, headings included; floats and footnotes between them are not."""
    spans = [(listed.heading or listed.first, listed.last) for listed in paper.parts.references]
    flowing = [ref for ref, line in _lines(paper) if line.region in _FLOWING]
    return frozenset(
        ref for first, last in spans for ref in flowing[bisect_left(flowing, first) : bisect_right(flowing, last)]
    )


@once_a_paper
def body(paper: Paper) -> PageLines:
    """Headings and running text, author block and abstract included, reference lists left out."""
    cited = reference_lines(paper)
    return tuple((ref, line) for ref, line in _lines(paper) if line.region in _FLOWING and ref not in cited)


@once_a_paper
def footnotes(paper: Paper) -> PageLines:
    """The lines of all footnotes."""
    return tuple((ref, line) for ref, line in _lines(paper) if line.region is Region.FOOTNOTE)


@once_a_paper
def floats(paper: Paper) -> PageLines:
    """The text of figures, tables and captions."""
    return tuple((ref, line) for ref, line in _lines(paper) if line.region in FLOATS)


@once_a_paper
def margins(paper: Paper) -> PageLines:
    """The running heads and footers, those once that differ in their page numbers only."""
    found: dict[str, tuple[LineRef, Line]] = {}
    for page in paper.pages:
        for index, line in enumerate(page.lines):
            if line.region in MARGINS:
                found.setdefault(re.sub(r"\d+", "#", line.text), (LineRef(page.number, index), line))
    return tuple(found.values())


@once_a_paper
def own_text(paper: Paper) -> tuple[Passage, ...]:
    """What the paper says, as prose: the body without title and author block, the footnotes, the floats."""
    front = {*paper.parts.title, *paper.parts.author_block}
    said = tuple((ref, line) for ref, line in body(paper) if ref not in front)
    # Footnotes and floats are those of the flows.
    beside = flows(paper)[1 if body(paper) else 0 :]
    return (join(said), *beside) if said else beside


@once_a_paper
def entry_passages(paper: Paper) -> tuple[Passage, ...]:
    """Each entry of the reference lists as prose."""
    cited = reference_lines(paper)
    lines = [(ref, line) for ref, line in _lines(paper) if ref in cited]
    refs = [ref for ref, _ in lines]
    entries = (entry for listed in paper.parts.references for entry in listed.entries)
    return tuple(
        join(found)
        for entry in entries
        if (found := lines[bisect_left(refs, entry.first) : bisect_right(refs, entry.last)])
    )


@once_a_paper
def flows(paper: Paper) -> tuple[Passage, ...]:
    """Body, footnotes and floats as prose, those that the paper has."""
    return tuple(join(lines) for lines in (body(paper), footnotes(paper), floats(paper)) if lines)


@once_a_paper
def readings(paper: Paper) -> tuple[Passage, ...]:
    """Body, footnotes and floats in the ways in which an address broken over lines can be meant.

    With what ends a line glued to what follows, with a hyphen kept, and with it taken out.
    """
    lines = [flow for flow in (body(paper), footnotes(paper), floats(paper)) if flow]
    return tuple(
        reading
        for flow, prose in zip(lines, flows(paper), strict=True)
        for reading in (join_addresses(flow), join_with_hyphens(flow), prose)
    )


def cited_entry(paper: Paper, label: str) -> ReferenceEntry | None:
    """The entry of the main reference list with this label, by place where the labels were not read."""
    if not paper.parts.references:
        return None
    found = _labelled(paper).get(label)
    if found is not None:
        return found
    entries = paper.parts.references[0].entries
    place = int(label) - 1 if label.isdigit() else -1
    return entries[place] if 0 <= place < len(entries) and not entries[place].label else None


@once_a_paper
def _labelled(paper: Paper) -> dict[str, ReferenceEntry]:
    """The entries of the main reference list by their labels."""
    return {entry.label.strip("[]()."): entry for entry in reversed(paper.parts.references[0].entries) if entry.label}


def quote(passage: Passage, start: int, end: int, reach: int = 300) -> str:
    """The sentence round a span, as evidence."""
    first, last = passage.sentence(start, end, reach)
    return passage.text[first:last].strip()[:EVIDENCE_LIMIT]


def place(paper: Paper, passage: Passage, start: int, end: int) -> Location:
    """Where a span of the passage stands in the paper's file."""
    return passage.location(paper.file, start, end)


def below_heading(passage: Passage, start: int, end: int) -> int:
    """Where a span begins that took a heading for the beginning of a name."""
    touched = passage.lines_of(start, end)
    heads = [index for index in touched if passage.lines[index].region is Region.HEADING and index + 1 < touched.stop]
    return passage.starts[heads[-1] + 1] if heads else start


def stands_across(line: Line, paper: Paper) -> bool:
    """Whether a turned line stands beside the text, or in a watermark's large letters across it."""
    block = paper.layout.text_block
    beside = block is not None and (line.box.x1 <= block[0] or line.box.x0 >= block[2])
    return beside or is_watermark(line, paper)


def is_watermark(line: Line, paper: Paper) -> bool:
    """Whether a line is turned, and set in letters as large as only a watermark's are."""
    return line.region is Region.ROTATED and line.size > _LARGE * (paper.layout.body_size or line.size)
