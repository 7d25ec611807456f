"""`faimi-check check`: one submission."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource
from msgspec.structs import replace

from faimi_check.cli.config import config_options, describe
from faimi_check.cli.options import (
    FILES,
    NAMES,
    address_book,
    existing_file,
    exit_status,
    judging_options,
    limits_of,
    outputs_of,
    profile_of,
    selection_of,
    shown_name,
    text_width,
    use_color,
)
from faimi_check.cli.streams import is_plain
from faimi_check.model.submission import KnownAuthor
from faimi_check.report.formats import FORMATS, HELPED_FORMATS, prepare

if TYPE_CHECKING:
    from faimi_check.engine import Selection
    from faimi_check.model.finding import Report
    from faimi_check.model.picture import Pictures
    from faimi_check.screening.online import AddressBook
    from faimi_check.screening.reader import ReadAhead
    from faimi_check.screening.request import Request
    from faimi_check.venues.profile import Profile


@click.command(context_settings={"auto_envvar_prefix": "FAIMI_CHECK"})
@click.argument("paper", type=click.Path(path_type=Path), required=False)
@click.argument("supplement", type=click.Path(path_type=Path), required=False)
@click.option(
    "--authors", type=click.Path(path_type=Path), help="A list of the authors' names, to be looked for everywhere."
)
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
    type=click.Choice(FORMATS),
    help="What to print: terminal, or github where GITHUB_ACTIONS is set, unless you choose.",
)
@click.option(
    "--output",
    multiple=True,
    type=FILES,
    metavar="FORMAT=PATH",
    help="Also write a report to a file; may be repeated.",
)
@click.option(
    "--show-identities", is_flag=True, help="Leave names and addresses in sarif, junit and github, which others read."
)
@judging_options
@config_options
@click.pass_context
def check(
    ctx: click.Context,
    /,
    paper: Path | None,
    supplement: Path | None,
    authors: Path | None,
    cited_unpublished: tuple[str, ...],
    format_name: str | None,
    output: tuple[str, ...],
    show_identities: bool,
    quiet: bool,
    color: str,
    fail_on: str,
    **judging: Any,
) -> int:
    """Judges PAPER.pdf and, if given, SUPPLEMENT.zip against the call.

    PAPER may also be a folder that holds one PDF and at most one zip. With a configuration file that names the
    paper, no argument is needed.
    """
    if judging["show_config"]:
        click.echo(describe(ctx), nl=False)
        return 0
    from faimi_check.screening.reader import ReadAhead
    from faimi_check.screening.request import Request

    files = outputs_of(output)
    if paper and ctx.get_parameter_source("supplement") is not ParameterSource.COMMANDLINE and paper.is_dir():
        supplement = _only(paper, "supplement.zip", ".zip")
    paper, supplement = _inputs(paper, supplement)
    request = Request(
        id=shown_name(Path(paper.stem)),
        paper=paper,
        supplement=supplement,
        paper_name=shown_name(paper),
        supplement_name=shown_name(supplement) if supplement else "",
        cited_unpublished=cited_unpublished,
    )
    with ReadAhead(request, limits_of(judging["timeout"], judging["limit"])) as ahead:
        # The rules and the author list are loaded while the files are being read.
        profile = profile_of(judging["venue"])
        selection = selection_of(
            judging["select"], judging["ignore"], judging["min_severity"], judging["min_confidence"]
        )
        request = replace(request, authors=_authors(authors, paper))
        book = address_book(online=judging["online"])
        from faimi_check.cli.presenting import deliver, help_of_rules, usual_format
        from faimi_check.report.presentation import Presentation

        printed = format_name or usual_format()
        formats = {printed, *(name for name, _ in files)}
        report, pictures = _judge(ahead, request, profile, selection, book, formats)
    presentation = Presentation(
        width=text_width(),
        color=use_color(color),
        quiet=quiet,
        plain=is_plain(),
        selected=selection.only,
        show_identities=show_identities,
        rules=help_of_rules(profile) if formats & HELPED_FORMATS else {},
        pictures=pictures,
    )
    deliver(report, printed, files, presentation)
    return exit_status(report.submissions, fail_on)


def _judge(
    ahead: ReadAhead,
    request: Request,
    profile: Profile,
    selection: Selection,
    book: AddressBook | None,
    formats: set[str],
) -> tuple[Report, dict[str, Pictures]]:
    from faimi_check.engine import compile_report
    from faimi_check.screening.judge import Judge

    with Judge(profile, selection, ahead.limits, jobs=1, address_book=book) as judge:
        with judge.judging(request, ahead) as judged:
            # The reports are loaded while the rules are at work.
            prepare(formats)
            submission = judged.result()
        pictures = {submission.id: judge.illustrate(request, submission)} if "html" in formats else {}
    return compile_report(profile, [submission]), pictures


def _inputs(paper: Path | None, supplement: Path | None) -> tuple[Path, Path | None]:
    """The files to judge. Raises click.UsageError where they are missing, or a folder leaves a choice."""
    if paper is None:
        raise click.UsageError(
            "which paper? Try: faimi-check check PAPER.pdf [SUPPLEMENT.zip], or name it in faimi-check.toml: "
            'paper = "PAPER.pdf"'
        )
    if paper.is_dir():
        folder, found = paper, _only(paper, "paper.pdf", ".pdf")
        if found is None:
            raise click.UsageError(f"{folder}: this folder holds no PDF")
        paper = found
    if supplement and (paper.suffix.lower(), supplement.suffix.lower()) == (".zip", ".pdf"):
        raise click.UsageError(f"the paper comes first: faimi-check check {supplement} {paper}")
    return existing_file(paper, "paper"), existing_file(supplement, "supplement") if supplement else None


def _only(folder: Path, usual: str, suffix: str) -> Path | None:
    """The file with the usual name, else the only one with the suffix."""
    found = sorted(path for path in folder.iterdir() if path.suffix.lower() == suffix and not path.is_dir())
    if len(found) > 1:
        found = [path for path in found if path.name.lower() == usual] or found
    if len(found) > 1:
        names = ", ".join(shown_name(Path(path.name)) for path in found[:5])
        raise click.UsageError(f"which one? The folder holds {names}")
    return found[0] if found else None


def _authors(path: Path | None, paper: Path) -> tuple[KnownAuthor, ...]:
    """The authors of this paper, by the number in its name where the list gives authors to papers; else everyone.

    Raises click.UsageError for a list that cannot be read, or that gives no authors to this paper.
    """
    if path is None:
        return ()
    from faimi_check.screening.authors import AuthorListError, read_authors

    try:
        listed = read_authors(existing_file(path, "author list"))
    except AuthorListError as error:
        raise click.UsageError(f"{path}: {error}") from error
    if not listed.papers:
        return listed.everyone()
    for paper_id in _ids(paper):
        if listed.holds(paper_id):
            return listed.of(paper_id)
    raise click.UsageError(
        f"{shown_name(path)} lists authors paper by paper, and none for {shown_name(Path(paper.name))}: "
        "name the file by its paper's id, or give a plain list of its authors"
    )


def _ids(paper: Path) -> Iterator[str]:
    """What the paper may be called in a conference's export: by its name, its only number, or its folder."""
    from faimi_check.screening.naming import is_generic, is_id, name_parts

    named = name_parts(paper.name)
    yield named.id
    yield paper.stem
    numbers = re.findall(r"\d+", paper.stem)
    if len(numbers) == 1:
        yield numbers[0]
    folder = paper.resolve().parent.name
    if is_generic(named.base) and is_id(folder):
        yield from (folder, *re.findall(r"\d+", folder))
