"""VID003: a voice can tell who speaks."""

from __future__ import annotations

from faimi_check.model.finding import Hit, Severity, Undecided
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.text.counted import first_of
from faimi_check.model.video import Sound, Video
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at
from faimi_check.rules.supplement.remade import placing, silencing

_HEARD = {
    Sound.SILENT: ", but nothing is to be heard in it",
    Sound.EVEN: "; only even tones or noise are to be heard in it",
}
_LISTED = 4


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
        The video has an audio track: a note. Whether somebody speaks on it is told by how the sound changes: a silent
        track, beeps, a hum and even noise hold no voice. Where the sound changes as speech does, or cannot be decoded,
        the rule is undecided: what is said is not listened to, and somebody has to.

    When it can be wrong
        Heart sounds, music and knocks change as speech does. A whisper below a loud even noise is not told from it.

    Fix
        Listen to it; if it is not needed, take it out: `ffmpeg -i in.mp4 -an -c:v copy out.mp4`.
    """
    supplement = supplement_of(submission)
    unheard: list[str] = []
    for video in supplement.videos:
        sounds = [track.sound for track in video.tracks if track.kind == "audio"]
        if not video.codec or not sounds:
            continue
        heard = _HEARD.get(_loudest(sounds), "")
        if not heard:
            unheard.append(video.member)
        yield Hit(
            code="audio",
            message=f"{video.member} has sound{heard or '; a voice can tell who speaks'}.",
            fix=_fix(video, supplement),
            where=at(supplement, video.member),
        )
    if unheard:
        listed = first_of(unheard, _LISTED)
        yield Undecided(f"Somebody may be speaking in {listed}, and nobody has listened to what is said.")


def _loudest(sounds: list[Sound]) -> Sound:
    """What decides of several tracks: what may be a voice before what is none."""
    return next(sound for sound in (Sound.UNKNOWN, Sound.VARIED, Sound.EVEN, Sound.SILENT) if sound in sounds)


def _fix(video: Video, supplement: Supplement) -> str:
    silent = silencing(supplement, video.member)
    return f"Listen to it once, or take the sound out ({placing(supplement, video.member)}):\n\n{silent}"
