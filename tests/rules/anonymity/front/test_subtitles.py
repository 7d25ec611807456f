"""ANON001 where a subtitle stands between the title and the authors."""

from __future__ import annotations

import pytest

from ....reading.typeset import BOLD, Sheet
from ...lncs.read_sheets import hits, read


@pytest.mark.parametrize(
    ("subtitle", "authors", "codes"),
    [
        ("What the Wards of Four Towns Have in Common", "Anonymous Author(s)", []),
        ("A Short Reply to Those Who Count Twice", "Anonymous Author(s)", []),
        ("What the Wards of Four Towns Have in Common", "Ilse Vega and Jo Tan", ["named"]),
        ("Ilse Vega, Grace Long and Will Young", "Nordhavn", ["named"]),
        ("Quorlan Tveiss", "", ["named"]),
    ],
)
def test_a_subtitle_is_no_name(subtitle: str, authors: str, codes: list[str]) -> None:
    sheet = Sheet()
    sheet.line("Waiting Times in Four Wards", 14.0, font=BOLD, step=22.0)
    sheet.line(subtitle, 12.0, font=BOLD, step=30.0)
    if authors:
        sheet.line(authors, step=30.0)
    sheet.line("Abstract. Whose findings wait is asked of four wards.", 9.0, step=11.0)
    sheet.line("Keywords: Fairness, Wards", 9.0, step=30.0)
    sheet.line("1 Introduction", 12.0, font=BOLD, step=24.0)
    sheet.prose(30)
    assert [hit.code for hit in hits("ANON001", read(sheet))] == codes
