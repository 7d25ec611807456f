"""The entries of the central directory, with the fields that widen them."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import msgspec

from faimi_check.model.supplement import EntryFault, Fault
from faimi_check.reading.limits import ArchiveLimits
from faimi_check.reading.zip.entry_names import EntryName, decode_name

CENTRAL_SIGNATURE = b"PK\x01\x02"
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_MAX32 = 0xFFFFFFFF
ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000
_UTF8_FLAG = 0x0800
_AES_METHOD = 99


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as the central directory tells it. `mode` is the Unix mode, 0 where the writer gave none; `old_name` is
    whether nothing says in which encoding the name is. `local_extra` stands in the entry's own header."""

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
    local_extra: bytes = b""
    comment: bytes = b""
    old_name: bool = False
    data: int | None = None
    end: int | None = None

    @property
    def is_dir(self) -> bool:
        return self.name.endswith(("/", "\\"))

    @property
    def encrypted(self) -> bool:
        return bool(self.flags & ENCRYPTED_FLAGS) or self.method == _AES_METHOD


def central_entries(
    block: bytes, shift: int, limits: ArchiveLimits, faults: list[Fault], old_encoding: str = "cp437"
) -> Iterator[Member]:
    """The entries in the directory's order, their offsets moved by `shift`; what is wrong is added to `faults`."""
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
        name = decode_name(
            raw, utf8=bool(values[3] & _UTF8_FLAG), extra=dict(extra_fields(extra)), old_encoding=old_encoding
        )
        if name.complaint:
            faults.append(Fault(EntryFault.BAD_NAME, name.complaint, name.text))
        yield _member(values, raw, name, extra, comment, shift, faults)
    if at < len(block) and block[at : at + 4] != b"PK\x05\x05":
        faults.append(Fault(EntryFault.DIRECTORY, f"{len(block) - at:,} bytes of the directory are not entries"))


def _member(
    values: tuple[int, ...],
    raw: bytes,
    name: EntryName,
    extra: bytes,
    comment: bytes,
    shift: int,
    faults: list[Fault],
) -> Member:
    flags, method, crc, compressed, size = values[3], values[4], values[7], values[8], values[9]
    header = values[16]
    try:
        size, compressed, header = widen(extra, size, compressed, header)
    except ValueError:
        faults.append(Fault(EntryFault.SIZE_LIES, "its zip64 sizes are missing or cut short", name.text))
    return Member(
        name=name.text, raw_name=raw, old_name=name.old, flags=flags, method=method, crc=crc, compressed=compressed,
        size=size, header=header + shift, mode=values[15] >> 16, extra=extra, comment=comment,
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
