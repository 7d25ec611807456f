"""What files and folders are called in many languages, so that what is left may be a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.text.stems import stem
from faimi_check.rules.tables import any_of, listed, table, words

_WORD = late(r"[^\W\d_]+|\d+")
_HUMP = late(r"(?<=[a-zà-þ])(?=[A-ZÀ-Þ])")
_VOWELS = "aeio"
_PIECE = 4


def words_of_name(name: str) -> list[str]:
    """The words and numbers that a name is made of: "FairSeg_case2" is Fair, Seg, case and 2."""
    return _WORD.findall(_HUMP.sub(" ", name))


def is_file_word(word: str) -> bool:
    """Whether it is a word that supplements are called by, or a method, a tool or a set of data; of any language."""
    return bool(_languages(word))


def are_file_words(first: str, second: str) -> bool:
    """Whether both are such words of one language: "Pele Clara", "Monte Carlo"."""
    return not _languages(first).isdisjoint(_languages(second))


def is_nobodys(word: str) -> bool:
    """Whether it stands for a method, an instrument, a tool or a set of data, also where it is called after people."""
    return "none" in _languages(word)


@lru_cache(maxsize=4_096)
def _languages(word: str) -> frozenset[str]:
    forms = _forms(fold(word))
    return frozenset(name for name, words in _file_words().items() if not forms.isdisjoint(words))


def _forms(bare: str) -> frozenset[str]:
    """A word with other endings of its gender and number: "blancas" is "blanco"."""
    singular = {bare, *(bare.removesuffix(ending) for ending in ("s", "e", "es", "en", "er", "n"))}
    return frozenset(singular | {one[:-1] + vowel for one in singular if one[-1:] in _VOWELS for vowel in _VOWELS})


@lru_cache(maxsize=4_096)
def is_called_so(word: str) -> bool:
    """The same of all words that files may have: everyday ones, labels, placeholders, and by beginning or ending."""
    return is_listed(word) or is_placeholder(word) or _composed().fullmatch(fold(word)) is not None


@lru_cache(maxsize=4_096)
def is_listed(word: str) -> bool:
    """Whether a list holds the word, as one of a file, of a label or of every day."""
    bare = fold(word)
    return is_file_word(word) or bare in _labels() or bare.rstrip("s") in _labels() or _is_english(bare)


def _is_english(bare: str) -> bool:
    """Whether it is an everyday English word, or two in one: "rollout"; but such words may be surnames too."""
    common = words("common_words")
    if stem(bare) in common:
        return True
    cuts = range(_PIECE, len(bare) - _PIECE + 1)
    return not ends_as_surname(bare) and any(bare[:at] in common and stem(bare[at:]) in common for at in cuts)


@lru_cache(maxsize=2_048)
def ends_as_surname(word: str) -> bool:
    """Whether a word ends as surnames of some language commonly do."""
    return _surnames().fullmatch(fold(word)) is not None


def affiliations() -> frozenset[str]:
    """Words beside which stands the name of a house or a group, folded."""
    return listed("file_words", "affiliations")


def house_adjectives() -> frozenset[str]:
    """Words that may stand between the two, folded."""
    return listed("file_words", "house_adjectives")


@cache
def _file_words() -> dict[str, frozenset[str]]:
    """The words by language, and those of none."""
    found = {language: listed("file_words", "words", language) for language in table("file_words")["words"]}
    return found | {"none": listed("file_words", "nobodys")}


@cache
def _labels() -> frozenset[str]:
    pictured, fields, holders = table("pictured"), table("titled_names"), table("placeholders")
    found = [*pictured["labels"], *pictured["vendors"], *pictured["collections"], *fields["file_words"]]
    found += [*fields["title_words"], *holders["not_persons"], *holders["filler"], *holders["core"]]
    found += [word for name in table("collections")["names"] for word in re.findall(r"[^\W\d_]+", name)]
    found += [*table("mentions")["ordinary"], *table("mentions")["known"]]
    return frozenset(map(fold, found)) | affiliations() | house_adjectives()


@cache
def _composed() -> re.Pattern[str]:
    """Words by their beginnings and endings: of medicine, of methods, compounds."""
    return late(
        rf"\w{{2,24}}{any_of('file_words', 'endings')}|{any_of('file_words', 'beginnings')}\w{{2,20}}"
        rf"|{any_of('file_words', 'methods')}"
    )


@cache
def _surnames() -> re.Pattern[str]:
    return late(rf"\w{{2,20}}{any_of('file_words', 'surnames')}")
