"""Workers may crash, hang, grow, call home or be killed: that costs the task at hand, in bounded time."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import faulthandler
import itertools
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from faimi_check.reading.limits import BurnedInLimits
from faimi_check.screening.processes import isolation, job_object, workers
from faimi_check.screening.processes import pool as pool_module
from faimi_check.screening.processes.failure import OUT_OF_MEMORY, Cause, Failure, of_exit, over_time
from faimi_check.screening.processes.interrupts import held
from faimi_check.screening.processes.job_object import has_bounded_memory
from faimi_check.screening.processes.pool import StoppedError, WorkerPool
from faimi_check.screening.request import WorkerLimits

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="limits and namespaces are those of Linux"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]


HANGS = 100


def add(one: int, two: int) -> int:
    return one + two


def process() -> int:
    return os.getpid()


def hang_in_native_code() -> None:
    ctypes.PyDLL(None).sleep(HANGS)


def spin_in_native_code() -> None:
    """Counts a long text again and again, and holds Python's lock nearly all the while."""
    libc = ctypes.PyDLL(None)
    text = ctypes.create_string_buffer(b"a" * 100_000_000)
    while True:
        libc.strlen(text)


def sleep_too_long() -> None:
    time.sleep(100)


def lose_a_file() -> None:
    Path("/nowhere/at/all").read_bytes()


def fill_the_disk() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


