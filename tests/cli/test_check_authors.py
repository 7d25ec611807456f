"""`check --authors`: a list of this paper's authors, or a conference's export of which only this paper's count."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from faimi_check.cli import main

FIXTURES = Path(__file__).parents[2] / "fixtures"
EXPORT = "paper,first,last,email\n12,Ingrid,Lyngby,i@x.example\n13,Petra,Oyelaran,p@x.example\n"


def check(paper: Path, authors: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, set[str], str]:
    """Exit status, the codes of ANON014 with what they found, and stderr."""
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(paper), "--authors", str(authors), "--select", "ANON014", "--format", "json"])
    out, err = capsys.readouterr()
    assert isinstance(stopped.value.code, int)
    findings = json.loads(out)["submissions"][0]["findings"] if out else []
    return stopped.value.code, {found["evidence"] for found in findings if found["rule"] == "ANON014"}, err


@pytest.fixture
def export(tmp_path: Path) -> Path:
    listed = tmp_path / "authors.csv"
    listed.write_text(EXPORT, encoding="utf-8")
    return listed


@pytest.mark.parametrize("name", ["12.pdf", "paper-12.pdf", "conf-paper12.pdf", "012.pdf"])
def test_an_export_gives_the_papers_own_authors(
    name: str, export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / name
    shutil.copy(FIXTURES / "papers" / "acknowledgements-grant.pdf", paper)
    # The acknowledgements thank Petra Oyelaran, who is the author of paper 13.
    status, found, _ = check(paper, export, capsys)
    assert (status, found) == (0, set())


def test_the_folder_names_the_paper(export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = tmp_path / "13" / "paper.pdf"
    paper.parent.mkdir()
    shutil.copy(FIXTURES / "papers" / "acknowledgements-grant.pdf", paper)
    status, found, _ = check(paper, export, capsys)
    assert status == 1
    assert any("Petra Oyelaran" in evidence for evidence in found)


def test_an_export_without_this_paper_is_an_error_of_usage(
    export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "14.pdf"
    shutil.copy(FIXTURES / "papers" / "acknowledgements-grant.pdf", paper)
    status, _, err = check(paper, export, capsys)
    assert status == 2
    assert "none for 14.pdf" in err


def test_of_a_plain_list_everyone_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    authors = tmp_path / "authors.txt"
    authors.write_text("Ingrid Lyngby\nPetra Oyelaran\n", encoding="utf-8")
    status, found, _ = check(FIXTURES / "papers" / "acknowledgements-grant.pdf", authors, capsys)
    assert status == 1
    assert any("Petra Oyelaran" in evidence for evidence in found)
