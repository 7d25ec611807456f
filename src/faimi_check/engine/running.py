"""Running one rule on one submission, and putting its hits into a form that a report can print."""

from __future__ import annotations

import hashlib

from faimi_check.model.finding import Hit, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.problem import ProblemKind
from faimi_check.model.report import Outcome
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.rules.registry import Part, Rule
from faimi_check.venues.profile import Profile

HITS_A_RULE = 200
# What a rule comes to that finds nothing and has not seen all, where that is not the files' fault.
_NOBODYS_FAULT = {ProblemKind.MACHINE: Outcome.UNDECIDED, ProblemKind.BUG: Outcome.CRASHED}


def run_rule(rule: Rule, submission: Submission, profile: Profile) -> tuple[list[Hit], Outcome, str | None]:
    """A rule's hits and outcome. An exception is our bug: it is reported, and what was found before it counts."""
    held = held_up(rule, submission)
    if held:
        return [], *held
    hits: list[Hit] = []
    told: tuple[Outcome, str] | None = None
    settings = profile.rules[rule.id]
    try:
        for result in rule.run(submission, settings.params):
            if isinstance(result, Hit) and result.code in settings.off:
                continue
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
    unread = _unread(rule, submission)
    if told and (unread is None or unread[0] is not Outcome.CRASHED):
        return hits, *told
    return (hits, *unread) if unread else (hits, Outcome.PASSED, None)


def held_up(rule: Rule, submission: Submission) -> tuple[Outcome, str] | None:
    """Where nothing of the rule's part was read, and not because of the file: no rule can tell anything of it."""
    parts: tuple[Paper | Supplement, ...] = ()
    if rule.part is Part.PAPER and submission.paper:
        parts = (submission.paper,)
    elif rule.part in (Part.SUPPLEMENT, Part.SUPPLEMENTS):
        parts = submission.supplements
    for problem in (problem for part in parts for problem in part.problems):
        if problem.fatal and problem.kind in _NOBODYS_FAULT:
            return _NOBODYS_FAULT[problem.kind], problem.detail
    return None


def _unread(rule: Rule, submission: Submission) -> tuple[Outcome, str] | None:
    """Why the rule cannot have seen everything it judges by, if so."""
    problems = submission.paper.problems if submission.paper else ()
    if rule.part is not Part.PAPER:
        problems += tuple(problem for supplement in submission.supplements for problem in supplement.problems)
    unread = [
        (_NOBODYS_FAULT.get(problem.kind, Outcome.UNDECIDED), problem.detail)
        for problem in problems
        if rule.needs.intersection(problem.aspects)
    ]
    return min(unread, key=lambda told: told[0] is not Outcome.CRASHED, default=None)


def printable(text: str) -> str:
    """Lone surrogates, which no encoder takes, are spelt out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def fingerprint_of(rule: Rule, hit: Hit) -> str:
    """The page is left out: it moves with every edit above."""
    said = " ".join((hit.evidence or hit.message).split())
    parts = "\x1f".join((rule.id, hit.code, hit.where.member or "", said))
    # A letter first: spreadsheets take digits, and digits round an e, for a number.
    return "f" + hashlib.sha256(parts.encode("utf-8", "backslashreplace")).hexdigest()[:15]
