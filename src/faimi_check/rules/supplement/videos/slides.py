"""VID005: slides, tables and text that are called a video."""

from __future__ import annotations

import msgspec

from faimi_check.model.finding import Confidence, Hit, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.registry import Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at


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
    needs={Aspect.ARCHIVE, Aspect.VIDEOS},
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
