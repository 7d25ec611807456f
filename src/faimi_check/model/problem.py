"""What could not be read, and which judgements that leaves open."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Aspect(StrEnum):
    """One part of what reading learns; rules name the aspects they judge by.

    Of a supplement ARCHIVE is its directory, ENTRIES what each entry holds.
    """

    STRUCTURE = "structure"
    TEXT = "text"
    LAYOUT = "layout"
    METADATA = "metadata"
    OBJECTS = "objects"
    VISIBILITY = "visibility"
    ARCHIVE = "archive"
    VIDEOS = "videos"
    READMES = "readmes"
    ENTRIES = "entries"


# What nothing is known of where a paper's pages were not read, and where a file of the supplement was not.
OF_PAGES = (
    Aspect.STRUCTURE, Aspect.TEXT, Aspect.LAYOUT, Aspect.METADATA, Aspect.OBJECTS, Aspect.VISIBILITY,
)  # fmt: skip
OF_SUPPLEMENT = (Aspect.ARCHIVE, Aspect.VIDEOS, Aspect.READMES, Aspect.ENTRIES)


class ProblemKind(StrEnum):
    """Why something could not be read: MACHINE and BUG are nobody's fault who handed it in."""

    WRONG_TYPE = "wrong-type"
    EMPTY = "empty"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    LIMIT = "limit"
    DISAGREEMENT = "disagreement"
    NO_TEXT = "no-text"
    GARBLED = "garbled"
    MACHINE = "machine"
    BUG = "bug"


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be read; the aspects it leaves open are then never `passed`.

    `fatal` problems leave nothing to judge. `detail` is a sentence for the reader, of bounded length.
    """

    kind: ProblemKind
    aspects: tuple[Aspect, ...]
    detail: str
    member: str | None = None
    page: int | None = None
    fatal: bool = False
