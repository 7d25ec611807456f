"""A family of rules named at once: `[rules.ANON]` says something of all rules whose ids begin so."""

from __future__ import annotations

import re

from faimi_check.model.finding import Severity
from faimi_check.model.proposal import Action
from faimi_check.rules.catalogue import rules
from faimi_check.rules.registry import Rule
from faimi_check.venues.files import ProfileError, Table, refuse_unknown

_FAMILY = re.compile(r"[A-Z]+")
_SETTINGS = ("clause", "severity", "action", "enabled")


def spread(venue: str, table: Table) -> Table:
    """The profile with each family written out; what it says of one rule by its id wins. Raises ProfileError."""
    ruled = table.get("rules")
    if not isinstance(ruled, dict):
        return table
    written: Table = {}
    for name, value in ruled.items():
        family = members(name)
        if not family:
            continue
        if not isinstance(value, dict):
            raise ProfileError(f"{venue}: rules.{name}: expected a table")
        refuse_unknown(venue, f"rules.{name}", value, _SETTINGS)
        written.update({rule.id: _said_of(rule, value, ruled.get(rule.id)) for rule in family})
    for name, value in ruled.items():
        if members(name):
            continue
        known = written.get(name)
        written[name] = {**known, **value} if known is not None and isinstance(value, dict) else value
    return {**table, "rules": written}


def _said_of(rule: Rule, family: Table, own: object) -> Table:
    """What the family says of one of its rules: a desk rejection is not meant for those that only warn."""
    said = dict(family)
    tables = (family, own if isinstance(own, dict) else {})
    raised = any("severity" in table or "codes" in table for table in tables)
    if said.get("action") == Action.DESK_REJECT and not raised and Severity.ERROR not in rule.codes.values():
        del said["action"]
    return said


def members(name: str) -> list[Rule]:
    """The rules of a family, none where the name is no family's."""
    if not _FAMILY.fullmatch(name):
        return []
    return [rule for rule in rules() if rule.id[:-3] == name]
