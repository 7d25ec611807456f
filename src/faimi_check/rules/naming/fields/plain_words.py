"""Texts in metadata that name nobody for sure, as all their words are ordinary ones: "Input", "Zoom on the lesion"."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.everyones import institution_acronyms
from faimi_check.rules.naming.people.file_names import is_given_name, is_surname
from faimi_check.rules.naming.people.file_words import is_called_so, is_listed
from faimi_check.rules.naming.people.institution_names import has_institution_word
from faimi_check.rules.tables import table

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = late(r"[@\\]|//|www\.")
_LONGEST, _LONG, _ACRONYM = 4_000, 3, 3
_ADJECTIVES, _NOUNS = ("eal", "ial", "al", "ar", "ic", "ous"), ("", "a", "e", "y", "us", "um", "ia", "is")


def says_plain_words(text: str) -> bool:
    """Whether a text holds words, and all of them are ordinary ones of any language that is known here.

    Words that may be a name are none in capitals; letters are an acronym where they are few and no institution's.
    """
    if len(text) > _LONGEST or _ADDRESS.search(text) or has_institution_word(fold(text)):
        return False
    words = _WORD.findall(_joined().sub(" ", text))
    return (bool(words) or _joined().search(text) is not None) and all(map(_is_plain, words))


def _is_plain(word: str) -> bool:
    if not fold(word).isascii():
        return False
    if len(word) < _LONG:
        return True
    if word.isupper():
        return word not in institution_acronyms() and (len(word) <= _ACRONYM or is_listed(word))
    if word.islower():
        return is_called_so(word)
    if is_given_name(word) or is_surname(word):
        return False
    return is_listed(word) or _is_adjective(fold(word))


def _is_adjective(bare: str) -> bool:
    """Whether a word is made of a listed one: "Retinal", with which a title begins; many a town ends alike."""
    stem = next((bare.removesuffix(ending) for ending in _ADJECTIVES if bare.endswith(ending)), "")
    return len(stem) >= _LONG and any(is_listed(stem + ending) for ending in _NOUNS)


@cache
def _joined() -> re.Pattern[str]:
    """Ordinary words of languages without blanks between words."""
    return late("|".join(sorted(table("file_words")["joined"], key=len, reverse=True)))
