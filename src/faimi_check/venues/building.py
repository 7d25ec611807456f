"""From a profile's table to a Profile: every key and value is checked, and what is wrong is named."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

import msgspec

from faimi_check.model.finding import Severity
from faimi_check.model.proposal import Action
from faimi_check.model.text.spelling import in_words, nearest
from faimi_check.rules.catalogue import rules
from faimi_check.rules.lncs.template import Template
from faimi_check.rules.registry import Rule
from faimi_check.rules.unlimited import limit_of
from faimi_check.venues.actions import refuse_idle_actions
from faimi_check.venues.files import ProfileError, Table, refuse_unknown
from faimi_check.venues.profile import Blind, ClauseText, Force, Profile, RuleSettings, Stage
from faimi_check.venues.stance import clauses_of, take_stance

_SETTINGS = ("clause", "clauses", "severity", "codes", "action", "actions", "enabled")
_OFF = "off"
# What one rule says and another asks too: (rule, parameter, the rule that it is taken from).
_SHARED = (("LEN002", "total_pages", "LEN001"), ("LEN003", "uncounted", "LEN001"))

Choice = TypeVar("Choice", bound=StrEnum)


def build(table: Table, venue: str) -> Profile:
    """The profile of a table whose top-level keys are known. Raises ProfileError."""
    known = {rule.id: rule for rule in rules()}
    stage = _member(venue, "stage", table.get("stage", "submission"), Stage)
    blind = _member(venue, "blind", table.get("blind", "double"), Blind)
    clauses = {name: _clause(venue, name, value) for name, value in _table(venue, "clauses", table).items()}
    settings = {}
    for rule_id, value in _with_shared(_with_template(venue, table, known)).items():
        if rule_id not in known:
            raise ProfileError(f"{venue}: rules.{rule_id}: unknown rule{nearest(rule_id, known)}")
        if not isinstance(value, dict):
            raise ProfileError(f"{venue}: rules.{rule_id}: expected a table")
        if _flag(venue, f"rules.{rule_id}.enabled", value.get("enabled", True)):
            settings[rule_id] = _settings(venue, known[rule_id], value, clauses)
    _refuse_contradictions(venue, settings)
    anonymous_supplement = _flag(venue, "anonymous_supplement", table.get("anonymous_supplement", True))
    kept = take_stance(settings, blind, stage, anonymous_supplement=anonymous_supplement)
    return Profile(
        id=_string(venue, table, "id"),
        title=_string(venue, table, "title"),
        source=_string(venue, table, "source"),
        read=_string(venue, table, "read", ""),
        verified=_flag(venue, "verified", table.get("verified", True)),
        second_hand=_flag(venue, "second_hand", table.get("second_hand", False)),
        stage=stage,
        blind=blind,
        anonymous_supplement=anonymous_supplement,
        clauses=_still_asked(clauses, settings, kept),
        rules=kept,
    )


def _refuse_contradictions(venue: str, settings: dict[str, RuleSettings]) -> None:
    """A least number of pages that is over the greatest: no paper can keep both."""
    if not settings.keys() >= {"LEN001", "LEN003"}:
        return
    most, least = settings["LEN001"].params, settings["LEN003"].params
    for low, high in (
        ("content_pages", "content_pages"),
        ("total_pages", "total_pages"),
        ("content_pages", "total_pages"),
    ):
        wanted, allowed = getattr(least, low), limit_of(getattr(most, high))
        if wanted is not None and allowed is not None and wanted > allowed:
            raise ProfileError(f"{venue}: rules.LEN003.{low}: {wanted:g} is more than the {allowed:g} of LEN001.{high}")


def _still_asked(
    clauses: dict[str, ClauseText], before: dict[str, RuleSettings], after: dict[str, RuleSettings]
) -> dict[str, ClauseText]:
    """The clauses without those that only rules asked which blind review and stage have taken out."""
    gone = clauses_of(before) - clauses_of(after)
    return {name: clause for name, clause in clauses.items() if name not in gone}


def _with_template(venue: str, table: Table, known: dict[str, Rule]) -> Table:
    """The rules with what [template] says, where they have a parameter of that name and do not set it themselves."""
    template = _table(venue, "template", table)
    layout = {rule.id: rule.params.__struct_fields__ for rule in known.values() if issubclass(rule.params, Template)}
    valid = dict.fromkeys(name for fields in layout.values() for name in fields)
    refuse_unknown(venue, "template", template, valid)
    ruled = dict(_table(venue, "rules", table))
    for rule_id in ruled.keys() & layout.keys():
        if isinstance(ruled[rule_id], dict):
            said = {name: value for name, value in template.items() if name in layout[rule_id]}
            ruled[rule_id] = _without_lncs_words({**said, **ruled[rule_id]}, layout[rule_id])
    return ruled


def _without_lncs_words(settings: Table, fields: Iterable[str]) -> Table:
    """Springer's Word template is that of LNCS: another template has none unless it names one."""
    another = not settings.keys().isdisjoint(("name", "class_file"))
    return {"word": "", **settings} if another and "word" in fields else settings


