"""Text that encoders write among the coded pictures, where no player shows it and no list of tags holds it.

H.264 and HEVC have messages of "user data unregistered" (ITU-T H.264, 7.3.2.3 and D.1.7), MPEG-4 Visual and MPEG-2
have user data behind a start code (ISO/IEC 14496-2, 6.2.2.1). All are read off the packets: frames of the player
library would give the messages too, but a frame that was asked for them stays in memory with its decoder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from faimi_check.reading.video.media import text_runs

if TYPE_CHECKING:
    from av.packet import Packet
    from av.video.stream import VideoStream

_UNREGISTERED, _NAME_BYTES = 5, 16
_LONGEST, _MOST_UNITS, _MOST_MESSAGES = 4_000, 50, 20
_START_CODE = b"\x00\x00\x01"
_SIZE_BYTES = 4
_USER_DATA = re.compile(rb"\x00\x00\x01\xb2([^\x00]{6,4000})")
_WITH_USER_DATA = frozenset({"mpeg4", "mpeg2video", "mpeg1video"})
# What the encoders say of themselves.
_ENCODERS = re.compile(
    r"(?:x26[45] (?:- core|\(build)|options: |Lavc\d|DivX\d|XviD\d|.{0,40}(?:encoder|settings)\b)", re.IGNORECASE
)


def packet_texts(stream: VideoStream, packet: Packet[VideoStream]) -> Iterator[str]:
    """What encoders wrote into a packet, what they say of themselves left out."""
    codec = stream.codec_context.name
    if codec in _WITH_USER_DATA:
        for found in _USER_DATA.finditer(bytes(packet)):
            yield from _told(found[1])
    elif codec in ("h264", "hevc"):
        for unit in islice(_units(bytes(packet)), _MOST_UNITS):
            for message in islice(_messages(unit, codec), _MOST_MESSAGES):
                yield from _told(message[_NAME_BYTES:])


def _units(content: bytes) -> Iterator[bytes]:
    """The beginnings of the units of a coded picture: behind start codes, or behind their sizes in four bytes."""
    if content[:4].endswith(_START_CODE) or content.startswith(_START_CODE):
        yield from (unit[:_LONGEST] for unit in content.split(_START_CODE, _MOST_UNITS)[1:])
        return
    at = 0
    while at + _SIZE_BYTES < len(content):
        size = int.from_bytes(content[at : at + _SIZE_BYTES])
        at += _SIZE_BYTES
        if not 0 < size <= len(content) - at:
            return
        yield content[at : at + min(size, _LONGEST)]
        at += size


def _messages(unit: bytes, codec: str) -> Iterator[bytes]:
    """The unregistered user data in a unit of supplemental information; nothing in units of other kinds."""
    if not unit:
        return
    supplemental = unit[0] & 0x1F == 6 if codec == "h264" else (unit[0] >> 1) & 0x3F in (39, 40)
    at = 1 if codec == "h264" else 2
    while supplemental and at + 2 < len(unit):
        kind, at = _number(unit, at)
        size, at = _number(unit, at)
        if kind == _UNREGISTERED:
            yield unit[at : at + size]
        at += size


def _number(unit: bytes, at: int) -> tuple[int, int]:
    """A number that is written as a sum of bytes, the last of them below 255; and where it ends."""
    value = 0
    while at < len(unit) and unit[at] == 0xFF:
        value, at = value + 0xFF, at + 1
    return value + (unit[at] if at < len(unit) else 0), at + 1


def _told(content: bytes) -> Iterator[str]:
    return (text for text in text_runs(content) if not _ENCODERS.match(text))
