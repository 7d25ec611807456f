"""Calls that come every year: which one of a series is the latest, by the years in their ids."""

from __future__ import annotations

import re

from faimi_check.venues.files import shipped

_YEARLY = re.compile(r"(?P<name>.+)-(?P<year>\d{4})(?P<track>-.+)?")


def newer_call(id: str) -> str | None:
    """The latest shipped call of the same series and track, None where `id` is no earlier one."""
    known = _YEARLY.fullmatch(id)
    if known is None:
        return None
    same = [found for name in shipped() if (found := _YEARLY.fullmatch(name)) and _series(found) == _series(known)]
    latest = max(same, key=lambda found: found["year"], default=known)
    return latest[0] if latest["year"] > known["year"] else None


def _series(call: re.Match[str]) -> tuple[str, str | None]:
    return call["name"], call["track"]