def _with_shared(ruled: Table) -> Table:
    for rule_id, name, origin in _SHARED:
        own, other = ruled.get(rule_id), ruled.get(origin)
        if isinstance(own, dict) and isinstance(other, dict) and name in other:
            ruled[rule_id] = {name: other[name], **own}
    return ruled


def _clause(venue: str, name: str, value: object) -> ClauseText:
    if isinstance(value, dict) and "force" in value:
        _member(venue, f"clauses.{name}.force", value["force"], Force)
    try:
        return msgspec.convert(value, ClauseText)
    except msgspec.ValidationError as error:
        raise ProfileError(f"{venue}: clauses.{name}: {in_words(error)}") from error


def _settings(venue: str, rule: Rule, table: Table, clauses: dict[str, ClauseText]) -> RuleSettings:
    where = f"rules.{rule.id}"
    # Their types, which `msgspec.structs.fields` would work out, are not asked for.
    fields = rule.params.__struct_encode_fields__
    refuse_unknown(venue, where, table, (*_SETTINGS, *fields))
    severity, by_code = table.get("severity"), _codes(venue, where, "codes", table, rule)
    clause, clause_by_code = table.get("clause"), _codes(venue, where, "clauses", table, rule)
    for named in (clause, *clause_by_code.values()):
        _refuse_clause(venue, where, named, clauses)
    said = {key: table[key] for key in fields if key in table}
    try:
        params = msgspec.convert(said, rule.params)
    except msgspec.ValidationError as error:
        raise ProfileError(f"{venue}: {where}: {in_words(error, rule.params)}") from error
    settings = RuleSettings(
        clause=clause,
        clauses=clause_by_code,
        severity=None if severity is None else _member(venue, f"{where}.severity", severity, Severity),
        codes={
            code: _member(venue, f"{where}.codes.{code}", value, Severity)
            for code, value in by_code.items()
            if value != _OFF
        },
        off=frozenset(code for code, value in by_code.items() if value == _OFF),
        params=params,
        said=frozenset(said),
        action=_member(venue, f"{where}.action", table["action"], Action) if "action" in table else None,
        actions={
            code: _member(venue, f"{where}.actions.{code}", value, Action)
            for code, value in _codes(venue, where, "actions", table, rule).items()
        },
    )
    refuse_idle_actions(venue, rule, settings)
    return settings


def _refuse_clause(venue: str, where: str, named: object, clauses: dict[str, ClauseText]) -> None:
    if named is None:
        return
    if not isinstance(named, str) or named not in clauses:
        raise ProfileError(f"{venue}: {where}.clause: unknown clause {named!r}{nearest(str(named), clauses)}")
    if clauses[named].force is Force.HUMAN:
        raise ProfileError(f"{venue}: {where}.clause: {named!r} is for a person to judge and carries no rule")


def _codes(venue: str, where: str, key: str, table: Table, rule: Rule) -> Table:
    codes = table.get(key, {})
    if not isinstance(codes, dict):
        raise ProfileError(f"{venue}: {where}.{key}: expected a table")
    refuse_unknown(venue, f"{where}.{key}", codes, rule.codes)
    return codes


def _table(venue: str, key: str, table: Table) -> Table:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise ProfileError(f"{venue}: {key}: expected a table")
    return value


def _string(venue: str, table: Table, key: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise ProfileError(f"{venue}: {key}: expected text")
    return value


def _flag(venue: str, where: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise ProfileError(f"{venue}: {where}: expected true or false")
    return value


def _member(venue: str, where: str, value: object, kind: type[Choice]) -> Choice:
    try:
        return kind(str(value))
    except ValueError:
        valid = [member.value for member in kind]
        hint = nearest(str(value), valid)
        raise ProfileError(f"{venue}: {where}: {value!r} is not one of {', '.join(valid)}{hint}") from None
