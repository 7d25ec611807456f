"""Many submissions, several at a time, as they finish; memory stays flat however many there are."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from queue import SimpleQueue
from typing import TypeVar

from msgspec.structs import replace

from faimi_check.model.report import Outcome, RuleResult, SubmissionReport, Verdict
from faimi_check.screening.processes.interrupts import next_of, result_of
from faimi_check.screening.request import Request

Result = TypeVar("Result")


def as_finished(
    requests: Iterable[Request],
    work: Callable[[Request], Result | None],
    work_alone: Callable[[Request], Result],
    stop: Callable[[], None],
    jobs: int,
) -> Generator[Result, None, None]:
    """The results in the order in which they are done, `jobs` submissions at work and one more waiting.

    What `work` gives None for is done by `work_alone` when all others are done, one after the other. Whatever ends it
    early, `stop` is called first: it must make the work at hand return or raise.
    """
    with ThreadPoolExecutor(jobs + 1, thread_name_prefix="screening") as threads:
        upcoming = iter(requests)
        at_work: dict[Future[Result | None], Request] = {}
        done: SimpleQueue[Future[Result | None]] = SimpleQueue()
        again: list[Request] = []

        def begin(count: int) -> None:
            for request in islice(upcoming, count):
                future = threads.submit(work, request)
                at_work[future] = request
                future.add_done_callback(done.put)

        try:
            begin(jobs + 1)
            while at_work:
                # Not by `wait` of concurrent.futures: a Ctrl-C that is heard in there leaves locks to no one.
                future = next_of(done)
                begin(1)
                request, result = at_work.pop(future), future.result()
                if result is None:
                    again.append(request)
                else:
                    yield result
            for request in again:
                yield result_of(threads.submit(work_alone, request))
        except BaseException:
            stop()
            threads.shutdown(wait=True, cancel_futures=True)
            raise


def with_open_questions(report: SubmissionReport, request: Request) -> SubmissionReport:
    """What was not there to be judged never passes: a person must look."""
    questions = []
    if request.missing:
        questions.append(f"Not there: {', '.join(request.missing)}, which the manifest names.")
    if request.broken:
        questions.append(f"The download of {', '.join(request.broken)} broke off: it is to be fetched again.")
    if not questions and request.paper is None:
        questions.append("No paper was found that this supplement belongs to.")
    if not questions:
        return report
    missing = RuleResult(rule="DOC001", name="paper-unreadable", outcome=Outcome.UNDECIDED, reason=" ".join(questions))
    rules = tuple(result for result in report.rules if result.rule != missing.rule)
    verdict = Verdict.REVIEW if report.verdict is Verdict.PASS else report.verdict
    return replace(report, rules=(missing, *rules), verdict=verdict)
