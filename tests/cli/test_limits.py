"""`--limit`: a bound that is moved reaches the worker, and what it leaves unread is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faimi_check.cli import config, main
from faimi_check.cli.values import settings_of
from faimi_check.interface.settings import Settings, UnusableError
from faimi_check.screening.request import WorkerLimits

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


@pytest.mark.parametrize(
    ("limit", "rule"),
    [("paper.max-bytes=1000", "DOC001"), ("archive.max-entries=1", "SUP001"), ("video.max-bytes=100", "VID001")],
)
def test_a_moved_bound_is_kept(limit: str, rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    paper, supplement = FIXTURES / "papers" / "compliant.pdf", FIXTURES / "zips" / "good-divx.zip"
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(paper), str(supplement), "--limit", limit, "--format", "json"])
    (submission,) = json.loads(capsys.readouterr().out)["submissions"]
    assert stopped.value.code == 1
    assert rule in {finding["rule"] for finding in submission["findings"]}


def test_the_names_are_listed_by_help_and_none_is_broken(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "screen"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        listed = capsys.readouterr().out.partition("Names for --limit:")[2]
        assert set(WorkerLimits.names()) == set(listed.replace(",", " ").split())


def test_what_is_counted_is_moved_by_whole_numbers_and_time_by_any() -> None:
    moved = Settings(limits={"video.seconds": 2.5, "paper.max-pages": 7.0}).worker_limits()
    assert (moved.video.seconds, moved.paper.max_pages) == (2.5, 7)
    with pytest.raises(UnusableError, match=r"paper\.max-pages is a whole number"):
        Settings(limits={"paper.max-pages": 2.5}).worker_limits()


def test_the_timeout_moves_all_clocks() -> None:
    usual, longer = Settings().worker_limits(), Settings(timeout=120).worker_limits()
    assert longer.attempt_seconds == 2 * usual.attempt_seconds
    assert longer.archive.seconds == 2 * usual.archive.seconds
    for field in ("unpack_seconds", "seconds", "sampling_seconds"):
        assert getattr(longer.video, field) == 2 * getattr(usual.video, field)


def test_the_parts_of_a_video_together_stay_below_what_its_worker_may_take() -> None:
    limits = WorkerLimits()
    video = limits.video
    decoding = (video.seconds + video.sampling_seconds) * video.slowest
    assert video.unpack_seconds + decoding < limits.attempt_seconds
    assert limits.archive.seconds < limits.attempt_seconds


def test_a_video_that_is_sampled_and_passes_is_playable(capsys: pytest.CaptureFixture[str]) -> None:
    paper, supplement = FIXTURES / "papers" / "compliant.pdf", FIXTURES / "zips" / "good-h264.zip"
    with pytest.raises(SystemExit):
        main(["check", str(paper), str(supplement), "--limit", "video.seconds=0.0001", "--format", "json"])
    (submission,) = json.loads(capsys.readouterr().out)["submissions"]
    assert [finding["code"] for finding in submission["findings"] if finding["rule"] == "VID001"] == ["sampled"]
    assert [video["playable"] for video in submission["videos"]] == [True]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1e20", "limit paper.max-pages: expected a number above 0 and below 1e12"),
        ("100_000_000_000_000_000_000", "limit paper.max-pages: expected a number above 0 and below 1e12"),
        ("1" * 400, "expected a number above 0 and below 1e12"),
        ("1e-7", "limit paper.max-pages is a whole number"),
        ("2.5", "limit paper.max-pages is a whole number"),
        ("0", "expected a number above 0 and below 1e12"),
        ("-1", "expected a number above 0 and below 1e12"),
        ("inf", "expected a number above 0 and below 1e12"),
        ("nan", "expected a number above 0 and below 1e12"),
    ],
)
def test_a_number_that_is_no_bound_is_told_what_one_is(
    number: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("faimi-check.toml").write_text(f'[limit]\n"paper.max-pages" = {number}\n', encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(FIXTURES / "papers" / "compliant.pdf")])
    err = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said in err
    assert err.count("\n") == 1


def test_a_bound_may_be_written_as_toml_writes_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    numbers = {
        "paper.max-bytes": "2e6",
        "paper.max-pages": "1_000",
        "video.seconds": "1e-5",
        "archive.max-bytes": "1e11",
    }
    lines = [f'"{name}" = {number}' for name, number in numbers.items()]
    Path("faimi-check.toml").write_text("\n".join(["[limit]", *lines]), encoding="utf-8")
    limit = config.read(Path("faimi-check.toml"))["limit"]
    judging = {**dict.fromkeys(("select", "ignore"), ()), "limit": (*limit, "archive.max-entries=1E3")}
    given = {"venue": "faimi-2025", "min_severity": "note", "min_confidence": "possible", "timeout": 60.0}
    limits = settings_of({**judging, **given, "online": False, "pictures": "never"}).worker_limits()
    assert (limits.paper.max_bytes, limits.paper.max_pages, limits.video.seconds) == (2_000_000, 1000, 1e-5)
    assert (limits.archive.max_bytes, limits.archive.max_entries) == (10**11, 1000)
