"""A run that goes on with another one in its folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from faimi_check import UnusableError
from faimi_check import screen as screen_files
from faimi_check.interface.settings import DEFAULT_VENUE

from .test_screen import GOOD, screen

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
OTHER_CALL = "miccai-2025"


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    folder = tmp_path / "uploads"
    folder.mkdir()
    for number in (1, 2, 3):
        shutil.copy(GOOD, folder / f"{number}.pdf")
    return folder


def run(uploads: Path, out: Path, *more: object) -> int:
    fixed = ("--out", out, "--no-pictures", "--pictures", "never", "--select", "LEN001", "--fail-on", "never")
    return screen(uploads, *fixed, *more)


def venue(out: Path) -> object:
    return json.loads((out / "run.json").read_text(encoding="utf-8"))["venue"]["id"]


def test_it_is_by_the_call_of_the_run_before(uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    run(uploads, out, "--venue", OTHER_CALL)
    capsys.readouterr()
    assert run(uploads, out, "--resume") == 0
    said = capsys.readouterr()
    assert "3 submissions taken over" in said.out
    assert " ".join(said.err.split()).count("as in the run before (you gave no --venue)") == 1
    before = (out / "report.jsonl").read_bytes()
    assert run(uploads, out, "--resume", "--venue", DEFAULT_VENUE) == 2
    refused = capsys.readouterr().err
    assert f"holds a run by {OTHER_CALL}, and this one is by {DEFAULT_VENUE}" in " ".join(refused.split())
    with pytest.raises(UnusableError, match="holds a run by"):
        screen_files(uploads, out=out, resume=True, venue=DEFAULT_VENUE)
    assert ((out / "report.jsonl").read_bytes(), venue(out)) == (before, OTHER_CALL)
    assert run(uploads, out, "--venue", DEFAULT_VENUE) == 0
    assert venue(out) == DEFAULT_VENUE


def test_a_part_does_not_replace_another_one_but_may_grow_to_the_whole(
    uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    run(uploads, out, "--shard", "1/3")
    before = (out / "report.jsonl").read_bytes()
    capsys.readouterr()
    assert run(uploads, out, "--resume", "--shard", "2/3") == 2
    assert "holds part 1/3, and this is part 2/3" in " ".join(capsys.readouterr().err.split())
    assert (out / "report.jsonl").read_bytes() == before
    assert run(uploads, out, "--resume", "--shard", "1/3") == 0
    assert run(uploads, out, "--resume") == 0
    assert "1 submission taken over" in capsys.readouterr().out
    assert run(uploads, out, "--resume", "--shard", "1/3") == 2
    assert "holds a run of all" in " ".join(capsys.readouterr().err.split())


def test_a_list_of_files_is_asked_for_with_a_call_and_a_part_that_there_are(
    uploads: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert screen(uploads, "--list", "--venue", "nowhere") == 2
    assert "unknown venue" in capsys.readouterr().err
    assert screen(uploads, "--list", "--shard", "4/3") == 2
    assert "expected NUMBER/OF" in capsys.readouterr().err
    assert screen(uploads, "--list", "--shard", "2/3") == 0
    listed = capsys.readouterr().out
    assert ("2.pdf" in listed, "1.pdf" in listed) == (True, False)
