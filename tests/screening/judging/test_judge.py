"""What a part that hangs, crashes or blows up costs: that part of that submission, and never a pass."""

from __future__ import annotations

import ctypes
import errno
import faulthandler
import os
import signal
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from faimi_check.model.finding import Severity
from faimi_check.model.report import Outcome, SubmissionReport, Verdict
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.processes.environment import LackingError
from faimi_check.screening.processes.start import METHOD_VARIABLE
from faimi_check.screening.readers.read_ahead import ReadAhead
from faimi_check.screening.request import Request, WorkerLimits, handed
from faimi_check.venues.loader import load

FIXTURES = Path(__file__).parents[3] / "fixtures"
PAPER = FIXTURES / "papers" / "placeholder-paper-id.pdf"
SUPPLEMENT = FIXTURES / "zips" / "good-h264.zip"
LIMITS = WorkerLimits(seconds=4)
# For what waits and does nothing: what the machine, not the file, is to blame for.
IMPATIENT = WorkerLimits(seconds=20, wall_factor=0.3, least_wall_seconds=0.5)

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def hang(*_: object, **__: object) -> None:
    text = ctypes.create_string_buffer(b"a" * 100_000_000)
    while True:
        ctypes.PyDLL(None).strlen(text)


def wait(*_: object, **__: object) -> None:
    ctypes.PyDLL(None).sleep(100)


def find_no_room(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def lose_a_file(*_: object, **__: object) -> None:
    Path("/nowhere/at/all").read_bytes()


def end(*_: object, **__: object) -> None:
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGABRT)


