"""A video of the supplement: what was found by playing it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from faimi_check.model.burned_in import BurnedIn
from faimi_check.model.paper import MetadataField


class Sound(StrEnum):
    """What is to be heard on a track: nothing, even tones and noise, or what may be a voice; UNKNOWN where nobody
    listened."""

    UNKNOWN = ""
    SILENT = "silent"
    EVEN = "even"
    VARIED = "varied"


class Track(msgspec.Struct, frozen=True, kw_only=True):
    """A stream of a video file: video, picture (a cover or thumbnail), audio, subtitle, data or attachment. `read` is
    whether all that it says stands among the video's tags, as that of subtitles and of chapters may. `sound` is that of
    an audio track."""

    kind: str
    codec: str
    fourcc: str = ""
    language: str = ""
    read: bool = False
    sound: Sound = Sound.UNKNOWN


class VideoFault(StrEnum):
    """Why a video does not play from its first frame to its last; NOT_REACHED says nothing of the video itself."""

    EMPTY = "empty"
    NOT_VIDEO = "not-video"
    NO_PICTURE = "no-picture"
    ENCRYPTED = "encrypted"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"
    LIMIT = "limit"
    NOT_REACHED = "not-reached"


_BROKEN = frozenset(
    {
        VideoFault.EMPTY,
        VideoFault.NOT_VIDEO,
        VideoFault.NO_PICTURE,
        VideoFault.ENCRYPTED,
        VideoFault.TRUNCATED,
        VideoFault.UNREADABLE,
        VideoFault.LIMIT,
    }
)
_FEW_BROKEN = 0.05


class Video(msgspec.Struct, frozen=True, kw_only=True):
    """A video as decoded. `codec` is the decoder's name (mpeg4, h264, ...); sizes in pixels, times in seconds.

    `container` is by signature, `demuxer` what the player library took it for. `complete` is True where every frame
    was decoded, False where decoding broke off or was cut by a limit; `sampled` where only the beginning, the end
    and samples were decoded. `error` says what went wrong, `fault` of which kind that is. `external` lists what the
    file takes from outside itself, `contradictions` what its structure says that cannot be, `texts` what can be read
    in it outside tags and pictures, `gaps` which of its tags were not read, in words, `surplus` what follows the end
    of its container, in words. `still_share` is the share of sampled moments (0 to 1) at which the picture does not
    change, `text_density` that of sampled pictures that look like print. `burned_in` is None where nobody looked at its
    frames.
    """

    member: str
    container: str
    demuxer: str = ""
    codec: str = ""
    fourcc: str = ""
    profile: str = ""
    duration_s: float | None = None
    width: int = 0
    height: int = 0
    frames_decoded: int = 0
    frames_expected: int | None = None
    broken_frames: int = 0
    complete: bool = False
    sampled: bool = False
    error: str = ""
    fault: VideoFault | None = None
    external: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    tracks: tuple[Track, ...] = ()
    tags: tuple[MetadataField, ...] = ()
    texts: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    surplus: str = ""
    still_share: float | None = None
    text_density: float | None = None
    burned_in: BurnedIn | None = None

    @property
    def few_broken(self) -> bool:
        """Whether some frames are damaged, and so few that it plays all the same."""
        return 0 < self.broken_frames <= _FEW_BROKEN * self.frames_decoded

    @property
    def beyond_mending(self) -> bool:
        """Whether something is wrong with the video itself, so that a copy of it would be no better."""
        return self.fault in _BROKEN or (self.fault is VideoFault.DAMAGED and not self.few_broken)
