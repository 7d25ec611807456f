"""`faimi-check screen`: all submissions of a call, one evening."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from faimi_check.cli.config import config_options, describe
from faimi_check.cli.options import (
    judging_options,
    quiet_option,
    settings_of,
    text_width,
    use_color,
)

if TYPE_CHECKING:
    from faimi_check.cli.screening_run import Shown
    from faimi_check.screening.request import Request


@click.command(context_settings={"auto_envvar_prefix": "FAIMI_CHECK"})
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1, metavar="PATH...")
@click.option(
    "--manifest",
    type=click.Path(path_type=Path),
    help="A CSV that says what belongs together: id, paper, supplement, cited_unpublished. Paths are below PATH.",
)
@click.option(
    "--authors",
    type=click.Path(path_type=Path),
    multiple=True,
    help="The titles and authors, as the system exports them; may be repeated for an export of several files.",
)
@click.option("--list", "only_list", is_flag=True, help="Show which files make which submission, and judge nothing.")
@click.option(
    "--waivers",
    type=click.Path(path_type=Path),
    help="A CSV of findings that you have cleared: submission, fingerprint (see findings.csv), reason.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Write the reports into this folder.")
@click.option("--resume", is_flag=True, help="Judge only what is new or has changed since the last run into --out.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 2,
    show_default="one a core",
    help="Workers at a time.",
)
@click.option(
    "--shard",
    metavar="NUMBER/OF",
    help="Judge one part of all, such as 3/16, so that several machines share them; merge puts the parts together.",
)
@click.option("--no-pictures", is_flag=True, help="Leave pictures out of the pages: quicker, and a tenth of the size.")
@quiet_option("Only the counts at the end.")
@judging_options
@config_options
@click.pass_context
def screen(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    manifest: Path | None,
    authors: tuple[Path, ...],
    only_list: bool,
    waivers: Path | None,
    out: Path | None,
    resume: bool,
    jobs: int,
    shard: str | None,
    no_pictures: bool,
    quiet: bool,
    color: str,
    fail_on: str,
    **judging: Any,
) -> int:
    """Judges all submissions below PATH..., as CMT, HotCRP, OpenReview or EasyChair hand them out, or paired by name.

    A PATH may be the one zip in which the system hands out all of them.

    With --out, the folder gets index.html (the overview), a page a paper, summary.csv (a row a paper), findings.csv
    (a row a finding, with its fingerprint for --waivers), report.jsonl, and for each paper that fails a text to its
    authors. A run that was stopped goes on with --resume.
    """
    if judging["show_config"]:
        click.echo(describe(ctx), nl=False)
        return 0
    if resume and out is None:
        raise click.UsageError("--resume needs the --out folder of the run that is to go on")
    from faimi_check.interface.batch import gather

    batch = gather(
        paths,
        manifest=manifest,
        authors=authors,
        waivers=waivers,
        out=out,
        stack=ctx.with_resource(ExitStack()),
    )
    if only_list:
        return _list(batch.requests, batch.notes)
    from faimi_check.cli.screening_run import run
    from faimi_check.interface.run_output import Run
    from faimi_check.interface.shards import WHOLE, shard_of

    settings = settings_of(judging)
    wanted = Run(
        profile=settings.profile(),
        selection=settings.selection(),
        limits=settings.worker_limits(),
        online=settings.online,
        requests=batch.requests,
        notes=batch.notes,
        waivers=batch.waivers,
        out=out,
        resume=resume,
        jobs=jobs,
        pictures=not no_pictures,
        shard=shard_of(shard) if shard else WHOLE,
    )
    return run(wanted, shown_as(fail_on, quiet=quiet, color=color))


def shown_as(fail_on: str, *, quiet: bool, color: str) -> Shown:
    """How what is said at the end of a run is shown on this terminal."""
    from faimi_check.cli.screening_run import Shown

    return Shown(
        fail_on=fail_on,
        quiet=quiet,
        color=use_color(color),
        bar=sys.stderr.isatty() and os.environ.get("TERM") != "dumb",
        width=text_width(),
    )


def _list(requests: tuple[Request, ...], notes: tuple[str, ...]) -> int:
    """Prints what belongs together, and what could not be told."""
    from faimi_check.report.escape import printable
    from faimi_check.report.run_list import Pairing, render

    rows = [
        Pairing(
            id=request.id,
            paper=request.paper_name,
            supplement=request.supplement_name,
            authors=len(request.authors),
            title=request.title,
        )
        for request in requests
    ]
    click.echo(render(rows, width=text_width()), nl=False)
    for note in notes:
        click.echo(f"note: {printable(note)}", err=True)
    return 0