class OwnError(Exception):
    """Cannot be made again from what it prints."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def raise_what_does_not_travel() -> None:
    raise OwnError("a", "b")


def grow() -> int:
    return len(bytearray(3_000_000_000))


def crash() -> None:
    faulthandler.disable()
    ctypes.string_at(0)


def fail() -> None:
    raise KeyError("ours")


def open_files() -> None:
    files = [os.open(os.devnull, os.O_RDONLY) for _ in range(1000)]
    raise AssertionError(len(files))


def write_much(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(40):
            file.write(bytes(1_000_000))


def call_home() -> None:
    socket.create_connection(("127.0.0.1", 9), timeout=1)


def start_a_program() -> None:
    os.system("true")


def interfaces() -> list[str]:
    return [name for _, name in socket.if_nameindex()]


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    pool = WorkerPool(WorkerLimits(written_bytes=20_000_000), 2, "fork")
    yield pool
    pool.stop()


def children() -> list[int]:
    tasks = Path("/proc/self/task")
    found: list[int] = []
    for task in tasks.iterdir():
        with contextlib.suppress(FileNotFoundError):  # a thread may end while it is being looked at
            found += map(int, (task / "children").read_text().split())
    return found


def test_a_result_comes_back(pool: WorkerPool) -> None:
    assert pool.run(5, add, 1, 2) == 3


def test_native_code_that_hangs_is_ended_in_time_and_delays_nobody(pool: WorkerPool) -> None:
    answers = []
    hanging = threading.Thread(target=lambda: answers.append(pool.run(1, spin_in_native_code)))
    hanging.start()
    while hanging.is_alive():
        assert pool.run(5, add, 1, 2) == 3
    assert answers == [over_time(1)]


@pytest.mark.parametrize(
    ("call", "said", "cause"),
    [
        (grow, "over the limit of 2 GB of memory", Cause.FILE),
        (crash, "the worker ended", Cause.CRASH),
        (fail, "a bug of faimi-check, not of the file (KeyError: 'ours')", Cause.BUG),
        (lose_a_file, "a bug of faimi-check, not of the file (FileNotFoundError", Cause.BUG),
        (raise_what_does_not_travel, "a bug of faimi-check, not of the file (OwnError: ab)", Cause.BUG),
        (fill_the_disk, "the machine lacks something (No space left on device)", Cause.MACHINE),
        (open_files, "the machine lacks something (Too many open files)", Cause.MACHINE),
        (call_home, "PermissionError", Cause.BUG),
        (start_a_program, "PermissionError", Cause.BUG),
    ],
)
def test_what_goes_wrong_is_said_and_the_next_task_runs(
    call: object, said: str, cause: Cause, pool: WorkerPool
) -> None:
    answer = pool.run(10, call)  # type: ignore[arg-type]
    assert isinstance(answer, Failure)
    assert said in answer.why
    assert answer.cause is cause
    assert pool.run(5, add, 1, 2) == 3


def test_a_limit_of_the_session_on_the_size_of_files_is_not_the_files_fault(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    told = {}
    for lent, ours in ((15_000_000, 20_000_000), (20_000_000, 15_000_000)):
        resource.setrlimit(resource.RLIMIT_FSIZE, (lent, hard))
        try:
            pool = WorkerPool(WorkerLimits(written_bytes=ours), 1, "fork")
            told[lent] = pool.run(10, write_much, tmp_path / "much")
            pool.stop()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert told[15_000_000] == Failure("this session lets a program write files of 15 MB only", Cause.MACHINE)
    assert told[20_000_000] == Failure("over the limit of what may be written", Cause.FILE)


def test_whoever_waits_without_using_the_processor_is_ended_by_the_clock_and_not_blamed() -> None:
    pool = WorkerPool(WorkerLimits(least_wall_seconds=1, wall_factor=1), 1, "fork")
    try:
        answer = pool.run(0.5, sleep_too_long)
        assert answer == Failure("the machine was too busy (no answer in 1 s)", Cause.MACHINE)
        assert pool.run(60, add, 1, 2) == 3
    finally:
        pool.stop()


def test_a_task_that_gets_little_of_the_processor_has_the_time_that_it_needs() -> None:
    """As on a machine that is full: it waits four times as long as it may work."""
    pool = WorkerPool(WorkerLimits(least_wall_seconds=20), 1, "fork")
    try:
        assert pool.run(0.3, rest_now_and_then) == "done"
    finally:
        pool.stop()


def rest_now_and_then() -> str:
    for _ in range(12):
        time.sleep(0.1)
    return "done"


def test_one_task_may_be_given_more_memory_than_the_others() -> None:
    limits = WorkerLimits(memory=1_000_000_000, pictures=BurnedInLimits(memory=2_000_000_000))
    pool = WorkerPool(limits, 1, "fork")
    try:
        assert pool.run(10, bound_on_memory, memory=limits.pictures.memory) == 2_000_000_000
        assert pool.run(10, bound_on_memory, memory=5_000_000_000) == 2_000_000_000
        assert pool.run(10, bound_on_memory) == 1_000_000_000
    finally:
        pool.stop()


def bound_on_memory() -> int:
    import resource

    return resource.getrlimit(resource.RLIMIT_AS)[0]


def test_what_crashes_where_the_session_lends_little_memory_is_not_blamed() -> None:
    assert of_exit(-signal.SIGABRT, 1, 2_000_000_000, 500_000_000).cause is Cause.MACHINE
    assert of_exit(OUT_OF_MEMORY, 1, 2_000_000_000, 500_000_000).cause is Cause.MACHINE
    assert of_exit(OUT_OF_MEMORY, 1, 2_000_000_000, 2_000_000_000).cause is Cause.FILE
    assert of_exit(-signal.SIGKILL, 1, 2_000_000_000, 2_000_000_000).cause is Cause.MACHINE
    assert of_exit(1, 1, 2_000_000_000, 2_000_000_000).cause is Cause.MACHINE


@pytest.mark.parametrize("code", [-signal.SIGSEGV, 0xC0000005, 0xC0000409 - (1 << 32), 3])
def test_a_parser_that_crashes_is_known_on_every_system(code: int) -> None:
    """Windows has a status where other systems have a signal; it may come as a negative number."""
    assert of_exit(code, 1, 2_000_000_000, 2_000_000_000).cause is Cause.CRASH


def test_alone_means_that_one_task_runs_at_a_time(pool: WorkerPool) -> None:
    with pool.alone(), ThreadPoolExecutor(4) as threads:
        spans = sorted(threads.map(lambda _: pool.run(5, span), range(4)))
    assert all(end <= begin for (_, end), (begin, _) in itertools.pairwise(spans))


def span() -> tuple[float, float]:
    begin = time.monotonic()
    time.sleep(0.05)
    return begin, time.monotonic()


def test_what_is_written_is_bounded(pool: WorkerPool, tmp_path: Path) -> None:
    answer = pool.run(10, write_much, tmp_path / "file")
    assert isinstance(answer, Failure)
    assert (tmp_path / "file").stat().st_size <= 20_000_000


def test_native_code_finds_no_network_or_it_is_told(pool: WorkerPool) -> None:
    if interfaces() == ["lo"]:
        pytest.skip("this machine has no network itself")
    told = pool.run(5, isolation.unbounded)
    assert (pool.run(5, interfaces) == ["lo"]) == ("network" not in told)
    # Asked of the system by a program of its own, so that a worker that stays where it is does not go unnoticed.
    flags = [] if os.geteuid() == 0 else ["--user"]
    allowed = (
        shutil.which("unshare") and subprocess.run(["unshare", "--net", *flags, "true"], check=False).returncode == 0
    )
    assert ("network" not in told) or not allowed


def test_two_callers_that_want_to_be_alone_come_one_after_the_other(pool: WorkerPool) -> None:
    def alone() -> str:
        with pool.alone():
            return str(pool.run(5, len, "alone"))

    with ThreadPoolExecutor(4) as threads:
        assert [each.result(timeout=60) for each in [threads.submit(alone) for _ in range(24)]] == ["5"] * 24


def test_what_a_system_does_not_bound_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.screening.processes.isolation._leave_network", lambda: False)
    pool = WorkerPool(WorkerLimits(), 1, "fork")
    try:
        assert pool.run(5, isolation.unbounded) == ("network",)
    finally:
        pool.stop()


def test_without_limits_of_the_system_all_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setattr("faimi_check.screening.processes.isolation._leave_network", lambda: False)
    pool = WorkerPool(WorkerLimits(), 1, "fork")
    try:
        assert pool.run(5, isolation.unbounded) == ("memory", "open files", "written bytes", "network")
    finally:
        pool.stop()


class JobObjects:
    """What is used of pywin32, as Windows behaves; `refusing` as where a system lets nobody make one."""

    JobObjectExtendedLimitInformation = 9
    JOB_OBJECT_LIMIT_PROCESS_MEMORY = 0x100
    JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x400
    error = type("error", (Exception,), {})

    def __init__(self, *, refusing: bool = False) -> None:
        self.refusing = refusing
        self.limits = {"ProcessMemoryLimit": 0, "BasicLimitInformation": {"LimitFlags": 0x2000}}
        self.assigned: list[tuple[str, int]] = []

    def CreateJobObject(self, attributes: None, name: str) -> str:  # noqa: N802 - as pywin32 has it
        if self.refusing:
            raise self.error(5, "CreateJobObject", "Access is denied.")
        return "job"

    def QueryInformationJobObject(self, job: str, kind: int) -> dict[str, Any]:  # noqa: N802 - as pywin32 has it
        return self.limits

    def SetInformationJobObject(self, job: str, kind: int, limits: dict[str, Any]) -> None:  # noqa: N802 - as pywin32 has it
        self.limits = limits

    def GetCurrentProcess(self) -> int:  # noqa: N802 - as pywin32 has it
        return -1

    def AssignProcessToJobObject(self, job: str, process: int) -> None:  # noqa: N802 - as pywin32 has it
        self.assigned.append((job, process))


@pytest.fixture
def job_objects(monkeypatch: pytest.MonkeyPatch) -> JobObjects:
    found = JobObjects()
    for name in ("win32api", "win32job"):
        monkeypatch.setitem(sys.modules, name, found)
    monkeypatch.setattr(job_object, "_job", None)
    return found


def test_a_job_object_bounds_the_memory_and_the_bound_can_be_moved(job_objects: JobObjects) -> None:
    assert has_bounded_memory(2_000_000_000)
    assert has_bounded_memory(4_000_000_000)
    assert job_objects.limits == {"ProcessMemoryLimit": 4_000_000_000, "BasicLimitInformation": {"LimitFlags": 0x2500}}
    assert job_objects.assigned == [("job", -1)]


def test_without_a_job_object_memory_is_not_bounded(job_objects: JobObjects) -> None:
    job_objects.refusing = True
    assert not has_bounded_memory(2_000_000_000)


def test_where_a_job_object_bounds_the_memory_the_rest_is_told(
    job_objects: JobObjects, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setattr("faimi_check.screening.processes.isolation._leave_network", lambda: False)
    limits = WorkerLimits(memory=1_000_000_000, pictures=BurnedInLimits(memory=2_000_000_000))
    pool = WorkerPool(limits, 1, "fork")
    try:
        assert pool.run(5, isolation.unbounded) == ("open files", "written bytes", "network")
        assert pool.run(5, bound_of_job, memory=limits.pictures.memory) == 2_000_000_000
        assert pool.run(5, bound_of_job) == 1_000_000_000
    finally:
        pool.stop()


def bound_of_job() -> int:
    return int(sys.modules["win32job"].limits["ProcessMemoryLimit"])


def test_without_a_timer_of_the_system_a_thread_ends_what_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer")
    pool = WorkerPool(WorkerLimits(), 1, "fork")
    try:
        assert pool.run(0.5, spin) == over_time(0.5)
        assert pool.run(5, add, 1, 2) == 3
    finally:
        pool.stop()


def spin() -> None:
    while True:
        sum(range(1000))


@pytest.mark.parametrize("signal_number", [9, 15])
def test_a_worker_killed_while_it_idles_is_replaced(signal_number: int) -> None:
    """On a machine that is full it may not have come to rest yet: then the next task is lost, but none after it."""
    pool = WorkerPool(WorkerLimits(least_wall_seconds=3), 2, "fork")
    try:
        for _ in range(3):
            os.kill(pool.run(5, process), signal_number)
            time.sleep(0.05)
            answer = pool.run(0.5, add, 1, 2)
            assert answer == 3 or (answer.cause is Cause.MACHINE and pool.run(5, add, 1, 2) == 3)
    finally:
        pool.stop()


@pytest.fixture
def others() -> set[int]:
    """What runs before the pool, such as the server that forks for a screening of a test before."""
    return set(children())


def test_stopping_wakes_whoever_waits_and_leaves_no_process(others: set[int], pool: WorkerPool) -> None:
    before = set(children()) - others
    assert len(before) == 2
    threading.Timer(0.3, pool.stop).start()
    start = time.monotonic()
    with pytest.raises(StoppedError):
        pool.run(30, hang_in_native_code)
    assert time.monotonic() - start < HANGS / 2
    deadline = time.monotonic() + HANGS / 2
    while set(children()) & before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not set(children()) & before
    with pytest.raises(StoppedError):
        pool.run(5, add, 1, 2)


def test_nobody_waits_for_idle_workers_as_long_as_for_lost_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "STOP_SECONDS", HANGS)
    pool = WorkerPool(WorkerLimits(), 2, "fork")
    pool.run(5, add, 1, 2)
    start = time.monotonic()
    pool.stop()
    assert time.monotonic() - start < HANGS / 2


def test_workers_are_replaced_after_their_tasks() -> None:
    pool = WorkerPool(WorkerLimits(tasks=3), 1, "fork")
    try:
        assert len({pool.run(5, process) for _ in range(10)}) >= 3
    finally:
        pool.stop()


def die_while_answering() -> bytes:
    answer = bytes(200_000_000)
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGKILL)).start()
    return answer


def test_a_worker_killed_in_the_middle_of_its_answer_blocks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "_START_SECONDS", 2.0)
    pool = WorkerPool(WorkerLimits(), 1, "fork")
    try:
        pool.run(5, die_while_answering)
        assert pool.run(5, add, 1, 2) == 3
    finally:
        pool.stop()


def test_a_worker_that_never_takes_its_task_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "_START_SECONDS", 3.0)
    pool = WorkerPool(WorkerLimits(), 1, "fork")
    try:
        os.kill(pool.run(5, process), signal.SIGSTOP)
        assert pool.run(5, add, 1, 2) == 3
    finally:
        pool.stop()


def test_more_tasks_than_workers_wait_for_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last waits longer than a worker may take that begins."""
    monkeypatch.setattr(pool_module, "_START_SECONDS", 3.0)
    pool = WorkerPool(WorkerLimits(), 1, "fork")
    try:
        with ThreadPoolExecutor(5) as threads:
            assert len(set(threads.map(lambda _: pool.run(5, rest), range(5)))) == 1
    finally:
        pool.stop()


