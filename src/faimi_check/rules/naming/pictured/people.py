"""Persons and institutions that a picture names: title cards, credits, banners of hospitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.finding import Confidence
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.path import is_generic_user
from faimi_check.rules.naming.people.file_names import is_given_name
from faimi_check.rules.naming.people.institution_names import is_institution, looks_institutional
from faimi_check.rules.naming.people.names import is_person, names_in
from faimi_check.rules.naming.pictured.matter import Tells, Told, is_taken_out, label_words, labelled, sureness, vendors
from faimi_check.rules.naming.pictured.together import joined, stacked
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import table

_WORD = r"[^\W\d_a-zß-ÿ][\w'’-]{0,25}\.?"
_NAME = rf"{_WORD}(?: (?:(?:de|del|van|von|der|den|da|di|la|le|el|al|bin) ){{0,2}}{_WORD}){{0,3}}"
_TITLED = late(
    rf"\b(?:Dr|DR|Prof|PROF|Professor|PD)(?:\.|\b)[ .^]{{0,2}}(?:med\. ?)?(?P<value>{_NAME}|[A-Z]{{2,}}\^[A-Z^]{{2,}})"
)
_LOGIN = r"[a-z][a-z0-9]{0,20}[._][a-z][a-z0-9]{1,20}|[a-z]{4,20}\d{0,3}"
# Code, diagrams of classes, and addresses are no banners.
_CODE = late(r"\w:\w|->|::|[=<>{}]|://|www\.|\(\)|;[^;]*;")
# Between a label and its name, also where the reader lost the space.
_APART = r"(?: ?[:.] ?| |(?<=[a-z])(?=[A-ZÀ-Þ]))"
_LOGIN_LABEL = late(r"log|sign|user|welcome|:", re.IGNORECASE)
_CITED = late(r"\bet al\b|\[\d|(?:19|20)\d\d\)")
# "Vision Group, NTU Halden", "Quiroga Lab".
_GROUP = late(
    r"(?P<own>(?:[A-ZÀ-Þ][\w'’&-]{1,25} ){1,4})(?:Group|Lab|Team|Unit)(?:(?:,| at) (?P<home>[A-ZÀ-Þ][\w .'’-]{2,40}))?"
)
# "Hospital A", "Institution X", "Site 3": nobody's.
_STAND_IN = late(
    r"\b(?:hospital|institution|institute|site|cent(?:er|re)|clinic|university|lab|klinik(?:um)?|h[oô]pital|ospedale"
    r"|universit\w{1,3})s? (?:[A-Z]|\d{1,2}|[IVX]{1,3})(?![\w-])",
    re.IGNORECASE,
)
# Capitalised words, with small ones between or before.
_PLAIN = late(
    rf"(?:(?:de|del|di|da|do|du|des|von|für|of) (?:la |las |los )?)?{_WORD}"
    rf"(?: (?:(?:[a-z]{{1,3}} ){{0,2}}(?:[a-z]['’])?){_WORD}){{0,4}}"
)
_MAX_WORDS = 10
_MANY = 3
_MAX_PARTS = 4


@cache
def _after_label() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])(?i:{labelled('who')}){_APART}(?P<value>{_NAME}|{_LOGIN})(?![\w@])")


@cache
def _after_colon() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])(?i:{labelled('who')}) ?[:;] ?(?P<value>{_WORD}, ?{_WORD}(?: {_WORD})?)$")


@cache
def _before_label() -> re.Pattern[str]:
    return re.compile(rf"(?P<value>{_NAME}) ?(?i:{labelled('who_after')})")


@cache
def _houses() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{labelled('hospitals')})")


@cache
def _collection() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('pictured')['collections'])})")


def institutions(line: BurnedInLine) -> Iterator[Told]:
    """The line where it names an institution that is neither a maker of devices nor the source of a public set."""
    said = _STAND_IN.sub(" ", line.text)
    folded = vendors().sub(" ", fold(said))
    if len(folded.split()) > _MAX_WORDS or _collection().search(folded):
        return
    if _CITED.search(line.text) or _CODE.search(line.text):
        return
    printed = said if folded == fold(said) else folded
    if is_institution(printed) or _houses().search(folded):
        yield Told(Tells.INSTITUTION, line.text, line, sureness(line))
    elif any(_is_own_group(part.strip()) for part in re.split(r"[|–—]", line.text)):
        yield Told(Tells.INSTITUTION, line.text, line, Confidence.POSSIBLE)


def broken_institutions(lines: Sequence[BurnedInLine]) -> Iterator[Told]:
    """Institutions whose name stands on two lines: "Hospital Universitari" / "Els Tarongers"."""
    for upper, lower in stacked(lines):
        house, name = (upper, lower) if looks_institutional(upper.text) else (lower, upper)
        told = [*institutions(upper), *institutions(lower)]
        if not told and looks_institutional(house.text) and _PLAIN.fullmatch(house.text) and _is_proper(name.text):
            yield from institutions(joined(upper, lower))


def _is_proper(text: str) -> bool:
    """Whether a line is a proper name and nothing else: capitalised words, none a label, not all of every day."""
    if not _PLAIN.fullmatch(text) or is_taken_out(text):
        return False
    words = [word for word in re.findall(r"[^\W\d_]{2,}", text) if word[0].isupper()]
    named = any(not is_everyday(word) for word in words)
    return named and not any(fold(word) in label_words() for word in words)


def _is_own_group(text: str) -> bool:
    """Whether the text is a group's name with its home, or one that is called after somebody."""
    match = _GROUP.fullmatch(text)
    if match is None or is_taken_out(text):
        return False
    telling = match["home"] or match["own"]
    labels = any(fold(word) in label_words() for word in re.findall(r"[^\W\d_]{2,}", telling))
    return not labels and not is_everyday(telling) and not vendors().search(fold(text))


