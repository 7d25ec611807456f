"""The runs of rules within one check: those that were done before, those that are done now, those that will not be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from faimi_check.engine.running import RuleRun, run_rule
from faimi_check.model.report import Outcome
from faimi_check.model.submission import Submission
from faimi_check.rules.registry import Rule
from faimi_check.venues.profile import Profile

# By rule what it came to, in the order in which it is run: on the whole or on each supplement, then on other papers.
RunsByRule = Mapping[str, Sequence[RuleRun]]
Keep = Callable[[str, RuleRun], None]


class LeftOpen(NamedTuple):
    """Why no rule is run any more, and what those come to that were not done by then."""

    outcome: Outcome
    reason: str


class Runs:
    """Runs rules, unless what they come to is known: from `begun`, or by what is `left_open`.

    Each run that is done here is told to `keep`.
    """

    def __init__(
        self, profile: Profile, begun: RunsByRule, keep: Keep | None = None, left_open: LeftOpen | None = None
    ) -> None:
        self._profile = profile
        self._done = {name: iter(runs) for name, runs in begun.items()}
        self._keep = keep
        self._left_open = left_open
        self._has_begun = bool(begun)
        self._at_work = ""

    def of(self, rule: Rule, submission: Submission) -> RuleRun:
        """What the rule comes to, on the submission as it is to see it."""
        run = next(self._done.get(rule.id, iter(())), None)
        if run is not None:
            return run
        if self._left_open is not None:
            # Rules run in one order: the first one that is not among those that were done was at work.
            reason = self._left_open.reason
            self._at_work = self._at_work or (rule.id if self._has_begun else "")
            if self._at_work == rule.id:
                reason = f"{reason} {rule.id} was running."
            return RuleRun([], self._left_open.outcome, reason)
        run = run_rule(rule, submission, self._profile)
        if self._keep is not None:
            self._keep(rule.id, run)
        return run
