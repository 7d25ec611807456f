"""The table of a whole run for a spreadsheet: one row a submission, one column a rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from faimi_check.model.finding import Finding, Severity
from faimi_check.model.report import Outcome, SubmissionReport
from faimi_check.report.wording.escape import spreadsheet_row
from faimi_check.report.wording.words import supplements

COLUMNS = (
    "id",
    "title",
    "paper",
    "supplement",
    "verdict",
    "proposed",
    "reasons",
    "since",
    "pages",
    "last_content_page",
    "errors",
    "warnings",
    "notes",
    "seconds",
)


def render(reports: Iterable[SubmissionReport], rules: Iterable[str]) -> Iterator[str]:
    """RFC 4180 in UTF-8 with a byte order mark, without which Excel guesses; a header row, then row by row.

    A rule's cell holds its outcome (`passed`, `skipped`, `undecided`, ...) or, where it failed, the severity of its
    heaviest finding and how many there are: `error (2)`. `since` says what has changed since a run before, if asked.
    """
    rules = tuple(rules)
    yield "\ufeff" + spreadsheet_row((*COLUMNS, *rules))
    for report in reports:
        yield spreadsheet_row(_cells(report, rules))


def _cells(report: SubmissionReport, rules: tuple[str, ...]) -> list[str]:
    pages = report.pages
    severities = [finding.severity for finding in report.findings]
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.rule].append(finding)
    outcomes = {result.rule: result.outcome for result in report.rules}
    return [
        report.id,
        report.title or "",
        report.paper or "",
        "; ".join(supplements(report)),
        report.verdict.value,
        report.proposal.action.value if report.proposal else "",
        report.proposal.reason if report.proposal else "",
        report.change.words if report.change else "",
        str(pages.total) if pages else "",
        str(pages.last_content or "") if pages else "",
        *(str(severities.count(severity)) for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)),
        f"{report.seconds:.2f}",
        *(_rule_cell(found.get(rule, []), outcomes.get(rule)) for rule in rules),
    ]


def _rule_cell(findings: list[Finding], outcome: Outcome | None) -> str:
    if outcome is Outcome.CRASHED or not findings:
        return outcome.value if outcome else ""
    heaviest = max((finding.severity for finding in findings), key=lambda severity: severity.rank)
    return f"{heaviest.value} ({len(findings)})"
