"""What is lost of a paper's pictures when one of them cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

from faimi_check.reading.burned_in import figures
from faimi_check.reading.burned_in.chosen_pictures import TOO_MUCH
from faimi_check.reading.limits import BurnedInLimits
from faimi_check.reading.paper import read_paper

from ...rules.lettering import PICTURES, needs_extra

SCANNED = PICTURES / "scanned-names.pdf"


@needs_extra
def test_a_picture_that_the_reader_fails_on_is_counted_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[Any] = []

    def failing_at_first(pixels: Any) -> tuple[()]:
        handed.append(pixels)
        if len(handed) == 1:
            raise RuntimeError("std::bad_alloc")
        return ()

    monkeypatch.setattr(figures, "read_lines", failing_at_first)
    found = figures.read_figures(SCANNED, read_paper(SCANNED, "paper.pdf"))
    assert (found.looked, found.left, found.why) == (1, 1, figures.BROKE_OFF)


@needs_extra
def test_pictures_over_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "read_lines", lambda pixels: ())
    found = figures.read_figures(SCANNED, read_paper(SCANNED, "paper.pdf"), BurnedInLimits(max_pictures=1))
    assert (found.looked, found.left, found.why) == (1, 1, "over the limit of 1")


@needs_extra
def test_a_page_on_which_too_much_is_drawn_is_counted_and_not_rendered(monkeypatch: pytest.MonkeyPatch) -> None:
    outlined = PICTURES / "outlined.pdf"
    monkeypatch.setattr(figures, "read_lines", lambda pixels: ())
    paper = read_paper(outlined, "paper.pdf")
    assert figures.read_figures(outlined, paper).left == 0
    found = figures.read_figures(outlined, paper, BurnedInLimits(max_drawings=10))
    assert (found.left, found.why) == (1, TOO_MUCH)
