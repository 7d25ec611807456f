"""The words of a sentence as the signs of ownership name them: stems, and what names, numbers and citations are."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.text.citations import citations_in
from faimi_check.rules.naming.text.stems import stem
from faimi_check.rules.tables import listed, table

# The text layer may have set blanks round the slashes: "https: //github.com/someone".
_ADDRESS = r"(?P<u>(?:https?: ?/ ?/ ?|www\.|git@)\S+|(?<![\w@])[\w-]{1,60}(?:\.[\w-]{1,60}){0,6}\.[a-z]{2,12}/\S*)"
_PLAIN = r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?|\d+|[^\w\s]"
_TOKEN, _WITH_ADDRESS = late(_PLAIN), late(rf"{_ADDRESS}|{_PLAIN}")
_LETTERS = re.compile(r"[^\W\d_]+")
# The same in ASCII, where ranges of letters are found far quicker.
_ASCII_TOKEN = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*\.?|[0-9]+|[^\w\s]")
# What is no letter, as blanks.
_APART = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalpha()})
_WE = frozenset(["we", "i", "wir", "nous", "nosotros", "noi", "nos", "wij", "vi", "mi"])
_US = frozenset(["us", "me", "uns", "ons", "oss", "nam", "ourselves", "myself", "ours", "mine"])
_OUR = frozenset(
    [
        "our",
        "my",
        "unser",
        "unsere",
        "unserer",
        "unserem",
        "unseren",
        "unseres",
        "notre",
        "nuestro",
        "nuestra",
        "nuestros",
        "nuestras",
        "nostro",
        "nostra",
        "nostri",
        "nostre",
        "nosso",
        "nossa",
        "nossos",
        "nossas",
        "onze",
        "var",
        "vara",
        "vart",
        "vores",
        "vare",
        "nasz",
        "nasza",
        "nasze",
        "naszym",
        "naszej",
        "naszego",
    ]
)
_SPEAKING = {**dict.fromkeys(_OUR, "OUR"), **dict.fromkeys(_US, "US"), **dict.fromkeys(_WE, "WE")}
# What is meant in capitals as well.
_IN_CAPITALS = frozenset({"we", "our", "ours", "my"})
# What `Words.plain` calls the authors' speaking of themselves.
FIRST = frozenset({"WE", "US", "OUR"})
# The words by which authors speak of themselves.
SPEAKERS = FIRST | {"author"}
# "Lyngby and co-authors" are no authors of this paper; "our co-authors" are.
_CO_AUTHOR, _THEIR = "o-author", frozenset(map(stem, ("and", "&", "his", "her", "their", "its")))
_COLLEAGUES = stem("colleagues")
# "Clinics own scanners" says whose the scanners are; "our own scanners" that they are ours.
_POSSESS = stem("possess")
_OWNED_BY_WORD = late(
    r"(?<![\w’'])(?!(?:[Oo]ur|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[Mm]y|[Yy]our|[Ww]hose|[Vv]ery|[Oo]f|[Pp]ut|[Oo]r|[Ii]n)\b)"
    r"[\w-]{0,40}[^\W_](?: \[[\d, –-]{1,20}\])? (?P<own>own)\b"
)
_CONTRACTED = frozenset({"d", "ve", "re", "ll", "m"})
_LONGEST = 1_200
_SHORTEST_PAST = 3


@lru_cache(maxsize=20_000)
def _plain(token: str) -> str:
    """A token as a sign names it: stems; names, initials, acronyms and numbers by what they are."""
    return _as_sign(token, first=False)


@lru_cache(maxsize=2_000)
def _plain_first(token: str) -> str:
    """The same where the token begins a sentence, where any word has a capital."""
    return _as_sign(token, first=True)


def _as_sign(token: str, *, first: bool) -> str:
    if token.isdigit():
        return "#"
    bare = token.rstrip(".")
    folded = fold(bare).removeprefix("co-")
    if not folded or not folded[0].isalpha():
        return token
    # "We've", "I'd".
    if "'" in folded and folded.partition("'")[2] in _CONTRACTED:
        folded = folded.partition("'")[0]
    if folded in _foreign():
        return stem(_foreign()[folded])
    # "US", "MI", "VI" are a country, an infarction and a number.
    if folded in _SPEAKING and (len(bare) == 1 or not bare.isupper() or folded in _IN_CAPITALS):
        return _SPEAKING[folded]
    if len(bare) == 1 and bare.isupper() and token.endswith("."):
        return "I."
    if bare[:1].isupper() and not first:
        return "ACR" if bare.isupper() and len(bare) <= 5 else "Name"
    return stem(folded)


@cache
def _foreign() -> dict[str, str]:
    """English words by words of the same meaning in other languages, folded."""
    return {word: english for english, words in table("concepts")["foreign"].items() for word in words}


@cache
def alike() -> dict[str, str]:
    """Groups of meaning by stem: what is true of "delineated" is likely true of "outlined"."""
    return {stem(word): group for group, words in table("concepts")["alike"].items() for word in words}


class Words(NamedTuple):
    """A sentence's tokens as signs name them, with where each begins and ends in its text."""

    text: str
    plain: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def is_past(self, index: int) -> bool:
        """Whether the token there may be an English verb of the past."""
        token = self.text[self.starts[index] : self.ends[index]].lower()
        return token in listed("concepts", "past") or (token.endswith("ed") and len(token) > _SHORTEST_PAST)


def may_speak(folded: str) -> bool:
    """Whether the authors may speak of themselves in a folded sentence; else its words need not be taken apart."""
    if "author" in folded:
        return True
    words = folded.translate(_APART).split() if folded.isascii() else _LETTERS.findall(folded)
    return not _speaking().isdisjoint(words)


@cache
def _speaking() -> frozenset[str]:
    return frozenset((*_SPEAKING, *(word for word, english in _foreign().items() if english == "author")))


# A sentence is asked for as itself, as the one before the next, and once more for each thing it names.
@lru_cache(maxsize=64)
def words_of(sentence: str) -> Words:
    """The tokens of a sentence, citations and addresses as one each."""
    text = sentence[:_LONGEST]
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    cited = citations_in(text)
    token = _WITH_ADDRESS if "/" in text or "www." in text else _ASCII_TOKEN if text.isascii() else _TOKEN
    at = 0
    for stop in (*cited, None):
        found = list(token.finditer(text, at, stop.start() if stop else len(text)))
        first = 0 if starts else 1
        plain += ["u" if one.lastgroup else _plain_first(one[0]) for one in found[:first]]
        plain += ["u" if one.lastgroup else _plain(one[0]) for one in found[first:]]
        starts += [one.start() for one in found]
        ends += [one.end() for one in found]
        if stop:
            plain.append("c")
            starts.append(stop.start())
            ends.append(at := stop.end())
    if _CO_AUTHOR in text:
        plain = _with_colleagues(text, plain, starts)
    if " own " in text:
        verbs = {found.start("own") for found in _OWNED_BY_WORD.finditer(text)}
        plain = [_POSSESS if start in verbs else sign for sign, start in zip(plain, starts, strict=True)]
    return Words(text, tuple(plain), tuple(starts), tuple(ends))


def _with_colleagues(text: str, plain: list[str], starts: list[int]) -> list[str]:
    """The signs with those for colleagues where somebody else's co-authors are meant."""
    return [
        _COLLEAGUES if index and plain[index - 1] in _THEIR and text.startswith(_CO_AUTHOR, start + 1) else sign
        for index, (sign, start) in enumerate(zip(plain, starts, strict=True))
    ]
