"""A screening that is killed or stopped: whatever the moment, what is done is readable, and nothing is left behind."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .test_screen import BAD, GOOD, rows, screen

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


class Run:
    """A screening of its own process group and its own folder for temporary files."""

    def __init__(self, folder: Path, out: Path, temporary: Path, *more: str, before: str = "") -> None:
        temporary.mkdir(exist_ok=True)
        self.temporary = temporary
        # Whoever runs the tests in the background of a shell has them ignore Ctrl-C, or with nohup a session's end.
        code = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        code += "getattr(signal, 'SIGHUP', 0) and signal.signal(signal.SIGHUP, signal.SIG_DFL); "
        code += f"{before}from faimi_check.cli import run; run()"
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, "screen", str(folder), "--out", str(out), "--no-pictures", *more],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, "TMPDIR": str(temporary)},
            start_new_session=True,
        )

    def wait_for_rows(self, out: Path, count: int) -> None:
        deadline = time.monotonic() + 300
        while time.monotonic() < deadline and self.process.poll() is None:
            journal = out / "report.partial.jsonl"
            if journal.exists() and journal.read_bytes().count(b"\n") >= count:
                return
            time.sleep(0.01)
        raise AssertionError("no rows")

    def wait_for_processes(self, count: int) -> None:
        """Until so many of the group are there, itself among them: the servers of multiprocessing, then the workers."""
        deadline = time.monotonic() + 300
        while len(self.processes()) < count and self.process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)

    def processes(self) -> list[str]:
        """The processes of the group that are still there."""
        listed = subprocess.run(["ps", "-eo", "sid,pid,stat,args"], capture_output=True, text=True, check=True).stdout
        lines = [line.split(None, 3) for line in listed.splitlines()[1:]]
        return [" ".join(line) for line in lines if line[0] == str(self.process.pid)]

    def gone(self) -> bool:
        """Whether no process is left, as soon as there is none."""
        deadline = time.monotonic() + 300
        while self.processes() and time.monotonic() < deadline:
            time.sleep(0.05)
        return not self.processes()


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1, 21):
        shutil.copy(BAD if number % 2 else GOOD, folder / f"{number}.pdf")
    return folder


@pytest.fixture
def few(many: Path) -> Path:
    for number in range(9, 21):
        (many / f"{number}.pdf").unlink()
    return many


needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@needs_posix
def test_a_run_that_is_killed_resumes_without_a_lost_or_doubled_row(many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = Run(many, out, tmp_path / "tmp")
    run.wait_for_rows(out, 5)
    run.process.send_signal(signal.SIGKILL)
    run.process.communicate()
    assert run.gone(), "workers outlive their parent"
    with (out / "report.jsonl").open("ab") as file:
        file.write(b'{"id": "torn')
    finished = {json.loads(line)["id"] for line in (out / "report.partial.jsonl").read_text().splitlines()}
    assert 5 <= len(finished) < 20
    again = Run(many, out, tmp_path / "tmp", "--resume", "-q")
    again.process.communicate(timeout=300)
    assert again.process.returncode == 1
    assert not list(again.temporary.glob("faimi-check-*/*")), "parts of papers are left of the run that was killed"
    assert [row["id"] for row in rows(out)] == [str(number) for number in range(1, 21)]
    assert not (out / "report.partial.jsonl").exists()


@needs_posix
def test_a_killed_run_takes_away_nothing_of_what_it_was_compared_with(many: Path, tmp_path: Path) -> None:
    out, few = tmp_path / "out", ("--select", "DOC001")
    screen(many, "--out", out, "-q", *few)
    for number in range(21, 41):
        shutil.copy(GOOD, many / f"{number}.pdf")
    run = Run(many, out, tmp_path / "tmp", "--resume", "--since", str(out), *few)
    run.wait_for_rows(out, 23)
    run.process.send_signal(signal.SIGKILL)
    run.process.communicate()
    assert run.gone()
    screen(many, "--out", out, "-q", "--resume", "--since", out, *few)
    changes = {row["id"]: row["change"] for row in rows(out)}
    assert {id for id, change in changes.items() if change["first"]} == {str(id) for id in range(21, 41)}
    assert changes["1"]["open"]
    assert not changes["1"]["new"]
    assert not (out / "report.before.jsonl").exists()


@needs_posix
@pytest.mark.parametrize("started", [2, 3, 4])
def test_ctrl_c_while_workers_start_or_the_papers_are_compared_prints_one_line(
    started: int, many: Path, tmp_path: Path
) -> None:
    run = Run(many, tmp_path / "out", tmp_path / "tmp")
    run.wait_for_processes(started)
    for _ in range(2):
        os.killpg(run.process.pid, signal.SIGINT)
    stopped(run)


_ENDING = [signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)]
_COMES = """
import faimi_check.cli as cli
from faimi_check.cli import screening_run
from faimi_check.interface import batch
from faimi_check.interface.run_output import Output
from faimi_check.report.run_folder import RunFolder
from faimi_check.report.tally import Tally
class Dropped:
    def __del__(self):
        signal.raise_signal({number})
