"""Fields of code, commands and headers of files whose value is a person, an owner, a machine or a house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.code_words import is_variable, unheard
from faimi_check.rules.naming.mentions.logins import is_somebodys_login
from faimi_check.rules.naming.mentions.numbers import stands_for_any
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.tables import table

# "entity=", "--host gpu3", "Institution Name:", '"annotator": '; no comparison, and no part of an address.
_FIELD = late(
    r"(?<![\w./@-])(?P<option>--?)?[\"'{(]?"
    r"(?P<key>[A-Za-zÀ-ÿ][\w.-]{0,40}(?:['’]s?)?(?: [A-Za-z][a-z]{1,20}(?:['’]s?)?){0,3})[\"'})]?"
    r"(?P<sign> ?:=? ?(?![/\\:=])| ?= ?(?!=)| => | <- |(?(option) (?=[\w\"'@.<$])|(?!)))"
    r"(?:(?P<quote>[\"'{“”‘’])(?P<quoted>[^\"'{}“”‘’]{2,90})"
    r"|(?P<bare>[^\s,;(){}\[\]\"'=]{2,80})(?=[\s,;){}\]\"'=]|\Z))"
)
_HUMP = late(r"(?<=[a-zà-ÿ])(?=[A-Z])|['’\s_.-]+")
# A value in words ends before the next field, number or bracket.
_ADDRESS = late(r" ?<[^<>\s]{1,60}@[^<>\s]{1,60}>")
_REST = late(r"[^;|\[\]{}\"=<>]{2,90}")
_ENTRY = late(r"@[a-zA-Z]{4,15}\{|\btitle ?= ?[{\"]|\bet al\b")
# An element's number, its kind of value or its name or both, and the value in brackets or to the line's end.
_TAGGED = late(
    r"\(?(?P<tag>[0-9A-Fa-f]{4}, ?[0-9A-Fa-f]{4})\)?[:.]?(?: [A-Z]{2}(?=[ :]))?"
    r"(?:(?: (?:[A-Z][A-Za-z]+|of|the)['’]?s?){0,6}?:? ?[\[‘“\"'](?P<bracketed>[^\]’”\"'\[]{2,80})[\]’”\"']"
    r"| [A-Z][a-z]+[A-Z]\w{2,40}:?(?: [A-Z]{2}(?= ))? (?P<bare>[^\[\]\"“”=(]{2,80}))"
)
_WANDB = ("wandb", "project", "init", "logger", "--entity")
_MACHINE_SHAPE = late(r"[-.\d_]")
_HOUSE_WORDS, _STATION, _SHORT = 8, 5, 3
# What a field of this name holds in programs that know nothing of it.
_WEAK_MACHINES = frozenset(
    ("node", "remote", "domain", "share", "mount", "endpoint", "proxy", "queue", "partition", "qos")
)
_WEAK_PEOPLE = frozenset(("reader", "rater", "contact", "user", "operator", "pi", "holder", "creator"))
_WEAK_OWNERS = frozenset(("account", "team", "owner", "workspace", "namespace", "org", "organization", "organisation"))


def fields(text: str) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Where a value tells somebody, with the field and the words that nobody else has."""
    entry = _ENTRY.search(text) is not None
    for match in _FIELD.finditer(text):
        kind, key = _kind(match["key"])
        if not kind or (entry and kind == "person"):
            continue
        value, end = _value(text, match, kind)
        told = _told(kind, key, value, text, quoted=match["quote"] is not None)
        if told:
            yield match.start("key"), end, f"{match['key']}{match['sign']}{value}", told


def tagged(text: str) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Where an element of DICOM tells somebody: "(0008,0080) LO [KH Lysvik]", "0008,0080 InstitutionName KH LYSVIK"."""
    for match in _TAGGED.finditer(text) if "," in text else ():
        kind = _tags().get(match["tag"].replace(" ", "").lower())
        value = (match["bracketed"] or match["bare"] or "").strip(" .,;'\"")
        if kind is None or is_variable(value):
            continue
        words = tuple(unheard(value, _STATION if kind == "machine" else _SHORT + 1))
        if kind == "number":
            words = (fold(value),) if sum(map(str.isdigit, value)) > _SHORT and not stands_for_any(value) else ()
        if words:
            yield *match.span(), f"{match['tag']} {value}", words


@cache
def _tags() -> dict[str, str]:
    return {tag: kind for kind, tags in table("code")["tags"].items() for tag in tags}


def _kind(key: str) -> tuple[str, str]:
    """Of which kind a field is that ends in one to three words of a known one."""
    parts = [part for part in _HUMP.split(key) if part]
    for count in range(1, min(4, len(parts)) + 1):
        if kind := _keys().get(fold("".join(parts[-count:]))):
            longest = _keys().get(fold("".join(parts[-count - 1 :])))
            return longest or kind, fold("".join(parts[-count:]))
    return "", ""


@cache
def _keys() -> dict[str, str]:
    return {key: kind for kind, keys in table("code")["keys"].items() for key in keys}


def _value(text: str, match: re.Match[str], kind: str) -> tuple[str, int]:
    if match["quoted"]:
        return _ADDRESS.sub("", match["quoted"]).strip(), match.end()
    # "Institution Name: KH Lysvik": a header's value runs to the line's end.
    if (
        ":" in match["sign"]
        and kind in ("house", "person", "machine")
        and (rest := _REST.match(text, match.start("bare")))
    ):
        return rest[0].strip(" .,"), match.start("bare") + len(rest[0].rstrip(" .,"))
    return match["bare"].rstrip(".:"), match.end()


def _told(kind: str, key: str, value: str, text: str, *, quoted: bool) -> tuple[str, ...]:
    if is_variable(value) or (not quoted and "(" in text[: text.find(value)] and "=" in text and kind != "house"):
        return ()
    if kind == "house":
        many = len(value.split()) > _HOUSE_WORDS
        return () if many else tuple(unheard(value))
    if kind == "machine":
        return _of_machine(key, value)
    if kind == "owner":
        if key == "entity" and not any(sign in text.lower() for sign in _WANDB):
            return ()
        told = tuple(unheard(value, _SHORT + 1))
        return told if " " not in value and (key not in _WEAK_OWNERS or quoted or _MACHINE_SHAPE.search(value)) else ()
    return _of_person(key, value)


def _of_machine(key: str, value: str) -> tuple[str, ...]:
    """A machine's name has a joint or a number; its host is read as one elsewhere."""
    if " " in value or not _MACHINE_SHAPE.search(value) or (key in _WEAK_MACHINES and "/" in value):
        return ()
    station = key.endswith(("stationname", "aetitle"))
    return tuple(unheard(value, _STATION if station else _SHORT + 1))


def _of_person(key: str, value: str) -> tuple[str, ...]:
    """A login, a name, or a house that stands for one."""
    if is_institution(value):
        return tuple(unheard(value)) or (fold(value),)
    if len(value.split()) > 4 or (key in _WEAK_PEOPLE and not is_somebodys_login(value)):
        return ()
    return tuple(unheard(value, _SHORT + 1))
