"""Which pictures of a page are read: those that show something on it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

pytest.importorskip("cv2", reason="needs the extra: pip install 'faimi-check[pictures]'")

from faimi_check.model.page import Box
from faimi_check.model.paper import Paper
from faimi_check.reading.burned_in.chosen_pictures import chosen_pictures
from faimi_check.reading.limits import BurnedInLimits
from faimi_check.reading.paper import read_paper

OUTLINED = Path(__file__).resolve().parents[3] / "fixtures" / "pictures" / "outlined.pdf"


def boxes(paper: Paper) -> list[Box]:
    with closing(pypdfium2.PdfDocument(OUTLINED)) as document:
        return [picture.box for picture in chosen_pictures(document, paper, BurnedInLimits())]


def moved(paper: Paper, across: float) -> Paper:
    """The paper with its figures, and what they hold, so far to the right."""

    def shifted(box: Box) -> Box:
        return Box(box.x0 + across, box.top, box.x1 + across, box.bottom)

    pages = tuple(
        replace(
            page,
            figures=tuple(replace(figure, box=shifted(figure.box)) for figure in page.figures),
            drawings=tuple(replace(drawing, box=shifted(drawing.box)) for drawing in page.drawings),
            runs=(),
        )
        for page in paper.pages
    )
    return replace(paper, pages=pages)


def test_a_figure_of_outlines_is_read_where_it_stands_and_not_beside_the_page() -> None:
    paper = read_paper(OUTLINED, "outlined.pdf")
    assert len(boxes(paper)) == 1
    assert boxes(moved(paper, 2_000)) == []
    assert boxes(moved(paper, -2_000)) == []
