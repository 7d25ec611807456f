"""What no program looked at is asked in every report that has pictures or frames, with the clause."""

from __future__ import annotations

from msgspec.structs import replace

from faimi_check.engine import check
from faimi_check.model.page import Box, Figure, Image, Page
from faimi_check.model.paper import Paper
from faimi_check.model.report import SubmissionReport
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import EmbeddedPdf, Entry, Supplement
from faimi_check.model.video import Video
from faimi_check.venues.loader import load

PROFILE = load("faimi-2025")
BOX = Box(100, 100, 300, 200)
WITH_IMAGE = Page(number=2, width=612, height=792, images=(Image(BOX, (640, 480)),))
WITH_DRAWING = Page(number=3, width=612, height=792, figures=(Figure(BOX, "Fig. 1. A network."),))
WITH_TABLE = Page(number=4, width=612, height=792, figures=(Figure(BOX, "Table 1. Numbers."),))
SCANNED = Page(number=5, width=612, height=792, scanned=True)


def report(*pages: Page, videos: int = 0) -> SubmissionReport:
    paper = Paper(file="p.pdf", size=1, page_count=len(pages), pages=pages)
    films = tuple(Video(member=f"{number}.mp4", container="mp4") for number in range(videos))
    supplement = Supplement(file="s.zip", size=1, is_zip=True, videos=films) if videos else None
    return check(Submission(id="s", paper=paper, supplements=(supplement,) if supplement else ()), PROFILE)


def asked(found: SubmissionReport) -> dict[str, str]:
    return {clause.id: clause.question for clause in found.for_humans if clause.id in ("pictures", "frames")}


def test_the_pages_with_pictures_are_named() -> None:
    found = report(WITH_IMAGE, WITH_DRAWING, WITH_TABLE, SCANNED)
    assert list(asked(found)) == ["pictures"]
    assert asked(found)["pictures"].startswith("Does a picture on pages 2, 3 and 5 show a name, a face, a place")
    assert asked(found)["pictures"].endswith("Pictures were not looked at.")
    assert found.for_humans[0].quote == "Papers should be anonymized"


def test_a_paper_of_text_and_tables_has_no_pictures_to_look_at() -> None:
    assert asked(report(WITH_TABLE)) == {}


def test_the_frames_of_videos_are_asked_about() -> None:
    found = report(videos=2)
    assert asked(found) == {
        "frames": "Does a frame of the 2 videos show a name, a face, a place or a logo? "
        "The pictures in videos were not looked at."
    }
    assert found.for_humans[0].quote == "should not show any identification markers either"


def test_whether_a_cited_paper_is_unpublished_is_asked_where_a_pdf_is_or_may_be_in_the_supplement() -> None:
    def is_asked(**held: object) -> bool:
        supplement = replace(Supplement(file="s.zip", size=1, is_zip=True), **held)
        found = check(Submission(id="s", supplements=(supplement,)), PROFILE)
        return "unpublished" in {clause.id for clause in found.for_humans}

    video, pdf, inner = (Entry(name=name, size=1, compressed=1) for name in ("a.mp4", "a.pdf", "in.zip"))
    assert not is_asked(entries=(video,))
    assert is_asked(entries=(video, pdf), pdfs=(EmbeddedPdf(member="a.pdf"),))
    assert is_asked(entries=(video, replace(inner, container="zip")))
    assert is_asked()


def test_a_call_that_is_not_blind_asks_nothing() -> None:
    open_call = replace(PROFILE, rules={})
    paper = Paper(file="p.pdf", size=1, page_count=1, pages=(WITH_IMAGE,))
    assert asked(check(Submission(id="s", paper=paper), open_call)) == {}
