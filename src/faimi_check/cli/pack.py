"""`faimi-check pack` and `readme`: a supplement as the call wants it, and the README for one that is there."""

from __future__ import annotations

from pathlib import Path

import click

from faimi_check.cli import EXIT_CLEAN, EXIT_FINDINGS
from faimi_check.cli.mended import EVIDENCE, SENTENCE, say, say_unread
from faimi_check.interface.inputs import existing_file, shown_name
from faimi_check.model.finding import Confidence, Hit, Severity
from faimi_check.report.escape import printable, shorten
from faimi_check.report.words import place


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
            click.echo(f"    taken out: {printable(shorten(removed, EVIDENCE))}")
    found = [hit for _, severity, hit in result.remaining if severity is not Severity.NOTE]
    # What is only possible is for the author to look at, and may be nothing.
    heavy = [hit for hit in found if hit.confidence is not Confidence.POSSIBLE]
    looked = _in_words([hit for hit in found if hit.confidence is Confidence.POSSIBLE])
    say("Please look:", (*result.warnings, *looked), SENTENCE)
    notes = [hit for _, severity, hit in result.remaining if severity is Severity.NOTE]
    say("For your information:", _in_words(notes))
    say("Left for you to mend:", _in_words(heavy))
    say_unread("frames")
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


def _in_words(hits: list[Hit]) -> list[str]:
    return [f"{hit.message} ({place(hit.where)})" for hit in hits]
