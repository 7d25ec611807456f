"""What a check has found, and what becomes of it when all rules have run: said once, numbered, waived."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from faimi_check.engine.listed import told_where_they_are
from faimi_check.engine.once import once_each, told_with_their_things
from faimi_check.model.finding import Finding, Hit, Named
from faimi_check.model.report import Ignored, Outcome, RuleResult
from faimi_check.rules.registry import Rule


class Record:
    """Findings, those that are ignored, and what became of each rule."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.ignored: list[Ignored] = []
        self.results: list[RuleResult] = []
        self._named: list[Named | None] = []
        self._things: list[tuple[object, ...]] = []

    def add(self, findings: Sequence[Finding], hits: Sequence[Hit]) -> None:
        """Adds findings, with the hits that they are of."""
        self.findings += findings
        self._named += [hit.named for hit in hits]
        self._things += [hit.things for hit in hits]

    def ignore(self, findings: Iterable[Finding], reason: str) -> None:
        """Adds findings of a rule that is not to count."""
        self.ignored += [Ignored(finding=finding, reason=reason) for finding in findings]

    def file(self, rule: Rule, outcome: Outcome, reason: str | None) -> None:
        """Files what became of a rule."""
        self.results.append(RuleResult(rule=rule.id, name=rule.name, outcome=outcome, reason=reason))

    def tell_once(self) -> None:
        """Leaves a leak that two rules quote to the surer of them, a listed author to the rule that says where, and a
        thing that two findings are about to the heavier. What is waived is not told again by a lighter one.

        The other one passes if it has no other finding, and says so, or is undecided where it did not see all.
        """
        told = told_with_their_things(self.findings, self._things)
        once = told_where_they_are(self.findings, self._named)
        # One that stands for a listed author is no longer what it was.
        left = (one for at, one in enumerate(once) if not (at in told and one is self.findings[at]))
        waived = [ignored.finding for ignored in self.ignored]
        kept = once_each((finding for finding in left if finding is not None), waived)
        silent = {finding.rule for finding in self.findings} - {finding.rule for finding in kept}
        self.findings = kept
        self.results = [
            _silent(result) if result.rule in silent and result.outcome is Outcome.FAILED else result
            for result in self.results
        ]

    def number_findings(self) -> None:
        """Gives findings that say the same thing twice different fingerprints."""
        seen: Counter[str] = Counter()
        for index, finding in enumerate(self.findings):
            seen[finding.fingerprint] += 1
            if seen[finding.fingerprint] > 1:
                again = f"{finding.fingerprint}-{seen[finding.fingerprint]}"
                self.findings[index] = replace(finding, fingerprint=again)

    def waive(self, waived: Mapping[str, str]) -> None:
        """Clears the findings whose fingerprints are waived.

        A rule that has none left is ignored, with the reasons; one that did not see all is undecided then: nobody
        waived what it has not seen.
        """
        cleared = [finding for finding in self.findings if finding.fingerprint in waived]
        self.findings = [finding for finding in self.findings if finding.fingerprint not in waived]
        self.ignored += [Ignored(finding=finding, reason=waived[finding.fingerprint]) for finding in cleared]
        for rule in {finding.rule for finding in cleared} - {finding.rule for finding in self.findings}:
            reasons = dict.fromkeys(waived[finding.fingerprint] for finding in cleared if finding.rule == rule)
            self.results = [
                _without_findings(result, "; ".join(reasons))
                if result.rule == rule and result.outcome is Outcome.FAILED
                else result
                for result in self.results
            ]


def _silent(result: RuleResult) -> RuleResult:
    """What becomes of a rule that failed when others tell all that it found."""
    if result.is_open:
        return replace(result, outcome=Outcome.UNDECIDED)
    return replace(result, outcome=Outcome.PASSED, reason="What it found is told by another rule.")


def _without_findings(result: RuleResult, reasons: str) -> RuleResult:
    """What becomes of a rule that failed when all its findings are waived."""
    if result.is_open:
        return replace(result, outcome=Outcome.UNDECIDED)
    return replace(result, outcome=Outcome.IGNORED, reason=reasons)
