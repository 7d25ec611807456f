"""Entries taken by their name: which of them are videos, and one unpacked by itself."""

from __future__ import annotations

import os
import re
import stat
import time
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from faimi_check.model.problem import ProblemKind
from faimi_check.model.supplement import EntryFault, Supplement
from faimi_check.reading.limits import ArchiveLimits
from faimi_check.reading.sniff import is_playable
from faimi_check.reading.zip.content import EntryError, unpack
from faimi_check.reading.zip.directory import Member
from faimi_check.reading.zip.end import ZipError
from faimi_check.reading.zip.structure import walk

_VIDEO_NAME = re.compile(r"\.(?:avi|mp4|wmv|m4v|mov|mkv|webm|asf|3gp|divx)\Z", re.I)


def decode_members(supplement: Supplement) -> tuple[str, ...]:
    """Names of the entries that are videos by their bytes or claim to be by their names."""
    return tuple(
        entry.name
        for entry in supplement.entries
        if not entry.is_dir
        and entry.readable
        and not entry.leftover
        and entry.container != "pdf"
        and (is_playable(entry.container) or is_video_name(entry.name))
    )


def is_video_name(name: str) -> bool:
    """Whether an entry claims by its name to be a video."""
    return bool(_VIDEO_NAME.search(name))


def extract_member(path: Path, member: str, target: Path, limits: ArchiveLimits | None = None) -> None:
    """Writes one entry to `target`, which the caller chose in a private folder and takes away again.

    Raises EntryError, OutOfTimeError, ZipError, OSError.
    """
    limits = limits or ArchiveLimits()
    handle, entry = open_member(path, member, limits)
    with handle, target.open("wb") as out:
        for piece in unpack(handle, entry, limits, time.process_time() + limits.seconds):
            out.write(piece)


def open_member(path: Path, member: str, limits: ArchiveLimits) -> tuple[BinaryIO, Member]:
    """The opened zip and the entry of that name, for unpacking; the caller closes it.

    Raises ZipError, OSError, EntryError where there is no such entry.
    """
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode):
        raise ZipError(ProblemKind.WRONG_TYPE, "the supplement is not a regular file")
    handle = path.open("rb")
    try:
        found = _members(path, status.st_size, status.st_ino, status.st_mtime_ns, limits).get(member)
        if found is None:
            raise EntryError(EntryFault.DIRECTORY, "the zip does not list it")
    except BaseException:
        handle.close()
        raise
    return handle, found


# A worker unpacks one entry after the other, and a zip has up to thousands, each with a header to be compared.
@lru_cache(maxsize=2)
def _members(path: Path, size: int, number: int, written: int, limits: ArchiveLimits) -> dict[str, Member]:
    """The entries by their names, of two called alike the first; `number` and `written` tell a file from the one that
    stood there before."""
    with path.open("rb") as handle:
        return {entry.name: entry for entry in reversed(walk(handle, size, limits).members)}
