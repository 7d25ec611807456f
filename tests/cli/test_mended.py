"""How `scrub` and `pack` tell what they could not mend."""

from __future__ import annotations

from faimi_check.cli.mended import findings_in_words
from faimi_check.model.finding import Confidence, Finding, Location, Severity


def found(rule: str, message: str, where: Location, confidence: Confidence = Confidence.CERTAIN) -> Finding:
    return Finding(
        rule=rule, name="", code="c", severity=Severity.WARNING, confidence=confidence, message=message, evidence="",
        fix="", where=where, clause=None, fingerprint=rule,
    )  # fmt: skip


def test_what_reads_alike_is_one_line_and_no_place_is_named_twice() -> None:
    own, page = "Earlier work is cited as the authors' own.", Location(page=1)
    findings = [
        found("VID003", "walk.mp4 has sound.", Location(file="s.zip", member="walk.mp4")),
        found("ANON007", own, page, Confidence.POSSIBLE),
        found("ANON007", own, page, Confidence.POSSIBLE),
        found("ANON007", own, Location(page=2)),
        found("ANON009", "A note on page 12 is left.", Location(page=1)),
        found("ANON009", "A note on page 12 is left.", Location(page=12)),
    ]
    assert findings_in_words(findings) == [
        f"warning ANON007: {own} (page 2)",
        "warning ANON009: A note on page 12 is left. (page 1)",
        "warning ANON009: A note on page 12 is left.",
        "warning VID003: walk.mp4 has sound.",
        f"warning ANON007: {own} (page 1, only possible, 2 times)",
    ]
