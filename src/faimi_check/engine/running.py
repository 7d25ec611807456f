"""Running one rule on one submission, and putting its hits into a form that a report can print."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from faimi_check.model.finding import Hit, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.problem import ProblemKind
from faimi_check.model.report import Outcome
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.rules.registry import Part, Rule
from faimi_check.venues.profile import Profile

HITS_A_RULE = 200
# So many are weighed for the ones to keep; a file that gives more is made to.
_HITS_WEIGHED = 20_000
# What a rule comes to that finds nothing and has not seen all, where that is not the files' fault.
_NOBODYS_FAULT = {ProblemKind.MACHINE: Outcome.UNDECIDED, ProblemKind.BUG: Outcome.CRASHED}
# What a rule comes to that was run several times: the first of these.
_WEIGHTIEST = (Outcome.CRASHED, Outcome.FAILED, Outcome.UNDECIDED, Outcome.PASSED, Outcome.SKIPPED)


class RuleRun(NamedTuple):
    """A rule's hits, and what it came to: the reason of one that failed says why there may be more."""

    hits: list[Hit]
    outcome: Outcome
    reason: str | None = None


def run_rule(rule: Rule, submission: Submission, profile: Profile) -> RuleRun:
    """A rule's hits and outcome. An exception is our bug: it is reported, and what was found before it counts."""
    held = held_up(rule, submission)
    if held:
        return RuleRun([], *held)
    hits: list[Hit] = []
    told: dict[Outcome, str] = {}
    settings = profile.rules[rule.id]
    try:
        for result in rule.run(submission, settings.params):
            if not isinstance(result, Hit):
                told[Outcome.UNDECIDED if isinstance(result, Undecided) else Outcome.SKIPPED] = result.reason
            elif result.code not in settings.off:
                hits.append(result)
            if len(hits) >= _HITS_WEIGHED:
                break
    except Exception as error:
        reason = f"This is a bug of faimi-check, not of the paper: {type(error).__name__}: {error}"[:300]
        return RuleRun(_heaviest(hits, rule, profile), Outcome.CRASHED, reason)
    unread = _unread(rule, submission, {hit.where.file for hit in hits if hit.blocking})
    if hits:
        return _found(hits, told.get(Outcome.UNDECIDED) or (unread[1] if unread else None), rule, profile)
    if told and (unread is None or unread[0] is not Outcome.CRASHED):
        return RuleRun(hits, *min(told.items(), key=lambda each: _WEIGHTIEST.index(each[0])))
    return RuleRun(hits, *unread) if unread else RuleRun(hits, Outcome.PASSED)


def together(runs: Sequence[RuleRun]) -> RuleRun:
    """Several runs of one rule as one: all hits, the outcome that says most, and what any of them leaves open."""
    hits = [hit for run in runs for hit in run.hits]
    weightiest = min(runs, key=lambda run: _WEIGHTIEST.index(run.outcome))
    if weightiest.outcome is not Outcome.FAILED:
        return RuleRun(hits, weightiest.outcome, weightiest.reason)
    reasons = (run.reason for run in runs if run.reason and run.outcome in (Outcome.FAILED, Outcome.UNDECIDED))
    return RuleRun(hits, Outcome.FAILED, "; ".join(dict.fromkeys(reasons)) or None)


def _found(hits: list[Hit], unseen: str | None, rule: Rule, profile: Profile) -> RuleRun:
    """What was found, with the question that stays open beside it."""
    kept = _heaviest(hits, rule, profile)
    more = len(hits) - len(kept)
    at_least = "at least " if len(hits) >= _HITS_WEIGHED else ""
    untold = f"Of its findings {at_least}{more:,} more, none of them heavier, are not listed." if more else None
    return RuleRun(kept, Outcome.FAILED, " ".join(filter(None, (unseen, untold))) or None)


def _heaviest(hits: list[Hit], rule: Rule, profile: Profile) -> list[Hit]:
    """As many hits as a report lists, the heaviest and surest of them, in their order."""
    if len(hits) <= HITS_A_RULE:
        return hits

    def lightness(at: int) -> tuple[bool, int, int]:
        hit = hits[at]
        return not hit.blocking, -profile.weight(rule, hit).rank, -hit.confidence.rank

    return [hits[at] for at in sorted(sorted(range(len(hits)), key=lightness)[:HITS_A_RULE])]


def held_up(rule: Rule, submission: Submission) -> tuple[Outcome, str] | None:
    """Where nothing of the rule's part was read, and not because of the file: no rule can tell anything of it."""
    parts: tuple[Paper | Supplement, ...] = ()
    if rule.part is Part.PAPER and submission.paper:
        parts = (submission.paper,)
    elif rule.part in (Part.SUPPLEMENT, Part.SUPPLEMENTS, Part.HANDED_IN):
        parts = submission.supplements
    for problem in (problem for part in parts for problem in part.problems):
        if problem.fatal and problem.kind in _NOBODYS_FAULT:
            return _NOBODYS_FAULT[problem.kind], problem.detail
    return None


def _unread(rule: Rule, submission: Submission, blocked: set[str | None]) -> tuple[Outcome, str] | None:
    """Why the rule cannot have seen everything it judges by, if so.

    Of files that it found to be `blocked` it has told that nothing more is to be seen.
    """
    parts: list[Paper | Supplement] = [submission.paper] if submission.paper else []
    if rule.part is not Part.PAPER:
        parts += submission.supplements
    unread = [
        (_NOBODYS_FAULT.get(problem.kind, Outcome.UNDECIDED), problem.detail)
        for part in parts
        for problem in part.problems
        if rule.needs.intersection(problem.aspects) and not (problem.fatal and part.file in blocked)
    ]
    return min(unread, key=lambda told: told[0] is not Outcome.CRASHED, default=None)


def encodable(text: str) -> str:
    """Lone surrogates, which no encoder takes, are spelt out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def fingerprint_of(rule: Rule, hit: Hit) -> str:
    """The page is left out: it moves with every edit above."""
    said = " ".join((hit.evidence or hit.message).split())
    parts = "\x1f".join((rule.id, hit.code, hit.where.member or "", said))
    # A letter first: spreadsheets take digits, and digits round an e, for a number.
    return "f" + hashlib.sha256(parts.encode("utf-8", "backslashreplace")).hexdigest()[:15]
