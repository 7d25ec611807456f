"""The end of a zip: the record that says where its directory is. Source: PKWARE APPNOTE 6.3.10, 4.3.14 to 4.3.16."""

from __future__ import annotations

import struct
from typing import BinaryIO

import msgspec

from faimi_check.model.problem import ProblemKind

END_SIGNATURE = b"PK\x05\x06"
END64_SIGNATURE = b"PK\x06\x06"
LOCATOR64_SIGNATURE = b"PK\x06\x07"
_END = struct.Struct("<4s4H2IH")
_END64 = struct.Struct("<4sQ2H2I4Q")
_LOCATOR64 = struct.Struct("<4sIQI")
_MAX16, _MAX32 = 0xFFFF, 0xFFFFFFFF
_MAX_COMMENT = 65_535
# What a transfer as text appends; zeros alone are what fills a block of a tape or a disk.
_FEW, _BLANKS = 64, b"\r\n \t\x00\x1a"


class ZipError(Exception):
    """The bytes are not a zip whose directory can be read; `kind` says why."""

    def __init__(self, kind: ProblemKind, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail


class EndRecord(msgspec.Struct, frozen=True):
    """The end of the central directory, with what zip64 says in its place where there is a zip64 record.

    `trailing` counts the bytes behind it; `blank` says that they are zeros only, or few, and line ends
    and blanks.
    """

    at: int
    first: int
    entries: int
    directory_size: int
    directory_offset: int
    comment: bytes
    disks: bool
    trailing: int
    blank: bool = False


def read_at(handle: BinaryIO, at: int, count: int) -> bytes:
    """Up to `count` bytes from offset `at` on."""
    handle.seek(max(0, at))
    return handle.read(count)


def find_end(handle: BinaryIO, size: int) -> EndRecord:
    """The end record whose comment reaches closest to the file's end. Raises ZipError where there is none."""
    start = max(0, size - _MAX_COMMENT - _END.size)
    tail = read_at(handle, start, size - start)
    best: tuple[int, int] | None = None
    at = tail.rfind(END_SIGNATURE)
    while at >= 0:
        if len(tail) - at >= _END.size:
            trailing = len(tail) - at - _END.size - int.from_bytes(tail[at + 20 : at + 22], "little")
            if trailing >= 0 and (best is None or trailing < best[1]):
                best = (at, trailing)
            if trailing == 0:
                break
        at = tail.rfind(END_SIGNATURE, 0, at)
    if best is None:
        raise ZipError(
            ProblemKind.DAMAGED, "the zip's directory is missing: the file was cut short or something was appended"
        )
    return _end_record(handle, start + best[0], tail[best[0] :], best[1])


def _end_record(handle: BinaryIO, at: int, record: bytes, trailing: int) -> EndRecord:
    _, disk, start_disk, here, entries, length, offset, comment = _END.unpack_from(record)
    disks = disk not in (0, _MAX16) or start_disk not in (0, _MAX16) or here != entries
    first = at
    locator = read_at(handle, at - _LOCATOR64.size, _LOCATOR64.size)
    if locator[:4] == LOCATOR64_SIGNATURE and len(locator) == _LOCATOR64.size:
        _, _, where, total = _LOCATOR64.unpack(locator)
        block = read_at(handle, where, _END64.size)
        if len(block) < _END64.size or block[:4] != END64_SIGNATURE:
            raise ZipError(ProblemKind.DAMAGED, "the zip64 end record is not where the zip says it is")
        wide = _END64.unpack(block)
        if any(
            narrow not in (value, limit)
            for narrow, value, limit in (
                (entries, wide[7], _MAX16),
                (length, wide[8], _MAX32),
                (offset, wide[9], _MAX32),
            )
        ):
            raise ZipError(ProblemKind.DAMAGED, "the zip's two end records contradict each other")
        entries, length, offset = wide[7:10]
        disks = disks or total > 1 or wide[4] != 0 or wide[5] != 0
        first = where
    note = record[_END.size : _END.size + comment]
    rest = record[_END.size + comment :]
    blank = bool(rest) and (not rest.strip(b"\0") or (len(rest) <= _FEW and not rest.strip(_BLANKS)))
    return EndRecord(at, first, entries, length, offset, note, disks, trailing, blank)
