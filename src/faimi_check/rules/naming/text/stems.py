"""Words without their endings, and whether a word is an everyday one."""

from __future__ import annotations

import re
from functools import lru_cache

from faimi_check.rules.naming.identity import fold
from faimi_check.rules.tables import words

_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s", "e")
_SHORTEST_STEM = 3
_LETTERS = re.compile(r"[^\W\d_]{3,}")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A folded word without its ending, roughly: "annotated", "annotates" and "annotate" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=4_096)
def is_everyday(name: str) -> bool:
    """Whether every word of a name of three letters or more is one that any English text uses, or an acronym."""
    long = _LETTERS.findall(name)
    return all(word.isupper() or stem(fold(word)) in words("common_words") for word in long)
