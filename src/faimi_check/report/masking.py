"""A report without names and addresses, for logs that others read.

What a rule that looks for persons found is withheld, with the message and the fix that may repeat it. What it found
is also taken out where another finding or a reason says it, and names of zip members that identify are numbered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from faimi_check.model.finding import (
    Finding,
    Ignored,
    Location,
    Outcome,
    Report,
    RuleResult,
    SubmissionReport,
    VideoMeasures,
)
from faimi_check.report.presentation import RuleHelp

MASK = "[masked]"
_PERSONAL_FAMILIES = ("ANON",)
_PERSONAL_RULES = frozenset({"VID002", "RME005", "SUP005", "SUP008"})
_PERSONAL_CODES = frozenset({("SUP007", "reveals")})
_MEMBER_RULES = frozenset({"SUP008"})
_SHORTEST_SECRET = 4
_WITHHELD = "What was found is kept out of public logs; --show-identities shows it."
_FIX = "See faimi-check explain {rule}."

Scrub = Callable[[str], str]


def is_personal(rule: str, code: str = "") -> bool:
    """Whether what the rule finds, under this code, is a name, an address or the like."""
    return rule.startswith(_PERSONAL_FAMILIES) or rule in _PERSONAL_RULES or (rule, code) in _PERSONAL_CODES


def mask(report: Report, rules: Mapping[str, RuleHelp]) -> Report:
    """The report with what identifies withheld; `rules` supplies the words that stand in for it."""
    return replace(report, submissions=tuple(_submission(each, rules) for each in report.submissions))


def _submission(submission: SubmissionReport, rules: Mapping[str, RuleHelp]) -> SubmissionReport:
    everything = (*submission.findings, *(ignored.finding for ignored in submission.ignored))
    scrub = _scrubber(everything)
    counts: dict[str, int] = {}

    def shown(finding: Finding) -> Finding:
        if not is_personal(finding.rule, finding.code):
            return _scrubbed(finding, scrub)
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
        return _withheld(finding, counts[finding.rule], rules.get(finding.rule), scrub)

    return replace(
        submission,
        findings=tuple(shown(finding) for finding in submission.findings),
        ignored=tuple(Ignored(finding=shown(each.finding), reason=scrub(each.reason)) for each in submission.ignored),
        rules=tuple(_result(result, scrub) for result in submission.rules),
        videos=tuple(_video(video, scrub) for video in submission.videos),
    )


def _scrubber(findings: Iterable[Finding]) -> Scrub:
    """Takes out what personal findings quote, the longest first."""
    replacements: dict[str, str] = {}
    for finding in findings:
        if finding.rule in _MEMBER_RULES and finding.where.member:
            replacements.setdefault(finding.where.member, f"[masked member {len(replacements) + 1}]")
        if is_personal(finding.rule, finding.code) and len(finding.evidence.strip()) >= _SHORTEST_SECRET:
            replacements.setdefault(finding.evidence.strip(), MASK)
    if not replacements:
        return lambda text: text
    secrets = sorted(replacements, key=len, reverse=True)
    pattern = re.compile("|".join(re.escape(secret) for secret in secrets))
    return lambda text: pattern.sub(lambda match: replacements[match[0]], text)


def _scrubbed(finding: Finding, scrub: Scrub) -> Finding:
    return replace(
        finding,
        message=scrub(finding.message),
        evidence=scrub(finding.evidence),
        fix=scrub(finding.fix),
        where=_place(finding.where, scrub),
    )


def _withheld(finding: Finding, number: int, known: RuleHelp | None, scrub: Scrub) -> Finding:
    """The fingerprint gives way to a number: it is a hash of what was found, and names are soon guessed."""
    summary = known.summary if known else f"The rule {finding.name} found something."
    fix = known.sections.get("Fix", "") if known else ""
    return replace(
        finding,
        message=f"{summary} {_WITHHELD}",
        evidence=MASK if finding.evidence else "",
        fix=" ".join(fix.split()) or _FIX.format(rule=finding.rule),
        where=_place(finding.where, scrub),
        fingerprint=f"{finding.rule}-{finding.code}-{number}",
    )


def _place(where: Location, scrub: Scrub) -> Location:
    return replace(where, member=scrub(where.member) if where.member else where.member)


def _result(result: RuleResult, scrub: Scrub) -> RuleResult:
    """Where a rule that looks for persons broke down, the reason may quote what it looked at."""
    if result.reason and is_personal(result.rule) and result.outcome is Outcome.CRASHED:
        return replace(result, reason=MASK)
    return replace(result, reason=scrub(result.reason) if result.reason else result.reason)


def _video(video: VideoMeasures, scrub: Scrub) -> VideoMeasures:
    return replace(video, member=scrub(video.member), tags=dict.fromkeys(video.tags, MASK))
