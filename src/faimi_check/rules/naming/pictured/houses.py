"""Institutions that a picture names: banners of hospitals, posters, watermarks; and who paid for the work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.finding import Confidence
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.institution_names import institution_words, is_institution, looks_institutional
from faimi_check.rules.naming.pictured.matter import (
    Tells,
    Told,
    collections,
    is_taken_out,
    label_words,
    labelled,
    sureness,
    vendors,
)
from faimi_check.rules.naming.pictured.shapes import WORD
from faimi_check.rules.naming.pictured.together import beside, joined, on_row, stacked
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import listed, table

# Code, diagrams of classes, and addresses are no banners.
_CODE = late(r"\w:\w|->|::|[=<>{}]|://|www\.|\(\)|\[\]|;[^;]*;|[a-z]\.[a-z]{2}")
# How many come from a house is no code: "(n=311)".
_COUNT = late(r"[(\[]?\b[nN] ?= ?\d[\d,. ]{0,9}[)\]]?")
_TIME = late(r"\b\d{1,2}:\d\d(?::\d\d)?\b")
CITED = late(r"\bet al\b|\[\d|(?:19|20)\d\d\)")
# "Vision Group, NTU Halden", "© Quiroga Lab 2024", "presented by the Imaging Group at Halden".
_GROUP = late(
    r"(?:(?:©|\([cC]\)|[Cc]opyright|(?:[\w ]{0,20} )?by(?: the)?|[Ff]rom(?: the)?|[Tt]he)(?: ?(?:19|20)\d\d)? )?"
    r"(?P<own>(?:[A-ZÀ-Þ][\w'’&-]{1,25} ){1,4})(?:Group|Lab|Laboratory|Team|Unit)"
    r"(?: (?:for|of|in|on) [A-Z][\w-]{2,20}(?: [A-Z][\w-]{2,20}){0,3})?"
    r"(?:(?:,| at) (?P<home>[A-ZÀ-Þ][\w .'’-]{2,40}))?(?:,? (?:19|20)\d\d)?"
)
# "Hospital A", "Institution X", "Site 3": nobody's.
_STAND_IN = late(
    r"\b(?:hospital|institution|institute|site|cent(?:er|re)|clinic|university|lab|klinik(?:um)?|h[oô]pital|ospedale"
    r"|universit\w{1,3}|hosp\.?|univ\.?|inst\.?|osp\.?)s? (?:[A-Z]|\d{1,2}|[IVX]{1,3})(?![\w-])",
    re.IGNORECASE,
)
# A kind of house, and none.
_ANY = late(
    r"(?:public|private|rural|urban|community|teaching|tertiary|academic|source|target|external|internal|partner|participating"
    r"|training|other|single|first|second|third|large|small|held-out|unseen|university|local|regional|general) "
    r"(?:hospital|clinic|cent(?:er|re)|institut(?:e|ion)|lab)s?(?: \(.{0,20}\))?",
    re.IGNORECASE,
)
# "Nordhavn Univ. Hosp."
_SHORTENED = late(rf"(?<![\w-])(?P<house>{WORD}) (?:(?:Univ|Gen|Mem|Reg|Child\w{{0,6}})\.? )?Hosp\b")
# "InstitutionName", "InstitutionalDepartmentName": what DICOM calls a field of a header.
_FIELD = late(r"\bInstitution(?:al)?(?:[A-Z][a-z]+)+")
# Capitalised words, with small ones between or before.
_PLAIN = late(
    rf"(?:St\. |Sta\. |Ste\. )?(?:(?:de|del|di|da|do|du|des|von|für|of) (?:la |las |los )?)?{WORD}"
    rf"(?: (?:(?:[a-z]{{1,3}} ){{0,2}}(?:[a-z]['’])?){WORD}){{0,4}}"
)
# "Funded by the Nordhavn Trust 203148", "supported by DFG grant KA 4413".
_FUNDED = late(
    r"\b(?:[Ff]unded|[Ss]upported|[Ss]ponsored|[Ff]inanced|[Ff]inanciado|[Ff]inancé|[Gg]efördert|[Ff]unding)"
    r"(?: in part)?(?: by|:| from| por| par| durch) (?:the |la |el |le |die |das )?(?P<who>[A-ZÀ-Þ][\w .&'’/-]{2,80})"
)
_GRANT = late(r"\d{4}|\b[Gg]rant\b")
_MAX_WORDS = 10


@cache
def _funder_words() -> frozenset[str]:
    return frozenset((*table("funders")["words"], "trust", "charity", "grant", "programme"))


@cache
def _houses() -> re.Pattern[str]:
    return late(rf"(?<![\w-])(?:{labelled('hospitals')})")


@cache
def _known() -> re.Pattern[str]:
    """A house's short name with nothing beside it but a department, a town, a bar."""
    town = rf"{WORD}(?: {WORD}){{0,2}}"
    department = rf"(?i:{labelled('departments')}|dep\w*|afdeling \w+|abt\w*)"
    return late(rf"(?i:{labelled('known_houses')})(?:,? {department}|,? {town})?(?: \S{{1,4}})?")


@cache
def _department() -> re.Pattern[str]:
    """A proper name before a department: "Beth Nordhavn Pathology", "PGN Radiology"."""
    return late(rf"(?P<house>{WORD}(?: {WORD}){{0,3}}) (?i:{labelled('departments')})")


_HOUSE = rf"(?P<house>{WORD}(?: {WORD}){{0,2}}?)"
_DATED = r"(?:,? [\d:/. -]{4,20})?"


