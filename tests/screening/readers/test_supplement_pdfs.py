"""PDFs as supplement, where the call takes them: bare or in a zip they are counted, and read for who wrote them."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from faimi_check.model.report import SubmissionReport
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.request import Request, handed
from faimi_check.venues.loader import load

FIXTURES = Path(__file__).parents[3] / "fixtures"

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(load("unsure-2025"), jobs=2) as one:
        yield one


def report(judge: Judge, supplement: Path) -> SubmissionReport:
    paper = FIXTURES / "venues" / "eccv.pdf"
    return judge.judge(
        Request(
            id="x",
            paper=paper,
            paper_name="paper.pdf",
            supplements=handed([(supplement, f"home/me/{supplement.name}")]),
        )
    )


def found(judge: Judge, supplement: Path) -> list[str]:
    return [f"{one.rule}/{one.code} {one.where.member}" for one in report(judge, supplement).findings]


def zipped(folder: Path, *names: str) -> Path:
    file = folder / "supplement.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.write(FIXTURES / "venues" / f"{name}.pdf", f"{name}.pdf")
    return file


def test_a_short_pdf_without_a_zip_passes(judge: Judge) -> None:
    whole = report(judge, FIXTURES / "venues" / "acl.pdf")
    assert whole.findings == ()
    assert whole.verdict == "pass"


def test_a_pdf_without_a_zip_is_counted_and_read(judge: Judge, tmp_path: Path) -> None:
    file = Path(shutil.copy(FIXTURES / "venues" / "midl-long.pdf", tmp_path / "more.pdf"))
    codes = found(judge, file)
    assert "SUP004/pages more.pdf" in codes
    assert "ANON001/named more.pdf" in codes


def test_a_supplement_may_be_allowed_to_name_its_authors(tmp_path: Path) -> None:
    profile = tmp_path / "open.toml"
    profile.write_text(
        'id = "open"\ntitle = "Open"\nsource = "https://example.org"\nextends = "unsure-2025"\n'
        "anonymous_supplement = false\n",
        encoding="utf-8",
    )
    with Judge(load(str(profile)), jobs=1) as one:
        codes = found(one, zipped(tmp_path, "midl-long"))
        named = one.judge(Request(id="x", paper=FIXTURES / "papers" / "author-block.pdf", paper_name="paper.pdf"))
    assert codes == ["SUP004/pages midl-long.pdf"]
    assert "ANON001" in {finding.rule for finding in named.findings}


def test_pdfs_in_a_zip_are_counted_and_read(judge: Judge, tmp_path: Path) -> None:
    codes = found(judge, zipped(tmp_path, "acl", "neurips-long"))
    assert codes == ["SUP004/pages neurips-long.pdf"]


def test_a_bare_video_is_played(judge: Judge) -> None:
    whole = report(judge, FIXTURES / "videos" / "small-h264.mp4")
    assert whole.findings == ()
    assert [(video.member, video.playable) for video in whole.videos] == [("small-h264.mp4", True)]
    assert {result.outcome for result in whole.rules if result.rule in ("SUP001", "VID001")} == {"passed"}


def test_archives_in_a_zip_that_may_hold_them_are_undecided(tmp_path: Path) -> None:
    profile = tmp_path / "code.toml"
    profile.write_text(
        'id = "code"\ntitle = "Code"\nsource = "https://example.org"\nextends = "unsure-2025"\n'
        "[rules.SUP001]\narchives = true\n",
        encoding="utf-8",
    )
    with Judge(load(str(profile)), jobs=1) as one:
        whole = report(one, FIXTURES / "zips" / "nested-zip.zip")
    (told,) = [result for result in whole.rules if result.rule == "SUP001"]
    assert told.outcome == "undecided"
    assert "which was not looked into" in (told.reason or "")


def test_a_call_that_takes_no_pdf_reads_none(tmp_path: Path) -> None:
    with Judge(load("faimi-2025"), jobs=1) as one:
        codes = found(one, zipped(tmp_path, "acl"))
    assert "SUP004/pdf acl.pdf" in codes
