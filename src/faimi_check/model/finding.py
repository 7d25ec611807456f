"""What was found: hits as rules give them, and findings as a venue weighs them.

Finding, Location and Clause are part of the JSON contract (`model/report.py`): fields are only ever added.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

EVIDENCE_LIMIT = 2000


class Severity(StrEnum):
    """How much a finding weighs; the venue's profile sets it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for a note, 1 for a warning, 2 for an error."""
        return ("note", "warning", "error").index(self.value)


class Confidence(StrEnum):
    """How sure the rule is: `certain` is read off the file, `possible` is never an error."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def rank(self) -> int:
        """0 for possible, 1 for likely, 2 for certain."""
        return ("possible", "likely", "certain").index(self.value)


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """Where: the file as the user named it, the zip's member, page (from 1), bbox (x0, top, x1, bottom) in points.

    `pages` are all that it is about where that may be several; `page`, with the bbox, is the one to look at first.
    In a video `seconds` says when, and the bbox is in pixels of the frame.
    """

    file: str | None = None
    member: str | None = None
    page: int | None = None
    bbox: tuple[float, ...] | None = None
    seconds: float | None = None
    pages: tuple[int, ...] = ()


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Whom of a given list a hit names, and in which form; the name as it stands there, in which place and words.

    Hits with the same `told` say the same: one of them is enough.
    """

    who: str
    form: str
    text: str
    place: str
    context: str
    told: str


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule found, before the venue weighs it.

    `code` is one of the rule's codes; `message` says what is wrong with figure and limit; `evidence` is the exact
    text as a person would read it; `fix` what to do. A `blocking` hit leaves the rules that require this one
    nothing to judge. `named` is there where somebody of a given list is named. `things` are what it is about (fields,
    notes, attachments), where a heavier finding that is about them too says all that this one does.
    """

    code: str
    message: str
    fix: str
    confidence: Confidence = Confidence.CERTAIN
    evidence: str = ""
    where: Location = Location()
    blocking: bool = False
    named: Named | None = None
    things: tuple[object, ...] = ()


class Undecided(msgspec.Struct, frozen=True):
    """A rule's word that it could not tell, and why."""

    reason: str


class Skipped(msgspec.Struct, frozen=True):
    """A rule's word that it does not apply, and why."""

    reason: str


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """A clause of the call: word for word where `verbatim`, else in our words."""

    id: str
    quote: str
    source: str | None = None
    verbatim: bool = True


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A hit with the venue's severity and clause. `fingerprint` stays the same while what it says does.

    `clause` is None for a house rule: one of ours that no call states.
    """

    rule: str
    name: str
    code: str
    severity: Severity
    confidence: Confidence
    message: str
    evidence: str
    fix: str
    where: Location
    clause: Clause | None
    fingerprint: str
