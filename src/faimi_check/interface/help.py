"""What the rules' documentation says, for reports that show it."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from inspect import cleandoc

from faimi_check.model.finding import Severity
from faimi_check.report.presentation import RuleHelp
from faimi_check.rules.catalogue import rules
from faimi_check.rules.registry import HEADINGS, Rule
from faimi_check.venues.profile import Profile

_HEADING = re.compile(rf"^(?:{'|'.join(HEADINGS)})$", re.MULTILINE)


def help_of_rules(profile: Profile) -> dict[str, RuleHelp]:
    """The documentation of each rule that the venue uses, by rule id."""
    site = _documentation()
    return {rule.id: _help(rule, profile, site) for rule in rules() if rule.id in profile.rules}


def home() -> str:
    """The address for people to read on; nothing as long as whoever publishes the package has filled in none."""
    return _filled_in(_documentation())


def repository() -> str:
    """Where the project itself is had, as a web address; nothing as long as none is filled in."""
    return _filled_in(_address("Repository"))


def _filled_in(address: str) -> str:
    return "" if "//example.org/" in f"{address}/" else address


def _documentation() -> str:
    return _address("Documentation")


def _address(name: str) -> str:
    """One of the package's addresses on the web; nothing where it is not installed."""
    try:
        addresses = metadata("faimi-check").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    named = dict(address.split(", ", 1) for address in addresses if ", " in address)
    return str(named.get(name, "")).rstrip("/")


def _help(rule: Rule, profile: Profile, site: str) -> RuleHelp:
    severities: list[Severity] = [profile.severity(rule, code) for code in rule.codes]
    return RuleHelp(
        name=rule.name,
        summary=rule.summary,
        severity=max(severities, key=lambda severity: severity.rank),
        sections=_sections(rule),
        page=f"{site}/rules/{rule.id}/" if site else "",
    )


def _sections(rule: Rule) -> dict[str, str]:
    doc = cleandoc(rule.doc)
    headings = list(_HEADING.finditer(doc))
    ends = [heading.start() for heading in headings[1:]] + [len(doc)]
    return {heading[0]: cleandoc(doc[heading.end() : end]) for heading, end in zip(headings, ends, strict=True)}
