"""Running one rule on one submission, and putting its hits into a form that a report can print."""

from __future__ import annotations

import hashlib

from faimi_check.model.finding import Hit, Outcome, Undecided
from faimi_check.model.submission import Submission
from faimi_check.rules.registry import Part, Rule
from faimi_check.venues.profile import Profile

HITS_A_RULE = 200


def run_rule(rule: Rule, submission: Submission, profile: Profile) -> tuple[list[Hit], Outcome, str | None]:
    """A rule's hits and outcome. An exception is our bug: it is reported, and what was found before it counts."""
    hits: list[Hit] = []
    told: tuple[Outcome, str] | None = None
    try:
        for result in rule.run(submission, profile.rules[rule.id].params):
            if not isinstance(result, Hit):
                kind = Outcome.UNDECIDED if isinstance(result, Undecided) else Outcome.SKIPPED
                told = (kind, result.reason)
            elif len(hits) < HITS_A_RULE:
                hits.append(result)
            else:
                break
    except Exception as error:
        reason = f"This is a bug of faimi-check, not of the paper: {type(error).__name__}: {error}"[:300]
        return hits, Outcome.CRASHED, reason
    if hits:
        return hits, Outcome.FAILED, None
    if told:
        return hits, *told
    unread = _unread(rule, submission)
    return (hits, Outcome.UNDECIDED, unread) if unread else (hits, Outcome.PASSED, None)


def _unread(rule: Rule, submission: Submission) -> str | None:
    """Why the rule cannot have seen everything it judges by, if so."""
    problems = submission.paper.problems if submission.paper else ()
    if submission.supplement and rule.part is not Part.PAPER:
        problems += submission.supplement.problems
    for problem in problems:
        if rule.needs.intersection(problem.aspects):
            return problem.detail
    return None


def printable(text: str) -> str:
    """Lone surrogates, which no encoder takes, are spelt out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def fingerprint_of(rule: Rule, hit: Hit) -> str:
    """The page is left out: it moves with every edit above."""
    said = " ".join((hit.evidence or hit.message).split())
    parts = "\x1f".join((rule.id, hit.code, hit.where.member or "", said))
    return hashlib.sha256(parts.encode("utf-8", "backslashreplace")).hexdigest()[:16]
