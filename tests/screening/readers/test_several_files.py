"""A supplement of several files: each is looked into, counted against the call, and named where something is found."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from faimi_check.model.report import SubmissionReport
from faimi_check.model.submission import KnownAuthor
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.request import Request, handed
from faimi_check.venues.loader import load

FIXTURES = Path(__file__).parents[3] / "fixtures"
PAPER = FIXTURES / "papers" / "compliant.pdf"
FILM = FIXTURES / "videos" / "small-h264.mp4"
DIVX = FIXTURES / "zips" / "good-divx.zip"
NAMES = FIXTURES / "zips" / "entry-name-with-author.zip"
SHORT = FIXTURES / "venues" / "acl.pdf"
LONG = FIXTURES / "venues" / "midl-long.pdf"
CALL = """
id = "many"
title = "Many"
source = "https://example.org"
[clauses.supplement]
quote = "Up to three files, 20 MB in all: PDFs of two pages, videos, or zips."
[clauses.blind]
quote = "Papers are anonymous."
[rules.ANON]
clause = "blind"
[rules.SUP001]
clause = "supplement"
files = 3
bare = ["pdf", "video"]
[rules.SUP004]
clause = "supplement"
allowed = "any"
pages = 2
[rules.SUP008]
clause = "blind"
[rules.SUP009]
clause = "supplement"
megabytes = 20
[rules.VID001]
"""

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    profile = tmp_path_factory.mktemp("call") / "many.toml"
    profile.write_text(CALL, encoding="utf-8")
    with Judge(load(str(profile)), jobs=2) as judge:
        yield judge


@pytest.fixture(scope="module")
def faimi() -> Iterator[Judge]:
    with Judge(load("faimi-2025"), jobs=2) as judge:
        yield judge


def judged(judge: Judge, *files: Path, authors: tuple[KnownAuthor, ...] = ()) -> SubmissionReport:
    supplements = handed((file, f"up/{file.name}") for file in files)
    return judge.judge(Request(id="x", paper=PAPER, paper_name="paper.pdf", supplements=supplements, authors=authors))


def found(report: SubmissionReport) -> set[str]:
    return {f"{one.rule}/{one.code} {one.where.file} {one.where.member}" for one in report.findings}


def test_what_the_call_takes_passes_and_is_looked_into(many: Judge) -> None:
    report = judged(many, DIVX, FILM, SHORT)
    assert found(report) == set()
    assert report.verdict == "pass"
    assert report.supplements == ("up/good-divx.zip", "up/small-h264.mp4", "up/acl.pdf")
    assert report.supplement == "up/good-divx.zip"
    assert [(video.file, video.member, video.playable) for video in report.videos] == [
        ("up/good-divx.zip", "reading-list.avi", True),
        ("up/small-h264.mp4", "small-h264.mp4", True),
    ]


def test_a_lone_video_is_played_where_the_call_takes_one(many: Judge, tmp_path: Path) -> None:
    assert judged(many, FILM).verdict == "pass"
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(FILM.read_bytes()[:-600])
    report = judged(many, cut)
    assert {one.rule for one in report.findings} == {"VID001"}


def test_a_video_of_which_not_all_tags_are_read_is_undecided_and_not_passed(faimi: Judge, tmp_path: Path) -> None:
    packet = b"<x:xmpmeta>%s<dc:creator>Ilse Vega</dc:creator></x:xmpmeta>" % (b"<a:b>1</a:b>" * 20_000)
    box = bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + packet
    film = tmp_path / "film.zip"
    with zipfile.ZipFile(film, "w") as archive:
        archive.writestr("a.mp4", FILM.read_bytes() + (8 + len(box)).to_bytes(4, "big") + b"uuid" + box)
    report = judged(faimi, film)
    told = next(one for one in report.rules if one.rule == "VID002")
    assert "a.mp4 is not known whole: its XMP is so long that only the beginning was read." in (told.reason or "")
    assert told.is_open
    assert not next(one for one in report.rules if one.rule == "VID001").is_open


def test_files_are_counted(many: Judge) -> None:
    report = judged(many, DIVX, NAMES, FILM, SHORT)
    (hit,) = [one for one in report.findings if one.rule == "SUP001"]
    assert hit.code == "several"
    assert hit.message == (
        "The supplement is of 4 files (good-divx.zip, entry-name-with-author.zip, small-h264.mp4, acl.pdf); "
        "the call takes at most 3 files, each of them a zip, a PDF or a video."
    )


def test_each_file_is_named_where_something_is_found(many: Judge) -> None:
    report = judged(many, NAMES, LONG)
    codes = found(report)
    zipped = "up/entry-name-with-author.zip uni-nordhavn/ingrid_lyngby_demo.avi"
    assert {f"SUP008/identifies {zipped}", "SUP004/pages up/midl-long.pdf midl-long.pdf"} <= codes
    assert "ANON001/named up/midl-long.pdf midl-long.pdf" in codes


def test_a_kind_that_the_call_does_not_take_is_named(many: Judge, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Some notes on the data.\n", encoding="utf-8")
    report = judged(many, FILM, notes)
    assert found(report) == {"SUP001/kind up/notes.txt notes.txt"}
    (alone,) = judged(many, notes).findings
    assert alone.message == (
        "notes.txt is no file that the call takes as it is (plain text); it takes at most 3 files, each of them a zip, "
        "a PDF or a video."
    )


def test_two_files_where_one_zip_is_wanted_are_one_finding(faimi: Judge, tmp_path: Path) -> None:
    film, readme = Path(shutil.copy(FILM, tmp_path / "film.mp4")), tmp_path / "README.txt"
    readme.write_text("film.mp4\nCodec: H.264\nDownload: https://www.videolan.org/vlc/\n", encoding="utf-8")
    report = judged(faimi, film, readme)
    assert [f"{one.rule}/{one.code}" for one in report.findings if one.severity != "note"] == ["SUP001/several"]
    assert report.videos[0].playable


def test_files_of_one_name_are_told_apart(many: Judge, tmp_path: Path) -> None:
    copies = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        copies.append(Path(shutil.copy(FILM, tmp_path / folder / "film.mp4")))
    report = judged(many, *copies)
    assert [video.member for video in report.videos] == ["film.mp4", "film (2).mp4"]
    assert report.verdict == "pass"


def test_one_file_that_cannot_be_opened_leaves_the_others(many: Judge, tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_bytes(NAMES.read_bytes()[:200])
    empty = tmp_path / "empty.mp4"
    empty.write_bytes(b"")
    report = judged(many, broken, empty, NAMES)
    codes = {f"{one.rule}/{one.code} {one.where.file}" for one in report.findings}
    assert {"SUP001/damaged up/broken.zip", "SUP001/empty up/empty.mp4"} <= codes
    assert "SUP008/identifies up/entry-name-with-author.zip" in codes


def test_a_known_author_is_looked_for_in_every_file(many: Judge) -> None:
    author = KnownAuthor(name="Ingrid Lyngby")
    report = judged(many, NAMES, Path(FIXTURES / "papers" / "author-block.pdf"), authors=(author,))
    where = {
        f"{one.where.file} {one.where.member}"
        for one in report.findings
        if one.rule == "ANON014" or "Listed author: Ingrid Lyngby" in one.message
    }
    assert "up/author-block.pdf author-block.pdf" in where
    assert "up/entry-name-with-author.zip uni-nordhavn/ingrid_lyngby_demo.avi" in where


def test_sizes_are_counted_together(tmp_path: Path) -> None:
    profile = tmp_path / "small.toml"
    small = CALL.replace("megabytes = 20", "megabytes = 0.01").replace('bare = ["pdf", "video"]', 'bare = ["any"]')
    profile.write_text(small, encoding="utf-8")
    files = []
    for number in (1, 2):
        files.append(tmp_path / f"{number}.csv")
        files[-1].write_text("a,b\n" * 1500, encoding="utf-8")
    with Judge(load(str(profile)), jobs=1) as judge:
        assert found(judged(judge, files[0])) == set()
        (over,) = judged(judge, *files).findings
    assert (over.rule, over.message) == ("SUP009", "The supplement has 12 kB; the call allows 0.01 MB.")
