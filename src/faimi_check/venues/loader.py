"""Loads, extends and validates profiles. What is wrong is named with file, key and the nearest valid word."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from enum import StrEnum
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from faimi_check.model.finding import Severity
from faimi_check.model.proposal import Action
from faimi_check.model.spelling import in_words, nearest
from faimi_check.rules.catalogue import rules
from faimi_check.rules.registry import Rule
from faimi_check.venues.profile import ClauseText, Force, Profile, RuleSettings, Stage

_TOP_LEVEL = ("id", "title", "extends", "source", "read", "verified", "stage", "clauses", "rules")
_SETTINGS = ("clause", "clauses", "severity", "codes", "action", "actions", "enabled")
# What asks for anonymity: a camera-ready version must tell what these want hidden.
_ANONYMITY = ("ANON", "SUP008", "VID002", "VID003", "RME005")
_MAX_BYTES = 1_000_000
_MAX_DEPTH = 8

Table = dict[str, Any]
Choice = TypeVar("Choice", bound=StrEnum)


class ProfileError(Exception):
    """A profile that cannot be used; the message names file, key and what would be valid."""


def shipped() -> tuple[str, ...]:
    """The ids of the profiles that come with the package, in alphabetical order."""
    folder = resources.files(__package__)
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def load(venue: str) -> Profile:
    """Loads a shipped profile by id, or one from a path that ends in .toml.

    Raises ProfileError for an unknown venue and for anything in the file that is not understood.
    """
    table = _resolve(venue, ())
    return _build(table, venue)


def _resolve(venue: str, seen: tuple[str, ...]) -> Table:
    """The venue's table with those it extends merged in, key by key."""
    if venue in seen or len(seen) >= _MAX_DEPTH:
        raise ProfileError(f"{venue}: extends itself ({' -> '.join((*seen, venue))})")
    table = _parse(venue)
    _refuse_unknown(venue, "", table, _TOP_LEVEL)
    _own_clauses(table)
    base = table.pop("extends", None)
    if base is None:
        return table
    if not isinstance(base, str):
        raise ProfileError(f"{venue}: extends: expected the id of a venue")
    return _merge(_resolve(base, (*seen, venue)), table)


def _own_clauses(table: Table) -> None:
    """A clause that is quoted here comes from here, whatever the profile that is extended says of it."""
    for clause in table.get("clauses", {}).values():
        if isinstance(clause, dict) and "quote" in clause:
            clause.setdefault("source", table.get("source"))
            clause.setdefault("verbatim", True)


def _parse(venue: str) -> Table:
    text = _text_of(venue)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ProfileError(f"{venue}: not valid TOML: {error}") from error


def _text_of(venue: str) -> str:
    if venue.endswith(".toml"):
        path = Path(venue)
        try:
            if not path.is_file() or path.stat().st_size > _MAX_BYTES:
                raise ProfileError(f"{venue}: no such file, or not a profile")
            return path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise ProfileError(f"{venue}: cannot be read: {error}") from error
    if venue not in shipped():
        hint = nearest(venue, shipped())
        raise ProfileError(f'unknown venue "{venue}"{hint} (known: {", ".join(shipped())}; or give a .toml file)')
    return (resources.files(__package__) / f"{venue}.toml").read_text(encoding="utf-8")


