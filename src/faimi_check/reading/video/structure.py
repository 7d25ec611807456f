"""What a video container says of itself, read without a player library.

A file cut short still opens and often plays for a while; the lengths in its structure tell how much is missing. The
walk also finds what a player would fetch from elsewhere, encryption, the kinds of its tracks, and text outside the
pictures that no tag reader lists. Sources: ISO/IEC 14496-12 (boxes), Microsoft's AVI RIFF reference, the ASF
specification 01.20.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

_MAX_BOXES = 20_000
_MAX_DEPTH = 12
_MAX_HEADER = 16_000_000
_MAX_TEXTS = 400


@dataclass(slots=True)
class MediaStructure:
    """`missing` is the number of bytes the file declares and does not have; `handlers` the MP4 tracks' types;
    `contradictions` are sentences on tables that cannot be as they say."""

    missing: int = 0
    pictures: bool = True
    encrypted: bool = False
    external: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    contradictions: list[str] = field(default_factory=list)


def media_structure(handle: BinaryIO, size: int, container: str) -> MediaStructure:
    """Walks the container's structure; one that is not known here gives an empty result. Moves the file position."""
    found = MediaStructure()
    if container in ("mp4", "mov", "3gp"):
        _walk_mp4(handle, size, found)
    elif container == "avi":
        _walk_avi(handle, size, found)
    elif container == "asf":
        _walk_asf(handle, size, found)
    found.texts = list(dict.fromkeys(found.texts))[:_MAX_TEXTS]
    return found


def text_runs(block: bytes) -> Iterator[str]:
    """Runs of at least six printable characters in UTF-8 or UTF-16."""
    for match in re.finditer(rb"(?:[\x20-\x7e]|[\xc3-\xc5][\x80-\xbf]|\xc2[\xa0-\xbf]){6,1000}", block):
        yield match[0].decode("utf-8", "replace")
    for match in re.finditer(rb"(?:[\x20-\x7e\xa0-\xff]\x00){6,1000}", block):
        yield match[0].decode("utf-16-le")


# Boxes that hold boxes, and where their children begin.
_PARENTS = {
    b"moov": 0, b"trak": 0, b"edts": 0, b"mdia": 0, b"minf": 0, b"dinf": 0, b"stbl": 0, b"udta": 0, b"moof": 0,
    b"traf": 0, b"dref": 8, b"stsd": 8, b"ilst": 0,
}  # fmt: skip
# Only a box of these kinds is believed in what it says of its length; others may be rubbish after the last one.
_TOP = frozenset(b"ftyp styp moov moof mdat free skip wide meta uuid sidx mfra".split())
# Boxes of numbers: text found in them would be chance.
_TABLES = frozenset(
    b"stts stss ctts stsc stsz stz2 stco co64 sdtp sbgp sgpd tfhd tfdt trun senc saiz saio mvhd tkhd mdhd elst"
    b" ftyp styp keys avc1 hvc1 hev1 mp4v mp4a av01 vp09 esds".split()
)


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    start: int
    end: int


def _boxes(block: bytes, start: int, end: int) -> Iterator[_Box]:
    at = start
    for _ in range(_MAX_BOXES):
        if at + 8 > end:
            return
        size, header = int.from_bytes(block[at : at + 4], "big"), 8
        if size == 1:
            size, header = int.from_bytes(block[at + 8 : at + 16], "big"), 16
        if size == 0:
            size = end - at
        if size < header:
            return
        yield _Box(block[at + 4 : at + 8], at + header, min(at + size, end))
        at += size


def _walk_mp4(handle: BinaryIO, size: int, found: MediaStructure) -> None:
    at, movie, media = 0, False, False
    for _ in range(_MAX_BOXES):
        if at >= size:
            break
        handle.seek(at)
        header = handle.read(16)
        if len(header) < 8:
            break
        length, kind, start = int.from_bytes(header[:4], "big"), header[4:8], 8
        if length == 1 and len(header) == 16:
            length, start = int.from_bytes(header[8:16], "big"), 16
        length = length or size - at
        if length < start:
            break
        movie, media = movie or kind == b"moov", media or kind == b"mdat"
        if kind in _TOP:
            found.missing = max(found.missing, at + length - size)
        if kind != b"mdat":
            handle.seek(at + start)
            block = handle.read(max(0, min(length - start, size - at - start, _MAX_HEADER)))
            _walk_box(block, _Box(kind, 0, len(block)), found, 0)
        at += length
    found.pictures = movie and (media or bool(found.external))


def _walk_box(block: bytes, box: _Box, found: MediaStructure, depth: int) -> None:
    if box.kind in _TABLES or depth > _MAX_DEPTH:
        found.contradictions.extend(_contradictions(block, box))
        return
    if box.kind in _PARENTS or box.kind == b"meta":
        # QuickTime's `meta` is a plain box, that of MP4 has a version before its children.
        skip = _PARENTS.get(box.kind, 0 if block[box.start + 4 : box.start + 8] == b"hdlr" else 4)
        for number, child in enumerate(_boxes(block, box.start + skip, box.end)):
            if number >= _MAX_BOXES:
                return
            _walk_box(block, child, found, depth + 1)
        return
    if box.kind == b"hdlr":
        found.handlers.append(block[box.start + 8 : box.start + 12].decode("latin-1"))
        return
    if box.kind in (b"url ", b"urn ", b"alis"):
        if block[box.start + 3 : box.start + 4] != b"\x01":
            address = block[box.start + 4 : box.end].strip(b"\x00").decode("utf-8", "replace")
            found.external.append(address[:500] or "another file")
    elif box.kind in (b"encv", b"enca", b"drmi", b"drms"):
        found.encrypted = True
    if len(found.texts) < 4 * _MAX_TEXTS:
        found.texts.extend(text_runs(block[box.start : min(box.end, box.start + 1_000_000)]))


