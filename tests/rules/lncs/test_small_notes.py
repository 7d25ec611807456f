"""LNCS002 on the size of footnotes."""

from __future__ import annotations

import pytest

from faimi_check.model.page import Box, Drawing

from ...reading.typeset import WORDS, Sheet
from .read_sheets import hits, read

ADDRESS = "https://lists.example.org/rounds/first/second/third/and/all/of/the/others/until/the/last"

ROW = "Ours 68.81 - 75.34 51.87 77.10 80.75 87.84 40.05 80.56 56.98 71.20 64.33 59.90 82.04"


def noted(size: float, text: str, lines: int = 5) -> Sheet:
    """A page with footnotes below their rule."""
    sheet = Sheet()
    sheet.prose(34)
    sheet.drawings.append(Drawing(Box(134.8, 560.0, 191.5, 560.4), 0xFF, None))
    sheet.y = 570
    for line in range(lines):
        sheet.line(f"{line + 1} {text}", size, step=1.2 * size, width=345)
    return sheet


def test_footnotes_in_smaller_type_than_tables() -> None:
    (hit,) = hits("LNCS002", read(noted(6.0, WORDS[:90])))
    assert hit.code == "footnotes"
    assert hit.message == "5 lines of footnotes on page 1 are set in 6.0 pt; no text of LNCS is smaller than 8 pt."


@pytest.mark.parametrize(
    ("size", "text", "lines"),
    [(9.0, WORDS[:90], 5), (8.0, WORDS[:90], 5), (6.0, ADDRESS, 5), (6.0, ROW, 5), (6.0, WORDS[:90], 3)],
)
def test_footnotes_as_they_may_be(size: float, text: str, lines: int) -> None:
    assert hits("LNCS002", read(noted(size, text, lines))) == []
