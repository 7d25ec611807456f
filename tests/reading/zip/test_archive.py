"""What reading a supplement tells: entries by their bytes, texts, PDFs, names, and what could not be unpacked."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from tests.work import grows

from faimi_check.model.problem import Aspect, ProblemKind
from faimi_check.model.supplement import EntryFault, Supplement
from faimi_check.reading.limits import ArchiveLimits
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.reading.zip.content import EntryError
from faimi_check.reading.zip.members import decode_members, extract_member

PDF = b"%PDF-1.5\n1 0 obj\n<<>>\nendobj\n"
AVI = b"RIFF\x10\x00\x00\x00AVI LIST"


def read(tmp_path: Path, data: bytes, limits: ArchiveLimits | None = None) -> Supplement:
    path = tmp_path / "supplement.zip"
    path.write_bytes(data)
    return read_supplement(path, "supplement.zip", limits)


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.comment = comment
        for name, data in entries:
            file.writestr(name, data)
    return out.getvalue()


def test_entries_are_known_by_their_bytes(tmp_path: Path) -> None:
    supplement = read(
        tmp_path,
        zipped(
            ("folder/", b""), ("README.txt", b"Codec: DivX"), ("a.avi", AVI), ("b.mp4", PDF), ("__MACOSX/._a.avi", b"x")
        ),
    )
    assert supplement.is_zip
    assert supplement.mime == "application/zip"
    assert len(supplement.sha256) == 64
    assert [
        (entry.name, entry.container, entry.is_dir, entry.leftover, entry.readme) for entry in supplement.entries
    ] == [
        ("folder/", "", True, False, False),
        ("README.txt", "text", False, False, True),
        ("a.avi", "avi", False, False, False),
        ("b.mp4", "pdf", False, False, False),
        ("__MACOSX/._a.avi", "text", False, True, False),
    ]
    assert [readme.text for readme in supplement.readmes] == ["Codec: DivX"]
    assert [pdf.member for pdf in supplement.pdfs] == ["b.mp4"]
    assert decode_members(supplement) == ("a.avi",)
    assert supplement.faults == ()
    assert supplement.problems == ()


def test_a_pdf_inside_another_file_is_found_where_it_begins(tmp_path: Path) -> None:
    hidden = AVI + bytes(300_000) + PDF
    supplement = read(tmp_path, zipped(("a.avi", hidden)))
    assert [(pdf.member, pdf.offset) for pdf in supplement.pdfs] == [("a.avi", len(AVI) + 300_000)]


def test_a_readme_that_speaks_of_pdf_headers_is_no_pdf(tmp_path: Path) -> None:
    supplement = read(tmp_path, zipped(("README.txt", b"Files that begin with %PDF-1.5 are not in here.")))
    assert supplement.pdfs == ()


@pytest.mark.parametrize(
    ("size", "kind"), [(30_000_000, EntryFault.BOMB), (9_000_000, None)], ids=["over the ratio and large", "small"]
)
def test_bombs(tmp_path: Path, size: int, kind: EntryFault | None) -> None:
    supplement = read(tmp_path, zipped(("a.avi", AVI + bytes(size))))
    assert [fault.kind for fault in supplement.faults] == ([kind] if kind else [])
    assert supplement.entries[0].readable is (kind is None)


def test_all_entries_together_may_not_outgrow_the_limit(tmp_path: Path) -> None:
    data = zipped(*((f"{number}.avi", os.urandom(1000)) for number in range(5)))
    supplement = read(tmp_path, data, ArchiveLimits(max_total=3500))
    assert [entry.readable for entry in supplement.entries] == [True, True, True, False, False]


def with_size(data: bytes, size: int, crc: int | None = None) -> bytes:
    """The zip of one entry, with another size (and checksum) in both headers."""
    patched = bytearray(data)
    for signature, at in ((b"PK\3\4", 14), (b"PK\1\2", 16)):
        start = data.index(signature)
        if crc is not None:
            patched[start + at : start + at + 4] = crc.to_bytes(4, "little")
        patched[start + at + 8 : start + at + 12] = size.to_bytes(4, "little")
    return bytes(patched)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (with_size(zipped(("a.avi", b"x" * 5000)), 5), EntryFault.SIZE_LIES),
        (with_size(zipped(("a.avi", b"x" * 5000)), 5, zlib.crc32(b"xxxxx")), EntryFault.SIZE_LIES),
        (with_size(zipped(("a.avi", b"x" * 5000)), 9000), EntryFault.SIZE_LIES),
        (with_size(zipped(("a.avi", b"x" * 5000)), 5000, 77), EntryFault.CHECKSUM),
    ],
)
def test_sizes_and_checksums_are_proved(tmp_path: Path, data: bytes, kind: EntryFault) -> None:
    supplement = read(tmp_path, data)
    assert [fault.kind for fault in supplement.faults] == [kind]
    assert not supplement.entries[0].readable


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_rare_methods_are_named_and_not_unpacked(tmp_path: Path, method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.writestr("a.avi", AVI)
    supplement = read(tmp_path, out.getvalue())
    assert [fault.kind for fault in supplement.faults] == [EntryFault.METHOD]


def test_links_are_not_followed_nor_unpacked(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("passwords.txt")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    supplement = read(tmp_path, zipped((link, b"/etc/passwd")))
    assert [fault.kind for fault in supplement.faults] == [EntryFault.LINK]
    assert supplement.readmes == ()


def test_owners_and_comments_are_kept_as_names(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("a.avi")
    info.extra = b"ux\x0b\x00\x01\x04\x2c\x50\x05\x00\x04\x14\x00\x00\x00"
    info.comment = b"cut by the night shift"
    supplement = read(tmp_path, zipped((info, AVI), comment=b"for review"))
    assert [(field.place, field.key, field.value) for field in supplement.names] == [
        ("zip comment", "comment", "for review"),
        ("directory record of a.avi", "comment", "cut by the night shift"),
        ("directory record of a.avi", "owner", "uid 348204, gid 20"),
    ]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", ProblemKind.EMPTY),
        (b"not a zip at all", ProblemKind.WRONG_TYPE),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", ProblemKind.WRONG_TYPE),
        (PDF, ProblemKind.WRONG_TYPE),
        (zipped(("a.avi", AVI))[:-25], ProblemKind.DAMAGED),
    ],
)
def test_what_is_no_zip_is_a_problem(tmp_path: Path, content: bytes, kind: ProblemKind) -> None:
    supplement = read(tmp_path, content)
    assert not supplement.is_zip
    assert [(problem.kind, problem.fatal) for problem in supplement.problems] == [(kind, True)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def owned(name: str) -> zipfile.ZipInfo:
    """An entry with its owner in the old form and the new one, as packers write it."""
    entry = zipfile.ZipInfo(name)
    entry.extra = struct.pack("<HHHH", 0x7855, 4, 2501, 20) + struct.pack("<HHBBIBI", 0x7875, 11, 1, 4, 2501, 4, 20)
    return entry


def test_an_owner_is_kept_once_an_entry(tmp_path: Path) -> None:
    supplement = read(tmp_path, zipped((owned("a.txt"), b"a"), (owned("b.txt"), b"b")))
    assert [field.value for field in supplement.names] == ["uid 2501, gid 20"] * 2
    assert supplement.problems == ()


def test_more_names_than_are_kept_are_an_open_question(tmp_path: Path) -> None:
    entries = [(owned(f"{number}.txt"), b"a") for number in range(5)]
    supplement = read(tmp_path, zipped(*entries), ArchiveLimits(max_names=3))
    (problem,) = supplement.problems
    assert (len(supplement.names), problem.kind, problem.aspects) == (3, ProblemKind.LIMIT, (Aspect.ARCHIVE,))


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "supplement.zip"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, tmp_path / "absent.zip"):
        supplement = read_supplement(path, path.name)
        assert supplement.problems[0].fatal
        assert not supplement.is_zip


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    supplement = read(tmp_path, zipped(("a.avi", AVI)), ArchiveLimits(max_bytes=10))
    assert [problem.kind for problem in supplement.problems] == [ProblemKind.LIMIT]


def test_what_takes_too_long_is_said_to_be_unchecked(tmp_path: Path) -> None:
    supplement = read(tmp_path, zipped(("a.avi", AVI), ("b.avi", AVI)), ArchiveLimits(seconds=-1))
    assert {problem.kind for problem in supplement.problems} == {ProblemKind.LIMIT}
    assert not any(entry.readable for entry in supplement.entries)


def test_one_member_can_be_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "supplement.zip"
    path.write_bytes(zipped(("cited.pdf", PDF)))
    extract_member(path, "cited.pdf", tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == PDF
    with pytest.raises(EntryError):
        extract_member(path, "other.pdf", tmp_path / "other.pdf")


def test_taking_out_one_after_the_other_reads_the_directory_once(tmp_path: Path) -> None:
    path = tmp_path / "supplement.zip"

    def take_out(count: int) -> None:
        path.write_bytes(zipped(*((f"{at}.txt", b"%d" % at) for at in range(count))))
        for at in range(count):
            extract_member(path, f"{at}.txt", tmp_path / "out.txt")
            assert (tmp_path / "out.txt").read_bytes() == b"%d" % at

    assert grows(take_out, 40) < 6


def test_a_zip_that_is_written_anew_is_another_one(tmp_path: Path) -> None:
    path = tmp_path / "supplement.zip"
    for name in ("a.txt", "other.txt"):
        path.write_bytes(zipped((name, name.encode())))
        extract_member(path, name, tmp_path / "out.txt")
        assert (tmp_path / "out.txt").read_text() == name
    with pytest.raises(EntryError):
        extract_member(path, "a.txt", tmp_path / "out.txt")


def test_of_two_entries_called_alike_the_first_is_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "supplement.zip"
    with pytest.warns(UserWarning, match="Duplicate name"):
        path.write_bytes(zipped(("a.txt", b"first"), ("a.txt", b"second")))
    extract_member(path, "a.txt", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == b"first"


def asking_for_a_password(data: bytes, *members: str) -> bytes:
    """The zip with the flag of encryption set for these members, in both of their headers."""
    changed = bytearray(data)
    for sign, flags, names in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = changed.find(sign)
        while at >= 0:
            if any(changed.startswith(name.encode(), at + names) for name in members):
                changed[at + flags] |= 1
            at = changed.find(sign, at + 4)
    return bytes(changed)


@pytest.mark.parametrize(
    ("members", "aspects", "named"),
    [
        (["turn.avi"], {Aspect.VIDEOS, Aspect.ENTRIES}, "turn.avi"),
        (["README.txt"], {Aspect.READMES, Aspect.ENTRIES}, "README.txt"),
        (["turn.avi", "README.txt"], {Aspect.VIDEOS, Aspect.READMES, Aspect.ENTRIES}, "turn.avi, README.txt"),
        (["scans"], {Aspect.VIDEOS, Aspect.READMES, Aspect.ENTRIES}, "scans"),
        (["plan.bin"], {Aspect.ENTRIES}, "plan.bin"),
        (["__MACOSX/._turn.avi"], set(), ""),
    ],
)
def test_what_a_password_keeps_is_told_by_the_names(
    tmp_path: Path, members: list[str], aspects: set[Aspect], named: str
) -> None:
    names = ["turn.avi", "README.txt", "scans", "plan.bin", "__MACOSX/._turn.avi"]
    data = asking_for_a_password(zipped(*((name, AVI) for name in names)), *members)
    problems = read(tmp_path, data).problems
    assert {aspect for problem in problems for aspect in problem.aspects} == aspects
    assert [problem.detail for problem in problems] == [f"{named} could not be read without a password"] * bool(named)


def test_what_is_damaged_is_told_beside_what_asks_for_a_password(tmp_path: Path) -> None:
    data = asking_for_a_password(zipped(("a.avi", AVI), ("b.avi", AVI)), "a.avi")
    at = data.rindex(zlib.crc32(AVI).to_bytes(4, "little"))
    problems = read(tmp_path, data[:at] + b"\0\0\0\0" + data[at + 4 :]).problems
    assert [problem.kind for problem in problems] == [ProblemKind.ENCRYPTED, ProblemKind.DAMAGED]


@pytest.mark.parametrize(("name", "open_"), [("more.zip", True), ("table.xlsx", False), ("__MACOSX/._more.zip", False)])
def test_an_archive_within_is_not_looked_into_and_an_office_document_is_none(
    tmp_path: Path, name: str, open_: bool
) -> None:
    inner = zipped(("turn.avi", AVI))
    problems = read(tmp_path, zipped(("README.txt", b"turn.avi: DivX"), (name, inner))).problems
    assert [Aspect.VIDEOS in problem.aspects for problem in problems] == [True] * open_
