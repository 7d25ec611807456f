"""Letters that stand apart, as LaTeX's listings set them: a gap beside a token is no blank."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from tests.rules.hidden.altered import Altered, named

from faimi_check.reading.page.objects.letter_gaps import Extent, blanks_between
from faimi_check.reading.paper import read_paper

# Ems: Courier's letters, and those of Helvetica that the lines below have.
COURIER = dict.fromkeys(map(chr, range(33, 127)), 0.6)
HELVETICA = {
    **dict.fromkeys("abdeghnopqu_", 0.556), **dict.fromkeys("ijl.:/", 0.25), **dict.fromkeys("ckstvyxz", 0.5),
    "m": 0.833, "r": 0.333, "-": 0.333, "@": 1.015, "w": 0.722, "f": 0.278,
}  # fmt: skip
LINES = [
    'mirror = "yrsa.norrgren@kolmbeck-hospital.no"',
    "pull kolmbeckregistry.no/triage_models:2.1 now",
    "def waiting(days, groups=3): return sorted(days)",
]


def listed(line: str, widths: dict[str, float], column: float) -> list[str]:
    """The tokens of a line as a listing sets them in columns of so many ems, each letter in the middle of its share."""
    pieces: list[str] = []
    tokens = [*re.finditer(r"\w+|[^\w ]", line)]
    glue = [
        (len(token[0]) * column - sum(widths[letter] for letter in token[0])) / (len(token[0]) + 1) for token in tokens
    ]
    for number, token in enumerate(tokens):
        letters = f" {-1000 * glue[number]:.0f} ".join(
            f"({letter})".replace("((", r"(\(").replace("))", r"\))") for letter in token[0]
        )
        pieces.append(letters)
    gaps = [
        (other.start() - one.end()) * column + glue[number] + glue[number + 1]
        for number, (one, other) in enumerate(pairwise(tokens))
    ]
    return [pieces[0], *(f"{-1000 * gap:.0f} {piece}" for gap, piece in zip(gaps, pieces[1:], strict=True))]


def runs(commands: str, folder: Path, *, lines: bool = False) -> list[str]:
    paper = Altered()
    paper.resource(1, "Font", "Cr", paper.writer._add_object(named(Type="Font", Subtype="Type1", BaseFont="Courier")))
    paper.draw(1, f"BT 1 0 0 1 140 560 Tm {commands} ET")
    path = folder / "paper.pdf"
    with path.open("wb") as out:
        paper.writer.write(out)
    page = read_paper(path, path.name).pages[0]
    return [line.text for line in page.lines] if lines else [run.text for run in page.runs]


@pytest.mark.parametrize("column", [0.63, 0.72, 0.78])
@pytest.mark.parametrize("line", LINES)
def test_gaps_beside_tokens_of_code_are_no_blanks(line: str, column: float, tmp_path: Path) -> None:
    assert line in runs(f"/Cr 9 Tf [{' '.join(listed(line, COURIER, column))}] TJ", tmp_path)


@pytest.mark.parametrize("line", LINES)
def test_nor_are_they_where_each_token_is_drawn_by_itself(line: str, tmp_path: Path) -> None:
    drawn = " ".join(f"[{token}] TJ" for token in listed(line, COURIER, 0.72))
    assert line in runs(f"/Cr 9 Tf {drawn}", tmp_path, lines=True)


def test_nor_are_gaps_between_the_letters_of_a_word(tmp_path: Path) -> None:
    line = "scp vega@files.kolmbeck-hospital.no:/data/waiting_times ."
    spread = runs(f"/Hv 9 Tf [{' '.join(listed(line, HELVETICA, 0.6))}] TJ", tmp_path)
    assert line in spread


def test_words_of_code_in_a_sentence_stay_apart(tmp_path: Path) -> None:
    drawn = "/Cr 9 Tf [(SORT) -333] TJ [(BY) -333] TJ [(DAY)] TJ"
    assert "SORT BY DAY" in runs(drawn, tmp_path, lines=True)


@pytest.mark.parametrize(
    "drawn",
    [
        # Blanks as the font has them, and wider ones.
        "/Cr 9 Tf [(group gap = one - two)]",
        "/Cr 9 Tf [(group) -600 (gap) -900 (=) -750 (one) -830 (-) -640 (two)]",
        "/Hv 9 Tf [(group) -278 (gap) -250 (=) -278 (one) -300 (-) -220 (two)]",
    ],
)
def test_other_blanks_stay(drawn: str, tmp_path: Path) -> None:
    assert "group gap = one - two" in runs(f"{drawn} TJ", tmp_path)


@pytest.mark.parametrize(
    "row",
    [
        # Without a width, one upon the other, from right to left, on several lines, side by side.
        [(0.0, 0.0, 0.0)] * 3,
        [(0.0, 5.0, 0.0)] * 3,
        [(20.0, 25.0, 0.0), (10.0, 15.0, 0.0), (0.0, 5.0, 0.0)],
        [(0.0, 5.0, 0.0), (6.0, 11.0, 0.0), (12.0, 17.0, 9.0)],
        [(0.0, 5.0, 0.0), (5.0, 10.0, 0.0), (16.0, 21.0, 0.0), (21.0, 26.0, 0.0)],
    ],
)
def test_where_letters_do_not_stand_apart_nothing_is_told(row: list[tuple[float, float, float]]) -> None:
    assert blanks_between([Extent(*one) for one in row], 0.8) is None
