"""What is told by a picture, and how surely: never more than `likely`, since a reading can err."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

import msgspec

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.finding import Confidence
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.tables import any_of, listed, table

# Below these a reading is a guess.
_POOR_SCORE = 0.75
_POOR_PIXELS = 9.0


class Tells(StrEnum):
    """Of whom or what a picture tells; the values are codes of the rules."""

    CONTACT = "contact"
    LOGIN = "login"
    PERSON = "person"
    INSTITUTION = "institution"
    PATIENT = "patient"
    CODE = "code"
    FUNDING = "funding"


class Told(msgspec.Struct, frozen=True):
    """Something that a line of a picture tells; `text` as it was read."""

    tells: Tells
    text: str
    line: BurnedInLine
    confidence: Confidence = Confidence.LIKELY


def sureness(line: BurnedInLine, at_most: Confidence = Confidence.LIKELY) -> Confidence:
    """How sure what is read in the line can be."""
    poor = line.score < _POOR_SCORE or 0 < line.pixels < _POOR_PIXELS
    return Confidence.POSSIBLE if poor or at_most is Confidence.POSSIBLE else Confidence.LIKELY


def label_words() -> frozenset[str]:
    """Words that figures, banners and windows are labelled with."""
    return listed("pictured", "labels")


@cache
def _taken_out() -> re.Pattern[str]:
    return late(rf"{any_of('pictured', 'taken_out')}(?![a-z])")


def is_taken_out(value: str) -> bool:
    """Whether a name or number says that it was taken out, or stands for nobody: ANON_0017, Subject 12, xxx."""
    return _taken_out().match(fold(value).strip(" :^_-.,<([")) is not None


def labelled(key: str) -> str:
    """A pattern of the labels under a key of the table."""
    return "|".join(table("pictured")[key])


@cache
def vendors() -> re.Pattern[str]:
    """Makers of devices and programs, in folded text."""
    return late(rf"\b{any_of('pictured', 'vendors')}\b")


def is_vendor(word: str) -> bool:
    """Whether a word is the name of one."""
    return vendors().fullmatch(fold(word)) is not None


@cache
def collections() -> re.Pattern[str]:
    """Public sets of data, in folded text."""
    return late(rf"\b{any_of('pictured', 'collections')}")
