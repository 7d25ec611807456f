"""Cited works that a label calls the authors' own: "Ours, 2021 version [3]", "Lyngby et al. [3] (ours)".

"Ours + ResNet [3]" and "ours with the loss of [3]" cite others: any other word between the two parts them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import is_placeholder
from faimi_check.rules.naming.text.citations import citations_in
from faimi_check.rules.tables import listed

_TOKEN = late(r"[^\W\d_][\w’'-]*|\d+|[^\w\s]")
_OURS, _OUR = frozenset({"ours", "our", "own"}), "our"
_CLAIMED = frozenset({"work", "paper", "article", "study", "group", "team", "lab"})
_SELF = frozenset(("self-cite", "self-citation", "self cite", "self citation", "own work"))
_LAST_YEAR = late(r"(?:from|of|in) (?:last year|(?:19|20)\d\d)$")
# "Recap: our GroupMix [6]".
_RECALLED = late(
    r"\b(?:recap(?:itulation)?|reminder|refresher|recall(?:ed|ing)?|revisit(?:ed|ing)?)\b[^.;\[]{0,12}?\bour (?:own )?"
    r"[\w-]{2,30}(?: (?!and\b|with\b|of\b|from\b|by\b|in\b|on\b)[\w-]{2,30})? $",
    re.IGNORECASE,
)
# "Previous model of the group (Lyngby 2024)".
_OF_THE_GROUP = late(
    r"\b(?:previous|earlier|older|old|former|prior|last|first) [\w-]{3,20}(?: [\w-]{3,20})? (?:of|by|from)"
    r" (?:the|this|our)(?: same)? (?:group|lab|team|authors?)[ (,:]{1,3}$",
    re.IGNORECASE,
)
_OURS_BY = late(
    r"(?i:ours|our (?:own )?(?:method|model|work|paper|entry|version))(?P<age>[ ,(’'-]{1,3}[\w ,’'-]{1,30}?)"
    r" ?[(:,–—] ?(?:[\w-]{2,25}, )?(?P<who>[A-ZÀ-Þ][\w’-]{2,25}(?: et al\.?|,? (?:and|&) [A-ZÀ-Þ][\w’-]{2,25}))"
)
_MARKS = frozenset("(),:;/-–’'")
_YEAR = late(r"[A-Za-z]{0,8}[’'-]?(?:19|20)\d\d|v\d|[A-Z]{3,8}[’'-]\d\d")
# "ERM [3]" is a method; with a year behind it, capitals are where it was published.
_VENUE = late(r"[A-Z]{3,8}")
# As many words at most stand between.
_REACH = 8
_SHORT = 16


def is_label(text: str, *, long: bool = False) -> bool:
    """Whether a text is no sentence but a cell, a heading or the like."""
    words = text.lower().split(None, 2 * _SHORT)
    return len(words) <= (2 * _SHORT if long else _SHORT) and listed("own_labels", "verbs").isdisjoint(words)


def own_work(label: str) -> str:
    """The citation that a label makes the authors' own; empty where there is none."""
    cited = citations_in(label)
    if not cited or len(cited) > _REACH:
        return ""
    for index, one in enumerate(cited):
        before = cited[index - 1].end() if index else 0
        behind = cited[index + 1].start() if index + 1 < len(cited) else len(label)
        # "Ours [2] [3] [4]" are the columns of a table.
        followed = behind < len(label) and not label[one.end() : behind].strip()
        # "(Lyngby 2024)" begins with its bracket.
        led = label[before : one.start()]
        if (_leads_to(_TOKEN.findall(led)) or _RECALLED.search(led) or _OF_THE_GROUP.search(led)) and not followed:
            return one[0]
        if _is_claimed(label[one.end() : behind]):
            return one[0]
    return ""


def own_people(label: str) -> str:
    """Whom a label names for an older version of one's own work, uncited: "Ours, 2021 (GapNet, Tamm et al.)"."""
    named = _OURS_BY.match(label)
    if named is None:
        return ""
    told = _TOKEN.findall(named["age"].lower())
    older = any(word in listed("own_labels", "older") or _YEAR.fullmatch(word) for word in told)
    return named["who"] if older and not is_placeholder(named["who"]) else ""


def _leads_to(tokens: Sequence[str]) -> bool:
    """Whether "ours" stands before, and nothing but what tells the age of a work and what it is between."""
    older = False
    for number, token in enumerate(reversed(tokens)):
        small = token.lower()
        if small in _OURS or small.startswith(("ours-", "ours'", "ours’")):
            # "Our loss [3]" is anybody's; "ours [3]" is not.
            return older or (small not in (_OUR, "own") and number <= 1)
        if number >= _REACH:
            return False
        published = older and _VENUE.fullmatch(token) is not None
        dated = small in listed("own_labels", "older") or _YEAR.fullmatch(token) is not None
        older = older or dated
        if not (dated or published or small in listed("own_labels", "works") or token in _MARKS):
            return False
    return False


def _is_claimed(behind: str) -> bool:
    """Whether "(ours)" or "(our earlier work)" stands right behind a citation."""
    inside, closed, _ = behind.lstrip().removeprefix("(").partition(")")
    if not closed or not behind.lstrip().startswith("("):
        return False
    words = [word.lower() for word in _TOKEN.findall(inside) if word not in _MARKS]
    # "[4] (self-citation)".
    if inside.lower().strip() in _SELF:
        return True
    if _OURS.isdisjoint(words):
        return False
    # "(our baseline from last year)".
    if words[0] == _OUR and _LAST_YEAR.search(inside):
        return True
    rest = [word for word in words if word not in _OURS and word != "also"]
    return all(word in listed("own_labels", "older") or word in _CLAIMED or _YEAR.fullmatch(word) for word in rest)
