"""What a user wants run and shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

import msgspec

from faimi_check.model.finding import Confidence, Finding, Severity
from faimi_check.model.report import NotShown, Unshown


class Selection(msgspec.Struct, frozen=True):
    """What to run and show: `only` empty means all.

    `ignored` maps a rule, `waived` the fingerprint of one finding, to the reason it is waived.
    """

    only: frozenset[str] = frozenset()
    ignored: Mapping[str, str] = msgspec.field(default_factory=dict)
    min_severity: Severity = Severity.NOTE
    min_confidence: Confidence = Confidence.POSSIBLE
    waived: Mapping[str, str] = msgspec.field(default_factory=dict)

    def shows(self, finding: Finding) -> bool:
        """Whether the finding is heavy and sure enough to be shown."""
        return not (self._too_light(finding) or self._too_unsure(finding))

    def not_shown(self, hidden: Collection[Finding]) -> NotShown | None:
        """How many of which rules these are, and by which bound they are kept back; None where there are none."""
        if not hidden:
            return None
        counts = Counter((finding.rule, finding.severity) for finding in hidden)
        return NotShown(
            min_severity=self.min_severity if any(map(self._too_light, hidden)) else None,
            min_confidence=self.min_confidence if any(map(self._too_unsure, hidden)) else None,
            findings=tuple(
                Unshown(rule=rule, severity=severity, count=count) for (rule, severity), count in counts.items()
            ),
        )

    def _too_light(self, finding: Finding) -> bool:
        return finding.severity.rank < self.min_severity.rank

    def _too_unsure(self, finding: Finding) -> bool:
        return finding.confidence.rank < self.min_confidence.rank
