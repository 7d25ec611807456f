"""Commands that findings print are there to be copied: each is one that runs, with the names of the files judged."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from faimi_check.cli import cli
from faimi_check.interface.checking import check
from faimi_check.model.finding import Finding
from faimi_check.model.report import SubmissionReport

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
COMPLIANT = FIXTURES / "papers" / "compliant.pdf"
_PLACEHOLDERS = frozenset({"in.mp4", "PAPER.pdf", "OUT.pdf", "FILE", "VIDEO", "VIDEO..."})
_PROGRAMS = ("faimi-check ", "ffmpeg ", "zip ")


def commands(finding: Finding) -> Iterator[str]:
    """The lines of a fix that are commands; none is hidden in its prose, which may call a program by its name."""
    prose, *lines = finding.fix.splitlines()
    prose = re.sub(r"`faimi-check [a-z]+`", "", prose)
    assert not any(f"{program}{word}" in prose for program in _PROGRAMS for word in ("scrub", "pack", "-"))
    yield from (line for line in lines if line.startswith(_PROGRAMS))


def parsed(command: str) -> click.Context:
    """The subcommand of a line, its words taken by click; nothing is run."""
    program, name, *words = shlex.split(command)
    assert program == "faimi-check"
    group = click.Context(cli, info_name=program)
    sub = cli.get_command(group, name)
    assert sub is not None, name
    return sub.make_context(name, words, parent=group)


def test_every_command_of_a_fixture_is_one_that_runs(reports: dict[str, SubmissionReport]) -> None:
    seen = set()
    for name, report in reports.items():
        for finding in report.findings:
            for command in commands(finding):
                words = shlex.split(command)
                seen.add((words[0], finding.rule))
                assert not _PLACEHOLDERS & set(words), (name, command)
                if words[0] == "faimi-check":
                    context = parsed(command)
                    assert context.params["out"] not in (context.params.get("paper"), None)
                    if "paper" in context.params and context.command.name == "scrub":
                        assert (FIXTURES / name).name == str(context.params["paper"])
    assert {rule for program, rule in seen if program == "faimi-check"} >= {
        "DOC003",
        "ANON008",
        "ANON009",
        "ANON010",
        "ANON011",
        "ANON012",
        "ANON017",
        "VID002",
    }
    assert {rule for program, rule in seen if program == "ffmpeg"} >= {"SUP002", "SUP003", "VID002", "VID003"}
    assert ("zip", "SUP007") in seen


@pytest.fixture
def spaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with names that a shell would take apart."""
    shutil.copy(FIXTURES / "papers" / "info-author.pdf", tmp_path / "my $1 paper.pdf")
    for name in ("leftovers", "tags-mp4"):
        shutil.copy(FIXTURES / "zips" / f"{name}.zip", tmp_path / f"our {name}.zip")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_paper_is_scrubbed_by_the_command_as_shown(spaced: Path) -> None:
    (report,) = check("my $1 paper.pdf").submissions
    (command,) = {each for finding in report.findings for each in commands(finding)}
    CliRunner().invoke(cli, shlex.split(command)[1:], catch_exceptions=False)
    assert (spaced / "my $1 paper-clean.pdf").exists()
    assert not any(finding.rule == "ANON008" for finding in check("my $1 paper-clean.pdf").submissions[0].findings)


@pytest.mark.skipif(not shutil.which("zip"), reason="needs zip")
def test_leftovers_are_gone_after_the_command_as_shown(spaced: Path) -> None:
    (report,) = check(COMPLIANT, "our leftovers.zip").submissions
    found = [finding for finding in report.findings if finding.code == "leftover"]
    (command,) = (command for finding in found for command in commands(finding))
    subprocess.run(["sh", "-c", command], check=True, capture_output=True, cwd=spaced)
    (report,) = check(COMPLIANT, "our leftovers.zip").submissions
    assert not [finding for finding in report.findings if finding.rule == "SUP007"]


def test_the_tags_are_gone_after_the_command_as_shown(spaced: Path) -> None:
    (report,) = check(COMPLIANT, "our tags-mp4.zip").submissions
    found = {command for finding in report.findings for command in commands(finding) if "faimi-check" in command}
    (command,) = found
    shutil.unpack_archive(spaced / "our tags-mp4.zip", spaced)
    CliRunner().invoke(cli, shlex.split(command)[1:], catch_exceptions=False)
    (report,) = check(COMPLIANT, "our tags-mp4-clean.zip").submissions
    assert not [finding for finding in report.findings if finding.rule == "VID002"]


def test_a_poor_readme_is_one_block_with_the_readme_that_the_command_prints(spaced: Path) -> None:
    with zipfile.ZipFile(spaced / "s.zip", "w") as made:
        for name in ("small-divx.avi", "small-h264.mp4"):
            made.write(FIXTURES / "videos" / name, name)
        made.writestr("README.txt", "small-divx.avi is an AVI. small-h264.mp4 is an MP4.")
    right = CliRunner().invoke(cli, ["readme", "s.zip"], catch_exceptions=False).output
    printed = CliRunner().invoke(cli, ["check", "s.zip"], catch_exceptions=False).output
    assert printed.count("RME002 codec-named") == printed.count("RME004 codec-url") == 1
    lines = [line.strip() for line in printed.splitlines()]
    assert all(lines.count(line.strip()) == 1 for line in right.splitlines() if line.startswith("  "))
    found = [finding for finding in check("s.zip").submissions[0].findings if finding.rule in ("RME002", "RME004")]
    assert len(found) == 4
    assert all(finding.fix.endswith(right) for finding in found)
