"""A name that no file can have is a file that is not there, for every command: one line, and no bug."""

from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.cli import main

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAPER = str(FIXTURES / "papers" / "compliant.pdf")
VIDEO = str(FIXTURES / "videos" / "small-h264.mp4")
ZIP = str(FIXTURES / "zips" / "good-divx.zip")
LONG = "n" * 300


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ([LONG], "no command"),
        (["check", f"{LONG}.pdf"], "no such file"),
        (["check", LONG], "no such file"),
        (["check", PAPER, f"{LONG}.zip"], "no such file"),
        (["check", PAPER, "--pictures", "never", "-q", "--output", f"html={LONG}.html"], "cannot be written"),
        (["check", PAPER, "--authors", LONG], "no such file"),
        (["screen", LONG, "--out", "out"], "no such file or folder"),
        (["screen", PAPER, f"{LONG}.zip", "--out", "out"], "no such file or folder"),
        (["screen", PAPER, "--out", "out", "--manifest", LONG], "no such file"),
        (["scrub", PAPER, "-o", f"{LONG}.pdf"], "cannot be written"),
        (["scrub", PAPER, "-o", f"{LONG}/a.pdf"], "does not exist"),
        (["pack", VIDEO, "-o", f"{LONG}.zip"], "cannot be written"),
        (["readme", ZIP, "-o", f"{LONG}.txt"], f"{LONG}.txt"),
        (["merge", LONG, "--out", "out"], "no such folder"),
    ],
)
def test_it_is_said_in_one_line(
    command: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        main(command)
    err = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said in err
    assert err.startswith("faimi-check: ")
    assert "a bug" not in err
    assert err.count("\n") == 1
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
