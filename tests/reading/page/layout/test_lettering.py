"""What is lettered beside the boxes of a drawing belongs to the figure; what is set as text beside it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.model.page import Box, Drawing, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.reading.page.layout.layout import arrange
from faimi_check.reading.paper import read_paper

from ...typeset import BOLD, FONTS, SANS, WORDS, Sheet, lines_in

PAPERS = Path(__file__).resolve().parents[4] / "fixtures" / "papers"
LABEL = "signed in: yrsa.kolmbeck, Fjellvang University Hospital"


@pytest.fixture(scope="module")
def lettered() -> Paper:
    return read_paper(PAPERS / "lettered-named.pdf", "lettered-named.pdf")


def lines_of(paper: Paper, region: Region) -> list[str]:
    return [line.text for page in paper.pages for line in page.lines if line.region is region]


def test_labels_below_above_and_beside_boxes_are_lettering(lettered: Paper) -> None:
    assert [text for text in lines_of(lettered, Region.FIGURE_TEXT) if text not in {"list", "model", "queue"}] == [
        "drawn at Fjellvang University Hospital",
        "user: ykolmbeck",
        "sent on by Brattvoll Univ. Hosp. (n = 311)",
        "Osp. San Rumildo",
        "PATIENT: ROE^ADA",
        "(a) read by Y. Kolmbeck",
        "(b) PATIENT: DOE^JANE",
        "Source: Solvang Institute of Imaging.",
    ]


def test_the_text_round_drawings_stays_text(lettered: Paper) -> None:
    text = " ".join(lines_of(lettered, Region.BODY))
    # A sentence is not interrupted by the lettering of the figure that stands in it.
    assert "It stands between this paragraph and the next one, and its words are at its right and below." in text
    assert "which is no word of the drawing: excess wait of a group = own wait" in text
    assert "2.1 Pictures" in lines_of(lettered, Region.HEADING)
    assert lines_of(lettered, Region.FOOTNOTE) == []
    assert len(lines_of(lettered, Region.CAPTION)) == 3


def test_a_caret_between_letters_is_no_accent(lettered: Paper) -> None:
    text = " ".join(lines_of(lettered, Region.BODY))
    assert "ROE^ADA is lettered so, and so is ~queue, while Küper, François and José" in text


def drawn(sheet: Sheet, top: float = 150.0) -> None:
    """Two boxes and the arrow between them."""
    sheet.drawings += [
        Drawing(Box(200, top, 230, top + 20), None, 0x000000FF),
        Drawing(Box(230, top + 10, 320, top + 10.4), None, 0x000000FF),
        Drawing(Box(320, top, 350, top + 20), None, 0x000000FF),
    ]


def caption(sheet: Sheet, y: float, name: str = "Fig. 1.", x: float = 220) -> None:
    sheet.put(name, x, y, 9.0, font=BOLD, width=28)
    sheet.put("The order of the list.", x + 31, y, 9.0)


def arranged(sheet: Sheet) -> Page:
    more = Sheet(1)
    more.prose(30)
    return arrange((more.page(), sheet.page()), FONTS)[1]


@pytest.mark.parametrize("size", [7.0, 9.0, 10.0, 12.0])
@pytest.mark.parametrize("y", [140.0, 195.0])
def test_a_label_of_any_size_above_or_below_a_drawing_with_a_caption(y: float, size: float) -> None:
    sheet = Sheet(2)
    drawn(sheet)
    sheet.put(LABEL, 160, y, size)
    caption(sheet, 220)
    sheet.y = 250
    sheet.prose(20)
    assert lines_in(arranged(sheet), Region.FIGURE_TEXT) == [LABEL]


def test_a_label_at_the_texts_edge_between_a_drawing_and_its_caption() -> None:
    sheet = Sheet(2)
    drawn(sheet)
    sheet.put(LABEL, 134.8, 195)
    caption(sheet, 220)
    sheet.y = 250
    sheet.prose(20)
    assert lines_in(arranged(sheet), Region.FIGURE_TEXT) == [LABEL]


def test_labels_at_the_texts_edge_below_the_upper_row_of_a_figure() -> None:
    sheet = Sheet(2)
    sheet.drawings += [Drawing(Box(x, y, x + 160, y + 50), 0x777777FF, None) for x in (136, 310) for y in (130, 220)]
    sheet.put("(a) as Yrsa Kolmbeck drew it", 134.8, 192)
    sheet.put("(b) as it was", 350, 192)
    sheet.put("(c) as it is sold", 150, 282)
    caption(sheet, 310)
    sheet.y = 340
    sheet.prose(20)
    assert len(lines_in(arranged(sheet), Region.FIGURE_TEXT)) == 3


def test_a_paragraph_between_a_drawing_and_the_next_caption_is_text() -> None:
    sheet = Sheet(2)
    drawn(sheet)
    sheet.y = 195
    sheet.prose(3)
    sheet.line("and at the end.")
    caption(sheet, 250)
    sheet.y = 290
    sheet.prose(20)
    page = arranged(sheet)
    assert lines_in(page, Region.FIGURE_TEXT) == []
    assert "and at the end." in lines_in(page, Region.BODY)


@pytest.mark.parametrize("text", ["small.", "(a) and so on", "nobody looks at it"])
def test_the_end_of_a_paragraph_above_a_drawing_is_text(text: str) -> None:
    sheet = Sheet(2)
    sheet.prose(3)
    sheet.line(text)
    drawn(sheet, sheet.y + 8)
    caption(sheet, sheet.y + 60)
    sheet.y += 90
    sheet.prose(20)
    assert text in lines_in(arranged(sheet), Region.BODY)


def test_the_end_of_a_paragraph_below_a_figure_whose_caption_stands_above_it_is_text() -> None:
    sheet = Sheet(2)
    caption(sheet, 135)
    drawn(sheet)
    sheet.put("nobody waits.", 134.8, 200)
    caption(sheet, 230, "Fig. 2.")
    sheet.y = 260
    sheet.prose(20)
    assert "nobody waits." in lines_in(arranged(sheet), Region.BODY)


def test_headings_and_formulas_near_a_drawing_are_no_lettering() -> None:
    sheet = Sheet(2)
    sheet.prose(3)
    sheet.put("excess = own wait of the group (4)", 220, sheet.y + 6)
    drawn(sheet, sheet.y + 16)
    sheet.put("II. THE ORDER OF THE LIST", 220, sheet.y + 58)
    sheet.y += 80
    sheet.prose(20)
    assert lines_in(arranged(sheet), Region.FIGURE_TEXT) == []


def test_text_that_runs_round_a_drawing_is_text() -> None:
    sheet = Sheet(2)
    sheet.prose(4)
    drawn(sheet, sheet.y)
    start = len(sheet.runs)
    for number in range(8):
        sheet.put((WORDS * 2)[5 * number : 5 * number + 24], 360, sheet.y + 12 * number, width=120)
    caption(sheet, sheet.y + 50, x=170)
    sheet.y += 96
    sheet.prose(12)
    page = arranged(sheet)
    assert lines_in(page, Region.FIGURE_TEXT) == []
    assert len(lines_in(page, Region.BODY)) == len(sheet.runs) - 2
    assert start < len(sheet.runs)


def test_a_table_below_a_drawing_is_none_of_its_lettering() -> None:
    sheet = Sheet(2)
    drawn(sheet)
    caption(sheet, 200, "Table 1.")
    sheet.drawings += [Drawing(Box(140, y, 470, y + 0.5), None, 0x000000FF) for y in (208.0, 222.0, 262.0)]
    for at, row in enumerate(("Method TPR", "Residual 0.91", "Dense 0.92")):
        sheet.put(row, 145, 219 + 14 * at, 9.0)
    sheet.y = 290
    sheet.prose(20)
    page = arranged(sheet)
    assert lines_in(page, Region.FIGURE_TEXT) == []
    assert len(lines_in(page, Region.TABLE_TEXT)) == 3


def test_a_label_in_one_column_belongs_to_no_drawing_in_the_other() -> None:
    sheet = Sheet(2)
    for x in (54.0, 317.0):
        for number in range(40):
            sheet.put((WORDS * 2)[3 * number : 3 * number + 52], x, 200 + 12 * number, width=245)
    sheet.drawings += [Drawing(Box(60, 120, 299, 160), None, 0x000000FF)]
    sheet.put("where the list begins and ends", 325, 140, font=SANS)
    sheet.put("signed in: ykolmbeck", 120, 176, font=SANS)
    page = arranged(sheet)
    assert lines_in(page, Region.FIGURE_TEXT) == ["signed in: ykolmbeck"]


def test_nothing_of_the_front_is_lettering_of_a_logo() -> None:
    sheet = Sheet()
    sheet.drawings += [Drawing(Box(280, 100, 330, 130), 0x333333FF, None)]
    sheet.put("Fjellvang Journal of Lists", 240, 150)
    sheet.put("Abstract. The order of the list.", 160, 180, 9.0)
    sheet.y = 220
    sheet.prose(20)
    more = Sheet(2)
    more.prose(30)
    page = arrange((sheet.page(), more.page()), FONTS)[0]
    assert "Fjellvang Journal of Lists" in lines_in(page, Region.BODY)
