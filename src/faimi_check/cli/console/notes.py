"""Notes beside what is printed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from faimi_check.cli.console.terminal import is_public, list_width
from faimi_check.report.wording.escape import printable
from faimi_check.report.wording.layout import hanging

_READING = "Reading words in pictures …"


def say_note(text: str) -> None:
    """Says it on the error stream, laid out to the terminal, in one line into a pipe."""
    for line in hanging(printable(text), list_width(), "note: "):
        click.echo(line, err=True)


@contextmanager
def reading_pictures() -> Iterator[None]:
    """Says what is waited for while words in pictures are read, and takes it away; only on a terminal."""
    if not sys.stderr.isatty() or is_public():
        yield
        return
    click.echo(_READING, err=True, nl=False)
    sys.stderr.flush()
    try:
        yield
    finally:
        # Blanks and no sequence: some terminals know none, and the dots may have been spelt out.
        click.echo(f"\r{' ' * (len(_READING) + 2)}\r", err=True, nl=False)
