"""Scrubbing: what tells is gone, the pages are the same, the input is untouched, and what stays is said."""

from __future__ import annotations

import errno
import io
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from faimi_check import check
from faimi_check.mending.photo import without_metadata
from faimi_check.mending.scrub import ScrubError, scrub
from faimi_check.model.paper import Paper
from faimi_check.reading.paper import read_paper

PAPERS = Path(__file__).resolve().parents[2] / "fixtures" / "papers"


def read(path: Path) -> Paper:
    return read_paper(path, path.name)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("info-author", "Author “Ingrid Lyngby and Mateo Quiroga Belmonte”"),
        ("xmp-author", "dc:creator “Ingrid Lyngby”"),
        ("figure-info", "PTEX.FileName “/home//ilyngby/faimi-2025/figures/curves.pdf”"),
        ("figure-exif", "EXIF GPS position"),
        ("figure-xmp", "dc:creator “Mateo Quiroga Belmonte”"),
        ("figure-pieceinfo", "%%For “(Ingrid Lyngby) (University of Nordhavn)”"),
        ("annotation-author", "Note on page 1 (Text): Mateo Quiroga"),
        ("attachment", "Attachments: cover-letter-lyngby.txt"),
        ("incremental-author", "Earlier revisions: 1"),
        ("javascript", "On opening: JavaScript"),
        ("launch", "Launch “notes.txt”"),
        ("encrypted-owner-aes", "Info dictionary"),
    ],
)
def test_what_tells_is_taken_out_and_named(name: str, told: str, tmp_path: Path) -> None:
    result = scrub(PAPERS / f"{name}.pdf", tmp_path / "out.pdf")
    assert any(told in sentence for sentence in result.removed)
    paper = read(result.out)
    assert not paper.problems
    assert [field.key for field in paper.metadata if field.key not in ("Producer", "Trapped")] == []
    assert (paper.attachments, paper.revisions, paper.active_content, paper.objects) == ((), (), (), ())
    assert not any(note.author or note.contents for note in paper.annotations)
    assert b"Lyngby" not in result.out.read_bytes()


def test_the_text_stays_and_the_input_is_untouched(tmp_path: Path) -> None:
    source = tmp_path / "paper.pdf"
    source.write_bytes((PAPERS / "figure-info.pdf").read_bytes())
    before = read(source)
    stamp = source.stat().st_mtime_ns
    result = scrub(source, tmp_path / "out.pdf")
    assert [line.text for page in read(result.out).pages for line in page.lines] == [
        line.text for page in before.pages for line in page.lines
    ]
    assert source.stat().st_mtime_ns == stamp
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.pdf", "paper.pdf"]


def test_nothing_remains_of_a_compliant_paper(tmp_path: Path) -> None:
    assert check(scrub(PAPERS / "compliant-times.pdf", tmp_path / "out.pdf").out).submissions[0].findings == ()


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_text("mine")
    with pytest.raises(ScrubError, match="--force"):
        scrub(PAPERS / "info-author.pdf", out)
    assert out.read_text() == "mine"
    scrub(PAPERS / "info-author.pdf", out, force=True)
    assert out.read_bytes().startswith(b"%PDF")


def test_the_input_is_never_the_output(tmp_path: Path) -> None:
    source = tmp_path / "paper.pdf"
    source.write_bytes((PAPERS / "info-author.pdf").read_bytes())
    with pytest.raises(ScrubError, match="never changed"):
        scrub(source, source, force=True)


@pytest.mark.parametrize("name", ["text-renamed.pdf", "encrypted.pdf", "empty.pdf", "no-such-file.pdf"])
def test_what_cannot_be_read_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ScrubError):
        scrub(PAPERS / name, tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_would_look_different_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = (PAPERS / "hidden-prompt.pdf").read_bytes()
    monkeypatch.setattr("faimi_check.mending.scrub._written", lambda writer: other)
    with pytest.raises(ScrubError, match=r"Page \d would not look the same"):
        scrub(PAPERS / "figure-exif.pdf", tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_scrubbing_that_is_killed_leaves_nothing_beside_the_old_file(tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    out = home / "out.pdf"
    out.write_text("mine")
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom faimi_check.mending import scrub\n"
        "scrub.difference = lambda *_: os.kill(os.getpid(), 9)\n"
        "scrub.scrub(Path(sys.argv[1]), Path(sys.argv[2]), force=True)\n"
    )
    killed = subprocess.run(
        [sys.executable, "-c", code, PAPERS / "info-author.pdf", out],
        check=False,
        env={**os.environ, "TMPDIR": str(temporary)},
    )
    assert killed.returncode == -signal.SIGKILL
    assert list(home.iterdir()) == [out]
    assert out.read_text() == "mine"
    assert [stat.S_IMODE(path.stat().st_mode) for path in temporary.iterdir()] == [0o700]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_disk_that_is_full_when_the_clean_file_is_written_leaves_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    out = tmp_path / "out.pdf"
    out.write_text("mine")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ScrubError, match=r"out\.pdf cannot be written: No space left"):
        scrub(PAPERS / "info-author.pdf", out, force=True)
    monkeypatch.undo()
    assert out.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [out]


def photograph(**saved: object) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, "JPEG", quality=80, **saved)
    return out.getvalue()


def test_a_photograph_loses_its_metadata_and_no_pixel() -> None:
    exif = Image.Exif()
    exif[0x013B] = "Ilse Vega"
    data = photograph(
        exif=exif, comment=b"by Ilse Vega", xmp=b"<x:xmpmeta>Ilse Vega</x:xmpmeta>", icc_profile=b"colours"
    )
    clean = without_metadata(data)
    assert b"Vega" in data
    assert b"Vega" not in clean
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(clean)) as after:
        assert before.tobytes() == after.tobytes()
        assert after.info["icc_profile"] == b"colours"
        assert not after.getexif()


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\x00\x01", b"\xff\xd8\xff\xe1\xff\xffcut", b"GIF89a"]
)
def test_what_is_no_whole_photograph_is_left_alone(data: bytes) -> None:
    assert without_metadata(data) == data


def test_the_notes_of_one_writer_are_told_together(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import Highlight, Text
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    writer = PdfWriter(clone_from=PdfReader(PAPERS / "compliant.pdf"))
    corners = ArrayObject(FloatObject(at) for at in (140, 700, 200, 700, 140, 690, 200, 690))
    for page in (0, 1, 2, 3):
        for _ in range(3):
            mark = Highlight(rect=(140, 690, 200, 700), quad_points=corners)
            mark[NameObject("/T")] = TextStringObject("tnorrgren")
            writer.add_annotation(page, mark)
    for text in ("why?", "cite this", "why?"):
        note = Text(rect=(40, 690, 60, 710), text=text)
        note[NameObject("/T")] = TextStringObject("tnorrgren")
        writer.add_annotation(1, note)
    writer.add_annotation(4, Text(rect=(40, 690, 60, 710), text="too long"))
    writer.write(tmp_path / "noted.pdf")
    result = scrub(tmp_path / "noted.pdf", tmp_path / "out.pdf")
    assert [line for line in result.removed if "ote" in line] == [
        "15 notes on pages 1 to 4 (Highlight, Text): tnorrgren; “why?”, “cite this”",
        "Note on page 5 (Text): too long",
    ]
