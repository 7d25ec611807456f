"""Where the entries of a zip lie in its file: overlaps, gaps, and entries that the directory does not list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from faimi_check.model.supplement import EntryFault, Fault
from faimi_check.reading.zip.directory import Member
from faimi_check.reading.zip.structure import DESCRIPTOR_FLAG, LOCAL_SIGNATURE, Structure

# A data descriptor: optional signature, CRC, and two sizes of 4 or (zip64) 8 bytes. The widest is tried first.
_DESCRIPTOR_SIZES = (24, 20, 16, 12)


def extent_faults(handle: BinaryIO, structure: Structure) -> Iterator[Fault]:
    """Faults in how the entries follow one another from the file's beginning to the directory."""
    placed = sorted((m for m in structure.members if m.end is not None), key=lambda member: member.header)
    reached, previous = 0, ""
    for member in placed:
        if member.header < reached:
            yield Fault(EntryFault.OVERLAP, f"it shares bytes with {previous!r}", member.name)
        elif member.header > reached:
            yield _gap(handle, reached, member.header, previous)
        end = member.end or 0
        following = min((m.header for m in placed if m.header >= end), default=structure.directory)
        reached = max(reached, end + _descriptor(handle, member, following - end))
        previous = member.name
    if structure.members and reached < structure.directory:
        yield _gap(handle, reached, structure.directory, previous)
    elif reached > structure.directory:
        yield Fault(EntryFault.OVERLAP, "it reaches into the zip's directory", previous)


def _descriptor(handle: BinaryIO, member: Member, room: int) -> int:
    if not member.flags & DESCRIPTOR_FLAG or member.end is None:
        return 0
    handle.seek(member.end)
    block = handle.read(24)
    for size in _DESCRIPTOR_SIZES:
        width = 8 if size >= 20 else 4
        signed = size in (16, 24)
        if size > room or (signed and block[:4] != b"PK\x07\x08"):
            continue
        at = 4 if signed else 0
        crc = int.from_bytes(block[at : at + 4], "little")
        packed = int.from_bytes(block[at + 4 : at + 4 + width], "little")
        full = int.from_bytes(block[at + 4 + width : at + 4 + 2 * width], "little")
        if (crc, packed, full) == (member.crc, member.compressed, member.size):
            return size
    return 0


def _gap(handle: BinaryIO, start: int, end: int, previous: str) -> Fault:
    handle.seek(start)
    after = f" after {previous!r}" if previous else " at its beginning"
    if handle.read(4) == LOCAL_SIGNATURE:
        return Fault(EntryFault.NOT_IN_DIRECTORY, f"the zip holds an entry{after} that its directory does not list")
    return Fault(EntryFault.FOREIGN_DATA, f"{end - start:,} bytes{after} belong to no entry")
