"""The sheet on which chairs decide, and the files that take their decisions back into the conference system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.proposal import Action
from faimi_check.model.report import SubmissionReport
from faimi_check.report.wording.escape import printable, spreadsheet_row

_KNOWN = ("id", "title", "proposed", "reasons", "pages")
_SINCE = ("since",)
_TO_FILL_IN = ("decision", "note")
# What the systems call a desk rejection as they come; a conference may have renamed it.
_HOTCRP = "Desk reject"
_CMT = "Desk Reject"


def render(
    reports: Iterable[SubmissionReport], decisions: Mapping[str, Decision], *, compared: bool = False
) -> Iterator[str]:
    """RFC 4180 in UTF-8 with a byte order mark; a row a submission, those that need most first.

    `decision` is empty, or one of desk-reject, mend, ask and none. Where a run before was `compared`, what has changed
    has a column, and what was fixed comes first.
    """
    yield "\ufeff" + spreadsheet_row((*_KNOWN, *(_SINCE if compared else ()), *_TO_FILL_IN))
    # Rows only: the reports of a whole run need not fit into memory.
    rows = [(_order(report), _row(report, decisions.get(report.id, Decision()), compared)) for report in reports]
    for _, row in sorted(rows, key=lambda each: each[0]):
        yield row


def _row(report: SubmissionReport, decision: Decision, compared: bool) -> str:
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
        )
    )


def _order(report: SubmissionReport) -> tuple[int, int]:
    change = report.change.rank if report.change else 0
    return -change, -(report.proposal.action if report.proposal else Action.LOOK).rank


def uploads(
    decisions: Mapping[str, Decision], numbers: Mapping[str, str], reasons: Mapping[str, str]
) -> dict[str, str]:
    """By file name: what HotCRP's bulk assignment, CMT's status import and OpenReview's client take.

    Only desk rejections are in them. `numbers` are what the systems call the submissions.
    """
    rejected = [id for id, decision in decisions.items() if decision.ruling is Ruling.DESK_REJECT and id in numbers]
    hotcrp = [("paper", "action", "decision"), *((numbers[id], "decision", _HOTCRP) for id in rejected)]
    openreview = [("number", "comments"), *((numbers[id], reasons.get(id, "")) for id in rejected)]
    cmt = [("Paper ID", "Status"), *((numbers[id], _CMT) for id in rejected)]
    return {
        "hotcrp.csv": "".join(map(spreadsheet_row, hotcrp)),
        "openreview.csv": "".join(map(spreadsheet_row, openreview)),
        "cmt.txt": "".join("\t".join(map(printable, row)) + "\r\n" for row in cmt),
    }
