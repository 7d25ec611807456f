"""What the matchers give back, and the folding they share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache

import msgspec

from faimi_check.model.finding import Confidence
from faimi_check.rules.spotting import places, spotted
from faimi_check.rules.tables import table

# Letters that carry their mark inside, which Unicode does not take apart.
_WHOLE_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ȷ": "j", "ħ": "h",
        "ŋ": "n", "ŧ": "t", "ĸ": "k", "ə": "e", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "\u00ad": "",
    }
)  # fmt: skip
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_BETWEEN = re.compile(r"[\W_]+")


class Identifier(msgspec.Struct, frozen=True):
    """Something that tells who wrote a text.

    `kind` is "email", "orcid", "link" or "path"; `text` as printed, `value` normalised (the address in lower
    case, the URL without its scheme, the user's name out of a path); `start` and `end` its span in the text searched.
    """

    kind: str
    text: str
    value: str
    start: int
    end: int
    confidence: Confidence = Confidence.CERTAIN


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return bare.translate(_WHOLE_LETTERS).casefold()


def fold(text: str) -> str:
    """Text for comparing names: no accents, no case, one apostrophe, one hyphen, ligatures apart."""
    # Most of a page is ASCII, whose case is folded far quicker, and what is not comes again and again.
    plain = text if text.isascii() else _BEYOND_ASCII.sub(lambda run: _fold(run[0]), text)
    return plain.casefold().replace("`", "'")


def letters_of(text: str) -> str:
    """The letters and digits of a text, folded, without what stands between them."""
    return _BETWEEN.sub("", fold(text))


def windows(hint: re.Pattern[str], text: str, before: int, after: int) -> Iterator[tuple[int, int]]:
    """The stretches of text from `before` to `after` letters round each hint: costly patterns need not see the rest."""
    return _merged((match.span() for match in hint.finditer(text)), before, after, len(text))


def places_of(signs: Collection[str], text: str) -> list[int]:
    """Where any of several signs stands, sign by sign."""
    return [at for sign in spotted(signs, text) for at in places(text, sign)]


def near(signs: Collection[str], text: str, before: int, after: int) -> Iterator[tuple[int, int]]:
    """As `windows`, round each of several signs, which are no patterns."""
    return stretches(places_of(signs, text), before, after, len(text))


def stretches(marks: Iterable[int], before: int, after: int, length: int) -> Iterator[tuple[int, int]]:
    """As `windows`, round places of a text of this length."""
    return _merged(((at, at) for at in sorted(marks)), before, after, length)


def _merged(spans: Iterable[tuple[int, int]], before: int, after: int, length: int) -> Iterator[tuple[int, int]]:
    start = end = -1
    for first, last in spans:
        if end < 0 or first - before > end:
            if end >= 0:
                yield start, end
            start = max(0, first - before)
        end = last + after
    if end >= 0:
        yield start, min(end, length)


@cache
def top_levels() -> frozenset[str]:
    """The last labels of hosts."""
    data = table("domains")
    return frozenset((*data["country"], *data["generic"]))
