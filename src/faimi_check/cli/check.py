"""`faimi-check check`: one submission."""

from __future__ import annotations

from pathlib import Path

import click

from faimi_check.cli.options import (
    existing_file,
    exit_status,
    judging_options,
    outputs_of,
    profile_of,
    selection_of,
    shown_name,
    text_width,
    use_color,
    write,
)
from faimi_check.report.formats import FORMATS


@click.command()
@click.argument("paper", type=click.Path(path_type=Path))
@click.argument("supplement", type=click.Path(path_type=Path), required=False)
@click.option(
    "--cited-unpublished",
    multiple=True,
    metavar="NAME",
    help="A PDF in the zip that is the anonymized copy of a cited, unpublished paper.",
)
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="terminal", help="What to print.")
@click.option("--output", multiple=True, metavar="FORMAT=PATH", help="Also write a report to a file; may be repeated.")
@judging_options
@click.pass_context
def check(
    ctx: click.Context,
    paper: Path,
    supplement: Path | None,
    cited_unpublished: tuple[str, ...],
    format_name: str,
    output: tuple[str, ...],
    venue: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    min_severity: str,
    min_confidence: str,
    fail_on: str,
    timeout: float,
    quiet: bool,
    color: str,
) -> int:
    """Judges PAPER.pdf and, if given, SUPPLEMENT.zip against the call."""
    from faimi_check.engine import compile_report
    from faimi_check.report.formats import render
    from faimi_check.screening.judge import Judge
    from faimi_check.screening.request import Request, WorkerLimits

    profile = profile_of(venue)
    selection = selection_of(select, ignore, min_severity, min_confidence)
    files = outputs_of(output)
    request = Request(
        id=shown_name(Path(paper.name)).removesuffix(".pdf"),
        paper=existing_file(paper, "paper"),
        supplement=existing_file(supplement, "supplement") if supplement else None,
        paper_name=shown_name(paper),
        supplement_name=shown_name(supplement) if supplement else "",
        cited_unpublished=cited_unpublished,
    )
    with Judge(profile, selection, WorkerLimits(seconds=timeout)) as judge:
        report = compile_report(profile, [judge.judge(request)])
    for name, path in files:
        write(path, render(report, name))
    click.echo(
        render(report, format_name, width=text_width(), color=use_color(color), quiet=quiet), nl=False, color=True
    )
    return exit_status(report.submissions, fail_on)
