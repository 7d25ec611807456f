"""What `scrub` and `pack` say of what they made."""

from __future__ import annotations

from collections.abc import Iterable

import click

from faimi_check.cli.console.terminal import list_width
from faimi_check.model.burned_in import GETTING_EXTRA
from faimi_check.model.finding import Finding
from faimi_check.model.report import RuleResult
from faimi_check.reading.burned_in.letters import installed
from faimi_check.report.wording.escape import printable, shorten
from faimi_check.report.wording.layout import hanging
from faimi_check.report.wording.words import CONFIDENCE_WORDS, place

EVIDENCE = 160
# A command in it is there to be copied: it is not cut.
SENTENCE = 600


def tell(text: str, head: str = "") -> None:
    """One sentence, as wide as the terminal; a line into a pipe."""
    for line in hanging(printable(text), list_width(), head):
        click.echo(line)


def say(title: str, lines: Iterable[str], longest: int = EVIDENCE) -> None:
    """A title and a line for each; nothing where there is none."""
    lines = list(lines)
    if lines:
        tell(title)
    for line in lines:
        tell(shorten(line, longest), "  - ")


def findings_in_words(findings: Iterable[Finding]) -> list[str]:
    """`error ANON002: An e-mail address is printed (page 1, likely).`, the heaviest first."""
    ordered = sorted(findings, key=lambda finding: (-finding.severity.rank, -finding.confidence.rank, finding.rule))
    return [
        f"{finding.severity.value} {finding.rule}: {finding.message} "
        f"({', '.join(filter(None, (place(finding.where), CONFIDENCE_WORDS[finding.confidence])))})"
        for finding in ordered
    ]


def open_rules_in_words(results: Iterable[RuleResult]) -> list[str]:
    """What could not be told, rules with one reason together."""
    reasons: dict[str, list[str]] = {}
    for result in results:
        if result.is_open:
            reasons.setdefault(result.reason or result.outcome.value, []).append(result.rule)
    return [f"{', '.join(rules)}: {reason}" for reason, rules in reasons.items()]


def say_unread(pictures: str) -> None:
    """Says that nobody looked, where nobody did."""
    if not installed():
        tell(
            f"Words in {pictures} cannot be taken out, and were not looked for (that takes an extra: {GETTING_EXTRA})."
        )
