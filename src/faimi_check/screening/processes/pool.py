"""Tasks in isolated workers, which may die, hang or grow without harm to their caller."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import Any, NamedTuple

from faimi_check.screening.processes import isolation
from faimi_check.screening.processes.deferred import deferred
from faimi_check.screening.processes.environment import LackingError, lent_memory, require_room
from faimi_check.screening.processes.failure import Cause, Failure, no_answer, not_started, of_error, of_exit
from faimi_check.screening.processes.interrupts import look
from faimi_check.screening.processes.start import quickest_start_method
from faimi_check.screening.processes.workers import Workers
from faimi_check.screening.request import WorkerLimits

with deferred("asyncio", "pebble.asynchronous"):
    from pebble import ProcessExpired, ProcessFuture

_POOLS = 3
# A free worker takes a task at once; one that begins needs a second, or ten on a machine that is full of work. Whoever
# is still silent after these seconds has stopped, or waits for a lock that a dead worker took along. Each new pool may
# take twice as long as the one before.
_START_SECONDS = 20.0
# pebble ends a task at its limit, and the system soon after; past this nobody is left who would.
_OVERDUE_SECONDS = 5.0
_LOOK_SECONDS = 0.5


class StoppedError(Exception):
    """The workers were told to stop while one was being waited for."""


class _Bounds(NamedTuple):
    """Those of one task: seconds of processor time and by the clock, bytes of address space."""

    seconds: float
    wall_seconds: float
    memory: int


class WorkerPool:
    """`jobs` isolated workers. Several threads may run tasks in it at once. As a context manager it ends with it.

    `start_method` is one of multiprocessing's: forking is quickest, but safe only while no other thread holds a lock
    that a worker will ask for. Our own hold none while they wait; of a caller's nobody knows. Raises LackingError where
    the environment does not let workers be started.
    """

    def __init__(self, limits: WorkerLimits, jobs: int, start_method: str) -> None:
        self._limits = limits
        self._jobs = jobs
        require_room(jobs)
        self._start_method = start_method
        self._lock = threading.Lock()
        self._alone = threading.Lock()
        self._is_alone = False
        # No more tasks than workers, so that a task that does not begin tells of a worker that is lost.
        self._free = threading.BoundedSemaphore(jobs)
        self._waited_for: set[ProcessFuture[Any]] = set()
        self._stopping = False
        self._workers = self._start()

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _start(self) -> Workers:
        return Workers(self._limits, self._jobs, self._start_method)

    def run(self, seconds: float, call: Callable[..., Any], *arguments: Any, memory: int | None = None) -> Any:
        """The call's result from a worker that may take so many seconds of processor time, or a Failure.

        `memory` bounds this call, in bytes of address space, where it is not the usual. Raises StoppedError once `stop`
        was called.
        """
        bounds = _Bounds(seconds, self._limits.wall_seconds(seconds), memory or self._limits.memory)
        with self._free:
            for number in range(_POOLS):
                workers = self._workers
                try:
                    return self._run_in(workers, _START_SECONDS * 2**number, bounds, call, arguments)
                except BrokenProcessPool:
                    try:
                        self._replace(workers)
                    except LackingError as error:
                        return Failure(str(error), Cause.MACHINE)
        return not_started()

    @property
    def is_alone(self) -> bool:
        """Whether somebody is within `alone`."""
        return self._is_alone

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Waits until no task is at work; inside the block there is never more than one, and a crash is the file's."""
        # One caller after the other: two that had half of the places each would wait for ever.
        with self._alone, ExitStack() as held:
            for _ in range(self._jobs - 1):
                held.enter_context(self._free)
            self._is_alone = True
            try:
                yield
            finally:
                self._is_alone = False

    def _run_in(
        self,
        workers: Workers,
        start_seconds: float,
        bounds: _Bounds,
        call: Callable[..., Any],
        arguments: tuple[Any, ...],
    ) -> Any:
        future = self._schedule(workers, bounds, call, arguments)
        try:
            self._await(workers, future, start_seconds, bounds.wall_seconds)
            return future.result(timeout=0)
        except BrokenProcessPool:
            raise
        except CancelledError:
            raise StoppedError from None
        except FutureTimeoutError:
            if not future.done():
                self._replace(workers)
            return no_answer(bounds.wall_seconds)
        except ProcessExpired as error:
            failure = of_exit(error.exitcode, bounds.seconds, bounds.memory, lent_memory(bounds.memory))
            return failure.come_again() if self._is_alone else failure
        except Exception as error:
            return of_error(error)
        finally:
            with self._lock:
                self._waited_for.discard(future)

    def _await(self, workers: Workers, future: ProcessFuture[Any], start_seconds: float, wall_seconds: float) -> None:
        """Waits for the answer. Raises BrokenProcessPool if the task does not begin, or its pool has been replaced.

        pebble waits for ever for a worker that was killed while it held the pipe, or that never came to life.
        """
        begin_by = time.monotonic() + start_seconds
        end_by = float("inf")
        while not _is_done_in(future, min(_LOOK_SECONDS, start_seconds)):
            look()
            now = time.monotonic()
            if end_by == float("inf") and future.running():
                end_by = now + wall_seconds + _OVERDUE_SECONDS
            if self._workers is not workers or (now > begin_by and not future.running()):
                raise BrokenProcessPool
            if now > end_by:
                return

    def _schedule(
        self,
        workers: Workers,
        bounds: _Bounds,
        call: Callable[..., Any],
        arguments: tuple[Any, ...],
    ) -> ProcessFuture[Any]:
        with self._lock:
            if self._stopping:
                raise StoppedError
            try:
                future = workers.schedule(
                    isolation.within, args=(*bounds, call, *arguments), timeout=bounds.wall_seconds
                )
            except RuntimeError as error:
                raise BrokenProcessPool from error
            self._waited_for.add(future)
            return future

    def _replace(self, broken: Workers) -> None:
        """A worker that is killed while it idles, or in the middle of a message, breaks pebble's pool for good."""
        with self._lock:
            if self._workers is broken and not self._stopping:
                broken.end()
                self._workers = self._start()

    def stop(self, *, waits: bool = True) -> None:
        """Ends all workers, also those at work; whoever waits for one gets StoppedError.

        Not to wait until they have ended saves pebble's last look, some milliseconds.
        """
        with self._lock:
            if self._stopping:
                return
            self._stopping = True
            waited_for = tuple(self._waited_for)
        for future in waited_for:
            future.cancel()
        self._workers.end(waits=waits)


def run_once(limits: WorkerLimits, call: Callable[..., Any], *arguments: Any) -> Any:
    """The call's result from a worker that is there for it alone, within `limits.seconds`, or a Failure."""
    with WorkerPool(limits, 1, quickest_start_method()) as pool:
        return pool.run(limits.seconds, call, *arguments)


def _is_done_in(future: ProcessFuture[Any], seconds: float) -> bool:
    """Whether the task ends within the seconds. Raises CancelledError where it was called off."""
    try:
        future.exception(timeout=seconds)
    except FutureTimeoutError:
        return False
    return True
