"""LNCS007 quotes what hangs over, and leaves boxed notes in the margin to DOC005."""

from __future__ import annotations

import pytest

from faimi_check.model.page import Box, Drawing, Image, Region

from ...reading.typeset import Sheet
from .read_sheets import hits, read

ORANGE = 0xFF8000FF
LONG = "The labels of all rounds are kept at https://labels.example.org/rounds/first/and/last/of/all"


def noted() -> Sheet:
    sheet = Sheet()
    sheet.prose(30)
    box = Box(34.0, 300.0, 124.0, 330.0)
    sheet.drawings.append(Drawing(box, fill=ORANGE, stroke=None))
    sheet.drawings.append(Drawing(Box(124.0, 310.0, 190.0, 318.0), fill=ORANGE, stroke=None))
    sheet.put("who has the numbers", 38.0, 312.0, 6.0)
    sheet.put("of the last round", 38.0, 322.0, 6.0)
    return sheet


def test_a_note_in_the_margin_is_told_once() -> None:
    paper = read(noted())
    assert [hit.code for hit in hits("DOC005", paper)] == ["notes"]
    assert hits("LNCS007", paper) == []


def test_a_figure_in_the_margin_is_no_note() -> None:
    sheet = Sheet()
    sheet.prose(30)
    sheet.drawings.append(Drawing(Box(34.0, 300.0, 300.0, 400.0), fill=0x3060A0FF, stroke=None))
    (hit,) = hits("LNCS007", read(sheet))
    assert (hit.code, hit.evidence) == ("float", "")
    assert "mm into the left margin on page 1" in hit.message


def test_the_line_that_hangs_over_is_quoted() -> None:
    sheet = Sheet()
    sheet.prose(20)
    sheet.line(LONG, width=380)
    sheet.prose(10)
    (hit,) = hits("LNCS007", read(sheet))
    assert (hit.code, hit.evidence) == ("text", LONG)


@pytest.mark.parametrize("further", [-14.0, 14.0])
def test_left_and_right_pages_have_edges_of_their_own(further: float) -> None:
    sheets = [Sheet(number, left=134.8 + (0.0 if number % 2 else further)) for number in range(1, 7)]
    for sheet in sheets[:5]:
        for _ in range(10):
            sheet.prose(3)
            sheet.line("A paragraph begins a little further in than the other lines of its page do", indent=14.2)
    # Of the last page only its like tell where it begins.
    sheets[5].drawings.append(Drawing(Box(sheets[5].left - 1, 200.0, sheets[5].left + 344, 330.0), 0x3060A0FF, None))
    sheets[5].y = 340
    for _ in range(12):
        sheets[5].line("an item that is set further in", indent=20, width=150)
    assert hits("LNCS007", read(*sheets)) == []


def test_a_picture_from_edge_to_edge_over_running_text_is_a_stamps() -> None:
    stamped, shown = Sheet(), Sheet()
    for sheet in (stamped, shown):
        sheet.images.append(Image(Box(0.0, 150.0, 612.0, 560.0), (1700, 1300)))
    stamped.prose(30)
    shown.y = 580
    shown.prose(4)
    read_stamped, read_shown = read(stamped), read(shown)
    assert [len(paper.pages[0].figures) for paper in (read_stamped, read_shown)] == [0, 1]
    assert {line.region for line in read_stamped.pages[0].lines} == {Region.BODY}
    assert [hit.code for paper in (read_stamped, read_shown) for hit in hits("LNCS007", paper)] == ["float"]
