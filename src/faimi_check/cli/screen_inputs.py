"""What `screen` is given beside its options: submissions, author lists, waivers, decisions, wordings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from faimi_check.cli.options import shown_name, text_width

if TYPE_CHECKING:
    from faimi_check.model.decision import Decision
    from faimi_check.report.mail import Wording
    from faimi_check.screening.pairing import Found
    from faimi_check.screening.request import Request
    from faimi_check.screening.waivers import Waivers


def show_pairing(requests: tuple[Request, ...], notes: tuple[str, ...]) -> int:
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


def find_submissions(ctx: click.Context, paths: tuple[Path, ...], manifest: Path | None, out: Path | None) -> Found:
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


def read_waivers_of(paths: tuple[Path, ...]) -> Waivers:
    """The findings that are cleared. Raises click.UsageError for a file that cannot be used."""
    from faimi_check.screening.tables import TableError
    from faimi_check.screening.waivers import read_waivers

    try:
        return read_waivers(*paths)
    except TableError as error:
        raise click.UsageError(str(error)) from error


def read_decisions_of(
    paths: tuple[Path, ...], requests: tuple[Request, ...]
) -> tuple[dict[str, Decision], tuple[str, ...]]:
    """What the chairs decided, and what does not agree. Raises click.UsageError for a file that cannot be used."""
    from faimi_check.screening.decisions import matched, read_decisions
    from faimi_check.screening.tables import TableError

    try:
        decisions, conflicts = read_decisions(paths)
    except TableError as error:
        raise click.UsageError(str(error)) from error
    here, foreign = matched(decisions, [request.id for request in requests])
    return here, (*conflicts, *foreign)


def wording_of(templates: Path | None, deadline: str, signature: str) -> Wording:
    """How the chairs write. A folder for templates that is not there yet is made, with the shipped ones in it.

    Raises click.UsageError for a template that cannot be used.
    """
    from faimi_check.report.mail import Wording
    from faimi_check.report.mail_templates import TemplateError, check, shipped

    texts = shipped()
    if templates is not None:
        try:
            if not templates.exists():
                templates.mkdir(parents=True)
                for kind, text in texts.items():
                    (templates / f"{kind.value}.txt").write_text(text, encoding="utf-8")
                click.echo(f"note: {templates} is new: change the texts in it, and run again", err=True)
            for kind in texts:
                path = templates / f"{kind.value}.txt"
                if path.is_file():
                    texts[kind] = path.read_text(encoding="utf-8-sig")
                    check(texts[kind])
        except TemplateError as error:
            raise click.UsageError(f"{path}: {error}") from error
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(f"{templates}: cannot be used: {error}") from error
    return Wording(templates=texts, deadline=deadline, signature=signature.replace("\\n", "\n"))


def complete(found: Found, authors: tuple[Path, ...], waivers: Waivers) -> tuple[tuple[Request, ...], tuple[str, ...]]:
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
