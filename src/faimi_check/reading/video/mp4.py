"""The boxes of MP4 and QuickTime files. Source: ISO/IEC 14496-12."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from faimi_check.reading.video.media import MAX_DEPTH, MAX_HEADER, MAX_STEPS, MediaStructure
from faimi_check.reading.video.user_data import user_data

# Boxes that hold boxes, and where their children begin.
_PARENTS = {
    b"moov": 0, b"trak": 0, b"edts": 0, b"mdia": 0, b"minf": 0, b"dinf": 0, b"stbl": 0, b"udta": 0, b"moof": 0,
    b"traf": 0, b"dref": 8, b"stsd": 8, b"ilst": 0, b"tref": 0,
}  # fmt: skip
# Only a box of these kinds is believed in what it says of its length; others may be rubbish after the last one.
_TOP = frozenset(b"ftyp styp moov moof mdat free skip wide meta uuid sidx mfra".split())
_MAX_NAMED = 400
# Boxes of numbers: text found in them would be chance.
_TABLES = frozenset(
    b"stts stss ctts stsc stsz stz2 stco co64 sdtp sbgp sgpd tfhd tfdt trun senc saiz saio mvhd tkhd mdhd elst"
    b" ftyp styp keys avc1 hvc1 hev1 mp4v mp4a av01 vp09 esds".split()
)


class _Box(msgspec.Struct, frozen=True):
    kind: bytes
    start: int
    end: int


def _boxes(block: bytes, start: int, end: int) -> Iterator[_Box]:
    at = start
    for _ in range(MAX_STEPS):
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


def walk_mp4(handle: BinaryIO, size: int, found: MediaStructure) -> None:
    """Walks the boxes of an MP4, QuickTime or 3GP file."""
    at, movie, media = 0, False, False
    for _ in range(MAX_STEPS):
        if at >= size:
            break
        handle.seek(at)
        header = handle.read(16)
        if len(header) < 8:
            found.surplus_at = at
            break
        length, kind, start = int.from_bytes(header[:4], "big"), header[4:8], 8
        if length == 1 and len(header) == 16:
            length, start = int.from_bytes(header[8:16], "big"), 16
        length = length or size - at
        again = kind == b"ftyp" and at > 0
        if again or length < start or (kind not in _TOP and (length > size - at or not kind.isalnum())):
            found.surplus_at = at
            break
        movie, media = movie or kind == b"moov", media or kind == b"mdat"
        if kind in _TOP:
            found.missing = max(found.missing, at + length - size)
        if kind != b"mdat":
            handle.seek(at + start)
            block = handle.read(max(0, min(length - start, size - at - start, MAX_HEADER)))
            _walk_box(block, _Box(kind, 0, len(block)), found, 0)
        at += length
    found.pictures = movie and (media or bool(found.external))


def _walk_box(block: bytes, box: _Box, found: MediaStructure, depth: int) -> None:
    _note_track(block, box, found)
    if box.kind in _TABLES or depth > MAX_DEPTH:
        found.contradictions.extend(_contradictions(block, box))
        return
    if box.kind in _PARENTS or box.kind == b"meta":
        # QuickTime's `meta` is a plain box, that of MP4 has a version before its children.
        skip = _PARENTS.get(box.kind, 0 if block[box.start + 4 : box.start + 8] == b"hdlr" else 4)
        for number, child in enumerate(_boxes(block, box.start + skip, box.end)):
            if number >= MAX_STEPS:
                return
            if box.kind == b"udta":
                found.tags.extend(user_data(child.kind, block[child.start : child.end]))
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
    found.read_text(block[box.start : box.end])


def _note_track(block: bytes, box: _Box, found: MediaStructure) -> None:
    """Keeps which track is walked, whether it is text, and which are named as those of chapters."""
    if box.kind == b"tkhd":
        at = box.start + (20 if block[box.start : box.start + 1] == b"\x01" else 12)
        found.track = int.from_bytes(block[at : at + 4], "big")
    elif box.kind == b"hdlr" and block[box.start + 8 : box.start + 12] in (b"text", b"sbtl"):
        found.text_tracks.add(found.track)
    elif box.kind == b"chap":
        named = range(box.start, min(box.end - 3, box.start + _MAX_NAMED), 4)
        found.chapter_tracks.update(int.from_bytes(block[at : at + 4], "big") for at in named)


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
