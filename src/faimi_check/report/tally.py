"""What a run found, counted as it goes: verdicts, and for each rule how many submissions it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from faimi_check.model.finding import Severity
from faimi_check.model.proposal import Action
from faimi_check.model.report import Outcome, SubmissionReport, Verdict

_SUSPICIOUS_SHARE = 0.5
_ENOUGH = 10


class RuleTally(msgspec.Struct, frozen=True, kw_only=True):
    """How many submissions have an error, a warning or a note of a rule, and for how many it could not tell.

    `suspicious` where so many have an error or a warning that the rule, not the papers, may be wrong.
    """

    rule: str
    name: str
    errors: int
    warnings: int
    notes: int
    open: int
    ignored: int
    suspicious: bool


class Tally:
    """Counts reports one by one; keeps none of them.

    `changes` are by rank, where a run before was compared; `families` those of rules that had something to look at.
    """

    def __init__(self) -> None:
        self.verdicts: Counter[Verdict] = Counter()
        self.actions: Counter[Action] = Counter()
        self.changes: Counter[int] = Counter()
        self._counts: Counter[tuple[str, str]] = Counter()
        self.families: set[str] = set()
        self._names: dict[str, str] = {}

    @property
    def total(self) -> int:
        """How many submissions were counted."""
        return self.verdicts.total()

    def add(self, report: SubmissionReport) -> None:
        """Counts one submission: for each rule its heaviest finding."""
        self.verdicts[report.verdict] += 1
        self.actions[report.proposal.action if report.proposal else Action.LOOK] += 1
        if report.change is not None:
            self.changes[report.change.rank] += 1
        heaviest: dict[str, Severity] = {}
        for finding in report.findings:
            known = heaviest.get(finding.rule, finding.severity)
            heaviest[finding.rule] = max(known, finding.severity, key=lambda severity: severity.rank)
        self._counts.update((rule, severity.value) for rule, severity in heaviest.items())
        for result in report.rules:
            self._names.setdefault(result.rule, result.name)
            if result.outcome is not Outcome.SKIPPED:
                self.families.add(result.rule[:-3])
            if result.is_open:
                self._counts[result.rule, "open"] += 1
        self._counts.update((rule, "ignored") for rule in {ignored.finding.rule for ignored in report.ignored})

    def rules(self) -> Iterator[RuleTally]:
        """The rules that have something to say, in the order of the report."""
        for rule, name in self._names.items():
            errors, warnings, notes, open_, ignored = (
                self._counts[rule, kind] for kind in ("error", "warning", "note", "open", "ignored")
            )
            if errors + warnings + notes + open_ + ignored:
                yield RuleTally(
                    rule=rule,
                    name=name,
                    errors=errors,
                    warnings=warnings,
                    notes=notes,
                    open=open_,
                    ignored=ignored,
                    suspicious=self.total >= _ENOUGH and (errors + warnings) > _SUSPICIOUS_SHARE * self.total,
                )