def comes(place, name, how=lambda: signal.raise_signal({number}), times=1):
    usual, calls = getattr(place, name), []
    def comes_first(*arguments, **more):
        calls.append(name)
        if len(calls) == times:
            how()
        return usual(*arguments, **more)
    setattr(place, name, comes_first)
"""


def stopped(run: Run) -> str:
    """What a stopped run says; it has left neither a process nor a folder."""
    _, err = run.process.communicate(timeout=300)
    assert run.process.returncode == 2, err.decode()
    (said,) = [line for line in err.decode().splitlines() if line.strip() and not line.startswith("note: ")]
    assert said.startswith("faimi-check: stopped")
    assert run.gone()
    assert not list(run.temporary.iterdir())
    return said


@needs_posix
@pytest.mark.parametrize("number", _ENDING)
def test_what_has_stopped_a_run_may_come_again_while_it_says_so(number: int, many: Path, tmp_path: Path) -> None:
    again = "comes(screening_run, 'say'); comes(cli, 'leave_nothing')\n"
    run = Run(many, tmp_path / "out", tmp_path / "tmp", before=_COMES.format(number=int(number)) + again)
    run.wait_for_rows(tmp_path / "out", 3)
    run.process.send_signal(number)
    stopped(run)


@needs_posix
@pytest.mark.parametrize("number", _ENDING)
def test_what_stops_a_run_before_it_judges_leaves_nothing(number: int, few: Path, tmp_path: Path) -> None:
    begins = "comes(batch, 'gather')\n"
    stopped(Run(few, tmp_path / "out", tmp_path / "tmp", before=_COMES.format(number=int(number)) + begins))


@needs_posix
def test_what_comes_where_python_drops_exceptions_stops_a_run_all_the_same(few: Path, tmp_path: Path) -> None:
    drops = "comes(Output, 'keep', Dropped, times=3)\n"
    out = tmp_path / "out"
    run = Run(few, out, tmp_path / "tmp", "--jobs", "1", before=_COMES.format(number=int(signal.SIGINT)) + drops)
    assert "--resume" in stopped(run)
    assert len(rows(out)) == 3


@needs_posix
def test_what_comes_between_two_steps_leaves_none_of_them_out(few: Path, tmp_path: Path) -> None:
    """A submission that is kept is counted."""
    between = "comes(Tally, 'add', times=3)\n"
    out = tmp_path / "out"
    run = Run(few, out, tmp_path / "tmp", "--jobs", "1", before=_COMES.format(number=int(signal.SIGINT)) + between)
    assert stopped(run).startswith("faimi-check: stopped, 5 of 8 not judged")
    assert len(rows(out)) == 3


@needs_posix
@pytest.mark.parametrize("number", _ENDING)
@pytest.mark.parametrize("place", ["RunFolder, 'finish'", "screening_run, 'say'", "cli, 'leave_nothing'"])
def test_what_comes_when_all_is_judged_cuts_nothing_off(place: str, number: int, few: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = Run(few, out, tmp_path / "tmp", before=_COMES.format(number=int(number)) + f"comes({place})\n")
    _, err = run.process.communicate(timeout=300)
    assert run.process.returncode == 1, err.decode()
    assert all(line.startswith("note: ") for line in err.decode().splitlines())
    assert len(rows(out)) == 8
    assert (out / "index.html").exists()
    assert run.gone()
    assert not list(run.temporary.iterdir())


_READS_LONG = """
import pathlib, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.readers import paper_worker
def read_long(*arguments):
    time.sleep(60)
    pathlib.Path(sys.argv[-1] + ".read").touch()
