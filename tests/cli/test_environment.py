"""Variables of the environment: all that are documented are read, and a misspelt one is never ignored."""

from __future__ import annotations

from pathlib import Path

import pytest

from .calling import run

PAPER = str(Path(__file__).parents[2] / "fixtures" / "papers" / "compliant.pdf")


@pytest.mark.parametrize("command", ["check", "screen", "hook"])
@pytest.mark.parametrize(
    ("variable", "meant"),
    [
        ("VENU", "VENUE"),
        ("VENUES", "VENUE"),
        ("venue", "VENUE"),
        ("AUTHOR", "AUTHORS"),
        ("COLOUR", "COLOR"),
        ("FAILON", "FAIL_ON"),
        ("FAIL-ON", "FAIL_ON"),
        ("SHOW_IDENTITY", "SHOW_IDENTITIES"),
        ("JOB", "JOBS"),
        ("START_METHODS", "START_METHOD"),
    ],
)
def test_a_misspelt_variable_is_refused(
    command: str, variable: str, meant: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(f"FAIMI_CHECK_{variable}", "faimi-2026")
    status, out, err = run(command, PAPER, "--select", "LEN001", capsys=capsys)
    assert status == 2
    assert out == ""
    assert err.startswith(f"faimi-check: FAIMI_CHECK_{variable}: unknown variable")
    assert err.endswith(f'did you mean "FAIMI_CHECK_{meant}"?\n')


def test_a_variable_of_somebody_else_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FAIMI_CHECK_WHEELHOUSE", "x")
    status, out, err = run("check", PAPER, "-q", "--select", "LEN001", capsys=capsys)
    assert status == 0
    assert out.startswith("PASS")
    assert err == "note: FAIMI_CHECK_WHEELHOUSE: no setting is read from this variable\n"


def test_what_is_read_is_no_stranger(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name, value in (("DEBUG", "1"), ("FORMAT", "json"), ("OUT", "x"), ("JOBS", "2"), ("START_METHOD", "spawn")):
        monkeypatch.setenv(f"FAIMI_CHECK_{name}", value)
    status, out, err = run("check", "--show-config", capsys=capsys)
    assert (status, err) == (0, "")
    assert "(environment)" in next(line for line in out.splitlines() if line.startswith("format"))


def test_a_command_that_judges_nothing_does_not_mind(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FAIMI_CHECK_VENU", "x")
    assert run("explain", "LEN001", capsys=capsys)[0] == 0


def test_whatever_is_mended_is_judged_by_the_same_call(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FAIMI_CHECK_VENUE", "nowhere")
    status, _, err = run("scrub", PAPER, "-o", str(tmp_path / "out.pdf"), capsys=capsys)
    assert status == 2
    assert 'unknown venue "nowhere"' in err
