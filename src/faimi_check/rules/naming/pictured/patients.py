"""A patient's data in the banner of a scanner: name, date of birth, number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.finding import Confidence
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.file_names import is_given_name
from faimi_check.rules.naming.pictured.matter import (
    Tells,
    Told,
    is_taken_out,
    is_vendor,
    label_words,
    labelled,
    sureness,
)
from faimi_check.rules.naming.pictured.together import beside
from faimi_check.rules.naming.text.stems import is_everyday

# 12.04.1961, 12 Apr 1961, April 12, 1961, 19610412
_DATE = (
    r"(?:\d{1,4} ?[./-] ?\d{1,2} ?[./-] ?\d{1,4}|\d{1,2}\.?[ -]?[^\W\d_]{3,9}\.?[ ,-]{0,2}\d{2,4}"
    r"|[^\W\d_]{3,9}\.? \d{1,2},? ?\d{4}|(?:19|20)\d{6})"
)
_CARET = late(r"(?<![\w^])[^\W\d_][\w'’-]{1,30}\^[^\W\d_][\w'’^.-]{0,40}")
_NAME = r"[^\W\d_][\w'’.,^-]*(?: [^\W\d_][\w'’.,^-]*){0,3}"
# An age, a sex beside an age or a date: a banner on a person stands here.
_PERSONAL = late(
    r"\b[MFW] ?[/,]? ?0?\d{1,3} ?[Yy]|\bsex ?: ?[MFW]\b|\b0?\d{1,3} ?[Yy](?:rs?|ears?)?\b ?[/,]? ?[MFW]\b"
    rf"|{_DATE} {{0,3}}[MFW]\b|\bage ?: ?\d",
    re.IGNORECASE,
)
# "Quiroga, Mateo", "VAN DER MEER, Joost".
_SURNAME_FIRST = late(
    r"(?:(?:van|von|de|del|der|den|da|di|la|le|el|al|ter|bin) ){0,2}"
    r"[^\W\d_][\w'’-]{1,30} ?, ?[^\W\d_][\w'’-]{0,30}(?: [^\W\d_]\.?)?",
    re.IGNORECASE,
)
# "Quiroga Mateo 1961-04-12": a name with a date is hardly anything else but a patient's.
_CAPITALISED = r"[^\W\d_a-zß-ÿ][^\W\d_]{1,30}"
_WHOLE_NAME = rf"(?P<name>{_CAPITALISED}(?:(?: |, ?|-){_CAPITALISED}){{1,3}})"
_NAME_ALONE = late(_WHOLE_NAME)
_DATED_NAME = late(rf"{_WHOLE_NAME}[ ,|]{{1,3}}(?P<date>{_DATE})")
# "Quiroga Mateo 58Y M".
_AGED_NAME = late(rf"{_WHOLE_NAME}[ ,|]{{1,3}}(?:[MFW] ?[/,]? ?)?0?\d{{1,3}} ?[Yy](?:rs?|ears?)?(?: ?[/,]? ?[MFW])?")
_BARE_DATE = late(_DATE)
# A date of birth with a word before it at most; the numbers of the Nordic countries begin with one.
_BORN_LINE = late(rf"(?:[^\W\d_]{{1,12}}[.:]{{0,2}} ?)?(?:{_DATE}|\d{{8}}[-+]\d{{4}})")
_PERSONAL_NUMBER = late(r"(?<![\w-])(?P<year>(?:19|20)\d\d)\d{4}[-+](?P<hour>\d\d)(?P<minute>\d\d)(?![\w-])")
# Since then pictures have been stored under date and time, which look alike: 20080312-1430.
_STORED_SINCE = 1990
# Dates of birth; a later date is as well that of the examination.
_BIRTHS = range(1910, 2013)
_CAPITALS = late(r"[^\W\d_a-zß-ÿ'’-]{2,30}(?: [^\W\d_a-zß-ÿ'’-]{1,30}){1,3}")
# "Quiroga, Mateo" or "M. Quiroga", whole.
_ONE_NAME = late(r"[^\W\d_]{2,30} ?, ?[^\W\d_]{2,30}(?: [^\W\d_]\.?)?|[A-ZÀ-Þ](?:\. ?| )[A-ZÀ-Þ][\w'’-]{2,30}")
_FEW_DIGITS = 5
_MOST = 60


@cache
def _after_name_label() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s|])(?:{labelled('patient')}) ?[:.;]+ ?(?P<value>{_NAME})", re.IGNORECASE)


@cache
def _after_doubtful_label() -> re.Pattern[str]:
    return re.compile(rf"^(?:{labelled('maybe_patient')}) ?[:;] ?(?P<value>{_NAME})$", re.IGNORECASE)


@cache
def _after_number_label() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:{labelled('patient_number')}) ?[:.#]{{0,2}} ?(?P<value>[A-Z]{{0,3}}\d[\w/ -]{{3,24}})",
        re.IGNORECASE,
    )


@cache
def _after_born_label() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{labelled('born')}) ?[:.]{{0,2}} ?(?P<value>{_DATE})", re.IGNORECASE)


def patients(lines: Sequence[BurnedInLine]) -> Iterator[Told]:
    """What the lines of one picture tell of a patient. Dates and ages alone are no patient's data."""
    found = [told for line in lines for told in _labelled(line)]
    personal = bool(found) or any(_PERSONAL.search(line.text) for line in lines)
    born = any(_BARE_DATE.fullmatch(line.text.strip()) and _is_of_birth(line.text) for line in lines)
    taken = {id(told.line) for told in found}
    for line in lines:
        text = line.text.strip()
        if id(line) in taken:
            continue
        comma = _SURNAME_FIRST.fullmatch(text) is not None and _is_bare_name(text)
        if (personal and _is_bare_name(text)) or (born and comma) or _has_personal_number(text):
            yield Told(Tells.PATIENT, text, line, sureness(line))
        elif _is_dated_name(text) or (comma and _is_surname_first(text)) or _stands_by_birth(line, lines):
            yield Told(Tells.PATIENT, text, line, sureness(line, Confidence.POSSIBLE))
    yield from found


