"""What a rule costs that hangs, crashes or blows up: what it and the rules behind it would have found, and no blame."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from faimi_check.engine import LeftOpen, check, judging
from faimi_check.model.report import Outcome, SubmissionReport, Verdict
from faimi_check.model.submission import Submission
from faimi_check.reading.paper import read_paper
from faimi_check.screening.judging import kept_runs
from faimi_check.screening.judging.judge import Judge, Judged
from faimi_check.screening.processes.start import METHOD_VARIABLE
from faimi_check.screening.readers.read_ahead import ReadAhead
from faimi_check.screening.readers.shelf import Row
from faimi_check.screening.request import Request, WorkerLimits, handed
from faimi_check.venues.loader import load

FIXTURES = Path(__file__).parents[3] / "fixtures"
PROFILE = load("faimi-2026")
LIMITS = WorkerLimits(seconds=4)
IMPATIENT = WorkerLimits(seconds=40, wall_factor=0.2, least_wall_seconds=0.5)
OVER = "Not checked: over the limit of 2 s of processor time while judging."

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(autouse=True)
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test puts in the place of a rule is there in a worker only if it is forked."""
    if not hasattr(os, "fork"):
        pytest.skip("this system forks no worker")
    monkeypatch.setenv(METHOD_VARIABLE, "fork")


def hang(*_: object, **__: object) -> Any:
    while True:
        pass


def wait(*_: object) -> Any:
    signal.pause()


def end(*_: object) -> Any:
    signal.signal(signal.SIGABRT, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGABRT)


def request(name: str, **fields: Any) -> Request:
    paper = FIXTURES / "papers" / f"{name}.pdf"
    return replace(Request(id="1", paper=paper, paper_name=paper.name), **fields)


@pytest.fixture
def with_trouble(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Callable[..., Any]], None]:
    """Puts trouble in the place of a rule."""

    def put(id: str, trouble: Callable[..., Any]) -> None:
        troubled = [replace(rule, run=trouble) if rule.id == id else rule for rule in judging.rules()]
        monkeypatch.setattr(judging, "rules", lambda: troubled)

    return put


def judged(asked: Request, limits: WorkerLimits = LIMITS) -> Judged:
    with Judge(PROFILE, limits=limits, jobs=1) as judge:
        first = judge.attempt(asked)
        return first if first.settled else judge.attempt_alone(asked)


def judged_ahead(asked: Request) -> SubmissionReport:
    with (
        ReadAhead(asked, LIMITS) as ahead,
        Judge(PROFILE, limits=LIMITS, jobs=1, start_method=ahead.start_method) as judge,
    ):
        return judge.judge_read(asked, ahead)


def open_ones(report: SubmissionReport) -> dict[str, str | None]:
    return {one.rule: one.reason for one in report.rules if one.outcome is Outcome.UNDECIDED}


def expect_all_up_to(rule: str, report: SubmissionReport, whole: SubmissionReport, reason: str) -> None:
    """What rules in front of it had come to stands; it, which is named, and those behind it are undecided."""
    names = [one.rule for one in whole.rules]
    before = names[: names.index(rule)]
    assert [one for one in report.rules if one.rule in before] == [one for one in whole.rules if one.rule in before]
    assert report.findings == tuple(finding for finding in whole.findings if finding.rule in before)
    behind = {one.rule for one in whole.rules if one.rule not in before and one.outcome is not Outcome.SKIPPED}
    wanted = dict.fromkeys(behind, reason) | {rule: f"{reason} {rule} was running."}
    assert {name: told for name, told in open_ones(report).items() if name in behind} == wanted


@pytest.mark.parametrize("judge", [lambda asked: judged(asked).report, judged_ahead], ids=["whole", "ahead"])
def test_what_was_found_before_a_rule_hung_stands(
    judge: Callable[[Request], SubmissionReport], with_trouble: Callable[..., None]
) -> None:
    asked = request("acknowledgements-grant", supplements=handed([(FIXTURES / "zips" / "good-h264.zip", "1.zip")]))
    whole = judged(asked, WorkerLimits()).report
    assert any(finding.rule == "ANON005" for finding in whole.findings)
    with_trouble("ANON009", hang)
    report = judge(asked)
    expect_all_up_to("ANON009", report, whole, OVER)
    assert report.verdict is Verdict.FAIL, "of what was found, and of nothing else"
    assert (report.pages, report.videos, report.title) == (whole.pages, whole.videos, whole.title)


