"""Support in sentences of other languages: its words, with a number or with who paid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.support.grants import is_number
from faimi_check.rules.naming.tongues.names import house_in, label, names_nobody, runs
from faimi_check.rules.naming.tongues.wording import CITED, JOINED, WHOLE, find, has, part, shared
from faimi_check.rules.naming.whose.public_statements import names_collection

# So much stands before words of support that open a sentence in languages without blanks.
_FEW_SIGNS = 3
# What opens a footnote before its first word.
_OPENING = re.compile(r"[\s\d*∗†‡§¹²³,.:()–-]*")
_NUMBER = r"(?P<number>[a-z0-9](?=[\w/.–-]{0,30}\d)[\w/.–-]{2,30})"
_PAYS = late("由|受到?|得到了?|获得?|感谢|感謝|は|[은는]\\s")
# Where the word for a house stands before its name.
_HEAD_FIRST = frozenset({"ar", "fa"})
_AROUND, _PROJECT_BEHIND, _HOUSE_BEHIND = 120, 40, 20
_GERMAN_FUNDERS = late("stiftung|gemeinschaft|ministerium|fonds|verein|akademie")


def supported(tongue: str, text: str, small: str) -> tuple[tuple[str, ...], bool]:
    """Numbers and payers of support that a sentence speaks of, and whether it surely says that the authors had it."""
    paid = find(tongue, "paid").search(small)
    if has(tongue, "unpaid", small) or is_others(small):
        return (), False
    if paid is None:
        return _project(tongue, text, small), False
    numbers = tuple(_numbers(tongue, small))
    names = tuple(dict.fromkeys((*numbers, *_payers(tongue, text, small, paid))))
    own = _opens(tongue, small, paid) or has(tongue, "this", small) or has(tongue, "our", small)
    return (names, own) if own or numbers or _of_a_project(text, small) else ((), False)


def _of_a_project(text: str, small: str) -> bool:
    """Whether a sentence begins with a project or study that it calls by no name, which may be the paper's own."""
    opening = the_project().match(small)
    return opening is not None and not text[opening.end() :].lstrip()[:1].isupper()


@cache
def the_project() -> re.Pattern[str]:
    return late(rf"[\s\d*∗†‡§¹²³,.:()–-]{{0,8}}(?:\w{{1,3}}['’ ])?{shared('projects')}(?!\w)")


def _project(tongue: str, text: str, small: str) -> tuple[str, ...]:
    """The project that a paper says itself to be a part of."""
    within = _within().search(small)
    if within is None or _of_data().search(small, 0, within.start()):
        return ()
    if not (has(tongue, "this", small) or has(tongue, "our", small) or the_project().match(small)):
        return ()
    name = label(text[within.end() : within.end() + _PROJECT_BEHIND])
    return (name,) if name and not is_everybodys(name) else ()


@cache
def _of_data() -> re.Pattern[str]:
    """Data that were collected within somebody's project."""
    return late(rf"(?<!\w){shared('data')}|{shared('collected')}")


@cache
def _within() -> re.Pattern[str]:
    return late(shared("within"))


def _opens(tongue: str, small: str, paid: re.Match[str]) -> bool:
    """Whether a sentence begins with the words of support, with nobody else who has it: "Projet financé par"."""
    opening = _OPENING.match(small)
    before = small[opening.end() if opening else 0 : paid.start()]
    if tongue in JOINED:
        return len(before) <= _FEW_SIGNS or re.match(rf"[^,。は]{{0,20}}{part(tongue, 'funds')}", before) is not None
    return len(before.split()) <= 1


def is_others(small: str) -> bool:
    """Whether somebody else is cited, or public data are spoken of."""
    return cites_others(small) or names_collection(small) or _public_data().search(small) is not None


def cites_others(small: str) -> bool:
    """Whether a citation stands there, or "and colleagues"."""
    return CITED.search(small) is not None or _and_others().search(small) is not None


@cache
def _and_others() -> re.Pattern[str]:
    return late(rf"(?<!\w){shared('and_others')}")


