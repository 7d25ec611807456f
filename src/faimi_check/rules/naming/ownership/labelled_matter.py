"""What names the authors' matter without a word on whose it is, as cells and notes do: "Reader 2: Dr. F. Lyngby",
"Ethics approval: METC Lysvik, 2019.334", "On behalf of the LYSVIK-3 investigators".

Who fills in such a label in a paper of his own speaks of himself; what is cited or belongs to a public collection is
somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import repeat
from typing import Any, NamedTuple

from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.mentions.devices import without_devices
from faimi_check.rules.naming.mentions.everyones import is_collection
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.kinds import TITLED
from faimi_check.rules.naming.mentions.logins import (
    is_own_account,
    is_own_machine,
    is_somebodys_login,
    small_names,
)
from faimi_check.rules.naming.mentions.numbers import stands_for_any
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.named_people import PERSON
from faimi_check.rules.naming.people.names import is_person
from faimi_check.rules.naming.text.prose import CITED
from faimi_check.rules.naming.text.sentences import spoken_texts
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.spotting import BEGINS, Lookout
from faimi_check.rules.tables import any_of, listed, table

_PARTS = {
    "<person>": rf"(?-i:(?:(?:Dr|Prof|PD|Professor|Doctor|Mr|Mrs|Ms|Sister|Nurse)\b\.? ){{0,3}}{PERSON}"
    r"|(?:Dr|Prof)\b\.? [A-ZÀ-Þ][\w’'-]{1,25})",
    "<single>": r"(?-i:(?<![\w.’'-])[A-ZÀ-Þ][a-zß-ÿ][\w’'-]{1,25})",
    "<proper>": r"(?-i:[A-ZÀ-Þ][\w’'&-]{1,30}"
    r"(?: (?:(?:of|de|for|and|the|der|du|di) ){0,2}[A-ZÀ-Þ\d][\w’'&-]{0,30}){0,6})",
    "<number>": r"(?=[\w./–-]{0,30}\d)[\w./–-]{3,40}",
    "<rest>": r"[^;|]{3,140}",
    "<host>": r"(?<![\w@./:-])[a-z\d][a-z\d-]{1,40}(?:\.[a-z\d][a-z\d-]{1,40}){1,4}\.[a-z]{2,6}(?![\w-])",
}
_INITIALS = re.compile(r"[A-Z]\.? ?\([A-ZÀ-Þ][a-zß-ÿ]")
_LABELLED_NAME = re.compile(r"[:=(–—] ?[A-ZÀ-Þ][^ ]* [A-ZÀ-Þ]")
_SUM = re.compile(r"\W{0,8}\d?\W{0,8}[A-ZÀ-Þ][^:(–—,\d]{3,60}(?:[:(–—,]| gave| paid) ?(?:[A-Z]{3}|[€$£¥₹])? ?\d")
# What is asked first, where a wording's signs are words of every day.
_ASKED = {("anywhere", "initialed"): _INITIALS, ("label", "person"): _LABELLED_NAME, ("label", "body"): _SUM}
# What is called by one word, by small letters or by a machine's name.
_SIGNED = frozenset(("reader", "given", "login", "signers", "host", "account", "set", "tool", "known_tool", "quoted"))
# Whose own words look like a citation: "Lyngby et al.: Who Waits Longer", "our project “Late” (2020–2024)".
_CITING = frozenset(("head", "quoted"))
_INITIAL = re.compile(r"[^\W\d_]\. ?")
_NUMBER = late(r"(?<![\w.])(?=[\w./–-]{0,30}\d)(?:[A-Z]{2,8} (?=\d))?\w{1,16}(?:[./–-]\w{1,16}){0,6}(?![\w%])")
# Years, dates, amounts; what has no letter and no sign within is one's number only in a label on an approval.
_NEVER = late(
    r"(?:19|20)\d\d(?:[/–-](?:19|20)?\d\d)?|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d"
    r"|\d{1,3}(?:[.,]\d{3})+|\d+\.\d{1,2}|\d+(?:px|mm|cm|ml|kg|x\d+|GB|h|k)"
)
_WITH_LETTERS = late(r"(?=.*[A-Za-z]).*\d.*\d.*\d|.*\d[./–-].*\d")
_ACCOUNT = late(r"\b(?:account|project|allocation|user|login|queue) (?=[\w-]*[\d_-])[A-Za-z][\w-]{3,30}")
_BOARD = late(rf"\b(?i:{any_of('labelled_matter', 'boards')})\b,? (?:of |at |for )?(?:the )?[A-ZÀ-Þ][a-zß-ÿ]{{2,}}")
_PRODUCT = late(any_of("labelled_matter", "products"), re.IGNORECASE)
_BODY = late(rf"\b{any_of('labelled_matter', 'bodies')}\b", re.IGNORECASE)
_CENTRE = late(rf"\b{any_of('labelled_matter', 'centres')}\b", re.IGNORECASE)
_PROPER = re.compile(r"[A-ZÀ-Þ][\w’'-]{2,}")
# "Drawn by IL (", "reader two was IL ("; "), who had".
_DOES = late(
    r"\b(?:by|with|readers?|raters?|annotators?|authors?|(?:reader|rater|expert) \w+ (?:was|is)|and)[:,]? $",
    re.IGNORECASE,
)
_DOING = late(r"[),]{1,2} ?(?:who|an? [a-z]+|read|scored|drew|checked|did)\b")
_ENOUGH_DIGITS, _AROUND = 3, 60


class _Row(NamedTuple):
    """A wording, and of what kind that is which it names."""

    kind: str
    signs: tuple[str, ...]
    wording: re.Pattern[str]
    asks: re.Pattern[str] | None


def matter(
    text: str, common: frozenset[str], *, short: bool, signs: Mapping[str, Lookout] | None = None
) -> tuple[Kind, str] | None:
    """What of the authors' a text names; `short` for a label, `common` are words that no name is made of.

    `signs` are those of its paper, where it stands there so.
    """
    lowered = f"{BEGINS}{text.strip().lower()}"
    keys = ("label", "anywhere") if short else ("anywhere",)
    for key in keys:
        for at in (signs or _signs())[key].rows_in(lowered):
            row = _rows()[key][at]
            if row.asks is not None and row.asks.search(text) is None:
                continue
            found = row.wording.search(text)
            if not found or (row.kind not in _CITING and CITED.search(text)):
                continue
            if told := _told(row.kind, text, found, common):
                return told
    return None


@once_a_paper
def signs_in(paper: Paper) -> dict[str, Lookout]:
    """Which of the wordings may match in a paper's sentences."""
    return {key: signs.within(spoken_texts(paper)) for key, signs in _signs().items()}


