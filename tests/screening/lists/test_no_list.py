"""What is no list of names is refused in one line, and whatever may be a list is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.cli import main
from faimi_check.screening.lists.authors import AuthorListError, read_authors
from faimi_check.screening.lists.decisions import read_decisions
from faimi_check.screening.lists.no_list import is_like_a_name
from faimi_check.screening.lists.tables import TableError

FIXTURES = Path(__file__).parents[3] / "fixtures"
ROOT = FIXTURES.parent


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("fixtures/papers/compliant.pdf", "this is a PDF, not a list of names"),
        ("fixtures/videos/h264.mp4", "this is a video (mp4), not a list of names"),
        ("fixtures/videos/divx.avi", "this is a video (avi), not a list of names"),
        ("fixtures/videos/wmv2.wmv", "this is a video (asf), not a list of names"),
        ("fixtures/zips/as-finder.zip", "this is a zip, not a list of names"),
        ("fixtures/tex/preamble.tex", "this is LaTeX source, not a list of names"),
        ("fixtures/tex/references.tex", "this is LaTeX source, not a list of names"),
        ("fixtures/tex/front-named.tex", "this is LaTeX source, not a list of names"),
        ("docs/terminal-report.png", "this is a picture (png), not a list of names"),
        ("README.md", "this is not a list of names"),
        ("LICENSE", "this is not a list of names"),
        ("action.yml", "this is not a list of names"),
        ("tests/conftest.py", "this is not a list of names"),
    ],
)
def test_files_of_other_kinds(path: str, said: str) -> None:
    with pytest.raises(AuthorListError) as refused:
        read_authors(ROOT / path)
    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n1 0 obj\nJane Doe\n", "a PDF"),
        (b"\xef\xbb\xbf\\author{Jane Doe \\and Bo Ruvo}\n", "LaTeX source"),
        ("\\section{Results}\nJane Doe".encode("utf-16"), "LaTeX source"),
        (b"@article{doe,\n  author = {Jane Doe},\n}\n", "BibTeX"),
        (b"<!DOCTYPE html>\n<p>Jane Doe", "a web page"),
        (b"%!PS-Adobe-3.0\n(Jane Doe) show\n", "PostScript"),
        (b"#!/bin/sh\necho Jane Doe\n", "a program"),
        (b"{\\rtf1\\ansi Jane Doe}", "a word processor's file (RTF)"),
        (b"PK\x03\x04 word/document.xml", "a zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a word processor's file"),
        (b"\x1f\x8b\x08\x00Jane Doe\x00\x00", "a file of another kind (gzip)"),
        (b"Jane Doe\x00\x01\x02\x03\x04\xff", "a binary file"),
        (bytes(range(256)) * 4, "a binary file"),
    ],
)
def test_what_a_file_is_counts_and_not_its_name(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_bytes(content)
    with pytest.raises(AuthorListError) as refused:
        read_authors(path)
    assert str(refused.value) == f"this is {said}, not a list of names"


@pytest.mark.parametrize(
    "text",
    [
        "1\n2\n3\n",
        "name\n17\n18\n",
        "0.31 0.22 0.87\n0.11 0.92 0.41\n",
        "We thank everybody who has helped us with this work.\nThe code will be public, in time.\n",
        "the paper is about fairness\nit has eight pages\n",
        "venue = faimi-2025\nfail-on = error\n",
        "https://example.org/a\nhttps://example.org/b\n",
        '["1", "2"]',
        '{"authors": ["17"]}',
    ],
)
def test_text_in_which_nobody_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AuthorListError, match=r"not a list of names|no author was found"):
        read_authors(path)


@pytest.mark.parametrize(
    "text",
    [
        "Quillfeather\n",
        "jane doe\nbo ruvo\n",
        "JANE DOE\nBO RUVO\n",
        "Prof. Dr. Jane Doe-O'Neill, PhD\n",
        "Ludwig van der Meer\nMaría de la Cruz\n",
        "山田太郎\n李梅\n",
        "Ирина Лунд\nمريم الحسن\n",
        "~Jane_Doe1\n~Bo_Ruvo2\n",
        "jane.doe@east.edu\nbo@east.edu\n",
        "Authors of our paper:\nJane Doe, Department of Things, University of Eastmere\nBo Ruvo\n",
        "J. Doe\nB Ruvo\n",
        "MZ Khan\n",
        '["Jane Doe", "Bo Ruvo"]',
    ],
)
def test_whatever_may_be_a_list_is_taken(text: str, tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-16", *(["utf-16-le"] if text.isascii() else [])):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(text.encode(encoding))
        assert read_authors(path).everyone()
        assert "\x00" not in read_authors(path).everyone()[0].name


@pytest.mark.parametrize("name", ["of the", "12", "a.b@c", "Section 3.2 of this", "venue = x", "-", "van der", ""])
def test_what_is_nobodys_name(name: str) -> None:
    assert not is_like_a_name(name)


def test_a_sheet_of_decisions_is_no_paper() -> None:
    with pytest.raises(TableError, match=r"compliant\.pdf: this is a PDF, not a table"):
        read_decisions([ROOT / "fixtures/papers/compliant.pdf"])


@pytest.mark.parametrize("command", ["check", "screen", "scrub", "pack"])
def test_every_command_refuses_it(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = FIXTURES / "papers" / "compliant.pdf"
    inputs = {"pack": FIXTURES / "videos" / "small-h264.mp4"}
    out = {"scrub": ["-o", str(tmp_path / "o.pdf")], "pack": ["-o", str(tmp_path / "o.zip")]}
    with pytest.raises(SystemExit) as stopped:
        main([command, str(inputs.get(command, paper)), "--authors", str(paper), *out.get(command, [])])
    streams = capsys.readouterr()
    assert stopped.value.code == 2
    assert "compliant.pdf: this is a PDF, not a list of names" in streams.err
    assert streams.err.count("\n") == 1
    assert streams.out == ""
