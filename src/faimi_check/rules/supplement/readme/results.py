"""Results and proofs that a README tells of."""

from __future__ import annotations

import re

from faimi_check.rules.late import late
from faimi_check.rules.tables import any_of

_RESULTS = late(any_of("readmes", "results"), re.IGNORECASE)
# "The videos show no further results": right before what is denied.
_DENIED = late(
    any_of("readmes", "denied") + r"(?:[^\w.;:]{1,3}(?!(?:but|aber|sondern|mais|sino|ma)\b)\w+){0,4}[^\w.;:]{1,3}$",
    re.IGNORECASE,
)
_DENIAL_REACH = 60
_LONGEST = 2_000


def line_of_results(text: str) -> str:
    """The first line that tells of results or proofs, "" where none does or all say that there are none."""
    return next((line.strip() for line in text.split("\n") if _tells(line[:_LONGEST])), "")


def _tells(line: str) -> bool:
    return any(
        not _DENIED.search(line, max(0, match.start() - _DENIAL_REACH), match.start())
        for match in _RESULTS.finditer(line)
    )
