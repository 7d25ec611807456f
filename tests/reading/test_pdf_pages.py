"""Opening a paper: what cannot be read is a problem that says why, and text runs carry what the page shows."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject, StreamObject

from faimi_check.model.problem import Aspect, ProblemKind
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.surface import read_pages

PAPERS = Path(__file__).resolve().parents[2] / "fixtures" / "papers"


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("empty.pdf", ProblemKind.EMPTY, "0 bytes"),
        ("text-renamed.pdf", ProblemKind.WRONG_TYPE, "not a PDF"),
        ("html-renamed.pdf", ProblemKind.WRONG_TYPE, "a web page (HTML)"),
        ("encrypted.pdf", ProblemKind.ENCRYPTED, "password"),
    ],
)
def test_what_is_no_readable_pdf_is_a_fatal_problem(name: str, kind: ProblemKind, words: str) -> None:
    paper = read_pages(PAPERS / name, name)
    (problem,) = paper.problems
    assert (problem.kind, problem.fatal, paper.readable) == (kind, True, False)
    assert words in problem.detail
    assert paper.pages == ()


def test_a_word_document_is_called_one(tmp_path: Path) -> None:
    document = tmp_path / "paper.pdf"
    with zipfile.ZipFile(document, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    assert "a Word document: export it as PDF" in read_pages(document, "paper.pdf").problems[0].detail


def test_a_file_that_opens_without_the_owners_password_is_read() -> None:
    paper = read_pages(PAPERS / "encrypted-owner.pdf", "p.pdf")
    assert paper.readable
    assert paper.page_count > 0


@pytest.mark.parametrize("name", ["missing.pdf", "."])
def test_what_is_no_file_is_a_fatal_problem(name: str, tmp_path: Path) -> None:
    assert not read_pages(tmp_path / name, name).readable


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "paper.pdf"
    os.mkfifo(pipe)
    assert read_pages(pipe, "paper.pdf").problems[0].kind is ProblemKind.WRONG_TYPE


def test_a_file_over_the_limit_is_not_read() -> None:
    paper = read_pages(PAPERS / "compliant.pdf", "p.pdf", PdfLimits(max_bytes=1000))
    assert paper.problems[0].kind is ProblemKind.LIMIT
    assert not paper.readable


def test_pages_over_the_limit_leave_the_text_open() -> None:
    paper = read_pages(PAPERS / "compliant.pdf", "p.pdf", PdfLimits(max_pages=2))
    assert (paper.page_count, len(paper.pages)) == (10, 2)
    assert Aspect.TEXT in paper.problems[0].aspects


def test_runs_over_the_limit_leave_the_text_open() -> None:
    paper = read_pages(PAPERS / "compliant.pdf", "p.pdf", PdfLimits(max_runs_per_page=5))
    assert all(len(page.runs) <= 5 for page in paper.pages)
    assert paper.problems[0].kind is ProblemKind.LIMIT


def test_many_pieces_on_a_page_of_many_characters_end_at_the_limit() -> None:
    whole = read_pages(PAPERS / "compliant.pdf", "p.pdf")
    paper = read_pages(PAPERS / "compliant.pdf", "p.pdf", PdfLimits(max_walk=100_000))
    assert not whole.problems
    assert 0 < sum(len(page.runs) for page in paper.pages) < sum(len(page.runs) for page in whole.pages)
    assert {problem.kind for problem in paper.problems} == {ProblemKind.LIMIT}


def test_scanned_pages_have_no_text_to_judge() -> None:
    paper = read_pages(PAPERS / "scanned.pdf", "p.pdf")
    assert all(page.scanned for page in paper.pages)
    assert paper.problems[0].kind is ProblemKind.NO_TEXT
    assert paper.readable


@pytest.mark.parametrize(
    ("said", "width", "scanned"),
    [("", 345, True), ("6", 345, True), ("Fig. 3. How long they wait", 345, False), ("", 200, False)],
)
def test_a_page_that_says_nothing_but_in_a_picture(said: str, width: int, scanned: bool, tmp_path: Path) -> None:
    picture = StreamObject()
    picture.set_data(bytes(40))
    picture.update(
        {
            NameObject(f"/{key}"): value
            for key, value in {
                "Type": NameObject("/XObject"), "Subtype": NameObject("/Image"), "Width": NumberObject(8),
                "Height": NumberObject(5), "BitsPerComponent": NumberObject(8), "ColorSpace": NameObject("/DeviceGray"),
            }.items()
        }
    )  # fmt: skip
    writer = PdfWriter(clone_from=PAPERS / "compliant-shortrefs.pdf")
    page = writer.pages[1]
    fonts = page["/Resources"]["/Font"]
    page[NameObject("/Resources")] = DictionaryObject(
        {
            NameObject("/Font"): fonts,
            NameObject("/XObject"): DictionaryObject({NameObject("/Im"): writer._add_object(picture)}),
        }
    )
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    fonts[NameObject("/Hv")] = font
    content = DecodedStreamObject()
    content.set_data(f"q {width} 0 0 540 130 120 cm /Im Do Q BT /Hv 9 Tf 300 60 Td ({said}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(content)
    writer.write(tmp_path / "p.pdf")
    assert read_pages(tmp_path / "p.pdf", "p.pdf").pages[1].scanned is scanned


def test_a_single_scanned_page_is_named() -> None:
    paper = read_pages(PAPERS / "partly-scanned.pdf", "p.pdf")
    scanned = [page.number for page in paper.pages if page.scanned]
    assert len(scanned) == 1
    assert paper.problems[0].page == scanned[0]


def test_runs_have_the_place_size_and_font_that_latex_gave_them() -> None:
    paper = read_pages(PAPERS / "compliant.pdf", "p.pdf")
    page = paper.pages[1]
    assert (page.width, page.height) == (612, 792)
    body = [run for run in page.runs if paper.fonts[run.font].name == "CMR10" and len(run.text) > 60]
    assert body
    assert {round(run.size, 2) for run in body} == {9.96}
    assert min(run.x for run in body) == pytest.approx(134.8, abs=0.1)
    assert all(run.angle == 0 and run.mode == 0 and run.color == 0x000000FF for run in body)
    assert all(paper.fonts[run.font].embedded for run in body)


def test_a_second_reading_gives_the_same() -> None:
    assert read_pages(PAPERS / "author-block.pdf", "p") == read_pages(PAPERS / "author-block.pdf", "p")


def test_what_a_parser_says_of_a_damaged_file_stands_in_brackets_once(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"%PDF-1.4\nnothing else")
    (problem,) = read_pages(path, "paper.pdf").problems
    assert problem.detail == "The PDF is damaged: it could not be opened (PDFium: Data format error)."


def test_what_was_wrong_with_the_file_before_is_not_said_of_this_one(tmp_path: Path) -> None:
    (encrypted,) = read_pages(PAPERS / "encrypted.pdf", "1.pdf").problems
    path = tmp_path / "paper.pdf"
    with path.open("wb") as file:
        PdfWriter().write(file)
    (problem,) = read_pages(path, "2.pdf").problems
    assert (encrypted.kind, problem.kind) == (ProblemKind.ENCRYPTED, ProblemKind.DAMAGED)
    assert problem.detail == "The PDF is damaged: it could not be opened (PDFium: Data format error)."
