"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from faimi_check.cli import EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS
from faimi_check.interface.settings import DEFAULT_VENUE, Settings
from faimi_check.model.finding import Confidence, Outcome, Severity, SubmissionReport
from faimi_check.model.spelling import nearest
from faimi_check.report.formats import FORMATS

PIPE_WIDTH = 80
MAX_WIDTH = 110
_NUMBER = re.compile(r"[0-9]{1,13}(?:\.[0-9]{1,6})?")
Command = TypeVar("Command", bound=Callable[..., Any])


class Several(click.types.StringParamType):
    """Values of an option that may be repeated: in the environment one a line, or one after another.

    `begins` is a pattern for how each begins: at blanks before it, a line is parted, so that reasons and paths may
    hold blanks.
    """

    def __init__(self, begins: str = "") -> None:
        self._parted = re.compile(rf"\n+|[ \t]+(?={begins})" if begins else r"\n+")

    def split_envvar_value(self, rv: str) -> list[str]:
        """The values that the variable holds."""
        return [value.strip() for value in self._parted.split(rv) if value.strip()]


RULES = Several(r"[A-Za-z]")
WAIVED_RULES = Several(r"(?:[A-Za-z]{3,4}\d{3}|[a-z]+(?:-[a-z]+)+)=")
BOUNDS = Several(r"[a-z]+\.[a-z-]+=")
FILES = Several(rf"(?:{'|'.join(FORMATS)})=")
NAMES = Several()


def complete_venue(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The shipped venues that begin so, and the files that may be profiles."""
    from faimi_check.venues.loader import shipped

    found = [CompletionItem(venue) for venue in shipped() if venue.startswith(begun)]
    return found or [CompletionItem(begun, type="file")]


def complete_rule(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The rules whose ids begin so."""
    from faimi_check.rules.catalogue import rules

    return [CompletionItem(rule.id, help=rule.name) for rule in rules() if rule.id.startswith(begun.upper())]


FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
VENUE = click.option(
    "--venue",
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
    """A command that judges: its help ends with the bounds that `--limit` moves."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Looks the names up only for whoever asks for help, and never breaks one."""
        from faimi_check.screening.request import WorkerLimits

        names = ", ".join(WorkerLimits.names())
        with formatter.section("Names for --limit"):
            for line in textwrap.wrap(names, formatter.width - 4, break_on_hyphens=False):
                formatter.write(f"  {line}\n")


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
                multiple=True,
                type=WAIVED_RULES,
                metavar="RULE=REASON",
                shell_complete=complete_rule,
                help="Waive a rule, with the reason; may be repeated.",
            ),
            click.option("--min-severity", type=_choice(Severity), default="note", help="Show nothing lighter."),
            click.option(
                "--min-confidence", type=_choice(Confidence), default="possible", help="Show nothing less sure."
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
                help="Read what is written in figures, scans and frames; auto: where the extra is installed.",
            ),
            COLOR,
        )
    ):
        command = option(command)
    return command


def _choice(kind: type[Severity] | type[Confidence]) -> click.Choice[str]:
    return click.Choice([member.value for member in kind])


def settings_of(judging: Mapping[str, Any]) -> Settings:
    """What to judge by, out of the judging options. Raises click.UsageError for what is not NAME=VALUE."""
    ignored, limits = {}, {}
    for item in judging["ignore"]:
        name, _, reason = item.partition("=")
        if not reason.strip():
            raise click.UsageError(f'--ignore {item}: a reason is needed, as in --ignore {name.upper()}="why"')
        ignored[name] = reason
    for item in judging["limit"]:
        name, _, number = (part.strip() for part in item.partition("="))
        if not _NUMBER.fullmatch(number):
            raise click.UsageError(f"--limit {item}: expected a number above 0")
        limits[name] = float(number)
    return Settings(
        venue=judging["venue"],
        select=judging["select"],
        ignore=ignored,
        min_severity=judging["min_severity"],
        min_confidence=judging["min_confidence"],
        timeout=judging["timeout"],
        limits=limits,
        online=judging["online"],
        read_pictures=judging["pictures"],
    )


def outputs_of(outputs: Iterable[str]) -> list[tuple[str, Path]]:
    """FORMAT=PATH pairs. Raises click.UsageError for an unknown format or a missing path."""
    pairs = []
    for item in outputs:
        name, _, path = item.partition("=")
        if name not in FORMATS or not path:
            hint = nearest(name, FORMATS) if name not in FORMATS else ""
            raise click.UsageError(f"--output {item}: expected FORMAT=PATH, FORMAT one of {', '.join(FORMATS)}{hint}")
        pairs.append((name, Path(path)))
    return pairs


def write(path: Path, text: str) -> None:
    """Writes a report where the user said. Raises click.ClickException where that cannot be done."""
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be written: {error.strerror}") from error


def usual_format() -> str:
    """What is printed where no format is asked for: workflow commands on a GitHub runner, else the terminal report."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "terminal"


def use_color(choice: str) -> bool:
    """Colour on a terminal, unless the environment asks for more or less; `always` and `never` win over both.

    NO_COLOR wins over FORCE_COLOR and CLICOLOR_FORCE, these over CLICOLOR=0 and a terminal that has none.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    wanted = os.environ.get("CLICOLOR") != "0" and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()


def text_width() -> int:
    """The terminal's width within bounds, 80 columns into a pipe."""
    if not sys.stdout.isatty():
        return PIPE_WIDTH
    return max(60, min(MAX_WIDTH, shutil.get_terminal_size((PIPE_WIDTH, 24)).columns))


def exit_status(reports: Iterable[SubmissionReport], fail_on: str) -> int:
    """0 nothing at or above `fail_on`, 1 findings, 2 where a bug of ours kept a rule from judging.

    With `--fail-on warning`, what could not be told counts as well.
    """
    status = EXIT_CLEAN
    for report in reports:
        outcomes = {result.outcome for result in report.rules}
        if fail_on != "never":
            threshold = Severity(fail_on).rank
            found = any(finding.severity.rank >= threshold for finding in report.findings)
            if found or (fail_on == "warning" and Outcome.UNDECIDED in outcomes):
                return EXIT_FINDINGS
        if Outcome.CRASHED in outcomes:
            status = EXIT_COULD_NOT_RUN
    return status
