"""The processes of a pool: pebble starts them, kills them and replaces them."""

from __future__ import annotations

import threading
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from faimi_check.screening.processes import isolation
from faimi_check.screening.processes.deferred import deferred
from faimi_check.screening.processes.environment import lacking
from faimi_check.screening.processes.imports import await_imports, load_shared
from faimi_check.screening.processes.interrupts import held, look
from faimi_check.screening.processes.start import context_of
from faimi_check.screening.request import WorkerLimits

# A half of pebble that is not used here would bring asyncio and ssl, a twentieth of a check.
with deferred("asyncio", "pebble.asynchronous"):
    from pebble import CONSTS, ProcessPool

# pebble looks after time limits, dead workers and the end of the pool once in this many seconds. Its default, 0.1,
# would be a quarter of a whole check; among hundreds of submissions looking so often costs more than it saves.
_TICKS = {"fork": 0.01, "forkserver": 0.03}
_TICK = 0.05
STOP_SECONDS = 10.0


class _Ticking:
    """How often pebble looks: a number of the whole process, in which others may have pools. They get it back."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._usual = CONSTS.sleep_unit
        self._ours: dict[int, float] = {}

    def begin(self, pool: object, tick: float) -> None:
        """As often as any of ours wants, from here on."""
        with self._guard:
            if not self._ours:
                self._usual = CONSTS.sleep_unit
            self._ours[id(pool)] = tick
            CONSTS.sleep_unit = min(self._usual, *self._ours.values())

    def end(self, pool: object) -> None:
        """This one is gone; it may say so twice."""
        with self._guard:
            if self._ours.pop(id(pool), None) is not None:
                CONSTS.sleep_unit = min(self._usual, *self._ours.values()) if self._ours else self._usual


_ticking = _Ticking()


class _LocksKept:
    """A context that keeps the locks it makes.

    pebble lets go of them before it ends its workers: one that is just starting would miss them, and say so.
    """

    def __init__(self, context: Any) -> None:
        self._context = context
        self.locks: list[Any] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def RLock(self) -> Any:  # noqa: N802 - multiprocessing calls it so
        lock = self._context.RLock()
        self.locks.append(lock)
        return lock


class Workers(ProcessPool):
    """`jobs` processes, started here and now. Raises LackingError where the environment does not let them be."""

    def __init__(self, limits: WorkerLimits, jobs: int, start_method: str) -> None:
        context = _LocksKept(context_of(start_method))
        self._locks = context.locks
        super().__init__(
            max_workers=jobs,
            max_tasks=limits.tasks,
            initializer=isolation.isolate,
            initargs=(limits,),
            context=context,
        )
        _ticking.begin(self, _TICKS.get(start_method, _TICK))
        try:
            self._begin(forks=context.get_start_method() == "fork")
        except BrokenProcessPool as error:
            # What ends this program may have ended the server that workers come from.
            look()
            cause = error.__cause__
            raise lacking(cause if isinstance(cause, OSError) else OSError(str(error))) from error
        except OSError as error:
            look()
            raise lacking(error) from error

    def _begin(self, *, forks: bool) -> None:
        if forks:
            load_shared()
            await_imports()
        try:
            with held(with_tracker=not forks):
                # Asking starts them: here, and not in the thread that is the first to have a task.
                assert self.active  # noqa: S101
        except BaseException:
            self.end()
            raise

    def end(self, *, waits: bool = True) -> None:
        """Ends them and waits for it: not for ever, as pebble does where one died in the middle of a message."""
        self.stop()  # type: ignore[no-untyped-call]
        ending = threading.Thread(target=self._join_and_let_go, daemon=True)
        ending.start()
        if waits:
            ending.join(STOP_SECONDS)

    def _join_and_let_go(self) -> None:
        self.join()
        self._locks.clear()
        _ticking.end(self)
