"""What a user wants run and shown."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from faimi_check.model.finding import Confidence, Finding, Severity


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
        return finding.severity.rank >= self.min_severity.rank and finding.confidence.rank >= self.min_confidence.rank
