"""Runs to lines: words, superscripts, accents, labels; text as a person reads it."""

from __future__ import annotations

import pytest

from faimi_check.model.page import TextRun
from faimi_check.reading.page.layout.fragments import Fragment, fragments_of, merge_rows, on_one_baseline
from faimi_check.reading.page.layout.lines import to_line

from ...typeset import BOLD, FONTS, run


def texts(*runs: TextRun, gutter: tuple[float, float] | None = None) -> list[str]:
    return [line.text for line in lines(*runs, gutter=gutter)]


def lines(*runs: TextRun, gutter: tuple[float, float] | None = None) -> list:
    return [to_line(one, FONTS) for one in merge_rows(fragments_of(enumerate(runs)), gutter)]


def test_a_gap_of_a_word_space_is_a_space_and_a_smaller_one_is_none() -> None:
    assert texts(run("waiting", 100, 50, width=35), run("time", 138, 50)) == ["waiting time"]
    assert texts(run("20", 100, 50, width=10), run("09", 110.4, 50)) == ["2009"]


def test_spaces_are_never_doubled() -> None:
    assert texts(run("waiting ", 100, 50, width=35), run(" time  of", 138, 50)) == ["waiting time of"]


def test_a_superscript_belongs_to_its_line() -> None:
    (line,) = lines(run("Vintersol", 100, 50, width=45), run("1,2", 145.2, 46.4, 7.0, width=10))
    assert (line.text, line.size, line.baseline) == ("Vintersol1,2", 10.0, 50.0)


def test_a_full_size_identifier_may_be_raised_where_it_touches() -> None:
    pieces = run("Vintersol", 100, 50, width=45), run("[0000-1111]", 146, 46, width=50), run(", Osgarde", 196.5, 50)
    assert texts(*pieces) == ["Vintersol[0000-1111], Osgarde"]


def test_lines_below_each_other_stay_apart() -> None:
    assert texts(run("first", 100, 50), run("second", 100, 62)) == ["first", "second"]


def test_an_accent_drawn_apart_is_put_on_its_letter_without_a_space() -> None:
    pieces = run("K ", 100, 50, width=6), run("¨", 107, 50, width=3), run("uper", 106.5, 50, width=20)
    assert texts(*pieces) == ["Küper"]


def test_a_number_far_from_its_heading_is_joined_and_a_table_cell_is_not() -> None:
    assert texts(run("2.1", 100, 50, width=15), run("Data", 135, 50)) == ["2.1 Data"]
    assert texts(run("Residual network", 100, 50, width=80), run("0.91", 215, 50)) == ["Residual network", "0.91"]


def test_nothing_is_joined_across_the_gutter() -> None:
    pieces = run("left column", 100, 50, width=198), run("right", 308, 50)
    assert texts(*pieces) == ["left column right"]
    assert texts(*pieces, gutter=(298, 308)) == ["left column", "right"]


def test_size_font_and_style_are_those_of_most_characters() -> None:
    (line,) = lines(run("Gaps.", 100, 50, font=BOLD, width=25), run("several audits report", 129, 50))
    assert (line.bold, line.font, line.runs) == (False, 0, (0, 1))


def test_a_fragment_drawn_later_joins_from_the_left() -> None:
    assert texts(run("lists are read", 120, 50), run("far below", 100, 90), run("The", 102, 50, width=15)) == [
        "The lists are read",
        "far below",
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"), [((50, 10), (46, 7), True), ((50, 10), (62, 10), False), ((50, 28), (44, 10), False)]
)
def test_one_baseline(first: tuple[float, float], second: tuple[float, float], joined: bool) -> None:
    assert on_one_baseline(*first, *second) is joined


def test_ten_thousand_runs_on_one_spot_take_no_quadratic_time() -> None:
    crowded = [Fragment(at, run("x", 100 + 50 * at, 50)) for at in range(10_000)]
    assert len(merge_rows(crowded, None)) == 10_000
