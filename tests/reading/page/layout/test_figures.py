"""Drawings that stand together, and rules that frame."""

from __future__ import annotations

import time

from faimi_check.model.page import Box, Drawing, Page
from faimi_check.reading.page.layout.figures import find_drawn, find_stationery


def page(*boxes: tuple[float, float, float, float], fill: int | None = None) -> Page:
    drawings = tuple(Drawing(Box(*box), fill, None if fill else 0x000000FF, at) for at, box in enumerate(boxes))
    return Page(number=1, width=612, height=792, drawings=drawings)


def test_boxes_joined_by_an_arrow_are_one_figure() -> None:
    drawn = find_drawn(page((140, 120, 200, 150), (200, 134, 300, 135), (300, 120, 360, 150)))
    assert len(drawn.figures) == 1
    assert drawn.figures[0].width > 200


def test_boxes_far_from_each_other_are_two() -> None:
    assert len(find_drawn(page((140, 120, 200, 150), (300, 400, 360, 450))).figures) == 2


def test_rules_underlines_and_dots_are_no_figure() -> None:
    drawn = find_drawn(page((140, 120, 200, 120.5), (300, 400, 305, 404), (140, 500, 141, 512)))
    assert drawn == ([], [])


def test_a_frame_of_four_rules_is_a_frame() -> None:
    frame = (134, 177, 135, 524), (134, 177, 481, 178), (134, 523, 481, 524), (480, 177, 481, 524)
    drawn = find_drawn(page(*frame))
    assert len(drawn.tables) == 1
    assert drawn.tables[0].height > 340


def test_a_logo_on_every_page_is_no_figure() -> None:
    pages = [page((50, 700, 110, 740), (140, 120 + 9 * at, 300, 250 + 9 * at), fill=0x3333FFFF) for at in range(5)]
    stationery = find_stationery(pages)
    assert [len(find_drawn(one, stationery).figures) for one in pages] == [1] * 5


def test_white_shapes_show_nothing() -> None:
    assert find_drawn(page((140, 120, 300, 250), fill=0xFFFFFFFF)) == ([], [])


def test_twenty_thousand_strokes_are_cheap_and_few() -> None:
    strokes = [(100 + at % 400, 100 + at % 590, 103 + at % 400, 104 + at % 590) for at in range(20_000)]
    rules = [(100, 100 + at / 40, 300, 100.4 + at / 40) for at in range(20_000)]
    start = time.process_time()
    drawn = find_drawn(page(*strokes, *rules))
    assert time.process_time() - start < 3
    assert len(drawn.figures) + len(drawn.tables) <= 120


def test_coordinates_out_of_this_world() -> None:
    far = (float("nan"), 0, 1, 1), (1e12, 0, 2e12, 50), (-1e12, -1e12, 1e12, 1e12)
    assert len(find_drawn(page(*far)).figures) <= 1
