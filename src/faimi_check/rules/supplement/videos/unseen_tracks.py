"""Tracks beside the pictures and the sound that may say anything, as nobody looked into them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faimi_check.model.video import Track, Video
from faimi_check.rules.supplement.videos.tag_traces import TagTrace, says_nothing


def unseen_tracks(video: Video, told: Sequence[TagTrace]) -> Iterator[Track]:
    """Such tracks of a video, of which `told` was told by its tags; time code says nothing."""
    # Subtitles that name somebody are told by whom they name.
    named = any(trace.tag.key == "subtitles" and trace.code != "words" for trace in told)
    shown = False
    for position, track in enumerate(video.tracks, start=1):
        if track.kind == "video" and not shown:
            shown = True
        elif track.kind == "subtitle":
            if not named and not (track.read and _is_plain(video, position)):
                yield track
        elif track.kind in ("attachment", "video", "picture") or (
            track.kind == "data" and track.fourcc not in ("tmcd", "")
        ):
            yield track


def said_by(video: Video, track: Track) -> str:
    """What a track says, or what it is."""
    said = [tag.value for tag in video.tags if track.kind == "subtitle" and tag.key == "subtitles"]
    return "\n".join(said) or " ".join(part for part in (track.kind, track.codec, track.fourcc) if part)


def _is_plain(video: Video, position: int) -> bool:
    """Whether what the track at a position says, if anything, names nobody; chapters are tags of their own."""
    place = f"subtitle track {position}"
    return all(says_nothing(tag.value) for tag in video.tags if tag.place == place and tag.key == "subtitles")
