"""Findings for a terminal: those of one rule together, cut where there are many."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.text import Text

from faimi_check.model.finding import Finding, Severity
from faimi_check.model.report import SubmissionReport
from faimi_check.model.text.page_list import listed_pages
from faimi_check.report.wording import words
from faimi_check.report.wording.digest import by_rule
from faimi_check.report.wording.escape import printable, printable_lines, shorten

EVIDENCE_WIDTH = 200
SAME_RULE_SHOWN = 6
_INDENT = 2
_LABEL_COLUMNS = 7
_PLAIN = "none"
_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}


def print_findings(console: Console, submission: SubmissionReport) -> None:
    """All findings of a submission, the heaviest rule first, then those that were waived."""
    for findings in by_rule(submission.findings).values():
        _rule(console, findings)
    for ignored in submission.ignored:
        finding = ignored.finding
        said = f"\nignored  {finding.rule} {finding.name}: {printable(ignored.reason)}"
        console.print(Text(said, "dim"))


def _rule(console: Console, findings: list[Finding]) -> None:
    shown = findings[:SAME_RULE_SHOWN]
    for _, together in groupby(shown, key=lambda finding: (finding.severity, finding.fix, finding.clause)):
        _alike(console, list(together))
    rest = findings[SAME_RULE_SHOWN:]
    if rest:
        _hanging(
            console, Text(" " * _INDENT), Text(f"... and {len(rest)} more of {rest[0].rule}{_pages_of(rest)}", "bold")
        )


def _alike(console: Console, findings: list[Finding]) -> None:
    """Findings of one rule with the same weight, fix and clause: these are said once."""
    first = findings[0]
    console.print()
    head = Text()
    head.append(first.severity.value.upper(), _STYLE[first.severity])
    head.append(f"  {first.rule} {first.name}", "bold")
    if len(findings) == 1:
        head.append("  ").append_text(_place(first))
        console.print(head)
        _hanging(console, Text(" " * _INDENT), Text(printable(first.message)))
        _evidence(console, first, _INDENT)
    else:
        console.print(head)
        for finding in findings:
            _hanging(console, Text("  - "), _place(finding).append(f": {printable(finding.message)}", _PLAIN))
            _evidence(console, finding, _INDENT + 2)
    for number, line in enumerate(printable_lines(first.fix)):
        if number == 0:
            _labelled(console, "Fix", Text(line))
        else:
            # To be copied as it is: the terminal breaks it, not we.
            console.print(Text(" " * (_INDENT + _LABEL_COLUMNS) + line), soft_wrap=True)
    clause = printable(words.clause_words(first.clause)) if first.clause else words.HOUSE_RULE
    _labelled(console, "Call" if first.clause else "Rule", Text(clause, "dim"))


def _place(finding: Finding) -> Text:
    where = printable(shorten(words.place(finding.where), 60))
    sure = words.CONFIDENCE_WORDS[finding.confidence]
    return Text.assemble((where, "cyan"), (f" ({sure})" if sure else "", "dim"))


def _evidence(console: Console, finding: Finding, indent: int) -> None:
    if finding.evidence:
        evidence = printable(shorten(finding.evidence, EVIDENCE_WIDTH))
        _labelled(console, "Found", Text(f"“{evidence}”", "italic"), indent)


def _pages_of(findings: list[Finding]) -> str:
    pages = {finding.where.page for finding in findings if finding.where.page is not None}
    if not pages:
        return "; all are in --format json"
    return f", on {listed_pages(pages)}; all are in --format json"


def _labelled(console: Console, label: str, text: Text, indent: int = _INDENT) -> None:
    head = Text(" " * indent).append(f"{label:<{_LABEL_COLUMNS}}", "dim")
    _hanging(console, head, text)


def _hanging(console: Console, head: Text, text: Text) -> None:
    """The text behind its head, its further lines under its first."""
    columns = len(head)
    for number, line in enumerate(text.wrap(console, console.width - columns)):
        console.print((head if number == 0 else Text(" " * columns)).append_text(line))
