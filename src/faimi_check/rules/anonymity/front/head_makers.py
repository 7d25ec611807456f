"""Whoever made a paper, as heads, feet and watermarks name them: a house, a draft's owner, a name among dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.finding import Confidence
from faimi_check.model.page import Line
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.identity.path import is_generic_user
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.people.file_names import may_be_given_name, persons_in_path
from faimi_check.rules.naming.people.institution_names import institution_words, is_institution
from faimi_check.rules.naming.people.names import is_person
from faimi_check.rules.naming.pictured.addresses import addresses
from faimi_check.rules.naming.pictured.houses import institutions
from faimi_check.rules.naming.pictured.matter import Tells, label_words
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import any_of, listed

_NAME = r"(?:[A-ZÀ-Þ]\.[ -]?){0,3}[A-ZÀ-Þ][\w'’-]{1,25}(?: [A-ZÀ-Þ][\w'’-]{1,25}){0,2}"
# What sets the parts of a head apart: bars, dashes, commas, dates and versions.
_DATE = (
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.? (?:[A-ZÀ-Þ][a-zß-ÿ]{2,8}\.?) \d{4}"
    r"|[A-ZÀ-Þ][a-zß-ÿ]{2,8}\.? \d{1,2},? \d{4}|[A-ZÀ-Þ][a-zß-ÿ]{2,8} (?:19|20)\d\d|(?:19|20)\d\d)"
)
_APART = late(rf"\s*[|·•;,:()]\s*|\s+[–—-]+\s+|\s*\b{_DATE}(?:,? \d{{1,2}}:\d\d(?::\d\d)?)?|\b[vV]\.?\d[\w.]*")
# "Draft of Ingrid Lyngby", "printed by ilyngby", "Thesis of I. Lyngby".
_MADE = late(
    rf"\b(?i:{any_of('templates', 'head_kinds')}) (?:of|by|for|from) (?:the )?(?P<who>{_NAME})(?![\w'’-])"
    rf"|\b(?:(?i:{any_of('templates', 'head_deeds')})(?: [\w:./,-]{{1,10}}){{0,6}}? by"
    rf"|(?i:group|lab|team|chair|unit|institute) (?:of|led by|headed by))"
    rf" (?:(?:Univ\.-)?(?:Prof|Dr|PD|Priv|Doz)\.?[ -]?){{0,3}}(?P<by>{_NAME}"
    rf"|[a-z][a-z\d._-]{{3,20}})(?![\w'’-])"
    rf"|(?<![\w'’-])(?P<owner>{_NAME})['’]s? (?:[\w-]+ ){{0,2}}(?i:{any_of('templates', 'head_kinds')})\b"
    rf"|\b(?:property of|(?:circulation|circulated|use) (?:inside|within|in|at)|internal to|not to leave|not"
    rf" outside) (?:the )?"
    rf"(?P<house>{_NAME})"
)
# "Lysvik Group, internal report 26/07", "Kvernheim Ultraschall-Labor: do not circulate", "Lysvik, draft of 3 May".
_GROUP = late(
    rf"(?P<group>(?:[A-ZÀ-Þ][\w'’-]{{1,25}} ){{0,4}}?[A-ZÀ-Þ][\w'’-]{{1,25}})(?P<sign>\W{{1,3}})"
    rf"(?:not for circulation|do not circulate|(?i:{any_of('templates', 'head_kinds')}))\b"
)
_PARTED = re.compile(r"[,|·–—-]")
_HOUSE = late(rf"(?i:{any_of('templates', 'head_houses')})\Z")
# "© 2026 Lysvik Imaging AS".
_HELD = late(
    r"(?:©|\([cC]\)|\b[Cc]opyright)(?: ©| \([cC]\))?,? ?(?:(?:19|20)\d\d(?: ?[–-] ?\d{2,4})?,? )?"
    rf"(?:(?:by|of|held by) )?(?:the )?(?P<holder>{_NAME})"
)
_INITIALED = late(r"(?:[A-ZÀ-Þ]\.[ -]?){1,3}(?:(?:van|von|de|der|den|la|le|di|da) ){0,2}[A-ZÀ-Þ][\w'’-]{2,25}")
# "Lyngby, Quiroga: Waiting at Night", "Lyngby & Quiroga, submitted to MICCAI".
_SURNAME = r"[A-ZÀ-Þ][a-zß-ÿ][\w'’-]{1,25}"
_SURNAMES = late(
    rf"(?P<who>{_SURNAME}(?:(?:,? and |, ?| & ){_SURNAME}){{0,5}})"
    r"(?:: (?=\w+ \w+)|, (?=submitted|in prep|under rev|draft|to appear|unpublished))"
)
_INITIALS_DATED = late(rf"(?P<who>[A-ZÀ-Þ]{{2,3}}(?: ?[/&+] ?[A-ZÀ-Þ]{{2,3}}){{0,3}}),? {_DATE}")
_FILE = late(r"(?<![\w./\\-])\w[\w.-]{3,60}\.(?:tex|pdf|docx?|odt|md|ipynb|Rmd|qmd)\b")
# What publishers and meetings print there.
_VENUE = late(any_of("templates", "head_venues"), re.IGNORECASE)


def makers(text: str, line: Line, common: frozenset[str]) -> Confidence | None:
    """How surely a head names who made the paper or their house.

    `text` is that of the line without its page number, `common` the words of the paper's text and title.
    """
    # A short title, as most heads are.
    if common.issuperset(re.findall(r"[^\W\d_]{2,}", fold(text))):
        return None
    if _may_name_somebody(text, common):
        return Confidence.POSSIBLE
    if is_placeholder(text) or _VENUE.search(text):
        return None
    if any(True for _ in _people(text, common)):
        return Confidence.LIKELY
    if (group := _group(text, common)) is not None:
        return group
    drawn = BurnedInLine(text, line.box, 1.0)
    if any(told.tells is Tells.LOGIN for told in addresses(drawn)):
        return Confidence.LIKELY
    house = next((told.confidence for told in institutions(drawn) if _is_proper(text, common)), None)
    if house is None and is_institution(text) and "." in text and _is_proper(text, common):
        # "Univ. of Nordhavn, Dept. of Skin Research, Technical Report 12".
        house = Confidence.LIKELY
    return house


def _group(text: str, common: frozenset[str]) -> Confidence | None:
    """How surely a head opens with whose paper it is, by a word for a group or by what it calls the paper; or ends
    with who holds its rights.
    """
    group = _GROUP.match(text)
    if group and _is_proper(group["group"], common):
        if _HOUSE.search(group["group"]):
            return Confidence.LIKELY
        # A colon parts a method's name from a title.
        if _PARTED.search(group["sign"]) and _is_titled(group["group"], common):
            return Confidence.POSSIBLE
    held = _HELD.search(text)
    return Confidence.POSSIBLE if held and _is_proper(held["holder"], common) else None


def _is_titled(name: str, common: frozenset[str]) -> bool:
    """Whether a word that the paper does not use is no venue, method or program, by its capitals or as it is known."""
    words = (
        word for word in name.split() if word[1:].islower() and fold(word) not in listed("placeholders", "not_persons")
    )
    return any(_is_proper(word, common) for word in words)


def _people(text: str, common: frozenset[str]) -> Iterator[str]:
    for match in _MADE.finditer(text):
        name = match["who"] or match["by"] or match["owner"]
        # A login is in lower case, as the paper's words are.
        if name and (_is_login(name) if name.islower() else _is_somebody(name, common)):
            yield name
    # A long run of blanks would be tried from each of them.
    text = " ".join(text.split())
    parts = [part.strip(" .") for part in _APART.split(text) if part and part.strip(" .")]
    for part in parts if len(parts) > 1 or parts[:1] != [text] else ():
        initialed = _INITIALED.fullmatch(part) is not None
        called = " " in part and may_be_given_name(part.split()[0]) and is_person(part, common)
        if (initialed or called) and _is_somebody(part, common):
            yield part


def _is_login(name: str) -> bool:
    return not is_generic_user(name) and not is_everyday(name) and fold(name) not in label_words()


def _is_somebody(name: str, common: frozenset[str]) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]{2,}", name) if not word.isupper() or len(word) > 3]
    if not words or is_placeholder(name):
        return False
    return not any(fold(word) in common or fold(word) in label_words() for word in words) and not all(
        is_everybodys(word.title()) for word in words
    )


def _is_surname(name: str, common: frozenset[str]) -> bool:
    """Whether a word may be a surname and nothing else; of one alone before a colon hardly anything else is."""
    return fold(name) not in common and fold(name) not in label_words() and not is_everybodys(name)


def _is_proper(text: str, common: frozenset[str]) -> bool:
    """Whether a word of a head is a house's own: neither one of the title and text nor of every day."""
    words = [word for word in re.findall(r"[^\W\d_]{3,}", text) if word[0].isupper()]
    return any(
        fold(word) not in common
        and not is_everyday(word.title())
        and institution_words().fullmatch(fold(word)) is None
        and fold(word) not in label_words()
        for word in words
    )


def _may_name_somebody(text: str, common: frozenset[str]) -> bool:
    """Whether initials stand before a date, a file is called after somebody, or somebody's house owns the text."""
    dated = _INITIALS_DATED.fullmatch(text)
    if dated is not None and listed("templates", "head_letters").isdisjoint(re.findall(r"[A-ZÀ-Þ]+", dated["who"])):
        return True
    listed_first = _SURNAMES.match(text)
    if listed_first and all(_is_surname(name, common) for name in re.findall(_SURNAME, listed_first["who"])):
        return True
    if any(True for found in _FILE.finditer(text) for _ in persons_in_path(found[0], label_words())):
        return True
    return any(
        match["house"] and (_is_somebody(match["house"], common) or _is_proper(match["house"], common))
        for match in _MADE.finditer(text)
    )
