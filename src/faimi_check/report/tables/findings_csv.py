"""The report as a table for a spreadsheet: one row a finding, and one for each rule that could not tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from faimi_check.model.change import Change, Gone, State
from faimi_check.model.finding import Finding
from faimi_check.model.report import Outcome, Report, SubmissionReport, Venue
from faimi_check.report.wording.escape import spreadsheet_row
from faimi_check.report.wording.words import not_shown

COLUMNS = (
    "id",
    "verdict",
    "rule",
    "name",
    "code",
    "severity",
    "confidence",
    "file",
    "member",
    "page",
    "message",
    "evidence",
    "fix",
    "clause",
    "fingerprint",
    "venue",
    "since",
    "submission",
    "reason",
)


def render(report: Report) -> str:
    """RFC 4180 with a header row.

    `severity` is `undecided` or `crashed` for a rule that could not tell, with the reason as the message; a
    submission that leaves nothing to say has one row with its verdict, and one with findings that are not shown a row
    with their number (`not shown`). An unverified venue is marked in `venue`.
    `since` is `new` or `still open` where a run before was compared; what is gone since then has a row with `fixed`,
    `no longer found` or `not told` as its severity. `reason` is for whoever clears a finding: filled in, the table is a
    file for `--waivers` as it is.
    """
    return "".join(lines(report.submissions, report.venue))


def lines(submissions: Iterable[SubmissionReport], venue: Venue) -> Iterator[str]:
    """The same, submission by submission."""
    yield spreadsheet_row(COLUMNS)
    name = venue.id if venue.verified else f"{venue.id} (unverified)"
    for submission in submissions:
        for row in _rows(submission):
            row |= {
                "id": submission.id,
                "submission": submission.id,
                "verdict": submission.verdict.value,
                "venue": name,
            }
            yield spreadsheet_row(row.get(column, "") for column in COLUMNS)


def _rows(submission: SubmissionReport) -> Iterator[dict[str, str]]:
    silent = True
    change = submission.change or Change()
    for finding in submission.findings:
        silent = False
        yield _finding(finding) | {"since": change.state_of(finding.fingerprint) or ""}
    for result in submission.rules:
        if result.is_open:
            silent = False
            crashed = result.outcome is Outcome.CRASHED
            severity, reason = (Outcome.CRASHED if crashed else Outcome.UNDECIDED).value, result.reason or ""
            yield {"rule": result.rule, "name": result.name, "severity": severity, "message": reason}
    if unshown := not_shown(submission.not_shown):
        silent = False
        yield {"severity": "not shown", "message": unshown}
    for state, gone in ((State.FIXED, change.fixed), (State.GONE, change.gone), (State.UNTOLD, change.untold)):
        for each in gone:
            silent = False
            yield _gone(each, state)
    if silent:
        yield {}


def _gone(gone: Gone, state: State) -> dict[str, str]:
    return {
        "rule": gone.rule,
        "name": gone.name,
        "code": gone.code,
        "severity": state.value,
        "message": gone.message,
        "since": state.value,
    }


def _finding(finding: Finding) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "code": finding.code,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "file": finding.where.file or "",
        "member": finding.where.member or "",
        "page": str(finding.where.page or ""),
        "message": finding.message,
        "evidence": finding.evidence,
        "fix": finding.fix,
        "clause": finding.clause.id if finding.clause else "",
        "fingerprint": finding.fingerprint,
    }
