from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faimi_check.report.wording.escape import (
    command_data,
    command_property,
    markdown_code,
    markdown_text,
    printable,
    shorten,
    spreadsheet_cell,
)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain Müller 中文", "plain Müller 中文"),
        ("two\r\nlines\u2028more", "two lines more"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("a\u202eb\u2066c", "a\ufffdb\ufffdc"),
        ("zero\u200bwidth\ufeff", "zero\ufffdwidth\ufffd"),
        ("\ud800 lone", "\ufffd lone"),
        ("\U000e0041tag", "\ufffdtag"),
    ],
)
def test_printable(raw: str, shown: str) -> None:
    assert printable(raw) == shown


@given(st.text())
def test_printable_text_has_one_line_and_can_be_encoded(text: str) -> None:
    line = printable(text)
    assert len(line.splitlines()) <= 1
    line.encode("utf-8")
    assert printable(line) == line


def test_shorten_cuts_at_a_space() -> None:
    assert shorten("one two three four", 14) == "one two three…"
    assert shorten("a" * 30, 10) == "a" * 9 + "…"
    assert shorten("short", 10) == "short"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"])
def test_a_formula_becomes_text(text: str) -> None:
    assert spreadsheet_cell(text).startswith("'")


def test_honest_cells_stay() -> None:
    assert spreadsheet_cell("page 9 = too many") == "page 9 = too many"


def test_markdown_code_outlasts_backticks() -> None:
    assert markdown_code("a ``b`` c") == "```a ``b`` c```"
    assert markdown_code("`a`") == "`` `a` ``"
    assert markdown_code("") == "` `"


def test_markdown_text_names_nobody_and_links_nothing() -> None:
    assert markdown_text("[x](y) @all <b> *s*") == r"\[x\](y) @<!-- -->all \<b\> \*s\*"


def test_workflow_commands_cannot_be_left() -> None:
    assert command_data("50 %\n::error::x", "second") == "50 %25 ::error::x%0Asecond"
    assert command_property("a:b,c%0A") == "a%3Ab%2Cc%250A"
