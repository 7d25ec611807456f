"""Reading one submission in isolated workers, part by part; what a part costs is lost with it, and said."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.screening import worker
from faimi_check.screening.pool import Failure, WorkerPool, quickest_start_method
from faimi_check.screening.request import Read, Request, WorkerLimits

SUPPLEMENT_ASPECTS = (Aspect.ARCHIVE, Aspect.VIDEOS, Aspect.READMES)
_TOO_LONG_FOR_ALL = 4


@contextmanager
def private_folder() -> Iterator[Path]:
    """Where workers leave what they read; gone at the end."""
    with tempfile.TemporaryDirectory(prefix="faimi-check-", ignore_cleanup_errors=True) as name:
        yield Path(name)


class Reader:
    """Reads submissions with the workers of a pool."""

    def __init__(self, pool: WorkerPool, limits: WorkerLimits) -> None:
        self._pool = pool
        self._limits = limits

    def read(self, request: Request, folder: Path) -> Read:
        """Reads paper and supplement at the same time; what was read lies in the folder."""
        with ThreadPoolExecutor(1) as threads:
            supplement = threads.submit(self._read_supplement, request, folder)
            try:
                paper = self._read_paper(request.paper, request.paper_name, folder) if request.paper else ()
                return supplement.result().with_paper(paper)
            except KeyboardInterrupt:
                # Leaving the block waits for the supplement, so its worker must end first.
                self._pool.stop()
                raise

    def _read_paper(self, path: Path, name: str, folder: Path) -> tuple[Problem, ...]:
        """Reads part by part; where a worker is lost, goes on with the part after it."""
        problems: list[Problem] = []
        first = 0
        deadline = time.monotonic() + self._limits.seconds
        while first < len(worker.PAPER_PARTS):
            seconds = min(self._limits.attempt_seconds, deadline - time.monotonic())
            result: object = Failure(f"over the limit of {self._limits.seconds:g} s")
            if seconds > 0:
                result = self._pool.run(seconds, worker.read_paper, path, name, folder, first)
            if not isinstance(result, Failure):
                break
            reached = max(first, worker.finished_parts(folder))
            part = worker.PAPER_PARTS[min(reached, len(worker.PAPER_PARTS) - 1)]
            problems.append(_part_problem(part, result.why))
            if part == "pages":
                break
            first = reached + 1
        return tuple(problems)

    def _read_supplement(self, request: Request, folder: Path) -> Read:
        path = request.supplement
        if path is None:
            return Read()
        result = self._pool.run(
            self._limits.attempt_seconds,
            worker.read_archive,
            path,
            request.supplement_name,
            request.cited_unpublished,
            folder,
        )
        if isinstance(result, Failure):
            detail = f"Not checked: {result.why} while reading the zip."
            return Read(supplement=(lost(detail, SUPPLEMENT_ASPECTS, fatal=True),))
        members, declared = result
        problems = self._read_videos(path, members, folder)
        return Read(
            supplement=tuple(problems),
            videos=tuple(members),
            declared=tuple(
                (member, self._read_declared(folder, index, member)) for index, member in enumerate(declared)
            ),
        )

    def _read_declared(self, folder: Path, index: int, member: str) -> tuple[Problem, ...]:
        """A PDF out of the zip, which has been put into the folder."""
        inner = folder / f"declared-{index}"
        inner.mkdir()
        return self._read_paper(folder / f"declared-{index}.pdf", member, inner)

    def _read_videos(self, path: Path, members: list[str], folder: Path) -> list[Problem]:
        problems = []
        deadline = time.monotonic() + self._limits.attempt_seconds * _TOO_LONG_FOR_ALL
        for index, member in enumerate(members):
            seconds = min(self._limits.attempt_seconds, deadline - time.monotonic())
            result: object = Failure("the videos before it took all the time there is for one supplement")
            if seconds > 0:
                result = self._pool.run(seconds, worker.read_one_video, path, member, folder, index)
            if isinstance(result, Failure):
                detail = f"Not checked: {result.why} while reading the video."
                problems.append(lost(detail, (Aspect.VIDEOS,), member=member))
        return problems


class ReadAhead:
    """A submission whose reading begins at once, so that the caller can load what judging needs meanwhile.

    Use it as a context manager: workers and folder are gone at its end.
    """

    def __init__(self, request: Request, limits: WorkerLimits) -> None:
        self.limits = limits
        self.begun = time.monotonic()
        self._home = private_folder()
        self.folder = self._home.__enter__()
        self._pool = WorkerPool(limits, 2 if request.supplement else 1, quickest_start_method())
        self._threads = ThreadPoolExecutor(1)
        self._reading = self._threads.submit(self._read, request)

    def _read(self, request: Request) -> Read:
        try:
            return Reader(self._pool, self.limits).read(request, self.folder)
        finally:
            self._pool.stop()

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


def _part_problem(part: str, why: str) -> Problem:
    detail = f"Not checked: {why} while {worker.PART_WORDS[part]}."
    return lost(detail, worker.PART_ASPECTS[part], fatal=part == "pages")


def lost(detail: str, aspects: tuple[Aspect, ...], *, fatal: bool = False, member: str | None = None) -> Problem:
    """The problem that says what a worker did not come back from."""
    return Problem(kind=ProblemKind.LIMIT, aspects=aspects, detail=detail, fatal=fatal, member=member)
