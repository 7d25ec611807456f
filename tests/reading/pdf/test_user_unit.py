"""Pages that measure themselves in a unit of their own: everything read of them is in points."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from pypdf.annotations import Text
from pypdf.generic import BooleanObject, FloatObject, NameObject, PdfObject, TextStringObject

from faimi_check.model.page import Box
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.reading.paper import read_paper

PAPERS = Path(__file__).resolve().parents[3] / "fixtures" / "papers"


def read(path: Path) -> Paper:
    return read_paper(path, path.name)


def made(tmp_path: Path, *units: PdfObject | None) -> Path:
    writer = pypdf.PdfWriter()
    for unit in units:
        page = writer.add_blank_page(300, 400)
        if unit is not None:
            page[NameObject("/UserUnit")] = unit
    writer.add_annotation(0, Text(rect=(10, 380, 20, 390), text="a note"))
    writer.write(tmp_path / "made.pdf")
    return tmp_path / "made.pdf"


def test_a_page_in_units_of_two_points_measures_as_the_page_that_it_shows() -> None:
    paper = read(PAPERS / "compliant-user-unit.pdf")
    assert {(page.width, page.height) for page in paper.pages} == {(612.0, 792.0)}
    assert (paper.layout.body_size, paper.layout.leading) == (pytest.approx(10, abs=0.1), pytest.approx(12, abs=0.1))
    assert paper.layout.text_block is not None
    assert paper.layout.text_block[2] - paper.layout.text_block[0] == pytest.approx(345.8, abs=0.5)
    assert [page.hidden for page in paper.pages] == [(), ()]
    assert paper.problems == ()


def test_pages_may_differ_in_their_units(tmp_path: Path) -> None:
    paper = read(made(tmp_path, FloatObject(1.5), None, FloatObject(0.1)))
    assert [(page.width, page.height) for page in paper.pages] == [(450, 600), (300, 400), (30, 40)]
    assert paper.annotations[0].box == Box(15, 15, 30, 30)
    assert paper.problems == ()


@pytest.mark.parametrize(
    "unit", [FloatObject(0), FloatObject(-2), FloatObject(1e6), BooleanObject(True), TextStringObject("2")]
)
def test_what_is_no_unit_leaves_the_layout_open(unit: PdfObject, tmp_path: Path) -> None:
    (problem,) = read(made(tmp_path, None, unit)).problems
    assert problem.aspects == (Aspect.LAYOUT,)
    assert problem.detail.startswith("The pages' units of length could not be read to the end (page 2 says that it is ")
