"""Workers start wherever they can; where they cannot, one line says what the environment lacks."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from faimi_check.cli import main
from faimi_check.screening.processes import sockets, start
from faimi_check.screening.processes.environment import lacking, told_by
from faimi_check.screening.processes.start import context_of
from faimi_check.screening.processes.workers import Workers

FIXTURES = Path(__file__).parents[3] / "fixtures"
PAPER = FIXTURES / "papers" / "placeholder-paper-id.pdf"

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="limits and sockets are those of Linux")


def screened(paper: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    program = "import sys; from faimi_check.cli import run; sys.argv[1:1] = ['screen', '-q']; run()"
    return subprocess.run(
        [sys.executable, "-c", program, paper],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@on_linux
@pytest.mark.parametrize("length", [10, 200])
def test_a_screening_leaves_nothing_behind_however_long_the_folder_for_temporary_files(
    length: int, tmp_path: Path
) -> None:
    folder = tmp_path / ("long" * 50)[:length]
    folder.mkdir()
    done = screened(PAPER, TMPDIR=str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert list(folder.iterdir()) == []


@on_linux
def test_without_a_short_folder_for_sockets_workers_are_spawned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = tmp_path / ("long" * 50)
    long.mkdir()
    monkeypatch.setattr(sockets.tempfile, "tempdir", str(long))
    monkeypatch.setattr(sockets, "_SHORT_PLACES", (str(long),))
    monkeypatch.setattr(sockets, "_has_folder", None)
    assert context_of("forkserver").get_start_method() == "spawn"


GUARDLESS = """
from pathlib import Path
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.request import Request
from faimi_check.venues.loader import load

print("once")
with Judge(load("faimi-2025"), jobs=1, start_method={method!r}) as judge:
    print(judge.judge(Request(id="1", paper=Path({paper!r}), paper_name="1.pdf")).verdict)
"""


@pytest.mark.parametrize("method", ["spawn", pytest.param("forkserver", marks=on_linux)])
def test_a_program_without_a_guard_is_not_run_again_by_its_workers(method: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(GUARDLESS.format(method=method, paper=str(PAPER)), encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["once", "pass"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EMFILE, "ulimit -n"),
        (errno.EAGAIN, "ulimit -u"),
        (errno.ENOMEM, "too little memory"),
        (errno.ENOSPC, "no room"),
        (errno.EROFS, "workers cannot share locks here"),
        (errno.EACCES, "workers cannot share locks here"),
        (errno.EIO, "no worker can be started"),
    ],
)
def test_what_is_lacking_is_one_line_and_exit_status_2(
    number: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Workers, *, forks: bool) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Workers, "_begin", fail)
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(PAPER)])
    assert stopped.value.code == 2
    err = capsys.readouterr().err
    assert said in err
    assert len(err.splitlines()) == 1
    assert "bug" not in err


def test_an_error_without_a_number_is_told_as_it_is() -> None:
    assert str(lacking(OSError("odd"))) == "no worker can be started (odd)"


def test_threads_that_cannot_be_started_are_the_sessions_fault() -> None:
    assert "ulimit -u" in (told_by(RuntimeError("can't start new thread")) or "")
    assert told_by(RuntimeError("another")) is None


def test_an_unknown_way_to_start_workers_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(start.METHOD_VARIABLE, "thread")
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(PAPER)])
    assert stopped.value.code == 2
    assert "FAIMI_CHECK_START_METHOD=thread" in capsys.readouterr().err


BOUNDED = """
import resource
from faimi_check.screening.processes.environment import require_room
resource.setrlimit(resource.{name}, ({soft}, {hard}))
require_room({jobs})
print(resource.getrlimit(resource.{name})[0])
"""


def bounded(name: str, soft: int, hard: int, jobs: int) -> subprocess.CompletedProcess[str]:
    code = BOUNDED.format(name=name, soft=soft, hard=hard, jobs=jobs)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@on_linux
def test_a_program_takes_the_open_files_that_its_session_lets_it_have() -> None:
    assert bounded("RLIMIT_NOFILE", 30, 200, jobs=8).stdout == "44\n"
    assert "too few files (ulimit -n)" in bounded("RLIMIT_NOFILE", 30, 30, jobs=8).stderr


@on_linux
def test_a_session_that_lends_too_little_memory_is_told() -> None:
    assert "0.5 GB of memory (ulimit -v)" in bounded("RLIMIT_AS", 500_000_000, 500_000_000, jobs=1).stderr
    assert bounded("RLIMIT_AS", 1_000_000_000, 1_000_000_000, jobs=1).stdout == "1000000000\n"
