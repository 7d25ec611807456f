"""Findings for a terminal: those of one rule together, cut where there are many."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from faimi_check.model.finding import Finding, Severity
from faimi_check.model.report import SubmissionReport
from faimi_check.model.text.counted import first_of
from faimi_check.model.text.page_list import listed_pages
from faimi_check.report.wording import words
from faimi_check.report.wording.digest import heaviest_first, varied, with_one_fix
from faimi_check.report.wording.escape import printable, printable_lines, shorten
from faimi_check.report.wording.sentences import in_one_sentence, with_what_is_found

EVIDENCE_WIDTH = 200
SAME_RULE_SHOWN = 6
_MEMBERS_NAMED = 3
_FILES_NAMED = 8
_INDENT = 2
_LABEL_COLUMNS = 7
_PLAIN = "none"
_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}


def print_findings(console: Console, submission: SubmissionReport, *, whole: bool = False) -> None:
    """The findings of a submission, the heaviest first, then those that were waived.

    Of a rule with many some are shown, of each kind one at least; all of them where the `whole` is wanted.
    """
    copied: dict[str, str] = {}
    for findings in heaviest_first(submission.findings):
        _rule(console, findings, len(findings) if whole else SAME_RULE_SHOWN, copied)
    for ignored in submission.ignored:
        finding = ignored.finding
        said = f"{finding.rule} {finding.name}, {words.waived_words(finding)}. Reason given: {ignored.reason}"
        console.print()
        _hanging(console, Text("ignored  ", "dim"), Text(printable(said), "dim"))
    if idle := words.idle_waivers(submission):
        console.print()
        _hanging(console, Text("waivers  ", "dim"), Text(printable(idle), "dim"))


def _rule(console: Console, findings: list[Finding], most: int, copied: dict[str, str]) -> None:
    shown, rest = varied(in_one_sentence(findings, max(most, _FILES_NAMED)), most)
    for together in with_one_fix(shown):
        _alike(console, together, copied)
    if rest:
        said = f"... and {len(rest)} more of {rest[0].rule}{_places_of(rest)}; --verbose shows all"
        _hanging(console, Text(" " * _INDENT), Text(said, "bold"))


def _alike(console: Console, findings: list[Finding], copied: dict[str, str]) -> None:
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
        _evidence(console, words.found(first), _INDENT)
    else:
        console.print(head)
        for finding, found in with_what_is_found(findings):
            _hanging(console, Text("  - "), _place(finding).append(f": {printable(finding.message)}", _PLAIN))
            _evidence(console, found, _INDENT + 2)
    _fix(console, first, copied)
    clause = printable(words.clause_words(first.clause)) if first.clause else words.HOUSE_RULE
    _labelled(console, "Call" if first.clause else "Rule", Text(clause, "dim"))


def _fix(console: Console, finding: Finding, copied: dict[str, str]) -> None:
    """What to do; lines to be copied as they are stand below, once, and are for the terminal to break, not for us."""
    said, *lines = printable_lines(finding.fix) or [""]
    text = "\n".join(lines)
    if text in copied:
        there = "" if copied[text] == finding.rule else f", under {copied[text]}"
        _labelled(console, "Fix", Text(f"{said.rstrip(':')}: see above{there}."))
        return
    if lines:
        copied[text] = finding.rule
    _labelled(console, "Fix", Text(said))
    for line in lines:
        console.print(Text(" " * (_INDENT + _LABEL_COLUMNS) + line), soft_wrap=True)


def _place(finding: Finding) -> Text:
    where = printable(shorten(words.place(finding.where), 60))
    sure = words.CONFIDENCE_WORDS[finding.confidence]
    return Text.assemble((where, "cyan"), (f" ({sure})" if sure else "", "dim"))


def _evidence(console: Console, found: str, indent: int) -> None:
    if found:
        evidence = printable(shorten(found, EVIDENCE_WIDTH))
        _labelled(console, "Found", Text(f"“{evidence}”", "italic"), indent)


def _places_of(findings: list[Finding]) -> str:
    """Where the others are: on which pages, and in which files of a zip."""
    pages = {page for finding in findings for page in (*finding.where.pages, finding.where.page) if page is not None}
    members = list(dict.fromkeys(finding.where.member for finding in findings if finding.where.member))
    named = first_of((printable(shorten(member, 40)) for member in members), _MEMBERS_NAMED)
    places = (f"on {listed_pages(pages)}" if pages else "", f"in {named}" if named else "")
    return "".join(f", {place}" for place in places if place)


def _labelled(console: Console, label: str, text: Text, indent: int = _INDENT) -> None:
    head = Text(" " * indent).append(f"{label:<{_LABEL_COLUMNS}}", "dim")
    _hanging(console, head, text)


def _hanging(console: Console, head: Text, text: Text) -> None:
    """The text behind its head, its further lines under its first."""
    columns = len(head)
    for number, line in enumerate(text.wrap(console, console.width - columns)):
        console.print((head if number == 0 else Text(" " * columns)).append_text(line))
