"""The videos: they play, tell nobody's name, and are videos."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from faimi_check.model.finding import Confidence, Hit, Severity, Undecided
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement, Video, VideoFault
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at
from faimi_check.rules.supplement.readme.codecs import family_of, said
from faimi_check.rules.supplement.readme.scope import allowed_videos

_NEEDS = {Aspect.ARCHIVE, Aspect.VIDEOS}
# Below this many pixels a side, or seconds, there is nothing to see.
_SMALLEST, _SHORTEST = 16, 0.2
_ALLOWED_CONTAINERS = frozenset({"avi", "mp4", "asf"})


_FAULT_CODES = {
    VideoFault.EMPTY: "empty",
    VideoFault.NO_PICTURE: "no-picture",
    VideoFault.ENCRYPTED: "encrypted",
    VideoFault.TRUNCATED: "truncated",
    VideoFault.DAMAGED: "damaged",
    VideoFault.UNREADABLE: "damaged",
    VideoFault.LIMIT: "not-checked",
}
_FAULT_FIXES = {
    "empty": "Put the video in again; the copy in the zip has no bytes.",
    "no-picture": "Submit a video; sound alone is none of the allowed formats.",
    "encrypted": "Export the video without copy protection.",
    "truncated": "Copy or export the video again, wait until the program has finished, and make the zip anew.",
    "damaged": "Export the video again, play it to its end, and make the zip anew.",
    "broken-frames": "Export the video again and play it to its end; a reviewer would see blocks or a jump there.",
    "contradictory": "Write the container anew: ffmpeg -i in.mp4 -c copy out.mp4, or faimi-check pack.",
    "tiny": "Check that this is the video you mean to submit.",
    "not-checked": "Shorten the video or lower its resolution, so that it can be checked and reviewed.",
}


@rule(
    "VID001",
    "playable",
    part=Part.SUPPLEMENT,
    codes={
        "empty": Severity.ERROR,
        "no-picture": Severity.ERROR,
        "encrypted": Severity.ERROR,
        "truncated": Severity.ERROR,
        "damaged": Severity.ERROR,
        "broken-frames": Severity.WARNING,
        "not-checked": Severity.ERROR,
        "contradictory": Severity.WARNING,
        "tiny": Severity.WARNING,
        "sampled": Severity.NOTE,
    },
    needs=_NEEDS,
    requires={"SUP001"},
)
def playable(submission: Submission, _: NoParameters) -> RuleResults:
    """A video does not play from its first frame to its last.

    Why
        A video that breaks off or does not open is of no use to a reviewer, and nobody will ask for another copy.

    How it decides
        Each video is decoded from beginning to end, and the lengths in its structure are compared with the bytes that
        are there: many players hide that the end is missing. A few damaged frames in a video that otherwise plays are a
        warning, and so are tables that contradict themselves and pictures too small or short to see anything. What
        takes longer than the limit is decoded at its beginning, its end and places between, and a note says so.

    When it can be wrong
        A very rare codec may play with its own program and not here.

    Fix
        Export the video again, play the exported file to its end, then zip it.
    """
    supplement = supplement_of(submission)
    undecoded = {entry.name for entry in allowed_videos(supplement) if entry.readable}
    packed_badly = {entry.name for entry in supplement.entries if not entry.readable}
    for video in supplement.videos:
        undecoded.discard(video.member)
        if video.fault is VideoFault.NOT_VIDEO or video.member in packed_badly:
            continue
        if video.error:
            code = _fault_code(video)
            prefix = "" if video.fault else "not checked: "
            yield Hit(
                code=code,
                message=f"{video.member}: {prefix}{video.error}.",
                fix=_FAULT_FIXES[code],
                evidence=video.error,
                where=at(supplement, video.member),
            )
            continue
        yield from _oddities(video, supplement)
        if video.sampled:
            yield Hit(
                code="sampled",
                message=f"{video.member} is long; {video.frames_decoded:,} frames at its beginning, its end and places "
                "between were decoded, not all.",
                fix="Play it once to its end before you submit it.",
                where=at(supplement, video.member),
            )
    if undecoded:
        yield Undecided(f"{min(undecoded)} was not decoded.")


def _oddities(video: Video, supplement: Supplement) -> Iterator[Hit]:
    if video.contradictions:
        yield Hit(
            code="contradictory",
            message=f"{video.member} plays here, but {video.contradictions[0]}; other players may refuse it.",
            fix=_FAULT_FIXES["contradictory"],
            evidence="\n".join(video.contradictions),
            where=at(supplement, video.member),
        )
    short = video.duration_s is not None and video.duration_s < _SHORTEST and not video.sampled
    if short or min(video.width, video.height) < _SMALLEST:
        yield Hit(
            code="tiny",
            message=f"{video.member} is {video.width} x {video.height} pixels large and {video.duration_s or 0:.2f} s "
            "long; nobody will see anything.",
            fix=_FAULT_FIXES["tiny"],
            where=at(supplement, video.member),
        )


def _fault_code(video: Video) -> str:
    if video.fault is None:
        return "not-checked"
    if video.fault is VideoFault.DAMAGED and 0 < video.broken_frames <= 0.05 * video.frames_decoded:
        return "broken-frames"
    return _FAULT_CODES.get(video.fault, "damaged")


@rule(
    "VID003",
    "audio-track",
    part=Part.SUPPLEMENT,
    codes={"audio": Severity.NOTE},
    needs=_NEEDS,
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
        Listen to it; if it is not needed, take it out: ffmpeg -i in.mp4 -an -c:v copy out.mp4
    """
    supplement = supplement_of(submission)
    for video in supplement.videos:
        if video.codec and any(track.kind == "audio" for track in video.tracks):
            yield Hit(
                code="audio",
                message=f"{video.member} has sound; a voice can tell who speaks.",
                fix="Listen to it once, or take it out: ffmpeg -i in.mp4 -an -c:v copy out.mp4",
                where=at(supplement, video.member),
            )


