"""What the chairs' own download has left unfinished: no upload of the authors, and never held against them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from faimi_check.screening.collecting.places import Place

# What browsers call a file while they fetch it.
_UNFINISHED = re.compile(r"(?P<name>.+)\.(?:crdownload|opdownload|download|part|partial)", re.IGNORECASE | re.DOTALL)
_LONGEST_NAME = 255


def as_meant(places: Iterable[Place], notes: list[str]) -> tuple[list[Place], dict[Path, str]]:
    """The places, each called as its file would be if it were there whole; and what those are called that are not.

    Where the whole file is there too, the unfinished one is left out, and a sentence says so. A browser may leave an
    empty file under the right name beside the unfinished one: that is none of the authors' either.
    """
    by_path = {place.path: place for place in places}
    broken: dict[Path, str] = {}
    for path, place in list(by_path.items()):
        name = _meant(path.name)
        if not name:
            continue
        whole = path.with_name(name)
        if whole in by_path and whole not in broken and _is_empty(whole):
            del by_path[whole]
        if whole in by_path:
            notes.append(f"{place.shown}: what a download that broke off has left; {by_path[whole].shown} is whole")
            del by_path[path]
        else:
            broken[path] = place.shown
            by_path[path] = replace(place, parts=(*place.parts[:-1], _meant(place.parts[-1]) or place.parts[-1]))
    return list(by_path.values()), broken


def _meant(name: str) -> str:
    found = _UNFINISHED.fullmatch(name) if len(name) <= _LONGEST_NAME else None
    return found["name"] if found else ""


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False
