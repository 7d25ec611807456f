"""The report for a terminal: verdict, page strip, findings, open questions. Reads the same without colour."""

from __future__ import annotations

import io
from collections import defaultdict

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from faimi_check.model.finding import Finding, Outcome, Report, Severity, SubmissionReport, Venue, Verdict
from faimi_check.report.escape import printable, shorten
from faimi_check.report.words import VERDICT_MEANING, VERDICT_WORDS, by_weight, inputs, page_sentence, place, tally

EVIDENCE_WIDTH = 200
SAME_RULE_SHOWN = 6
_VERDICT_STYLE = {Verdict.PASS: "bold green", Verdict.REVIEW: "bold yellow", Verdict.FAIL: "bold red"}
_SEVERITY_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_KIND_CELL = {"content": ("■", "blue"), "mixed": ("◧", "magenta"), "references": ("□", "green"), "blank": ("·", "dim")}


def render(report: Report, *, width: int, color: bool, quiet: bool) -> str:
    """The report as text of `width` columns; `quiet` leaves one line a submission."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        legacy_windows=False,
    )
    for submission in report.submissions:
        _headline(console, submission, report.venue)
        if not quiet:
            _body(console, submission)
    return stream.getvalue()


def _headline(console: Console, submission: SubmissionReport, venue: Venue) -> None:
    said = tally(submission.findings) or VERDICT_MEANING[submission.verdict]
    line = Text()
    line.append(VERDICT_WORDS[submission.verdict], _VERDICT_STYLE[submission.verdict])
    line.append(f"  {printable(inputs(submission))}", "bold")
    line.append(f"  {said}")
    console.print(line)
    mark = "" if venue.verified else " (UNVERIFIED: the text of this call could not be read)"
    console.print(Text(f"      against {printable(venue.title)}{mark}, in {submission.seconds:.2f} s", "dim"))


def _body(console: Console, submission: SubmissionReport) -> None:
    _page_strip(console, submission)
    _findings(console, submission)
    _not_told(console, submission)
    _for_humans(console, submission)
    console.print()


def _page_strip(console: Console, submission: SubmissionReport) -> None:
    """One cell a page, with a bar where the limit for content and for the whole paper falls."""
    pages = submission.pages
    if pages is None or not pages.kinds:
        return
    console.print()
    numbers, cells = Text("Pages  "), Text("       ")
    room = max(4, (console.width - 12) // 4)
    for number, kind in enumerate(pages.kinds[:room], start=1):
        sign, style = _KIND_CELL[kind]
        over = (pages.total_limit is not None and number > pages.total_limit) or (
            pages.content_limit is not None and number > pages.content_limit and kind in ("content", "mixed")
        )
        numbers.append(f"{number:>3}", "bold red" if over else "")
        cells.append(f"{sign:>3}", "bold red" if over else style)
        bar = "|" if number in (pages.content_limit, pages.total_limit) else " "
        numbers.append(bar, "dim")
        cells.append(bar, "dim")
    if len(pages.kinds) > room:
        numbers.append(" …")
    console.print(numbers)
    console.print(cells)
    kinds = dict.fromkeys(pages.kinds)
    legend = "   ".join(f"{_KIND_CELL[kind][0]} {words}" for kind, words in _LEGEND.items() if kind in kinds)
    bars = "   | limit" if pages.content_limit else ""
    console.print(Text(f"       {legend}{bars}", "dim"))
    _indented(console, Text(page_sentence(pages)), 7)


_LEGEND = {"content": "content", "mixed": "content and references", "references": "references", "blank": "blank"}


def _findings(console: Console, submission: SubmissionReport) -> None:
    shown: dict[str, int] = defaultdict(int)
    for finding in by_weight(submission.findings):
        shown[finding.rule] += 1
        if shown[finding.rule] <= SAME_RULE_SHOWN:
            _finding(console, finding)
    for rule, count in shown.items():
        if count > SAME_RULE_SHOWN:
            console.print(Text(f"\n  ... and {count - SAME_RULE_SHOWN} more of {rule}; all are in --format json."))
    for ignored in submission.ignored:
        said = f"ignored  {ignored.finding.rule} {ignored.finding.name}: {printable(ignored.reason)}"
        console.print(Text(f"\n{said}", "dim"))


def _finding(console: Console, finding: Finding) -> None:
    console.print()
    head = Text()
    head.append(finding.severity.value.upper(), _SEVERITY_STYLE[finding.severity])
    head.append(f"  {finding.rule} {finding.name}", "bold")
    where = printable(shorten(place(finding.where), 60))
    head.append(f"  {where}" if where else "", "cyan")
    if finding.confidence.value != "certain":
        head.append(f"  ({finding.confidence.value})", "dim")
    console.print(head)
    _indented(console, Text(printable(finding.message)), 2)
    if finding.evidence:
        evidence = printable(shorten(finding.evidence, EVIDENCE_WIDTH))
        _indented(console, Text.assemble(("Found: ", "dim"), (f"“{evidence}”", "italic")), 2)
    _indented(console, Text.assemble(("Mend:  ", "dim"), printable(finding.fix)), 2)
    _indented(console, _clause(finding), 2)


def _clause(finding: Finding) -> Text:
    if finding.clause is None:
        return Text("Rule:  a rule of faimi-check, not of the call", "dim")
    quote = printable(finding.clause.quote)
    words = f"“{quote}”" if finding.clause.verbatim else f"{quote} (in our words)"
    return Text(f"Call:  {words}", "dim")


def _not_told(console: Console, submission: SubmissionReport) -> None:
    """Rules that could not tell, grouped by the reason; never left out."""
    for outcome, title in (
        (Outcome.UNDECIDED, "Could not be told, so a person must look:"),
        (Outcome.CRASHED, "Not judged because of a bug in faimi-check (please report it):"),
    ):
        reasons: dict[str, list[str]] = defaultdict(list)
        for result in submission.rules:
            if result.outcome is outcome:
                reasons[result.reason or ""].append(f"{result.rule} {result.name}")
        if reasons:
            console.print(Text(f"\n{title}", "bold yellow"))
        for reason, rules in reasons.items():
            _indented(console, Text(f"{', '.join(rules)}: {printable(reason)}"), 2)


def _for_humans(console: Console, submission: SubmissionReport) -> None:
    if not submission.for_humans:
        return
    console.print(Text("\nNo program can judge these; please check them yourself:", "bold"))
    for clause in submission.for_humans:
        _indented(console, Text(f"- {clause.question or clause.quote}"), 2)


def _indented(console: Console, text: Text, columns: int) -> None:
    console.print(Padding(text, (0, 0, 0, columns)))
