"""VID005: slides, tables and text that are called a video."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from faimi_check.model.burned_in import BurnedIn, BurnedInPicture
from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.video import Video
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.registry import Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at
from faimi_check.rules.supplement.videos.consoles import is_console
from faimi_check.rules.supplement.videos.frames import moment
from faimi_check.rules.tables import table

_FIX = "Look at it: proofs, analysis and additional results do not belong in a supplement."
# A slide has a few lines of several words; labels, banners and menus have short ones.
_WORDS_A_LINE = 4
_LINES = 3
_WORDS = 12
_AROUND_WORDS = ".,;:!?()[]\"'“”‘’"
_SIGNS = 2
_SHOWN = 120


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
        marks on an even ground as print has. With the extra `pictures` the chosen frames are read: lines of several
        words, as sentences and tables have, in most of them, or a frame with two and more signs of results or proofs
        ("Table 2", "p < 0.01", "AUC", "Lemma"), are likely text; print without words is nothing, and neither is a
        terminal, a log or a listing, which a recording of a program shows.

    When it can be wrong
        Often: a recording on a tripod stands still, a screen recording shows text. This is a hint and never an error.

    Fix
        Look at the video: if it shows tables, text or results, take them out or move what is needed into the paper.
    """
    supplement = supplement_of(submission)
    for video in supplement.videos:
        found = _text(supplement, video, limits)
        if found:
            yield found
        elif video.still_share is not None and video.still_share >= limits.still_share:
            yield Hit(
                code="still",
                message=f"The picture of {video.member} stands still for {video.still_share:.0%} of the time.",
                fix="Look at it: a show of slides or of one picture is no video as the call means it.",
                confidence=Confidence.POSSIBLE,
                where=at(supplement, video.member),
            )


def _text(supplement: Supplement, video: Video, limits: Slides) -> Hit | None:
    """The hit on a video of text, by its words where they were read."""
    read = video.burned_in
    if read is not None and read.looked:
        return _by_words(supplement, video, read, limits)
    if video.text_density is None or video.text_density < limits.text_share:
        return None
    shown = f"what looks like text or tables in {video.text_density:.0%} of the pictures looked at"
    return Hit(
        code="text",
        message=f"{video.member} shows {shown}.",
        fix=_FIX,
        confidence=Confidence.POSSIBLE,
        where=at(supplement, video.member),
    )


def _by_words(supplement: Supplement, video: Video, read: BurnedIn, limits: Slides) -> Hit | None:
    full = [frame for frame in read.pictures if _is_full(frame)]
    telling = next((frame for frame in read.pictures if len(_signs(frame)) >= _SIGNS), None)
    if telling is not None:
        shown = f"what looks like results or proofs at {moment(telling.seconds or 0.0)}"
    elif full and len(full) >= limits.text_share * read.looked:
        telling = full[0]
        shown = f"text in {len(full)} of the {read.looked} frames that were read"
    else:
        return None
    words = " / ".join(line.text for line in telling.lines)
    return Hit(
        code="text",
        message=f"{video.member} shows {shown}: “{_shortened(words)}”.",
        fix=_FIX,
        confidence=Confidence.LIKELY,
        evidence=words[:EVIDENCE_LIMIT],
        where=replace(at(supplement, video.member), seconds=telling.seconds),
    )


def _is_full(frame: BurnedInPicture) -> bool:
    """Whether several lines have several words each, as sentences and the rows of tables have, and no program's."""
    return not is_console(frame) and sum(_words(line.text) >= _WORDS_A_LINE for line in frame.lines) >= _LINES


def _words(text: str) -> int:
    """The words in a line; "Depth 12 cm MI 0.6" is made of settings."""
    return sum(word.strip(_AROUND_WORDS).replace("-", "").isalpha() for word in text.split())


def _signs(frame: BurnedInPicture) -> set[str]:
    """The signs of results and proofs in a frame that holds more than a label."""
    text = fold(" ".join(line.text for line in frame.lines))
    if len(text.split()) < _WORDS or is_console(frame):
        return set()
    return {sign for sign in table("pictured")["results"] if re.search(sign, text)}


def _shortened(words: str) -> str:
    """The first words, so many as fit into a message."""
    return words if len(words) <= _SHOWN else words[:_SHOWN].rpartition(" ")[0] + " …"
