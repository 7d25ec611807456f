"""Captions, footnotes, figure and table text."""

from __future__ import annotations

import pytest

from faimi_check.model.page import Box, Drawing, Image, Page, Region
from faimi_check.model.paper import Font
from faimi_check.reading.page.layout.layout import arrange

from ...typeset import BOLD, FONTS, ROMAN, SANS, TYPEWRITER, WORDS, Sheet, lines_in


def arranged(sheet: Sheet) -> Page:
    more = Sheet(2)
    more.prose(30)
    return arrange((sheet.page(), more.page()), FONTS)[0]


def rule(x0: float, top: float, x1: float, bottom: float) -> Drawing:
    return Drawing(Box(x0, top, x1, bottom), None, 0x000000FF)


def test_a_caption_goes_on_to_its_end_and_no_further() -> None:
    sheet = Sheet()
    sheet.prose(5)
    sheet.y += 10
    sheet.put("Fig. 1.", 134.8, sheet.y, 9.0, font=BOLD, width=28)
    sheet.put("The reading list before and after", 166, sheet.y, 9.0)
    sheet.y += 11
    sheet.line("the correction.", 9.0, step=30)
    sheet.prose(10)
    page = arranged(sheet)
    assert lines_in(page, Region.CAPTION) == ["Fig. 1. The reading list before and after", "the correction."]


def test_a_sentence_that_begins_with_a_figures_name_is_text() -> None:
    sheet = Sheet()
    sheet.prose(5)
    sheet.line("Fig. 3 shows that the order of the list decides who waits and how long", width=345)
    sheet.line("Table 2. The next sentence begins where the one before ended with it", width=345)
    sheet.prose(5)
    assert lines_in(arranged(sheet), Region.CAPTION) == []


def test_footnotes_below_their_rule() -> None:
    sheet = Sheet()
    sheet.prose(20)
    sheet.drawings.append(rule(134.8, 640, 191.5, 640.4))
    sheet.put("1", 134.8, 648, 6.0)
    sheet.put("The code is not public yet.", 140, 651, 9.0)
    assert lines_in(arranged(sheet), Region.FOOTNOTE) == ["1 The code is not public yet."]


def test_a_short_rule_above_text_of_the_body_is_no_footnote_rule() -> None:
    sheet = Sheet()
    sheet.drawings.append(rule(134.8, 400, 191.5, 400.4))
    sheet.prose(40)
    assert lines_in(arranged(sheet), Region.FOOTNOTE) == []


def test_text_in_a_figure_and_at_its_axes() -> None:
    sheet = Sheet()
    sheet.drawings += [Drawing(Box(200, 130, 400, 240), 0xEEEEEEFF, None)]
    sheet.put("Classifier", 250, 180, 7.0, font=SANS)
    sheet.put("0.5", 188, 185, 6.0, font=SANS)
    sheet.y = 300
    sheet.prose(20)
    page = arranged(sheet)
    assert set(lines_in(page, Region.FIGURE_TEXT)) == {"Classifier", "0.5"}
    assert len(page.figures) == 1


def test_a_table_between_rules() -> None:
    sheet = Sheet()
    sheet.prose(3)
    sheet.drawings += [rule(140, 170, 470, 170.8), rule(140, 184, 470, 184.5), rule(140, 230, 470, 230.8)]
    for at, row in enumerate(("Method TPR", "Residual 0.91", "Dense 0.92")):
        sheet.put(row, 145, 181 + 14 * at, 9.0)
    sheet.y = 270
    sheet.prose(20)
    assert lines_in(arranged(sheet), Region.TABLE_TEXT) == ["Method TPR", "Residual 0.91", "Dense 0.92"]


def test_a_table_right_above_a_figure_keeps_its_rows() -> None:
    sheet = Sheet()
    sheet.drawings += [rule(140, 120, 470, 120.8), rule(140, 134, 470, 134.5), rule(140, 180, 470, 180.8)]
    rows = ("Site Vendor", "Site A 612", "Site B 84", "Site C 811")
    for at, row in enumerate(rows):
        sheet.put(row, 145, 131 + 14 * at, 9.0)
    sheet.drawings += [Drawing(Box(180, 190, 430, 290), 0xEEEEEEFF, None)]
    sheet.put("0.5", 250, 240, 7.0, font=SANS)
    sheet.y = 340
    sheet.prose(20)
    page = arranged(sheet)
    assert lines_in(page, Region.TABLE_TEXT) == list(rows)
    assert lines_in(page, Region.FIGURE_TEXT) == ["0.5"]


def test_the_spines_of_a_plot_are_no_table() -> None:
    sheet = Sheet()
    sheet.drawings += [rule(180, 150, 430, 150.8), rule(180, 290, 430, 290.8), rule(180, 150, 180.8, 290.8)]
    sheet.drawings += [Drawing(Box(181, 160, 420, 280), None, 0x3060A0FF)]
    sheet.put("group 1", 300, 200, 9.0)
    sheet.y = 340
    sheet.prose(20)
    page = arranged(sheet)
    assert lines_in(page, Region.FIGURE_TEXT) == ["group 1"]
    assert lines_in(page, Region.TABLE_TEXT) == []


