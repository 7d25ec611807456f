"""A screening from the first submission to the last table: wires judging, the ledger, the folder and the progress."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
import msgspec

from faimi_check.cli import EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS
from faimi_check.cli.options import exit_status
from faimi_check.cli.streams import is_plain
from faimi_check.engine import Selection, compile_report, triage
from faimi_check.interface.help import help_of_rules
from faimi_check.interface.settings import address_book
from faimi_check.model.finding import SubmissionReport, Verdict
from faimi_check.model.picture import Pictures
from faimi_check.report import html, progress, run_table
from faimi_check.report.escape import plain_signs, printable
from faimi_check.report.index import Overview
from faimi_check.report.run_folder import OVERVIEW, RunFolder
from faimi_check.report.tally import Tally
from faimi_check.report.words import plural
from faimi_check.screening.judge import Judge
from faimi_check.screening.keys import run_key, submission_key
from faimi_check.screening.ledger import REPORT, Ledger, LedgerError, read_reports
from faimi_check.screening.pool import safest_start_method
from faimi_check.screening.request import Request, WorkerLimits
from faimi_check.screening.run import as_finished, with_open_questions
from faimi_check.screening.twins import with_twins
from faimi_check.screening.waivers import Waivers
from faimi_check.venues.profile import Profile

_NOTES_SHOWN = 20


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be judged, how, and where it goes."""

    profile: Profile
    selection: Selection
    limits: WorkerLimits
    online: bool
    requests: tuple[Request, ...]
    notes: tuple[str, ...]
    waivers: Waivers
    out: Path | None
    resume: bool
    jobs: int
    pictures: bool
    fail_on: str
    quiet: bool
    color: bool
    bar: bool
    width: int


def run(plan: Plan) -> int:
    """Judges and writes; gives the exit status. Raises click.ClickException where the folder cannot be written."""
    limits = plan.limits
    try:
        with _ended_politely():
            plan = msgspec.structs.replace(plan, requests=with_twins(plan.requests, limits, plan.jobs))
        with (
            _ended_politely(),
            Judge(
                plan.profile, plan.selection, limits, plan.jobs, safest_start_method(), address_book(online=plan.online)
            ) as judge,
            closing(_output(plan, judge, limits)) as output,
        ):
            screening = _Screening(plan, output)
            screening.announce()
            screening.judge_all(judge)
            return screening.conclude()
    except LedgerError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'the report'}: {error.strerror}") from error


@contextmanager
def _ended_politely() -> Iterator[None]:
    """A session that ends, or a batch system's time limit, counts as Ctrl-C: it leaves no worker and no half report."""
    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, signal.default_int_handler) for number in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Judged(msgspec.Struct, frozen=True):
    """A submission that is done; `fresh` unless an earlier run had judged it."""

    report: SubmissionReport
    key: str
    fresh: bool


class _NoOutput:
    """Nothing is kept: what was judged is said on the terminal only."""

    replaced = 0

    def __init__(self, judge: Judge, profile: Profile) -> None:
        self._judge = judge
        self._profile = profile

    def judge(self, request: Request) -> _Judged:
        """In a thread: judges one submission."""
        return _Judged(_judged(self._judge, request, self._profile), "", fresh=True)

    def keep(self, judged: _Judged) -> None:
        """Nothing to keep."""

    def conclude(self, overview: Overview) -> None:
        """Nothing to write."""

    def close(self) -> None:
        """Nothing to close."""


def _judged(judge: Judge, request: Request, profile: Profile) -> SubmissionReport:
    report = with_open_questions(judge.judge(request), request)
    return msgspec.structs.replace(report, title=request.title or report.title, proposal=triage(report, profile))


class _Output:
    """The folder and the ledger in it."""

    def __init__(self, plan: Plan, judge: Judge, limits: WorkerLimits, folder: Path) -> None:
        self._plan = plan
        self._judge = judge
        self._folder = RunFolder(folder, [request.id for request in plan.requests])
        self._ledger = Ledger(folder, keep_earlier=plan.resume)
        self._run_key = run_key(plan.profile, plan.selection, limits, online=plan.online)
        self._venue = compile_report(plan.profile, ()).venue
        self._rules = help_of_rules(plan.profile)
        self._keys: dict[str, str] = {}
        self._unpublished = iter(plan.requests)
        self._next: Request | None = next(self._unpublished, None)

    @property
    def replaced(self) -> int:
        """How many reports of a run before this run puts its own in place of, whether they still hold or not."""
        return 0 if self._plan.resume else len(self._ledger.earlier_ids)

    def judge(self, request: Request) -> _Judged:
        """In a thread: judges one submission and writes its page, unless that was done before."""
        key = submission_key(self._run_key, request)
        if self._ledger.holds(request.id, key) and self._folder.has(request.id):
            return _Judged(self._ledger.report(request.id, key), key, fresh=False)
        report = _judged(self._judge, request, self._plan.profile)
        wanted = self._plan.pictures and report.verdict is not Verdict.PASS
        pictures = self._judge.illustrate(request, report) if wanted else Pictures()
        page = html.render(compile_report(self._plan.profile, [report]), {report.id: pictures}, self._rules)
        self._folder.write(report, self._venue, page)
        return _Judged(report, key, fresh=True)

    def keep(self, judged: _Judged) -> None:
        """Puts the row on disk, and those whose turn it is into the report."""
        if judged.fresh:
            self._ledger.add(judged.report, judged.key)
        self._keys[judged.report.id] = judged.key
        while self._next is not None and self._next.id in self._keys:
            self._publish(self._next)

    def _publish(self, request: Request) -> None:
        self._ledger.publish(request.id, self._keys[request.id])
        self._next = next(self._unpublished, None)

    def conclude(self, overview: Overview) -> None:
        """Publishes what is left after a stop; writes overview and table."""
        while self._next is not None:
            if self._next.id in self._keys:
                self._publish(self._next)
            else:
                self._next = next(self._unpublished, None)
        complete = len(self._keys) == len(self._plan.requests)
        self._ledger.close(complete=complete)
        path = self._folder.folder / REPORT
        self._folder.finish(overview, lambda: read_reports(path), self._plan.profile.rules)
        if complete:
            self._folder.remove_leftovers(self._ledger.earlier_ids)

    def close(self) -> None:
        """Leaves the ledger for another run to go on with."""
        self._ledger.close(complete=False)


