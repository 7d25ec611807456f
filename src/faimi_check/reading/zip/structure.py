"""The zip's own structure: a strict walk over the central directory and the local headers, which must agree.

Lenient readers differ on what a doubtful zip holds, so that what is checked here might not be what a reviewer
unpacks. Offsets and sizes are bytes from the beginning of the file. Source: PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from faimi_check.model.problem import ProblemKind
from faimi_check.model.supplement import EntryFault, Fault
from faimi_check.reading.limits import ArchiveLimits
from faimi_check.reading.zip.end import EndRecord, ZipError, find_end, read_at
from faimi_check.reading.zip.entry_names import decode_name

LOCAL_SIGNATURE = b"PK\x03\x04"
CENTRAL_SIGNATURE = b"PK\x01\x02"
_CENTRAL = struct.Struct("<4s6H3I5H2I")
LOCAL = struct.Struct("<4s5H3I2H")
_MAX32 = 0xFFFFFFFF
ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000
DESCRIPTOR_FLAG = 0x0008
_AES_METHOD = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An entry as the central directory tells it. `mode` is the Unix mode, 0 where the writer gave none."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    crc: int
    compressed: int
    size: int
    header: int
    mode: int = 0
    extra: bytes = b""
    comment: bytes = b""
    data: int | None = None
    end: int | None = None

    @property
    def is_dir(self) -> bool:
        return self.name.endswith(("/", "\\"))

    @property
    def encrypted(self) -> bool:
        return bool(self.flags & ENCRYPTED_FLAGS) or self.method == _AES_METHOD


@dataclass(slots=True)
class Structure:
    """What the walk found. `members` keep the directory's order; `end` is where the end record begins."""

    members: list[Member] = field(default_factory=list)
    comment: bytes = b""
    faults: list[Fault] = field(default_factory=list)
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
    structure.members = list(_central_entries(block, shift, limits, structure.faults))
    if len(structure.members) != end.entries:
        structure.faults.append(
            Fault(
                EntryFault.DIRECTORY,
                f"the zip says it holds {end.entries:,} entries, its directory lists {len(structure.members):,}",
            )
        )
    structure.members = [_with_local_header(handle, size, member, structure.faults) for member in structure.members]
    return structure


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


def _central_entries(block: bytes, shift: int, limits: ArchiveLimits, faults: list[Fault]) -> Iterator[Member]:
    at = 0
    for _ in range(limits.max_entries + 1):
        if at + _CENTRAL.size > len(block) or block[at : at + 4] != CENTRAL_SIGNATURE:
            break
        values = _CENTRAL.unpack_from(block, at)
        name_size, extra_size, comment_size = values[10:13]
        at += _CENTRAL.size
        raw = block[at : at + name_size]
        extra = block[at + name_size : at + name_size + extra_size]
        comment = block[at + name_size + extra_size : at + name_size + extra_size + comment_size]
        at += name_size + extra_size + comment_size
        if at > len(block):
            faults.append(Fault(EntryFault.DIRECTORY, "the directory's last entry is cut short"))
            break
        yield _member(values, raw, extra, comment, shift, faults)
    if at < len(block) and block[at : at + 4] != b"PK\x05\x05":
        faults.append(Fault(EntryFault.DIRECTORY, f"{len(block) - at:,} bytes of the directory are not entries"))


def _member(
    values: tuple[int, ...], raw: bytes, extra: bytes, comment: bytes, shift: int, faults: list[Fault]
) -> Member:
    flags, method, crc, compressed, size = values[3], values[4], values[7], values[8], values[9]
    name, complaint = decode_name(raw, utf8=bool(flags & 0x0800), extra=dict(extra_fields(extra)))
    if complaint:
        faults.append(Fault(EntryFault.BAD_NAME, complaint, name))
    header = values[16]
    try:
        size, compressed, header = widen(extra, size, compressed, header)
    except ValueError:
        faults.append(Fault(EntryFault.SIZE_LIES, "its zip64 sizes are missing or cut short", name))
    return Member(
        name=name, raw_name=raw, flags=flags, method=method, crc=crc, compressed=compressed, size=size,
        header=header + shift, mode=values[15] >> 16, extra=extra, comment=comment,
    )  # fmt: skip


def extra_fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """The extra field's parts as (id, payload); ends at the first one that is cut short."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        payload = extra[at + 4 : at + 4 + length]
        if len(payload) < length:
            return
        yield kind, payload
        at += 4 + length


def widen(extra: bytes, *values: int) -> tuple[int, ...]:
    """The values with those that stand at 32-bit maximum replaced from the zip64 extra field, in their order.

    Raises ValueError where the field is missing or too short.
    """
    if all(value != _MAX32 for value in values):
        return values
    wide = next((payload for kind, payload in extra_fields(extra) if kind == 1), b"")
    result = []
    for value in values:
        if value == _MAX32:
            if len(wide) < 8:
                raise ValueError("zip64 field too short")
            value, wide = int.from_bytes(wide[:8], "little"), wide[8:]
        result.append(value)
    return tuple(result)


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
    return replace(member, data=data, end=end)


def _differences(member: Member, flags: int, method: int, raw_name: bytes) -> Iterator[str]:
    if raw_name != member.raw_name:
        yield f"name (the entry itself is called {raw_name[:120].decode('utf-8', 'backslashreplace')!r})"
    if method != member.method:
        yield "compression method"
    if (flags ^ member.flags) & (ENCRYPTED_FLAGS | DESCRIPTOR_FLAG):
        yield "flags"
