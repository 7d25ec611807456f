"""A video copied clean, and what was left out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from faimi_check.mending.remux import RemuxError, remux
from faimi_check.model.video import Video
from faimi_check.reading.limits import VideoLimits
from faimi_check.reading.video.video import read_video_file
from faimi_check.rules.commands import shell_word

# The copy's pictures are proven to be the source's: what it is and says of itself stands at its beginning.
_A_LOOK = VideoLimits(seconds=0.2, sampling_seconds=0.2, samples=1)


class VideoError(Exception):
    """Why a video cannot be packed, in a sentence for the author."""


class CleanVideo(msgspec.Struct, frozen=True):
    """A video copied clean: where its bytes are, what it is now and what it was."""

    file: Path
    now: Video
    before: Video
    source: Path

    def removed(self) -> Iterator[str]:
        """Tags and tracks that were left out."""
        kept = {(tag.key, tag.value) for tag in self.now.tags}
        for tag in self.before.tags:
            if (tag.key, tag.value) not in kept:
                yield f"{tag.key}: {tag.value[:200]}"
        left = [track.kind for track in self.now.tracks]
        for track in self.before.tracks:
            if track.kind in left:
                left.remove(track.kind)
            else:
                yield f"{track.kind} track"


def cleaned(source: Path, folder: Path) -> CleanVideo:
    """Copies the video into `folder`. Raises VideoError where it does not play or fits no allowed container."""
    before = read_video_file(source)
    if before.beyond_mending:
        raise VideoError(f"{source.name} cannot be packed: {before.error}.")
    try:
        file = remux(source, before.container, folder)
    except RemuxError as error:
        raise VideoError(
            f"{source.name} cannot be copied into an allowed container ({error}). Encode it anew: "
            f"ffmpeg -i {shell_word(str(source))} -c:v libx264 -pix_fmt yuv420p out.mp4"
        ) from error
    return CleanVideo(file, read_video_file(file, _A_LOOK), before, source)


def named(video: CleanVideo, member: str) -> CleanVideo:
    """The video under its name in the zip."""
    return CleanVideo(video.file, replace(video.now, member=member), video.before, video.source)
