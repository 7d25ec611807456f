"""What a run found, for a terminal: verdicts, and how many submissions fail for what."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from faimi_check.model.report import SubmissionReport, Verdict
from faimi_check.model.text.counted import plural
from faimi_check.report.tally import Tally
from faimi_check.report.terminal.console import composing_console
from faimi_check.report.wording.escape import printable, shorten
from faimi_check.report.wording.words import VERDICT_WORDS, headline

VERDICT_STYLE = {Verdict.PASS: "bold green", Verdict.REVIEW: "bold yellow", Verdict.FAIL: "bold red"}
_ORDER = (Verdict.FAIL, Verdict.REVIEW, Verdict.PASS)
_COLUMNS = (("error", "bold red"), ("warning", "yellow"), ("note", "cyan"), ("not told", "yellow"), ("waived", "dim"))


def render(tally: Tally, *, width: int, color: bool) -> str:
    """The verdicts in one line, then a row for each rule that found something."""
    console, stream = composing_console(width, color)
    console.print(verdict_counts(tally))
    if tally.changes:
        console.print(_changes(tally))
    rules = list(tally.rules())
    if rules:
        console.print()
        console.print(_table(tally))
    for rule in rules:
        if rule.suspicious:
            said = f"{rule.rule} {rule.name} fires in more than half of all: look at a few before you believe it."
            console.print(Text(said, "yellow"))
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def verdict_counts(tally: Tally) -> Text:
    """`500 submissions: 12 fail, 30 review, 458 pass`."""
    line = Text(f"{plural(tally.total, 'submission')}: ")
    for verdict in _ORDER:
        line.append(f"{tally.verdicts[verdict]} {verdict.value}", VERDICT_STYLE[verdict])
        line.append(", " if verdict is not _ORDER[-1] else "")
    return line


def _changes(tally: Tally) -> Text:
    """`since the run before: all fixed in 3, some fixed in 2, only new findings in 1, nothing fixed or new in 114`."""
    words = ((3, "all fixed in"), (2, "some fixed in"), (1, "only new findings in"), (0, "nothing fixed or new in"))
    return Text("since the run before: " + ", ".join(f"{word} {tally.changes[rank]}" for rank, word in words))


def _table(tally: Tally) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("submissions with")
    for title, style in _COLUMNS:
        table.add_column(title, justify="right", style=style)
    for rule in tally.rules():
        counts = (rule.errors, rule.warnings, rule.notes, rule.open, rule.ignored)
        table.add_row(Text(f"{rule.rule} {rule.name}"), *(Text(str(count) if count else "·") for count in counts))
    return table


def line(report: SubmissionReport) -> Text:
    """`FAIL    paper-12: 2 errors, 1 warning (LEN001, ANON002)`."""
    rules = ", ".join(dict.fromkeys(finding.rule for finding in report.findings))
    text = Text(f"{VERDICT_WORDS[report.verdict]:<6}", VERDICT_STYLE[report.verdict])
    text.append(f"  {shorten(printable(report.id), 60)}", "bold")
    text.append(f": {headline(report)}")
    text.append(f" ({rules})" if rules else "", "dim")
    return text
