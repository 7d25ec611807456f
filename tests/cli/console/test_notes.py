"""What is said beside a report while it is waited for: to somebody at a terminal, and to nobody else."""

from __future__ import annotations

import sys

import pytest

from faimi_check.cli.console.notes import reading_pictures

RUNNERS = ("CI", "GITHUB_ACTIONS", "GITLAB_CI")


@pytest.mark.parametrize(("terminal", "runner", "said"), [(True, "", True), (False, "", False), (True, "true", False)])
def test_reading_pictures_is_said_on_a_terminal_alone(
    terminal: bool, runner: str, said: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in RUNNERS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CI", runner)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    with reading_pictures():
        shown = capsys.readouterr().err
    after = capsys.readouterr().err
    assert (shown == "Reading words in pictures …", shown == "") == (said, not said)
    assert after.strip() == ""
    assert len(after.strip("\r")) == (len(shown) + 2 if said else 0)


def test_it_is_taken_away_where_the_check_ends_early(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in RUNNERS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with pytest.raises(KeyboardInterrupt), reading_pictures():
        raise KeyboardInterrupt
    assert capsys.readouterr().err.endswith("\r")
