"""LNCS001 on papers of odd shapes: the width comes from lines that fill the measure, or it is left open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from faimi_check.model.finding import Hit
from faimi_check.model.page import Box, Drawing

from ...reading.typeset import BOLD, WORDS, Sheet
from .read_sheets import hits, read, results

LNCS = 345.0
UNDECIDED = "Too few lines fill the text block from edge to edge to tell its width."


def said(*sheets: Sheet) -> list[str]:
    """What LNCS001 says of the pages, as a reader of PDFs gets them."""
    return [one.code if isinstance(one, Hit) else one.reason for one in results("LNCS001", read(*sheets))]


def heading(sheet: Sheet, text: str) -> None:
    sheet.y += 12
    sheet.line(text, 12.0, font=BOLD)
    sheet.y += 8


def words(number: int, count: int = 75) -> str:
    start = (7 * number) % 60
    return (WORDS * 2)[start : start + count]


def prose(sheet: Sheet, width: float) -> None:
    """Paragraphs of five lines: indented, three full ones, one that ends early."""
    for number in range(7):
        sheet.line(words(number), indent=15, width=width - 15)
        for more in range(3):
            sheet.line(words(number + more), width=width)
        sheet.line(words(number, 50), width=160 + 9 * number)


def listed(sheet: Sheet, width: float) -> None:
    """Items of three lines and nothing else."""
    for number in range(11):
        sheet.line("• " + words(number), indent=6, width=width - 6)
        sheet.line(words(number), indent=15, width=width - 15)
        sheet.line(words(number, 50), indent=15, width=120 + 13 * number)


def quoted(sheet: Sheet, width: float) -> None:
    """Quotations, inset on both sides."""
    for number in range(7):
        for more in range(4):
            sheet.line(words(number + more), indent=25, width=width - 50)
        sheet.line(words(number, 50), indent=25, width=100 + 13 * number)


def short(sheet: Sheet, width: float) -> None:
    """Paragraphs that end before they fill a line."""
    for number in range(30):
        sheet.line(words(number, 50 + number % 5), indent=15, width=(0.62 + 0.011 * number) * (width - 15))


def ragged(sheet: Sheet, width: float) -> None:
    """Lines that end where their last word does, up to a seventh before the measure."""
    for number in range(33):
        sheet.line(words(number), width=(0.99 - 0.14 * ((5 * number) % 33) / 33) * width)


def pages(body: Callable[[Sheet, float], None], width: float) -> list[Sheet]:
    sheets = [Sheet(1), Sheet(2)]
    for sheet in sheets:
        heading(sheet, f"{sheet.number} What was looked at")
        body(sheet, width)
        heading(sheet, f"{sheet.number + 2} What was found")
    return sheets


@pytest.mark.parametrize(
    ("body", "width", "expected"),
    [
        (prose, LNCS, []),
        (listed, LNCS, []),
        (quoted, LNCS, [UNDECIDED]),
        (short, LNCS, [UNDECIDED]),
        (ragged, LNCS, []),
        (ragged, LNCS + 20, [UNDECIDED]),
        (ragged, LNCS - 20, [UNDECIDED]),
        (prose, LNCS + 14, ["width"]),
        (prose, LNCS - 14, ["width"]),
        (listed, LNCS + 14, ["width"]),
        (listed, LNCS - 14, [UNDECIDED]),
        (quoted, LNCS + 120, ["width"]),
        (short, LNCS + 120, [UNDECIDED]),
    ],
)
def test_shapes(body: Callable[[Sheet, float], None], width: float, expected: list[str]) -> None:
    assert said(*pages(body, width)) == expected


def test_left_and_right_pages_of_a_book_have_margins_of_their_own() -> None:
    sheets = [Sheet(number, left=120.0 + 30 * (number % 2)) for number in (1, 2, 3, 4)]
    for sheet in sheets:
        heading(sheet, f"{sheet.number} What was looked at")
        prose(sheet, LNCS)
    assert said(*sheets) == []


def test_a_few_words_that_hang_over_do_not_widen_the_block() -> None:
    sheets = pages(prose, LNCS)
    for sheet in sheets:
        for number in range(3):
            sheet.line(words(number), width=LNCS + 3 + 4 * number)
    assert said(*sheets) == []


def test_full_lines_tell_the_measure_beside_lists() -> None:
    sheets = pages(listed, LNCS - 14)
    for sheet in sheets:
        sheet.prose(8, width=LNCS - 14)
    assert said(*sheets) == ["width"]


def test_listings_and_tables_that_hang_over_do_not_move_the_edges() -> None:
    sheets = pages(prose, LNCS)
    for sheet in sheets:
        for number in range(4):
            sheet.line(words(number, 50), indent=-15, width=200 + 30 * number)
            sheet.line(words(number, 50), indent=3, width=LNCS + 9)
    assert said(*sheets) == []


def test_pages_that_begin_with_headings_begin_there() -> None:
    sheets = [Sheet(number) for number in range(1, 5)]
    for sheet in sheets:
        if sheet.number == 1:
            sheet.line("Which Ward Counts? Attention, Beds and", 14.0, step=18.0, font=BOLD)
        else:
            sheet.line(f"{sheet.number} Data", 12.0, step=23.0, font=BOLD)
        sheet.prose(30)
    assert said(*sheets) == []
    assert results("LNCS007", read(*sheets)) == []


def test_a_short_title_tells_the_top_where_figures_begin_all_other_pages() -> None:
    first = Sheet()
    first.line("Who Waits?", 14.0, step=60, indent=120, font=BOLD)
    first.line("Abstract. Waits differ between groups.", 9.0, step=30)
    first.prose(40)
    sheets = [first]
    for number in (2, 3):
        sheet = Sheet(number)
        sheet.drawings.append(Drawing(Box(150, 118, 460, 240), 0x3060A0FF, None))
        sheet.put(f"Fig. {number - 1}. Waits by group.", 200.0, 256.0, 9.0)
        sheet.y = 280.0 + 13 * number
        sheet.prose(28)
        sheets.append(sheet)
    paper = read(*sheets)
    assert paper.parts.title
    assert paper.layout.text_block is not None
    assert paper.layout.text_block[1] == 115.8
    assert hits("LNCS007", paper) == []
