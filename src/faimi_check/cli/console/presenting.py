"""What a report is given on its way out: the rules' help, the pictures, and the runner's summary page."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path

import click
import msgspec

from faimi_check.cli.console.streams import is_plain
from faimi_check.cli.console.terminal import PIPE_WIDTH, is_public, list_width, text_width, use_color
from faimi_check.interface.checking import Checked
from faimi_check.model.report import Report
from faimi_check.report.formats import HELPED_FORMATS
from faimi_check.report.presentation import Presentation
from faimi_check.venues.series import newer_call
from faimi_check.writing.whole import write_where_told


def presentation_of(
    checked: Checked,
    formats: Collection[str],
    *,
    color: str,
    quiet: bool,
    whole: bool,
    show_identities: bool,
    assumed: bool,
) -> Presentation:
    """How a check is shown on this terminal and in these formats."""
    helped, public = {}, is_public()
    # What is withheld is said in the words of the rules.
    if HELPED_FORMATS.intersection(formats) or (public and not show_identities):
        from faimi_check.interface.help import help_of_rules

        helped = help_of_rules(checked.profile)
    return Presentation(
        width=text_width(),
        line_width=list_width(),
        color=use_color(color),
        quiet=quiet,
        whole=whole,
        plain=is_plain(),
        selected=checked.selection.only,
        newer=newer_call(checked.profile.id),
        assumed=assumed,
        public=public,
        show_identities=show_identities,
        rules=helped,
        pictures=checked.pictures,
    )


def deliver(report: Report, printed: str, files: Iterable[tuple[str, Path]], presentation: Presentation) -> None:
    """Writes the report to each (format, path), then prints it. Raises click.ClickException for an unwritable path."""
    from faimi_check.report.formats import render

    filed = msgspec.structs.replace(presentation, color=False, plain=False, width=PIPE_WIDTH, line_width=None)
    for name, path in files:
        write(path, render(report, name, filed))
    text = render(report, printed, presentation)
    # What a program reads is UTF-8 to the last byte, also on a console with another code page.
    click.echo(text if printed == "terminal" else text.encode("utf-8", "backslashreplace"), nl=False, color=True)
    if printed == "github":
        append_job_summary(report, presentation)


def append_job_summary(report: Report, presentation: Presentation) -> None:
    """Appends the report to the summary page of a GitHub job, if there is one. Names are masked as in the log."""
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if not target:
        return
    from faimi_check.report.machines import markdown
    from faimi_check.report.machines.masking import mask

    shown = report if presentation.show_identities else mask(report, presentation.rules)
    try:
        with Path(target).open("a", encoding="utf-8", errors="backslashreplace") as page:
            page.write(markdown.render(shown, presentation.newer, assumed=presentation.assumed))
    except OSError as error:
        raise click.ClickException(f"{target}: cannot be written: {error.strerror}") from error


def write(path: Path, text: str) -> None:
    """Writes a report where the user said. Raises click.ClickException where that cannot be done."""
    try:
        write_where_told(path, text)
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be written: {error.strerror}") from error
