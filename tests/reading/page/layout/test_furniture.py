"""Running heads, page numbers, footers and stamps; and text that only looks like them."""

from __future__ import annotations

import msgspec
import pytest

from faimi_check.model.page import Box, Page, Region, TextRun
from faimi_check.reading.page.layout.layout import arrange

from ...typeset import BOLD, FONTS, WORDS, Sheet


def regions(page: Page) -> dict[str, Region]:
    return {line.text: line.region for line in page.lines}


def paper(pages: int = 4, **heads: str) -> list[Sheet]:
    sheets = []
    for number in range(1, pages + 1):
        sheet = Sheet(number)
        if number > 1 and heads:
            sheet.head(f"{number} {heads['even']}" if number % 2 == 0 else f"{heads['odd']} {number}")
        sheets.append(sheet)
    return sheets


def arranged(sheets: list[Sheet]) -> tuple[Page, ...]:
    for sheet in sheets:
        sheet.prose(30)
    return arrange(tuple(sheet.page() for sheet in sheets), FONTS)


def test_running_heads_of_an_anonymous_paper() -> None:
    pages = arranged(paper(10, even="Anonymous", odd="Who Waits Longer?"))
    assert regions(pages[9])["10 Anonymous"] is Region.RUNNING_HEAD
    assert regions(pages[2])["Who Waits Longer? 3"] is Region.RUNNING_HEAD
    assert all(line.region is Region.BODY for line in pages[0].lines)


def test_a_heading_with_the_number_of_its_page_is_no_running_head() -> None:
    sheets = paper(6, even="Anonymous", odd="Who Waits Longer?")
    sheets[5].line("6 Discussion", 12.0, step=24.0, font=BOLD)
    pages = arranged(sheets)
    assert regions(pages[5])["6 Discussion"] is Region.BODY
    assert regions(pages[5])["6 Anonymous"] is Region.RUNNING_HEAD


def test_the_first_line_of_each_page_is_text_where_there_are_no_heads() -> None:
    sheets = paper(5)
    for sheet in sheets:
        sheet.line(f"{WORDS[9 * sheet.number :][:40]} and so the order of the list decides", width=345)
    assert all(line.region is Region.BODY for page in arranged(sheets) for line in page.lines)


def test_the_second_line_of_a_review_kit_s_head() -> None:
    """It stands lower than heads do, and apart from the text."""
    sheets = paper(5)
    for sheet in sheets:
        for x in (125, 444):
            sheet.put("VISM", x, 118, 9.0)
            sheet.put("#4321", x, 129, 9.0)
        sheet.y = 150.0
    pages = arranged(sheets)
    marks = [line.region for page in pages for line in page.lines if "#" in line.text]
    assert len(marks) == 10
    assert Region.BODY not in marks


def test_page_numbers_at_the_foot() -> None:
    sheets = paper(4)
    for sheet in sheets:
        sheet.put(str(sheet.number), 303, 702)
    pages = arranged(sheets)
    assert [line.text for page in pages for line in page.lines if line.region is Region.PAGE_NUMBER] == list("1234")


def test_roman_page_numbers() -> None:
    for style in ("{}", "– {} –", "Page {}"):
        sheets = paper(6)
        for sheet, roman in zip(sheets, ("i", "ii", "iii", "iv", "v", "vi"), strict=True):
            sheet.put(style.format(roman), 300, 720, 10.0)
        pages = arranged(sheets)
        assert [regions(page)[style.format(roman)] for page, roman in zip(pages[2:4], ("iii", "iv"), strict=True)] == [
            Region.PAGE_NUMBER
        ] * 2


def test_letters_that_are_roman_digits_are_no_page_numbers() -> None:
    sheets = paper(4)
    for sheet, letters in zip(sheets, ("c", "x", "l", "v"), strict=True):
        sheet.put(letters, 300, 720, 10.0)
    assert regions(arranged(sheets)[2])["l"] is Region.BODY


def test_heads_whose_parts_change_sides() -> None:
    sheets = paper(3)
    sheets[1].put("Waiting '26, July 2026, Kalvik, Norway", sheets[1].left, 99.9, 8.0)
    sheets[1].put("Anonymous", 440, 99.9, 8.0)
    sheets[2].put("Who Waits Longer?", sheets[2].left, 99.9, 8.0)
    sheets[2].put("Waiting '26, July 2026, Kalvik, Norway", 330, 99.9, 8.0)
    pages = arranged(sheets)
    heads = [line.text for page in pages for line in page.lines if line.region is Region.RUNNING_HEAD]
    assert len(heads) == 4


