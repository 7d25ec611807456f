"""What a text to authors is about: of the problems of a submission, those that its kind is for."""

from __future__ import annotations

from faimi_check.model.finding import Finding, Severity
from faimi_check.model.proposal import Action, Point
from faimi_check.model.report import SubmissionReport
from faimi_check.report.letters.mail_templates import Kind


def told(submission: SubmissionReport, kind: Kind, *, noted: bool) -> tuple[list[Finding], list[Finding]]:
    """What a text of this kind is about, and what it adds: a finding a problem, none of what is the chairs' own.

    Where the chairs have `noted` why they write, what is lighter is no reason beside theirs: it is added.
    """
    points = submission.proposal.points if submission.proposal else ()
    leads = [(point, found) for point in points if point.for_authors and (found := lead(submission, point))]
    errors = [found for _, found in leads if found.severity is Severity.ERROR]
    warnings = [found for _, found in leads if found.severity is Severity.WARNING]
    if kind is Kind.REJECT:
        grounds = [found for point, found in leads if point.action is Action.DESK_REJECT]
        if grounds:
            return grounds, [found for found in errors if found not in grounds]
        if noted:
            return [], errors
    return (errors, warnings) if errors or noted else (warnings, [])


def lead(submission: SubmissionReport, point: Point) -> Finding | None:
    """The finding that says most of a problem, if the report shows it."""
    return next((each for each in submission.findings if each.fingerprint == point.findings[0]), None)