@cache
def _public_data() -> re.Pattern[str]:
    public, data = shared("public"), shared("data")
    before, behind = rf"{public} (?:\w{{2,14}} )?{data}", rf"{data}\w{{0,6}} (?:\w{{2,14}} )?{public}(?!\w)"
    return late(rf"(?<!\w)(?:{before}|{behind})|{shared('public_joined')}")


@cache
def _numbered(tongue: str) -> re.Pattern[str]:
    behind = r"(?:n(?:[º°o]|r)?\.\s?|n[º°o]\s?|nr\s)?"
    bare = r"|\((?P<bare>[a-z]{0,5}[-]?\d[\w/.–-]{4,30})\)"
    before = r"|(?P<first>\b[a-z0-9][\w/.–-]{3,30}) (?:numaralı|nolu|sayılı|kodlu)"
    return late(rf"(?<!\w){part(tongue, 'number')}(?!\w)[\s:#.(№°º]{{0,4}}{behind}{_NUMBER}{bare}{before}")


@cache
def _numbered_jointly(tongue: str) -> re.Pattern[str]:
    bare = r"\((?P<bare>[a-z]{0,5}-?\d[\w/.–-]{4,30})\)(?P<first>\Z.)?"
    return late(rf"{part(tongue, 'number')}[\s:#.(为]{{0,4}}{_NUMBER}|{bare}")


def _numbers(tongue: str, small: str) -> Iterator[str]:
    """Numbers of grants in a sentence on support."""
    pattern = _numbered_jointly(tongue) if tongue in JOINED else _numbered(tongue)
    for match in pattern.finditer(small):
        number = (match["number"] or match["bare"] or match["first"] or "").rstrip(".")
        if is_number(number):
            yield number.upper()


def _payers(tongue: str, text: str, small: str, paid: re.Match[str]) -> Iterator[str]:
    """Who paid: a name behind the words of support, or before them where they come last."""
    if tongue in WHOLE:
        yield from _joined_payers(tongue, small)
        return
    for run in runs(text):
        word = run.name_in(text)
        near = paid.start() - _AROUND <= run.start <= paid.end() + _AROUND
        if near and run.start > _FEW_SIGNS and not any(map(str.isdigit, word)):
            quoted = text[run.start - 1] in '«“„"'
            housed = (
                house_in(tongue, text[run.start : run.end + _HOUSE_BEHIND], inside=True) if len(run.words) == 1 else ""
            )
            if quoted or housed.startswith(word) or _is_payer(tongue, run.words):
                yield housed or word


def _is_payer(tongue: str, words: tuple[str, ...]) -> bool:
    """Whether words with capitals may name who paid; in German, where every noun has one, by their shape."""
    named = [word for word in words if not names_nobody(word) and not is_everybodys(word)]
    if not any(find(tongue, "paid").fullmatch(word.lower()) is None for word in named):
        return False
    if tongue != "de":
        return len(words) > 1 or any(word.isupper() for word in words)
    shaped = any("-" in word[1:-1] or (word.isupper() and len(word) > 2) for word in named)
    return shaped or _GERMAN_FUNDERS.search(" ".join(words).lower()) is not None


@cache
def _joined_payer(tongue: str) -> re.Pattern[str]:
    letters = r"[\w々]" if tongue in ("zh", "ja") else r"[\w\u0900-\u0963\u200c ]"
    funds = part(tongue, "funds")
    start = r"(?:由|受|得到|获得|获|,|、|\s|^|は|感谢|感謝|:)"
    if tongue in _HEAD_FIRST:
        return late(rf"(?P<who>{funds} \w{{2,14}}(?: \w{{2,14}})?)")
    return late(rf"{start}(?P<who>{letters}{{2,24}}?{funds}|{funds}{letters}{{3,20}})")


def _joined_payers(tongue: str, small: str) -> Iterator[str]:
    for match in _joined_payer(tongue).finditer(small):
        yield _PAYS.split(match["who"])[-1].strip()