def test_page_numbers_of_a_volume() -> None:
    sheets = paper(4)
    for sheet in sheets:
        sheet.head(
            f"{233 + sheet.number} A. Osgarde et al." if sheet.number % 2 else f"Waiting Times {233 + sheet.number}"
        )
    pages = arranged(sheets)
    assert sum(line.region is Region.RUNNING_HEAD for page in pages for line in page.lines) == 4


def test_a_head_on_two_rows_that_repeats() -> None:
    sheets = paper(4)
    for sheet in sheets:
        sheet.put("Submitted to the Workshop on Waiting", 134.8, 60, 8.0)
        sheet.put("Do not distribute", 134.8, 70, 8.0)
    assert all(regions(page)["Do not distribute"] is Region.RUNNING_HEAD for page in arranged(sheets))


def test_heads_below_a_banner_on_every_page() -> None:
    sheets = paper(4, even="Anonymous", odd="Who Waits Longer?")
    for sheet in sheets:
        sheet.put("Copy of a server of preprints, not reviewed", 134.8, 40, 7.0)
        sheet.put("No reuse allowed without permission", 134.8, 48, 7.0)
    pages = arranged(sheets)
    assert regions(pages[1])["2 Anonymous"] is Region.RUNNING_HEAD
    assert regions(pages[2])["Who Waits Longer? 3"] is Region.RUNNING_HEAD


def test_numbered_text_below_a_banner_is_text() -> None:
    sheets = paper(4)
    for sheet in sheets:
        sheet.put("Copy of a server of preprints, not reviewed", 134.8, 40, 7.0)
    sheets[2].line("Page 3 of a list that ends here.", step=60)
    assert regions(arranged(sheets)[2])["Page 3 of a list that ends here."] is Region.BODY


def test_the_stamp_of_a_preprint_server() -> None:
    sheet = Sheet()
    sheet.prose(30)
    page = sheet.page()
    stamp = "arXiv:2101.00001v1 [cs.CV] 1 Jan 2021"
    run = TextRun(stamp, page.runs[0].box, 30, 500, 20.0, 0, angle=90.0, order=99)
    (arranged_page,) = arrange((Page(number=1, width=612, height=792, runs=(*page.runs, run)),), FONTS)
    assert regions(arranged_page)[stamp] is Region.STAMP


def test_a_publishers_lines_at_the_foot_of_page_one() -> None:
    sheet = Sheet(width=439.4, height=666.1, left=53.6)
    sheet.prose(30)
    sheet.put("© Springer Nature Switzerland AG 2020", 53.6, 600, 8.0)
    sheet.put("A. L. Osgarde et al. (Eds.): WAIT 2020, LNCS 99999, pp. 1–10, 2020.", 53.6, 610, 8.0)
    (page,) = arrange((sheet.page(),), FONTS)
    assert [line.region for line in page.lines[-2:]] == [Region.FOOTER, Region.FOOTER]


def test_a_foot_far_up_the_page_that_alternates_sides() -> None:
    sheets = paper(5)
    for sheet in sheets:
        sheet.prose(4 if sheet.number == 5 else 20)
        sheet.put("Manuscript submitted to a journal", 134.8 if sheet.number % 2 else 380.0, 640.0, 7.0)
    pages = arrange(tuple(sheet.page() for sheet in sheets), FONTS)
    assert {regions(page)["Manuscript submitted to a journal"] for page in pages} == {Region.FOOTER}


def test_a_repeated_caption_far_up_the_page_is_no_foot() -> None:
    sheets = paper(5)
    for sheet in sheets:
        sheet.prose(20)
        sheet.put(f"Fig. {sheet.number}. Examples of the fold.", 134.8, 640.0, 7.0)
    pages = arrange(tuple(sheet.page() for sheet in sheets), FONTS)
    assert {line.region for page in pages for line in page.lines if line.size == 7.0} == {Region.CAPTION}


def test_a_foot_of_one_page_stands_below_where_all_others_end() -> None:
    sheets = paper(6)
    for sheet in sheets:
        sheet.prose(44)
    sheets[5].put("Confidential review copy", 260.0, 677.0, 8.0)
    pages = arrange(tuple(sheet.page() for sheet in sheets), FONTS)
    assert regions(pages[5])["Confidential review copy"] is Region.FOOTER


def test_a_note_at_the_foot_of_the_text_block_is_no_footer() -> None:
    sheets = paper(6)
    for sheet in sheets:
        sheet.prose(41 if sheet.number == 6 else 44)
    sheets[5].put("1 Asked for by letter.", 134.8, 641.8, 8.0)
    pages = arrange(tuple(sheet.page() for sheet in sheets), FONTS)
    assert regions(pages[5])["1 Asked for by letter."] is not Region.FOOTER


