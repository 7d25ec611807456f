"""One video of the supplement: what it is, whether it plays from its first frame to its last, what it tells.

A signature gate stands before the player library, which is told the demuxer by name and may open no other file.
"""

from __future__ import annotations

import io
import os
import stat
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from msgspec.structs import replace

from faimi_check.model.video import Track, Video, VideoFault
from faimi_check.reading.limits import ArchiveLimits, VideoLimits
from faimi_check.reading.sniff import HEAD, is_playable, sniff
from faimi_check.reading.video.decode import Decoding, decode_stream
from faimi_check.reading.video.media import MediaStructure
from faimi_check.reading.video.opening import VideoError, extract, open_container
from faimi_check.reading.video.sound import listened
from faimi_check.reading.video.structure import media_structure, surplus_of
from faimi_check.reading.video.subtitles import codec_name, subtitles
from faimi_check.reading.video.tags import (
    fourcc,
    loose_texts,
    shown_track,
    video_tags,
    video_tracks,
)
from faimi_check.reading.video.telemetry import telemetry_tags

if TYPE_CHECKING:
    from av.container import InputContainer

_SAMPLE_TABLES = frozenset({"mp4", "mov", "3gp"})


def read_video(
    path: Path, member: str, limits: VideoLimits | None = None, archive: ArchiveLimits | None = None
) -> Video:
    """Decodes one member of the zip at `path`. Never raises: `error` and `fault` say what went wrong."""
    limits = limits or VideoLimits()
    video = Video(member=member, container="")
    try:
        with closing(extract(path, member, limits, archive)) as file:
            return _examine(file, video, limits)
    except VideoError as error:
        return _failed(video, error.fault, error.detail)
    except Exception as error:  # the boundary: the player library raises what it likes
        return _failed(video, VideoFault.UNREADABLE, f"reading it broke off ({type(error).__name__})")


def read_video_file(path: Path, limits: VideoLimits | None = None) -> Video:
    """Decodes a video that stands by itself; `member` is its file name. Never raises."""
    limits = limits or VideoLimits()
    video = Video(member=path.name, container="")
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            return _failed(video, VideoFault.UNREADABLE, "it is not a regular file")
        if status.st_size > limits.max_bytes:
            return _failed(video, VideoFault.LIMIT, f"it is {status.st_size / 1e9:.1f} GB large")
        with path.open("rb") as file:
            return _examine(file, video, limits)
    except OSError as error:
        return _failed(video, VideoFault.UNREADABLE, f"it cannot be opened: {error.strerror or error}")
    except Exception as error:  # the boundary: the player library raises what it likes
        return _failed(video, VideoFault.UNREADABLE, f"reading it broke off ({type(error).__name__})")


def _failed(video: Video, fault: VideoFault, detail: str) -> Video:
    return replace(video, fault=fault, error=detail, complete=False)


def _examine(file: BinaryIO, video: Video, limits: VideoLimits) -> Video:
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    kind = sniff(file.read(HEAD))
    video = replace(video, container=kind.container)
    if size == 0:
        return _failed(video, VideoFault.EMPTY, "it is an empty file")
    if not is_playable(kind.container):
        return _failed(video, VideoFault.NOT_VIDEO, f"its bytes are no video but {kind.mime}")
    structure = media_structure(file, size, kind.container)
    video = replace(
        video,
        external=tuple(structure.external[:50]),
        contradictions=tuple(structure.contradictions[:20]),
        surplus=surplus_of(file, size, structure),
    )
    file.seek(0)
    try:
        container = open_container(file, kind.container)
    except Exception as error:  # the player library raises more than its own errors
        return _unopened(video, structure, error)
    with container:
        try:
            return _play(container, video, structure, limits)
        except Exception as error:
            return _unopened(video, structure, error)


def _unopened(video: Video, structure: MediaStructure, error: Exception) -> Video:
    if structure.missing:
        return _failed(video, VideoFault.TRUNCATED, _cut_short(structure.missing))
    if structure.encrypted:
        return _failed(video, VideoFault.ENCRYPTED, "it is encrypted")
    reason = str(getattr(error, "strerror", "") or type(error).__name__)
    return _failed(video, VideoFault.DAMAGED, f"no player can open it: {reason[:200]}")


