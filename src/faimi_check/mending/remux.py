"""The streams of a video copied as they are into a clean container: no tags, no chapters, no tracks but picture and
sound."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faimi_check.reading.video.opening import open_container
from faimi_check.reading.video.tags import is_cover
from faimi_check.rules.supplement.entry_words import EXTENSIONS

if TYPE_CHECKING:
    from av.container import InputContainer, OutputContainer

# Which of the call's containers take the streams of one, the best first.
_TARGETS = {
    "avi": ("avi",),
    "asf": ("asf",),
    "mp4": ("mp4",),
    "mov": ("mp4", "avi"),
    "3gp": ("mp4",),
    "matroska": ("mp4", "avi"),
    "webm": ("mp4", "avi"),
}
# Pictures have the same tags in these.
_OF_QUICKTIME = frozenset({"mp4", "mov", "3gp"})
_MAX_HELD = 64
_MOVED_INDEX = {"movflags": "+faststart"}


class RemuxError(Exception):
    """Why the streams could not be copied."""


def remux(source: Path, container: str, folder: Path) -> Path:
    """Copies picture and sound of `source`, whose container by signature is given, into a new file in `folder`.

    The new file's extension is that of its container. Raises RemuxError where no allowed container takes the streams,
    or the pictures would not be the same.
    """
    reasons = []
    for target in _TARGETS.get(container, ()):
        out = folder / f"video.{EXTENSIONS[target]}"
        try:
            _copy(source, container, out, target)
            # Where packets are written anew for another container, the pictures that they hold must tell.
            same = _alike(packets, source, container, out, target) or _alike(pictures, source, container, out, target)
        except Exception as error:  # the player library raises more than its own errors
            reasons.append(str(getattr(error, "strerror", "") or error)[:200])
            continue
        if same:
            return out
        reasons.append("the pictures would not be the same")
    raise RemuxError("; ".join(dict.fromkeys(reasons)) or "it is no video that can be copied")


def _copy(source: Path, container: str, out: Path, target: str) -> None:
    import av

    options = {"fflags": "+bitexact"} | (_MOVED_INDEX if target == "mp4" else {})
    with (
        source.open("rb") as file,
        open_container(file, container) as incoming,
        av.open(str(out), "w", format=target, options=options) as outgoing,
    ):
        _copy_packets(incoming, outgoing, container, target)


def _copy_packets(incoming: InputContainer, outgoing: OutputContainer, container: str, target: str) -> None:
    pairs: dict[int, Any] = {}
    # Opaque: the stream is copied, so nothing needs to know how to encode it.
    for stream in _kept(incoming):
        copy: Any = outgoing.add_stream_from_template(stream, opaque=True)
        tag = _tag(stream, container, target)
        if tag is not None:
            copy.codec_context.codec_tag = tag
        pairs[stream.index] = copy
    chosen = [stream for stream in incoming.streams if stream.index in pairs]
    for packet in _timed(packet for packet in incoming.demux(chosen) if packet.size):
        packet.stream = pairs[packet.stream_index]
        outgoing.mux(packet)


def _tag(stream: Any, container: str, target: str) -> str | None:
    """The stream's tag in the new container, None for the usual one."""
    if container == target:
        return str(stream.codec_context.codec_tag)
    if stream.codec_context.name == "hevc" and target == "mp4":
        # FFmpeg would write hev1, which Apple's players do not play.
        return "hvc1"
    same = stream.type == "video" and {container, target} <= _OF_QUICKTIME
    return str(stream.codec_context.codec_tag) if same else None


def _timed(packets: Iterable[Any]) -> Iterator[Any]:
    """The packets, each with a decoding time.

    Matroska keeps none. The first ones of a stream cannot be told until a later one can, and are counted back from it
    in steps of their own durations; one that lacks it later on follows the one before.
    """
    waiting: dict[int, list[Any]] = {}
    last: dict[int, int] = {}
    for packet in packets:
        index = packet.stream_index
        held = waiting.setdefault(index, [])
        if packet.dts is None and index in last:
            packet.dts = last[index] + 1
        if packet.dts is None and len(held) < _MAX_HELD:
            held.append(packet)
            continue
        yield from _counted_back(held, packet.dts or 0)
        held.clear()
        last[index] = packet.dts or 0
        yield packet
    for held in waiting.values():
        yield from _counted_back(held, 0)


def _counted_back(held: list[Any], following: int) -> Iterator[Any]:
    moment = following
    for packet in reversed(held):
        moment -= max(1, packet.duration or 0)
        packet.dts = moment
    yield from held


def _kept(container: InputContainer) -> Iterator[Any]:
    """The first picture track that is no cover, and the first sound track."""
    pictures = (stream for stream in container.streams.video if not is_cover(stream))
    yield from list(pictures)[:1]
    yield from container.streams.audio[:1]


def _alike(of: Callable[[Path, str], Iterator[Any]], source: Path, container: str, out: Path, target: str) -> bool:
    pairs = zip_longest(of(source, container), of(out, target))
    return all(before == after for before, after in pairs)


def packets(path: Path, container: str) -> Iterator[tuple[Fraction | None, str]]:
    """Time (seconds after the first) and digest of each packet of the pictures, after what sets up their decoder."""
    with path.open("rb") as file, open_container(file, container) as opened:
        stream = next(_kept(opened))
        context = stream.codec_context
        yield None, repr((context.name, context.width, context.height, bytes(context.extradata or b"")))
        first: Fraction | None = None
        for packet in opened.demux(stream):
            if packet.size:
                count = packet.dts if packet.pts is None else packet.pts
                moment = None if count is None else count * Fraction(packet.time_base)
                first = moment if first is None else first
                after = None if moment is None or first is None else _rounded(moment - first)
                yield after, hashlib.sha256(memoryview(packet)).hexdigest()


def _rounded(seconds: Fraction) -> Fraction:
    """Containers count time in steps of their own; a hundredth of a second is finer than any picture rate."""
    return round(seconds * 100) / Fraction(100)


def pictures(path: Path, container: str) -> Iterator[tuple[Fraction, str]]:
    """Time (seconds after the first picture) and digest of each picture of a video, in the order shown."""
    with path.open("rb") as file, open_container(file, container) as opened:
        stream = next(_kept(opened))
        # Where frames are damaged, what is shown in their place depends on how threads happen to run.
        stream.codec_context.thread_count = 1
        first: Fraction | None = None
        for frame in opened.decode(stream):
            moment = Fraction(frame.pts or 0) * (frame.time_base or Fraction(1))
            first = moment if first is None else first
            digest = hashlib.sha256()
            for row in _rows(frame):
                digest.update(row)
            yield _rounded(moment - first), digest.hexdigest()


def _rows(frame: Any) -> Iterator[bytes]:
    """The frame's rows without what decoders leave behind their ends."""
    for at, plane in enumerate(frame.planes):
        if len(frame.planes) == 1:
            width = -(-plane.width * frame.format.padded_bits_per_pixel // 8)
        else:
            samples = [-(-part.bits // 8) for part in frame.format.components if part.plane == at]
            width = plane.width * (sum(samples) or 1)
        content, step = bytes(plane), plane.line_size
        for start in range(0, plane.height * step, step):
            yield content[start : start + min(width, step)]
