from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from faimi_check.model.picture import PagePicture, Pictures
from faimi_check.model.report import PageMeasures, SubmissionReport, Verdict, VideoMeasures
from faimi_check.screening.judging.illustrate import illustrate
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.processes.failure import over_time
from faimi_check.screening.processes.start import METHOD_VARIABLE
from faimi_check.screening.readers.shelf import store
from faimi_check.screening.request import Request, handed
from faimi_check.venues.loader import load

FIXTURES = Path(__file__).parents[3] / "fixtures"
PAPER = FIXTURES / "papers" / "compliant-midpage.pdf"
ZIP = FIXTURES / "zips" / "good-divx.zip"


def report_of(pages: int) -> SubmissionReport:
    return SubmissionReport(
        id="p", paper="p.pdf", supplement=None, verdict=Verdict.PASS, pages=PageMeasures(total=pages)
    )


class Pool:
    """Draws every page at once, and is lost at those that hang."""

    def __init__(self, hanging: set[int]) -> None:
        self.hanging = hanging
        self.calls = 0

    def run(self, seconds: float, call: Callable[..., Any], path: Path, numbers: tuple[int, ...], folder: Path) -> Any:
        self.calls += 1
        for number in numbers:
            if number in self.hanging:
                return over_time(seconds)
            picture = PagePicture(number=number, jpeg=b"x")
            (folder / f"page-{number}.picture").write_bytes(msgspec.msgpack.encode(picture))
        return None


def drawn(pool: Pool, pages: int) -> list[str]:
    pictures = illustrate(pool, Request(id="p", paper=PAPER), report_of(pages))  # type: ignore[arg-type]
    return [picture.missing for picture in pictures.pages]


def test_a_page_that_hangs_costs_itself_only() -> None:
    assert drawn(Pool({2}), 4) == [
        "",
        "This page could not be drawn: over the limit of 10 s of processor time.",
        "",
        "",
    ]


def test_many_pages_that_hang_end_the_drawing() -> None:
    pool = Pool({2, 3, 4, 5, 6})
    missing = drawn(pool, 7)
    assert pool.calls == 3
    assert [bool(text) for text in missing] == [False, True, True, True, True, True, True]
    assert missing[-1].startswith("Not drawn: the pages before it")


def test_only_the_first_pages_of_a_book_are_drawn() -> None:
    assert len(drawn(Pool(set()), 300)) == 40


def test_no_paper_no_pictures() -> None:
    pool = Pool(set())
    report = msgspec.structs.replace(report_of(3), pages=None)
    assert illustrate(pool, Request(id="p", paper=PAPER), report) == Pictures()  # type: ignore[arg-type]
    assert illustrate(pool, Request(id="p"), report_of(3)) == Pictures()  # type: ignore[arg-type]
    assert pool.calls == 0


class Hanging:
    """Loses every video."""

    def run(self, seconds: float, call: Callable[..., Any], *arguments: Any) -> Any:
        return over_time(seconds)


def with_videos(*members: str) -> SubmissionReport:
    videos = tuple(
        VideoMeasures(
            member=member, container="avi", codec="", fourcc="", duration_s=None, width=0, height=0, frames_decoded=0,
            audio=False, playable=False, tags={},
        )
        for member in members
    )  # fmt: skip
    return msgspec.structs.replace(report_of(0), pages=None, videos=videos)


def test_a_video_that_hangs_has_no_frames() -> None:
    request = Request(id="p", supplements=handed([(ZIP, "s.zip")]))
    (sheet,) = illustrate(Hanging(), request, with_videos("reading-list.avi")).sheets  # type: ignore[arg-type]
    assert (sheet.image, sheet.missing) == (b"", "No frames: over the limit of 10 s of processor time.")


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_real_pages_and_frames_come_out_of_a_worker() -> None:
    report = msgspec.structs.replace(with_videos("reading-list.avi"), pages=report_of(3).pages)
    with Judge(load("faimi-2025")) as judge:
        pictures = judge.illustrate(Request(id="p", paper=PAPER, supplements=handed([(ZIP, "s.zip")])), report)
    assert [(page.number, page.width, page.jpeg[:3], page.missing) for page in pictures.pages] == [
        (number, 612.0, b"\xff\xd8\xff", "") for number in (1, 2, 3)
    ]
    (sheet,) = pictures.sheets
    assert (sheet.image[:3], sheet.missing) == (b"\xff\xd8\xff", "")


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="what stands in for drawing is there in a forked worker only")
def test_what_a_worker_leaves_in_the_place_of_a_picture_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(msgspec.msgpack.encode(PagePicture(number=1, jpeg=b"somebody's")))

    def leave(folder: Path, name: str, picture: PagePicture) -> None:
        if picture.number == 1:
            (folder / name).symlink_to(elsewhere)
        elif picture.number == 2:
            (folder / name).write_bytes(b"no picture")
        else:
            store(folder, name, picture)

    monkeypatch.setenv(METHOD_VARIABLE, "fork")
    monkeypatch.setattr("faimi_check.screening.judging.illustrate.store", leave)
    with Judge(load("faimi-2025"), jobs=1) as judge:
        pictures = judge.illustrate(Request(id="p", paper=PAPER), report_of(3))
    none = "This page could not be drawn: what was drawn cannot be shown."
    assert [(page.number, page.jpeg[:3], page.missing) for page in pictures.pages] == [
        (1, b"", none),
        (2, b"", none),
        (3, b"\xff\xd8\xff", ""),
    ]
