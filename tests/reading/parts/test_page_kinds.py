"""What a page holds: references with a short note, a long one, turned text, stamps."""

from __future__ import annotations

import pytest

from faimi_check.model.page import Box, Line, Page, PageKind, Region
from faimi_check.model.parts import LineRef
from faimi_check.reading.parts.page_kinds import with_kinds

ENTRY = "1. Osgarde, A.: Order and urgency. J. Imaging Logist. 11, 87-103 (2019)"


def line(text: str, row: int, region: Region = Region.BODY, x: float = 135.0) -> Line:
    top = 100.0 + 11 * row
    return Line(text, Box(x, top, x + 340, top + 9), top + 8, 9.0, 0, False, False, (), region)


def kind_of(*lines: Line, listed: int = 1, pages: int = 1) -> PageKind:
    sheets = [Page(number=number, width=612, height=792, lines=lines) for number in range(1, pages + 1)]
    refs = frozenset(LineRef(number, index) for number in range(1, pages + 1) for index in range(listed))
    return with_kinds(sheets, refs)[0].kind


@pytest.mark.parametrize(("notes", "kind"), [(1, PageKind.REFERENCES), (4, PageKind.REFERENCES), (5, PageKind.MIXED)])
def test_a_note_below_references_is_a_few_lines(notes: int, kind: PageKind) -> None:
    below = [line("the gap changes its sign along the way", 40 + row, Region.FOOTNOTE) for row in range(notes)]
    assert kind_of(line(ENTRY, 0), *below) is kind


def test_a_note_alone_is_content() -> None:
    assert kind_of(line("the gap changes its sign", 40, Region.FOOTNOTE), listed=0) is PageKind.CONTENT


def test_turned_text_counts_from_a_sentence_on() -> None:
    long = "the gap in the true positive rate changes its sign twice along the way"
    assert kind_of(line(ENTRY, 0), line(long, 10, Region.ROTATED)) is PageKind.MIXED
    assert kind_of(line(ENTRY, 0), line("DRAFT", 10, Region.ROTATED)) is PageKind.REFERENCES


def test_what_all_pages_have_across_is_a_watermark() -> None:
    mark = line("Confidential manuscript under review, not to be distributed or cited by anybody", 10, Region.ROTATED)
    assert kind_of(line(ENTRY, 0), mark, pages=4) is PageKind.REFERENCES
    assert kind_of(line(ENTRY, 0), mark, pages=2) is PageKind.MIXED
