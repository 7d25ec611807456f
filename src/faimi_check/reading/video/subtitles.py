"""What the subtitle tracks of a video say, and whether that is all of it.

Source of MP4's timed text: 3GPP TS 26.245, section 5.17: a sample is two bytes of length, the text, and boxes of style.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from faimi_check.model.paper import MetadataField
from faimi_check.reading.limits import VideoLimits
from faimi_check.reading.plain_text import UNSEEN_LETTERS, with_unseen_told
from faimi_check.reading.video.media import text_runs

if TYPE_CHECKING:
    from av.container import InputContainer

_MAX_SUBTITLES = 300
_MAX_SAMPLE = 4_000
# Codecs whose samples are plain text.
_PLAIN = frozenset(("text", "subrip", "srt", "webvtt"))
_STYLE = frozenset((b"styl",))


class Subtitles(NamedTuple):
    """A tag for each subtitle track that says something, and the positions of the tracks that were read whole."""

    tags: tuple[MetadataField, ...] = ()
    whole: frozenset[int] = frozenset()


class _Sample(NamedTuple):
    texts: tuple[str, ...]
    whole: bool


def subtitles(container: InputContainer, limits: VideoLimits) -> Subtitles:
    """What the subtitle tracks say. Leaves the container somewhere behind its beginning."""
    said: dict[int, list[str]] = {}
    streams = [stream for stream in container.streams if stream.type == "subtitle"]
    if not streams:
        return Subtitles()
    cut: set[int] = set()
    try:
        for number, packet in enumerate(container.demux(streams)):
            if number >= _MAX_SUBTITLES:
                cut.update(stream.index for stream in streams)
                break
            # The last packets, which flush decoders, hold nothing and are of any stream.
            if not packet.size:
                continue
            sample = _sample(codec_name(packet.stream), bytes(packet))
            said.setdefault(packet.stream_index, []).extend(text for text in sample.texts if text.strip())
            if not sample.whole:
                cut.add(packet.stream_index)
    except Exception:  # what was said before they broke off counts; that there may be more is told by the tracks
        cut.update(stream.index for stream in streams)
    values = {index: with_unseen_told("\n".join(texts)) for index, texts in said.items()}
    cut.update(index for index, value in values.items() if len(value) > limits.max_value)
    return Subtitles(
        tuple(
            MetadataField(f"subtitle track {index + 1}", "subtitles", value[: limits.max_value])
            for index, value in values.items()
            if value
        ),
        frozenset(said) - cut,
    )


def _sample(codec: str, sample: bytes) -> _Sample:
    if codec == "mov_text":
        length = int.from_bytes(sample[:2], "big")
        text, rest = sample[2 : 2 + length], sample[2 + length :]
        whole = len(text) == length and all(kind in _STYLE for kind in _boxes(rest))
        return _joined(_decoded(text), tuple(text_runs(rest[:_MAX_SAMPLE])), whole)
    if codec in _PLAIN:
        return _joined(_decoded(sample), (), True)
    return _Sample(tuple(text_runs(sample[:_MAX_SAMPLE])), False)


def _joined(text: str | None, beside: tuple[str, ...], whole: bool) -> _Sample:
    if text is None:
        return _Sample(beside, False)
    return _Sample((text[:_MAX_SAMPLE], *beside), whole and len(text) <= _MAX_SAMPLE)


def _decoded(text: bytes) -> str | None:
    """The text in the encoding that its first bytes name, UTF-8 where none is; None where it is no text."""
    encoding = "utf-16" if text[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8"
    try:
        decoded = text.decode(encoding)
    except ValueError:
        return None
    shown = UNSEEN_LETTERS.sub("", decoded)
    return decoded if all(char.isprintable() or char in "\r\n\t" for char in shown) else None


def _boxes(rest: bytes) -> Iterator[bytes]:
    """The kinds of the boxes behind a text; what is none counts as one of no kind."""
    at = 0
    while at < len(rest):
        size = int.from_bytes(rest[at : at + 4], "big")
        if size < 8 or at + size > len(rest):
            yield b""
            return
        yield rest[at + 4 : at + 8]
        at += size


def codec_name(stream: Any) -> str:
    """The codec's own name ("av1"), whichever decoder reads it; "" where there is none."""
    context = getattr(stream, "codec_context", None)
    codec = getattr(context, "codec", None)
    return str(getattr(codec, "canonical_name", "") or getattr(context, "name", "") or "")
