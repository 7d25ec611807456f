"""What `screen` is given beside its submissions: decisions and wordings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec
from click.core import ParameterSource

from faimi_check.cli.console.terminal import list_width
from faimi_check.screening.request import shown_name

if TYPE_CHECKING:
    from faimi_check.interface.batch import Batch
    from faimi_check.interface.overwriting import Input
    from faimi_check.model.decision import Decision
    from faimi_check.report.changes import Earlier
    from faimi_check.report.letters.mail import Wording
    from faimi_check.screening.request import Request


# What is about the folder of reports alone.
_NEED_OUT = (
    "resume", "decisions", "mail_templates", "deadline", "signature", "eml", "show_authors", "no_pictures",
)  # fmt: skip


def refuse_what_needs_out(ctx: click.Context) -> None:
    """Raises click.UsageError for options of this call that would do nothing without `--out`.

    What a file of settings or the environment says is meant for those calls that have one.
    """
    given = [
        parameter.opts[0]
        for parameter in ctx.command.params
        if parameter.name in _NEED_OUT and ctx.get_parameter_source(parameter.name) is ParameterSource.COMMANDLINE
    ]
    if given:
        verb = "needs" if len(given) == 1 else "need"
        raise click.UsageError(f"{', '.join(given)} {verb} --out FOLDER: without it no reports are written")


def show_pairing(requests: tuple[Request, ...], notes: tuple[str, ...]) -> int:
    """Prints what belongs together, and what could not be told."""
    from faimi_check.cli.console.notes import say_note
    from faimi_check.report.terminal.run_list import Pairing, render
    from faimi_check.screening.lists.people import counted

    rows = [
        Pairing(
            id=request.id,
            paper=request.paper_name,
            supplements=tuple(one.name for one in request.supplements),
            authors=counted(request.authors),
            title=request.title,
        )
        for request in requests
    ]
    click.echo(render(rows, width=list_width()), nl=False)
    for note in notes:
        say_note(note)
    return 0


def decisions_and_templates(decisions: tuple[Path, ...], templates: Path | None) -> list[Input]:
    """What chairs have written, by what it is, for whoever must not write over it."""
    from faimi_check.report.letters.mail_templates import Kind

    written = [(f"template {kind.value}", templates / f"{kind.value}.txt") for kind in Kind] if templates else []
    return [*(("decisions", path) for path in decisions), *written]


class Decided(msgspec.Struct, frozen=True):
    """What the chairs decided of the files that are there, by submission, and what there is to say of it."""

    decisions: dict[str, Decision]
    notes: tuple[str, ...]


def read_decisions_of(
    paths: tuple[Path, ...], batch: Batch, waivers: tuple[Path, ...], venue: str, before: Mapping[str, Earlier] | None
) -> Decided:
    """What counts of the decisions in these files; `venue` is the call by which the run judges, as its id.

    Which call the waivers were saved for is told as well. Raises click.UsageError for a file that cannot be used.
    """
    from faimi_check.report.tables.uploads import divided_words
    from faimi_check.screening.keys import files_digest
    from faimi_check.screening.lists.decisions import of_other_calls, read_decisions, read_saved
    from faimi_check.screening.lists.settling import of_unknown_files, settle
    from faimi_check.screening.lists.tables import TableError

    by_id = {request.id: request for request in batch.requests}
    digest_of = cache(lambda id: files_digest(by_id[id]))
    try:
        said = read_decisions(paths)
        saved = [(str(path), one.venue) for path in waivers if (one := read_saved(path)) is not None]
    except TableError as error:
        raise click.UsageError(str(error)) from error
    decisions, notes = settle(said, by_id, digest_of)
    earlier = {id: one.digest for id, one in (before or {}).items() if one.digest}
    strangers = of_other_calls([*((one.source, one.venue) for one in said), *saved], venue)
    unknown = of_unknown_files(decisions, earlier, digest_of)
    return Decided(decisions, (*divided_words(decisions, batch.dossier().numbers), *notes, *unknown, *strangers))


def unprinted_notes(wording: Wording, decisions: Mapping[str, Decision]) -> tuple[str, ...]:
    """A sentence for each template that leaves out what the chairs noted for the authors."""
    from faimi_check.report.letters.mail import kind_of_ruling
    from faimi_check.report.letters.mail_templates import prints

    noted = [kind_of_ruling(one.ruling) for one in decisions.values() if one.note and one.ruling]
    silent = [kind for kind in dict.fromkeys(noted) if kind and not prints(wording.templates[kind], "note")]
    return tuple(f"{kind.value}.txt does not print your notes: put {{{{ note }}}} into it" for kind in silent)


def earlier_run(folder: Path) -> dict[str, Earlier]:
    """What the run that wrote this folder had found. Raises click.UsageError where no run has."""
    from faimi_check.report.changes import earlier
    from faimi_check.screening.ledger import REPORT, last_complete, read_reports

    try:
        return earlier(read_reports(last_complete(folder)))
    except (OSError, msgspec.DecodeError) as error:
        raise click.UsageError(f"--since {shown_name(folder)}: holds no {REPORT} of a run ({error})") from error


def gone_since(folder: Path | None, requests: tuple[Request, ...]) -> tuple[str, ...]:
    """What is there no more of the run that wrote this folder, if one was named."""
    from faimi_check.screening.lists.told import gone

    return tuple(gone(earlier_run(folder), [request.id for request in requests])) if folder else ()


def wording_of(templates: Path | None, deadline: str, signature: str) -> Wording:
    """How the chairs write. A folder for templates that is not there yet is made, with the shipped ones in it.

    Raises click.UsageError for a template that cannot be used.
    """
    from faimi_check.interface.help import home, repository
    from faimi_check.report.letters.mail import Wording
    from faimi_check.report.letters.mail_templates import TemplateError, check, shipped
    from faimi_check.writing.whole import write_whole

    texts = shipped()
    if templates is not None:
        try:
            if not templates.exists():
                templates.mkdir(parents=True)
                for kind, text in texts.items():
                    write_whole(templates / f"{kind.value}.txt", [text])
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
    return Wording(
        templates=texts,
        deadline=deadline,
        signature=signature.replace("\\n", "\n"),
        home=home(),
        repository=repository(),
    )
