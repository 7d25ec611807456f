"""The sheet on which chairs decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from faimi_check.model.decision import Decision
from faimi_check.model.proposal import Action
from faimi_check.model.report import SubmissionReport
from faimi_check.report.wording.escape import spreadsheet_row

_KNOWN = ("id", "title", "proposed", "reasons", "pages")
_SINCE = ("since",)
_TO_FILL_IN = ("decision", "note")
_MADE_ON = ("digest", "venue")


def render(
    reports: Iterable[SubmissionReport], decisions: Mapping[str, Decision], venue: str, *, compared: bool = False
) -> Iterator[str]:
    """RFC 4180 in UTF-8 with a byte order mark; a row a submission, those that need most first.

    `decision` is empty, or one of desk-reject, mend, ask and none; `digest` says of which files, and `venue`
    for which call. Where a run before was `compared`, what has changed has a column, and what was fixed comes first.
    """
    yield "\ufeff" + spreadsheet_row((*_KNOWN, *(_SINCE if compared else ()), *_TO_FILL_IN, *_MADE_ON))
    # Rows only: the reports of a whole run need not fit into memory.
    rows = [(_order(report), _row(report, decisions.get(report.id, Decision()), venue, compared)) for report in reports]
    for _, row in sorted(rows, key=lambda each: each[0]):
        yield row


def _row(report: SubmissionReport, decision: Decision, venue: str, compared: bool) -> str:
    proposal, change = report.proposal, report.change
    return spreadsheet_row(
        (
            report.id,
            report.title or "",
            proposal.action.value if proposal else "",
            proposal.reason if proposal else "",
            str(report.pages.total) if report.pages else "",
            *([change.words if change else ""] if compared else []),
            decision.ruling.value if decision.ruling else "",
            decision.note,
            report.digest or "",
            venue,
        )
    )


def _order(report: SubmissionReport) -> tuple[int, int]:
    change = report.change.rank if report.change else 0
    return -change, -(report.proposal.action if report.proposal else Action.LOOK).rank
