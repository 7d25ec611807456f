"""VID001: the videos play, from the first frame to the last."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Hit, Severity, Undecided
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.video import Video, VideoFault
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at
from faimi_check.rules.supplement.readme.scope.scope import allowed_videos
from faimi_check.rules.supplement.remade import way

# Below this many pixels a side, or seconds, there is nothing to see.
_SMALLEST, _SHORTEST = 16, 0.2


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
    needs={Aspect.ARCHIVE, Aspect.VIDEOS},
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
        costs more than the limit, by its length, pixels and bytes, is decoded at its beginning, its end and places
        between, and a note says so. What the machine had no time or room for is tried again, and then undecided.

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
        if video.fault is VideoFault.NOT_REACHED:
            undecoded.add(video.member)
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
            fix=way(supplement, video.member, "Write the container anew"),
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
    if video.fault is VideoFault.DAMAGED and video.few_broken:
        return "broken-frames"
    return _FAULT_CODES.get(video.fault, "damaged")
