"""`faimi-check scrub`: a paper without what tells who wrote it below the surface."""

from __future__ import annotations

from pathlib import Path

import click

from faimi_check.cli import EXIT_CLEAN, EXIT_FINDINGS
from faimi_check.cli.console.notes import reading_pictures
from faimi_check.cli.mended import SENTENCE, findings_in_words, open_rules_in_words, say, say_unread, tell
from faimi_check.cli.options import VENUE
from faimi_check.cli.values import PATH
from faimi_check.interface.inputs import authors_of, existing_file, request_of
from faimi_check.interface.overwriting import refuse_overwriting, settings_read
from faimi_check.interface.settings import Settings
from faimi_check.model.finding import Finding, Severity
from faimi_check.report.wording.escape import printable
from faimi_check.rules.commands import shell_word
from faimi_check.screening.request import shown_name

# What tells who wrote the paper; the rest of a check is no business of a scrubbing, and said behind it.
_TELLING = ("ANON", "MAN", "DOC003")


@click.command()
@click.argument("paper", type=PATH)
@click.option("-o", "--output", "out", type=PATH, required=True, help="The file to write.")
@click.option("--authors", type=PATH, help="A list of the authors' names, to be taken out, too.")
@click.option("--force", is_flag=True, help="Replace the output if it is there.")
@VENUE
def scrub(paper: Path, out: Path, authors: Path | None, force: bool, venue: str) -> int:
    """Writes PAPER.pdf without what identifies its authors below the surface.

    Taken out: metadata, also of figures and photographs, notes, attachments, scripts and earlier revisions; bookmarks,
    alternative texts and other texts inside the file that identify somebody or, with --authors, name one of them.
    Link destinations and layers get neutral names. The pages are compared before and after: nothing is written unless
    they look and read the same and links lead where they led. The input is never changed.

    Then says what a check of the new file finds. Exit status 1 where something that identifies is left, such as
    printed names.
    """
    from faimi_check.interface.checking import check_request
    from faimi_check.mending.scrub import ScrubError
    from faimi_check.mending.scrub import scrub as scrub_paper
    from faimi_check.screening.request import Request

    existing_file(paper, "paper")
    lists = settings_read(authors=[authors] if authors else (), venue=venue)
    refuse_overwriting([out], [("paper", paper), *lists], "scrubbed paper")
    settings = Settings(venue=venue)
    settings.profile()
    known = authors_of(authors, request_of(paper)) if authors else ()
    try:
        result = scrub_paper(paper, out, known, force)
    except ScrubError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{shown_name(out)} cannot be written: {error.strerror}.") from error
    written = printable(shown_name(result.out))
    tell(f"Written: {written}; the pages look and read the same, and links lead where they led.")
    say("Taken out:", result.removed)
    if not result.removed:
        tell("There was nothing to take out.")
    request = Request(id=out.stem, paper=out, paper_name=shown_name(out))
    (report,) = check_request(request, settings, lambda: known, reading_pictures=reading_pictures).report.submissions
    left = [finding for finding in report.findings if _tells(finding)]
    say("Still there, for you to mend:", findings_in_words(left), SENTENCE)
    say("Could not be told:", open_rules_in_words(report.rules), SENTENCE)
    others = [finding for finding in report.findings if not _tells(finding)]
    say(
        f"Names apart, faimi-check check {shell_word(shown_name(result.out))} also finds:",
        findings_in_words(others),
        SENTENCE,
    )
    say_unread("figures")
    if not known:
        tell("With --authors FILE, one name a line, your names are looked for, too: no program knows them all.")
    return EXIT_FINDINGS if any(finding.severity is not Severity.NOTE for finding in left) else EXIT_CLEAN


def _tells(finding: Finding) -> bool:
    return finding.rule.startswith(_TELLING)