def _play(container: InputContainer, video: Video, structure: MediaStructure, limits: VideoLimits) -> Video:
    tags, left = video_tags(container, structure, limits)
    said = subtitles(container, limits)
    if container.streams.subtitles:
        # They are read to the end, and what lies beside them is not.
        container.seek(0)
    tags += said.tags + telemetry_tags(container)
    video = replace(
        video,
        demuxer=container.format.name,
        tracks=video_tracks(container, structure, said.whole),
        tags=tags,
        gaps=(left,) if left else (),
        texts=loose_texts(tags, structure, limits),
        duration_s=round(container.duration / 1_000_000, 3) if container.duration else None,
    )
    stream = shown_track(container)
    if any(track.kind in ("subtitle", "data") for track in video.tracks):
        container.seek(0)
    if stream is None:
        return _failed(video, VideoFault.NO_PICTURE, "it has no video track, only " + _kinds(video.tracks))
    context = stream.codec_context
    if context is None:
        return _failed(video, VideoFault.DAMAGED, "no player knows its codec")
    video = replace(
        video, codec=codec_name(stream), fourcc=fourcc(stream), profile=str(stream.profile or ""),
        width=context.width, height=context.height, frames_expected=stream.frames or None,
    )  # fmt: skip
    if structure.encrypted or video.fourcc in ("encv", "drmi"):
        return _failed(video, VideoFault.ENCRYPTED, "its pictures are encrypted")
    if video.width * video.height > limits.max_pixels:
        return _failed(video, VideoFault.LIMIT, f"its pictures are {video.width} x {video.height} pixels large")
    video = _judged(video, structure, decode_stream(container, stream, limits))
    return replace(video, tracks=_heard(container, video.tracks))


def _heard(container: InputContainer, tracks: tuple[Track, ...]) -> tuple[Track, ...]:
    """The tracks, those of sound with what is to be heard on them."""
    streams = list(container.streams)
    return tuple(
        replace(track, sound=listened(container, streams[place]))
        if track.kind == "audio" and place < len(streams)
        else track
        for place, track in enumerate(tracks)
    )


def _judged(video: Video, structure: MediaStructure, decoding: Decoding) -> Video:
    frames = decoding.frames
    expected = video.frames_expected
    video = replace(
        video, frames_decoded=frames, broken_frames=decoding.broken, sampled=decoding.sampled,
        complete=not decoding.sampled, still_share=decoding.measures.still_share,
        text_density=decoding.measures.text_density, texts=(*video.texts, *sorted(decoding.texts)),
        duration_s=video.duration_s or (round(decoding.last_time, 3) if decoding.last_time else None),
    )  # fmt: skip
    whole = not (decoding.broke_off or decoding.sampled or decoding.broken) and 0 < (expected or 0) <= frames
    if structure.missing and not whole:
        return _failed(video, VideoFault.TRUNCATED, _cut_short(structure.missing))
    if structure.missing:
        said = f"{structure.missing:,} bytes that it announces are not there, though all {frames:,} frames are"
        return replace(video, contradictions=(*video.contradictions, said))
    if not frames:
        return _failed(video, VideoFault.DAMAGED, f"not one picture can be decoded{_because(decoding)}")
    if decoding.broke_off and not decoding.sampled:
        return _failed(video, VideoFault.DAMAGED, f"it breaks off after {frames:,} frames{_because(decoding)}")
    # AVI counts frames that stand for "as before" and have no bytes; only MP4 counts what is there.
    counted = expected if video.container in _SAMPLE_TABLES and not decoding.sampled else None
    if counted and decoding.packets < 0.98 * counted - 1:
        detail = f"only {frames:,} of its {counted:,} frames are in the file"
        return _failed(video, VideoFault.TRUNCATED, detail)
    if decoding.broken:
        detail = f"{decoding.broken:,} of {frames + decoding.lost:,} frames are damaged{_because(decoding)}"
        return _failed(video, VideoFault.DAMAGED, detail)
    return video


def _because(decoding: Decoding) -> str:
    return f" ({decoding.error})" if decoding.error else ""


def _cut_short(missing: int) -> str:
    return f"it is cut short: {missing:,} bytes that it announces are not there"


def _kinds(tracks: tuple[Track, ...]) -> str:
    return " and ".join(sorted({track.kind for track in tracks})) or "an empty shell"
