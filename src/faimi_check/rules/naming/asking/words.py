"""The words of a text and what they mean for a request, whatever the language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.tables import table

# Characters that nobody sees, put between letters so that no search finds the word, and the vowels of Arabic.
_INVISIBLE = re.compile("[\u00ad\u0640\u064b-\u0652\u200b-\u200f\u2060-\u2064\ufeff]")
_ASCII_TOKEN = re.compile(r"[a-zA-Z]+(?:'[a-zA-Z]+)?|[0-9]+|[^\w\s]")
_TOKEN = late(r"(?:[^\W\d_]|[\u0900-\u097f])+(?:['’][^\W\d_]+)?|\d+|[^\w\s]")
# Words of these scripts stand without blanks between them, or change when their marks are taken off.
_ARABIC, _KANA = "\u0600", "\u3040"
_UNSPACED = late("[\u3040-\u30ff\u3400-\u9fff]+")
_WHOLE = late("[\u0600-\u06ff\u0900-\u097f\uac00-\ud7af]")
# "The", "to the", "and" in Arabic are part of the word.
_ARABIC_HEADS = ("وال", "لل", "بال", "ال", "و", "ف", "ب", "ل")
# Names of two letters are words of other languages where they stand in small letters: "ai revisori".
_LETTERS = frozenset({"ai", "ki", "ia", "ac", "sac", "pc", "spc", "ии", "ші"})
_LONGEST_WORD, _LONGEST_BEGINNING, _SHORTEST_BEGINNING = 40, 16, 2
# Letters that are looked at of one text.
_LONGEST = 2_000
# How any number is compared.
NUMBER = "#"
# "m3nt10n": a word with digits for some of its letters, but no name of a size, a model or a measure ("dice3d").
_DIGITS_FOR_LETTERS = late(r"(?<![^\W_])(?=[a-z]{0,9}[013457]{1,2}[a-z])[a-z013457@$]{3,24}(?![^\W_])", re.IGNORECASE)
_DIGIT_IN_WORD = late(r"[A-Za-z][013457][A-Za-z]")
_AS_LETTERS = str.maketrans("013457@$", "oieastas")
# Of one such word nothing is known: it may be what something is called. The same goes for short ones.
_FEWEST_SPELT, _SHORTEST_SPELT = 2, 4
# "US boards" are not "us", and how they are compared.
_COUNTRY, _LAND = "US", "usa"


class Words(NamedTuple):
    """The words of a text as they are compared, and what each means: "" for most."""

    plain: tuple[str, ...]
    meant: tuple[str, ...]


# A sentence is asked for again once a quick look has told that it is worth its score.
@lru_cache(maxsize=64)
def words_of(text: str) -> Words:
    """The words and marks of a text in their order."""
    text = spelt_out(_INVISIBLE.sub("", text[:_LONGEST]))
    if text.isascii():
        tokens = _ASCII_TOKEN.findall(text)
    else:
        tokens = [part for token in _TOKEN.findall(text) for part in _parts(token)]
    found = list(map(_word, tokens))
    if _COUNTRY in tokens and not text.isupper():
        found = [(_LAND, "") if token == _COUNTRY else word for token, word in zip(tokens, found, strict=True)]
    return Words(tuple(plain for plain, _ in found), tuple(meaning for _, meaning in found))


def spelt_out(text: str) -> str:
    """A text of the same length with the letters for which digits stand, where several of its words are known then."""
    if not _DIGIT_IN_WORD.search(text):
        return text
    words = {found[0]: found[0].translate(_AS_LETTERS) for found in _DIGITS_FOR_LETTERS.finditer(text)}
    known = [plain for plain in words.values() if len(plain) >= _SHORTEST_SPELT and _meaning(plain.lower())]
    if len(known) < _FEWEST_SPELT:
        return text
    return _DIGITS_FOR_LETTERS.sub(lambda found: words[found[0]], text)


@lru_cache(maxsize=20_000)
def _word(token: str) -> tuple[str, str]:
    """A token as it is compared, and what it means."""
    if token.isdigit():
        return NUMBER, ""
    if token.isascii():
        plain = token.lower()[:_LONGEST_WORD]
    else:
        whole = max(token) >= _ARABIC and _WHOLE.search(token) is not None
        plain = (token.casefold() if whole else fold(token))[:_LONGEST_WORD]
    if plain in _LETTERS and not token.isupper():
        return plain, ""
    return plain, _meaning(plain)


def _meaning(word: str) -> str:
    exact, beginnings = _lexicon()
    if word in exact:
        return exact[word]
    for length in range(min(len(word), _LONGEST_BEGINNING), _SHORTEST_BEGINNING - 1, -1):
        if word[:length] in beginnings:
            return beginnings[word[:length]]
    head = next((head for head in _ARABIC_HEADS if word.startswith(head) and len(word) > len(head) + 1), "")
    return _meaning(word[len(head) :]) if head else ""


def _parts(token: str) -> list[str]:
    """A token as its words: those without blanks between them are found one by one, longest first."""
    if max(token) < _KANA or not _UNSPACED.search(token):
        return [token]
    exact, _ = _lexicon()
    parts, at = [], 0
    while at < len(token):
        sizes = range(min(8, len(token) - at), 0, -1)
        size = next((size for size in sizes if token[at : at + size] in exact), 1)
        parts.append(token[at : at + size])
        at += size
    return parts


@cache
def _lexicon() -> tuple[dict[str, str], dict[str, str]]:
    """What whole words mean, and words that begin so; what is listed first counts."""
    exact: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for meaning, words in table("asking")["meant"].items():
        for word in words.split():
            if word.endswith("*"):
                beginnings.setdefault(word[:-1], meaning)
            else:
                exact.setdefault(word, meaning)
    return exact, beginnings
