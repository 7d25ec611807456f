"""What has changed in a submission since a run before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from faimi_check.model.finding import Finding, Severity
from faimi_check.model.report import SubmissionReport

Fixed = tuple[str, str]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """By fingerprint: which findings are new and which still open; `fixed` are rule and message of those that are gone.

    `first` says that the submission was not there before.
    """

    new: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    fixed: tuple[Fixed, ...] = ()
    first: bool = False

    @property
    def rank(self) -> int:
        """What deserves a look first: all fixed, some fixed, something new, nothing new."""
        if self.fixed:
            return 2 if self.new or self.open else 3
        return 1 if self.new or self.first else 0

    @property
    def words(self) -> str:
        """`2 fixed, 1 still open`."""
        if self.first:
            return "new submission"
        counts = ((len(self.fixed), "fixed"), (len(self.new), "new"), (len(self.open), "still open"))
        return ", ".join(f"{count} {word}" for count, word in counts if count) or "unchanged"


class Earlier(msgspec.Struct, frozen=True):
    """What a run before had found in one submission: rule and message by fingerprint, and what was waived since."""

    findings: Mapping[str, Fixed]


def earlier(reports: Iterable[SubmissionReport]) -> dict[str, Earlier]:
    """By id, what weighed something in the reports of a run before."""
    return {
        report.id: Earlier({each.fingerprint: (each.rule, each.message) for each in report.findings if _weighs(each)})
        for report in reports
    }


def change_of(report: SubmissionReport, before: Earlier | None) -> Change:
    """The findings of a submission against those of the run before. What is waived now is neither fixed nor open."""
    now = frozenset(each.fingerprint for each in report.findings if _weighs(each))
    if before is None:
        return Change(new=now, first=True)
    waived = {ignored.finding.fingerprint for ignored in report.ignored}
    gone = [
        said for fingerprint, said in before.findings.items() if fingerprint not in now and fingerprint not in waived
    ]
    return Change(new=now - before.findings.keys(), open=now & before.findings.keys(), fixed=tuple(gone))


def _weighs(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE
