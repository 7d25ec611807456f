"""Pictures and scanned pages of PDFs in the supplement are read as the paper's are."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from faimi_check.engine import Selection
from faimi_check.model.finding import Finding
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.request import Request, handed
from faimi_check.venues.loader import load

from ...rules.lettering import FIXTURES, PICTURES, needs_extra

pytestmark = [needs_extra, pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")]


def findings(folder: Path, venue: str, *names: str, declared: bool) -> list[Finding]:
    supplement = folder / "supplement.zip"
    with zipfile.ZipFile(supplement, "w") as archive:
        for name in names:
            archive.write(PICTURES / f"{name}.pdf", f"{name}.pdf")
    request = Request(
        id="x",
        paper=FIXTURES / "venues" / "eccv.pdf",
        paper_name="paper.pdf",
        supplements=handed([(supplement, "supplement.zip")]),
        cited_unpublished=tuple(f"{name}.pdf" for name in names) if declared else (),
        pictures=True,
    )
    only = Selection(only=frozenset({"ANON002", "ANON023"}))
    with Judge(load(venue), only, jobs=1) as judge:
        return list(judge.judge(request).findings)


def test_a_declared_copy_is_looked_through(tmp_path: Path) -> None:
    found = findings(tmp_path, "faimi-2025", "honest", "identifying", "scanned-names", declared=True)
    pictured = [one for one in found if one.rule == "ANON023"]
    assert [(one.code, one.where.member, one.where.page) for one in pictured] == [
        (code, "identifying.pdf", 2) for code in ("institution", "patient", "contact", "person", "login")
    ]
    assert {(one.where.member, one.confidence) for one in found if one.rule == "ANON002"} == {
        ("scanned-names.pdf", "likely")
    }


def test_so_is_a_pdf_that_the_call_takes(tmp_path: Path) -> None:
    found = findings(tmp_path, "unsure-2025", "covered", declared=False)
    assert [(one.rule, one.code, one.where.member) for one in found] == [
        ("ANON023", code, "covered.pdf") for code in ("institution", "patient")
    ]