def people(lines: Sequence[BurnedInLine], common: frozenset[str]) -> Iterator[Told]:
    """The persons that the lines of one picture name: with a label or title, or as a list of names.

    `common` are words that no name is made of.
    """
    words = common | label_words()
    at_home = any(True for line in lines for _ in institutions(line))
    for line in lines:
        if _CITED.search(line.text):
            continue
        marked = list(_marked(line, words))
        yield from marked
        names = [] if marked else _listed(line.text, words)
        if len(names) >= _MANY or (names and (at_home or _have_initials(names)) and (at_home or len(names) > 1)):
            yield Told(Tells.PERSON, ", ".join(names), line, sureness(line))
        elif len(names) > 1 or (not marked and _is_one_name(line.text.strip(), words)):
            yield Told(Tells.PERSON, ", ".join(names) or line.text, line, Confidence.POSSIBLE)


def _marked(line: BurnedInLine, words: frozenset[str]) -> Iterator[Told]:
    """Names and logins that a label or a title goes with."""
    text = line.text
    seen: list[str] = []
    for pattern in (_TITLED, _after_colon(), _after_label(), _before_label()):
        for match in pattern.finditer(text):
            value = match["value"].strip(" .,:")
            if value.islower() and not re.search(r"[._\d]", value) and not _LOGIN_LABEL.search(match[0]):
                continue
            if _is_somebody(value, words, titled=pattern is _TITLED) and not any(value in one for one in seen):
                seen.append(value)
                yield Told(Tells.PERSON, match[0].strip(), line, sureness(line))


def _is_somebody(value: str, words: frozenset[str], *, titled: bool) -> bool:
    if is_taken_out(value) or is_generic_user(value):
        return False
    parts = [fold(part) for part in re.findall(r"[^\W\d_]{2,}", value)]
    if not parts or all(part in words for part in parts) or (not titled and " " in value and is_everyday(value)):
        return False
    as_login = re.search(r"\w[._]\w", value) is not None
    if value.islower() or as_login:
        return as_login or not titled
    surname, _, given = value.partition(",")
    return titled or is_person(f"{given.strip()} {surname}" if given else value, words)


def _listed(text: str, words: frozenset[str]) -> list[str]:
    """The names of a line that holds hardly anything else."""
    # "de Nordhavn" goes on with the line above.
    names = [] if text[:1].islower() else names_in(text, words)
    kept = [name for name in names if _is_whole(name, words)]
    letters = len(re.findall(r"[^\W\d_]", text))
    return kept if 2 * sum(len(re.findall(r"[^\W\d_]", name)) for name in kept) > letters else []


def _is_one_name(text: str, words: frozenset[str]) -> bool:
    """Whether the text is one full name that begins as people are commonly called and ends in no everyday word."""
    parts = text.split()
    return (
        2 <= len(parts) <= _MAX_PARTS
        and is_given_name(parts[0])
        and is_person(text, words)
        and _is_whole(text, words)
        and not is_everyday(parts[-1])
        and not vendors().search(fold(text))
    )


def _is_whole(name: str, words: frozenset[str]) -> bool:
    """Whether the name ends in a surname, and no word of it is a label."""
    parts = re.findall(r"[^\W\d_]+", name)
    return len(parts[-1]) > 1 and max(map(len, parts)) > 2 and not any(fold(part) in words for part in parts)


def _have_initials(names: list[str]) -> bool:
    """`A. Petrov, M. Rossi`: hardly anything but persons is written so."""
    return all(re.match(r"[^\W\d_]\.", name) for name in names)
