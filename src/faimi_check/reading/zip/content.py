"""Unpacking one entry of a zip, piece by piece, held to what the directory says of it.

Only the two methods that every system unpacks are read: stored and deflate. Nothing is written anywhere.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from faimi_check.model.supplement import EntryFault
from faimi_check.reading.limits import ArchiveLimits
from faimi_check.reading.zip.directory import Member

_STORED, _DEFLATED = 0, 8
_PIECE = 1 << 18
_METHODS = {
    1: "Shrink", 6: "Implode", 9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 97: "WavPack",
    98: "PPMd",
}  # fmt: skip


class EntryError(Exception):
    """The entry's bytes are not to be had, or not what the directory says; `kind` says why."""

    def __init__(self, kind: EntryFault, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail


class OutOfTimeError(Exception):
    """Unpacking took longer than the limit."""


def unpack(handle: BinaryIO, member: Member, limits: ArchiveLimits, deadline: float) -> Iterator[bytes]:
    """The entry's bytes in pieces of at most 256 KB; size and checksum are proved at the end.

    `deadline` is on time.process_time()'s clock. Raises EntryError, OutOfTimeError.
    """
    _refuse(member, limits)
    pieces = _stored(handle, member) if member.method == _STORED else _inflated(handle, member)
    crc = count = 0
    for piece in pieces:
        count += len(piece)
        crc = zlib.crc32(piece, crc)
        if count > member.size:
            raise EntryError(EntryFault.SIZE_LIES, f"it holds more than the {member.size:,} bytes it declares")
        if count > limits.bomb_bytes and count > limits.bomb_ratio * max(1, member.compressed):
            raise EntryError(EntryFault.BOMB, _bomb(member))
        if time.process_time() > deadline:
            raise OutOfTimeError
        yield piece
    if count != member.size:
        raise EntryError(EntryFault.SIZE_LIES, f"it declares {member.size:,} bytes and holds {count:,}")
    if crc != member.crc:
        raise EntryError(EntryFault.CHECKSUM, "its content does not match its checksum: it is damaged")


def _refuse(member: Member, limits: ArchiveLimits) -> None:
    if member.encrypted:
        raise EntryError(EntryFault.ENCRYPTED, "it is encrypted")
    if member.method not in (_STORED, _DEFLATED):
        name = _METHODS.get(member.method, "unknown")
        raise EntryError(
            EntryFault.METHOD, f"it is packed with method {member.method} ({name}), which many programs cannot unpack"
        )
    if member.data is None:
        raise EntryError(EntryFault.HEADERS_DIFFER, "there is no entry where the directory says")
    if member.size > limits.bomb_bytes and member.size > limits.bomb_ratio * max(1, member.compressed):
        raise EntryError(EntryFault.BOMB, _bomb(member))
    if member.size > limits.max_entry:
        raise EntryError(
            EntryFault.BOMB, f"it unpacks to {member.size / 1e9:.1f} GB; the limit is {limits.max_entry / 1e9:.1f} GB"
        )


def _bomb(member: Member) -> str:
    ratio = member.size // max(1, member.compressed)
    return f"it unpacks {member.compressed:,} bytes to {member.size:,}, {ratio:,} times as many: a zip bomb"


def _stored(handle: BinaryIO, member: Member) -> Iterator[bytes]:
    left, at = member.compressed, member.data or 0
    while left > 0:
        handle.seek(at)
        piece = handle.read(min(_PIECE, left))
        if not piece:
            raise EntryError(EntryFault.SIZE_LIES, "the file ends in the middle of it")
        at += len(piece)
        left -= len(piece)
        yield piece


def _inflated(handle: BinaryIO, member: Member) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    packed = _stored(handle, member)
    try:
        for block in packed:
            while block:
                piece = inflater.decompress(block, _PIECE)
                block = inflater.unconsumed_tail
                if piece:
                    yield piece
            if inflater.eof:
                break
        while not inflater.eof:
            piece = inflater.decompress(b"", _PIECE)
            if not piece:
                raise EntryError(EntryFault.CHECKSUM, "its compressed data is cut short")
            yield piece
    except zlib.error as error:
        raise EntryError(EntryFault.CHECKSUM, "its compressed data is damaged") from error
    if inflater.unused_data or next(packed, b""):
        raise EntryError(EntryFault.SIZE_LIES, "more data follows its end")
