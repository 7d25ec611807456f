"""Text layers that are no text: letters that a program reads as signs, as nothing, or as other letters.

Fonts whose encoding is lost look right in print, but what can be copied, searched or checked is soup. Letters of
any script are letters; a page full of signs in words is not a page of another language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import tomli

from faimi_check.model.page import Line, Page, Region
from faimi_check.reading.page.layout.typography import prose

_MIN_WORDS = 40
_SOUP_SHARE = 0.3
_MIN_PIECES = 8
_MUTE_SHARE = 0.75
# Points, and ems a character; text has half an em.
_MIN_WIDTH = 1_000.0
_WIDEST_LETTER = 2.0
# Signs, unassigned and private code points: what a font without an encoding reads as. Not marks of mathematics.
_SIGNS = frozenset({"So", "Co", "Cn", "Cs"})
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]{2,}")
_MIN_LATIN = 300
_FEW_KNOWN = 0.02
_SOME_KNOWN = 0.05
_FEW_VOWELS = 0.27
_LONGEST_MEAN = 10.0
_VOWELS = frozenset("aeiouy")


@cache
def _common_words() -> frozenset[str]:
    text = Path(__file__).with_name("common_words.toml").read_text("utf-8")
    return frozenset(word for words in tomli.loads(text).values() for word in words)


def garbled_pages(pages: Sequence[Page]) -> frozenset[int]:
    """The numbers of pages whose text reads otherwise than it looks; all where the whole paper seems enciphered."""
    shown = [page for page in pages if any(line.region is not Region.HIDDEN for line in page.lines)]
    if _is_cipher(prose(shown)):
        return frozenset(page.number for page in shown)
    return frozenset(page.number for page in pages if _is_mute(page) or _is_hollow(page) or _is_soup(page.lines))


def _is_mute(page: Page) -> bool:
    """Whether most of the pieces of text on the page read as nothing at all."""
    return page.mute >= _MIN_PIECES and page.mute >= _MUTE_SHARE * (page.mute + len(page.runs))


def _is_hollow(page: Page) -> bool:
    """Whether the text on the page takes far more room than its characters: most of them read as nothing."""
    upright = [run for run in page.runs if not run.angle]
    width = sum([min(run.box.width, page.width) for run in upright])
    return width > _MIN_WIDTH and width > _WIDEST_LETTER * sum(len(run.text) * run.size for run in upright)


def _is_soup(lines: Iterable[Line]) -> bool:
    """Whether many words hold signs among or instead of letters; single signs are bullets or marks in a plot."""
    texts = [line.text for line in lines if line.region is not Region.HIDDEN]
    odd = [word for text in texts if not text.isascii() for word in text.split()]
    soup = sum(len(word) >= 3 and not word.isascii() and _has_signs(word) for word in odd)
    if not soup:
        return False
    words = sum(len(word) >= 3 for text in texts for word in text.split())
    return words >= _MIN_WORDS and soup >= _SOUP_SHARE * words


def _has_signs(word: str) -> bool:
    signs = {sign for sign in set(word) if sign == "\ufffd" or unicodedata.category(sign) in _SIGNS}
    return len(signs) > 1 or "\ufffd" in signs


def _known(words: Sequence[str]) -> float:
    """The share of common words, counted no further than to `_SOME_KNOWN`."""
    common = _common_words()
    known = 0.0
    count = 0
    for word in words:
        if word.lower() in common:
            count += 1
            known = count / len(words)
            if known >= _SOME_KNOWN:
                break
    return known


def _is_cipher(lines: Iterable[Line]) -> bool:
    """Whether Latin letters make words, but none of the words that every text in a European language is full of."""
    words = [word for line in lines for word in _LATIN_WORD.findall(unicodedata.normalize("NFC", line.text))]
    if len(words) < _MIN_LATIN:
        return False
    known = _known(words)
    if known >= _SOME_KNOWN:
        return False
    letters = [letter for word in words for letter in unicodedata.normalize("NFD", word.lower()) if letter.isalpha()]
    vowels = sum(letter in _VOWELS for letter in letters) / len(letters)
    return vowels < _FEW_VOWELS or (known < _FEW_KNOWN and len(letters) < _LONGEST_MEAN * len(words))
