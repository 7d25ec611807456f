"""Sentences that providers of public data ask everybody to print, apart from what the authors say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import cache

from faimi_check.model.text.sentence import sentence_around
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.tables import any_of, any_word, table

_COLLECTION = late(rf"(?<![\w-]){any_of('public_statements', 'collections')}")
_LENT = late(rf"(?<![\w-]){any_of('public_statements', 'lent')}")
_WORDING = late(any_of("public_statements", "wordings"))
_DATA = late(r"\b(?:[Dd]ata(?:base|set)?s?|[Ii]mages|[Ss]cans)\b")
_SUPPORT = late(
    r"\b(?:[Ss]upported|[Ff]unded|[Ff]inanced|[Ss]ponsored|made possible|funding from|support from"
    r"|(?:support|funding) of"
    r"|[Aa]cknowledges? (?:\w+ ){0,4}(?:support|funding|grants?|stipend|scholarship|fellowship))\b"
)
_AUTHORS = r"(?:\b(?:we|authors?)\b|\b[A-Z]\.(?: ?-?[A-Z]\.){1,8}(?: [A-Z][\w’'-]+)?)"
# "Data collection and sharing for this project was funded by" speaks of the data.
_OF_OWN = late(
    r"(?<!for )(?<!in )(?<!of )\b(?:[Tt]his|[Oo]ur|[Tt]he(?: present| current)?)(?P<called>(?: [\w-]+){0,2}?) "
    r"(?:work|research|study|project|paper|article|manuscript|authors?)\b[^.;]{0,120}?"
    r"\b(?:supported|funded|financed|sponsored|made possible)\b"
    rf"|{_AUTHORS}[^.;]{{0,60}}? (?:supported|funded|financed|sponsored|holds?|received?"
    r"|acknowledges? (?:\w+ ){0,4}(?:support|funding|grants?))\b"
)
_THANKS = late(r"\b(?:thanks?|thankful|acknowledges?|grateful|indebted|appreciate)\b")
# "The creators of EMBED at Emory University (Jeong, Vey and others)": who they are says nothing of who thanks them.
_MAKERS_NAMED = late(
    r"(\bthe (?:original )?(?:creators|makers|authors|curators|collectors|providers|keepers|maintainers|people|teams?) "
    r"(?:of|behind) (?:the )?[A-Z][\w-]{2,30}(?: (?:data ?set|data|collection|images))?)"
    r"(?: (?:at|in|from) [^()\[\].;]{3,80})? \((?!(?:our|who|of us)\b)[^()]{3,300}\)"
)
# "We thank Lyngby and her co-workers for access to OPTIMAM": whom one thanks for it one is not.
_FOR_DATA = late(
    r"\bfor (?:the |their |free |open |giving |granting )*"
    r"(?:access to|use of|sharing|keeping|releasing|making|providing|giving) (?:us )?(?:the )?"
    rf"(?:{any_of('public_statements', 'collections')}|{any_of('public_statements', 'lent')})"
    r"(?!.{0,200}\b(?:and (?:for|to|our)|our (?:colleague|hospital|clinic|department))\b)"
)
# "We thank the makers of CheXpert and PadChest, and the patients whose images they hold".
_TO_MAKERS = late(
    r"\b(?:thanks?(?: to)?|thankful to|grateful to|indebted to) (?:all )?(?:the )?(?:original )?"
    r"(?:creators|makers|authors|curators|collectors|providers|keepers|maintainers|people|teams?) (?:of|behind) "
    r"(?P<made>[^;]{3,300})",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w-]+")
# What is said on of a study after its name.
_GOES_ON = late(
    r"(?:The (?:study|cohort|initiative|project|database|consortium)|It) (?:is|was|has been) (?:also|further)"
)
# What providers of public data had paid, in the sentence that they ask everybody to print.
_DATA_PAID = late(r"\W{0,3}(?:[Tt]he )?[Dd]ata (?:collection|acquisition)(?: and sharing)?\b")
_REACH = 1_800


def thanks_makers(sentence: str) -> bool:
    """Whether those who made public data are thanked, and nobody besides who has a name."""
    found = _TO_MAKERS.search(sentence)
    names = _CALLED.findall(found["made"]) if found else []
    return bool(names) and all(names_known_set(name) or names_collection(name) for name in names)


def thanks_for_data(sentence: str) -> bool:
    """Whether somebody is thanked for public data and nothing else."""
    return _THANKS.search(sentence) is not None and _FOR_DATA.search(sentence) is not None


class Whose(Enum):
    """Of whom a sentence speaks: of those who give data to all, of those who lend them, of the authors."""

    PROVIDER = auto()
    LENDER = auto()
    DOUBT = auto()
    OWN = auto()


def names_collection(text: str) -> bool:
    """Whether a text speaks of public data."""
    return any(pattern.search(text) for pattern in (_COLLECTION, _LENT)) or _WORDING.search(fold(text)) is not None


def names_known_set(text: str) -> bool:
    """Whether a text names data that everybody has by a name that is written like no word: "CheXpert", "BRAX"."""
    return any(sum(map(str.isupper, text[one.start() : one.end()])) > 1 for one in _known_set().finditer(text.lower()))


@cache
def _known_set() -> re.Pattern[str]:
    return late(rf"(?<![\w-]){any_word('collections', 'names')}(?![^\W\d_])")


def without_makers(text: str) -> str:
    """A statement without the people in brackets behind those who made public data."""
    return _MAKERS_NAMED.sub(r"\1", text)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a short text, in order."""
    start = 0
    while start < len(text):
        _, end = sentence_around(text, start, start + 1, _REACH)
        yield text[start:end].strip()
        start = max(end, start + 1)


def is_public_grant(number: str) -> bool:
    """Whether a grant's number is that of a public collection, however it is spaced."""
    bare = re.sub(r"[^A-Z0-9]", "", number.upper())
    return any(known in bare or (len(bare) > 5 and bare in known) for known in table("public_statements")["grants"])


def pays_for_public_data(text: str, grants: Sequence[str]) -> bool:
    """Whether a sentence tells who paid for data, by grants that are all those of a public collection."""
    return bool(grants) and _DATA_PAID.match(text) is not None and all(map(is_public_grant, grants))


def told_apart(text: str) -> Iterator[tuple[str, Whose]]:
    """The sentences of a statement, and of whom each speaks."""
    before = Whose.OWN
    for sentence in sentences(text):
        before = before if before is not Whose.OWN and _GOES_ON.match(sentence) else whose(sentence)
        yield sentence, before


def whose(sentence: str) -> Whose:
    """Of whom a sentence speaks in a statement that holds public data.

    The subject tells: where the collection or its data come before the word for support, they had the support.
    """
    own = _OF_OWN.search(sentence)
    # "The MESA SHARe project is supported by" speaks of MESA.
    if own and not _COLLECTION.search(own["called"] or ""):
        return Whose.DOUBT if _COLLECTION.search(sentence) else Whose.OWN
    if _WORDING.search(fold(sentence)):
        return Whose.PROVIDER
    public, lent = _COLLECTION.search(sentence), _LENT.search(sentence)
    named = public or lent
    if named is None:
        return Whose.OWN
    if _THANKS.search(sentence):
        return Whose.PROVIDER if thanks_for_data(sentence) else Whose.DOUBT
    support, data = _SUPPORT.search(sentence), _DATA.search(sentence)
    subject = min(match.start() for match in (named, data) if match)
    if support and support.start() < subject:
        return Whose.DOUBT
    return Whose.PROVIDER if public else Whose.LENDER
