"""The command line: wiring only. A command may use every room, and imports what it needs when it runs, so that `--help`
stays quick.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, NoReturn

import click

from faimi_check import __version__
from faimi_check.cli.console.streams import open_standard_streams, speak_utf8
from faimi_check.interface.errors import UnusableError
from faimi_check.reading.there import is_there
from faimi_check.screening.processes.ending import leave_nothing
from faimi_check.screening.processes.garbage import look_seldom
from faimi_check.screening.processes.interrupts import hear_once

EXIT_CLEAN = 0
EXIT_FINDINGS = 1
EXIT_COULD_NOT_RUN = 2
# A thread that hands a task to a worker waits so long for the one that is loading the rules; by default five times.
_TURN_SECONDS = 0.001

BEGIN = """\
faimi-check reads a paper and its supplement and says what breaks the call for papers.

  faimi-check check paper.pdf                  the paper alone
  faimi-check check paper.pdf supplement.zip   with its supplement
  faimi-check screen FOLDER --out REPORTS      all submissions of a call
  faimi-check explain LEN001                   what a rule wants, and why
  faimi-check scrub paper.pdf -o clean.pdf     takes out what hides in the file
  faimi-check pack video.avi -o supp.zip       makes a supplement that keeps the rules
  faimi-check --help                           everything else
"""


class Commands(click.Group):
    """A group that imports its commands when they are used and knows a misspelt one."""

    MODULES: ClassVar[dict[str, str]] = {
        "check": "check",
        "screen": "screen",
        "merge": "merge",
        "hook": "hook",
        "scrub": "scrub",
        "pack": "pack",
        "readme": "pack",
        "rules": "catalogue",
        "explain": "catalogue",
        "venues": "venue",
        "venue": "venue",
        "schema": "catalogue",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = self.MODULES.get(cmd_name)
        if module is None:
            return None
        from importlib import import_module

        command: click.Command = getattr(import_module(f"faimi_check.cli.{module}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.MODULES:
            from difflib import get_close_matches

            close = get_close_matches(args[0], self.MODULES, n=1)
            hint = f'; did you mean "{close[0]}"?' if close else ""
            if args[0].lower().endswith((".pdf", ".zip")) or is_there(Path(args[0])):
                hint = f'; did you mean "faimi-check check {args[0]}"?'
            raise click.UsageError(f'no command "{args[0]}"{hint}')
        return super().resolve_command(ctx, args)


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Our version and those of the libraries that do the parsing: a report depends on both."""
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import version

    libraries = ", ".join(f"{name} {version(name)}" for name in ("pypdf", "pypdfium2", "av"))
    click.echo(f"faimi-check {__version__} ({libraries})")
    ctx.exit(EXIT_CLEAN)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Show the versions."
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Checks a paper and its supplement against the rules of a call for papers, before they are uploaded.

    Exit status: 0 nothing found at or above --fail-on, 1 findings, 2 could not run.
    """
    if ctx.invoked_subcommand is None:
        click.echo(BEGIN, nl=False)


def run() -> NoReturn:
    """The console script: `main`, then out at once.

    By then all files are written and all workers ended; taking the interpreter apart object by object would cost as
    much as reading a page.
    """
    hear_once()
    try:
        main()
        status = EXIT_CLEAN
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else EXIT_COULD_NOT_RUN
    except KeyboardInterrupt:
        # It came again while the first was told of.
        status = EXIT_COULD_NOT_RUN
    leave_nothing()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        status = EXIT_COULD_NOT_RUN
    os._exit(status)


def main(arguments: Sequence[str] | None = None) -> None:
    """Every way to fail ends in one line on stderr and exit status 2, never in a traceback."""
    try:
        look_seldom()
        sys.setswitchinterval(_TURN_SECONDS)
        open_standard_streams()
        speak_utf8()
        status = cli.main(args=list(arguments) if arguments is not None else None, standalone_mode=False)
    except click.ClickException as error:
        _complain(_with_example(error))
        status = EXIT_COULD_NOT_RUN
    except UnusableError as error:
        _complain(str(error))
        status = EXIT_COULD_NOT_RUN
    except (click.Abort, KeyboardInterrupt):
        _complain("stopped")
        status = EXIT_COULD_NOT_RUN
    except BrokenPipeError:
        _leave_quietly()
        status = EXIT_COULD_NOT_RUN
    except Exception as error:
        if lacks := _lacks(error):
            _complain(lacks)
            sys.exit(EXIT_COULD_NOT_RUN)
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            _complain("what is to be printed cannot be written: no space left")
            _leave_quietly()
            sys.exit(EXIT_COULD_NOT_RUN)
        if os.environ.get("FAIMI_CHECK_DEBUG"):
            raise
        _complain(f"a bug in faimi-check: {type(error).__name__}: {error} (FAIMI_CHECK_DEBUG=1 shows where)")
        status = EXIT_COULD_NOT_RUN
    sys.exit(status if isinstance(status, int) else EXIT_CLEAN)


def _with_example(error: click.ClickException) -> str:
    """What is wrong; where something was not given, also what the command looks like with it."""
    said = error.format_message()
    if not isinstance(error, click.MissingParameter) or error.ctx is None:
        return said
    from faimi_check.cli.examples import example

    return f"{said} Try: {found}" if (found := example(error.ctx)) else said


def _lacks(error: Exception) -> str | None:
    """What the environment does not give, where that is why nothing can be done."""
    from faimi_check.screening.processes.environment import told_by

    return told_by(error)


def _leave_quietly() -> None:
    """Nothing more can be printed, because a pipe's reader left or the disk is full; Python must not try at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str) -> None:
    from faimi_check.report.wording.escape import printable

    click.echo(f"faimi-check: {printable(message)}", err=True)
