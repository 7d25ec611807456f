"""Devices with their makers in brackets, which name nobody: "(Siemens Skyra, 3 T)", "(Olympus, Tokyo, Japan)"."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.naming.identity import fold
from faimi_check.rules.tables import any_of, table

_BRACKET = re.compile(r"\([^()]{2,160}\)")
# A name, and the one that follows with nothing but a blank between.
_NAME = re.compile(r"(?P<name>[A-ZÀ-Þ][\w-]+)(?= (?P<next>[A-Z][\w-]*)|)")
# "(Siemens Skyra of the Nordhavn Hospital)" names more than a device.
_HOUSE = re.compile(any_of("mentions", "houses"), re.IGNORECASE)


@cache
def _makers() -> tuple[frozenset[str], ...]:
    """Those whose name is theirs alone; those called as a city or a person is; and what stands behind these."""
    data = table("mentions")
    also = frozenset(data["also_makers"])
    return frozenset(data["makers"]) - also, also, frozenset(data["with_makers"])


def without_devices(text: str) -> str:
    """The text with blanks in the place of brackets that hold a device, each letter where it was."""
    if "(" not in text:
        return text
    return _BRACKET.sub(lambda bracket: " " * len(bracket[0]) if _is_device(bracket[0]) else bracket[0], text)


def _is_device(bracket: str) -> bool:
    makers, also, behind = _makers()
    names = ((fold(one["name"]), fold(one["next"] or "")) for one in _NAME.finditer(bracket))
    made = any(name in makers or (name in also and follows in behind) for name, follows in names)
    return made and _HOUSE.search(bracket) is None
