"""Workers start wherever they can; where they cannot, one line says what the environment lacks."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import spawn
from pathlib import Path

import pytest

from faimi_check.cli import main
from faimi_check.screening.processes import sockets, start, without_main
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


FOLDERS = """
import multiprocessing.util, tempfile
from faimi_check.screening.processes.sockets import has_socket_folder, tidy

usual, make, seen = tempfile.gettempdir(), tempfile.mkdtemp, []

def watched(*arguments, **more):
    seen.append(tempfile.gettempdir())
    return make(*arguments, **more)

tempfile.mkdtemp = watched
print(has_socket_folder(), set(seen) == {usual}, "/faimi-check-" in multiprocessing.util.get_temp_dir())
tidy()
"""


@on_linux
def test_the_folder_for_sockets_takes_no_other_threads_files_into_it(tmp_path: Path) -> None:
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", FOLDERS], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "True"]
    assert list(tmp_path.iterdir()) == []


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


THREADED = """
import sys
from concurrent.futures import ThreadPoolExecutor
from faimi_check import check

print("once")
main = sys.modules["__main__"]
with ThreadPoolExecutor(3) as threads:
    for report in threads.map(check, [{paper!r}] * 3):
        print(report.submissions[0].verdict)
print(sys.modules["__main__"] is main)
"""


@pytest.mark.parametrize("method", ["spawn", pytest.param("forkserver", marks=on_linux)])
def test_checks_from_several_threads_leave_the_callers_program_alone(method: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(THREADED.format(paper=str(PAPER)), encoding="utf-8")
    environment = os.environ | {start.METHOD_VARIABLE: method}
    done = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["once", "pass", "pass", "pass", "True"]


def test_threads_that_start_workers_one_into_the_other_leave_nothing_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first to begin is the first to end, and a third that starts a process of its own notices neither."""
    main, told_usually = sys.modules["__main__"], spawn.get_preparation_data
    # A worker of pytest's own runs no file.
    monkeypatch.setattr(main, "__spec__", None)
    monkeypatch.setattr(main, "__file__", __file__, raising=False)
    told_of_a_program = set(spawn.get_preparation_data("w")) & set(without_main._PROGRAM)
    assert told_of_a_program
    first_in, second_in, first_out = (threading.Event() for _ in range(3))
    told: list[set[str]] = []

    def first() -> None:
        with without_main.without_main():
            first_in.set()
            assert second_in.wait(10)
            told.append(set(spawn.get_preparation_data("w")))
        first_out.set()

    def second() -> None:
        assert first_in.wait(10)
        with without_main.without_main():
            second_in.set()
            assert first_out.wait(10)
            told.append(set(spawn.get_preparation_data("w")))

    with ThreadPoolExecutor(2) as threads:
        ends = [threads.submit(first), threads.submit(second)]
        assert second_in.wait(10)
        assert set(spawn.get_preparation_data("w")) >= told_of_a_program
        assert sys.modules["__main__"] is main
        for end in ends:
            end.result()
    assert [names & told_of_a_program for names in told] == [set(), set()]
    assert spawn.get_preparation_data is told_usually


CHOSEN = """
import _thread, threading, time
from faimi_check.screening.processes.start import quickest_start_method

print(quickest_start_method())
done = threading.Event()
thread = {thread}
time.sleep(0.1)
print(quickest_start_method())
done.set()
time.sleep(0.1)
print(quickest_start_method())
"""


@on_linux
@pytest.mark.parametrize(
    "thread", ["_thread.start_new_thread(done.wait, ())", "threading.Thread(target=done.wait, daemon=True).start()"]
)
def test_a_process_with_other_threads_is_not_forked(thread: str) -> None:
    code = CHOSEN.format(thread=thread)
    done = subprocess.run([sys.executable, "-c", code], env=usual(), capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["fork", "forkserver", "fork"]


FORKED = """
import os, sys, threading, time
from faimi_check import check

forks = []
os.register_at_fork(before=lambda: forks.append(threading.active_count()))
if {threads}:
    threading.Thread(target=time.sleep, args=(99,), daemon=True).start()
print(check({paper!r}).submissions[0].verdict, bool(forks))
sys.stdout.flush()
os._exit(0)
"""


@on_linux
@pytest.mark.parametrize(("threads", "forks"), [(False, True), (True, False)])
def test_a_check_is_forked_only_where_its_caller_has_no_other_thread(threads: bool, forks: bool) -> None:
    code = FORKED.format(paper=str(PAPER), threads=threads)
    done = subprocess.run([sys.executable, "-c", code], env=usual(), capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["pass", str(forks)]


def usual() -> dict[str, str]:
    """The environment without another way to start workers in it."""
    return {name: value for name, value in os.environ.items() if name != start.METHOD_VARIABLE}


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


@on_linux
def test_a_session_that_lends_too_small_files_is_told() -> None:
    told = bounded("RLIMIT_FSIZE", 65_536, 65_536, jobs=1).stderr
    assert "write files of 0.066 MB only (ulimit -f); workers need 1 MB at least" in told
    assert bounded("RLIMIT_FSIZE", 2_000_000, 2_000_000, jobs=1).stdout == "2000000\n"


@on_linux
def test_a_session_that_lends_one_processor_gets_one_worker() -> None:
    code = "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})\n"
    code += "from faimi_check.interface.given import usual_jobs; print(usual_jobs())"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "1\n"
