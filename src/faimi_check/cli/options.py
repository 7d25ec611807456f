"""Options that several commands share, and the exit status that `--fail-on` asks for."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from faimi_check.cli import EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS
from faimi_check.cli.values import BOUNDS, RULES, WAIVED_RULES, complete_rule, complete_venue
from faimi_check.interface.settings import DEFAULT_VENUE
from faimi_check.model.finding import Confidence, Severity
from faimi_check.model.report import Outcome, RuleResult, SubmissionReport

Command = TypeVar("Command", bound=Callable[..., Any])
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
VENUE = click.option(
    "--venue",
    envvar="FAIMI_CHECK_VENUE",
    default=DEFAULT_VENUE,
    show_default=True,
    shell_complete=complete_venue,
    help="A venue's id, or a profile FILE.toml.",
)
COLOR = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour on a terminal."
)


def quiet_option(said: str) -> Callable[[Command], Command]:
    """`--quiet`, with what is then still said."""
    return click.option("--quiet", "-q", is_flag=True, help=said)


class JudgingCommand(click.Command):
    """A command that judges: its settings may come from the environment, and its help ends with the names for them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Raises click.UsageError for a variable that is misspelt."""
        from faimi_check.cli.environment import refuse_misspelt_variables

        rest = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            refuse_misspelt_variables(ctx)
        return rest

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Looks the names up only for whoever asks for help, and never breaks one."""
        from faimi_check.screening.request import WorkerLimits

        names = ", ".join(WorkerLimits.names())
        with formatter.section("Names for --limit"):
            for line in textwrap.wrap(names, formatter.width - 4, break_on_hyphens=False):
                formatter.write(f"  {line}\n")


class Added(click.Option):
    """An option that stands for a table of the configuration file: what is given adds to what the file and the
    environment say, entry by entry, so that one more waiver takes none of the others away. For the same name the
    nearest counts."""

    def consume_value(self, ctx: click.Context, opts: Mapping[str, Any]) -> tuple[Any, ParameterSource]:
        """The values of the option, behind those that stand further away."""
        value, source = super().consume_value(ctx, opts)
        if source not in (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT):
            return value, source
        said = [*self.further_values(ctx, source), *value]
        return list({self._name_in(item): item for item in said}.values()), source

    def further_values(self, ctx: click.Context, source: ParameterSource) -> list[str]:
        """What is said further away than there: by the file, and by the environment under an option."""
        further = list(ctx.lookup_default(self.name or "") or ())
        if source is ParameterSource.COMMANDLINE:
            further += self.value_from_envvar(ctx) or ()
        return further

    def _name_in(self, item: str) -> str:
        """What one entry is about; a report may be written in the same format to several files."""
        return item if self.name == "output" else item.partition("=")[0].strip().lower()


def judging_options(command: Command) -> Command:
    """The options of every command that judges submissions."""
    for option in reversed(
        (
            VENUE,
            click.option(
                "--select",
                multiple=True,
                type=RULES,
                metavar="RULE",
                shell_complete=complete_rule,
                help="Run only these rules; may be repeated.",
            ),
            click.option(
                "--ignore",
                cls=Added,
                multiple=True,
                type=WAIVED_RULES,
                metavar="RULE=REASON",
                shell_complete=complete_rule,
                help="Waive a rule, with the reason; may be repeated, and adds to those of the configuration file.",
            ),
            click.option(
                "--min-severity",
                type=_choice(Severity),
                default="note",
                help="Show nothing lighter; what is not shown counts for the exit status all the same.",
            ),
            click.option(
                "--min-confidence",
                type=_choice(Confidence),
                default="possible",
                help="Show nothing less sure; it counts all the same.",
            ),
            FAIL_ON,
            click.option(
                "--timeout",
                type=click.FloatRange(1, 3600),
                default=60,
                show_default=True,
                help="Seconds of processor time for the paper, and for each video.",
            ),
            click.option(
                "--limit",
                cls=Added,
                multiple=True,
                type=BOUNDS,
                metavar="NAME=NUMBER",
                help="Another bound on what is read, such as archive.max-entries=5000; the names stand below.",
            ),
            click.option(
                "--online",
                is_flag=True,
                help="Also look whether the READMEs' addresses answer; nothing is fetched without this.",
            ),
            click.option(
                "--pictures",
                type=click.Choice(["auto", "always", "never"]),
                default="auto",
                show_default=True,
                help="Read words in figures, scans and frames (what reports show does not depend on it); "
                "auto: where the extra is installed.",
            ),
            COLOR,
        )
    ):
        command = option(command)
    return command


def is_venue_assumed(ctx: click.Context) -> bool:
    """Whether neither option, environment nor file named the call: for the command, or for the hook that runs it."""
    sources = (each.get_parameter_source("venue") for each in (ctx, ctx.parent) if each)
    return next(filter(None, sources), None) is ParameterSource.DEFAULT


def _choice(kind: type[Severity] | type[Confidence]) -> click.Choice[str]:
    return click.Choice([member.value for member in kind])


def _is_undecided(result: RuleResult) -> bool:
    return result.is_open and result.outcome is not Outcome.CRASHED


def _severities(report: SubmissionReport) -> Iterator[Severity]:
    """Of all findings, those among them that are not shown."""
    yield from (finding.severity for finding in report.findings)
    if report.not_shown:
        yield from (each.severity for each in report.not_shown.findings)


def exit_status(reports: Iterable[SubmissionReport], fail_on: str) -> int:
    """0 nothing at or above `fail_on`, 1 findings, 2 where a bug of ours kept a rule from judging.

    With `--fail-on warning`, what could not be told counts as well. What is not shown counts like what is.
    """
    status = EXIT_CLEAN
    for report in reports:
        outcomes = {result.outcome for result in report.rules}
        if fail_on != "never":
            threshold = Severity(fail_on).rank
            found = any(severity.rank >= threshold for severity in _severities(report))
            if found or (fail_on == "warning" and any(_is_undecided(result) for result in report.rules)):
                return EXIT_FINDINGS
        if Outcome.CRASHED in outcomes:
            status = EXIT_COULD_NOT_RUN
    return status
