"""Triage: what a chair might do about a submission. A pure function of its report and of the venue's profile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from faimi_check.engine.phrases import Said, on_pages, phrase
from faimi_check.engine.problems import CHAIRS_OWN, is_wrong_template, problems_of
from faimi_check.model.finding import Confidence, Finding, Severity
from faimi_check.model.proposal import Action, Point, Proposal
from faimi_check.model.report import SubmissionReport
from faimi_check.venues.profile import Force, Profile

# What authors can mend without touching the paper's text: the file around it, the supplement, the README.
_MENDABLE = ("DOC", "SUP", "VID", "RME", "ANON008", "ANON009", "ANON010", "ANON011", "ANON012", "ANON017", "ANON018")
# Where the program gave up, nobody is to blame yet.
_GAVE_UP = frozenset(
    {("DOC001", "over-limit"), ("DOC001", "disagreement"), ("SUP001", "not-checked"), ("VID001", "not-checked")}
)
# They tell that an author is named, others also where: in the author section, in a link, in thanks.
_SOMEBODY = ("ANON014", "ANON022")
_REASONS = 3
_ASKED = frozenset({("SUB003", "several")})


def triage(report: SubmissionReport, profile: Profile) -> Proposal:
    """The proposed action with its reason: the weightiest of all its problems, each counted once."""
    problems = [_problem(group, profile) for group in problems_of(report.findings)]
    problems.sort(key=lambda problem: -problem.action.rank)
    open_rules = [f"{result.rule} {result.name}" for result in report.rules if result.is_open]
    action = max((problem.action for problem in problems), key=lambda each: each.rank, default=Action.NONE)
    unshown = _not_shown(report)
    if (open_rules or unshown) and action is Action.NONE:
        action = Action.LOOK
    points = tuple(
        Point(
            action=problem.action,
            phrase=on_pages(problem.said.words, problem.pages),
            findings=problem.findings,
            for_authors=problem.for_authors,
        )
        for problem in problems
    )
    return Proposal(action=action, reason=_reason(action, problems, open_rules, unshown), points=points)


def _not_shown(report: SubmissionReport) -> str:
    """The rules whose weighty findings the run was asked not to show: without them nothing can be proposed."""
    hidden = report.not_shown.findings if report.not_shown else ()
    return ", ".join(dict.fromkeys(each.rule for each in hidden if each.severity is not Severity.NOTE))


class _Problem(NamedTuple):
    action: Action
    said: Said
    findings: tuple[str, ...]
    for_authors: bool

    @property
    def pages(self) -> tuple[int, ...]:
        return (self.said.page,) if self.said.page else ()


def _problem(group: Sequence[Finding], profile: Profile) -> _Problem:
    lead = _most_telling(group)
    template = profile.template_name()
    asked = profile.action(lead.rule, lead.code) in (Action.ASK, Action.DESK_REJECT)
    return _Problem(
        action=max((_action(finding, profile) for finding in group), key=lambda each: each.rank),
        said=Said(f"not set in {template}") if is_wrong_template(group) else phrase(lead, template),
        findings=(lead.fingerprint, *(finding.fingerprint for finding in group if finding is not lead)),
        for_authors=not lead.rule.startswith(CHAIRS_OWN) and (asked or (lead.rule, lead.code) not in _GAVE_UP),
    )


def _most_telling(group: Sequence[Finding]) -> Finding:
    """Of what is as heavy and as sure as the first, what says where the problem is, and not that somebody is named."""
    first = group[0]
    alike = [one for one in group if (one.severity, one.confidence) == (first.severity, first.confidence)]
    return min(alike, key=lambda one: (one.rule in _SOMEBODY, one.rule != first.rule, one.rule))


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


def _reason(action: Action, problems: Sequence[_Problem], open_rules: Sequence[str], unshown: str) -> str:
    """`content on page 9; author section names 3 people; also link to look at on page 2`.

    What leads to the action first, each kind once with all its pages; lighter ones follow where there is room.
    """
    kinds: dict[str, tuple[Action, list[int]]] = {}
    for problem in problems:
        if problem.action is not Action.NONE:
            kinds.setdefault(problem.said.words, (problem.action, []))[1].extend(problem.pages)
    phrases = [
        ("" if weight is action else "also ") + on_pages(words, pages) for words, (weight, pages) in kinds.items()
    ]
    if open_rules and action is Action.LOOK:
        shown = ", ".join(open_rules[:_REASONS]) + (" ..." if len(open_rules) > _REASONS else "")
        phrases.append(f"could not tell: {shown}")
    if unshown and action is Action.LOOK:
        phrases.append(f"not shown: {unshown}")
    more = f"; and {len(phrases) - _REASONS} more" if len(phrases) > _REASONS else ""
    return "; ".join(phrases[:_REASONS]) + more
