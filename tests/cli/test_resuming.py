"""A run that goes on with another one in its folder."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from faimi_check import UnusableError
from faimi_check import screen as screen_files
from faimi_check.interface.settings import DEFAULT_VENUE
from faimi_check.model.report import SubmissionReport
from faimi_check.screening.ledger import Ledger

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


def test_a_list_that_has_changed_is_said_with_how_many_it_concerns(
    uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, listed = tmp_path / "out", tmp_path / "authors.csv"
    listed.write_text("id,authors\n1,Ada Quill\n2,Bo Renfrew\n3,Cy Sandoval\n", encoding="utf-8")
    run(uploads, out, "--authors", listed)
    assert "list of authors has changed" not in capsys.readouterr().err
    run(uploads, out, "--authors", listed, "--resume")
    assert "list of authors has changed" not in capsys.readouterr().err
    listed.write_text("id,authors\n1,Ada Quill\n2,Bo Renfrew; Di Tolliver\n3,Cy Sandoval\n", encoding="utf-8")
    run(uploads, out, "--authors", listed, "--resume")
    said = capsys.readouterr()
    assert "the list of authors has changed since the run before: 1 submission judged again" in said.err
    assert "2 submissions taken over" in said.out


def test_a_full_disk_names_the_folder_and_how_to_go_on(
    uploads: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, add, added = tmp_path / "out", Ledger.add, list[str]()

    def full(ledger: Ledger, report: SubmissionReport, key: str) -> None:
        if added:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        added.append(report.id)
        add(ledger, report, key)

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "add", full)
        assert run(uploads, out, "--jobs", 1) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert f"{out}: {os.strerror(errno.ENOSPC)}; 1 of 3 judged" in said
    assert f"go on with --resume --out {out}" in said
    assert run(uploads, out, "--resume") == 0
    assert "1 submission taken over" in capsys.readouterr().out