@cache
def _signs() -> dict[str, Lookout]:
    """Which of the wordings may match where a sign stands."""
    return {key: Lookout(row.signs for row in rows) for key, rows in _rows().items()}


@cache
def _rows() -> dict[str, list[_Row]]:
    return {key: list(map(_row, repeat(key), table("labelled_matter")[key])) for key in ("label", "anywhere")}


def _row(key: str, row: Mapping[str, Any]) -> _Row:
    pattern = late(_filled(row["pattern"]), re.IGNORECASE)
    return _Row(row["kind"], tuple(row["signs"]), pattern, _ASKED.get((key, row["kind"])))


def _filled(pattern: str) -> str:
    words = {"<readers>": any_of("own_labels", "readers"), "<work>": any_of("labelled_matter", "work")}
    for part, filling in {**_PARTS, **words}.items():
        pattern = pattern.replace(part, filling)
    return pattern


def _told(kind: str, text: str, found: re.Match[str], common: frozenset[str]) -> tuple[Kind, str] | None:
    groups = [group for group in ("name", "other", "third") if group in found.re.groupindex and found[group]]
    name = found[groups[0]].strip(" ,.")
    # "Hardware: DGX (NVIDIA, Santa Clara)".
    if is_placeholder(name) or any(map(is_collection, _PROPER.findall(text))) or without_devices(text) != text:
        return None
    if kind in ("person", "head", "somebody"):
        whole = _is_somebody(name, common) or (kind == "somebody" and _is_first_name(name, common))
        return (Kind.PERSON, name) if whole else None
    if kind in _SIGNED:
        return _signed(kind, name, common)
    if kind == "initialed":
        return (Kind.PERSON, name) if _spells(text, found, common) else None
    return _of_house(kind, name)


