"""`faimi-check pack` and `readme`: a supplement as the call wants it, and the README for one that is there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
from msgspec.structs import replace

from faimi_check.cli import EXIT_CLEAN, EXIT_FINDINGS
from faimi_check.cli.console.notes import reading_pictures
from faimi_check.cli.mended import EVIDENCE, SENTENCE, findings_in_words, open_rules_in_words, say, say_unread, tell
from faimi_check.cli.options import VENUE
from faimi_check.cli.values import PATH
from faimi_check.interface.inputs import authors_of, existing_file
from faimi_check.interface.overwriting import refuse_overwriting, settings_read
from faimi_check.interface.settings import Settings
from faimi_check.model.finding import Confidence, Severity
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.report import SubmissionReport
from faimi_check.reading.there import is_there
from faimi_check.report.wording.escape import printable, shorten
from faimi_check.screening.request import shown_name
from faimi_check.writing.whole import write_where_told

_OF_SUPPLEMENTS = ("SUP", "VID", "RME")


@click.command()
@click.argument("videos", nargs=-1, required=True, type=PATH)
@click.option("-o", "--output", "out", type=PATH, required=True, help="The zip to write.")
@click.option(
    "--check",
    "paper",
    type=PATH,
    help="The paper, to see which of these videos it cites.",
)
@click.option("--authors", type=PATH, help="A list of the authors' names, not to be in the zip.")
@click.option("--force", is_flag=True, help="Replace the output if it is there.")
@click.option("--skip-bad", is_flag=True, help="Leave out a video that cannot be packed, instead of packing none.")
@VENUE
def pack(
    videos: tuple[Path, ...],
    out: Path,
    paper: Path | None,
    authors: Path | None,
    force: bool,
    skip_bad: bool,
    venue: str,
) -> int:
    """Packs VIDEO... with a README into one zip, as the call wants it.

    The pictures and the sound are copied, not encoded anew, into clean containers without tags; the README names the
    codec of each video and where to get it. Names stay as they are, since the paper cites them, unless they are unsafe
    or tell who made the video. The videos are never changed.

    With --check PAPER.pdf, says which videos the paper cites that are not in the zip, and which of the zip it does not
    cite. Then says what a check of the zip finds. Exit status 1 where something is left to mend.
    """
    from faimi_check.interface.checking import check_request
    from faimi_check.mending.pack import PackError, pack_supplement
    from faimi_check.screening.request import Request, handed

    for video in videos:
        existing_file(video, "video")
    videos = _once_each(videos)
    lists = settings_read(authors=[authors] if authors else (), venue=venue)
    papers = [("paper", paper)] if paper else []
    refuse_overwriting([out], [*(("video", video) for video in videos), *papers, *lists], "supplement")
    settings = Settings(venue=venue)
    settings.profile()
    request = Request(id=out.stem, supplements=handed([(out, shown_name(out))]))
    if paper is not None:
        request = replace(request, paper=existing_file(paper, "paper"), paper_name=shown_name(paper))
    known = authors_of(authors, request) if authors else ()
    read = _read(paper) if paper else None
    try:
        result = pack_supplement(list(videos), out, force, skip_bad, read, known)
    except PackError as error:
        raise click.ClickException(str(error)) from error
    tell(f"Written: {shown_name(result.out)}")
    for packed in result.videos:
        tell(f"{packed.member} from {shown_name(packed.source)}: {packed.codec}", "  ")
        for removed in packed.removed:
            tell(f"taken out: {shorten(removed, EVIDENCE)}", "    ")
    if read is not None and not result.citations:
        tell("The paper cites these videos, and no others.")
    say("What the paper cites:", result.citations, SENTENCE)
    (report,) = check_request(request, settings, lambda: known, reading_pictures=reading_pictures).report.submissions
    return _say_left(report, result.warnings, shown_name(out))


def _once_each(videos: Iterable[Path]) -> tuple[Path, ...]:
    """The videos, a file that is named twice once."""
    found: dict[Path, Path] = {}
    for video in videos:
        if found.setdefault(video.resolve(), video) is not video:
            click.echo(f"note: {printable(shown_name(video))}: named more than once, packed once", err=True)
    return tuple(found.values())


def _read(path: Path) -> Paper:
    """The paper, as far as its text goes. Raises click.ClickException where it cannot be told what it cites."""
    from faimi_check.reading.paper import read_paper

    paper = read_paper(path, shown_name(path))
    unread = [problem.detail for problem in paper.problems if problem.fatal or Aspect.TEXT in problem.aspects]
    if unread:
        raise click.ClickException(f"--check {shown_name(path)}: what it cites cannot be told. {unread[0]}")
    return paper


def _say_left(report: SubmissionReport, warnings: Iterable[str], supplement: str) -> int:
    """What a check finds in the zip; of the paper, which it may have looked at too, nothing is said here."""
    found = [finding for finding in report.findings if finding.where.file == supplement]
    notes = [finding for finding in found if finding.severity is Severity.NOTE]
    weighty = [finding for finding in found if finding.severity is not Severity.NOTE]
    # What is only possible is for the author to look at, and may be nothing.
    heavy = [finding for finding in weighty if finding.confidence is not Confidence.POSSIBLE]
    looked = [finding for finding in weighty if finding.confidence is Confidence.POSSIBLE]
    say("Please look:", (*warnings, *findings_in_words(looked)), SENTENCE)
    say("For your information:", findings_in_words(notes), SENTENCE)
    say("Left for you to mend:", findings_in_words(heavy), SENTENCE)
    open_rules = (result for result in report.rules if result.rule.startswith(_OF_SUPPLEMENTS))
    say("Could not be told:", open_rules_in_words(open_rules), SENTENCE)
    say_unread("frames")
    return EXIT_FINDINGS if heavy else EXIT_CLEAN


@click.command()
@click.argument("supplement", type=PATH)
@click.option("-o", "--output", "out", type=PATH, help="The file to write, instead of printing.")
@click.option("--force", is_flag=True, help="Replace the output if it is there.")
def readme(supplement: Path, out: Path | None, force: bool) -> int:
    """Prints the README that would be right for SUPPLEMENT.zip as it is.

    It names each video, the codec in its stream and where that codec is had; one in a format that no call takes as it
    is called once it was converted. The zip is not changed: save the text as README.txt and put it into the zip. Exit
    status 1 where a video does not play: what the text says of it is to be filled in.
    """
    from faimi_check.mending.right_readme import ReadmeError, right_readme

    existing_file(supplement, "supplement")
    refuse_overwriting([out] if out else [], [("supplement", supplement)], "README")
    try:
        text, left = right_readme(supplement)
        if out is None:
            click.echo(printable_text(text), nl=False)
            return _say_unfilled(left)
        if is_there(out) and not force:
            raise ReadmeError(f"{out} is already there; it is overwritten only with --force.")
        write_where_told(out, text)
    except (ReadmeError, OSError) as error:
        raise click.ClickException(str(error)) from error
    tell(f"Written: {shown_name(out)}")
    return _say_unfilled(left)


def _say_unfilled(left: Iterable[str]) -> int:
    """Says beside the README, which may go into a file or a pipe, what it lacks."""
    said = [printable(f"note: {one} Mend the video, or write its codec there yourself.") for one in left]
    for line in said:
        click.echo(line, err=True)
    return EXIT_FINDINGS if said else EXIT_CLEAN


def printable_text(text: str) -> str:
    """A text of several lines, each safe to print."""
    return "".join(printable(line) + "\n" for line in text.splitlines())
