"""Judging submissions in isolated workers: a crash, a hang or a blow-up costs that part of that submission."""

from __future__ import annotations

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import TracebackType

import msgspec

from faimi_check.engine import Selection, check
from faimi_check.model.finding import SubmissionReport
from faimi_check.model.paper import Paper
from faimi_check.model.picture import Pictures
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.screening import worker
from faimi_check.screening.illustrate import illustrate
from faimi_check.screening.pool import Failure, WorkerPool, quickest_start_method
from faimi_check.screening.request import Request, WorkerLimits
from faimi_check.venues.profile import Profile

_SUPPLEMENT_ASPECTS = (Aspect.ARCHIVE, Aspect.VIDEOS, Aspect.READMES)
_TOO_LONG_FOR_ALL = 4


class Judge:
    """Judges submissions in `jobs` workers. Use it as a context manager: the workers end with it."""

    def __init__(
        self,
        profile: Profile,
        selection: Selection | None = None,
        limits: WorkerLimits | None = None,
        jobs: int = 2,
        start_method: str | None = None,
    ) -> None:
        self._profile = profile
        self._selection = selection or Selection()
        self._limits = limits or WorkerLimits()
        self._pool = WorkerPool(self._limits, jobs, start_method or quickest_start_method())

    def __enter__(self) -> Judge:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Ends all workers; whoever is in `judge` gets a StoppedError."""
        self._pool.stop()

    def judge(self, request: Request) -> SubmissionReport:
        """The report on one submission, whatever its files do. Safe to call from several threads."""
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="faimi-check-", ignore_cleanup_errors=True) as name:
            report = self._judge(request, Path(name))
        return msgspec.structs.replace(report, seconds=round(time.monotonic() - start, 3))

    def illustrate(self, request: Request, report: SubmissionReport) -> Pictures:
        """Pictures of what `judge` reported on: pages and videos, within a time limit of their own."""
        return illustrate(self._pool, request, report)

    def _judge(self, request: Request, folder: Path) -> SubmissionReport:
        with ThreadPoolExecutor(1) as threads:
            supplement = threads.submit(self._read_supplement, request, folder)
            try:
                paper_problems = self._read_paper(request.paper, request.paper_name, folder) if request.paper else ()
                supplement_problems, members, declared = supplement.result()
            except KeyboardInterrupt:
                # Leaving the block waits for the supplement, so its worker must end first.
                self.stop()
                raise
        result = self._pool.run(
            self._limits.attempt_seconds,
            worker.judge,
            request,
            self._profile,
            self._selection,
            folder,
            paper_problems,
            supplement_problems,
            members,
            declared,
        )
        if isinstance(result, Failure):
            return self._not_judged(request, result)
        return msgspec.msgpack.decode(result, type=SubmissionReport)

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

    def _read_supplement(
        self, request: Request, folder: Path
    ) -> tuple[tuple[Problem, ...], tuple[str, ...], tuple[str, ...]]:
        """What went wrong, the members that were to be decoded, and the PDFs that were declared."""
        path = request.supplement
        if path is None:
            return (), (), ()
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
            return (_lost(detail, _SUPPLEMENT_ASPECTS, fatal=True),), (), ()
        members, declared = result
        problems = self._read_videos(path, members, folder)
        for index, member in enumerate(declared):
            inner = folder / f"declared-{index}"
            inner.mkdir()
            problems += self._read_paper(folder / f"declared-{index}.pdf", member, inner)
        return tuple(problems), tuple(members), tuple(declared)

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
                problems.append(_lost(detail, (Aspect.VIDEOS,), member=member))
        return problems

    def _not_judged(self, request: Request, failure: Failure) -> SubmissionReport:
        """The engine without a file's content: what could not be judged is an error, never a pass."""
        detail = f"Not checked: {failure.why} while judging."
        paper = Paper(
            file=request.paper_name, size=0, problems=(_lost(detail, worker.PART_ASPECTS["pages"], fatal=True),)
        )
        problems = (_lost(detail, _SUPPLEMENT_ASPECTS, fatal=True),)
        supplement = Supplement(file=request.supplement_name, size=0, problems=problems)
        submission = Submission(
            id=request.id,
            paper=paper if request.paper else None,
            supplement=supplement if request.supplement else None,
        )
        return check(submission, self._profile, replace(self._selection, waived=dict(request.waived)))


def _part_problem(part: str, why: str) -> Problem:
    detail = f"Not checked: {why} while {worker.PART_WORDS[part]}."
    return _lost(detail, worker.PART_ASPECTS[part], fatal=part == "pages")


def _lost(detail: str, aspects: tuple[Aspect, ...], *, fatal: bool = False, member: str | None = None) -> Problem:
    return Problem(kind=ProblemKind.LIMIT, aspects=aspects, detail=detail, fatal=fatal, member=member)
