"""How reports leave the command line: formats by themselves or on demand, files, and the runner's summary page."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import click
import pytest

from faimi_check.cli.console.presenting import write
from faimi_check.cli.console.terminal import usual_format
from faimi_check.interface.help import help_of_rules
from faimi_check.rules.registry import HEADINGS
from faimi_check.venues.loader import load

from ..calling import run

PAPERS = Path(__file__).parents[3] / "fixtures" / "papers"
NAMED = PAPERS / "info-author.pdf"


@pytest.fixture(autouse=True)
def away_from_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


def test_a_terminal_report_unless_on_a_github_runner(monkeypatch: pytest.MonkeyPatch) -> None:
    assert usual_format() == "terminal"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert usual_format() == "github"


def test_on_a_github_runner_commands_and_a_summary_without_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("# before\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    status, out, _ = run("check", str(NAMED), capsys=capsys)
    summary = page.read_text(encoding="utf-8")
    assert status == 1
    assert "::error file=" in out
    assert "ANON008" in out
    assert summary.startswith("# before\n## FAIL")
    assert "ANON008" in summary

    status, revealed, _ = run("check", str(NAMED), "--show-identities", capsys=capsys)
    evidence = next(line for line in revealed.splitlines() if "ANON008" in line).split("Found: ")[1].split("%0A")[0]
    assert "masked" not in evidence
    assert evidence not in out + summary


def test_a_format_that_is_asked_for_wins(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    _, out, _ = run("check", str(NAMED), "--format", "json", capsys=capsys)
    assert json.loads(out)["summary"]["fail"] == 1


def test_several_files_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = [f"--output={name}={tmp_path / name}" for name in ("html", "sarif", "csv", "terminal")]
    status, out, _ = run("check", str(NAMED), *outputs, "--color=always", capsys=capsys)
    assert status == 1
    assert out.startswith("\x1b[1;31mFAIL")
    assert (tmp_path / "terminal").read_text(encoding="utf-8").startswith("FAIL")
    page = (tmp_path / "html").read_text(encoding="utf-8")
    assert page.count("data:image/jpeg;base64,") == 3
    assert json.loads((tmp_path / "sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "csv").read_text(encoding="utf-8").startswith("id,verdict,rule")


def test_a_summary_page_that_cannot_be_written_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no" / "such" / "folder"))
    status, _, err = run("check", str(NAMED), "--format", "github", capsys=capsys)
    assert status == 2
    assert "cannot be written" in err


def test_every_rule_of_a_venue_has_its_help() -> None:
    profile = load("faimi-2025")
    described = help_of_rules(profile)
    assert set(described) == set(profile.rules)
    for rule_help in described.values():
        assert tuple(rule_help.sections) == HEADINGS
        assert all(rule_help.sections.values())


def test_a_report_for_which_there_is_no_room_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    old = tmp_path / "report.html"
    old.write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(click.ClickException, match=r"report\.html: cannot be written: No space left"):
        write(old, "new")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]