def test_nobody_is_blamed_for_what_judging_costs(with_trouble: Callable[..., None]) -> None:
    asked = request("compliant")
    whole = judged(asked, WorkerLimits()).report
    with_trouble("ANON007", hang)
    found = judged(asked)
    assert (found.settled, found.report.verdict, found.report.findings) == (True, Verdict.REVIEW, ())
    expect_all_up_to("ANON007", found.report, whole, OVER)


@pytest.mark.parametrize(
    ("trouble", "said", "settled", "limits"),
    [
        (end, "the worker ended (a crash of a parser, or over the limit of memory)", True, LIMITS),
        (wait, "the machine was too busy (no answer in 4 s)", False, IMPATIENT),
    ],
)
def test_so_it_is_where_a_rule_ends_its_worker_in_another_way(
    trouble: Callable[..., Any],
    said: str,
    settled: bool,
    limits: WorkerLimits,
    with_trouble: Callable[..., None],
) -> None:
    asked = request("annotation-author")
    whole = judged(asked, WorkerLimits()).report
    with_trouble("ANON015", trouble)
    found = judged(asked, limits)
    assert found.settled is settled
    expect_all_up_to("ANON015", found.report, whole, f"Not checked: {said} while judging.")


def test_a_first_rule_that_hangs_leaves_all_open(with_trouble: Callable[..., None]) -> None:
    with_trouble("DOC001", hang)
    report = judged(request("compliant")).report
    assert (report.verdict, report.findings) == (Verdict.REVIEW, ())
    assert {one.outcome for one in report.rules} <= {Outcome.UNDECIDED, Outcome.SKIPPED}


def test_a_rule_that_is_ignored_is_so_where_it_hangs(with_trouble: Callable[..., None]) -> None:
    with_trouble("ANON007", hang)
    from faimi_check.engine import Selection

    with Judge(PROFILE, Selection(ignored={"ANON007": "not asked"}), LIMITS, jobs=1) as judge:
        report = judge.judge(request("compliant"))
    told = {one.rule: (one.outcome, one.reason) for one in report.rules}
    assert told["ANON007"] == (Outcome.IGNORED, "not asked")
    assert told["ANON008"] == (Outcome.UNDECIDED, OVER)


def test_where_not_even_that_can_be_put_together_all_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.engine.check", hang)
    report = judged(request("compliant", supplements=handed([(FIXTURES / "zips" / "good-h264.zip", "1.zip")]))).report
    assert (report.verdict, report.findings) == (Verdict.REVIEW, ())
    assert set(open_ones(report).values()) == {OVER}
    assert {one.outcome for one in report.rules} <= {Outcome.UNDECIDED, Outcome.SKIPPED}


def test_where_nothing_can_be_kept_a_rule_is_judged_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_no_room(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(Row, "add", find_no_room)
    assert judged(request("compliant")).report.verdict is Verdict.PASS


NONE_LEFT = LeftOpen(Outcome.UNDECIDED, "Not checked.")


@pytest.mark.parametrize("name", ["annotation-author", "info-author", "hidden-prompt", "acknowledgements-grant"])
def test_what_was_kept_makes_the_same_report(name: str, tmp_path: Path) -> None:
    submission = Submission(id="1", paper=read_paper(FIXTURES / "papers" / f"{name}.pdf", f"{name}.pdf"))
    with Row(tmp_path, kept_runs.RUNS, kept_runs.MOST_BYTES) as row:
        whole = check(submission, PROFILE, keep=kept_runs.keeping(row, {}))
    assert whole.findings
    assert check(submission, PROFILE, begun=kept_runs.kept_runs(tmp_path), left_open=NONE_LEFT) == whole
