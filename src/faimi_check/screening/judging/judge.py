"""Judging submissions in isolated workers: a crash, a hang or a blow-up costs that part of that submission."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from faimi_check.engine import LeftOpen, Selection, check
from faimi_check.model.paper import Paper
from faimi_check.model.picture import Pictures
from faimi_check.model.problem import Aspect
from faimi_check.model.report import Outcome, SubmissionReport
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.screening.judging import worker
from faimi_check.screening.judging.illustrate import illustrate
from faimi_check.screening.processes import isolation
from faimi_check.screening.processes.failure import Cause, Failure
from faimi_check.screening.processes.pool import WorkerPool
from faimi_check.screening.processes.start import quickest_start_method
from faimi_check.screening.readers import supplement_worker
from faimi_check.screening.readers.attempt import lost
from faimi_check.screening.readers.read_ahead import ReadAhead
from faimi_check.screening.readers.reader import Reader
from faimi_check.screening.request import Read, Request, WorkerLimits
from faimi_check.venues.profile import Profile
from faimi_check.writing.private_folder import private_folder

# The libraries of the network are loaded only by whoever wants to use it.
if TYPE_CHECKING:
    from faimi_check.screening.judging.online import AddressBook
_ADDRESS_RULE = "RME004"
# What rules come to that were not done when judging ended. However a file is made, what judging it costs is our doing.
_OPEN = dict.fromkeys(Cause, Outcome.UNDECIDED) | {Cause.BUG: Outcome.CRASHED}
# Built before any thread can be the first to use it.
_REPORTS = msgspec.msgpack.Decoder(SubmissionReport)


class Judged(msgspec.Struct, frozen=True):
    """A report, and whether it holds: not where another attempt may say more of the same files."""

    report: SubmissionReport
    settled: bool


class Judge:
    """Judges submissions in `jobs` workers. Use it as a context manager: the workers end with it.

    Nothing is fetched unless there is an `address_book` to ask.
    """

    def __init__(
        self,
        profile: Profile,
        selection: Selection | None = None,
        limits: WorkerLimits | None = None,
        jobs: int = 2,
        start_method: str | None = None,
        address_book: AddressBook | None = None,
    ) -> None:
        self._address_book = address_book
        self._profile = profile
        self._selection = selection or Selection()
        self._limits = limits or WorkerLimits()
        self._pool = WorkerPool(self._limits, jobs, start_method or quickest_start_method())
        self._reader = Reader(self._pool, self._limits)

    def __enter__(self) -> Judge:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Ends all workers; whoever is in `judge` gets a StoppedError."""
        self._pool.stop()

    def dismiss(self) -> None:
        """Lets the workers go when all is done: they end while the caller goes on."""
        self._pool.stop(waits=False)

    def judge(self, request: Request) -> SubmissionReport:
        """The report on one submission, whatever its files do; where need be, of a second attempt."""
        judged = self.attempt(request)
        return judged.report if judged.settled else self.attempt_alone(request).report

    def attempt(self, request: Request) -> Judged:
        """One attempt at a submission. Safe to call from several threads."""
        return self._timed(time.monotonic(), request)

    def attempt_alone(self, request: Request) -> Judged:
        """The last attempt at what was not settled, while the workers have nothing else to do."""
        with self._pool.alone():
            return self._timed(time.monotonic(), request)

    def judge_read(self, request: Request, ahead: ReadAhead) -> SubmissionReport:
        """The report on a submission whose reading has begun already; where need be, of a second attempt."""
        self._begin(request, ahead)
        judged = self._weigh(request, ahead.folder, ahead.wait())
        if not judged.settled:
            with self._pool.alone():
                return self._timed(ahead.begun, request).report
        return _after(ahead.begun, judged).report

    def _timed(self, begun: float, request: Request) -> Judged:
        with private_folder() as folder:
            return _after(begun, self._weigh(request, folder, self._reader.read(request, folder)))

    @contextmanager
    def judging(self, request: Request, ahead: ReadAhead) -> Iterator[Future[SubmissionReport]]:
        """`judge_read` in the background of this block, so that the caller can load what shows the report."""
        with ThreadPoolExecutor(1) as threads:
            try:
                yield threads.submit(self.judge_read, request, ahead)
            except BaseException:
                # Leaving the block waits for the judging, and that for the reading, so their workers must end first.
                ahead.stop()
                self.stop()
                raise

    def unbounded(self) -> tuple[str, ...]:
        """What the system does not bound in the workers, in words: "memory", "network"."""
        told = self._pool.run(self._limits.attempt_seconds, isolation.unbounded)
        return () if isinstance(told, Failure) else told

    def illustrate(self, request: Request, report: SubmissionReport) -> Pictures:
        """Pictures of what `judge` reported on: pages and videos, within a time limit of their own."""
        return illustrate(self._pool, request, report)

    def _begin(self, request: Request, ahead: ReadAhead) -> None:
        """Judges the paper's pages while the rest is being read. Pictures would change what is judged.

        Whatever keeps it from coming to an end, all is judged afterwards.
        """
        if request.paper is not None and not request.pictures and ahead.wait_for_pages():
            asked = (request, self._profile, self._selection, ahead.folder)
            self._pool.run(self._limits.attempt_seconds, worker.begin, *asked)

    def _weigh(self, request: Request, folder: Path, read: Read) -> Judged:
        seconds = self._limits.attempt_seconds
        read = self._with_pdfs(request, folder, read)
        if self._address_book is not None and request.supplements:
            read = self._ask_addresses(self._address_book, request, folder, read)
        asked = (request, self._profile, self._selection, folder, read)
        result = self._pool.run(seconds, worker.judge, *asked)
        if not isinstance(result, Failure):
            return Judged(_REPORTS.decode(result), read.settled)
        settled = result.cause is Cause.FILE and read.settled
        left_open = LeftOpen(_OPEN[result.cause], f"Not checked: {result.why} while judging.")
        # What is to be tried again, alone, need not be put together before.
        if settled or self._pool.is_alone:
            result = self._pool.run(seconds, worker.finish, *asked, left_open)
        done = self._not_judged(request, left_open) if isinstance(result, Failure) else _REPORTS.decode(result)
        return Judged(done, settled)

    def _with_pdfs(self, request: Request, folder: Path, read: Read) -> Read:
        """PDFs in the supplement are read as declared ones are where the call takes any, or the paper may cite them."""
        taken = self._profile.rules.get("SUP004")
        if not request.supplements or taken is None:
            return read
        take = self._reader.read_pdfs if taken.params.allowed == "any" else self._reader.read_cited
        return take(request, folder, read)

    def _ask_addresses(self, book: AddressBook, request: Request, folder: Path, read: Read) -> Read:
        """Asks the addresses that RME004 will weigh, if it is to run. A worker finds them, without a network."""
        settings = self._profile.rules.get(_ADDRESS_RULE)
        if settings is None or (self._selection.only and _ADDRESS_RULE not in self._selection.only):
            return read
        asked = (request.supplements, folder, read, settings.params.hosts)
        urls = self._pool.run(self._limits.attempt_seconds, supplement_worker.addresses, *asked)
        if isinstance(urls, Failure):
            problem = lost(urls, "while looking for addresses in the READMEs", (Aspect.READMES,))
            supplements = tuple(replace(one, problems=(*one.problems, problem)) for one in read.supplements)
            return replace(read, supplements=supplements, settled=read.settled and urls.cause is Cause.FILE)
        return replace(read, addresses=book.ask(urls))

    def _not_judged(self, request: Request, left_open: LeftOpen) -> SubmissionReport:
        """The engine without a file's content: what could not be judged never passes."""
        submission = Submission(
            id=request.id,
            paper=Paper(file=request.paper_name, size=0) if request.paper else None,
            supplements=tuple(Supplement(file=one.name, size=0) for one in request.supplements),
        )
        selection = replace(self._selection, waived=dict(request.waived))
        return check(submission, self._profile, selection, left_open=left_open)


def _after(begun: float, judged: Judged) -> Judged:
    """With the seconds that it took since then."""
    report = msgspec.structs.replace(judged.report, seconds=round(time.monotonic() - begun, 3))
    return msgspec.structs.replace(judged, report=report)