def _merge(base: Table, over: Table) -> Table:
    """`over` wins; tables are merged key by key."""
    merged = dict(base)
    for key, value in over.items():
        known = merged.get(key)
        merged[key] = _merge(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return merged


def _build(table: Table, venue: str) -> Profile:
    known = {rule.id: rule for rule in rules()}
    stage = _member(venue, "stage", table.get("stage", "submission"), Stage)
    clauses = {name: _clause(venue, name, value) for name, value in _table(venue, "clauses", table).items()}
    settings = {}
    for rule_id, value in _table(venue, "rules", table).items():
        if rule_id not in known:
            raise ProfileError(f"{venue}: rules.{rule_id}: unknown rule{nearest(rule_id, known)}")
        if not isinstance(value, dict):
            raise ProfileError(f"{venue}: rules.{rule_id}: expected a table")
        if value.get("enabled", True) is not False:
            settings[rule_id] = _settings(venue, known[rule_id], value, clauses)
    return Profile(
        id=_string(venue, table, "id"),
        title=_string(venue, table, "title"),
        source=_string(venue, table, "source"),
        read=_string(venue, table, "read", ""),
        verified=table.get("verified", True) is True,
        stage=stage,
        clauses=clauses,
        rules=_for_camera_ready(settings) if stage is Stage.CAMERA_READY else settings,
    )


def _for_camera_ready(settings: dict[str, RuleSettings]) -> dict[str, RuleSettings]:
    """Without the rules on anonymity, and with the opposite: authors must be named."""
    kept = {rule_id: value for rule_id, value in settings.items() if not rule_id.startswith(_ANONYMITY)}
    if "SUB002" in kept:
        listing = msgspec.structs.replace(kept["SUB002"].params, authors=True)
        kept["SUB002"] = msgspec.structs.replace(kept["SUB002"], params=listing)
    if "LNCS005" in kept:
        params = msgspec.structs.replace(kept["LNCS005"].params, authors="named")
        kept["LNCS005"] = msgspec.structs.replace(kept["LNCS005"], params=params)
    return kept


def _clause(venue: str, name: str, value: object) -> ClauseText:
    if isinstance(value, dict) and "force" in value:
        _member(venue, f"clauses.{name}.force", value["force"], Force)
    try:
        return msgspec.convert(value, ClauseText)
    except msgspec.ValidationError as error:
        raise ProfileError(f"{venue}: clauses.{name}: {in_words(error)}") from error


def _settings(venue: str, rule: Rule, table: Table, clauses: dict[str, ClauseText]) -> RuleSettings:
    where = f"rules.{rule.id}"
    fields = [field.encode_name for field in msgspec.structs.fields(rule.params)]
    _refuse_unknown(venue, where, table, (*_SETTINGS, *fields))
    clause = table.get("clause")
    severity = table.get("severity")
    by_code = {
        code: _member(venue, f"{where}.codes.{code}", value, Severity)
        for code, value in _codes(venue, where, "codes", table, rule).items()
    }
    clause_by_code = _codes(venue, where, "clauses", table, rule)
    for named in filter(None, (clause, *clause_by_code.values())):
        if named not in clauses:
            raise ProfileError(f"{venue}: {where}.clause: unknown clause {named!r}{nearest(str(named), clauses)}")
        if clauses[named].force is Force.HUMAN:
            raise ProfileError(f"{venue}: {where}.clause: {named!r} is for a person to judge and carries no rule")
    try:
        params = msgspec.convert({key: table[key] for key in fields if key in table}, rule.params)
    except msgspec.ValidationError as error:
        raise ProfileError(f"{venue}: {where}: {in_words(error)}") from error
    return RuleSettings(
        clause=clause,
        clauses=clause_by_code,
        severity=None if severity is None else _member(venue, f"{where}.severity", severity, Severity),
        codes=by_code,
        params=params,
        action=_member(venue, f"{where}.action", table["action"], Action) if "action" in table else None,
        actions={
            code: _member(venue, f"{where}.actions.{code}", value, Action)
            for code, value in _codes(venue, where, "actions", table, rule).items()
        },
    )


def _codes(venue: str, where: str, key: str, table: Table, rule: Rule) -> Table:
    codes = table.get(key, {})
    if not isinstance(codes, dict):
        raise ProfileError(f"{venue}: {where}.{key}: expected a table")
    _refuse_unknown(venue, f"{where}.{key}", codes, rule.codes)
    return codes


def _refuse_unknown(venue: str, where: str, table: Table, valid: Iterable[str]) -> None:
    valid = list(valid)
    for key in table:
        if key not in valid:
            name = f"{where}.{key}" if where else key
            raise ProfileError(f"{venue}: {name}: unknown key{nearest(key, valid)}")


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


def _member(venue: str, where: str, value: object, kind: type[Choice]) -> Choice:
    try:
        return kind(str(value))
    except ValueError:
        valid = [member.value for member in kind]
        hint = nearest(str(value), valid)
        raise ProfileError(f"{venue}: {where}: {value!r} is not one of {', '.join(valid)}{hint}") from None
