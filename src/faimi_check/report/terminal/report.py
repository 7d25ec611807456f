"""The report for a terminal: verdict, page strip, findings, open questions. Reads the same without colour."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from faimi_check.model.report import Outcome, PageMeasures, Report, SubmissionReport, Venue
from faimi_check.model.text.counted import plural
from faimi_check.report.terminal import quiet
from faimi_check.report.terminal.console import composing_console
from faimi_check.report.terminal.findings import print_findings
from faimi_check.report.wording import words
from faimi_check.report.wording.digest import PageCell, by_reason, by_weight, outcome_counts, page_strip
from faimi_check.report.wording.escape import printable, shorten
from faimi_check.report.wording.layout import hanging

_KIND_CELL = {"content": ("■", "blue"), "mixed": ("◧", "magenta"), "references": ("□", "green"), "blank": ("·", "dim")}
_LABEL_COLUMNS = 8
_GAP = 2
_PAGES_SHOWN = 60
_VIDEOS_SHOWN = 6


def render(
    report: Report,
    *,
    width: int,
    color: bool,
    line_width: int | None = None,
    whole: bool = False,
    remark: str = "",
    newer: str | None = None,
    assumed: bool = False,
) -> str:
    """The report as text of `width` columns; `whole` cuts no list. A `remark` stands behind each verdict; its line is
    broken to the `line_width`, if there is one.

    `newer` is the id of a later call of the same series; `assumed` that nobody named the one judged by.
    """
    console, stream = composing_console(width, color)
    for submission in report.submissions:
        _headline(console, submission, remark, line_width)
        _against(console, report.venue, newer, words.ASSUMED if assumed else "")
        _body(console, submission, whole=whole)
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def _headline(console: Console, submission: SubmissionReport, remark: str, line_width: int | None) -> None:
    said = Text.from_ansi(quiet.headline(submission, color=True) + remark)
    if line_width is None:
        console.print(said, soft_wrap=True)
        return
    columns = len(words.VERDICT_WORDS[submission.verdict]) + _GAP
    for number, line in enumerate(said[columns:].wrap(console, line_width - columns)):
        head = said[:columns] if number == 0 else Text(" " * columns)
        console.print(head.append_text(line), soft_wrap=True)


def _body(console: Console, submission: SubmissionReport, *, whole: bool) -> None:
    if submission.pages is not None and submission.pages.kinds:
        _pages(console, submission.pages)
    _videos(console, submission)
    print_findings(console, submission, whole=whole)
    _not_told(console, submission)
    _for_humans(console, submission)
    _closing(console, submission)


def _against(console: Console, venue: Venue, newer: str | None, said: str) -> None:
    _indented(console, Text.assemble((printable(venue.title), "dim"), said), 6)
    if not venue.verified:
        unverified = f"UNVERIFIED: {words.not_read(venue)}; its rules may differ."
        _indented(console, Text(unverified, "bold yellow"), 6)
    if newer:
        _indented(console, Text(words.newer_words(newer)), 6)


def _pages(console: Console, pages: PageMeasures) -> None:
    """One cell a page, with a bar where the limit for content and for the whole paper falls."""
    console.print()
    cells = page_strip(pages)[:_PAGES_SHOWN]
    room = max(4, (console.width - _LABEL_COLUMNS) // 4)
    for first in range(0, len(cells), room):
        _strip_row(console, cells[first : first + room], "Pages" if first == 0 else "")
    if len(pages.kinds) > _PAGES_SHOWN:
        _indented(console, Text(f"... and {len(pages.kinds) - _PAGES_SHOWN} more pages"), _LABEL_COLUMNS)
    used = set(pages.kinds)
    legend = [f"{_KIND_CELL[kind][0]} {said}" for kind, said in words.KIND_WORDS.items() if kind in used]
    if any(cell.last_allowed for cell in cells):
        legend.append("| limit")
    if any(cell.over for cell in cells):
        legend.append("! over")
    _indented(console, Text("  ".join(legend), "dim"), _LABEL_COLUMNS)
    _indented(console, Text(words.page_sentence(pages)), _LABEL_COLUMNS)


def _strip_row(console: Console, cells: list[PageCell], label: str) -> None:
    numbers = Text().append(f"{label:<{_LABEL_COLUMNS - 2}}", "bold")
    signs = Text(" " * (_LABEL_COLUMNS - 2))
    for cell in cells:
        sign, style = _KIND_CELL[cell.kind]
        style = "bold red" if cell.over else style
        bar = "|" if cell.last_allowed else " "
        numbers.append(f"{cell.number:>3}", "bold red" if cell.over else "").append(bar, "dim")
        signs.append(f"{'!' if cell.over else ''}{sign}".rjust(3), style).append(bar, "dim")
    console.print(numbers)
    console.print(signs)


def _videos(console: Console, submission: SubmissionReport) -> None:
    if not submission.videos:
        return
    console.print()
    for number, video in enumerate(submission.videos[:_VIDEOS_SHOWN]):
        line = Text().append(f"{'Videos' if number == 0 else '':<{_LABEL_COLUMNS}}", "bold")
        line.append(printable(shorten(video.member, 60)), "cyan")
        console.print(line)
        _indented(console, Text(printable(words.video_words(video))), _LABEL_COLUMNS + 2)
    if len(submission.videos) > _VIDEOS_SHOWN:
        _indented(console, Text(f"... and {len(submission.videos) - _VIDEOS_SHOWN} more"), _LABEL_COLUMNS)


def _not_told(console: Console, submission: SubmissionReport) -> None:
    """Rules that could not tell, grouped by the reason; never left out."""
    for outcome, title in (
        (Outcome.UNDECIDED, words.UNDECIDED_TITLE),
        (Outcome.CRASHED, words.CRASHED_TITLE),
    ):
        groups = by_reason(submission.rules, outcome)
        if groups:
            console.print(Text(f"\n{title}:", "bold yellow"))
        for reason, results in groups.items():
            _bullet(console, Text.assemble(printable(reason), (f" [{words.rule_words(results)}]", "dim")))


def _for_humans(console: Console, submission: SubmissionReport) -> None:
    if not submission.for_humans:
        return
    console.print(Text(f"\n{words.HUMANS_TITLE}:", "bold"))
    for clause in submission.for_humans:
        _bullet(console, Text(printable(clause.question or clause.quote)))


def _closing(console: Console, submission: SubmissionReport) -> None:
    """The verdict again, which a long report has scrolled away; how much was checked; where to read on."""
    verdict = Text.from_ansi(quiet.verdict(submission, color=True))
    console.print(Text.assemble("\n", verdict, f": {words.headline(submission)}."))
    counted = ", ".join(f"{count} {said}" for said, count in outcome_counts(submission).items())
    console.print(Text(f"Rules: {counted or 'none was run'}; {submission.seconds:.2f} s.", "dim"))
    for reason, results in by_reason(submission.rules, Outcome.SKIPPED).items():
        said = f"{printable(reason)} ({plural(len(results), 'rule')})"
        for line in hanging(said, console.width, "  skipped: "):
            console.print(Text(line, "dim"))
    if submission.findings:
        rule = by_weight(submission.findings)[0].rule
        console.print(Text(f"faimi-check explain {rule} says why a rule is there and when it can be wrong.", "dim"))
    console.print()


def _bullet(console: Console, text: Text) -> None:
    for number, line in enumerate(text.wrap(console, console.width - 4)):
        console.print(Text("  - " if number == 0 else "    ").append_text(line))


def _indented(console: Console, text: Text, columns: int) -> None:
    console.print(Padding(text, (0, 0, 0, columns)))
