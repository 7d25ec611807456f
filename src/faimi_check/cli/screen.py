"""`faimi-check screen`: all submissions of a call, one evening."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from faimi_check.cli.config import config_options, describe
from faimi_check.cli.options import (
    judging_options,
    settings_of,
    text_width,
    use_color,
)
from faimi_check.interface.inputs import shown_name

if TYPE_CHECKING:
    from faimi_check.screening.pairing import Found
    from faimi_check.screening.request import Request
    from faimi_check.screening.waivers import Waivers


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
@click.option("--no-pictures", is_flag=True, help="Leave pictures out of the pages: quicker, and a tenth of the size.")
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
    from faimi_check.cli.screening_run import Plan, run

    found = _found(ctx, paths, manifest, out)
    cleared = _waivers(waivers)
    requests, notes = _complete(found, authors, cleared)
    if only_list:
        return _list(requests, notes)
    settings = settings_of(judging)
    plan = Plan(
        profile=settings.profile(),
        selection=settings.selection(),
        limits=settings.worker_limits(),
        online=settings.online,
        requests=requests,
        notes=notes,
        waivers=cleared,
        out=out,
        resume=resume,
        jobs=jobs,
        pictures=not no_pictures,
        fail_on=fail_on,
        quiet=quiet,
        color=use_color(color),
        bar=sys.stderr.isatty() and os.environ.get("TERM") != "dumb",
        width=text_width(),
    )
    return run(plan)


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


def _unpacked(ctx: click.Context, paths: tuple[Path, ...]) -> tuple[tuple[Path, ...], list[str]]:
    """The paths, zips that hold submissions unpacked into a private folder that is gone when the command ends."""
    from faimi_check.screening.private_folder import private_folder
    from faimi_check.screening.unpacking import ArchiveError, holds_submissions, unpack

    notes: list[str] = []
    found: list[Path] = []
    stems = {path.stem.casefold() for path in paths if path.suffix.lower() == ".pdf"}
    for path in paths:
        if path.is_dir() or path.suffix.lower() != ".zip" or path.stem.casefold() in stems:
            found.append(path)
        elif path.is_file() and holds_submissions(path):
            folder = ctx.with_resource(private_folder()) / "submissions"
            folder.mkdir()
            try:
                told = unpack(path, folder)
            except ArchiveError as error:
                raise click.UsageError(f"{shown_name(path)}: {error}") from error
            notes += [f"{shown_name(path)}: {note}" for note in told.notes]
            found.append(folder)
        else:
            found.append(path)
    return tuple(found), notes


def _found(ctx: click.Context, paths: tuple[Path, ...], manifest: Path | None, out: Path | None) -> Found:
    """Raises click.UsageError where there is nothing to judge."""
    from msgspec.structs import replace

    from faimi_check.screening.discover import discover
    from faimi_check.screening.manifest import read_manifest
    from faimi_check.screening.tables import TableError

    for path in paths:
        if not os.path.lexists(path):
            raise click.UsageError(f"{shown_name(path)}: no such file or folder")
    named = paths
    paths, notes = _unpacked(ctx, paths)
    if manifest is not None:
        if len(paths) > 1:
            raise click.UsageError("with --manifest, give at most one PATH: the folder that its paths are relative to")
        try:
            found = read_manifest(manifest, paths[0] if paths else manifest.parent, out)
        except TableError as error:
            raise click.UsageError(str(error)) from error
    elif paths:
        found = discover(paths, out)
    else:
        raise click.UsageError("which submissions? Try: faimi-check screen FOLDER --out REPORTS")
    if not found.requests:
        raise click.UsageError(f"no paper and no supplement found in {', '.join(map(shown_name, named))}")
    return replace(found, notes=(*notes, *found.notes))


def _waivers(path: Path | None) -> Waivers:
    from faimi_check.screening.tables import TableError
    from faimi_check.screening.waivers import Waivers, read_waivers

    try:
        return read_waivers(path) if path else Waivers()
    except TableError as error:
        raise click.UsageError(str(error)) from error


def _complete(found: Found, authors: tuple[Path, ...], waivers: Waivers) -> tuple[tuple[Request, ...], tuple[str, ...]]:
    """The requests with titles, authors and waivers. Raises click.UsageError for a list that cannot be read."""
    from msgspec.structs import replace

    requests = [replace(request, waived=waivers.of(request.id)) for request in found.requests]
    if not authors:
        return tuple(requests), found.notes
    from faimi_check.screening.authors import AuthorListError, read_authors

    try:
        listed = read_authors(*authors)
    except AuthorListError as error:
        where = f"{shown_name(authors[0])}: " if len(authors) == 1 else ""
        raise click.UsageError(f"{where}{error}") from error
    numbers = {request.id: request.number or request.id for request in requests}
    requests = [
        replace(request, authors=listed.of(numbers[request.id]), title=listed.title(numbers[request.id]))
        for request in requests
    ]
    return tuple(requests), (listed.coverage({each.id: each.authors for each in requests}), *found.notes)
