"""What no program looked at: pictures and frames, asked of a person with the clause that they may break."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import HumanClause
from faimi_check.model.page import Page
from faimi_check.model.page_list import listed_pages
from faimi_check.model.submission import Submission
from faimi_check.venues.profile import Profile

# The rules whose clauses pictures and frames can break as well; a call without them is not blind.
_PICTURES, _FRAMES = "ANON011", "VID002"
_ASKED = "show a name, a face, a place or a logo"


def unseen(submission: Submission, profile: Profile) -> Iterator[HumanClause]:
    """Questions on the pictures of the paper and on the frames of the videos, where there are any."""
    if submission.paper and _PICTURES in profile.rules:
        pages = [page.number for page in submission.paper.pages if _shows_pictures(page)]
        if pages:
            question = f"Does a picture on {listed_pages(pages)} {_ASKED}? Pictures were not looked at."
            yield _asked("pictures", question, profile, _PICTURES)
    if submission.supplement and _FRAMES in profile.rules:
        count = len(submission.supplement.videos)
        if count:
            whose = "of the video" if count == 1 else f"of the {count} videos"
            question = f"Does a frame {whose} {_ASKED}? The pictures in videos were not looked at."
            yield _asked("frames", question, profile, _FRAMES)


def _shows_pictures(page: Page) -> bool:
    """Whether it has a figure, in pixels or drawn, or is a picture as a whole."""
    drawn = any(not figure.caption.lstrip().startswith("Table") for figure in page.figures)
    return page.scanned or bool(page.images) or drawn


def _asked(name: str, question: str, profile: Profile, rule: str) -> HumanClause:
    clause = profile.clause_of(rule, "")
    if clause is None:
        return HumanClause(id=name, quote="", question=question)
    return HumanClause(id=name, quote=clause.quote, question=question, source=clause.source, verbatim=clause.verbatim)
