"""What each command prints is laid out to the terminal, to COLUMNS, and into a pipe."""

from __future__ import annotations

import itertools
import re
import shutil
from pathlib import Path

import pytest

from faimi_check.cli import main
from faimi_check.cli.console.terminal import PIPE_WIDTH, list_width, text_width

FIXTURES = Path(__file__).parents[3] / "fixtures"
PAPERS = FIXTURES / "papers"
LONG = "a-long-name-that-fills-more-than-half-of-a-narrow-terminal-and-is-never-broken-2026"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    shutil.copy(PAPERS / "author-block.pdf", "paper.pdf")


def lines_of(*arguments: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code in (0, 1)
    lines = capsys.readouterr().out.splitlines()
    assert lines
    return lines


COMMANDS = [
    ["explain", "LEN001"],
    ["explain", "ANON006"],
    ["rules"],
    ["rules", "--venue", "faimi-2025"],
    ["venues"],
    ["venue", "show", "faimi-2025"],
    ["venue", "diff", "faimi-2025", "faimi-2026"],
    ["check", "--show-config"],
    ["scrub", "paper.pdf", "-o", "clean.pdf"],
]


@pytest.mark.parametrize("columns", [60, 80, 100])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_columns_are_kept(
    command: list[str], columns: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = lines_of(*command, capsys=capsys)
    # A web address is longer than a line, and whole.
    assert [line for line in lines if len(line) > columns and "://" not in line] == []


def test_columns_count_in_a_pipe_for_a_check_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    widest = {}
    for columns in ("", "60", "100", "many"):
        monkeypatch.setenv("COLUMNS", columns)
        widest[columns] = max(map(len, lines_of("check", "paper.pdf", capsys=capsys)[1:]))
    assert widest["60"] <= 60 < widest[""] <= 80 < widest["100"] <= 100
    assert widest["many"] == widest[""]


def test_the_widths(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (text_width(), list_width()) == (PIPE_WIDTH, None)
    for columns, width in (("60", 60), ("20", 40), ("400", 110)):
        monkeypatch.setenv("COLUMNS", columns)
        assert (text_width(), list_width()) == (width, width)


def test_an_explanation_keeps_its_indentation(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = lines_of("explain", "ANON006", capsys=capsys)
    headings = {
        "Why",
        "How it decides",
        "When it can be wrong",
        "Fix",
        "Codes (severity unless the venue says otherwise)",
    }
    assert headings < set(lines)
    body = lines[lines.index("Why") :]
    assert [line for line in body if line and line not in headings and not re.match(r" {4}\S", line)] == []
    # No line is left half empty but the last one of a paragraph.
    ragged = [line for line, after in itertools.pairwise(body) if after and line.strip() and len(line) < 30]
    assert [line for line in ragged if line not in headings and not re.match(r" {4}[a-z-]+ +[a-z]+$", line)] == []


@pytest.mark.parametrize("command", [["rules"], ["venues"]], ids=" ".join)
def test_a_list_in_a_pipe_has_an_entry_a_line(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    lines = lines_of(*command, capsys=capsys)
    assert [line for line in lines if line.startswith(" ")] == []
    assert max(map(len, lines)) > PIPE_WIDTH


@pytest.mark.parametrize("columns", ["", "60", "110"])
def test_no_name_is_broken_in_the_list_of_submissions(
    columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    Path("uploads").mkdir()
    shutil.copy("paper.pdf", f"uploads/{LONG}.pdf")
    shutil.copy(FIXTURES / "zips" / "as-finder.zip", f"uploads/{LONG}.zip")
    text = "\n".join(lines_of("screen", "uploads", "--list", capsys=capsys))
    assert f"{LONG}.pdf" in text
    assert f"{LONG}.zip" in text
    assert text.endswith("1 submission, 1 with a supplement; nothing was judged.")