def blow_up(*_: object, **__: object) -> None:
    raise MemoryError


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Nothing is left in the folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture(autouse=True)
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test puts in the place of reading is there in a worker only if it is forked."""
    if not hasattr(os, "fork"):
        pytest.skip("this system forks no worker")
    monkeypatch.setenv(METHOD_VARIABLE, "fork")


def request(**fields: object) -> Request:
    return replace(Request(id="1", paper=PAPER, paper_name="1.pdf"), **fields)


def judged(asked: Request, limits: WorkerLimits = LIMITS) -> SubmissionReport:
    with Judge(load("faimi-2025"), limits=limits) as judge:
        return judge.judge(asked)


def outcomes(report: SubmissionReport) -> dict[str, Outcome]:
    return {result.rule: result.outcome for result in report.rules}


def messages(report: SubmissionReport, rule: str) -> str:
    return " ".join(finding.message + finding.evidence for finding in report.findings if finding.rule == rule)


@pytest.mark.parametrize(
    ("trouble", "said"),
    [(hang, "over the limit of 2 s of processor time"), (blow_up, "over the limit of 2 GB of memory")],
)
def test_pages_that_cannot_be_read_fail(trouble: object, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.reading.surface.read_surface", trouble)
    report = judged(request())
    assert report.verdict is Verdict.FAIL
    assert f"Not checked: {said}" in messages(report, "DOC001")
    assert "while reading the pages" in messages(report, "DOC001")


def test_pages_that_the_machine_had_no_time_for_are_nobodys_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.reading.surface.read_surface", wait)
    report = judged(request(), IMPATIENT)
    assert report.verdict is Verdict.REVIEW
    assert report.findings == ()
    (told,) = [result.reason for result in report.rules if result.rule == "LEN001"]
    assert told == "Not checked: the machine was too busy (no answer in 3 s) while reading the pages."
    assert Outcome.PASSED not in {result.outcome for result in report.rules}


@pytest.mark.parametrize(
    ("place", "held_up"),
    [
        ("pdf.structure.read_structure", {"DOC001", "ANON008"}),
        ("zip.archive.read_supplement", {"SUP001", "VID001", "RME001"}),
        ("video.video.read_video", {"VID001", "VID002", "RME003"}),
    ],
)
def test_each_part_that_the_machine_had_no_room_for_is_undecided(
    place: str, held_up: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"faimi_check.reading.{place}", find_no_room)
    report = judged(request(supplements=handed([(SUPPLEMENT, "1.zip")])), WorkerLimits())
    assert report.verdict is Verdict.REVIEW
    assert not [finding for finding in report.findings if finding.severity is not Severity.NOTE]
    assert held_up <= {rule for rule, outcome in outcomes(report).items() if outcome is Outcome.UNDECIDED}
    assert outcomes(report)["LNCS005"] is Outcome.PASSED
    assert not [video for video in report.videos if not video.playable], "nothing is said of what nobody saw"


def test_judging_that_the_machine_had_no_room_for_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.engine.check", find_no_room)
    report = judged(request())
    assert (report.verdict, report.findings) == (Verdict.REVIEW, ())


def test_a_bug_of_ours_crashes_the_rules_and_blames_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.reading.surface.read_surface", lose_a_file)
    report = judged(request())
    assert (report.verdict, report.findings) == (Verdict.REVIEW, ())
    assert outcomes(report)["DOC001"] is Outcome.CRASHED
    assert outcomes(report)["LEN001"] is Outcome.CRASHED


def test_a_crash_that_comes_again_is_the_files_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.reading.surface.read_surface", end)
    with Judge(load("faimi-2025"), limits=LIMITS) as judge:
        assert not judge.attempt(request()).settled
        assert judge.attempt_alone(request()).settled
    report = judged(request())
    assert report.verdict is Verdict.FAIL
    assert "the worker ended (a crash of a parser" in messages(report, "DOC001")


@pytest.mark.parametrize("trouble", [end, find_no_room, lose_a_file])
def test_what_went_wrong_once_is_tried_again_alone(
    trouble: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from faimi_check.reading import surface

    read_surface = surface.read_surface

    def only_once(*arguments: Any) -> Any:
        if not (tmp_path / "tried").exists():
            (tmp_path / "tried").touch()
            trouble()
        return read_surface(*arguments)

    monkeypatch.setattr("faimi_check.reading.surface.read_surface", only_once)
    assert judged(request(), WorkerLimits()).verdict is Verdict.PASS


def test_what_was_read_ahead_is_tried_again_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from faimi_check.reading import surface

    read_surface = surface.read_surface

    def only_once(*arguments: Any) -> Any:
        if not (tmp_path / "tried").exists():
            (tmp_path / "tried").touch()
            end()
        return read_surface(*arguments)

    monkeypatch.setattr("faimi_check.reading.surface.read_surface", only_once)
    asked = request()
    with (
        ReadAhead(asked, WorkerLimits()) as ahead,
        Judge(load("faimi-2025"), limits=ahead.limits, jobs=1) as judge,
    ):
        assert judge.judge_read(asked, ahead).verdict is Verdict.PASS


def test_metadata_that_hang_leave_the_pages_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.reading.pdf.structure.read_structure", hang)
    report = judged(request())
    assert report.verdict is not Verdict.PASS
    found = outcomes(report)
    assert found["LNCS005"] is Outcome.PASSED
    assert found["ANON008"] is Outcome.UNDECIDED
    assert found["ANON013"] is not Outcome.UNDECIDED, "what is hidden was looked for all the same"


def test_a_video_that_hangs_is_named_and_the_paper_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.reading.video.video.read_video", hang)
    report = judged(request(supplements=handed([(SUPPLEMENT, "1.zip")])))
    assert report.verdict is Verdict.FAIL
    said = " ".join(finding.message for finding in report.findings) + " ".join(
        result.reason or "" for result in report.rules
    )
    assert "over the limit of 2 s of processor time while reading the video" in said
    assert outcomes(report)["LEN001"] is Outcome.PASSED


def test_a_zip_that_hangs_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.reading.zip.archive.read_supplement", hang)
    report = judged(request(supplements=handed([(SUPPLEMENT, "1.zip")])))
    assert report.verdict is Verdict.FAIL
    assert "over the limit of 2 s of processor time while reading the zip" in messages(report, "SUP001")


def test_a_declared_paper_that_hangs_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    supplement = tmp_path / "1.zip"
    with zipfile.ZipFile(supplement, "w") as archive:
        archive.write(FIXTURES / "papers" / "cited-unpublished.pdf", "cited.pdf")
    from faimi_check.reading import surface

    read_surface = surface.read_surface
    monkeypatch.setattr(
        "faimi_check.reading.surface.read_surface",
        lambda path, name, *rest: hang() if name == "cited.pdf" else read_surface(path, name, *rest),
    )
    report = judged(request(supplements=handed([(supplement, "1.zip")]), cited_unpublished=("cited.pdf",)))
    assert report.verdict is Verdict.FAIL
    found = [finding for finding in report.findings if finding.rule == "DOC001"]
    assert [finding.where.member for finding in found] == ["cited.pdf"]
    assert outcomes(report)["LEN001"] is Outcome.PASSED


def test_reading_ahead_gives_the_same_report() -> None:
    asked = request(supplements=handed([(SUPPLEMENT, "1.zip")]))
    plain = judged(asked, WorkerLimits())
    with (
        ReadAhead(asked, WorkerLimits()) as ahead,
        Judge(load("faimi-2025"), limits=ahead.limits, jobs=1) as judge,
    ):
        early = judge.judge_read(asked, ahead)
    assert replace(early, seconds=0.0) == replace(plain, seconds=0.0)


def test_reading_ahead_ends_at_once_when_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.reading.surface.read_surface", hang)
    limits = WorkerLimits(seconds=600)
    start = time.monotonic()
    with ReadAhead(request(), limits):
        time.sleep(0.2)
    assert time.monotonic() - start < limits.attempt_seconds / 2


def test_where_no_worker_starts_no_folder_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    place, made = Path(tempfile.gettempdir()), []

    def lacking(*_: object) -> None:
        made.extend(place.iterdir())
        raise LackingError("no processes")

    monkeypatch.setattr("faimi_check.screening.readers.read_ahead.WorkerPool", lacking)
    ahead = ReadAhead(request(), WorkerLimits())
    assert list(place.iterdir()) == []
    with pytest.raises(LackingError) as told, ahead:
        pass
    assert len(made) == 1
    assert list(place.iterdir()) == [], f"{told.value} is still at hand, and with it all that led to it"


def test_a_waived_finding_is_ignored_with_its_reason() -> None:
    asked = request(paper=FIXTURES / "papers" / "text-renamed.pdf")
    (finding,) = judged(asked).findings
    report = judged(replace(asked, waived=((finding.fingerprint, "sent by mail"),)))
    assert report.findings == ()
    assert [ignored.reason for ignored in report.ignored] == ["sent by mail"]
    assert outcomes(report)["DOC001"] is Outcome.IGNORED
