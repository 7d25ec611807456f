"""Judges every fixture once, through the isolated workers, as a user's `check` does."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from faimi_check.model.report import SubmissionReport
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.request import Request, handed
from faimi_check.venues.loader import load

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
COMPLIANT = FIXTURES / "papers" / "compliant.pdf"
DECLARED = "cited-unpublished.pdf"


def request_for(name: str) -> Request:
    """A paper on its own (`papers/NAME`), or the compliant paper with a zip (`zips/NAME`)."""
    path = FIXTURES / name
    if path.suffix == ".pdf":
        return Request(id=name, paper=path, paper_name=path.name)
    return Request(
        id=name,
        paper=COMPLIANT,
        paper_name=COMPLIANT.name,
        supplements=handed([(path, path.name)]),
        cited_unpublished=(DECLARED,) if DECLARED.encode() in path.read_bytes() else (),
    )


def fixture_names() -> list[str]:
    """Every paper and zip of the fixtures, as `papers/NAME.pdf` and `zips/NAME.zip`."""
    files = [*(FIXTURES / "papers").glob("*.pdf"), *(FIXTURES / "zips").glob("*.zip")]
    return sorted(str(path.relative_to(FIXTURES)) for path in files)


@pytest.fixture(scope="session")
def reports() -> dict[str, SubmissionReport]:
    """The report on each fixture, by name."""
    names = fixture_names()
    with Judge(load("faimi-2025"), jobs=2) as judge, ThreadPoolExecutor(3) as threads:
        return dict(zip(names, threads.map(judge.judge, map(request_for, names)), strict=True))
