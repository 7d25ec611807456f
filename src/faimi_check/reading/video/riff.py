"""The chunks of AVI files. Source: Microsoft's AVI RIFF reference."""

from __future__ import annotations

from typing import BinaryIO

from faimi_check.reading.video.media import MAX_DEPTH, MAX_STEPS, MediaStructure


def walk_avi(handle: BinaryIO, size: int, found: MediaStructure) -> None:
    """Walks the chunks of an AVI file."""
    at, riff, pictures = 0, 0, False
    for _ in range(MAX_STEPS):
        if at >= size:
            break
        handle.seek(at)
        header = handle.read(12)
        if at == 0 and header[:4] != b"RIFF":
            break
        length = int.from_bytes(header[4:8], "little")
        again = at > 0 and header[:4] == b"RIFF" and header[8:12] != b"AVIX"
        if again or len(header) < 8 or not _is_chunk(header[:4]) or (0 < riff <= at and length > size - at - 8):
            found.surplus_at = at
            break
        # Written to a pipe, the length stays 0 or at its maximum.
        if header[:4] == b"RIFF" or header[8:12] == b"movi":
            declared = length if length not in (0, 0xFFFFFFFF) else 0
            found.missing = max(found.missing, at + 8 + declared - size) if declared else found.missing
        if header[:4] == b"RIFF":
            riff = at + 8 + length if length else size
            at += 12
            continue
        if header[8:12] == b"movi":
            pictures = True
        elif header[:4] != b"idx1":
            handle.seek(at)
            block = handle.read(min(length + 8, 1_000_000))
            _walk_riff(block, 0, len(block), found, 0)
        if length in (0, 0xFFFFFFFF) and header[8:12] == b"movi":
            break
        at += 8 + length + (length & 1)
    found.pictures = pictures


def _is_chunk(kind: bytes) -> bool:
    return all(32 <= code < 127 for code in kind)


def _walk_riff(block: bytes, start: int, end: int, found: MediaStructure, depth: int) -> None:
    at = start
    for _ in range(MAX_STEPS):
        if at + 8 > end or depth > MAX_DEPTH:
            return
        kind, length = block[at : at + 4], int.from_bytes(block[at + 4 : at + 8], "little")
        stop = min(at + 8 + length, end)
        if kind == b"LIST":
            _walk_riff(block, at + 12, stop, found, depth + 1)
        elif kind not in _RIFF_TABLES:
            found.read_text(block[at + 8 : stop])
        at = stop + (length & 1)


_RIFF_TABLES = frozenset({b"avih", b"strh", b"strf", b"indx", b"dmlh", b"vprp", b"idx1"})
