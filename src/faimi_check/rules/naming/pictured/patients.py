"""A patient's data in the banner of a scanner: name, date of birth, number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.finding import Confidence
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.people.han_names import JOINED
from faimi_check.rules.naming.pictured import shapes
from faimi_check.rules.naming.pictured.matter import (
    Tells,
    Told,
    collections,
    is_taken_out,
    label_words,
    labelled,
    sureness,
)
from faimi_check.rules.naming.pictured.together import beside, is_label

_CARET = late(r"(?<![\w^])[^\W\d_][\w'’-]{1,30}\^[^\W\d_][\w'’^.-]{0,40}")
_NAME = r"[^\W\d_][\w'’.,^-]*(?: [^\W\d_][\w'’.,^-]*){0,3}"
_FEW_DIGITS = 5
_MOST = 60


@cache
def _after_name_label() -> re.Pattern[str]:
    # "Patient name" tells a name also where the reader lost the colon.
    label = rf"(?P<label>{labelled('patient')}) ?[:.;]+|patient(?:'?s)? ?name(?= )"
    return late(rf"(?:^|[\s|])(?:{label}) ?(?P<value>{_NAME})", re.IGNORECASE)


@cache
def _after_unspaced_label() -> re.Pattern[str]:
    value = rf"{JOINED}{{1,4}}(?: {JOINED}{{1,3}})?"
    return late(rf"(?:{labelled('unspaced')}) ?[:：;]? ?(?P<value>{value})(?!{JOINED})")


@cache
def _after_doubtful_label() -> re.Pattern[str]:
    return late(rf"^(?:{labelled('maybe_patient')}) ?[:;] ?(?P<value>{_NAME})$", re.IGNORECASE)


@cache
def _after_number_label() -> re.Pattern[str]:
    return late(
        rf"(?<![\w-])(?:{labelled('patient_number')}) ?[:.#]{{0,2}} ?(?P<value>[A-Z]{{0,3}}\d[\w/ -]{{3,24}})",
        re.IGNORECASE,
    )


@cache
def _after_born_label() -> re.Pattern[str]:
    return late(rf"(?<![\w-])(?:{labelled('born')}) ?[:.]{{0,2}} ?(?P<value>{shapes.DATE})", re.IGNORECASE)


def patients(lines: Sequence[BurnedInLine]) -> Iterator[Told]:
    """What the lines of one picture tell of a patient. Dates and ages alone are no patient's data."""
    # Numbers in a picture that names a public set are that set's.
    public = any(collections().search(fold(line.text)) for line in lines)
    found = [told for line in lines for told in _labelled(line, numbers=not public)]
    personal = bool(found) or any(shapes.PERSONAL.search(line.text) for line in lines)
    born = any(shapes.is_date(line.text.strip()) and shapes.is_of_birth(line.text) for line in lines)
    clinical = any(shapes.CLINICAL.search(line.text) for line in lines)
    taken = {id(told.line) for told in found}
    for line in lines:
        text = line.text.strip()
        if id(line) in taken or is_label(text):
            continue
        comma = shapes.has_comma(text) or shapes.is_surname_first(text)
        if (personal and shapes.is_bare_name(text)) or (born and comma) or shapes.has_personal_number(text):
            yield Told(Tells.PATIENT, text, line, sureness(line))
        elif (
            shapes.is_dated_name(text)
            or _stands_by_birth(line, lines)
            or (comma and _is_called(text, clinical=clinical))
        ):
            yield Told(Tells.PATIENT, text, line, sureness(line, Confidence.POSSIBLE))
    yield from found


def _is_called(text: str, *, clinical: bool) -> bool:
    """Whether `Quiroga, Mateo` on its own is a person: people are called so, or somebody is being looked at."""
    return shapes.is_surname_first(text) or (clinical and shapes.is_no_label(text))


def _labelled(line: BurnedInLine, *, numbers: bool) -> Iterator[Told]:
    for match in _CARET.finditer(line.text):
        if not is_taken_out(match[0]):
            yield Told(Tells.PATIENT, match[0], line, sureness(line))
    for match in _after_unspaced_label().finditer(line.text):
        if not is_taken_out(match["value"]):
            yield Told(Tells.PATIENT, match[0], line, sureness(line))
    text = fold(line.text)
    for pattern in (_after_name_label(), _after_born_label(), _after_number_label(), _after_doubtful_label()):
        if pattern is _after_number_label() and not numbers:
            continue
        for match in pattern.finditer(text):
            aligned = len(text) == len(line.text)
            value = (line.text[slice(*match.span("value"))] if aligned else match["value"]).strip(" .,:;-")
            sure = _how_sure(pattern, match, value)
            if sure is not None and not (aligned and value[0].islower()):
                printed = line.text[match.start() : match.end()] if aligned else match[0]
                yield Told(Tells.PATIENT, printed.strip(), line, sureness(line, sure))


def _how_sure(pattern: re.Pattern[str], match: re.Match[str], value: str) -> Confidence | None:
    """How surely a value behind a label is a patient's, None where it is nobody's."""
    if is_taken_out(value):
        return None
    if pattern is _after_doubtful_label():
        return Confidence.POSSIBLE if shapes.is_surname_first(value) or _is_called_so(value) else None
    if pattern is _after_number_label():
        digits = re.sub(r"\D", "", value)
        hashed = re.fullmatch(r"(?=.*[a-fA-F].*[a-fA-F])[\da-fA-F]{8,}", value) is not None
        real = len(digits) >= _FEW_DIGITS and len(set(digits)) > 1 and not hashed and not shapes.is_date(value.strip())
        return Confidence.POSSIBLE if real else None
    if pattern is _after_born_label():
        return None if shapes.is_blank_date(value) else Confidence.LIKELY
    return _is_somebodys(value, weak=match["label"] == "name")


def _is_somebodys(value: str, *, weak: bool) -> Confidence | None:
    """How surely what stands behind a label for names is one; `weak` where the label stands before much else."""
    value = shapes.leading_name(value)
    words = re.findall(r"[^\W\d_]{2,}", fold(value))
    if any(char.isdigit() for char in value) or not words:
        return None
    if shapes.is_one_name(value):
        return None if any(word in label_words() for word in words) else Confidence.LIKELY
    if len(words) >= 2:
        return None if all(word in label_words() for word in words) else Confidence.LIKELY
    known = any(map(may_be_given_name, words))
    return Confidence.POSSIBLE if shapes.is_single_name(value) and (known or not weak) else None


def _is_called_so(value: str) -> bool:
    words = value.split()
    return 2 <= len(words) <= 3 and may_be_given_name(words[0]) and shapes.is_proper(value)


def _stands_by_birth(line: BurnedInLine, lines: Sequence[BurnedInLine]) -> bool:
    """Whether a line is a name and nothing else, and a date of birth stands beside or below it."""
    text = line.text.strip()
    if not shapes.is_proper(text):
        return False
    return any(shapes.is_born_line(other.text.strip()) and beside(line, other) for other in lines[:_MOST])