def test_an_abstract_between_rules_is_no_table() -> None:
    sheet = Sheet()
    sheet.drawings += [rule(134.8, 116, 480, 116.5), rule(134.8, 200, 480, 200.5)]
    sheet.prose(25)
    page = arranged(sheet)
    assert lines_in(page, Region.TABLE_TEXT) == []
    assert page.figures == ()


def test_a_picture_with_its_caption() -> None:
    sheet = Sheet()
    sheet.images.append(Image(Box(150, 130, 460, 300), (900, 500)))
    sheet.put("Fig. 2.", 134.8, 320, 9.0, font=BOLD, width=28)
    sheet.put("Four groups.", 166, 320, 9.0)
    sheet.y = 350
    sheet.prose(20)
    (figure,) = arranged(sheet).figures
    assert figure.caption == "Fig. 2. Four groups."
    assert figure.box.width > 300


def test_a_background_picture_is_no_figure() -> None:
    sheet = Sheet()
    sheet.images.append(Image(Box(0, 0, 612, 792), (10, 10)))
    sheet.prose(20)
    assert arranged(sheet).figures == ()


@pytest.mark.parametrize(
    ("title", "font"), [("Wait times a group", TYPEWRITER), ("Algorithm 1 Weights of the groups", ROMAN)]
)
def test_code_between_rules_is_no_table(title: str, font: int) -> None:
    sheet = Sheet()
    sheet.prose(3)
    sheet.drawings += [rule(134.8, 170, 480, 170.5), rule(134.8, 186, 480, 186.5), rule(134.8, 234, 480, 234.5)]
    sheet.put(title, 140, 182, 9.0, font=font)
    for number in range(1, 6):
        sheet.put(str(number), 126, 188 + 9 * number, 5.0)
        sheet.put(f"weight[group] = {number} / count[group]", 170, 188 + 9 * number, 7.0, font=font)
    sheet.y = 260
    sheet.prose(10)
    page = arranged(sheet)
    assert lines_in(page, Region.TABLE_TEXT) == []
    assert "weight[group] = 2 / count[group]" in lines_in(page, Region.FIGURE_TEXT)
    # The numbers of its lines belong to it, and do not make it reach into the margin.
    assert "4" in lines_in(page, Region.FIGURE_TEXT)
    assert [round(figure.box.x0 / 10) for figure in page.figures] == [13]


def test_a_table_with_an_address_in_typewriter_is_one() -> None:
    sheet = Sheet()
    sheet.prose(3)
    sheet.drawings += [rule(140, 170, 470, 170.8), rule(140, 184, 470, 184.5), rule(140, 230, 470, 230.8)]
    sheet.put("Collection of radiographs and where it is kept", 145, 180, 8.0)
    sheet.put("Northern registry of the waiting lists", 145, 196, 8.0)
    sheet.put("archive.example.org", 330, 196, 8.0, font=TYPEWRITER)
    sheet.y = 260
    sheet.prose(10)
    assert len(lines_in(arranged(sheet), Region.TABLE_TEXT)) == 3


def test_the_labels_below_an_axis_are_no_footnotes() -> None:
    sheet = Sheet()
    sheet.prose(20)
    # A short axis at the column's edge, with the curve above it.
    sheet.drawings += [rule(140, 640, 300, 640.4), rule(140, 560, 300, 640)]
    for at in range(4):
        sheet.put(str(20 * at), 150 + 40 * at, 648, 8.0)
    sheet.put("epoch", 200, 658, 8.0)
    page = arranged(sheet)
    assert lines_in(page, Region.FOOTNOTE) == []
    assert "epoch" in lines_in(page, Region.FIGURE_TEXT)


def in_columns(note: str) -> Page:
    sheet = Sheet()
    for x, lines in ((54.0, 46), (317.0, 50)):
        for number in range(lines):
            sheet.put((WORDS * 2)[3 * number : 3 * number + 52], x, 100 + 12 * number, width=245)
    sheet.put(note, 62, 663, 8.0, width=236)
    sheet.put("Medicine, Kalvik (e-mail: a.brink@kalvik.example).", 54, 672, 8.0)
    return arranged(sheet)


def test_a_journals_note_on_the_authors_has_neither_rule_nor_mark() -> None:
    page = in_columns("A. Brink and T. Ostvik are with the Institute of")
    assert lines_in(page, Region.FOOTNOTE)[0].startswith("A. Brink")
    # The text reads on from one column to the other without it.
    assert all(line.size > 9 for line in page.lines if line.region is Region.BODY)


def test_italic_typewriter_is_typewriter() -> None:
    """Comments of a listing are set in it."""
    for name in ("SFIT0800", "CMITT10", "ECIT0900", "SFTT0900"):
        assert Font(name, embedded=True).typewriter
    for name in ("SFTI1000", "SFRM1000", "CMTI10", "CMR10"):
        assert not Font(name, embedded=True).typewriter
