"""What overlaps a place of a page is found by its height, as if each were compared with it."""

from __future__ import annotations

import random

from faimi_check.model.bands import Bands
from faimi_check.model.page import Box


def test_it_finds_what_comparing_with_each_finds() -> None:
    chosen = random.Random(3)
    boxes = []
    for _ in range(400):
        x, y = chosen.uniform(-50, 600), chosen.uniform(-400, 4000)
        boxes.append(Box(x, y, x + chosen.uniform(0, 90), y + chosen.uniform(0, 200)))
    bands = Bands(boxes[:200])
    for box in boxes[200:]:
        assert list(bands.over(box)) == [at for at, other in enumerate(boxes[:200]) if other.overlap(box) > 0]
        assert bands.touch(box) == any(other.overlap(box) > 0 for other in boxes[:200])


def test_a_page_without_any_has_none() -> None:
    assert not Bands(()).touch(Box(0, 0, 600, 800))
