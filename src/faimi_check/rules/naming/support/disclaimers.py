"""Sentences that say whose views the authors' are not: "the views are mine and not those of the Office of Nordhavn"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import places_of
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.text.prose import CITED, MASKED
from faimi_check.rules.spotting import lowered
from faimi_check.rules.tables import any_of, table

_VIEWS, _PERSONAL = (
    late(rf"\b(?:{any_of('declarations', key)})(?![\w-])", re.IGNORECASE) for key in ("views", "personal")
)
# "... and should not be construed as the position of the", in front of the house.
_NOT_THEIRS = late(
    r"\b(?:not|nor|neither)\b[^.;]{0,110}?\b(?:of|by|to|for|binds?|commits?|reflects?|represents?)"
    r" (?:the |any |its |their )?(?=[A-ZÀ-Þ])"
)
_HOUSES = frozenset({Kind.INSTITUTION, Kind.FUNDER, Kind.NAME})
_REACH = 350


def disclaimed(passage: Passage, common: frozenset[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where views are said to be the authors' alone, with the houses whose they are not: mostly where they work."""
    signs = places_of(table("declarations")["disclaimer_signs"], lowered(passage.text))
    for start, end in sorted({passage.sentence(at, at + 1, _REACH) for at in signs}):
        said = passage.text[start:end]
        if CITED.search(said) or MASKED.search(said) or not (_VIEWS.search(said) and _PERSONAL.search(said)):
            continue
        denied = {match.end() for match in _NOT_THEIRS.finditer(said)}
        houses = (one for one in mentions_in(said, common) if one.start in denied and one.kind in _HOUSES)
        names = tuple(house.text for house in houses if house.kind is not Kind.NAME or " " in house.text)
        if names:
            yield start, end, names
