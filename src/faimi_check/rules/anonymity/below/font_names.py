"""Fonts that are called after somebody who is no designer of typefaces: a hand that was made into a font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from faimi_check.model.paper import MetadataField, Paper
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.file_names import is_given_name, is_surname
from faimi_check.rules.naming.people.file_words import words_of_name
from faimi_check.rules.naming.people.unlisted_names import unlisted_names
from faimi_check.rules.naming.text.surfaces import FONTS
from faimi_check.rules.tables import listed, table

# "(c) 2025 Jane Doe"
_HOLDER = late(
    r"(?:©|\((?i:c)\)|(?i:copyright))[\s\d,.–-]{1,40}(?:by )?"
    r"((?:[^\W\d_a-zß-ÿ][\w.'’-]{0,30} ){1,3}[^\W\d_a-zß-ÿ][\w'’-]{2,30})(?=[.,;(]|\Z)"
)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_MOST, _LONGEST = 500, 2_000


class NamedFont(NamedTuple):
    """A font's name, the name in it, and the notice that says whose the font is, if one does."""

    font: str
    name: str
    notices: tuple[MetadataField, ...]


def named_fonts(paper: Paper) -> Iterator[NamedFont]:
    """The fonts whose names hold a given name with a surname, their own maker's, or two names beside "hand"."""
    fonts = {font.name: words_of_name(font.name) for font in paper.fonts[:_MOST]}
    spoken = {name: words for name, words in fonts.items() if len(words) > 1}
    if not spoken:
        return
    notices = [field for field in paper.other_texts if field.place == FONTS]
    holders = list(_holders(notices))
    for font, words in spoken.items():
        name = _called_after(words) or _made_by({fold(word) for word in words}, holders)
        if name and set(fold(name).split()).isdisjoint(table("harmless")["fonts"]["designers"]):
            made = tuple(field for field in notices if font in field.value or name in field.value)
            yield NamedFont(font, name, made)


def _called_after(words: list[str]) -> str:
    for first, second in pairwise(words):
        if is_given_name(first) and is_surname(second) and first.istitle() and second.istitle():
            return f"{first} {second}"
    if any(fold(word) in listed("harmless", "fonts", "hands") for word in words):
        return next((name for name in unlisted_names(" ".join(words)) if " " in name), "")
    return ""


def _holders(notices: list[MetadataField]) -> Iterator[tuple[str, frozenset[str]]]:
    """Who holds the rights in the fonts, each with the words of the name, folded."""
    for field in notices:
        for match in _HOLDER.finditer(field.value[:_LONGEST]):
            yield match[1], frozenset(_LETTERS.findall(fold(match[1])))


def _made_by(words: set[str], holders: list[tuple[str, frozenset[str]]]) -> str:
    """Who holds the rights in a font, where all of that name stands in the font's."""
    return next((name for name, parts in holders if len(parts) > 1 and parts <= words), "")
