"""Institutions and boards that a sentence names, and whether it speaks of a public collection."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import CAPITALISED
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.naming.whose.public_statements import names_collection
from faimi_check.rules.tables import any_of, any_word, listed, table

_JOINER = r"(?:of|for|rechts|links|and|de|des|du|the|der|la|del|di|in|on|für|zu|to|at|&|–)"
_INSTITUTION = late(rf"\b(?:St\. )?{CAPITALISED}(?:(?:,? (?:{_JOINER} ){{0,2}}|-)(?:St\. )?{CAPITALISED}){{0,9}}")
_BOARD = any_of("sites", "boards")
_NAMED_BOARDS = (
    late(rf"(?P<name>(?:{CAPITALISED} ){{1,5}})(?:{_BOARD})\b"),
    late(
        rf"\b(?:{_BOARD})s? (?:(?:of|at|for|der|des|de|von|du|di) )?(?:the )?"
        rf"(?P<name>{CAPITALISED}(?: {CAPITALISED}){{0,4}})"
    ),
)
_CITED = late(r"\[[\d, –-]{1,20}\]|\bet al\b|\((?:19|20)\d\d\)")

# "We are grateful to the sponsor of the ... trial for access; our views are not theirs".
_GIVEN = late(any_of("sites", "given"), re.IGNORECASE)


def names_board(sentence: str) -> bool:
    """Whether a board is called by its own name: `Estmark Regional Ethics Committee`, `Nordhavn IRB`."""
    data = table("sites")
    for name in (match["name"] for pattern in _NAMED_BOARDS for match in pattern.finditer(sentence)):
        words = [word for word in re.findall(r"[^\W\d_]{2,}", fold(name)) if word not in data["generic"]]
        if any(word not in data["any_board"] for word in words) and not is_placeholder(name):
            return True
    return False


def sites_in(text: str) -> list[str]:
    """The institutions that a text names, more than `University Hospital` or `Ethics Committee`."""
    found = []
    for match in _INSTITUTION.finditer(text):
        # Capitals of a heading: "Split of Our Clinic Data".
        ours, _, name = match[0].rpartition("Our ")
        if ours and is_everyday(name):
            continue
        words = [word for word in re.findall(r"[^\W\d_]{2,}", fold(name)) if word not in listed("sites", "generic")]
        if words and is_institution(name) and not is_placeholder(name):
            found.append(name)
    return found


def is_public(sentence: str) -> bool:
    """Whether a sentence cites, names a collection or calls its data public."""
    return is_of_others(sentence) or _words().search(fold(sentence)) is not None


def is_lent(sentence: str) -> bool:
    """Whether the data of a trial that a sentence names are those of others, who give them to all or to who asks."""
    return names_collection(sentence) or is_given(sentence)


def is_given(text: str) -> bool:
    """Whether a text says that what it speaks of came from others, or was taken from what they published."""
    return _GIVEN.search(text) is not None


def is_of_others(text: str) -> bool:
    """Whether a text cites, or names a collection."""
    return bool(_CITED.search(text) or _names().search(fold(text)))


@cache
def _words() -> re.Pattern[str]:
    return _either_of("words")


@cache
def _names() -> re.Pattern[str]:
    return _either_of("names")


def _either_of(key: str) -> re.Pattern[str]:
    return late(rf"(?<![\w]){any_word('collections', key)}(?![^\W\d_])")
