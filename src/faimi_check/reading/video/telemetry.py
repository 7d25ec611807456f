"""Where a video was taken, out of the tracks in which cameras write down their position: GoPro's GPMF, Google's CAMM.

Sources: GoPro's gpmf-parser; Google's Camera Motion Metadata specification.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

from faimi_check.model.paper import MetadataField

if TYPE_CHECKING:
    from av.container import InputContainer

_MAX_PACKETS = 60
# A key, its type, the size of one sample (five or nine numbers), how many there are, and the first two numbers.
_GPMF_GPS = re.compile(rb"GPS[59][l?](?:\x14|\x20)[\x00-\xff]{2}([\x00-\xff]{4})([\x00-\xff]{4})", re.S)
_GPMF_DEVICE = re.compile(rb"(?:DVNM|MINF)c[\x01-\xff]([\x00-\xff]{2})([ -~]{3,60})", re.S)
_DEGREES = 1e7
_CAMM_PLACES = {5: ("<3d", 4), 6: ("<8xi2d", 4)}


def telemetry_tags(container: InputContainer) -> tuple[MetadataField, ...]:
    """The first place and the device that each data track names. Moves the container's position."""
    streams = [stream for stream in container.streams if stream.type == "data"]
    found: dict[MetadataField, None] = {}
    if not streams:
        return ()
    try:
        for number, packet in enumerate(container.demux(streams)):
            place = f"data track {packet.stream_index + 1}"
            for key, value in telemetry_in(bytes(packet)):
                found.setdefault(MetadataField(place, key, value))
            if number >= _MAX_PACKETS or any(field.key == "gps" for field in found):
                break
    except Exception:  # a broken track says no more; that it is there is told by the tracks
        return tuple(found)
    return tuple(found)


def telemetry_in(packet: bytes) -> Iterator[tuple[str, str]]:
    """The place ("gps", as ISO 6709) and the device that one packet of telemetry holds."""
    for match in _GPMF_GPS.finditer(packet):
        latitude, longitude = (int.from_bytes(match[at], "big", signed=True) / _DEGREES for at in (1, 2))
        yield from _place(latitude, longitude)
        break
    for match in _GPMF_DEVICE.finditer(packet):
        yield "device", match[2].decode("ascii").strip()
        break
    form, at = _CAMM_PLACES.get(int.from_bytes(packet[2:4], "little"), ("", 0))
    if form and packet[:2] == b"\0\0" and len(packet) >= at + struct.calcsize(form):
        numbers = struct.unpack_from(form, packet, at)
        yield from _place(*numbers[-3 if len(numbers) == 3 else -2 :][:2])


def _place(latitude: float, longitude: float) -> Iterator[tuple[str, str]]:
    """The place as ISO 6709 writes it; zeros stand for no fix."""
    if abs(latitude) <= 90 and abs(longitude) <= 180 and (latitude or longitude):
        yield "gps", f"{latitude:+09.5f}{longitude:+010.5f}/"
