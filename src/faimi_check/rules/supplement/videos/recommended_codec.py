"""VID004: the format that a call encourages."""

from __future__ import annotations

import msgspec

from faimi_check.model.finding import Hit, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.registry import Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at
from faimi_check.rules.supplement.readme.codecs import family_of, said

_ALLOWED_CONTAINERS = frozenset({"avi", "mp4", "asf"})


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
    needs={Aspect.ARCHIVE, Aspect.VIDEOS},
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
        Nothing needs to be done. If you wish: `ffmpeg -i in.mp4 -c:v mpeg4 -vtag DIVX -q:v 3 -an out.avi`.
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
