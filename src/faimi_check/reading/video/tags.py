"""What a video tells beside its pictures: tags, chapters, tracks, XMP, text between the boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from faimi_check.model.paper import MetadataField
from faimi_check.model.video import Track
from faimi_check.reading.limits import VideoLimits
from faimi_check.reading.plain_text import with_unseen_told
from faimi_check.reading.video.media import MediaStructure
from faimi_check.reading.video.subtitles import codec_name

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.stream import VideoStream

# What the container itself needs, which the demuxer lists among the tags.
_TECHNICAL = frozenset({"major_brand", "minor_version", "compatible_brands", "language"})
_HANDLERS = {
    "sbtl": "subtitle", "subt": "subtitle", "text": "subtitle", "clcp": "subtitle", "meta": "data", "tmcd": "data",
    "gpmd": "data", "camm": "data",
}  # fmt: skip
_MAX_XMP = 200_000
_ATTACHED_PICTURE = 0x0400
_XMP_TEXT = re.compile(r"<(?!/|\?|rdf:|x:)([\w.-]{1,60}:[\w.-]{1,60})[^<>]{0,300}>([^<>]{1,1000})</")
_XMP_LIST = re.compile(
    r"<([\w.-]{1,60}:[\w.-]{1,60})>\s{0,200}<rdf:(?:Seq|Bag|Alt)>\s{0,200}<rdf:li[^<>]{0,200}>([^<>]{1,1000})</"
)
_XMP_ATTRIBUTE = re.compile(r"\s(?!xmlns:|rdf:|x:)([\w.-]{1,60}:[\w.-]{1,60})=\"([^\"<>]{1,1000})\"")


def video_tags(
    container: InputContainer, structure: MediaStructure, limits: VideoLimits
) -> tuple[tuple[MetadataField, ...], str]:
    """Every tag of the file, its tracks and its chapters, and what its user data and XMP packets say.

    A value that is longer than one is to be comes in pieces. And what was not read, in words; "" where all was.
    """
    found: dict[tuple[str, str, str], None] = {}
    for place, key, value in chain(_of_players(container), _unlisted(structure)):
        for start in range(0, len(value), limits.max_value):
            entry = (place, _spelt(key), _spelt(value[start : start + limits.max_value]))
            if entry not in found and len(found) >= limits.max_tags:
                left = f"it has more than {limits.max_tags} tags, of which the first were read"
                return tuple(MetadataField(*entry) for entry in found), left
            found.setdefault(entry)
    packets = [*structure.xmp, *(value for key, value in container.metadata.items() if _is_xmp(key, value))]
    left = "its XMP is so long that only the beginning was read" if any(map(_is_long, packets)) else ""
    return tuple(MetadataField(*entry) for entry in found), left


def _is_xmp(key: str, value: str) -> bool:
    return key == "xmp" or "<x:xmpmeta" in value[:2000]


def _is_long(packet: str) -> bool:
    return len(packet) > _MAX_XMP


def _spelt(text: str) -> str:
    """The text with bytes that are no UTF-8, and what characters that nobody sees say, spelt out."""
    return with_unseen_told(text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))


def loose_texts(tags: tuple[MetadataField, ...], structure: MediaStructure, limits: VideoLimits) -> tuple[str, ...]:
    """Printable text of the file that no tag shows."""
    known = " ".join(tag.value for tag in tags)
    return tuple(text[: limits.max_value] for text in structure.texts if text.strip() not in known)


def _unlisted(structure: MediaStructure) -> Iterator[tuple[str, str, str]]:
    for packet in structure.xmp:
        yield from (("XMP", *entry) for entry in xmp_properties(packet))
    yield from structure.tags


def _of_players(container: InputContainer) -> Iterator[tuple[str, str, str]]:
    for key, value in container.metadata.items():
        if _is_xmp(key, value):
            yield from (("XMP", *entry) for entry in xmp_properties(value))
        elif key not in _TECHNICAL and value.strip():
            yield "file", key, value
    for number, stream in enumerate(container.streams, start=1):
        for key, value in stream.metadata.items():
            if key not in _TECHNICAL and value.strip():
                yield f"{stream.type} track {number}", key, value
    for number, chapter in enumerate(container.chapters(), start=1):
        for key, value in chapter.get("metadata", {}).items():
            yield f"chapter {number}", key, value


def xmp_properties(packet: str) -> Iterator[tuple[str, str]]:
    """The properties of an XMP packet as (name, text), read leniently and within bounds; structure is not kept."""
    packet = packet[:_MAX_XMP]
    for pattern in (_XMP_LIST, _XMP_TEXT, _XMP_ATTRIBUTE):
        for match in pattern.finditer(packet):
            if match[2].strip():
                yield match[1], match[2].strip()


def video_tracks(
    container: InputContainer, structure: MediaStructure, whole: frozenset[int] = frozenset()
) -> tuple[Track, ...]:
    """The tracks the player library lists, and those it leaves out; `whole` are those whose subtitles were all read."""
    tracks = [
        Track(
            kind="picture" if is_cover(stream) else str(stream.type),
            codec=codec_name(stream),
            fourcc=fourcc(stream),
            language=_spelt(stream.metadata.get("language", "")),
            read=stream.index in whole,
        )
        for stream in list(container.streams)[:100]
    ]
    chapters = _chapter_tracks(container, structure)
    for handler in structure.handlers:
        kind = _HANDLERS.get(handler)
        if kind and sum(track.kind == kind for track in tracks) < sum(
            _HANDLERS.get(other) == kind for other in structure.handlers
        ):
            tracks.append(Track(kind=kind, codec="", fourcc=handler, read=chapters > 0 and kind == "subtitle"))
            chapters -= kind == "subtitle"
    return tuple(tracks)


def _chapter_tracks(container: InputContainer, structure: MediaStructure) -> int:
    """How many tracks of text hold nothing but the chapters, which are listed as tags."""
    return len(structure.chapter_tracks & structure.text_tracks) if container.chapters() else 0


def shown_track(container: InputContainer) -> VideoStream | None:
    """The track of pictures that a player shows: the first that is no cover."""
    return next((stream for stream in container.streams.video if not is_cover(stream)), None)


def is_cover(stream: Any) -> bool:
    """Whether a track of pictures is but one picture, attached as a cover or thumbnail."""
    return bool(int(getattr(stream, "disposition", 0)) & _ATTACHED_PICTURE)


def fourcc(stream: Any) -> str:
    """The stream's four-letter tag as the file has it; "" where it is no text."""
    tag = str(getattr(getattr(stream, "codec_context", None), "codec_tag", "") or "")
    return tag if len(tag) == 4 and tag.isprintable() else ""
