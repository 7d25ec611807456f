"""Judging that begins while a submission is still being read: the same reports, and nothing that hangs or is lost."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from faimi_check.model.report import SubmissionReport, Verdict
from faimi_check.screening.judging import worker
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.processes.start import METHOD_VARIABLE
from faimi_check.screening.readers import read_ahead
from faimi_check.screening.readers.read_ahead import ReadAhead
from faimi_check.screening.request import Handed, Request, WorkerLimits, handed
from faimi_check.venues.loader import load

FIXTURES = Path(__file__).parents[3] / "fixtures"
GOOD = FIXTURES / "zips" / "good-h264.zip"

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(autouse=True)
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test puts in the place of reading is there in a worker only if it is forked."""
    if not hasattr(os, "fork"):
        pytest.skip("this system forks no worker")
    monkeypatch.setenv(METHOD_VARIABLE, "fork")


def request(name: str, *supplements: Handed) -> Request:
    paper = FIXTURES / "papers" / f"{name}.pdf"
    return Request(id="1", paper=paper, paper_name=paper.name, supplements=supplements)


def judged_ahead(asked: Request, limits: WorkerLimits | None = None) -> SubmissionReport:
    with (
        ReadAhead(asked, limits or WorkerLimits()) as ahead,
        Judge(load("faimi-2026"), limits=ahead.limits, jobs=1, start_method=ahead.start_method) as judge,
    ):
        return judge.judge_read(asked, ahead)


def judged(asked: Request) -> SubmissionReport:
    with Judge(load("faimi-2026"), jobs=1) as judge:
        return judge.judge(asked)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What is hidden on the pages and what lies below them is read when judging has begun; the file says so."""
    from faimi_check.reading.page.sight import visibility
    from faimi_check.reading.pdf import structure

    mark, begin = tmp_path / "begun", worker.begin

    def begins(*arguments: Any) -> None:
        begin(*arguments)
        mark.touch()

    def late(read: Callable[..., Any]) -> Callable[..., Any]:
        def waits(*arguments: Any) -> Any:
            for _ in range(3000):
                if mark.exists():
                    return read(*arguments)
                time.sleep(0.01)
            raise AssertionError("judging has not begun")

        return waits

    begins.__module__, begins.__qualname__ = worker.__name__, "begin"
    monkeypatch.setattr(worker, "begin", begins)
    monkeypatch.setattr(structure, "read_structure", late(structure.read_structure))
    monkeypatch.setattr(visibility, "with_hidden_text", late(visibility.with_hidden_text))
    return mark


@pytest.mark.parametrize("processors", [1, 8])
@pytest.mark.parametrize(
    "asked",
    [
        request("compliant"),
        request("info-author"),
        request("hidden-prompt"),
        request("compliant-user-unit"),
        request("encrypted"),
        request("acknowledgements-grant", *handed([(GOOD, "1.zip")])),
    ],
    ids=lambda asked: asked.paper_name,
)
def test_the_same_report(asked: Request, processors: int, begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_ahead, "processors", lambda: processors)
    ahead = judged_ahead(asked)
    assert begun.exists()
    assert replace(ahead, seconds=0.0) == replace(judged(asked), seconds=0.0)


def test_what_has_begun_is_gone_on_with(begun: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    goes_on = worker._paper

    def noted(*arguments: Any) -> Any:
        paper, runs = goes_on(*arguments)
        (tmp_path / "runs").write_text(" ".join(runs))
        return paper, runs

    monkeypatch.setattr(worker, "_paper", noted)
    judged_ahead(request("info-author"))
    assert "ANON005" in (tmp_path / "runs").read_text()
    begun.unlink()
    judged_ahead(request("hidden-prompt"))
    assert (tmp_path / "runs").read_text() == "", "the pages were judged before anybody knew what is hidden on them"


def test_a_beginning_that_hangs_costs_time_and_nothing_else(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object) -> None:
        begun.touch()
        while True:
            pass

    monkeypatch.setattr("faimi_check.engine.begin", hang)
    asked = request("info-author")
    report = judged_ahead(asked, WorkerLimits(seconds=4))
    assert replace(report, seconds=0.0) == replace(judged(asked), seconds=0.0)


def test_dismissed_workers_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    check = worker.judge

    def noted(*arguments: Any) -> Any:
        (tmp_path / "worker").write_text(str(os.getpid()))
        return check(*arguments)

    noted.__module__, noted.__qualname__ = worker.__name__, "judge"
    monkeypatch.setattr(worker, "judge", noted)
    asked = request("compliant")
    with ReadAhead(asked, WorkerLimits()) as ahead, Judge(load("faimi-2026"), jobs=1) as judge:
        assert judge.judge_read(asked, ahead).verdict is Verdict.PASS
        judge.dismiss()
    number = int((tmp_path / "worker").read_text())
    for _ in range(500):
        if not Path(f"/proc/{number}").exists():
            return
        time.sleep(0.02)
    pytest.fail("the worker is still there")
