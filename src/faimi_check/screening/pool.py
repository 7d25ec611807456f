"""Worker processes that may die, hang or grow without harm to their caller; pebble starts, kills and replaces them."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from typing import Any

from faimi_check.screening import isolation
from faimi_check.screening.deferred import deferred
from faimi_check.screening.failure import Cause, Failure, no_answer, not_started, of_error, of_exit
from faimi_check.screening.request import WorkerLimits
from faimi_check.screening.start import LackingError, context_of, lacking, lent_memory, require_room

# A half of pebble that is not used here would bring asyncio and ssl, a twentieth of a check.
with deferred("asyncio", "pebble.asynchronous"):
    from pebble import CONSTS, ProcessExpired, ProcessFuture, ProcessPool

# pebble looks after time limits, dead workers and the end of the pool once in this many seconds. Its default, 0.1,
# would be a quarter of a whole check; among hundreds of submissions looking so often costs more than it saves.
_TICKS = {"fork": 0.01, "forkserver": 0.03}
_TICK = 0.05
_POOLS = 3
# A free worker takes a task at once; one that begins needs a second, or ten on a machine that is full of work. Whoever
# is still silent after these seconds has stopped, or waits for a lock that a dead worker took along. Each new pool may
# take twice as long as the one before.
_START_SECONDS = 20.0
# pebble ends a task at its limit, and the system soon after; past this nobody is left who would.
_OVERDUE_SECONDS = 5.0
_LOOK_SECONDS = 0.5
_STOP_SECONDS = 10.0


class StoppedError(Exception):
    """The workers were told to stop while one was being waited for."""


class WorkerPool:
    """`jobs` isolated workers. Several threads may run tasks in it at once.

    `start_method` is one of multiprocessing's: forking is quickest, but safe only while the caller has no threads
    that import or hold locks. Raises LackingError where the environment does not let workers be started.
    """

    def __init__(self, limits: WorkerLimits, jobs: int, start_method: str) -> None:
        self._limits = limits
        self._lent = lent_memory(limits.memory)
        self._jobs = jobs
        require_room(jobs)
        self._context = context_of(start_method)
        CONSTS.sleep_unit = _TICKS.get(start_method, _TICK)
        self._lock = threading.Lock()
        # No more tasks than workers, so that a task that does not begin tells of a worker that is lost.
        self._free = threading.BoundedSemaphore(jobs)
        self._waited_for: set[ProcessFuture[Any]] = set()
        self._stopping = False
        self._pool = self._start()

    def _start(self) -> ProcessPool:
        try:
            return self._started()
        except BrokenProcessPool as error:
            cause = error.__cause__
            raise lacking(cause if isinstance(cause, OSError) else OSError(str(error))) from error
        except OSError as error:
            raise lacking(error) from error

    def _started(self) -> ProcessPool:
        pool = ProcessPool(
            max_workers=self._jobs,
            max_tasks=self._limits.tasks,
            initializer=isolation.isolate,
            initargs=(self._limits,),
            context=self._context,
        )
        try:
            with _interrupts_held():
                # Asking starts the workers here and now, while the caller has no threads of its own yet.
                assert pool.active  # noqa: S101
        except BaseException:
            _end(pool)
            raise
        return pool

    def run(self, seconds: float, call: Callable[..., Any], *arguments: Any) -> Any:
        """The call's result from a worker that may take so many seconds of processor time, or a Failure.

        Raises StoppedError once `stop` was called.
        """
        with self._free:
            for number in range(_POOLS):
                pool = self._pool
                try:
                    return self._run_in(pool, _START_SECONDS * 2**number, seconds, call, arguments)
                except BrokenProcessPool:
                    try:
                        self._replace(pool)
                    except LackingError as error:
                        return Failure(str(error), Cause.MACHINE)
        return not_started()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Waits until no task is at work; inside the block there is never more than one."""
        with ExitStack() as held:
            for _ in range(self._jobs - 1):
                held.enter_context(self._free)
            yield

    def _run_in(
        self,
        pool: ProcessPool,
        start_seconds: float,
        seconds: float,
        call: Callable[..., Any],
        arguments: tuple[Any, ...],
    ) -> Any:
        wall_seconds = self._limits.wall_seconds(seconds)
        future = self._schedule(pool, wall_seconds, seconds, call, arguments)
        try:
            self._await(pool, future, start_seconds, wall_seconds)
            return future.result(timeout=0)
        except BrokenProcessPool:
            raise
        except CancelledError:
            raise StoppedError from None
        except FutureTimeoutError:
            if not future.done():
                self._replace(pool)
            return no_answer(wall_seconds)
        except ProcessExpired as error:
            return of_exit(error.exitcode, seconds, self._limits.memory, self._lent)
        except Exception as error:
            return of_error(error)
        finally:
            with self._lock:
                self._waited_for.discard(future)

    def _await(self, pool: ProcessPool, future: ProcessFuture[Any], start_seconds: float, wall_seconds: float) -> None:
        """Waits for the answer. Raises BrokenProcessPool if the task does not begin, or its pool has been replaced.

        pebble waits for ever for a worker that was killed while it held the pipe, or that never came to life.
        """
        begin_by = time.monotonic() + start_seconds
        end_by = float("inf")
        while not _is_done_in(future, min(_LOOK_SECONDS, start_seconds)):
            now = time.monotonic()
            if end_by == float("inf") and future.running():
                end_by = now + wall_seconds + _OVERDUE_SECONDS
            if self._pool is not pool or (now > begin_by and not future.running()):
                raise BrokenProcessPool
            if now > end_by:
                return

    def _schedule(
        self,
        pool: ProcessPool,
        wall_seconds: float,
        seconds: float,
        call: Callable[..., Any],
        arguments: tuple[Any, ...],
    ) -> ProcessFuture[Any]:
        with self._lock:
            if self._stopping:
                raise StoppedError
            try:
                future = pool.schedule(
                    isolation.within, args=(seconds, wall_seconds, call, *arguments), timeout=wall_seconds
                )
            except RuntimeError as error:
                raise BrokenProcessPool from error
            self._waited_for.add(future)
            return future

    def _replace(self, broken: ProcessPool) -> None:
        """A worker that is killed while it idles, or in the middle of a message, breaks pebble's pool for good."""
        with self._lock:
            if self._pool is broken and not self._stopping:
                _end(broken)
                self._pool = self._start()

    def stop(self) -> None:
        """Ends all workers, also those at work; whoever waits for one gets StoppedError."""
        with self._lock:
            if self._stopping:
                return
            self._stopping = True
            waited_for = tuple(self._waited_for)
        for future in waited_for:
            future.cancel()
        _end(self._pool)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Lets a Ctrl-C come through after the block: in the middle of a fork Python prints it and loses it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before if before is not None else signal.SIG_DFL)
    if came:
        signal.raise_signal(signal.SIGINT)


def _is_done_in(future: ProcessFuture[Any], seconds: float) -> bool:
    """Whether the task ends within the seconds. Raises CancelledError where it was called off."""
    try:
        future.exception(timeout=seconds)
    except FutureTimeoutError:
        return False
    return True


def _end(pool: ProcessPool) -> None:
    """Ends the workers, and waits for them: not for ever, as pebble does where one died in the middle of a message."""
    pool.stop()
    ending = threading.Thread(target=pool.join, daemon=True)
    ending.start()
    ending.join(_STOP_SECONDS)
