"""What `scrub` and `pack` say of what they made."""

from __future__ import annotations

import re
from collections import Counter
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
    """`error ANON002: An e-mail address is printed. (page 1, likely)`, the heaviest first; what reads alike is one."""
    ordered = sorted(findings, key=lambda finding: (-finding.severity.rank, -finding.confidence.rank, finding.rule))
    counts = Counter((_said(finding), _beside(finding)) for finding in ordered)
    return [_line(said, (*beside, f"{count} times" if count > 1 else "")) for (said, beside), count in counts.items()]


def _line(said: str, beside: Iterable[str]) -> str:
    shown = ", ".join(filter(None, beside))
    return f"{said} ({shown})" if shown else said


def _said(finding: Finding) -> str:
    return f"{finding.severity.value} {finding.rule}: {finding.message}"


def _beside(finding: Finding) -> tuple[str, ...]:
    """The place, unless the message names it, and how sure it is."""
    where = place(finding.where)
    named = re.search(rf"(?<!\w){re.escape(where)}(?!\w)", finding.message) is not None
    return "" if named else where, CONFIDENCE_WORDS[finding.confidence]


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
