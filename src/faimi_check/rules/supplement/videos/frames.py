"""VID006: names, addresses and patients' data in the frames of a video."""

from __future__ import annotations

from msgspec.structs import replace

from faimi_check.model.burned_in import GETTING_EXTRA
from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity, Skipped, Undecided
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.video import Video
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.pictured.matter import Tells
from faimi_check.rules.naming.pictured.wording import WORDS, Shown, shown_in
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at

_NOT_READ = f"Frames were not read, because of --pictures never or because the extra is missing ({GETTING_EXTRA})."
_FIX = "Cut that part out, or crop or blur it, and encode the video anew; look through the whole of it once."
_PRIVACY = " Whoever made the video, a patient's data may not be shown."


@rule(
    "VID006",
    "frames-identify",
    part=Part.SUPPLEMENT,
    codes={
        "contact": Severity.ERROR,
        "login": Severity.ERROR,
        "person": Severity.ERROR,
        "institution": Severity.ERROR,
        "patient": Severity.WARNING,
        "code": Severity.ERROR,
        "funding": Severity.WARNING,
    },
    needs={Aspect.ARCHIVE, Aspect.VIDEOS},
    requires={"SUP001"},
)
def frames_identify(submission: Submission, _: NoParameters) -> RuleResults:
    """A video shows a name, an address or a patient's data.

    Why
        A title card with the authors, the hospital in an ultrasound's banner, a login in a recorded terminal: the call
        wants videos without any identification markers.

    How it decides
        Only with the extra `pictures`. The frames are looked through for lettering that stands for a quarter of a
        second and longer, and at most twelve are read: the first, the last, some between, those after cuts, and those
        that together show every such lettering. What is read is judged as in the paper's pictures (ANON023);
        institutions count in any case, since a recording is mostly the authors' own, and on a card of a few lines so
        does a department with the name of a place ("Gastro ..., room 4").

    When it can be wrong
        Letters are misread, or the recording is a public one. What moves, flashes by or is smaller than ten pixels is
        missed; Cyrillic, Korean, Arabic and all other letters but Latin, Chinese and Japanese ones are not read,
        handwriting hardly; faces, voices and logos without words are not told.

    Fix
        Cut the part out, or crop or blur it, encode the video anew, and look through the whole of it once.
    """
    supplement = supplement_of(submission)
    read = [video for video in supplement.videos if video.burned_in is not None]
    if supplement.videos and not read:
        yield Skipped(_NOT_READ)
        return
    common = vocabulary(submission.paper) if submission.paper else frozenset[str]()
    for video in read:
        for shown in shown_in(video.burned_in.pictures if video.burned_in else (), common):
            yield _hit(supplement, video, shown)
    open_questions = [
        f"{video.member}: {video.burned_in.why}" for video in read if video.burned_in and video.burned_in.why
    ]
    if open_questions:
        yield Undecided(f"Not all frames were read: {'; '.join(open_questions[:3])}.")


def _hit(supplement: Supplement, video: Video, shown: Shown) -> Hit:
    seconds = shown.picture.seconds or 0.0
    again = " and later" if shown.again else ""
    unsure = " That is not sure: please look." if shown.confidence is Confidence.POSSIBLE else ""
    privacy = _PRIVACY if shown.tells is Tells.PATIENT else ""
    box = tuple(round(side, 1) for side in shown.box)
    return Hit(
        code=shown.tells.value,
        message=f"At {moment(seconds)}{again} {video.member} shows {WORDS[shown.tells]}: "
        f"{shown.quoted}{shown.quoted_beside}.{unsure}{privacy}",
        fix=_FIX,
        confidence=shown.confidence,
        evidence="; ".join((*shown.texts, *shown.beside))[:EVIDENCE_LIMIT],
        where=replace(at(supplement, video.member), seconds=seconds, bbox=box),
    )


def moment(seconds: float) -> str:
    """`0:07`, `12:40`: a place in a video as players show it."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