def rest() -> int:
    time.sleep(0.9)
    return os.getpid()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupt_while_workers_start_comes_through_afterwards(number: signal.Signals) -> None:
    interrupted: list[bool] = []
    running = set(children())

    def forked() -> None:
        if not interrupted:
            interrupted.append(True)
            signal.raise_signal(number)

    os.register_at_fork(before=forked)
    before = signal.signal(number, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            WorkerPool(WorkerLimits(), 1, "fork")
        assert signal.getsignal(number) is signal.default_int_handler
    finally:
        signal.signal(number, before)
    assert set(children()) <= running


def test_what_is_ignored_stays_ignored_while_workers_start() -> None:
    """As by nohup: a run goes on when its terminal is closed."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with held(with_tracker=False):
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            signal.raise_signal(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


STOPPED_AT_ONCE = """
import time
from pebble.pool import process
from faimi_check.screening.processes.pool import WorkerPool
from faimi_check.screening.request import WorkerLimits

class SlowToArrive(WorkerLimits):
    def __reduce__(self):
        return eval, ("__import__('time').sleep(0.3)",)

def end_late(worker, end=process.stop_process):
    time.sleep(1)
    end(worker)

process.stop_process = end_late
WorkerPool(SlowToArrive(), 1, {method!r}).stop()
"""


@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_a_worker_that_is_stopped_before_it_is_up_says_nothing(method: str) -> None:
    """It comes to ask for the pool's locks when the pool has been closed already."""
    code = STOPPED_AT_ONCE.format(method=method)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_pools_of_the_caller_look_as_often_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """While ours work the quickest of them sets the pace, and the last to end gives it back."""
    monkeypatch.setattr(workers, "CONSTS", SimpleNamespace(sleep_unit=0.2))
    ticking = workers._Ticking()
    one, other, third = object(), object(), object()
    seen = []
    for act, arguments in (
        (ticking.begin, (one, 0.03)), (ticking.begin, (other, 0.01)), (ticking.end, (other,)), (ticking.end, (other,)),
        (ticking.begin, (third, 0.5)), (ticking.end, (one,)), (ticking.end, (third,)),
    ):  # fmt: skip
        act(*arguments)
        seen.append(workers.CONSTS.sleep_unit)
    assert seen == [0.03, 0.01, 0.03, 0.03, 0.03, 0.2, 0.2]


def test_a_worker_for_one_call_is_gone_after_it() -> None:
    assert pool_module.run_once(WorkerLimits(), add, 1, 2) == 3
    # The server that forks for all calls stays.
    others = set(children())
    assert pool_module.run_once(WorkerLimits(), add, 1, 2) == 3
    assert set(children()) - others == set()
    failure = pool_module.run_once(WorkerLimits(), lose_a_file)
    assert failure.cause is Cause.BUG
    assert set(children()) - others == set()
