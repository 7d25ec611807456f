"""What ends the program is heard once, where nothing is left half done, and lost nowhere."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from queue import SimpleQueue
from types import SimpleNamespace
from typing import Any

import pytest

from faimi_check.screening.processes import interrupts
from faimi_check.screening.processes.environment import LackingError
from faimi_check.screening.processes.interrupts import look, next_of, patiently, result_of
from faimi_check.screening.processes.workers import Workers
from faimi_check.screening.request import WorkerLimits

_ENDING = [signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)]
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """The seconds that a press is told."""
    told = [100.0]
    monkeypatch.setattr(interrupts, "time", SimpleNamespace(monotonic=lambda: told[0]))
    # Whoever runs the tests in the background of a shell has them ignore Ctrl-C.
    before = {number: signal.signal(number, signal.SIG_DFL) for number in _ENDING}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield told
    for number, handler in before.items():
        signal.signal(number, handler)


@needs_posix
@pytest.mark.parametrize("number", _ENDING)
def test_what_comes_is_heard_by_whoever_looks_and_only_once(number: int, clock: list[float]) -> None:
    usual = signal.getsignal(number)
    with patiently():
        look()
        signal.raise_signal(number)
        signal.raise_signal(number)
        with ThreadPoolExecutor(1) as threads:
            threads.submit(look).result()
        with pytest.raises(KeyboardInterrupt):
            look()
        look()
    assert signal.getsignal(number) is usual


@needs_posix
def test_who_asks_again_later_does_not_wait_for_that(clock: list[float]) -> None:
    with patiently():
        signal.raise_signal(signal.SIGINT)
        clock[0] += 3
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
        look()


def never() -> Future[None]:
    return Future()


@needs_posix
@pytest.mark.parametrize(("wait", "thing"), [(next_of, SimpleQueue), (result_of, never)])
def test_whoever_waits_hears_it(wait: Callable[[Any], Any], thing: Callable[[], Any], clock: list[float]) -> None:
    with patiently():
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            wait(thing())


@needs_posix
def test_what_takes_the_workers_server_along_is_no_lack(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    """As where SIGTERM is sent to all of a group."""

    came: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: came.append(number))

    def fail(_: Workers, *, forks: bool) -> None:
        signal.raise_signal(signal.SIGTERM)
        raise BrokenProcessPool from EOFError()

    monkeypatch.setattr(Workers, "_begin", fail)
    with pytest.raises(LackingError, match=r"no worker can be started$"):
        lost_server()
    assert came == [signal.SIGTERM]
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with patiently(), pytest.raises(KeyboardInterrupt):
        lost_server()


def lost_server() -> None:
    Workers(WorkerLimits(), 1, "fork")


def test_what_is_there_is_given() -> None:
    queue: SimpleQueue[int] = SimpleQueue()
    queue.put(1)
    future: Future[int] = Future()
    future.set_exception(TimeoutError("its own"))
    assert next_of(queue) == 1
    with pytest.raises(TimeoutError, match="its own"):
        result_of(future)
    called_off: Future[int] = Future()
    called_off.cancel()
    with pytest.raises(CancelledError):
        result_of(called_off)


@needs_posix
def test_a_handler_of_the_callers_own_is_left_as_it_is(clock: list[float]) -> None:
    came: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    with patiently():
        signal.raise_signal(signal.SIGINT)
        look()
    assert came == [signal.SIGINT]


BEGINS = """
import os, signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from faimi_check.screening.processes import interrupts
from faimi_check.screening.processes.environment import LackingError
interrupts._PATIENCE_SECONDS = 0.05
interrupts.hear_once()
"""
DROPPED = """
class Dropped:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
try:
    Dropped()
    time.sleep(3600)
except KeyboardInterrupt:
    print("heard")
"""
FORKED = """
if (child := os.fork()) == 0:
    signal.raise_signal(signal.SIGTERM)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
HANGING = """
try:
    with interrupts.patiently():
        signal.raise_signal(signal.SIGTERM)
        os.read(os.pipe()[0], 1)
except KeyboardInterrupt:
    print("heard")
"""
ENDING_ANYHOW = """
with interrupts.patiently():
    signal.raise_signal(signal.SIGTERM)
    interrupts.come_to_an_end()
    time.sleep(0.2)
    print("ended")
"""


@needs_posix
@pytest.mark.parametrize(
    ("code", "said"),
    [
        pytest.param(DROPPED, "heard", id="where Python drops exceptions"),
        pytest.param(HANGING, "heard", id="by who never looks"),
        pytest.param(ENDING_ANYHOW, "ended", id="not by who is at the end"),
        pytest.param(FORKED, f"{128 + signal.SIGTERM}", id="in a worker, and not told"),
    ],
)
def test_what_comes_is_heard_in_a_process_of_ones_own(code: str, said: str) -> None:
    done = subprocess.run([sys.executable, "-c", BEGINS + code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == (said, "")
