"""Line numbers in the margin, told from labels of references and from tables."""

from __future__ import annotations

import pytest

from faimi_check.model.page import Region
from faimi_check.reading.page.layout.layout import arrange
from faimi_check.reading.page.layout.rulers import find_rulers

from ...typeset import FONTS, Sheet


def numbered(
    first: int = 1, *, x: float = 117.0, size: float = 6.0, digits: int = 0, every: int = 1, lines: int = 40
) -> Sheet:
    sheet = Sheet()
    for at in range(0, lines, every):
        sheet.put(str(first + at).zfill(digits), x, 125.8 + 12 * at, size)
    sheet.prose(lines)
    return sheet


@pytest.mark.parametrize(
    "sheet",
    [
        numbered(),
        numbered(491),
        numbered(1, x=490.0),
        numbered(33, digits=3, x=105.0),
        numbered(5, every=5),
        numbered(980, x=110.0),
    ],
    ids=["left", "high", "right", "three-digit", "every fifth", "growing"],
)
def test_a_ruler_is_no_text(sheet: Sheet) -> None:
    (page,) = arrange((sheet.page(),), FONTS)
    numbers = [line for line in page.lines if line.region is Region.LINE_NUMBER]
    assert len(numbers) == sum(one.text.isdigit() for one in sheet.runs)
    assert not any(line.text.isdigit() for line in page.lines if line.region is Region.BODY)


def test_a_ruler_seen_on_one_page_holds_for_a_page_with_two_lines() -> None:
    short = Sheet(2)
    short.put("41", 117, 125.8, 6.0)
    short.put("42", 117, 137.8, 6.0)
    short.prose(2)
    pages = arrange((numbered().page(), short.page()), FONTS)
    assert [line.text for line in pages[1].lines if line.region is Region.LINE_NUMBER] == ["41", "42"]


def test_labels_of_references_are_no_ruler() -> None:
    sheet = Sheet()
    for number in range(1, 16):
        sheet.put(str(number), 134.8, sheet.y, 9.0)
        sheet.prose(1, size=9.0, step=11.0)
        sheet.prose(1, size=9.0, step=11.0)
    assert find_rulers((sheet.page(),)) == ()


def test_a_column_of_counts_in_a_table_is_no_ruler() -> None:
    sheet = Sheet()
    for number in range(1, 12):
        sheet.put(f"collection number {number}", 140, sheet.y)
        sheet.put(str(number), 300, sheet.y)
        sheet.y += 11
    sheet.prose(25)
    assert find_rulers((sheet.page(),)) == ()


def test_the_last_numbers_of_a_column_may_stand_elsewhere() -> None:
    sheet = numbered(700, lines=30)
    sheet.put("730", 300.0, sheet.y, 6.0)
    sheet.put("12", 320.0, sheet.y, 6.0)
    sheet.prose(1)
    (page,) = arrange((sheet.page(),), FONTS)
    assert "730" in [line.text for line in page.lines if line.region is Region.LINE_NUMBER]
    assert "12" not in [line.text for line in page.lines if line.region is Region.LINE_NUMBER]
