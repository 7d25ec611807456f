"""Entries whose bytes are not to be had, and archives within: by their names it is told what is then not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.supplement import Entry, EntryFault, Fault
from faimi_check.model.text.counted import first_of
from faimi_check.reading.readme import is_text_name
from faimi_check.reading.zip.members import is_video_name

_NAMED = 3
_LONGEST = 200
_WHY = {
    ProblemKind.ENCRYPTED: "could not be read without a password",
    ProblemKind.DAMAGED: "was not unpacked",
}
_OF_ARCHIVE = (Aspect.VIDEOS, Aspect.READMES, Aspect.ENTRIES)
_FOLDERS = re.compile(r".*[/\\]", re.S)
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,12}\Z")


def unread_entries(entries: Sequence[Entry], faults: Iterable[Fault]) -> Iterator[Problem]:
    """One problem for those that ask for a password, one for those that do not unpack, one for archives; leftovers of
    systems aside."""
    faulty: dict[str | None, ProblemKind] = {}
    for fault in faults:
        encrypted = fault.kind is EntryFault.ENCRYPTED
        faulty[fault.member] = ProblemKind.ENCRYPTED if encrypted else ProblemKind.DAMAGED
    unread = [entry for entry in entries if not (entry.readable or entry.leftover) and entry.name in faulty]
    for kind, why in _WHY.items():
        of_kind = [entry for entry in unread if faulty[entry.name] is kind]
        if of_kind:
            named = first_of((entry.name[:_LONGEST] for entry in of_kind), _NAMED)
            yield Problem(kind=kind, aspects=_left_open(of_kind), detail=f"{named} {why}")
    for entry in entries:
        if entry.is_archive and not entry.leftover:
            detail = f"{entry.name[:_LONGEST]}, an archive in the zip, was not looked into"
            yield Problem(kind=ProblemKind.LIMIT, aspects=_OF_ARCHIVE, detail=detail)
            break


def _left_open(entries: Iterable[Entry]) -> tuple[Aspect, ...]:
    """What each holds is not known, and as what it is called neither; without an extension it may be either."""
    found = {Aspect.ENTRIES}
    for entry in entries:
        bare = not _EXTENSION.search(entry.name)
        if bare or is_video_name(entry.name):
            found.add(Aspect.VIDEOS)
        if bare or entry.readme or is_text_name(_FOLDERS.sub("", entry.name)):
            found.add(Aspect.READMES)
    return tuple(aspect for aspect in Aspect if aspect in found)
