"""Code that is set in columns wider than its letters, as LaTeX's listings do: a gap beside a long token is no blank."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from tests.rules.hidden.altered import Altered, named

from faimi_check.reading.page.objects.code_columns import free_columns
from faimi_check.reading.paper import read_paper

LETTER = 0.6


def listed(line: str, column: float) -> str:
    """The commands that set a line of Courier as LaTeX's listings would in such columns, a share of a letter wide."""
    tokens = [*re.finditer(r"\w+|[^\w ]", line)]
    pieces = [f"({tokens[0][0]})"]
    for one, other in pairwise(tokens):
        free = other.start() - one.end()
        gap = (len(one[0]) + len(other[0])) * LETTER * (column - 1) / 2 + free * LETTER * column
        escaped = re.sub(r"([()])", r"\\\1", other[0])
        pieces.append(f"{-1000 * gap:.0f} ({escaped})")
    return f"BT /Cr 9 Tf 1 0 0 1 140 560 Tm [{' '.join(pieces)}] TJ ET"


def runs(commands: str, folder: Path) -> list[str]:
    paper = Altered()
    paper.resource(1, "Font", "Cr", paper.writer._add_object(named(Type="Font", Subtype="Type1", BaseFont="Courier")))
    paper.draw(1, commands)
    path = folder / "paper.pdf"
    with path.open("wb") as out:
        paper.writer.write(out)
    return [run.text for run in read_paper(path, path.name).pages[0].runs]


@pytest.mark.parametrize("column", [1.05, 1.2, 1.4])
@pytest.mark.parametrize(
    "line",
    [
        'mirror = "yrsa.norrgren@kolmbeck-hospital.no"',
        "pull kolmbeckregistry.no/triage_models:2.1 now",
        "def waiting(days, groups=3): return sorted(days)",
    ],
)
def test_gaps_beside_long_tokens_are_no_blanks(line: str, column: float, tmp_path: Path) -> None:
    assert line in runs(listed(line, column), tmp_path)


@pytest.mark.parametrize(
    "drawn",
    [
        # Blanks as the font has them, and in widths of their own.
        "[(group gap = one - two)]",
        "[(group) -600 (gap) -900 (=) -750 (one) -830 (-) -640 (two)]",
        "[(group) -610 (gap) -1220 (=) -620 (one - two)]",
    ],
)
def test_other_blanks_stay(drawn: str, tmp_path: Path) -> None:
    assert "group gap = one - two" in runs(f"BT /Cr 9 Tf 1 0 0 1 140 560 Tm {drawn} TJ ET", tmp_path)


def test_letters_that_are_spread_within_their_tokens_leave_no_blanks(tmp_path: Path) -> None:
    # The columns are a seventh wider than the letters, and what a token is short of stands between its letters.
    pieces = "(n) -90 (a) -90 (s) -180 (-) -170 (k) -60 (v) -60 (e) -60 (r) -60 (n) -150 (/) -150 (o) -780 (u) -70 (t)"
    assert "nas-kvern/o ut" in runs(f"BT /Cr 9 Tf 1 0 0 1 140 560 Tm [{pieces}] TJ ET", tmp_path)


@pytest.mark.parametrize(
    "places",
    [
        [],
        [(0.0, 0.0)],
        [(0.0, 0.0)] * 5,
        # From right to left, on several lines, as the font has them, in no columns.
        [(6.0, 0.0), (4.8, 0.0), (2.4, 0.0), (0.0, 0.0)],
        [(0.0, 0.0), (1.0, 0.0), (2.3, 8.0), (3.3, 8.0), (5.2, 8.0)],
        [(0.0, 0.0), (1.0, 0.0), (3.0, 0.0), (6.0, 0.0), (7.0, 0.0)],
        [(0.0, 0.0), (1.0, 0.0), (2.15, 0.0), (3.8, 0.0), (6.13, 0.0)],
    ],
)
def test_where_there_are_no_columns_nothing_is_told(places: list[tuple[float, float]]) -> None:
    assert free_columns(places) is None
