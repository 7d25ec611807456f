"""Decoding a video from its first frame to its last, or, where it is too long, its ends and samples between."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from faimi_check.reading.limits import VideoLimits
from faimi_check.reading.pictures.measures import PictureMeasures
from faimi_check.reading.video.in_pictures import packet_texts
from faimi_check.reading.video.subtitles import codec_name

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_SAMPLE_FRAMES = 6
# What decoding costs on an average machine: that of a packet, its bytes and its pixels. It stands in for the clock, so
# that the same video is always sampled or never.
_PACKET_SECONDS, _BYTES_A_SECOND, _PIXELS_A_SECOND = 0.0002, 10_000_000, 400_000_000
_TIMES_AS_SLOW = {"hevc": 2.5, "av1": 2.5, "vp9": 2.5, "vvc": 5.0, "prores": 2.5}
_END_SECONDS = 3.0
_MAX_PACKET_FAILURES = 500
_MAX_TEXTS = 100


class Decoding(msgspec.Struct):
    """What decoding gave. `packets` counts pictures in the file, `lost` those that could not be decoded at all,
    `broken` those and the ones shown damaged; `broke_off` is True where the file could not be read to its end.
    `reckoned` is what it should have cost, in seconds. `texts` are what encoders wrote among the pictures."""

    frames: int = 0
    packets: int = 0
    lost: int = 0
    broken: int = 0
    sampled: bool = False
    broke_off: bool = False
    error: str = ""
    last_time: float = 0.0
    reckoned: float = 0.0
    weight: float = 1.0
    seen: set[int] = msgspec.field(default_factory=set)
    texts: set[str] = msgspec.field(default_factory=set)
    measures: PictureMeasures = msgspec.field(default_factory=PictureMeasures)


def decode_stream(container: InputContainer, stream: VideoStream, limits: VideoLimits) -> Decoding:
    """Decodes the stream within the limits' time. Raises nothing that the player library raises on bad data."""
    stream.thread_type = "AUTO"
    stream.codec_context.thread_count = 2
    result = Decoding(weight=_TIMES_AS_SLOW.get(codec_name(stream), 1.0))
    deadline = _Deadline(result, limits.seconds, limits.slowest)
    try:
        for packet in container.demux(stream):
            _decode_packet(stream, packet, result)
            if deadline.passed():
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


class _Deadline:
    """Ends decoding by what it should cost; by the processor's clock only where that is far off."""

    def __init__(self, result: Decoding, seconds: float, slowest: float) -> None:
        self._result = result
        self._reckoned = result.reckoned + seconds
        self._processor = time.process_time() + seconds * slowest

    def passed(self) -> bool:
        """Whether no more may be decoded."""
        return self._result.reckoned > self._reckoned or time.process_time() > self._processor


def _decode_packet(stream: VideoStream, packet: Packet[VideoStream], result: Decoding) -> None:
    if packet.size:
        result.packets += 1
    result.reckoned += _PACKET_SECONDS + packet.size / _BYTES_A_SECOND * result.weight
    _take(packet_texts(stream, packet), result)
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
        result.reckoned += frame.width * frame.height / _PIXELS_A_SECOND * result.weight
        if not _is_new(frame, result):
            continue
        result.frames += 1
        if frame.is_corrupt:
            result.broken += 1
        moment = frame.time if frame.time is not None else result.frames / 25.0
        result.last_time = max(result.last_time, moment)
        result.measures.add(frame, moment)


def _take(texts: Iterable[str], result: Decoding) -> None:
    if len(result.texts) < _MAX_TEXTS:
        result.texts.update(texts)


def _is_new(frame: VideoFrame, result: Decoding) -> bool:
    """Whether a frame was not met before: on the way to a sample its neighbours are decoded again."""
    if frame.pts is None:
        return not result.sampled
    if result.sampled and frame.pts in result.seen:
        return False
    result.seen.add(frame.pts)
    return True


def _sample(container: InputContainer, stream: VideoStream, limits: VideoLimits, result: Decoding) -> None:
    """Decodes a few frames at places behind the last one decoded, and the end."""
    duration = (container.duration or 0) / 1_000_000
    start, deadline = result.last_time, _Deadline(result, limits.sampling_seconds, limits.slowest)
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
        if deadline.passed():
            return


def _decode_some(
    container: InputContainer, stream: VideoStream, result: Decoding, deadline: _Deadline, count: int | None
) -> None:
    before = result.frames
    for packet in container.demux(stream):
        _decode_packet(stream, packet, result)
        if (count is not None and result.frames - before >= count) or deadline.passed():
            return


def _reason(error: Exception) -> str:
    text = str(getattr(error, "strerror", "") or "") or type(error).__name__
    return "".join(char for char in text if char.isprintable())[:200]