# Bytes of an entry in each counted table, and where its count stands.
_ENTRY_SIZES = {b"stts": (8, 4), b"ctts": (8, 4), b"stsc": (12, 4), b"stco": (4, 4), b"co64": (8, 4), b"stss": (4, 4)}
_MAX_SHOWN = 16_384


def _contradictions(block: bytes, box: _Box) -> Iterator[str]:
    name, size = box.kind.decode("latin-1"), box.end - box.start
    if box.kind == b"tkhd" and size >= 84:
        width, height = (int.from_bytes(block[box.end - at : box.end - at + 2], "big") for at in (8, 4))
        if max(width, height) > _MAX_SHOWN:
            yield f"a track asks to be shown {width:,} x {height:,} pixels large"
        return
    entry, at = _ENTRY_SIZES.get(box.kind, (0, 4))
    if box.kind == b"elst" and size:
        entry = 20 if block[box.start] else 12
    elif box.kind == b"stsz" and not any(block[box.start + 4 : box.start + 8]):
        entry, at = 4, 8
    count = int.from_bytes(block[box.start + at : box.start + at + 4], "big")
    if entry and at + 4 + count * entry > size:
        yield f"its table {name!r} announces {count:,} entries and has room for {max(0, size - at - 4) // entry:,}"


def _walk_avi(handle: BinaryIO, size: int, found: MediaStructure) -> None:
    at, pictures = 0, False
    for _ in range(_MAX_BOXES):
        if at >= size:
            break
        handle.seek(at)
        header = handle.read(12)
        if len(header) < 8 or (at == 0 and header[:4] != b"RIFF"):
            break
        length = int.from_bytes(header[4:8], "little")
        # Written to a pipe, the length stays 0 or at its maximum.
        if header[:4] == b"RIFF" or header[8:12] == b"movi":
            declared = length if length not in (0, 0xFFFFFFFF) else 0
            found.missing = max(found.missing, at + 8 + declared - size) if declared else found.missing
        if header[:4] == b"RIFF":
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


def _walk_riff(block: bytes, start: int, end: int, found: MediaStructure, depth: int) -> None:
    at = start
    for _ in range(_MAX_BOXES):
        if at + 8 > end or depth > _MAX_DEPTH:
            return
        kind, length = block[at : at + 4], int.from_bytes(block[at + 4 : at + 8], "little")
        stop = min(at + 8 + length, end)
        if kind == b"LIST":
            _walk_riff(block, at + 12, stop, found, depth + 1)
        elif kind not in _RIFF_TABLES and len(found.texts) < 4 * _MAX_TEXTS:
            found.texts.extend(text_runs(block[at + 8 : stop]))
        at = stop + (length & 1)


_RIFF_TABLES = frozenset({b"avih", b"strh", b"strf", b"indx", b"dmlh", b"vprp", b"idx1"})
_FILE_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_DATA = bytes.fromhex("3626b2758e66cf11a6d900aa0062ce6c")
_ENCRYPTION = tuple(
    bytes.fromhex(guid) for guid in ("fbb3112223bdd211b4b700a0c955fc6e", "14e68a292226174cb935dae07ee9289c")
)
_SCRIPT_COMMANDS = bytes.fromhex("301afb1e620bd011a39b00a0c90348f6")
_ADDRESS = re.compile(r"(?:https?|mms|rtsp|file)://[^\s\x00\"<>]{3,300}", re.I)
_BROADCAST = 1


def _walk_asf(handle: BinaryIO, size: int, found: MediaStructure) -> None:
    handle.seek(0)
    header = handle.read(min(size, _MAX_HEADER))
    length = int.from_bytes(header[16:24], "little")
    at, end = 30, min(len(header), length)
    found.missing = max(0, length - size)
    for _ in range(_MAX_BOXES):
        if at + 24 > end:
            break
        guid, step = header[at : at + 16], int.from_bytes(header[at + 16 : at + 24], "little")
        if step < 24:
            break
        body = header[at + 24 : min(at + step, end)]
        _note_asf_object(guid, body, size, found)
        at += step
    handle.seek(min(length, size))
    opening = handle.read(24)
    found.pictures = opening[:16] == _DATA


def _note_asf_object(guid: bytes, body: bytes, size: int, found: MediaStructure) -> None:
    if guid == _FILE_PROPERTIES and len(body) >= 68:
        declared = int.from_bytes(body[16:24], "little")
        if not body[64] & _BROADCAST:
            found.missing = max(found.missing, declared - size)
    elif guid in _ENCRYPTION:
        found.encrypted = True
    elif guid == _SCRIPT_COMMANDS:
        text = body.decode("utf-16-le", "replace")
        found.external.extend(match[0] for _, match in zip(range(20), _ADDRESS.finditer(text), strict=False))
    if len(found.texts) < 4 * _MAX_TEXTS:
        found.texts.extend(text_runs(body[:1_000_000]))