def _of_house(kind: str, name: str) -> tuple[Kind, str] | None:
    """The house, the number or the body that the rest of a label names."""
    if kind == "approval":
        told = not _PRODUCT.search(name) and (is_institution(name) or _BOARD.search(name) or _number(name, bare=True))
        return (Kind.PLACE, name) if told else None
    if kind == "machine":
        bought = any(fold(word) in listed("mentions", "makers") for word in _PROPER.findall(name))
        told = not bought and (_names(_CENTRE, name) or (is_institution(name) and _is_proper(name)))
        return (Kind.PLACE, name) if told or _ACCOUNT.search(name) else None
    if kind == "support":
        named = _names(_BODY, name) or is_institution(name)
        return (Kind.FUNDER, name) if named or _number(name, bare=False) else None
    if kind == "number":
        return (Kind.FUNDER, name) if _number(name, bare=False) else None
    if kind == "programme" or _is_proper(name) or any(map(str.isdigit, name)):
        return (Kind.PROJECT if kind == "named" else Kind.FUNDER), name
    return None


def _is_somebody(name: str, common: frozenset[str]) -> bool:
    """Whether it is somebody's whole name: with a title, with initials, or begun as people are called."""
    bare = TITLED.sub("", name, count=1)
    words = bare.replace("-", " ").split()
    # "Kruskal Wallis", "Fleiss Kappa".
    if all(is_everybodys(word) or word.lower() in listed("mentions", "eponym_nouns") for word in words):
        return False
    if bare != name:
        return True
    if not is_person(name, common) or is_everyday(name.split()[-1]):
        return False
    first = name.split()[0]
    return _INITIAL.match(name) is not None or may_be_given_name(first) or not (is_everyday(first) or first.isupper())


def _signed(kind: str, name: str, common: frozenset[str]) -> tuple[Kind, str] | None:
    """Who or what is called by one word, or by a login."""
    if kind in ("reader", "given"):
        first = _is_first_name(name, common) and fold(name) not in listed("own_labels", "programs")
        return (Kind.PERSON, name) if first and (kind == "reader" or may_be_given_name(name)) else None
    if kind == "login":
        return (Kind.PERSON, name) if is_somebodys_login(name) else None
    if kind == "signers":
        return next(((Kind.PERSON, one) for one in small_names(name)), None)
    if kind == "host":
        return (Kind.HANDLE, name) if is_own_machine(name) else None
    if kind == "account":
        return (Kind.HANDLE, name) if is_own_account(name) else None
    if kind == "set":
        return (Kind.PROJECT, name) if _is_called_by_letters(name) else None
    told = kind != "known_tool" or not (is_everyday(name) or is_everybodys(name))
    return (Kind.PROJECT, name) if told else None


def _is_called_by_letters(name: str) -> bool:
    """Whether the letters before a joint are no abbreviation of everybody's: "ORHM-Skin", not "MRI-Brain"."""
    letters = name.partition("-")[0]
    return not is_everybodys(letters) and letters not in listed("own_labels", "diseases")


def _is_first_name(name: str, common: frozenset[str]) -> bool:
    return " " not in name and fold(name) not in common and not is_everybodys(name) and not is_everyday(name)


def _spells(text: str, found: re.Match[str], common: frozenset[str]) -> bool:
    """Whether initials are those of the person behind them, who does something there."""
    name = found["name"]
    letters = [part[0] for part in re.split(r"[ -]", TITLED.sub("", name, count=1)) if part[:1].isupper()]
    if [char for char in found["initials"] if char.isalpha()] != letters or any(map(is_everyday, name.split())):
        return False
    does = _DOES.search(text, max(0, found.start() - _AROUND), found.start()) or _DOING.match(text, found.end())
    return does is not None and is_person(name, common)


def _number(text: str, *, bare: bool) -> bool:
    """Whether a number stands there that is no year, date or amount; with letters or signs, unless `bare`."""
    for found in _NUMBER.finditer(text):
        number = found[0].rstrip("./-–")
        enough = sum(map(str.isdigit, number)) >= _ENOUGH_DIGITS
        if not enough or (_NEVER.fullmatch(number) and not (bare and "." in number)) or stands_for_any(number):
            continue
        if bare or _WITH_LETTERS.fullmatch(number):
            return True
    return False


def _names(words: re.Pattern[str], name: str) -> bool:
    """Whether such a word stands there with a proper name: "Lysvik Endowment", but not "Research Fund"."""
    return words.search(name) is not None and _is_proper(words.sub(" ", name))


def _is_proper(name: str) -> bool:
    """Whether a word stands there that is nobody else's and no everyday one."""
    return any(not is_everybodys(word) for word in _PROPER.findall(name))
