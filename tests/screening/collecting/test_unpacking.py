"""The conference system's own zip: everything lands below the folder, and what cannot is said."""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from faimi_check.screening.collecting import unpacking
from faimi_check.screening.collecting.unpacking import ArchiveError, Unpacked, holds_submissions, unpack

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def archive(path: Path, *entries: str | zipfile.ZipInfo) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for entry in entries:
            file.writestr(entry, b"%PDF-1.4\n")
    return path


def test_files_land_below_the_folder(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("3/link.pdf")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    path = archive(
        tmp_path / "all.zip", "1/Submission/a.pdf", "2\\Submission\\b.pdf", "../evil.pdf", "/root.pdf", "C:/c.pdf",
        "4/\x1b[31m.pdf", link,
    )  # fmt: skip
    folder = tmp_path / "in"
    folder.mkdir()
    told = unpack(path, folder)
    assert {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()} == {
        "1/Submission/a.pdf", "2/Submission/b.pdf", "4/_[31m.pdf",
    }  # fmt: skip
    assert {path.name for path in tmp_path.iterdir()} == {"all.zip", "in"}
    assert told.files == 3
    assert len(told.notes) == 4
    assert all("left in the zip (no plain file)" in note for note in told.notes)


def test_two_files_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    path = archive(tmp_path / "all.zip", "1.pdf", "x/../1.pdf", "x\\1.pdf", "x/1.pdf")
    folder = tmp_path / "in"
    folder.mkdir()
    told = unpack(path, folder)
    assert told.files == 2
    assert [note for note in told.notes if "two files of this name" in note] == [
        "x/1.pdf: left in the zip (two files of this name)"
    ]


def test_what_lies_about_its_size_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("1.pdf", b"x" * 100_000)
        file.writestr("2.pdf", b"y")
    data = path.read_bytes()
    path.write_bytes(data.replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    folder = tmp_path / "in"
    folder.mkdir()
    told = unpack(path, folder)
    assert [file.name for file in folder.iterdir()] == ["2.pdf"]
    assert len(told.notes) == 1
    assert told.notes[0].startswith("1.pdf: left in the zip")


def test_what_is_no_zip_of_submissions(tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04 broken")
    assert not holds_submissions(broken)
    assert not holds_submissions(archive(tmp_path / "video.zip", "a.avi", "README.txt"))
    assert holds_submissions(archive(tmp_path / "all.zip", "1/Submission/a.PDF"))
    with pytest.raises(ArchiveError, match="cannot be unpacked"):
        unpack(broken, tmp_path)


def longer_than_allowed(path: Path, name: str) -> Path:
    """A zip whose directory lists one empty entry again and again, in more bytes than are read."""
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0) + name.encode()
    numbers = (20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0)
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", *numbers) + name.encode()
    count = unpacking._MAX_DIRECTORY // len(entry) + 1
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, count * len(entry), len(local), 0)
    path.write_bytes(local + entry * count + end)
    return path


@pytest.mark.parametrize(("name", "expected"), [("a.pdf", True), ("a.avi", False)])
def test_a_directory_without_end_is_looked_into_and_not_built(
    name: str, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "_MAX_DIRECTORY", 10_000)
    path = longer_than_allowed(tmp_path / "all.zip", name)
    monkeypatch.setattr(unpacking.zipfile, "ZipFile", None)
    assert unpacking._holds_pdfs(path) is expected
    assert unpacking._unpack(path, tmp_path) == "its list of files takes more than 0 MB"


def test_an_end_that_lies_about_its_directory_is_no_long_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path / "all.zip", "1.pdf")
    data = bytearray(path.read_bytes())
    monkeypatch.setattr(unpacking, "_MAX_DIRECTORY", 60)
    data[-10:-6] = (80).to_bytes(4, "little")
    path.write_bytes(data)
    assert unpacking._start_of_long_directory(path) == b""
    assert not unpacking._holds_pdfs(path)


def test_the_zip_is_opened_in_a_worker_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path / "all.zip", "1/Submission/a.pdf")
    done: list[object] = []

    def run_once(limits: object, call: Callable[..., object], *arguments: object) -> object:
        done.append(call)
        return unpacking.Failure("over the limit of 2 GB of memory", unpacking.Cause.FILE)

    monkeypatch.setattr(unpacking, "run_once", run_once)
    monkeypatch.setattr(unpacking.zipfile, "ZipFile", None)
    assert not holds_submissions(path), "what is wrong with it is told where it is judged"
    with pytest.raises(ArchiveError, match="over the limit of 2 GB"):
        unpack(path, tmp_path)
    assert done == [unpacking._holds_pdfs, unpacking._unpack]


def test_a_machine_that_lets_nobody_look_is_no_zip_without_papers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failure = unpacking.Failure("the machine was too busy", unpacking.Cause.MACHINE)
    monkeypatch.setattr(unpacking, "run_once", lambda *_: failure)
    with pytest.raises(ArchiveError, match="cannot be looked into: the machine was too busy"):
        holds_submissions(tmp_path / "all.zip")


def test_no_name_leads_elsewhere_on_any_system(tmp_path: Path) -> None:
    names = ("D:evil.pdf", "12/D:evil.pdf", "12/paper.pdf:hidden.pdf", "12/NUL.pdf", "12/end. ", '12/a<b>"c|d?e*f.pdf')
    folder = tmp_path / "in"
    folder.mkdir()
    unpack(archive(tmp_path / "all.zip", *names), folder)
    assert {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()} == {
        "D_evil.pdf", "12/D_evil.pdf", "12/paper.pdf_hidden.pdf", "12/_NUL.pdf", "12/end", "12/a_b__c_d_e_f.pdf",
    }  # fmt: skip


def test_one_name_does_not_stop_the_others(tmp_path: Path) -> None:
    long = "漢" * 100
    path = archive(
        tmp_path / "all.zip", "1/1.pdf", f"2/{long}.pdf", "3/x.pdf", "3/x.pdf/y.pdf", f"4/{'z/' * 3000}4.pdf"
    )
    folder = tmp_path / "in"
    folder.mkdir()
    told = unpack(path, folder)
    names = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert names == {"1/1.pdf", f"2/{long[:65]}.pdf", "3/x.pdf"}
    assert told.files == 3
    assert len(told.notes) == 2


def test_names_are_read_in_the_encoding_of_the_system_that_made_the_zip(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    names = ("1/Kjærgaard_Überblick.pdf", "2/Ærø.pdf")
    # Written without the flag for UTF-8, as Info-ZIP does: in place of names of as many bytes.
    marks = [str(at) * len(name.encode()) for at, name in enumerate(names)]
    data = archive(path, *marks).read_bytes()
    for name, mark in zip(names, marks, strict=True):
        data = data.replace(mark.encode(), name.encode())
    path.write_bytes(data)
    folder = tmp_path / "in"
    folder.mkdir()
    assert unpack(path, folder) == Unpacked(2, ())
    assert {file.relative_to(folder).as_posix() for file in folder.rglob("*.pdf")} == set(names)
