"""Devices and their makers, which name nobody: "(Siemens Skyra, 3 T)", "a Voluson E10 (GE, Zipf, Austria)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.suppliers import seated, supplied
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.tables import any_of, listed

_BRACKET = re.compile(r"\([^()]{2,160}\)")
# A name, and the one that follows with nothing but a blank between.
_NAME = re.compile(r"(?P<name>[A-ZÀ-Þ][\w-]+)(?= (?P<next>[A-Z][\w-]*)|)")
# "(Siemens Skyra of the Nordhavn Hospital)" names more than a device.
_HOUSE = late(any_of("devices", "houses"), re.IGNORECASE)
# What stands before a maker's address: "the EVIS LUCERA ELITE system", "a Voluson E10", "with DeepL".
_CODED = r"(?:[A-Z]|[a-z][A-Z])[\w./+-]*"
_CALLED = late(
    rf"(?:(?<=[a-z] )|^)(?P<device>(?:{_CODED}|\d[\dA-Z]\w*)(?: (?:{_CODED}|\d+)){{0,5}}"
    rf"(?: {any_of('devices', 'nouns')}s?)?|(?:[a-z]+ ){{0,2}}{any_of('devices', 'nouns')}s?) $"
)
_NOUN = late(rf"\b{any_of('devices', 'nouns')}s?\b")
_OURS = re.compile(r"\b(?:our|my|this|the) ")
_WITH = ("with ", "using ", "by ", "with a ", "with an ", "with the ", "using a ", "using the ")
# A maker's address has so many parts at most, and names so many letters each.
_PARTS, _PART = 5, 40
_BEFORE = 80
# "A handheld Aurora (Oulu, Finland)": what is carried or stands on a table is no house.
_BUILT = late(rf"\b{any_of('devices', 'built')} $")
# "Films (Orthophos XG, Sirona, Bensheim)": behind what was taken, a model by its code, its maker and a town.
_TAKEN = late(rf"\b{any_of('devices', 'taken')} $")
_MODEL = re.compile(r"(?:[A-Z\d][\w+-]{1,20} ){1,3}(?:[A-Z]{2,3}|[A-Z]{0,3}-?\d{1,3}[A-Za-z]{0,2})")
_WITH_MAKER = 3


@cache
def _makers() -> tuple[frozenset[str], ...]:
    """Those whose name is theirs alone; those called as a city or a person is; and what stands behind these."""
    also = listed("devices", "also_makers")
    return listed("mentions", "makers") - also, also, listed("devices", "with_makers")


# A sentence is asked for again and again: for what it names, for its words, for its places.
@lru_cache(maxsize=2_048)
def without_devices(text: str) -> str:
    """The text with blanks in the place of devices and of firms for hire, each letter where it was."""
    for find in (seated, _devices, supplied):
        for start, end in find(text) if find is supplied or "(" in text else ():
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def is_bought(note: str) -> bool:
    """Whether a note is a device or program with where its maker sits: "Philips Ingenia 3 (Best, The Netherlands)"."""
    rest = without_devices(note)
    return rest != note and not is_institution(rest)


def _devices(text: str) -> Iterator[tuple[int, int]]:
    for bracket in _BRACKET.finditer(text):
        said = bracket[0]
        addressed = _is_address(said)
        first = max(0, bracket.start() - _BEFORE)
        made = _names_maker(said) or (addressed and _NOUN.search(said) is not None) or _is_model(text, first, bracket)
        if not (made or addressed) or _HOUSE.search(said) is not None:
            continue
        called = _CALLED.search(text[first : bracket.start()])
        # "Our unit (Lysvik, Norway)" is a ward.
        if called is not None and not made and _OURS.search(called["device"]) is not None:
            continue
        before = text[: first + called.start()] if called else ""
        sure = called is not None and (_is_surely_called(called["device"]) or _BUILT.search(before[-_BEFORE:]))
        if called is not None and (sure or before.endswith(_WITH)) and not _HOUSE.search(called["device"]):
            yield first + called.start(), bracket.end()
        elif made:
            yield bracket.span()


def _is_surely_called(device: str) -> bool:
    """Whether that is no house: a noun, figures in its name, or its maker's."""
    return any(map(str.isdecimal, device)) or _NOUN.search(device) is not None or _names_maker(device)


def _is_model(text: str, first: int, bracket: re.Match[str]) -> bool:
    """Whether a bracket behind what was taken holds a model, its maker and a town or country."""
    parts = [part.strip() for part in bracket[0][1:-1].split(",")]
    if not _WITH_MAKER <= len(parts) <= _PARTS or not all(part[:1].isupper() for part in parts[1:]):
        return False
    return _MODEL.fullmatch(parts[0]) is not None and _TAKEN.search(text, first, bracket.start()) is not None


def _names_maker(bracket: str) -> bool:
    makers, also, behind = _makers()
    names = ((fold(one["name"]), fold(one["next"] or "")) for one in _NAME.finditer(bracket))
    return any(name in makers or (name in also and follows in behind) for name, follows in names)


def _is_address(bracket: str) -> bool:
    """Whether it ends with a country or the letters of a state: "(Zipf, Austria)", "(Vista, CA)"."""
    parts = [part.strip() for part in bracket[1:-1].split(",")]
    if not 1 < len(parts) <= _PARTS or not all(0 < len(part) <= _PART for part in parts):
        return False
    last = parts[-1]
    return last in listed("devices", "countries") or (len(last) == len("CA") and last.isupper() and last.isalpha())