@cache
def _room() -> re.Pattern[str]:
    """A proper name before a kind of hospital or a department, with a room: "NORDHAVN GENERAL OB/GYN RM 4"."""
    kind, department, room = (labelled(key) for key in ("house_kinds", "departments", "rooms"))
    return late(rf"{_HOUSE} (?i:(?:(?:{kind})(?: (?:{department}))?|{department}) (?:{room})){_DATED}")


@cache
def _wing() -> re.Pattern[str]:
    """A proper name before a kind of hospital and a department: "NORDHAVN GENERAL RADIOLOGY"."""
    return late(rf"{_HOUSE} (?i:(?:{labelled('house_kinds')}) (?:{labelled('departments')})){_DATED}")


@cache
def _public_bodies() -> re.Pattern[str]:
    return late(rf"\b(?:{labelled('public_bodies')})")


@cache
def _made_at() -> re.Pattern[str]:
    """A program with the house that makes it."""
    return late(rf"\b(?:{labelled('made_at')})[^()]{{0,60}}\)?")


def institutions(line: BurnedInLine) -> Iterator[Told]:
    """The line where it names an institution that is neither a maker of devices nor the source of a public set."""
    said = _FIELD.sub(" ", _STAND_IN.sub(" ", _COUNT.sub(" ", line.text)))
    if _ANY.fullmatch(said.strip()):
        return
    folded = vendors().sub(" ", fold(said))
    if "(" in folded:
        folded = _made_at().sub(" ", folded)
    if len(folded.split()) > _MAX_WORDS or collections().search(folded) or _public_bodies().search(folded):
        return
    if CITED.search(line.text) or _CODE.search(_TIME.sub(" ", _COUNT.sub(" ", line.text))):
        return
    printed = said if folded == fold(said) else folded
    if is_institution(printed) or _houses().search(folded) or _is_shortened(said):
        yield Told(Tells.INSTITUTION, line.text, line, sureness(line))
    elif _is_house(line.text.strip()) or any(
        _is_own_group(part.strip()) for part in (line.text, *re.split(r"[|–—]", line.text))
    ):
        yield Told(Tells.INSTITUTION, line.text, line, Confidence.POSSIBLE)


def support(line: BurnedInLine) -> Iterator[Told]:
    """The line where it says who paid: a funder by its name or the number of a grant."""
    found = _FUNDED.search(line.text)
    if found is None or is_taken_out(found["who"]):
        return
    words = re.findall(r"[^\W\d_]+", found["who"])
    funds = any(word in listed("funders", "acronyms") or fold(word) in _funder_words() for word in words)
    if funds or _GRANT.search(found["who"]):
        yield Told(Tells.FUNDING, line.text, line, sureness(line))


def broken_institutions(lines: Sequence[BurnedInLine]) -> Iterator[Told]:
    """Institutions whose name stands on two lines: "Hospital Universitari" / "Els Tarongers"."""
    for upper, lower in stacked(lines):
        house, name = (upper, lower) if looks_institutional(upper.text) else (lower, upper)
        told = [one for one in (*institutions(upper), *institutions(lower)) if _has_own_name(one.text)]
        if not told and looks_institutional(house.text) and _PLAIN.fullmatch(house.text) and _is_proper(name.text):
            yield from institutions(joined(upper, lower))


def without_sources(found: Sequence[Told], lines: Sequence[BurnedInLine]) -> Iterator[Told]:
    """What is told, but for institutions beside which a public set of data is named as theirs."""
    sets = [line for line in lines if collections().search(fold(line.text))]
    for told in found:
        near = [line for line in sets if beside(told.line, line)]
        # On an axis with several sets it is one by itself.
        among = sum(on_row(told.line, line) for line in near) > 1
        if told.tells is not Tells.INSTITUTION or not near or among:
            yield told


def _is_house(text: str) -> bool:
    """Whether the text is the short name of a house that is known by it, or stands before a department."""
    known = _known().fullmatch(fold(text)) or _known().fullmatch(text)
    if known is not None:
        return True
    match = _room().fullmatch(text) or _wing().fullmatch(text) or _department().fullmatch(text)
    if match is None or is_taken_out(text):
        return False
    words = re.findall(r"[^\W\d_]{2,}", match["house"])
    if any(fold(word) in label_words() for word in words) or vendors().search(fold(text)):
        return False
    if len(words) == 1:
        return words[0].isupper() and len(words[0]) > 2
    return not is_everyday(match["house"].title())


def _is_shortened(text: str) -> bool:
    """Whether a hospital's name is shortened behind its own: "Nordhavn Hosp."."""
    found = _SHORTENED.search(text) if "Hosp" in text else None
    return found is not None and fold(found["house"]) not in label_words() and not is_everyday(found["house"].title())


def _is_proper(text: str) -> bool:
    """Whether a line is a proper name and nothing else: capitalised words, none a label, not all of every day."""
    if not _PLAIN.fullmatch(text) or is_taken_out(text):
        return False
    words = [word for word in re.findall(r"[^\W\d_]{2,}", text) if word[0].isupper()]
    named = any(not is_everyday(word) for word in words)
    return named and not any(fold(word) in label_words() for word in words)


def _has_own_name(text: str) -> bool:
    """Whether a house's name has a word that is its own: "Hospital PACS" names any."""
    words = (fold(word) for word in re.findall(r"[^\W\d_]{2,}", text))
    return any(
        word not in label_words() and not is_everyday(word) and institution_words().fullmatch(word) is None
        for word in words
    )


def _is_own_group(text: str) -> bool:
    """Whether the text is a group's name with its home, or one that is called after somebody."""
    match = _GROUP.fullmatch(text)
    if match is None or is_taken_out(text):
        return False
    telling = match["home"] or match["own"]
    labels = any(fold(word) in label_words() for word in re.findall(r"[^\W\d_]{2,}", telling))
    return not labels and not is_everyday(telling) and not vendors().search(fold(text))
