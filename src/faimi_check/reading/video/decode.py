"""Decoding a video from its first frame to its last, or, where it is too long, its ends and samples between."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from faimi_check.reading.limits import VideoLimits
from faimi_check.reading.pictures.measures import PictureMeasures

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.video.stream import VideoStream

_SAMPLE_FRAMES = 6
_END_SECONDS = 3.0
_MAX_PACKET_FAILURES = 500


@dataclass(slots=True)
class Decoding:
    """What decoding gave. `packets` counts pictures in the file, `lost` those that could not be decoded at all,
    `broken` those and the ones shown damaged; `broke_off` is True where the file could not be read to its end."""

    frames: int = 0
    packets: int = 0
    lost: int = 0
    broken: int = 0
    sampled: bool = False
    broke_off: bool = False
    error: str = ""
    last_time: float = 0.0
    measures: PictureMeasures = field(default_factory=PictureMeasures)


def decode_stream(container: InputContainer, stream: VideoStream, limits: VideoLimits) -> Decoding:
    """Decodes the stream within the limits' time. Raises nothing that the player library raises on bad data."""
    stream.thread_type = "AUTO"
    stream.codec_context.thread_count = 2
    result = Decoding()
    deadline = time.monotonic() + limits.seconds
    try:
        for packet in container.demux(stream):
            _decode_packet(stream, packet, result)
            if time.monotonic() > deadline:
                result.sampled = True
                break
            if result.lost > _MAX_PACKET_FAILURES:
                break
    except Exception as error:  # the player library raises more than its own errors on hostile bytes
        result.broke_off = True
        result.error = _reason(error)
    if result.sampled:
        _sample(container, stream, limits, result)
    return result


def _decode_packet(stream: VideoStream, packet: Packet[VideoStream], result: Decoding) -> None:
    if packet.size:
        result.packets += 1
    try:
        frames = stream.decode(packet)
    except EOFError:
        return
    except Exception as error:
        result.lost += 1
        result.broken += 1
        result.error = result.error or _reason(error)
        return
    for frame in frames:
        result.frames += 1
        if frame.is_corrupt:
            result.broken += 1
        moment = frame.time if frame.time is not None else result.frames / 25.0
        result.last_time = max(result.last_time, moment)
        result.measures.add(frame, moment)


def _sample(container: InputContainer, stream: VideoStream, limits: VideoLimits, result: Decoding) -> None:
    """Decodes a few frames at places behind the last one decoded, and the end."""
    duration = (container.duration or 0) / 1_000_000
    start, deadline = result.last_time, time.monotonic() + limits.sampling_seconds
    places = [start + (duration - start) * (k + 1) / (limits.samples + 1) for k in range(limits.samples)]
    places.append(max(start, duration - _END_SECONDS))
    for place in reversed(places):
        at_end = place == places[-1]
        try:
            container.seek(int(place * 1_000_000), backward=True)
            stream.codec_context.flush_buffers()
            result.measures.cut()
            _decode_some(container, stream, result, deadline, None if at_end else _SAMPLE_FRAMES)
        except Exception as error:
            result.broke_off = True
            result.broken += 1
            result.error = result.error or _reason(error)
        if time.monotonic() > deadline:
            return


def _decode_some(
    container: InputContainer, stream: VideoStream, result: Decoding, deadline: float, count: int | None
) -> None:
    before = result.frames
    for packet in container.demux(stream):
        _decode_packet(stream, packet, result)
        if (count is not None and result.frames - before >= count) or time.monotonic() > deadline:
            return


def _reason(error: Exception) -> str:
    text = str(getattr(error, "strerror", "") or "") or type(error).__name__
    return "".join(char for char in text if char.isprintable())[:200]
