"""JSON that does nothing where it is shown."""

from __future__ import annotations

import re

# What JSON leaves as it is but a terminal or an editor may act on: C1 controls, bidirectional and zero-width signs.
_ACTIVE = re.compile("[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")


def inert_json(document: str) -> str:
    """A JSON document that says the same with such signs escaped."""
    return _ACTIVE.sub(_escaped, document)


def _escaped(match: re.Match[str]) -> str:
    data = match[0].encode("utf-16-be")
    return "".join(f"\\u{int.from_bytes(data[index : index + 2]):04x}" for index in range(0, len(data), 2))
