"""Texts in metadata that say of a work only that it is anonymous: "Supplementary videos, anonymous submission"."""

from __future__ import annotations

import re

from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.person import hides_names
from faimi_check.rules.naming.people.file_names import is_given_name, is_surname
from faimi_check.rules.naming.people.institution_names import has_institution_word
from faimi_check.rules.naming.text.stems import is_everyday

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 200


def only_says_anonymous(text: str) -> bool:
    """Whether a short text says that something is anonymous, and names nobody and no house.

    All other words are everyday English ones in lower case, the first aside.
    """
    said = text.strip()
    if len(said) > _LONGEST or said[1:] != said[1:].lower() or any(sign.isdigit() for sign in said):
        return False
    words = _WORD.findall(fold(said))
    return (
        hides_names(said)
        and all(is_everyday(word) for word in words)
        and not any(is_given_name(word) or is_surname(word) for word in words)
        and not has_institution_word(fold(said))
    )
