"""What tests of pictures share: the extra, if it is there, and pictures made of lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from faimi_check.model.burned_in import BurnedInLine, BurnedInPicture
from faimi_check.model.page import Box
from faimi_check.reading.burned_in.letters import installed

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
PICTURES = FIXTURES / "pictures"
needs_extra = pytest.mark.skipif(not installed(), reason="needs the extra `pictures`")


def picture(
    *lines: str, codes: Sequence[str] = (), score: float = 0.98, pixels: float = 16, page: int | None = 1
) -> BurnedInPicture:
    """Lines below one another, as they would be read."""

    def line(text: str, row: int) -> BurnedInLine:
        return BurnedInLine(text, Box(10, 20 * row, 10 + 8 * len(text), 20 * row + 16), score, pixels)

    return BurnedInPicture(
        page=page,
        box=Box(0, 0, 480, 320),
        seconds=None if page else 3.0,
        lines=tuple(line(text, row) for row, text in enumerate(lines)),
        codes=tuple(line(text, row) for row, text in enumerate(codes)),
    )
