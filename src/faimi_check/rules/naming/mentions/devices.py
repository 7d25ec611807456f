"""Devices and their makers, which name nobody: "(Siemens Skyra, 3 T)", "a Voluson E10 (GE, Zipf, Austria)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.tables import any_of, table

_BRACKET = re.compile(r"\([^()]{2,160}\)")
# A name, and the one that follows with nothing but a blank between.
_NAME = re.compile(r"(?P<name>[A-ZÀ-Þ][\w-]+)(?= (?P<next>[A-Z][\w-]*)|)")
# "(Siemens Skyra of the Nordhavn Hospital)" names more than a device.
_HOUSE = late(any_of("devices", "houses"), re.IGNORECASE)
# What stands before a maker's address: "the EVIS LUCERA ELITE system", "a Voluson E10", "with DeepL".
_CODED = r"[A-Z][\w./+-]*"
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


@cache
def _makers() -> tuple[frozenset[str], ...]:
    """Those whose name is theirs alone; those called as a city or a person is; and what stands behind these."""
    also = frozenset(table("devices")["also_makers"])
    return frozenset(table("mentions")["makers"]) - also, also, frozenset(table("devices")["with_makers"])


def without_devices(text: str) -> str:
    """The text with blanks in the place of devices, each letter where it was."""
    for start, end in _devices(text) if "(" in text else ():
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _devices(text: str) -> Iterator[tuple[int, int]]:
    for bracket in _BRACKET.finditer(text):
        said = bracket[0]
        addressed = _is_address(said)
        made = _names_maker(said) or (addressed and _NOUN.search(said) is not None)
        if not (made or addressed) or _HOUSE.search(said) is not None:
            continue
        first = max(0, bracket.start() - _BEFORE)
        called = _CALLED.search(text[first : bracket.start()])
        # "Our unit (Lysvik, Norway)" is a ward.
        if called is not None and not made and _OURS.search(called["device"]) is not None:
            continue
        sure = called is not None and _is_surely_called(called["device"])
        if called is not None and (sure or text[: first + called.start()].endswith(_WITH)):
            yield first + called.start(), bracket.end()
        elif made:
            yield bracket.span()


def _is_surely_called(device: str) -> bool:
    """Whether that is no house: a noun, or figures in its name."""
    return any(map(str.isdecimal, device)) or _NOUN.search(device) is not None


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
    return last in _countries() or (len(last) == len("CA") and last.isupper() and last.isalpha())


@cache
def _countries() -> frozenset[str]:
    return frozenset(table("devices")["countries"])
