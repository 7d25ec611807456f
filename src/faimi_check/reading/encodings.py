"""Texts from before Unicode: in which encoding one is, by the letters that come out of it.

A name or a README of few words gives statistics nothing to go by. But bytes that are read in the wrong encoding give
rare letters, signs, capitals within words: what gives common letters only is meant.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable

from faimi_check.reading.common_letters import JAPANESE, KANA, KOREAN, SIGNS, SIMPLIFIED, TRADITIONAL

# What Windows gives names in a zip, and what it gives texts; each the likelier one first.
_OF_NAMES = (("cp437", "cp850", "cp1252", "cp852", "cp1250"), ("cp866", "cp1251"))
_OF_TEXTS = (("cp1252", "cp1250"), ("cp1251", "koi8_r", "cp866"))
_EASTERN = {
    "gb18030": SIMPLIFIED | TRADITIONAL | SIGNS,
    "big5": SIMPLIFIED | TRADITIONAL | SIGNS,
    "cp932": JAPANESE | KANA | SIGNS,
    "cp949": KOREAN | SIGNS,
    "euc_jp": JAPANESE | KANA | SIGNS,
}
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_FOREIGN = re.compile(r"[À-ÖØ-öø-ſ]")
# Letters with accents stand between others: never three in a row, nor more than half of a word.
_LATIN_WORD = re.compile(r"(?!.*[À-ÖØ-öø-ſ]{3})[A-Za-zÀ-ÖØ-öø-ſ]+|µ[a-zA-Z]{0,3}|[ªº]")
_LATIN_SIGNS = frozenset("’‘“”–—…€¿¡«»·©®°±×²³")
_RUSSIAN_WORD = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ]+")
_RUSSIAN_SIGNS = frozenset("№«»—–…")
_RISING = re.compile(r"[^\W\d_A-ZА-Я][A-ZÀ-ÖØ-ÞА-ЯЁ]")
_WITHIN = re.compile(r"(?<=[^\W\d_])[^\w\s’](?=[^\W\d_])")
_HALF = 0.5
_JUDGED = 4_000


def name_encoding(names: Iterable[bytes]) -> str:
    """The encoding of file names that say nothing of it, all of one zip; code page 437, the format's own, at last."""
    return _by_letters(b" ".join(names)[:_JUDGED], *_OF_NAMES) or "cp437"


def text_encoding(content: bytes) -> str:
    """The encoding of a text of few letters outside ASCII; "" where it cannot be told."""
    return _by_letters(content[:_JUDGED], *_OF_TEXTS)


def old_encodings() -> tuple[str, ...]:
    """All that are known here."""
    return tuple(dict.fromkeys((*_EASTERN, *(each for several in (*_OF_NAMES, *_OF_TEXTS) for each in several))))


def _by_letters(content: bytes, latin: tuple[str, ...], cyrillic: tuple[str, ...]) -> str:
    eastern = eastern_encoding(content)
    if eastern:
        return eastern
    for encodings, is_word, signs in ((latin, _is_latin, _LATIN_SIGNS), (cyrillic, _is_russian, _RUSSIAN_SIGNS)):
        for encoding in encodings:
            text = decoded(content, encoding)
            if text is not None and all(map(is_word, _WORD.findall(text))) and _only_letters(text, signs):
                return encoding
    return ""


def eastern_encoding(content: bytes) -> str:
    """The encoding of Chinese, Japanese or Korean text; "" where it is none of them for certain."""
    shares = {encoding: _share_of_common(content[:_JUDGED], encoding) for encoding in _EASTERN}
    best = max(shares, key=lambda encoding: shares[encoding])
    others = (share for encoding, share in shares.items() if encoding != best)
    return best if shares[best] >= _HALF and shares[best] > max(others) else ""


def decoded(content: bytes, encoding: str) -> str | None:
    """The text, None where the bytes are none in the encoding. One that was cut may end within a letter."""
    try:
        return unicodedata.normalize("NFC", codecs.getincrementaldecoder(encoding)().decode(content))
    except UnicodeDecodeError:
        return None


def _only_letters(text: str, signs: frozenset[str]) -> bool:
    """Whether all is letters, and signs that do not stand within a word."""
    known = all(char.isascii() or char.isalpha() or char in signs for char in text)
    return known and not any(found[0] in signs for found in _WITHIN.findall(text))


def _is_latin(word: str) -> bool:
    if word.isascii():
        return True
    foreign = len(_LATIN_FOREIGN.findall(word))
    rare = foreign <= 1 or foreign <= _HALF * len(word)
    return rare and bool(_LATIN_WORD.fullmatch(word)) and not _RISING.search(word)


def _is_russian(word: str) -> bool:
    return word.isascii() or (bool(_RUSSIAN_WORD.fullmatch(word)) and not _RISING.search(word))


def _share_of_common(content: bytes, encoding: str) -> float:
    """How many of the letters outside ASCII are common ones, 0 to 1."""
    text = decoded(content, encoding)
    foreign = [char for char in text or "" if not char.isascii()]
    return sum(char in _EASTERN[encoding] for char in foreign) / len(foreign) if foreign else 0.0
