"""VID003: a voice can tell who speaks."""

from __future__ import annotations

from faimi_check.model.finding import Hit, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.video import Video
from faimi_check.rules.commands import encoding
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at, extension_of


@rule(
    "VID003",
    "audio-track",
    part=Part.SUPPLEMENT,
    codes={"audio": Severity.NOTE},
    needs={Aspect.ARCHIVE, Aspect.VIDEOS},
    requires={"SUP001"},
)
def audio_track(submission: Submission, _: NoParameters) -> RuleResults:
    """A video has sound.

    Why
        A voice identifies, and so does a name that somebody calls in the room.

    How it decides
        The video has an audio track. What is to be heard is not judged.

    When it can be wrong
        The track may be silent, or the sound may be what the video is about.

    Fix
        Listen to it; if it is not needed, take it out: `ffmpeg -i in.mp4 -an -c:v copy out.mp4`.
    """
    supplement = supplement_of(submission)
    for video in supplement.videos:
        if video.codec and any(track.kind == "audio" for track in video.tracks):
            yield Hit(
                code="audio",
                message=f"{video.member} has sound; a voice can tell who speaks.",
                fix=_fix(video, supplement),
                where=at(supplement, video.member),
            )


def _fix(video: Video, supplement: Supplement) -> str:
    silent = encoding(supplement, video.member, "-an -c:v copy", extension_of(video.member) or "mp4")
    return f"Listen to it once, or take the sound out:\n\n{silent}"
