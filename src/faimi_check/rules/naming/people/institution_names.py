"""Names of institutions, told by a word such as `University` with a name beside it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.identity.person import hides_names
from faimi_check.rules.naming.identity.template import bland_words, without_template
from faimi_check.rules.naming.people.han_names import is_han_institution
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import any_of, any_word, table

# Firms and institutes whose name alone is an affiliation.
_BY_NAME = late(r"\b(?:charite|ibm|google|microsoft|nvidia|inria|dkfz|epfl|cnrs|kaist)\b")


# One rule after another asks for the lines of the author section and of the notes.
@lru_cache(maxsize=512)
def is_institution(text: str) -> bool:
    """Whether the text names an institution: a word such as `University`, with a name beside it."""
    if is_han_institution(text):
        return True
    folded = fold(text)
    if hides_names(text):
        # What stands apart from "Anonymous University" is a town or country.
        folded = ",".join(part for part in folded.split(",") if institution_words().search(part))
    by_town = town_university().search(text) is not None
    if (
        not (by_town or has_institution_word(folded))
        or is_placeholder(text)
        or is_placeholder(without_template(text)[0])
    ):
        return False
    rest = [
        word for word in re.findall(r"[^\W\d_]{2,}", institution_words().sub(" ", folded)) if word not in bland_words()
    ]
    return bool(rest) or by_town or _BY_NAME.search(folded) is not None


@lru_cache(maxsize=4_096)
def looks_institutional(name: str) -> bool:
    """Whether any word of a name is one of institutions."""
    return has_institution_word(fold(name)) or town_university().search(name) is not None


@cache
def town_university() -> re.Pattern[str]:
    """A university by its letters and its town: "TU Nordhavn"."""
    named = any_of("institutions", "acronyms")
    return late(rf"(?<![\w.-]){named} (?:d[eiu] (?:la )?|des |d['’])?[A-ZÀ-Þ][a-zà-þ]{{2,}}")


def has_institution_word(folded: str) -> bool:
    """Whether any of `institution_words` stands in a folded text."""
    return has_any(folded, _stems()) and institution_words().search(folded) is not None


@cache
def _stems() -> tuple[str, ...]:
    data = table("institutions")
    return (*data["strong"], *data["whole"])


@cache
def institution_words() -> re.Pattern[str]:
    """A word by which an institution's name is told, in folded text."""
    stems, whole, ordinary = (any_word("institutions", key) for key in ("strong", "whole", "ordinary"))
    return late(rf"(?<![^\W\d_])(?<!-)(?!{ordinary}\b)(?:{stems}\w{{0,24}}|{whole})(?![\w])")
