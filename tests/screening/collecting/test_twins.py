"""Two submissions of one paper: found by bytes, text, title or authors; two papers of one hand are not one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from pypdf import PdfWriter

from faimi_check.model.submission import KnownAuthor
from faimi_check.screening.collecting.twins import with_twins
from faimi_check.screening.request import Request, WorkerLimits

PAPERS = Path(__file__).parents[3] / "fixtures" / "papers"

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def request(id: str, paper: Path | None, **facts: object) -> Request:
    return Request(id=id, paper=paper, paper_name=f"{id}.pdf", **facts)  # type: ignore[arg-type]


def told(*requests: Request) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    found = with_twins(requests, WorkerLimits(), 2)
    return {each.id: [(twin.id, twin.alike) for twin in each.twins or ()] for each in found}


def test_the_same_bytes_and_nearly_the_same_text(tmp_path: Path) -> None:
    copy = tmp_path / "again.pdf"
    shutil.copy(PAPERS / "compliant.pdf", copy)
    found = told(
        request("1", PAPERS / "compliant.pdf"),
        request("2", copy),
        request("3", PAPERS / "compliant-times.pdf"),
        request("4", PAPERS / "html-renamed.pdf"),
        request("5", None),
    )
    assert found["1"] == [("2", ("file", "text")), ("3", ("text",))]
    assert found["2"] == [("1", ("file", "text")), ("3", ("text",))]
    assert found["4"] == found["5"] == []


def test_the_same_title_and_the_same_authors_in_the_list() -> None:
    nobody = PAPERS / "text-renamed.pdf"
    other = PAPERS / "html-renamed.pdf"
    third = PAPERS / "empty.pdf"
    ada, bo = KnownAuthor(name="Ada Quill"), KnownAuthor(name="Bo Ruvo")
    found = told(
        request("1", nobody, title="Gaps in Radiograph Triage", authors=(ada, bo)),
        request("2", other, title="GAPS IN RADIOGRAPH TRIAGE."),
        request("3", third, title="Results", authors=(KnownAuthor(name="Ruvo, Bo"), KnownAuthor(name="Quill, Ada"))),
    )
    assert found == {
        "1": [("2", ("title",)), ("3", ("authors",))],
        "2": [("1", ("title",))],
        "3": [("1", ("authors",))],
    }


def test_what_is_most_alike_comes_first_whatever_the_numbers_are(tmp_path: Path) -> None:
    paper, again, longer = PAPERS / "compliant.pdf", tmp_path / "again.pdf", tmp_path / "longer.pdf"
    shutil.copy(paper, again)
    joined = PdfWriter()
    for source in ("compliant.pdf", "cited-unpublished.pdf"):
        joined.append(PAPERS / source)
    joined.write(longer)
    title, ada = "Gaps in Radiograph Triage", (KnownAuthor(name="Ada Quill"),)
    found = with_twins(
        (
            request("1", PAPERS / "text-renamed.pdf", authors=ada),
            request("2", PAPERS / "html-renamed.pdf", title=title),
            request("3", PAPERS / "compliant-times.pdf"),
            request("4", longer),
            request("5", again),
            request("9", paper, title=title, authors=ada),
        ),
        WorkerLimits(),
        2,
    )
    twins = next(each.twins or () for each in found if each.id == "9")
    assert [twin.id for twin in twins] == ["5", "4", "3", "2", "1"]
    assert twins[1].share > twins[2].share


def test_a_submission_alone_is_compared_with_none() -> None:
    (alone,) = with_twins((request("1", PAPERS / "compliant.pdf"),), WorkerLimits(), 1)
    assert alone.twins is None


def test_two_papers_of_one_submission_are_not_called_twins() -> None:
    found = told(
        request("7", PAPERS / "compliant.pdf", number="7", title="Gaps in Radiograph Triage"),
        request("7-2", PAPERS / "compliant-times.pdf", number="7", title="Gaps in Radiograph Triage"),
    )
    assert found == {"7": [], "7-2": []}


def test_of_a_paper_that_stands_whole_in_a_longer_one_each_says_its_own_share(tmp_path: Path) -> None:
    long = tmp_path / "long.pdf"
    joined = PdfWriter()
    for source in ("compliant.pdf", "cited-unpublished.pdf"):
        joined.append(PAPERS / source)
    joined.write(long)
    found = with_twins(
        (request("1", PAPERS / "compliant.pdf"), request("2", long), request("3", PAPERS / "compliant-times.pdf")),
        WorkerLimits(),
        2,
    )
    shares = {(each.id, twin.id): twin.share for each in found for twin in each.twins or ()}
    assert shares["1", "2"] == 1.0
    assert 0.3 < shares["2", "1"] < 1.0
    assert shares["1", "3"] > 0.9
    assert shares["3", "1"] > 0.9


def test_two_files_that_cannot_be_read_are_not_the_same(tmp_path: Path) -> None:
    for name in ("1", "2"):
        (tmp_path / f"{name}.pdf").symlink_to(tmp_path / "gone.pdf")
        os.mkfifo(tmp_path / f"{name}.fifo.pdf")
    papers = sorted(tmp_path.glob("*.pdf"))
    assert told(*(request(path.stem, path) for path in papers)) == {path.stem: [] for path in papers}
