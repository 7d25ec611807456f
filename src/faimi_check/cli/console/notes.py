"""Notes beside what is printed."""

from __future__ import annotations

import click

from faimi_check.cli.console.terminal import list_width
from faimi_check.report.wording.escape import printable
from faimi_check.report.wording.layout import hanging


def say_note(text: str) -> None:
    """Says it on the error stream, laid out to the terminal, in one line into a pipe."""
    for line in hanging(printable(text), list_width(), "note: "):
        click.echo(line, err=True)
