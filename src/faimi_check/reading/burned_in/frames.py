"""What is written in the frames of one video: first all frames are looked through, then the chosen ones are read."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from faimi_check.model.burned_in import BurnedIn, BurnedInPicture
from faimi_check.reading.burned_in.choosing import Choosing
from faimi_check.reading.burned_in.codes import read_codes
from faimi_check.reading.burned_in.faint import Standing
from faimi_check.reading.burned_in.letters import read_lines
from faimi_check.reading.limits import ArchiveLimits, BurnedInLimits, VideoLimits
from faimi_check.reading.sniff import HEAD, is_playable, sniff
from faimi_check.reading.video.opening import extract, frame_at, open_container
from faimi_check.reading.video.tags import shown_track

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_FRAMES_AFTER_A_KEY = 600
_LONGEST_SIDE = 1920
_CUT_SHORT = "it was not looked through to its end"
_RESTLESS = "its picture changes so often that a frame may have been missed"


def read_frames(
    path: Path,
    member: str,
    limits: BurnedInLimits | None = None,
    video_limits: VideoLimits | None = None,
    archive: ArchiveLimits | None = None,
) -> BurnedIn:
    """What the frames of one member of the zip at `path` show in letters.

    Raises VideoError and what the player library raises: a video that does not play is VID001's matter.
    """
    limits, video_limits = limits or BurnedInLimits(), video_limits or VideoLimits()
    with closing(extract(path, member, video_limits, archive)) as file:
        kind = sniff(file.read(HEAD))
        if not is_playable(kind.container):
            return BurnedIn()
        file.seek(0)
        with open_container(file, kind.container) as container:
            stream = shown_track(container)
            if stream is None or not _is_bounded(stream, video_limits):
                return BurnedIn()
            stream.thread_type = "AUTO"
            stream.codec_context.thread_count = 1
            standing = Standing(_duration(container))
            moments, missed = _choose(container, stream, limits, standing)
            return _with_standing(_read(container, stream, moments, limits, missed), standing)


def _is_bounded(stream: VideoStream, limits: VideoLimits) -> bool:
    context = stream.codec_context
    return context is not None and 0 < context.width * context.height <= limits.max_pixels


def _duration(container: InputContainer) -> float | None:
    return container.duration / 1_000_000 if container.duration else None


def _with_standing(read: BurnedIn, standing: Standing) -> BurnedIn:
    """With what stands over all frames so faintly that none of them was read to say it."""
    lines = standing.read(line for picture in read.pictures for line in picture.lines)
    return replace(read, pictures=(*read.pictures, BurnedInPicture(seconds=0.0, lines=lines))) if lines else read


def _choose(
    container: InputContainer, stream: VideoStream, limits: BurnedInLimits, standing: Standing
) -> tuple[tuple[float, ...], str]:
    """The moments to read, and why frames may have been missed; "" where all were looked through."""
    choosing = Choosing(_duration(container))
    deadline = time.process_time() + limits.choosing_seconds
    try:
        for number, frame in enumerate(container.decode(stream)):
            seconds = frame.time if frame.time is not None else number / 25
            choosing.add(frame, seconds)
            if standing.wants(seconds):
                standing.add(_pixels_of(frame), seconds)
            if time.process_time() > deadline:
                return choosing.chosen(limits.frames), _CUT_SHORT
    except Exception:  # what was decoded before it broke off is read
        return choosing.chosen(limits.frames), _CUT_SHORT
    return choosing.chosen(limits.frames), _RESTLESS if choosing.restless else ""


def _read(
    container: InputContainer,
    stream: VideoStream,
    moments: tuple[float, ...],
    limits: BurnedInLimits,
    missed: str,
) -> BurnedIn:
    read: list[BurnedInPicture] = []
    looked = 0
    deadline = time.process_time() + limits.seconds
    for moment in moments:
        if time.process_time() > deadline:
            break
        frame = frame_at(container, stream, moment, deadline, _FRAMES_AFTER_A_KEY)
        if frame is None:
            continue
        looked += 1
        pixels = _pixels_of(frame)
        found = BurnedInPicture(seconds=int(100 * moment) / 100, lines=read_lines(pixels), codes=read_codes(pixels))
        if found.lines or found.codes:
            read.append(found)
    left = len(moments) - looked
    why = "over the limit of time" if left else missed
    return BurnedIn(pictures=tuple(read), looked=looked, left=left, why=why)


def _pixels_of(frame: VideoFrame) -> Any:
    """The frame as a player shows it: recorded by a phone that was held otherwise, it says how to turn it."""
    import numpy as np

    scale = min(1.0, _LONGEST_SIDE / max(frame.width, frame.height))
    width, height = max(2, round(frame.width * scale)), max(2, round(frame.height * scale))
    pixels = frame.reformat(width=width, height=height, format="bgr24").to_ndarray()
    quarters = round(frame.rotation / 90) % 4
    return np.ascontiguousarray(np.rot90(pixels, quarters)) if quarters else pixels
