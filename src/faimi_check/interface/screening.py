"""Many submissions: judged several at a time, kept on disk as they finish."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Unpack

from msgspec.structs import replace

from faimi_check.engine import compile_report
from faimi_check.interface import given
from faimi_check.interface.batch import gather, run_of
from faimi_check.interface.errors import UnusableError, lacks_told
from faimi_check.interface.given import StrPath
from faimi_check.interface.resuming import listed_otherwise, resumed
from faimi_check.interface.run_output import Done, NoOutput, Output, Run, output_of
from faimi_check.interface.settings import Options, Settings, address_book
from faimi_check.interface.shards import WHOLE, overview_of, shard_of
from faimi_check.model.report import Report, SubmissionReport
from faimi_check.model.text.counted import plural
from faimi_check.model.text.id_list import some_of
from faimi_check.report.tally import Tally
from faimi_check.screening.collecting.twins import with_twins
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.ledger import LedgerError
from faimi_check.screening.lists.told import gone
from faimi_check.screening.processes.start import safest_start_method
from faimi_check.screening.run import as_finished


@lacks_told()
def screen(
    paths: StrPath | Iterable[StrPath] = (),
    *,
    manifest: StrPath | None = None,
    authors: StrPath | Iterable[StrPath] = (),
    waivers: StrPath | Iterable[StrPath] = (),
    out: StrPath | None = None,
    resume: bool = False,
    jobs: int | None = None,
    pictures: bool = True,
    shard: str | None = None,
    progress: Callable[[SubmissionReport], None] = lambda _: None,
    **settings: Unpack[Options],
) -> Report:
    """Judges all submissions below the paths, as `faimi-check screen` does; gives the reports in their order.

    `authors` and `waivers` are files. With `out`, the same folder is written as on the command line. `progress`
    gets each report when it is there, in any order. The settings are those of `check`. Raises UnusableError for what
    cannot be used, among it a folder that cannot be written and a machine that gives too little for `jobs` workers.
    """
    workers, folder = given.jobs(jobs), Path(out) if out is not None else None
    part = shard_of(shard) if shard else WHOLE
    goes_on = given.flag("resume", resume)
    going_on = resumed(Settings(**settings), folder if goes_on else None, part, assumed="venue" not in settings)
    with ExitStack() as stack:
        batch = gather(
            given.paths("paths", paths),
            manifest=Path(manifest) if manifest is not None else None,
            authors=given.paths("authors", authors),
            waivers=given.paths("waivers", waivers),
            out=folder,
            stack=stack,
        )
        run = run_of(
            batch,
            going_on.settings,
            dossier=batch.dossier(),
            out=folder,
            resume=goes_on,
            jobs=workers,
            pictures=given.flag("pictures", pictures),
            shard=shard,
        )
        reports: dict[str, SubmissionReport] = {}
        with screening(run) as under_way:
            for done in under_way.judged():
                reports[done.report.id] = done.report
                progress(done.report)
            under_way.conclude()
    return compile_report(run.profile, [reports[each.id] for each in under_way.run.requests if each.id in reports])


@contextmanager
def screening(run: Run) -> Iterator[Screening]:
    """A run with its workers and its folder; both are let go at the end.

    Raises UnusableError where the folder cannot be written. Submissions that seem to be of one paper are looked for
    in the whole before a shard is taken.
    """
    under_way = None
    try:
        requests = run.shard.part(with_twins(run.requests, run.limits, run.jobs))
        run = replace(run, requests=requests)
        book = address_book(online=run.online)
        with (
            Judge(run.profile, run.selection, run.limits, run.jobs, safest_start_method(), book) as judge,
            closing(output_of(run, judge)) as output,
        ):
            under_way = Screening(run, judge, output)
            yield under_way
    except LedgerError as error:
        raise UnusableError(str(error)) from error
    except OSError as error:
        raise UnusableError(_broken_off(error, run, under_way)) from error


def _broken_off(error: OSError, run: Run, under_way: Screening | None) -> str:
    """What the system refused, where, and what is there all the same: a full disk costs no more than what was open."""
    where = error.filename or run.out or "the report"
    words = f"{where}: {error.strerror}"
    if not run.out or under_way is None:
        return words
    done = f"{under_way.tally.total} of {len(run.requests)} judged"
    return f"{words}; {done}: when that is mended, go on with --resume --out {run.out}"


class Screening:
    """One run: what is counted while it goes on, and what it leaves at its end."""

    def __init__(self, run: Run, judge: Judge, output: Output | NoOutput) -> None:
        self.run = run
        self.tally = Tally()
        self.reused = 0
        self.stopped = False
        self._judge = judge
        self._output = output
        self._unsettled: list[str] = []

    @property
    def replaced(self) -> int:
        """How many reports of a run before this run puts its own in place of."""
        return self._output.replaced

    @property
    def listed_otherwise(self) -> int:
        """How many are judged again by a run that goes on because the list says something else of them."""
        return listed_otherwise(self.run.requests, self.run.out if self.run.resume else None)

    @property
    def left(self) -> int:
        """How many submissions have not been judged."""
        return len(self.run.requests) - self.tally.total

    def unbounded(self) -> tuple[str, ...]:
        """What the system does not bound in the workers that read the files."""
        return tuple(self._judge.unbounded())

    def judged(self) -> Generator[Done, None, None]:
        """Judges all, as they finish; each is kept and counted before it is given."""
        output, run = self._output, self.run
        finished = as_finished(run.requests, output.judge, output.judge_alone, self._judge.stop, run.jobs)
        with closing(finished):
            for done in finished:
                output.keep(done)
                self.tally.add(done.report)
                run.waivers.note_use(done.report)
                self.reused += not done.fresh
                if not done.settled:
                    self._unsettled.append(done.report.id)
                yield done

    def stop(self) -> None:
        """Ends the workers; what is judged so far counts."""
        self._judge.stop()
        self.stopped = True

    def conclude(self) -> tuple[str, ...]:
        """Writes what is written at the end; gives what there is to say."""
        notes = (*self._gone(), *self.run.notes, *self._unused_waivers(), *self._left_open())
        report = compile_report(self.run.profile, ())
        since = self.run.dossier.before is not None
        assumed = self.run.assumed
        overview = overview_of(
            report.tool, report.venue, self.tally, notes, left=self.left, since=since, assumed=assumed
        )
        return (*notes, *self._output.conclude(overview))

    def _gone(self) -> Iterable[str]:
        """Of the run with which this one is compared, and of that which has left its reports in the folder."""
        return gone((*(self.run.dossier.before or ()), *sorted(self._output.earlier_ids)), self.run.known)

    def _unused_waivers(self) -> Iterable[str]:
        if self.stopped or self.run.shard != WHOLE:
            return ()
        return self.run.waivers.unused(frozenset(request.id for request in self.run.requests))

    def _left_open(self) -> Iterable[str]:
        if self._unsettled:
            again = "--resume judges them again" if self.run.out else "judge them again"
            left = plural(len(self._unsettled), "submission")
            why = f"because of the machine or a bug here, and not of their files ({some_of(self._unsettled)})"
            yield f"{left} could not be judged to the end, {why}: {again} on a quiet machine"
