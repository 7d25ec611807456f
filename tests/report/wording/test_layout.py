"""Texts and lists as wide as there is room; no word is broken."""

from __future__ import annotations

import textwrap

import pytest

from faimi_check.report.wording.layout import hanging, prose, sentence_and_block, table, typed_pieces

TEXT = "The pages are compared before and after: nothing is written unless they look and read the same."
ADDRESS = "https://example.org/" + "a" * 70


@pytest.mark.parametrize("width", [20, 40, 60, 80, 110])
def test_further_lines_stand_under_the_first(width: int) -> None:
    lines = list(hanging(TEXT, width, "  - "))
    assert lines[0].startswith("  - The ")
    assert all(line.startswith("    ") and line[4] != " " for line in lines[1:])
    assert max(map(len, lines)) <= max(width, 24)
    assert " ".join(line[4:] for line in lines) == TEXT


def test_what_is_longer_than_a_line_is_whole() -> None:
    assert list(hanging(f"See {ADDRESS} for more.", 40, "  ")) == ["  See", f"  {ADDRESS}", "  for more."]
    assert list(hanging("well-known-name-of-a-file.pdf", 24)) == ["well-known-name-of-a-file.pdf"]


def test_letters_of_two_cells_count_twice() -> None:
    lines = list(hanging("the words 我们在 前期工作 中提出的 and what follows them in the same line", 24))
    assert lines == ["the words 我们在", "前期工作 中提出的 and", "what follows them in the", "same line"]


def test_without_a_width_it_is_one_line() -> None:
    assert list(hanging(TEXT, None, "head ")) == [f"head {TEXT}"]
    assert list(hanging("", 40, "head ")) == ["head"]


def test_paragraphs_keep_their_indentation() -> None:
    text = f"Head\n\nWhy\n    {TEXT}\n    {TEXT}\n\n        code"
    lines = list(prose(text, 60))
    assert lines[:3] == ["Head", "", "Why"]
    assert lines[-2:] == ["", "        code"]
    assert all(line.startswith("    ") and len(line) <= 60 for line in lines[3:-2])
    assert textwrap.dedent("\n".join(lines[3:-2])).replace("\n", " ") == f"{TEXT} {TEXT}"


def test_a_tables_text_stands_beside_its_columns_or_below() -> None:
    rows = [("LEN001", "page-limit", TEXT), ("LEN002", "reference-pages", "Short.")]
    assert list(table(rows, None))[1] == "LEN002  reference-pages  Short."
    wide = list(table(rows, 80))
    assert wide[0].startswith("LEN001  page-limit       The pages")
    assert all(line.startswith(" " * 25) for line in wide[1:-1])
    narrow = list(table(rows, 40))
    assert narrow[0] == "LEN001 page-limit"
    assert narrow[-1] == "    Short."
    assert max(map(len, narrow)) <= 40
    assert list(table([], 40)) == []


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("No author list was given (--authors FILE).", ["--authors FILE"]),
        (
            "1 error not shown (--min-severity error, --min-confidence certain)",
            ["--min-severity error", "--min-confidence certain"],
        ),
        (
            '--pictures never leaves them out; pip install "faimi-check[pictures]" reads them.',
            ["--pictures never", 'pip install "faimi-check[pictures]"'],
        ),
        ("See faimi-check explain ANON002.", ["faimi-check explain ANON002"]),
        ("There is a newer call: faimi-2026 (--venue faimi-2026)", ["--venue faimi-2026"]),
        (
            "Take out \\linespread and \\usepackage[disable]{todonotes}.",
            ["\\linespread", "\\usepackage[disable]{todonotes}"],
        ),
        ("In LaTeX `\\hypersetup{pdfauthor={}}`, in Word File > Info.", ["\\hypersetup{pdfauthor={}}"]),
        ("Two files -- a.mp4 and b--c.mp4 -- in C:\\Users\\quill play well-known clips.", []),
        ("Run faimi-check again.", []),
    ],
)
def test_options_commands_and_tex_are_typed_as_they_stand(said: str, typed: list[str]) -> None:
    pieces = list(typed_pieces(said))
    assert [piece for piece, as_it_stands in pieces if as_it_stands] == typed
    assert "".join(piece for piece, _ in pieces) == said.replace("`", "")


@pytest.mark.parametrize(
    ("fix", "sentence", "block"),
    [
        ("Take it out.", "Take it out.", []),
        ("Or run:\n\nzip -d a.zip b", "Or run:", ["zip -d a.zip b"]),
        ("Say:\n\nREADME\n\na.avi\n  Codec: DivX\n", "Say:", ["README", "", "a.avi", "  Codec: DivX"]),
        ("", "", []),
    ],
)
def test_what_is_to_be_copied_stands_behind_the_sentence(fix: str, sentence: str, block: list[str]) -> None:
    assert sentence_and_block(fix) == (sentence, block)


def test_no_made_up_sentence_is_slow_to_look_through() -> None:
    for text in ("\\a{" * 20_000, "`" * 50_001, "--a" * 30_000, "\\ab{{" * 20_000, 'pip install "' * 9_000):
        assert "".join(piece for piece, _ in typed_pieces(text)).replace("`", "") == text.replace("`", "")
