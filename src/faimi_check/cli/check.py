"""`faimi-check check`: one submission."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from faimi_check.cli.config import config_options, describe, naming
from faimi_check.cli.console.notes import reading_pictures, say_note
from faimi_check.cli.console.terminal import usual_format
from faimi_check.cli.options import Added, JudgingCommand, exit_status, is_venue_assumed, judging_options, quiet_option
from faimi_check.cli.values import AUTHORS, FILES, NAMES, PATH, outputs_of, settings_of
from faimi_check.interface.errors import UnusableError
from faimi_check.reading.there import is_folder
from faimi_check.report.formats import FORMATS, prepare


@click.command(cls=JudgingCommand, context_settings={"auto_envvar_prefix": "FAIMI_CHECK"})
@click.argument("paper", type=PATH, required=False)
@click.argument("supplement", type=PATH, nargs=-1)
@click.option("--authors", type=AUTHORS, help="A list of the authors' names, to be looked for everywhere.")
@click.option(
    "--cited-unpublished",
    multiple=True,
    type=NAMES,
    metavar="NAME",
    help="A PDF in the zip that is the anonymized copy of a cited, unpublished paper.",
)
@click.option(
    "--format",
    "format_name",
    envvar="FAIMI_CHECK_FORMAT",
    type=click.Choice(FORMATS),
    help="What to print: terminal, or github where GITHUB_ACTIONS is set, unless you choose.",
)
@click.option(
    "--output",
    cls=Added,
    multiple=True,
    type=FILES,
    metavar="FORMAT=PATH",
    help="Also write a report to a file; may be repeated, and adds to those of the configuration file.",
)
@click.option(
    "--show-identities",
    is_flag=True,
    help="Leave names and addresses in sarif, junit and github, which others read; on a CI runner also in terminal and "
    "markdown.",
)
@quiet_option("One line.")
@click.option("--verbose", "-v", is_flag=True, help="On the terminal, every finding, however many a rule has.")
@judging_options
@config_options
@click.pass_context
def check(
    ctx: click.Context,
    /,
    paper: Path | None,
    supplement: tuple[Path, ...],
    authors: Path | tuple[str, ...] | None,
    cited_unpublished: tuple[str, ...],
    format_name: str | None,
    output: tuple[str, ...],
    show_identities: bool,
    quiet: bool,
    verbose: bool,
    color: str,
    fail_on: str,
    **judging: Any,
) -> int:
    """Judges PAPER.pdf and, if given, its SUPPLEMENT, a zip or whatever files were handed in, against the call.

    PAPER may also be a folder that holds one PDF and at most one zip, or paper.pdf and supplement.zip among others, or
    a zip alone. With a configuration file that names the paper, no argument is needed.
    """
    if judging["show_config"]:
        click.echo(describe(ctx), nl=False)
        return 0
    from faimi_check.screening.processes.interrupts import patiently

    ctx.with_resource(patiently())
    from faimi_check.interface.checking import authors_named, check_request
    from faimi_check.interface.inputs import brings_its_own, left_aside, request_of
    from faimi_check.interface.overwriting import inputs_of, refuse_overwriting, settings_read

    files = outputs_of(output)
    if paper is None and not supplement:
        raise click.UsageError(
            "which paper? Try: faimi-check check PAPER.pdf [SUPPLEMENT.zip], or name it in faimi-check.toml: "
            'paper = "PAPER.pdf"'
        )
    if paper and ctx.get_parameter_source("supplement") is not ParameterSource.COMMANDLINE and brings_its_own(paper):
        supplement = ()
    try:
        request = request_of(paper, supplement, cited_unpublished)
    except UnusableError as error:
        raise UnusableError(f"{error}{naming(ctx, 'paper', judging['config'])}") from error
    if paper and is_folder(paper) and not quiet and (aside := left_aside(paper, request)):
        say_note(aside)
    listed = (authors,) if isinstance(authors, Path) else ()
    settings = settings_read(authors=listed, config=judging["config"], venue=judging["venue"])
    refuse_overwriting([path for _, path in files], [*inputs_of(request), *settings])
    printed = format_name or usual_format()
    formats = {printed, *(name for name, _ in files)}
    checked = check_request(
        request,
        settings_of(judging),
        lambda: authors_named(authors, request) if authors else (),
        pictures="html" in formats,
        # The reports are loaded while the rules are at work.
        meanwhile=lambda: prepare(formats, quiet=quiet),
        reading_pictures=nullcontext if quiet else reading_pictures,
    )
    from faimi_check.cli.console.presenting import deliver, presentation_of

    presentation = presentation_of(
        checked,
        formats,
        color=color,
        quiet=quiet,
        whole=verbose,
        show_identities=show_identities,
        assumed=is_venue_assumed(ctx),
    )
    deliver(checked.report, printed, files, presentation)
    return exit_status(checked.report.submissions, fail_on)