def test_a_papers_number_in_the_corners_of_a_review_copy() -> None:
    sheets = paper(5)
    for sheet in sheets:
        for x in (20.0, 560.0):
            sheet.put("STIA", x, 22, 9.0)
            sheet.put("#2633", x, 34, 9.0)
        sheet.put("STIA 2026 Submission #2633. CONFIDENTIAL REVIEW COPY. DO NOT DISTRIBUTE.", 145, 44, 8.0)
    for page in arranged(sheets):
        assert [line.text for line in page.lines if line.region is Region.BODY and line.baseline < 60] == []


def test_the_papers_number_on_either_side_of_the_head() -> None:
    for number in ("#4321", "#****"):
        sheets = paper(4)
        for sheet in sheets:
            sheet.put(number, 11, 34, 10.0)
            sheet.put(number, 563, 34, 10.0)
        assert {regions(page)[number] for page in arranged(sheets)} <= {Region.RUNNING_HEAD, Region.PAGE_NUMBER}


def test_heads_of_three_pages_that_name_authors_and_title_by_turns() -> None:
    sheets = paper(3)
    heads = ("Proceedings of a Workshop That Nobody Held", "Lyngby", "Who Waits Longer?")
    for sheet, text in zip(sheets, heads, strict=True):
        sheet.put(text, 200, 60, 10.0)
    pages = arranged(sheets)
    assert [regions(page)[text] for page, text in zip(pages, heads, strict=True)] == [Region.RUNNING_HEAD] * 3


def test_plain_page_numbers_stand_far_inwards_on_an_a4_page() -> None:
    sheets = [Sheet(number, 595.0, 842.0) for number in range(1, 8)]
    for sheet in sheets:
        sheet.prose(44)
        if sheet.number > 1:
            sheet.put(str(sheet.number), 305.0, 693.8, 10.0)
    pages = arrange(tuple(sheet.page() for sheet in sheets), FONTS)
    assert all(regions(page)[str(page.number)] is Region.PAGE_NUMBER for page in pages[1:])


def test_numbers_below_the_text_that_count_nothing_are_text() -> None:
    sheets = [Sheet(number, 595.0, 842.0) for number in range(1, 8)]
    for sheet in sheets:
        sheet.prose(40)
        sheet.put(str(3 * sheet.number + 2), 305.0, 640.0 - 9 * sheet.number, 10.0)
    pages = arrange(tuple(sheet.page() for sheet in sheets), FONTS)
    assert all(line.region is Region.BODY for page in pages for line in page.lines)


def landscape(number: int, *lines: tuple[str, float]) -> Page:
    """A page that is shown turned, with a table across it; the lines stand sideways at these places from the left."""
    sheet = Sheet(number, width=792.0, height=612.0, left=200.0)
    sheet.prose(8, width=390)
    runs = [
        TextRun(text, Box(x, 231, x + 8, 231 + 5 * len(text)), x, 231, 9.0, 0, angle=270.0, order=90 + at)
        for at, (text, x) in enumerate(lines)
    ]
    page = sheet.page()
    return msgspec.structs.replace(page, runs=(*page.runs, *runs))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([("Who Waits Longer? 3", 690.0)], [Region.RUNNING_HEAD]),
        ([("Who Waits Longer?", 690.0), ("3", 690.5)], [Region.RUNNING_HEAD, Region.PAGE_NUMBER]),
        ([("3 Anonymous et al.", 60.0)], [Region.RUNNING_HEAD]),
        ([("Who Waits Longer?", 690.0)], [Region.ROTATED]),
        ([("Who Waits Longer? 7", 690.0)], [Region.ROTATED]),
        ([("Layer 3", 400.0)], [Region.ROTATED]),
    ],
)
def test_the_head_of_a_page_that_is_shown_turned(lines: list[tuple[str, float]], found: list[Region]) -> None:
    sheets = paper(4, even="Anonymous", odd="Who Waits Longer?")
    for sheet in sheets:
        sheet.prose(30)
    upright = [sheet.page() for sheet in sheets]
    arranged = arrange((*upright[:2], landscape(3, *lines), upright[3]), FONTS)
    known = regions(arranged[2])
    assert [known[text] for text, _ in lines] == found


def test_turned_lines_of_an_upright_page_are_none() -> None:
    sheets = paper(4, even="Anonymous", odd="Who Waits Longer?")
    for sheet in sheets:
        sheet.prose(30)
    pages = [sheet.page() for sheet in sheets]
    run = TextRun("Sensitivity 3", Box(560, 231, 568, 300), 560, 231, 9.0, 0, angle=90.0, order=900)
    pages[2] = msgspec.structs.replace(pages[2], runs=(*pages[2].runs, run))
    assert regions(arrange(tuple(pages), FONTS)[2])["Sensitivity 3"] is Region.ROTATED
