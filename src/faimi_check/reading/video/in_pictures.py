"""Text that encoders write among the coded pictures, where no player shows it and no list of tags holds it.

H.264 and HEVC have messages of "user data unregistered" (ITU-T H.264, D.1.7), MPEG-4 Visual and MPEG-2 have user data
behind a start code (ISO/IEC 14496-2, 6.2.2.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from faimi_check.reading.video.media import text_runs

if TYPE_CHECKING:
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_UNREGISTERED = "SEI_UNREGISTERED"
_NAME_BYTES = 16
_LONGEST = 4_000
_USER_DATA = re.compile(rb"\x00\x00\x01\xb2([^\x00]{6,4000})")
_WITH_USER_DATA = frozenset({"mpeg4", "mpeg2video", "mpeg1video"})
# What the encoders say of themselves.
_ENCODERS = re.compile(
    r"(?:x26[45] (?:- core|\(build)|options: |Lavc\d|DivX\d|XviD\d|.{0,40}(?:encoder|settings)\b)", re.IGNORECASE
)


def frame_texts(frame: VideoFrame) -> Iterator[str]:
    """What the messages that came with a frame say, those of the encoders left out."""
    # A mapping for the type checker; what it runs over are the messages.
    for data in cast("Any", frame.side_data):
        if data.type.name == _UNREGISTERED:
            yield from _told(bytes(data)[_NAME_BYTES:_LONGEST])


def packet_texts(stream: VideoStream, packet: Packet[VideoStream]) -> Iterator[str]:
    """What user data in a packet says, for codecs whose decoder keeps it to itself."""
    if stream.codec_context.name in _WITH_USER_DATA:
        for found in _USER_DATA.finditer(bytes(packet)):
            yield from _told(found[1])


def _told(content: bytes) -> Iterator[str]:
    return (text for text in text_runs(content) if not _ENCODERS.match(text))