def _labelled(line: BurnedInLine) -> Iterator[Told]:
    for match in _CARET.finditer(line.text):
        if not is_taken_out(match[0]):
            yield Told(Tells.PATIENT, match[0], line, sureness(line))
    text = fold(line.text)
    doubtful = (_after_number_label(), _after_doubtful_label())
    for pattern in (_after_name_label(), _after_born_label(), *doubtful):
        for match in pattern.finditer(text):
            aligned = len(text) == len(line.text)
            value = (line.text[slice(*match.span("value"))] if aligned else match["value"]).strip(" .,:;-")
            if pattern is _after_doubtful_label() and not _is_surname_first(value):
                continue
            if _is_somebodys(value, number=pattern is _after_number_label()):
                printed = line.text[match.start() : match.end()] if aligned else match[0]
                if aligned and value[0].islower():
                    continue
                sure = Confidence.POSSIBLE if pattern in doubtful else Confidence.LIKELY
                yield Told(Tells.PATIENT, printed.strip(), line, sureness(line, sure))


def _is_somebodys(value: str, *, number: bool) -> bool:
    if is_taken_out(value):
        return False
    digits = sum(char.isdigit() for char in value)
    if number:
        return digits >= _FEW_DIGITS and len(set(re.sub(r"\D", "", value))) > 1
    if digits:
        return True
    words = re.findall(r"[^\W\d_]{2,}", fold(value))
    if _ONE_NAME.fullmatch(value):
        return bool(words) and not any(word in label_words() for word in words)
    return len(words) >= 2 and not all(word in label_words() for word in words)


def _is_surname_first(value: str) -> bool:
    given = value.partition(",")[2].split()
    return bool(given) and is_given_name(given[0]) and _SURNAME_FIRST.fullmatch(value) is not None


def _stands_by_birth(line: BurnedInLine, lines: Sequence[BurnedInLine]) -> bool:
    """Whether a line is a name and nothing else, and a date of birth stands beside or below it."""
    text = line.text.strip()
    if not _NAME_ALONE.fullmatch(text) or is_taken_out(text) or not _is_no_label(text):
        return False
    return any(
        _BORN_LINE.fullmatch(other.text.strip()) and _is_of_birth(other.text) and beside(line, other)
        for other in lines[:_MOST]
    )


def _is_no_label(name: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", name)
    if any(fold(word) in label_words() or is_vendor(word) for word in words):
        return False
    return not all(is_everyday(word) for word in words)


def _is_of_birth(date: str) -> bool:
    years = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d", date)]
    return any(year in _BIRTHS for year in years)


def _has_personal_number(text: str) -> bool:
    """Whether the number of a person stands there that begins with the date of birth, as in the Nordic countries."""
    found = _PERSONAL_NUMBER.search(text)
    if found is None or int(found["year"]) not in _BIRTHS:
        return False
    is_time = int(found["hour"]) < 24 and int(found["minute"]) < 60
    return not is_time or int(found["year"]) < _STORED_SINCE


def _is_dated_name(text: str) -> bool:
    aged = _AGED_NAME.fullmatch(text)
    if aged is not None and not is_taken_out(text):
        return _is_no_label(aged["name"])
    match = _DATED_NAME.fullmatch(text)
    if match is None or is_taken_out(text):
        return False
    given = any(map(is_given_name, re.findall(r"[^\W\d_]{2,}", match["name"])))
    return _is_no_label(match["name"]) and (given or _is_of_birth(match["date"]))


def _is_bare_name(text: str) -> bool:
    """Whether the line begins with a name as banners print it: SURNAME, GIVEN or all in capitals."""
    match = _SURNAME_FIRST.match(text.strip()) or _CAPITALS.fullmatch(text.strip())
    if match is None or is_taken_out(text):
        return False
    words = [fold(word) for word in re.findall(r"[^\W\d_]{2,}", match[0])]
    return bool(words) and not any(word in label_words() for word in words)
