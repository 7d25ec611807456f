"""File names for submissions: whatever an id says, its page lies inside the folder and is nobody else's."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*")
_FOREIGN = re.compile(r"[^A-Za-z0-9_-]+")
# Names that Windows keeps for devices, with any extension.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
# What a marked name looks like, so that no plain one can take its place.
_MARK = re.compile(r".*-[0-9a-f]{12}", re.IGNORECASE)
_LONGEST = 80


def file_names(ids: Iterable[str]) -> dict[str, str]:
    """A name without extension for each id: the id itself where that is plain and unlike all others, also by case.

    The name of an id depends on the id and on those that differ from it by case only, not on their order.
    """
    ids = list(dict.fromkeys(ids))
    taken = Counter(id.casefold() for id in ids if _is_plain(id))
    return {id: id if taken[id.casefold()] == 1 and _is_plain(id) else _marked(id) for id in ids}


def possible_names(id: str) -> tuple[str, ...]:
    """The names that an id can have, depending on the others."""
    return (id, _marked(id)) if _is_plain(id) else (_marked(id),)


def _is_plain(id: str) -> bool:
    named = len(id) <= _LONGEST and _PLAIN.fullmatch(id)
    return bool(named and not _DEVICES.fullmatch(id) and not _MARK.fullmatch(id))


def _marked(id: str) -> str:
    digest = hashlib.sha256(id.encode("utf-8", "backslashreplace")).hexdigest()[:12]
    return f"{_FOREIGN.sub('_', id).strip('_')[:_LONGEST] or 'submission'}-{digest}"
