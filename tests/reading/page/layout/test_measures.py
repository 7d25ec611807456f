"""What is measured on real pages: page, columns, text block, size, leading, font."""

from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.model.paper import Layout
from faimi_check.reading.page.layout.layout import arrange
from faimi_check.reading.page.layout.measures import measure
from faimi_check.reading.page.layout.typography import leading_of, typography_of
from faimi_check.reading.parts.sections import divide
from faimi_check.reading.surface import read_pages

from ...typeset import FONTS, Sheet

PAPERS = Path(__file__).resolve().parents[4] / "fixtures" / "papers"


def measured(name: str) -> Layout:
    return read_pages(PAPERS / f"{name}.pdf", name).layout


@pytest.mark.parametrize(
    ("name", "font"),
    [
        ("compliant-midpage", "CMR10"),
        ("compliant-a4", "LMRoman10-Regular"),
        ("compliant-times", "NimbusRomNo9L-Regu"),
        ("compliant-lineno", "CMR10"),
    ],
)
def test_llncs(name: str, font: str) -> None:
    layout = measured(name)
    block = layout.text_block
    assert block is not None
    assert block[2] - block[0] == pytest.approx(345.4, abs=0.6)
    assert block[3] - block[1] == pytest.approx(547.1, abs=0.4)
    assert (layout.columns, layout.body_size, layout.body_font) == (1, 10.0, font)
    assert layout.leading == pytest.approx(11.96, abs=0.06)


def test_two_columns() -> None:
    assert measured("two-column").columns == 2


@pytest.mark.parametrize(
    ("name", "leading"), [("linespread-098", 11.72), ("linespread-095", 11.36), ("body-9pt", 10.96)]
)
def test_leading_is_the_mode(name: str, leading: float) -> None:
    assert measured(name).leading == pytest.approx(leading, abs=0.06)


def test_references_and_abstract_do_not_count_as_body() -> None:
    sheet = Sheet()
    sheet.prose(12)
    sheet.prose(30, size=9.0, step=11.0)
    style = typography_of(arrange((sheet.page(),), FONTS))
    assert style.size == 10.0


def test_pages_without_text() -> None:
    pages, parts = divide(arrange((Sheet().page(),), FONTS), FONTS)
    assert measure(pages, parts, FONTS) == Layout(page_size=(612.0, 792.0))
    assert leading_of(pages, 10.0) is None
