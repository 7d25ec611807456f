"""The zip's own structure: a strict walk over the central directory and the local headers, which must agree.

Lenient readers differ on what a doubtful zip holds, so that what is checked here might not be what a reviewer
unpacks. Offsets and sizes are bytes from the beginning of the file. Source: PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5.
"""

from __future__ import annotations

import re
import struct
import time
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

import msgspec

from faimi_check.model.problem import ProblemKind
from faimi_check.model.supplement import EntryFault, Fault
from faimi_check.reading.limits import ArchiveLimits
from faimi_check.reading.zip.content import EntryError, OutOfTimeError, unpack
from faimi_check.reading.zip.directory import ENCRYPTED_FLAGS, Member, central_entries, widen
from faimi_check.reading.zip.end import EndRecord, ZipError, find_end, read_at
from faimi_check.reading.zip.old_names import encoding_of_names

LOCAL_SIGNATURE = b"PK\x03\x04"
LOCAL = struct.Struct("<4s5H3I2H")
DESCRIPTOR_FLAG = 0x0008
_TEXT_NAME = re.compile(r"\.(?:txt|md)\Z|read[ _.-]?me[^.]{0,20}\Z", re.I)
_MOST_TEXTS = 5
_SECONDS = 1.0


class Structure(msgspec.Struct):
    """What the walk found. `members` keep the directory's order; `end` is where the end record begins."""

    members: list[Member] = msgspec.field(default_factory=list)
    comment: bytes = b""
    faults: list[Fault] = msgspec.field(default_factory=list)
    directory: int = 0
    end: int = 0


def walk(handle: BinaryIO, size: int, limits: ArchiveLimits) -> Structure:
    """Reads the directory and checks it against the local headers.

    Raises ZipError where there is no directory to read or it outruns the limits.
    """
    end = find_end(handle, size)
    if end.entries > limits.max_entries:
        raise ZipError(ProblemKind.LIMIT, f"the zip lists {end.entries:,} entries; the limit is {limits.max_entries:,}")
    if end.directory_size > limits.max_directory:
        raise ZipError(
            ProblemKind.LIMIT,
            f"the zip's directory is {end.directory_size:,} bytes long; the limit is {limits.max_directory:,}",
        )
    directory_at = end.first - end.directory_size
    if directory_at < 0 or end.directory_offset > directory_at:
        raise ZipError(ProblemKind.DAMAGED, "the zip's directory is not where the zip says it is")
    structure = Structure(comment=end.comment, directory=directory_at, end=end.at)
    shift = directory_at - end.directory_offset
    _note_surroundings(structure, end, shift)
    block = read_at(handle, directory_at, end.directory_size)
    faults: list[Fault] = []
    structure.members = list(central_entries(block, shift, limits, faults))
    if any(member.old_name for member in structure.members):
        encoding = _encoding_of_names(handle, size, structure.members, limits)
        faults = []
        structure.members = list(central_entries(block, shift, limits, faults, encoding))
    structure.faults += faults
    if len(structure.members) != end.entries:
        structure.faults.append(
            Fault(
                EntryFault.DIRECTORY,
                f"the zip says it holds {end.entries:,} entries, its directory lists {len(structure.members):,}",
            )
        )
    structure.members = [_with_local_header(handle, size, member, structure.faults) for member in structure.members]
    return structure


def _encoding_of_names(handle: BinaryIO, size: int, members: list[Member], limits: ArchiveLimits) -> str:
    """The encoding of names that say nothing of it; what the READMEs call the files tells most."""
    readable = (member for member in members if member.size <= limits.max_text and _TEXT_NAME.search(member.name))
    texts = [
        _content(handle, _with_local_header(handle, size, member, []), limits)
        for member in islice(readable, _MOST_TEXTS)
    ]
    return encoding_of_names([member.raw_name for member in members if member.old_name], texts)


def _content(handle: BinaryIO, member: Member, limits: ArchiveLimits) -> bytes:
    """The member's bytes; none where they are not to be had, which is told where it is read."""
    try:
        return b"".join(unpack(handle, member, limits, time.process_time() + _SECONDS))
    except (EntryError, OutOfTimeError):
        return b""


def _note_surroundings(structure: Structure, end: EndRecord, shift: int) -> None:
    if end.trailing:
        kind = EntryFault.TRAILING_BLANKS if end.blank else EntryFault.FOREIGN_DATA
        structure.faults.append(Fault(kind, f"{end.trailing:,} bytes follow the end of the zip"))
    if shift:
        structure.faults.append(Fault(EntryFault.FOREIGN_DATA, f"{shift:,} bytes of something else precede the zip"))
    if end.disks:
        structure.faults.append(
            Fault(EntryFault.MULTI_DISK, "the zip is one part of an archive split over several files")
        )


def _with_local_header(handle: BinaryIO, size: int, member: Member, faults: list[Fault]) -> Member:
    header = read_at(handle, member.header, LOCAL.size)
    if len(header) < LOCAL.size or header[:4] != LOCAL_SIGNATURE:
        faults.append(Fault(EntryFault.HEADERS_DIFFER, "there is no entry where the directory says", member.name))
        return member
    _, _, flags, method, _, _, crc, compressed, full, name_size, extra_size = LOCAL.unpack(header)
    rest = read_at(handle, member.header + LOCAL.size, name_size + extra_size)
    differing = list(_differences(member, flags, method, rest[:name_size]))
    try:
        full, compressed = widen(rest[name_size:], full, compressed)
    except ValueError:
        differing.append("zip64 sizes")
    described = bool(flags & DESCRIPTOR_FLAG)
    if (crc, compressed, full) != (member.crc, member.compressed, member.size) and not (
        described and crc in (0, member.crc) and compressed in (0, member.compressed) and full in (0, member.size)
    ):
        differing.append("size or checksum")
    if differing:
        detail = f"the zip's directory and the entry itself differ in {', '.join(differing)}"
        faults.append(Fault(EntryFault.HEADERS_DIFFER, detail, member.name))
    data = member.header + LOCAL.size + name_size + extra_size
    end = data + member.compressed
    if end > size:
        faults.append(Fault(EntryFault.SIZE_LIES, "it reaches beyond the end of the file", member.name))
    return msgspec.structs.replace(member, data=data, end=end, local_extra=rest[name_size:])


def _differences(member: Member, flags: int, method: int, raw_name: bytes) -> Iterator[str]:
    if raw_name != member.raw_name:
        yield f"name (the entry itself is called {raw_name[:120].decode('utf-8', 'backslashreplace')!r})"
    if method != member.method:
        yield "compression method"
    if (flags ^ member.flags) & (ENCRYPTED_FLAGS | DESCRIPTOR_FLAG):
        yield "flags"
