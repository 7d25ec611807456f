"""`faimi-check scrub` and `pack`: what an author can have mended."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from faimi_check.cli import EXIT_CLEAN, EXIT_FINDINGS
from faimi_check.interface.inputs import existing_file, shown_name
from faimi_check.model.finding import Confidence, Hit, Severity
from faimi_check.reading.burned_in.letters import installed
from faimi_check.report.escape import printable, shorten
from faimi_check.report.words import place

_EVIDENCE = 160
_SENTENCE = 600  # a command in it is there to be copied: it is not cut


@click.command()
@click.argument("paper", type=click.Path(path_type=Path))
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), required=True, help="The file to write.")
@click.option("--force", is_flag=True, help="Replace the output if it is there.")
def scrub(paper: Path, out: Path, force: bool) -> int:
    """Writes PAPER.pdf without what identifies its authors below the surface.

    Taken out: metadata, also of figures and photographs, authors and texts of notes, attachments, scripts and earlier
    revisions. The pages are compared before and after: nothing is written unless they look and read the same. The
    input is never changed. Exit status 1 where something that identifies is left, such as printed names.
    """
    from faimi_check.mending.scrub import ScrubError
    from faimi_check.mending.scrub import scrub as scrub_paper

    existing_file(paper, "paper")
    try:
        result = scrub_paper(paper, out, force)
    except ScrubError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Written: {printable(shown_name(result.out))}; the pages look and read the same.")
    _list("Taken out:", result.removed)
    if not result.removed:
        click.echo("There was nothing to take out.")
    _remaining("Still there, for you to mend:", result.remaining)
    _unread("figures")
    return EXIT_FINDINGS if result.remaining else EXIT_CLEAN


@click.command()
@click.argument("videos", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), required=True, help="The zip to write.")
@click.option("--force", is_flag=True, help="Replace the output if it is there.")
@click.option("--skip-bad", is_flag=True, help="Leave out a video that cannot be packed, instead of packing none.")
def pack(videos: tuple[Path, ...], out: Path, force: bool, skip_bad: bool) -> int:
    """Packs VIDEO... with a README into one zip, as the call wants it.

    The pictures and the sound are copied, not encoded anew, into clean containers without tags; the README names the
    codec of each video and where to get it. Names stay as they are unless they are unsafe or tell who made the video.
    The videos are never changed. Exit status 1 where something is left to
    mend.
    """
    from faimi_check.mending.pack import PackError, pack_supplement

    for video in videos:
        existing_file(video, "video")
    try:
        result = pack_supplement(list(videos), out, force, skip_bad)
    except PackError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Written: {printable(shown_name(result.out))}")
    for packed in result.videos:
        click.echo(f"  {printable(packed.member)} from {printable(shown_name(packed.source))}: {packed.codec}")
        for removed in packed.removed:
            click.echo(f"    taken out: {printable(shorten(removed, _EVIDENCE))}")
    found = [hit for _, severity, hit in result.remaining if severity is not Severity.NOTE]
    # What is only possible is for the author to look at, and may be nothing.
    heavy = [hit for hit in found if hit.confidence is not Confidence.POSSIBLE]
    looked = [f"{hit.message} ({place(hit.where)})" for hit in found if hit.confidence is Confidence.POSSIBLE]
    _list("Please look:", (*result.warnings, *looked), _SENTENCE)
    _remaining("For your information:", [hit for _, severity, hit in result.remaining if severity is Severity.NOTE])
    _remaining("Left for you to mend:", heavy)
    _unread("frames")
    return EXIT_FINDINGS if heavy else EXIT_CLEAN


@click.command()
@click.argument("supplement", type=click.Path(path_type=Path))
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="The file to write, instead of printing.")
@click.option("--force", is_flag=True, help="Replace the output if it is there.")
def readme(supplement: Path, out: Path | None, force: bool) -> int:
    """Prints the README that would be right for SUPPLEMENT.zip as it is.

    It names each video, the codec in its stream and where that codec is had. The zip is not changed: save the text as
    README.txt and put it into the zip.
    """
    from faimi_check.mending.right_readme import ReadmeError, right_readme

    existing_file(supplement, "supplement")
    try:
        text = right_readme(supplement)
        if out is None:
            click.echo(printable_text(text), nl=False)
            return EXIT_CLEAN
        if out.exists() and not force:
            raise ReadmeError(f"{out} is already there; it is overwritten only with --force.")
        out.write_text(text, encoding="utf-8")
    except (ReadmeError, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Written: {printable(shown_name(out))}")
    return EXIT_CLEAN


def printable_text(text: str) -> str:
    """A text of several lines, each safe to print."""
    return "".join(printable(line) + "\n" for line in text.splitlines())


def _unread(pictures: str) -> None:
    """Says that nobody looked, where nobody did."""
    if not installed():
        click.echo(f"Words in {pictures} cannot be taken out, and were not looked for (needs faimi-check[pictures]).")


def _list(title: str, lines: Iterable[str], longest: int = _EVIDENCE) -> None:
    lines = list(lines)
    if lines:
        click.echo(title)
    for line in lines:
        click.echo(f"  - {printable(shorten(line, longest))}")


def _remaining(title: str, hits: Iterable[Hit]) -> None:
    hits = list(hits)
    _list(title, (f"{hit.message} ({place(hit.where)})" for hit in hits))
