"""What is printed where the console has a code page of its own: run as a user's shell would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from faimi_check.report.formats import FORMATS

PAPERS = Path(__file__).parents[3] / "fixtures" / "papers"
OVER = PAPERS / "content-on-9.pdf"


def run(*arguments: str, encoding: str) -> bytes:
    environment = os.environ | {"PYTHONIOENCODING": encoding, "GITHUB_ACTIONS": ""}
    done = subprocess.run(
        [sys.executable, "-m", "faimi_check", *arguments], env=environment, capture_output=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    assert not done.stderr
    return done.stdout


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "terminal"])
def test_what_programs_read_is_the_same_in_every_code_page(name: str) -> None:
    printed = {
        encoding: run("check", str(OVER), f"--format={name}", encoding=encoding) for encoding in ("utf-8", "cp1252")
    }
    texts = [text.decode("utf-8").splitlines() for text in printed.values()]
    different = [(one, other) for one, other in zip(*texts, strict=True) if one != other]
    assert all(any(word in one for word in ("seconds", "time=", " s")) for one, _ in different)
    if name == "json":
        assert json.loads(printed["cp1252"])["summary"]["fail"] == 1
    if name == "junit":
        assert ElementTree.fromstring(printed["cp1252"]).tag == "testsuites"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_strip_of_ascii_where_the_signs_cannot_be_shown(encoding: str) -> None:
    text = run("check", str(OVER), "--venue", "faimi-2026", encoding=encoding).decode("utf-8")
    assert text.isascii()
    lines = text.splitlines()
    assert lines[4].split() == ["#"] * 7 + ["#|", "!+", "=|"]
    assert lines[5].split("  ")[4:] == ["# content", "+ content and references", "= references", "| limit", "! over"]


def test_the_signs_where_they_can_be_shown() -> None:
    assert "■" in run("check", str(OVER), encoding="utf-8").decode("utf-8")


def test_a_screening_in_another_code_page(tmp_path: Path) -> None:
    (tmp_path / "übung.pdf").write_bytes(OVER.read_bytes())
    text = run("screen", str(tmp_path), "--venue", "faimi-2026", encoding="cp1252").decode("utf-8")
    assert "übung" in text
    assert "LEN001 page-limit" in text


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_a_terminal_gets_its_own_encoding() -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONIOENCODING": "latin-1", "TERM": "dumb"}
    with subprocess.Popen(
        [sys.executable, "-m", "faimi_check", "venue", "show", "faimi-2025"], env=environment, stdout=theirs
    ) as process:
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 65536):
                said += piece
        except OSError:
            pass
        assert process.wait() == 0
    os.close(ours)
    assert b'"Papers should be anonymized"' in said
    assert b"\\u201c" not in said
