"""LNCS007 quotes what hangs over, and leaves boxed notes in the margin to DOC005."""

from __future__ import annotations

from faimi_check.model.page import Box, Drawing

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
