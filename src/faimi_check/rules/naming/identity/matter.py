"""What the matchers give back, and the folding they share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import msgspec

from faimi_check.model.finding import Confidence
from faimi_check.rules.late import late
from faimi_check.rules.tables import table

# Letters that carry their mark inside, which Unicode does not take apart.
_WHOLE_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ȷ": "j", "ħ": "h",
        "ŋ": "n", "ŧ": "t", "ĸ": "k", "ə": "e", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "\u00ad": "",
    }
)  # fmt: skip
# The words with which a fragment begins, up to what is optional or a choice.
_LITERAL = re.compile(r"(?:\(\?-i:)?([^\W\d_](?![?*{])(?:(?:[^\W\d_]| )(?![?*{]))*)")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


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


def windows(hint: re.Pattern[str], text: str, before: int, after: int) -> Iterator[tuple[int, int]]:
    """The stretches of text from `before` to `after` letters round each hint: costly patterns need not see the rest."""
    return _merged((match.span() for match in hint.finditer(text)), before, after, len(text))


def places(text: str, word: str) -> Iterator[int]:
    """Where a word stands: a search that costs next to nothing beside a pattern's."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def near(signs: Iterable[str], text: str, before: int, after: int) -> Iterator[tuple[int, int]]:
    """As `windows`, round each of several signs, which are no patterns."""
    return stretches((at for sign in signs for at in places(text, sign)), before, after, len(text))


def stretches(marks: Iterable[int], before: int, after: int, length: int) -> Iterator[tuple[int, int]]:
    """As `windows`, round places of a text of this length."""
    return _merged(((at, at) for at in sorted(marks)), before, after, length)


def beginnings(*fragments: str) -> re.Pattern[str]:
    """Where a word of a text in lower case begins as one of these fragments of patterns does, for `begun`.

    A fragment has to begin with a letter that is not optional. ValueError where one does not.
    """
    tails: dict[str, dict[str, set[str]]] = {}
    for fragment in fragments:
        literal = _LITERAL.match(fragment)
        if literal is None:
            raise ValueError(f"does not begin with a letter: {fragment}")
        begins = literal[1].lower()
        tails.setdefault(begins[0], {}).setdefault(begins[1:2], set()).add(begins[2:])
    # A pattern that begins with letters is found far quicker than one that begins with a word's end, and the second
    # letter is told quicker than what stands before. No more are taken: in "that we", "we" begins something as well.
    words = (
        f"{first}(?:{'|'.join(_behind(first, then, rest) for then, rest in sorted(seconds.items()))})"
        for first, seconds in sorted(tails.items())
    )
    return late("|".join(words))


def _behind(first: str, then: str, rest: Iterable[str]) -> str:
    return rf"{then}(?<!\w{first}{then})(?={'|'.join(sorted(rest))})"


def begun(pattern: re.Pattern[str], begins: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What the pattern finds in a text, tried only where `begins` says that one of its matches may begin."""
    lower = _lower(text)
    if lower is None:
        yield from pattern.finditer(text)
        return
    at = 0
    for sign in begins.finditer(lower):
        if sign.start() >= at and (match := pattern.match(text, sign.start())):
            yield match
            at = match.end()


def lowered(text: str) -> str:
    """A text in lower case; as it is where a letter that grows would shift all that follows."""
    lower = _lower(text)
    return text if lower is None else lower


# The flows of a paper are asked for by one rule after another.
@lru_cache(maxsize=4)
def _lower(text: str) -> str | None:
    lower = text.lower()
    return lower if len(lower) == len(text) else None


def _merged(spans: Iterable[tuple[int, int]], before: int, after: int, length: int) -> Iterator[tuple[int, int]]:
    start = end = -1
    for first, last in spans:
        if first - before > end:
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
