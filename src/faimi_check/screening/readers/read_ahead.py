"""A submission whose reading begins before anybody asks for it."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType

from faimi_check.screening.processes.pool import WorkerPool
from faimi_check.screening.processes.private_folder import private_folder
from faimi_check.screening.processes.start import quickest_start_method
from faimi_check.screening.readers.reader import Reader
from faimi_check.screening.request import Read, Request, WorkerLimits


class ReadAhead:
    """A submission whose reading begins at once, so that the caller can load what judging needs meanwhile.

    Use it as a context manager: workers and folder are gone at its end. What is started for the same submission later
    takes the same `start_method`: the threads that read are waiting for workers then, and hold no lock that a forked
    one would ask for.
    """

    def __init__(self, request: Request, limits: WorkerLimits) -> None:
        self.limits = limits
        self.begun = time.monotonic()
        self._home = private_folder()
        self.folder = self._home.__enter__()
        self.start_method = quickest_start_method()
        self._pool = WorkerPool(
            limits, (2 if request.paper else 0) + (1 if request.supplements else 0), self.start_method
        )
        self._threads = ThreadPoolExecutor(1)
        self._reading = self._threads.submit(Reader(self._pool, self.limits).read, request, self.folder)
        # Ending workers takes a while: whoever waits for what they read need not wait for that as well.
        self._reading.add_done_callback(lambda _: self._pool.stop())

    def __enter__(self) -> ReadAhead:
        return self

    def wait(self) -> Read:
        """What was read and what was lost."""
        return self._reading.result()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.stop()
        self._threads.shutdown()
        self._home.__exit__(None, None, None)
