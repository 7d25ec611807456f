"""PDFs as supplement, where the call takes them: bare or in a zip they are counted, and read for who wrote them."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from msgspec.structs import replace

from faimi_check.model.report import SubmissionReport
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.processes.failure import Cause, Failure
from faimi_check.screening.processes.pool import WorkerPool
from faimi_check.screening.readers.reader import Reader
from faimi_check.screening.request import Read, ReadSupplement, Request, WorkerLimits, handed
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
    assert codes == ["DOC005/repeated neurips-long.pdf", "SUP004/pages neurips-long.pdf"]


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
    assert "was not looked into" in (told.reason or "")


def test_a_call_that_takes_no_pdf_reads_none(tmp_path: Path) -> None:
    with Judge(load("faimi-2025"), jobs=1) as one:
        codes = found(one, zipped(tmp_path, "acl"))
    assert "SUP004/pdf acl.pdf" in codes


@pytest.fixture(scope="module")
def strict() -> Iterator[Judge]:
    with Judge(load("faimi-2025"), jobs=2) as one:
        yield one


def told_of_pdfs(judge: Judge, paper: str, supplement: str) -> list[tuple[str, str | None]]:
    whole = judge.judge(
        Request(
            id="x",
            paper=FIXTURES / "papers" / f"{paper}.pdf",
            paper_name="paper.pdf",
            supplements=handed([(FIXTURES / "zips" / f"{supplement}.zip", "supplement.zip")]),
        )
    )
    return [(one.code, one.where.member) for one in whole.findings if one.rule == "SUP004"]


@pytest.mark.parametrize(
    ("paper", "supplement", "told"),
    [
        ("citing-unpublished", "pdf-inside", [("declared", "cited-paper.pdf")]),
        ("citing-unpublished", "pdf-disguised", [("declared", "appendix.mp4")]),
        ("citing-unpublished", "good-divx", [("no-copy", None)]),
        ("citing-unpublished", "nested-zip", []),
        ("cited-unpublished", "pdf-inside", [("pdf", "cited-paper.pdf")]),
        ("cited-unpublished", "good-divx", []),
    ],
)
def test_a_paper_may_cite_what_is_not_published(
    strict: Judge, paper: str, supplement: str, told: list[tuple[str, str | None]]
) -> None:
    assert told_of_pdfs(strict, paper, supplement) == told


def test_a_copy_of_what_is_cited_is_looked_through(strict: Judge, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "supplement.zip", "w") as archive:
        archive.write(FIXTURES / "papers" / "cited-unpublished.pdf", "copy/cited.pdf")
        archive.write(FIXTURES / "venues" / "midl-long.pdf", "other.pdf")
    whole = strict.judge(
        Request(
            id="x",
            paper=FIXTURES / "papers" / "citing-unpublished.pdf",
            paper_name="paper.pdf",
            supplements=handed([(tmp_path / "supplement.zip", "supplement.zip")]),
        )
    )
    in_pdfs = {(one.rule, one.code, one.where.member) for one in whole.findings if one.where.member}
    # What the paper does not cite is taken out whoever wrote it.
    assert in_pdfs == {("SUP004", "declared", "copy/cited.pdf"), ("SUP004", "pdf", "other.pdf")}


@pytest.mark.parametrize(("cause", "settled"), [(Cause.MACHINE, False), (Cause.FILE, True)])
def test_what_a_busy_machine_kept_from_being_known_is_tried_again(cause: Cause, settled: bool, tmp_path: Path) -> None:
    class Lost:
        def run(self, *_: object) -> Failure:
            return Failure("lost", cause)

    request = Request(id="x", paper=FIXTURES / "papers" / "citing-unpublished.pdf", paper_name="paper.pdf")
    read = Read(supplements=(ReadSupplement(undeclared=1),))
    after = Reader(cast(WorkerPool, Lost()), WorkerLimits()).read_cited(request, tmp_path, read)
    assert after == replace(read, settled=settled)
