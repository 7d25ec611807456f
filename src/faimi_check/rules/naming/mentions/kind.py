"""The kinds of what a sentence can name, told by shape and by the words beside it."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What is named."""

    PERSON = "person"
    INITIALS = "initials"
    INSTITUTION = "institution"
    PLACE = "place"
    FUNDER = "funder"
    NUMBER = "number"
    PROJECT = "project"
    TEAM = "team"
    EVENT = "event"
    NAME = "name"
    LINK = "link"
    HANDLE = "handle"
    CITATION = "citation"


PEOPLE = frozenset({Kind.PERSON, Kind.INITIALS})


class Mention(msgspec.Struct, frozen=True):
    """What a text names at the span from `start` to `end`."""

    kind: Kind
    text: str
    start: int
    end: int
