"""Where the reports of a run go: a folder that another run can go on with, or nowhere."""

from __future__ import annotations

from pathlib import Path

import msgspec

from faimi_check.engine import Selection, triage
from faimi_check.interface.pages import Pages
from faimi_check.interface.shards import WHOLE, RunMark, Shard, write_mark
from faimi_check.model.report import SubmissionReport
from faimi_check.report.browser.index import Overview
from faimi_check.report.dossier import Dossier
from faimi_check.report.run_folder import RunFolder
from faimi_check.screening.judging.judge import Judge, Judged
from faimi_check.screening.keys import Marks, files_digest, listed_digest, marks, run_key
from faimi_check.screening.ledger import REPORT, Ledger, read_reports
from faimi_check.screening.lists.waivers import Waivers
from faimi_check.screening.request import Request, WorkerLimits
from faimi_check.screening.run import with_open_questions
from faimi_check.venues.profile import Profile


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be judged, how, and where it goes; `known` are the ids of the whole that `shard` is a part of.

    `assumed` says that nobody named the call.
    """

    profile: Profile
    selection: Selection
    limits: WorkerLimits
    online: bool
    requests: tuple[Request, ...]
    known: tuple[str, ...]
    notes: tuple[str, ...]
    waivers: Waivers
    dossier: Dossier
    out: Path | None
    resume: bool
    jobs: int
    pictures: bool
    shard: Shard = WHOLE
    assumed: bool = False


class Done(msgspec.Struct, frozen=True):
    """A submission that is done; `fresh` unless an earlier run had judged it, `settled` unless another may say more.

    `kept` where the row that the earlier run left says the same, also of what has changed since.
    """

    report: SubmissionReport
    key: str
    fresh: bool
    settled: bool = True
    kept: bool = False


class NoOutput:
    """Nothing is kept: what was judged is said on the terminal only."""

    replaced = 0
    earlier_ids: frozenset[str] = frozenset()

    def __init__(self, run: Run, judge: Judge) -> None:
        self._run = run
        self._judge = judge

    def judge(self, request: Request) -> Done | None:
        """In a thread: judges one submission; None where that is to be tried again, alone."""
        judged = self._judge.attempt(request)
        return self._said(request, judged) if judged.settled else None

    def judge_alone(self, request: Request) -> Done:
        """In a thread: judges one submission for the last time."""
        return self._said(request, self._judge.attempt_alone(request))

    def _said(self, request: Request, judged: Judged) -> Done:
        return Done(_report(judged, request, self._run, files_digest(request)), "", fresh=True, settled=judged.settled)

    def keep(self, judged: Done) -> None:
        """Nothing to keep."""

    def conclude(self, overview: Overview) -> tuple[str, ...]:
        """Nothing to write."""
        return ()

    def close(self) -> None:
        """Nothing to close."""


def _report(judged: Judged, request: Request, run: Run, digest: str) -> SubmissionReport:
    report = with_open_questions(judged.report, request)
    proposal = triage(report, run.profile)
    title = request.title or report.title
    return run.dossier.compared(msgspec.structs.replace(report, title=title, proposal=proposal, digest=digest))


class Output:
    """The folder and the ledger in it. `earlier_ids` are the submissions that runs before have left there."""

    def __init__(self, run: Run, judge: Judge, folder: Path) -> None:
        self._run = run
        self._judge = judge
        self._folder = RunFolder(folder, [request.id for request in run.requests], run.dossier)
        self._ledger = Ledger(folder, keep_earlier=run.resume)
        self.earlier_ids = self._ledger.earlier_ids
        self._run_key = run_key(run.profile, run.selection, run.limits, online=run.online)
        self._pages = Pages(self._folder, judge, run.profile, pictures=run.pictures)
        self._keys: dict[str, str] = {}
        self._unpublished = iter(run.requests)
        self._next: Request | None = next(self._unpublished, None)

    @property
    def replaced(self) -> int:
        """How many reports of a run before this run puts its own in place of, whether they still hold or not."""
        return 0 if self._run.resume else len(self.earlier_ids)

    def judge(self, request: Request) -> Done | None:
        """In a thread: judges one submission and writes its page, unless that was done before.

        Gives None where it is to be tried again, alone.
        """
        found = marks(self._run_key, request)
        if self._ledger.holds(request.id, found.key) and self._folder.has(request.id):
            return self._taken_over(request, found)
        judged = self._judge.attempt(request)
        return self._write(request, judged, found) if judged.settled else None

    def _taken_over(self, request: Request, its: Marks) -> Done:
        """What an earlier run found, against the run with which this one is compared."""
        found = self._ledger.report(request.id, its.key)
        report = self._run.dossier.compared(msgspec.structs.replace(found, digest=its.files))
        self._pages.update(request, report)
        return Done(report, its.key, fresh=False, kept=report == found)

    def judge_alone(self, request: Request) -> Done:
        """In a thread: judges one submission for the last time, and writes its page.

        What is not settled even then is never taken over by a later run.
        """
        return self._write(request, self._judge.attempt_alone(request), marks(self._run_key, request))

    def _write(self, request: Request, judged: Judged, its: Marks) -> Done:
        report = _report(judged, request, self._run, its.files)
        self._pages.write(request, report)
        return Done(report, its.key if judged.settled else "", fresh=True, settled=judged.settled)

    def keep(self, judged: Done) -> None:
        """Puts the row on disk, and those whose turn it is into the report."""
        if not judged.kept:
            self._ledger.add(judged.report, judged.key)
        self._keys[judged.report.id] = judged.key
        while self._next is not None and self._next.id in self._keys:
            self._publish(self._next)

    def _publish(self, request: Request) -> None:
        self._ledger.publish(request.id, self._keys[request.id])
        self._next = next(self._unpublished, None)

    def conclude(self, overview: Overview) -> tuple[str, ...]:
        """Publishes what is left after a stop; writes overview, tables and texts. Gives what is to be said of them."""
        while self._next is not None:
            if self._next.id in self._keys:
                self._publish(self._next)
            else:
                self._next = next(self._unpublished, None)
        complete = len(self._keys) == len(self._run.requests)
        self._ledger.close(complete=complete)
        rules = tuple(self._run.profile.rules)
        told = self._folder.finish(overview, lambda: read_reports(self._folder.folder / REPORT), rules)
        mark = RunMark(
            tool=overview.tool,
            venue=overview.venue,
            assumed=overview.assumed,
            rules=rules,
            shard=self._run.shard,
            ids=tuple(request.id for request in self._run.requests),
            listed={request.id: listed_digest(request) for request in self._run.requests},
            notes=(*overview.notes, *told),
            left=overview.left,
            decided=sum(each.ruling is not None for each in self._run.dossier.decisions.values()),
            waived=len(self._run.waivers),
            told=told,
            dossier=self._run.dossier.part(request.id for request in self._run.requests),
        )
        write_mark(self._folder.folder, mark)
        if complete:
            self._folder.remove_leftovers(self.earlier_ids)
        return told

    def close(self) -> None:
        """Leaves the ledger for another run to go on with."""
        self._ledger.close(complete=False)


def output_of(run: Run, judge: Judge) -> Output | NoOutput:
    return Output(run, judge, run.out) if run.out else NoOutput(run, judge)
