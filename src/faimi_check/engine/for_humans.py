"""What is asked of a person: what no program can judge, and what none looked at or can see, pictures and frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faimi_check.model.page import Page
from faimi_check.model.paper import Paper
from faimi_check.model.report import HumanClause
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.text.counted import plural
from faimi_check.model.text.page_list import listed_pages
from faimi_check.model.video import Video
from faimi_check.rules.supplement.cited.missing import unopened
from faimi_check.venues.profile import About, Profile

# The rules whose clauses pictures and frames break; a call without them is not blind.
_PICTURES, _FRAMES = "ANON023", "VID006"
_LETTERS = "Only printed letters were looked for (Latin, Chinese, Japanese)"
_UNREAD = "show a name, a face, a place or a logo"
_READ = "show a face, a place, a logo or handwriting"


def for_humans(submission: Submission, profile: Profile) -> tuple[HumanClause, ...]:
    """The questions on what is there, each with the clause that it comes from."""
    about = {About.SUBMISSION, *([About.SUPPLEMENT] if submission.supplements else ())}
    if any(map(_may_hold_pdf, submission.supplements)):
        about.add(About.PDF)
    asked = (
        HumanClause(
            id=clause_id, quote=clause.quote, question=clause.question, source=clause.source, verbatim=clause.verbatim
        )
        for clause_id, clause in profile.human_clauses(about)
    )
    return (*_unseen(submission, profile), *asked)


def _may_hold_pdf(supplement: Supplement) -> bool:
    """Whether a PDF is in it, or may be in what was not read or not looked into."""
    unread = not supplement.entries or supplement.problems or unopened(supplement.entries)
    return bool(supplement.pdfs or unread)


def _unseen(submission: Submission, profile: Profile) -> Iterator[HumanClause]:
    """Questions on the pictures of the paper and on the frames of the videos, where there are any."""
    if submission.paper and _PICTURES in profile.rules:
        question = _of_pictures(submission.paper)
        if question:
            yield _asked("pictures", question, profile, _PICTURES)
    videos = [video for supplement in submission.supplements for video in supplement.videos]
    if videos and _FRAMES in profile.rules:
        yield _asked("frames", _of_frames(videos), profile, _FRAMES)


def _of_pictures(paper: Paper) -> str:
    pages = [page.number for page in paper.pages if _shows_pictures(page)]
    if not pages:
        return ""
    read = paper.burned_in
    if read is None or not read.looked:
        return f"Does a picture on {listed_pages(pages)} {_UNREAD}? Pictures were not looked at."
    asked = _UNREAD if read.left else _READ
    where = _share(read.looked, read.left)
    return f"Does a picture on {listed_pages(pages)} {asked}? {_LETTERS}, in {where}."


def _of_frames(videos: Sequence[Video]) -> str:
    count = len(videos)
    whose = "of the video" if count == 1 else f"of the {count} videos"
    read = [video.burned_in for video in videos if video.burned_in is not None]
    looked = sum(one.looked for one in read)
    if not looked:
        return f"Does a frame {whose} {_UNREAD}? The pictures in videos were not looked at."
    return f"Does a frame {whose} {_READ}? {_LETTERS}, in {looked} chosen frames."


def _share(looked: int, left: int) -> str:
    return f"{looked} of {looked + left} pictures" if left else plural(looked, "picture")


def _shows_pictures(page: Page) -> bool:
    """Whether it has a figure, in pixels or drawn, or is a picture as a whole."""
    drawn = any(not figure.caption.lstrip().startswith("Table") for figure in page.figures)
    return page.scanned or bool(page.images) or drawn


def _asked(name: str, question: str, profile: Profile, rule: str) -> HumanClause:
    clause = profile.clause_of(rule, "")
    if clause is None:
        return HumanClause(id=name, quote="", question=question)
    return HumanClause(id=name, quote=clause.quote, question=question, source=clause.source, verbatim=clause.verbatim)
