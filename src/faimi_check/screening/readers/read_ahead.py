"""A submission whose reading begins before anybody asks for it."""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from faimi_check.screening.processes.environment import processors
from faimi_check.screening.processes.pool import WorkerPool
from faimi_check.screening.processes.start import quickest_start_method
from faimi_check.screening.readers.paper_worker import finished_parts
from faimi_check.screening.readers.reader import Reader
from faimi_check.screening.request import Read, Request, WorkerLimits
from faimi_check.writing.private_folder import private_folder

# The two parts of a paper, and the caller that loads what judging needs. With fewer processors the surface comes first:
# judging can begin with it while the rest is read.
_FOR_ALL_PARTS = 3
_LOOK_SECONDS = 0.004


class ReadAhead:
    """A submission whose reading begins with the block, so that the caller can load what judging needs meanwhile.

    It is a context manager: workers and folder are there in its block only. What is started for the same submission
    later takes the same `start_method`: the threads that read are waiting for workers then, and hold no lock that a
    forked one would ask for.
    """

    def __init__(self, request: Request, limits: WorkerLimits) -> None:
        self._request = request
        self.limits = limits
        self.begun = time.monotonic()
        self.start_method = quickest_start_method()
        self.folder: Path
        self._pool: WorkerPool
        self._reading: Future[Read]
        self._held = ExitStack()

    def __enter__(self) -> ReadAhead:
        request, surface_first = self._request, processors() < _FOR_ALL_PARTS
        parts = (0 if request.paper is None else 1 if surface_first else 2) + (1 if request.supplements else 0)
        with ExitStack() as held:
            self.folder = held.enter_context(private_folder())
            threads = held.enter_context(ThreadPoolExecutor(1))
            pool = self._pool = held.enter_context(WorkerPool(self.limits, parts, self.start_method))
            reader = Reader(pool, self.limits, surface_first=surface_first)
            self._reading = threads.submit(reader.read, request, self.folder)
            # Ending workers takes a while: whoever waits for what they read need not wait for that as well.
            self._reading.add_done_callback(lambda _: pool.stop())
            self._held = held.pop_all()
        return self

    def wait_for_pages(self) -> bool:
        """Waits until the paper's pages are read; tells whether anything else is still being read."""
        # The worker that reads them goes on: what it has done it puts into the folder.
        while not self._reading.done() and not finished_parts(self.folder):
            wait([self._reading], _LOOK_SECONDS)
        return not self._reading.done()

    def wait(self) -> Read:
        """What was read and what was lost."""
        return self._reading.result()

    def stop(self) -> None:
        """Ends the reading; whoever waits for it gets a StoppedError."""
        self._pool.stop()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()