def _output(plan: Plan, judge: Judge, limits: WorkerLimits) -> _Output | _NoOutput:
    return _Output(plan, judge, limits, plan.out) if plan.out else _NoOutput(judge, plan.profile)


class _Screening:
    """One run: what is counted and said while it goes on, and at its end."""

    def __init__(self, plan: Plan, output: _Output | _NoOutput) -> None:
        self._plan = plan
        self._output = output
        self._tally = Tally()
        self._statuses: set[int] = set()
        self._reused = 0
        self._stopped = False

    def announce(self) -> None:
        """Says that reports of a run before are replaced: what takes an hour may have been meant to go on."""
        replaced = self._output.replaced
        if replaced and not self._plan.quiet:
            held = f"{self._plan.out} holds reports on {plural(replaced, 'submission')} from a run before"
            then = "all are judged again (--resume would skip those that have not changed)"
            click.echo(f"note: {held}; {then}", err=True)

    def judge_all(self, judge: Judge) -> None:
        """Judges all, or as many as there is time for until Ctrl-C."""
        finished = as_finished(self._plan.requests, self._output.judge, judge.stop, self._plan.jobs)
        try:
            with self._progress() as shown, closing(finished):
                for judged in finished:
                    self._output.keep(judged)
                    self._count(judged)
                    shown.show(judged.report)
        except KeyboardInterrupt:
            judge.stop()
            self._stopped = True

    def _count(self, judged: _Judged) -> None:
        self._tally.add(judged.report)
        self._plan.waivers.note_use(judged.report)
        self._statuses.add(exit_status([judged.report], self._plan.fail_on))
        self._reused += not judged.fresh

    def _progress(self) -> progress.Bar | progress.Lines | progress.Silent:
        total = len(self._plan.requests)
        if self._plan.quiet:
            return progress.Silent()
        if self._plan.bar:
            return progress.Bar(sys.stderr, total, self._tally, color=self._plan.color)
        return progress.Lines(sys.stdout, total, self._tally)

    def conclude(self) -> int:
        """Writes what is written at the end, says what was found; gives the exit status."""
        left = len(self._plan.requests) - self._tally.total
        notes = (*self._plan.notes, *self._unused_waivers())
        report = compile_report(self._plan.profile, ())
        self._output.conclude(Overview(tool=report.tool, venue=report.venue, tally=self._tally, notes=notes, left=left))
        self._say(run_table.render(self._tally, width=self._plan.width, color=self._plan.color), notes)
        if self._stopped:
            hint = f"; go on with --resume --out {self._plan.out}" if self._plan.out else ""
            click.echo(f"faimi-check: stopped, {left} of {len(self._plan.requests)} not judged{hint}", err=True)
            return EXIT_COULD_NOT_RUN
        return EXIT_FINDINGS if EXIT_FINDINGS in self._statuses else max(self._statuses, default=EXIT_CLEAN)

    def _unused_waivers(self) -> Iterable[str]:
        if self._stopped:
            return ()
        return self._plan.waivers.unused(frozenset(request.id for request in self._plan.requests))

    def _say(self, table: str, notes: tuple[str, ...]) -> None:
        if not self._plan.quiet:
            click.echo()
        click.echo(plain_signs(table) if is_plain() else table, nl=False, color=True)
        for line in _shortened(notes):
            click.echo(f"note: {printable(line)}", err=True)
        if self._reused:
            click.echo(f"{plural(self._reused, 'submission')} taken over from the run before: unchanged")
        if self._plan.out:
            click.echo(f"{self._plan.out / OVERVIEW}")


def _shortened(notes: tuple[str, ...]) -> Iterator[str]:
    yield from notes[:_NOTES_SHOWN]
    if len(notes) > _NOTES_SHOWN:
        yield f"and {len(notes) - _NOTES_SHOWN} more; all are in the overview that --out writes"
