"""What the rules' documentation says, for reports that show it."""

from __future__ import annotations

import re
from inspect import cleandoc

from faimi_check.model.finding import Severity
from faimi_check.report.presentation import RuleHelp
from faimi_check.rules.catalogue import rules
from faimi_check.rules.registry import HEADINGS, Rule
from faimi_check.venues.profile import Profile

_HEADING = re.compile(rf"^(?:{'|'.join(HEADINGS)})$", re.MULTILINE)


def help_of_rules(profile: Profile) -> dict[str, RuleHelp]:
    """The documentation of each rule that the venue uses, by rule id."""
    return {rule.id: _help(rule, profile) for rule in rules() if rule.id in profile.rules}


def _help(rule: Rule, profile: Profile) -> RuleHelp:
    severities: list[Severity] = [profile.severity(rule, code) for code in rule.codes]
    return RuleHelp(
        name=rule.name,
        summary=rule.summary,
        severity=max(severities, key=lambda severity: severity.rank),
        sections=_sections(rule),
    )


def _sections(rule: Rule) -> dict[str, str]:
    doc = cleandoc(rule.doc)
    headings = list(_HEADING.finditer(doc))
    ends = [heading.start() for heading in headings[1:]] + [len(doc)]
    return {heading[0]: cleandoc(doc[heading.end() : end]) for heading, end in zip(headings, ends, strict=True)}
