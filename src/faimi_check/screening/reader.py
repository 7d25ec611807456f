"""Reading one submission in isolated workers, part by part; what a part costs is lost with it, and said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec

from faimi_check.model.problem import Aspect, Problem
from faimi_check.screening import worker
from faimi_check.screening.failure import Cause, Failure
from faimi_check.screening.pool import WorkerPool
from faimi_check.screening.request import Read, Request, WorkerLimits

SUPPLEMENT_ASPECTS = (Aspect.ARCHIVE, Aspect.VIDEOS, Aspect.READMES)
_ALL_VIDEOS = 4
_LOST_VIDEOS = 3
_NO_TIME_LEFT = Failure("the videos before it took all the time there is for one supplement", Cause.FILE)


class Reader:
    """Reads submissions with the workers of a pool."""

    def __init__(self, pool: WorkerPool, limits: WorkerLimits) -> None:
        self._pool = pool
        self._limits = limits

    def read(self, request: Request, folder: Path) -> Read:
        """Reads the paper's pages, what lies below them and the supplement at the same time, into the folder."""
        return _Reading(self._pool, self._limits, request).read(folder)

    def read_pdfs(self, request: Request, folder: Path, read: Read, *, bare: bool) -> Read:
        """Reads the supplement's PDFs that were not declared, too; with `bare` also one that is no zip."""
        return _Reading(self._pool, self._limits, request).read_pdfs(folder, read, bare=bare)


class _Reading:
    """One reading of one submission: what is lost on the way is gathered."""

    def __init__(self, pool: WorkerPool, limits: WorkerLimits, request: Request) -> None:
        self._pool = pool
        self._seconds = limits.attempt_seconds
        self._request = request
        self._failures: list[Failure] = []

    def read(self, folder: Path) -> Read:
        read = self._read(folder)
        return msgspec.structs.replace(read, settled=self._settled(read))

    def read_pdfs(self, folder: Path, read: Read, *, bare: bool) -> Read:
        known = tuple(member for member, _ in read.declared)
        path, name = self._request.supplement, self._request.supplement_name
        result = self._run(worker.take_pdfs, path, name, known, bare, folder)
        if isinstance(result, Failure):
            problem = lost(result, "while reading the PDFs of the supplement", (Aspect.ARCHIVE,))
            return msgspec.structs.replace(read, supplement=(*read.supplement, problem), settled=self._settled(read))
        taken = tuple(
            (member, self._read_declared(folder, index, member)) for index, member in enumerate(result, len(known))
        )
        return msgspec.structs.replace(read, declared=read.declared + taken, settled=self._settled(read))

    def _settled(self, read: Read) -> bool:
        return read.settled and all(failure.cause is Cause.FILE for failure in self._failures)

    def _read(self, folder: Path) -> Read:
        paper, name = self._request.paper, self._request.paper_name
        with ThreadPoolExecutor(2) as threads:
            supplement = threads.submit(self._read_supplement, folder)
            try:
                if paper is None:
                    return self._with_pictures(supplement.result(), folder)
                below = threads.submit(self._read_below, paper, folder)
                surface = self._read_surface(paper, name, folder, {})
                units, lost_below = below.result()
                if units:
                    worker.forget_surface(folder)
                    surface = self._read_surface(paper, name, folder, units)
                return self._with_pictures(supplement.result().with_paper(surface + lost_below), folder)
            except KeyboardInterrupt:
                # Leaving the block waits for the others, so their workers must end first.
                self._pool.stop()
                raise

    def _with_pictures(self, read: Read, folder: Path) -> Read:
        """What is written in pictures is read last: it needs to know which pages are scans and which videos play."""
        if not self._request.pictures:
            return read
        from faimi_check.screening.burned_in import read_burned_in

        lost_pictures = read_burned_in(self._pool, self._seconds, self._request, read.videos, folder)
        return msgspec.structs.replace(read, burned_in_lost=lost_pictures)

    def _run(self, call: Callable[..., Any], *arguments: Any) -> Any:
        result = self._pool.run(self._seconds, call, *arguments)
        if isinstance(result, Failure):
            self._failures.append(result)
        return result

    def _read_surface(self, path: Path, name: str, folder: Path, units: Mapping[int, float]) -> tuple[Problem, ...]:
        """Gives what was lost: the part in which the worker was."""
        result = self._run(worker.read_surface, path, name, folder, units)
        if not isinstance(result, Failure):
            return ()
        reached = min(worker.finished_parts(folder), len(worker.SURFACE_PARTS) - 1)
        return (_part_problem(worker.SURFACE_PARTS[reached], result),)

    def _read_below(self, path: Path, folder: Path) -> tuple[Mapping[int, float], tuple[Problem, ...]]:
        """Gives the pages' units of length where they are not points, and what was lost."""
        result = self._run(worker.read_below, path, folder)
        if isinstance(result, Failure):
            return {}, (_part_problem("structure", result),)
        return result, ()

    def _read_supplement(self, folder: Path) -> Read:
        path = self._request.supplement
        if path is None:
            return Read()
        name, declared = self._request.supplement_name, self._request.cited_unpublished
        result = self._run(worker.read_archive, path, name, declared, folder)
        if isinstance(result, Failure):
            return Read(supplement=(lost(result, "while reading the zip", SUPPLEMENT_ASPECTS, fatal=True),))
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
        path = folder / f"declared-{index}.pdf"
        units, lost_below = self._read_below(path, inner)
        return self._read_surface(path, member, inner, units) + lost_below

    def _read_videos(self, path: Path, members: list[str], folder: Path) -> list[Problem]:
        """Gives what was lost. All videos of a zip together may take so long as four of them."""
        problems = []
        spent, held_up = 0.0, 0
        for index, member in enumerate(members):
            result: float | Failure = _NO_TIME_LEFT
            if held_up >= _LOST_VIDEOS:
                result = Failure("the machine was too busy for the videos before it", Cause.MACHINE)
            elif spent < self._seconds * _ALL_VIDEOS:
                result = self._run(worker.read_one_video, path, member, folder, index)
            if isinstance(result, Failure):
                problems.append(lost(result, "while reading the video", (Aspect.VIDEOS,), member=member))
                held_up += result.cause is Cause.MACHINE
            spent += self._seconds if isinstance(result, Failure) else result
        return problems


def _part_problem(part: str, failure: Failure) -> Problem:
    return lost(failure, f"while {worker.PART_WORDS[part]}", worker.PART_ASPECTS[part], fatal=part == "pages")


def lost(
    failure: Failure, doing: str, aspects: tuple[Aspect, ...], *, fatal: bool = False, member: str | None = None
) -> Problem:
    """The problem that says what a worker did not come back from."""
    detail = f"Not checked: {failure.why} {doing}."
    return Problem(kind=failure.kind, aspects=aspects, detail=detail, fatal=fatal, member=member)
