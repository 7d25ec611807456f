"""Persons that a picture names: title cards, credits, roles on forms, windows of chats and meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.finding import Confidence
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.path import is_generic_user
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.people.han_names import JOINED
from faimi_check.rules.naming.people.names import is_person, names_in
from faimi_check.rules.naming.pictured import shapes
from faimi_check.rules.naming.pictured.houses import CITED, institutions
from faimi_check.rules.naming.pictured.matter import Tells, Told, is_taken_out, label_words, labelled, sureness, vendors
from faimi_check.rules.naming.pictured.shapes import WORD
from faimi_check.rules.naming.pictured.together import beside
from faimi_check.rules.naming.text.stems import is_everyday

_NAME = rf"{WORD}(?: (?:(?:de|del|van|von|der|den|da|di|la|le|el|al|bin) ){{0,2}}{WORD}){{0,3}}"
_HONOURED = r"(?:Dr|DR|Prof|PROF|Professor|PD|OA|Hr|Herr|Frau|Mr|Mrs|Ms|Sr|Sra|Mme)"
_TITLED = late(
    rf"\b(?:{_HONOURED}(?:\.|\b)[ .^]{{0,2}}){{1,3}}(?:med\. ?)?(?P<value>{_NAME}|[A-Z]{{2,}}\^[A-Z^]{{2,}})"
)
# "Moira Lyngby, MD", "M. Lyngby RT(R)": degrees and licences that follow a name.
_DEGREES = (
    r"M\.?D|Ph\.?D|MBBS|FRCR|FRCP|FRCS|FACC|FACR|DO|RN|RDCS|RDMS|RVT|CNMT|ARRT|CRNA|R\.?T\. ?\(?[A-Z]|R\.?T ?\([A-Z]"
)
_DEGREED = late(rf"(?P<value>{WORD},? {WORD}(?: {WORD})?),? (?:{_DEGREES})(?![a-z])\.?")
# "Mateo Quiroga: new weights are on the share"
_SAID = late(rf"(?P<value>{WORD}(?: {WORD}){{1,2}}): (?=\S)")
_LOGIN = r"[a-z][a-z0-9]{0,20}[._-][a-z][a-z0-9]{1,20}|[a-z]{4,20}\d{0,3}"
# Between a label and its name, also where the reader lost the space.
_APART = r"(?: ?[:.] ?| |(?<=[a-z])(?=[A-ZÀ-Þ]))"
_LOGIN_LABEL = late(r"log|sign|welcome|assign|[a-z]ed by|:", re.IGNORECASE)
# "CoST", "FairNet": no name, other than McAllister and DeLange.
_HUMPED = late(r"(?<!^Mc)(?<!^Mac)(?<!^De)(?<!^Di)(?<!^Van)(?<!^La)(?<!^Le)(?<!^Fitz)(?<=[a-z])[A-ZÀ-Þ]")
_MANY = 3
_MAX_PARTS = 4
_MOST = 60


@cache
def _after_label() -> re.Pattern[str]:
    labels = rf"{labelled('who')}|(?:{labelled('roles')})(?= ?:)"
    return late(rf"(?<![\w.-])(?i:{labels}){_APART}(?P<value>{_NAME}|{_LOGIN})(?![\w@])")


@cache
def _after_colon() -> re.Pattern[str]:
    labels = f"{labelled('who')}|{labelled('roles')}"
    return late(
        rf"(?<![\w.-])(?i:{labels}) ?[:;] ?"
        rf"(?P<value>{WORD}, ?{WORD}(?: {WORD})?|{WORD}(?: {WORD})?)(?:,? M\.?D\.?)?$"
    )


@cache
def _after_unspaced_label() -> re.Pattern[str]:
    return late(
        rf"(?:{labelled('unspaced_staff')}) ?[:：;] ?(?P<value>{JOINED}{{2,4}}(?: {JOINED}{{1,3}})?)(?!{JOINED})"
    )


@cache
def _before_label() -> re.Pattern[str]:
    return late(rf"(?P<value>{_NAME}) ?(?i:{labelled('who_after')})")


def people(lines: Sequence[BurnedInLine], common: frozenset[str]) -> Iterator[Told]:
    """The persons that the lines of one picture name: with a label or title, or as a list of names.

    `common` are words that no name is made of.
    """
    words = common | label_words()
    at_home = any(True for line in lines for _ in institutions(line))
    for line in lines:
        if CITED.search(line.text):
            continue
        marked = list(marked_people(line, words))
        yield from marked
        names = [] if marked else _names_alone(line.text, words)
        if len(names) >= _MANY or (names and (at_home or _have_initials(names)) and (at_home or len(names) > 1)):
            yield Told(Tells.PERSON, ", ".join(names), line, sureness(line))
        elif len(names) > 1 or (
            not marked and (_is_one_name(line.text.strip(), words) or _stands_over_role(line, lines))
        ):
            yield Told(Tells.PERSON, ", ".join(names) or line.text, line, Confidence.POSSIBLE)


def _stands_over_role(line: BurnedInLine, lines: Sequence[BurnedInLine]) -> bool:
    """Whether a line is a name and nothing else, and what its bearer is stands below, as on badges and cards."""
    text = line.text.strip()
    if not shapes.is_proper(text) or any(map(is_everyday, text.title().split())):
        return False
    return any(
        other.box.top > line.box.top and beside(line, other) and _bearer().fullmatch(fold(other.text.strip()))
        for other in lines[:_MOST]
    )


@cache
def _bearer() -> re.Pattern[str]:
    return late(rf"(?:{labelled('bearers')})(?:[ ,].{{0,40}})?")


def marked_people(line: BurnedInLine, words: frozenset[str]) -> Iterator[Told]:
    """Names and logins of one line that a label or a title goes with; `words` are those that no name is made of."""
    text = line.text
    seen: list[str] = []
    for match in _after_unspaced_label().finditer(text):
        if not is_taken_out(match["value"]):
            yield Told(Tells.PERSON, match[0], line, sureness(line))
    said = _SAID.match(text)
    if said and may_be_given_name(said["value"].split()[0]) and _is_somebody(said["value"], words, titled=False):
        seen.append(said["value"])
        yield Told(Tells.PERSON, said["value"], line, Confidence.POSSIBLE)
    for pattern in (_TITLED, _DEGREED, _after_colon(), _after_label(), _before_label()):
        for match in pattern.finditer(text):
            value = match["value"].strip(" .,:")
            if any(value in one for one in seen) or vendors().search(fold(value)):
                continue
            if value.islower() and not re.search(r"[._\d]", value) and not _LOGIN_LABEL.search(match[0]):
                continue
            if _is_somebody(value, words, titled=pattern is _TITLED):
                seen.append(value)
                yield Told(Tells.PERSON, match[0].strip(), line, sureness(line))
            elif pattern in (_after_colon(), _before_label()) and _is_short_name(value):
                seen.append(value)
                yield Told(Tells.PERSON, match[0].strip(), line, Confidence.POSSIBLE)


def _is_short_name(value: str) -> bool:
    """Whether what a role is followed by is a surname alone, or has one with an initial: "Lyngby", "Ingrid L."."""
    whole = [part for part in value.split() if len(part.strip(".")) > 1]
    return len(whole) == 1 and not is_taken_out(value) and shapes.is_single_name(whole[0])


def _is_somebody(value: str, words: frozenset[str], *, titled: bool) -> bool:
    if is_taken_out(value) or is_generic_user(value):
        return False
    parts = [fold(part) for part in re.findall(r"[^\W\d_]{2,}", value)]
    if not parts or all(part in words for part in parts) or (not titled and " " in value and is_everyday(value)):
        return False
    if not titled and not may_be_given_name(parts[0]) and any(part in label_words() for part in parts):
        return False
    as_login = re.search(r"\w[._]\w", value) is not None
    if value.islower() or as_login:
        return as_login or (not titled and not is_everyday(value))
    surname, _, given = value.partition(",")
    return titled or is_person(f"{given.strip()} {surname}" if given else value, words)


def _names_alone(text: str, words: frozenset[str]) -> list[str]:
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
        and (may_be_given_name(parts[0]) or _is_surname_before(parts))
        and is_person(text, words)
        and _is_whole(text, words)
        and (not is_everyday(parts[-1].title() if text.isupper() else parts[-1]) or _is_surname_before(parts))
        and not vendors().search(fold(text))
    )


def _is_surname_before(parts: list[str]) -> bool:
    """ "Quiroga Mateo": the last word is what people are called, and none of the first is an everyday one."""
    return may_be_given_name(parts[-1]) and not any(is_everyday(part.title()) for part in parts[:-1])


def _is_whole(name: str, words: frozenset[str]) -> bool:
    """Whether the name ends in a surname, and no word of it is a label or written as products are."""
    parts = re.findall(r"[^\W\d_]+", name)
    called = len(parts[0]) == 1 or may_be_given_name(parts[0]) or may_be_given_name(parts[-1])
    if not called and (is_everyday(parts[-1].title()) or (parts[-1].isupper() and not name.isupper())):
        return False
    if any(_HUMPED.search(part) for part in parts):
        return False
    return len(parts[-1]) > 1 and max(map(len, parts)) > 2 and not any(fold(part) in words for part in parts)


def _have_initials(names: list[str]) -> bool:
    """`A. Petrov, M. Rossi`: hardly anything but persons is written so."""
    return all(re.match(r"[^\W\d_]\.", name) for name in names)
