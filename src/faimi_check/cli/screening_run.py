"""What `screen` says while a run goes on, and at its end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing

import click
import msgspec

from faimi_check.cli import EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS
from faimi_check.cli.console.notes import say_note
from faimi_check.cli.console.streams import is_plain
from faimi_check.cli.options import exit_status
from faimi_check.engine import compile_report
from faimi_check.interface.help import help_of_rules
from faimi_check.interface.run_output import Run
from faimi_check.interface.screening import Screening, screening
from faimi_check.model.report import SubmissionReport
from faimi_check.model.text.counted import plural
from faimi_check.report.machines.masking import mask
from faimi_check.report.run_folder import OVERVIEW
from faimi_check.report.tally import Tally
from faimi_check.report.terminal import progress, run_table
from faimi_check.report.wording.escape import plain_signs
from faimi_check.report.wording.words import ASSUMED, newer_words
from faimi_check.screening.processes.interrupts import come_to_an_end
from faimi_check.venues.profile import Profile
from faimi_check.venues.series import newer_call

_NOTES_SHOWN = 20
_OPEN = 'see "Untrusted files" in docs/chairs.md before you screen uploads of strangers'


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """How a run is shown: `bar` on a terminal, `width` in columns; `public` where others may read it."""

    fail_on: str
    quiet: bool
    color: bool
    bar: bool
    width: int
    public: bool


def run(wanted: Run, shown: Shown) -> int:
    """Judges, writes and says; gives the exit status. Raises UnusableError where the folder cannot be written."""
    with screening(wanted) as under_way:
        if not shown.quiet:
            _announce(under_way)
        statuses = _judge_all(under_way, shown)
        come_to_an_end()
        notes = under_way.conclude()
    say(under_way.tally, notes, shown)
    out = under_way.run.out
    if under_way.reused:
        click.echo(f"{plural(under_way.reused, 'submission')} taken over from the run before: unchanged")
    if out:
        click.echo(f"{out / OVERVIEW}")
    if under_way.stopped:
        hint = f"; go on with --resume --out {out}" if out else ""
        total = len(under_way.run.requests)
        click.echo(f"faimi-check: stopped, {under_way.left} of {total} not judged{hint}", err=True)
        return EXIT_COULD_NOT_RUN
    return worst(statuses)


def worst(statuses: set[int]) -> int:
    """The exit status of a run by those of its submissions: findings count more than a bug of ours."""
    return EXIT_FINDINGS if EXIT_FINDINGS in statuses else max(statuses, default=EXIT_CLEAN)


def _announce(under_way: Screening) -> None:
    """Says that nobody named the call or that there is a later one, what the system does not bound, that the list has
    changed, and that reports of a run before are replaced.

    What takes an hour may have been meant to go on.
    """
    if under_way.run.assumed:
        say_note(f"the call is {under_way.run.profile.title}{ASSUMED}")
    if newer := newer_call(under_way.run.profile.id):
        say_note(newer_words(newer))
    if unbounded := under_way.unbounded():
        say_note(f"this system does not bound the workers' {' and '.join(unbounded)}: {_OPEN}")
    if listed := under_way.listed_otherwise:
        say_note(f"the list of authors has changed since the run before: {plural(listed, 'submission')} judged again")
    if under_way.replaced:
        held = f"{under_way.run.out} holds reports on {plural(under_way.replaced, 'submission')} from a run before"
        then = "all are judged again (--resume would skip those that have not changed)"
        say_note(f"{held}; {then}")


def _judge_all(under_way: Screening, shown: Shown) -> set[int]:
    """Judges all, or as many as there is time for until Ctrl-C; gives the submissions' exit statuses."""
    statuses: set[int] = set()
    finished = under_way.judged()
    try:
        with _progress(len(under_way.run.requests), under_way.tally, shown) as bar, closing(finished):
            for done in finished:
                statuses.add(exit_status([done.report], shown.fail_on))
                bar.show(_masked(done.report, under_way.run.profile) if shown.public else done.report)
    except KeyboardInterrupt:
        under_way.stop()
    return statuses


def _masked(report: SubmissionReport, profile: Profile) -> SubmissionReport:
    """The report as a public log may show it: an upload may be called after its authors."""
    (shown,) = mask(compile_report(profile, [report]), help_of_rules(profile)).submissions
    return shown


def _progress(total: int, tally: Tally, shown: Shown) -> progress.Bar | progress.Lines | progress.Silent:
    if shown.quiet:
        return progress.Silent()
    if shown.bar:
        return progress.Bar(sys.stderr, total, tally, color=shown.color)
    return progress.Lines(sys.stdout, total, tally)


def say(tally: Tally, notes: tuple[str, ...], shown: Shown) -> None:
    """The table of a run, and the notes on it."""
    table = run_table.render(tally, width=shown.width, color=shown.color)
    if not shown.quiet:
        click.echo()
    click.echo(plain_signs(table) if is_plain() else table, nl=False, color=True)
    for line in _shortened(notes):
        say_note(line)


def _shortened(notes: tuple[str, ...]) -> Iterator[str]:
    yield from notes[:_NOTES_SHOWN]
    if len(notes) > _NOTES_SHOWN:
        yield f"and {len(notes) - _NOTES_SHOWN} more; all are in the overview that --out writes"