usual = Judge.judge_read
def judge_read(*arguments):
    pathlib.Path(sys.argv[-1] + ".waits").touch()
    return usual(*arguments)
paper_worker.read_surface, Judge.judge_read = read_long, judge_read
from faimi_check.cli import run
run()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are not forked, and read as usual")
@pytest.mark.parametrize("number", _ENDING)
def test_what_stops_a_check_does_not_wait_until_all_is_read(number: int, tmp_path: Path) -> None:
    paper, temporary = tmp_path / "1.pdf", tmp_path / "tmp"
    shutil.copy(GOOD, paper)
    temporary.mkdir()
    arguments = [sys.executable, "-c", _READS_LONG, "check", str(paper)]
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, env=environment, start_new_session=True) as process:
        while not (tmp_path / "1.pdf.waits").exists() and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(number)
        _, err = process.communicate()
    assert (process.returncode, err.strip()) == (2, b"faimi-check: stopped")
    assert not (tmp_path / "1.pdf.read").exists()
    assert not list(temporary.iterdir())


_COMES_AT_IMPORT = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from faimi_check.__main__ import run
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "click":
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Finder())
run()
"""


@needs_posix
def test_what_comes_while_the_program_is_loaded_is_told_in_one_line() -> None:
    done = subprocess.run([sys.executable, "-c", _COMES_AT_IMPORT, "rules"], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"faimi-check: stopped\n")


@needs_posix
def test_with_nohup_a_run_outlives_its_session(many: Path, tmp_path: Path) -> None:
    nohup = "signal.signal(signal.SIGHUP, signal.SIG_IGN); "
    run = Run(many, tmp_path / "out", tmp_path / "tmp", before=nohup)
    run.wait_for_rows(tmp_path / "out", 1)
    os.killpg(run.process.pid, signal.SIGHUP)
    run.process.communicate(timeout=300)
    assert run.process.returncode == 1
    assert len(rows(tmp_path / "out")) == 20


@needs_posix
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_leaves_what_is_done_readable_and_nothing_behind(
    number: int, times: int, many: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    # So many that none is near its end when the third is done.
    for number_of_copy in range(21, 81):
        shutil.copy(GOOD, many / f"{number_of_copy}.pdf")
    run = Run(many, out, tmp_path / "tmp")
    run.wait_for_rows(out, 3)
    # Ctrl-C reaches every process of the terminal, a batch system's end only the first.
    os.killpg(run.process.pid, number) if number == signal.SIGINT else run.process.send_signal(number)
    if times == 2:
        # What stands between the terminal and the program passes on what both have got.
        time.sleep(0.05)
        run.process.send_signal(number)
    said = stopped(run)
    assert said.startswith("faimi-check: stopped, ")
    assert "--resume" in said
    done = rows(out)
    # The row that was on its way when the signal came may be in the journal only.
    assert 2 <= len(done) < 80
    assert "not judged yet" in (out / "index.html").read_text(encoding="utf-8")
