"""Nouns in German sentences, where every noun has a capital and names nothing by it: "in dieser Fassung"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from faimi_check.rules.naming.identity import fold
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import listed, table

_WORD = re.compile(r"[^\W\d_]+")
# A sentence with so many of the small words that German is full of is German.
_FEWEST = 3
_BEFORE = re.compile(r"([^\W\d_]+) $")
# One of these stands in nearly every German sentence, and in hardly an English one.
_SIGNS = (
    " der ",
    " den ",
    " und ",
    " ist ",
    " nicht",
    " wird ",
    " wurde",
    " unser",
    "Unser",
    "Wir ",
    " wir ",
    " diese",
    " ein",
)
_FUNDER = "stiftung"
_BEFORE_REACH, _SHORTEST_ENDING = 30, 6


def is_german_noun(text: str, start: int, end: int) -> bool:
    """Whether a word of a sentence is a noun like any other: by its ending, or by what stands before it but before no
    name.

    Houses have articles as well, "der Nordklinik", and towns have none: "in Bamberg".
    """
    word = text[start:end]
    if " " in word or not word[:1].isupper() or not is_german(text):
        return False
    folded = fold(word)
    if "-" in word or folded.endswith(_FUNDER):
        return False
    if folded in listed("mentions", "german_nouns"):
        return True
    if len(folded) > _SHORTEST_ENDING and folded.endswith(_endings()):
        return True
    before = _BEFORE.search(text, max(0, start - _BEFORE_REACH), start)
    return before is not None and fold(before[1]) in listed("mentions", "german_articles")


@lru_cache(maxsize=64)
def is_german(text: str) -> bool:
    """Whether a sentence is German by its small words."""
    if not has_any(text, _SIGNS):
        return False
    found = listed("mentions", "german_words").intersection(map(fold, _WORD.findall(text)))
    return len(found) >= _FEWEST


@cache
def _endings() -> tuple[str, ...]:
    return tuple(table("mentions")["german_endings"])
