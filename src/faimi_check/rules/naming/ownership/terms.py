"""What of a paper's words are its own terms or belong to everybody, and where words have capitals for nothing."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.everyones import is_size_of_a_model, known, ordinary, technical
from faimi_check.rules.naming.mentions.kinds import is_eponym
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import listed

# What a paper names so often is a term of its own; most abbreviations are no longer than that.
OFTEN, _ABBREVIATION, _INVENTED = 3, 3, 5
_WORD = re.compile(r"\w+")
# "EfficientNet-B3" and "LoViT" are products, not people.
CODED = late(r"\d|[a-z][A-Z]")
# "We then set out FairGate, report the experiments": what a paper brings has a name that nobody knows yet.
_BROUGHT_BEFORE = frozenset(("out", "forth", "forward", "up"))
_PRESENTED_REACH = 30
# Places whose words are capitalised without naming anybody.
TERSE = frozenset({"heading", "table", "figure", "margin"})


def is_everybodys(name: str) -> bool:
    """Whether a capitalised word is one of every text, or belongs to everybody: "American", "Section", "LTO"."""
    return (
        (name.isupper() and len(name.strip(".")) <= _ABBREVIATION)
        or (name.endswith("s") and name[:-1].isupper() and len(name) <= _ABBREVIATION + 2)
        or fold(name) in known()
        or fold(name) in ordinary()
        or name in technical()
        or is_eponym(name)
        or is_size_of_a_model(name)
        or (not name.isupper() and is_everyday(name) and not _is_called_by_letters(name))
    )


def _is_called_by_letters(name: str) -> bool:
    """Whether a joined name has a part in capitals that is no abbreviation: "TRIMAVA-Heart", not "MRI-Net"."""
    return "-" in name and any(
        part.isupper() and len(part) >= _INVENTED and part not in technical() and fold(part) not in known()
        for part in name.split("-")
    )


def stands_often(name: str, text: str) -> bool:
    """Whether a name stands in a text as a term of it does, both folded."""
    # A name stands at most as often as each of its words do.
    words = _often(text)
    if any(word not in words for word in _WORD.findall(name)):
        return False
    found, at = 0, text.find(name)
    while at >= 0 and found < OFTEN:
        end = at + len(name)
        whole = not (_is_letter(text[at - 1 : at]) or _is_letter(text[end : end + 1]))
        found += whole
        at = text.find(name, end if whole else at + 1)
    return found >= OFTEN


@lru_cache(maxsize=4)
def _often(text: str) -> frozenset[str]:
    """The words that stand in a text often, of the few in which many names are looked for."""
    return frozenset(word for word, count in Counter(_WORD.findall(text)).items() if count >= OFTEN)


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def is_presented(text: str, start: int, end: int) -> bool:
    """Whether an invented word with more than its first capital is what the paper says it brings."""
    if CODED.search(text, start, end) is None:
        return False
    words = [word for word in text[max(0, start - _PRESENTED_REACH) : start].split() if word not in ("the", "our", "a")]
    # "We call our method FairMix", "its plain version FairMix-0".
    if words and words[-1] in listed("mentions", "presented_as"):
        return True
    if not words or words[-1] not in listed("mentions", "brings"):
        return False
    # "Set out", "put forward", and "call it".
    return words[-1] not in _BROUGHT_BEFORE or (len(words) > 1 and words[-2] in ("set", "sets", "lay", "put", "puts"))
