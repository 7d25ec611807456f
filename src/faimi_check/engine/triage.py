"""Triage: what a chair might do about a submission. A pure function of its report and of the venue's profile."""

from __future__ import annotations

from collections.abc import Sequence

from faimi_check.engine.phrases import phrase
from faimi_check.engine.problems import CHAIRS_OWN, is_wrong_template, problems_of
from faimi_check.model.finding import Confidence, Finding, Severity
from faimi_check.model.proposal import Action, Point, Proposal
from faimi_check.model.report import Outcome, SubmissionReport
from faimi_check.venues.profile import Force, Profile

# What authors can mend without touching the paper's text: the file around it, the supplement, the README.
_MENDABLE = ("DOC", "SUP", "VID", "RME", "ANON008", "ANON009", "ANON010", "ANON011", "ANON012", "ANON017", "ANON018")
# Where the program gave up, nobody is to blame yet.
_GAVE_UP = frozenset(
    {("DOC001", "over-limit"), ("DOC001", "disagreement"), ("SUP001", "not-checked"), ("VID001", "not-checked")}
)
_REASONS = 3
_OPEN = (Outcome.UNDECIDED, Outcome.CRASHED)
_ASKED = frozenset({("SUB003", "several")})


def triage(report: SubmissionReport, profile: Profile) -> Proposal:
    """The proposed action with its reason: the weightiest of all its problems, each counted once."""
    points = [_point(group, profile) for group in problems_of(report.findings)]
    points = sorted((point for point in points if point), key=lambda point: -point.action.rank)
    open_rules = [f"{result.rule} {result.name}" for result in report.rules if result.outcome in _OPEN]
    action = max((point.action for point in points), key=lambda each: each.rank, default=Action.NONE)
    if open_rules and action is Action.NONE:
        action = Action.LOOK
    return Proposal(action=action, reason=_reason(action, points, open_rules), points=tuple(points))


def _point(group: Sequence[Finding], profile: Profile) -> Point:
    lead = group[0]
    action = max((_action(finding, profile) for finding in group), key=lambda each: each.rank)
    return Point(
        action=action,
        phrase="not in the LNCS template" if is_wrong_template(group) else phrase(lead),
        findings=tuple(finding.fingerprint for finding in group),
        for_authors=not lead.rule.startswith(CHAIRS_OWN) and (lead.rule, lead.code) not in _GAVE_UP,
    )


def _action(finding: Finding, profile: Profile) -> Action:
    """What the profile says of the rule, else by weight, by how sure it is and by what it takes to mend it."""
    if finding.severity is Severity.NOTE:
        return Action.NONE
    said = profile.action(finding.rule, finding.code)
    if said is not None and not (said is Action.DESK_REJECT and finding.severity is not Severity.ERROR):
        return said
    if finding.rule.startswith(CHAIRS_OWN) or (finding.rule, finding.code) in _GAVE_UP:
        return Action.LOOK
    if finding.severity is Severity.WARNING:
        return Action.ASK if (finding.rule, finding.code) in _ASKED else Action.LOOK
    off_page = finding.rule.startswith("ANON") and finding.where.page is None
    mendable = finding.rule.startswith(_MENDABLE) or off_page
    certain = finding.confidence is Confidence.CERTAIN
    return Action.DESK_REJECT if certain and not mendable and _is_must(finding, profile) else Action.ASK


def _is_must(finding: Finding, profile: Profile) -> bool:
    clause = profile.clauses.get(finding.clause.id) if finding.clause else None
    return clause is not None and clause.force is Force.MUST


def _reason(action: Action, points: Sequence[Point], open_rules: Sequence[str]) -> str:
    """`content on page 9; author section names 3 people`; lighter points follow where there is room."""
    phrases = list(dict.fromkeys(point.phrase for point in points if point.action is not Action.NONE))
    if open_rules and action is Action.LOOK:
        shown = ", ".join(open_rules[:_REASONS]) + (" ..." if len(open_rules) > _REASONS else "")
        phrases.append(f"could not tell: {shown}")
    more = f"; and {len(phrases) - _REASONS} more" if len(phrases) > _REASONS else ""
    return "; ".join(phrases[:_REASONS]) + more