class RecommendedCodec(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`families` are codec families of tables/codecs.toml, `containers` those they are recommended in."""

    families: tuple[str, ...] = ("mpeg4", "h264")
    containers: tuple[str, ...] = ("avi",)


@rule(
    "VID004",
    "recommended-codec",
    part=Part.SUPPLEMENT,
    params=RecommendedCodec,
    codes={"other": Severity.NOTE},
    needs=_NEEDS,
    requires={"SUP001"},
)
def recommended_codec(submission: Submission, wanted: RecommendedCodec) -> RuleResults:
    """A video is not in the format that the call encourages.

    Why
        The call encourages an MPEG-4 codec such as DivX in an AVI, which it does not demand.

    How it decides
        Codec and container are read from the stream. MPEG-4 Part 2 (DivX, Xvid) and H.264 count as MPEG-4 codecs.

    When it can be wrong
        An H.264 video in an MP4 plays on more machines today than what the call encourages; it is allowed.

    Fix
        Nothing needs to be done. If you wish: ffmpeg -i in.mp4 -c:v mpeg4 -vtag DIVX -q:v 3 -an out.avi
    """
    supplement = supplement_of(submission)
    others = []
    for video in supplement.videos:
        family = family_of(video)
        if not video.codec or video.container not in _ALLOWED_CONTAINERS:
            continue
        if family is None or family.id not in wanted.families or video.container not in wanted.containers:
            others.append(video)
    if others:
        listed = "; ".join(f"{video.member}: {said(video)} in {video.container}" for video in others)
        count = "One video is" if len(others) == 1 else f"{len(others)} videos are"
        yield Hit(
            code="other",
            message=f"{count} not in the format that the call encourages, an MPEG-4 codec such as DivX in an AVI.",
            fix="Nothing needs to be done; the format is allowed.",
            evidence=listed,
            where=at(supplement, others[0].member if len(others) == 1 else None),
        )


class Slides(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Shares from 0 to 1: of the time in which the picture stands, and of pictures that look like print."""

    still_share: float = 0.85
    text_share: float = 0.5


@rule(
    "VID005",
    "slides",
    part=Part.SUPPLEMENT,
    params=Slides,
    codes={"still": Severity.WARNING, "text": Severity.WARNING},
    needs=_NEEDS,
    requires={"SUP001"},
)
def slides(submission: Submission, limits: Slides) -> RuleResults:
    """A video looks like slides, tables or text rather than a recording.

    Why
        Supplements are for multimedia as the application warrants it; they may not show proofs, analysis or additional
        results.

    How it decides
        The share of time in which the picture stands still, and the share of sampled pictures that have rows of small
        marks on an even ground as print has.

    When it can be wrong
        Often: a recording on a tripod stands still, a screen recording shows text. This is a hint and never an error.

    Fix
        Look at the video: if it shows tables, text or results, take them out or move what is needed into the paper.
    """
    supplement = supplement_of(submission)
    for video in supplement.videos:
        if video.text_density is not None and video.text_density >= limits.text_share:
            yield Hit(
                code="text",
                message=f"{video.member} shows what looks like text or tables in {video.text_density:.0%} of the "
                "pictures looked at.",
                fix="Look at it: proofs, analysis and additional results do not belong in a supplement.",
                confidence=Confidence.POSSIBLE,
                where=at(supplement, video.member),
            )
        elif video.still_share is not None and video.still_share >= limits.still_share:
            yield Hit(
                code="still",
                message=f"The picture of {video.member} stands still for {video.still_share:.0%} of the time.",
                fix="Look at it: a show of slides or of one picture is no video as the call means it.",
                confidence=Confidence.POSSIBLE,
                where=at(supplement, video.member),
            )
