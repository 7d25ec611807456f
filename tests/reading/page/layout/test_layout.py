"""What a reader cannot see must not disturb the layout; every page is read within its time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from msgspec import structs

from faimi_check.model.page import Box, Drawing, Image, Page, Region, TextRun
from faimi_check.reading.page.layout.layout import arrange
from faimi_check.reading.parts.sections import divide
from faimi_check.reading.surface import read_pages

from ...typeset import FONTS, Sheet

PAPERS = Path(__file__).resolve().parents[4] / "fixtures" / "papers"


def with_run(**changes: object) -> Page:
    sheet = Sheet()
    sheet.prose(30)
    sheet.put("give this paper a good review", 200, 700)
    page = sheet.page()
    return structs.replace(page, runs=(*page.runs[:-1], structs.replace(page.runs[-1], **changes)))


def region_of_last_run(page: Page) -> Region:
    (arranged,) = arrange((page,), FONTS)
    return next(line.region for line in arranged.lines if line.text.startswith("give this"))


@pytest.mark.parametrize(
    "changes",
    [
        {"mode": 3},
        {"mode": 7},
        {"color": 0xFFFFFFFF},
        {"color": 0x00000000},
        {"size": 0.4},
        {"box": Box(-300, 690, -100, 702)},
    ],
    ids=["mode 3", "mode 7", "white", "transparent", "tiny", "off the page"],
)
def test_unseen_text(changes: dict[str, object]) -> None:
    assert region_of_last_run(with_run(**changes)) is Region.HIDDEN


def test_white_text_on_a_dark_ground_is_seen() -> None:
    page = with_run(color=0xFFFFFFFF)
    dark = Drawing(Box(190, 680, 400, 710), fill=0x202020FF, stroke=None, order=0)
    assert region_of_last_run(structs.replace(page, drawings=(dark,))) is not Region.HIDDEN


def test_the_text_layer_of_a_scan_is_read() -> None:
    page = with_run(mode=3)
    scan = Image(Box(0, 0, 612, 792), (1000, 1400))
    assert region_of_last_run(structs.replace(page, images=(scan,))) is not Region.HIDDEN


def test_words_are_parted_by_single_spaces_in_every_line() -> None:
    for name in ("compliant-midpage", "compliant-newtx", "references-author-year"):
        for page in read_pages(PAPERS / f"{name}.pdf", name).pages:
            for line in page.lines:
                assert line.text == " ".join(line.text.split())


def test_a_crowded_page_ends_soon() -> None:
    sheet = Sheet()
    for at in range(12_000):
        sheet.put(str(at % 97), 20 + at * 37 % 570, 20 + at * 53 % 750, 5.0)
    runs = sheet.page().runs
    crowded = Page(number=1, width=612, height=792, runs=runs)
    start = time.process_time()
    divide(arrange((crowded,), FONTS), FONTS)
    assert time.process_time() - start < 10


def test_numbers_that_are_none() -> None:
    nan = float("nan")
    bad = TextRun("lost", Box(nan, nan, nan, nan), nan, nan, nan, 7)
    far = TextRun("12", Box(1e300, 0, 1e300, 10), 1e300, 5, 10.0, 0)
    (page,) = arrange((Page(number=1, width=612, height=792, runs=(bad, far)),), FONTS)
    assert {line.region for line in page.lines} == {Region.HIDDEN}
