"""A worker that Python code tries to leave: by a word sent, a name asked, a program started."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from faimi_check.screening.processes.pool import WorkerPool
from faimi_check.screening.request import WorkerLimits

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="these ways out are those of Linux"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]

HERE = ("127.0.0.1", 9)


def _fork(fork: Callable[[], int]) -> None:
    if fork() == 0:
        os._exit(0)


WAYS_OUT: dict[str, Callable[[], object]] = {
    "connect": lambda: socket.create_connection(HERE, timeout=1),
    "connect_ex": lambda: socket.socket().connect_ex(HERE),
    "bind": lambda: socket.socket().bind(("127.0.0.1", 0)),
    "sendto": lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"word", HERE),
    "sendmsg": lambda: socket.socket(type=socket.SOCK_DGRAM).sendmsg([b"word"], [], 0, HERE),
    "getaddrinfo": lambda: socket.getaddrinfo("localhost", 80),
    "getnameinfo": lambda: socket.getnameinfo(HERE, 0),
    "gethostbyname": lambda: socket.gethostbyname("localhost"),
    "gethostbyname_ex": lambda: socket.gethostbyname_ex("localhost"),
    "gethostbyaddr": lambda: socket.gethostbyaddr("127.0.0.1"),
    "system": lambda: os.system("true"),
    "popen": lambda: os.popen("true").read(),
    "run": lambda: subprocess.run(["/bin/true"], check=False),
    "execv": lambda: os.execv("/bin/true", ["true"]),
    "spawnv": lambda: os.spawnv(os.P_WAIT, "/bin/true", ["true"]),
    "posix_spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
    "posix_spawnp": lambda: os.posix_spawnp("true", ["true"], {}),
    "fork": lambda: _fork(os.fork),
    "forkpty": lambda: _fork(lambda: os.forkpty()[0]),
}


def ways_that_are_open() -> list[str]:
    """In a worker: the ways that led out of it."""
    found = []
    for name, way in WAYS_OUT.items():
        try:
            way()
        except PermissionError as refusal:
            if "a worker opens no connection" in str(refusal):
                continue
        except OSError:
            pass
        found.append(name)
    return found


@pytest.mark.parametrize("leaves_network", [True, False])
def test_every_way_out_that_python_sees_is_shut(leaves_network: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not leaves_network:
        monkeypatch.setattr("faimi_check.screening.processes.isolation._leave_network", lambda: False)
    pool = WorkerPool(WorkerLimits(), 1, "fork")
    try:
        assert pool.run(10, ways_that_are_open) == []
    finally:
        pool.stop()


# Prints who works, and lets it work for ever once somebody reads from a pipe.
_AT_WORK = """
import os, sys, time, timeit
from faimi_check.screening.processes.pool import WorkerPool
from faimi_check.screening.request import WorkerLimits
pool = WorkerPool(WorkerLimits(), 1, sys.argv[1])
print(pool.run(60.0, os.getpid), flush=True)
pool.run(600.0, timeit.timeit, "pass", f"open({sys.argv[2]!r}, 'w').close()", time.perf_counter, 10**15)
"""


@pytest.mark.parametrize("start_method", ["fork", "forkserver"])
def test_a_worker_ends_with_whoever_was_killed(start_method: str, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [sys.executable, "-c", _AT_WORK, start_method, str(pipe)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
        assert run.stdout is not None
        worker = os.pidfd_open(int(run.stdout.readline()))
        try:
            with pipe.open("rb"):
                run.kill()
            assert select.select([worker], [], [], 60.0)[0] == [worker]
        finally:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(worker, signal.SIGKILL)
            os.close(worker)
