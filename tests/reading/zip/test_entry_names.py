"""Names of entries: decoding, and what makes one unsafe or not portable."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from faimi_check.model.supplement import EntryFault
from faimi_check.reading.limits import ArchiveLimits
from faimi_check.reading.zip import structure
from faimi_check.reading.zip.content import unpack
from faimi_check.reading.zip.directory import Member
from faimi_check.reading.zip.entry_names import decode_name, duplicate_faults, folded, name_faults, readable
from faimi_check.reading.zip.old_names import encoding_of_names


@pytest.mark.parametrize(
    "name",
    [
        "a.avi",
        "Video 1.mp4",
        "été/vidéo.mp4",
        "视频.mp4",
        "deep/er/still.avi",
        ".hidden",
        "a..b.avi",
        "👩‍⚕️.mp4",
        "葛\U000e0100城.mp4",
        "console.avi",
        "(1).mp4",
    ],
)
def test_honest_names_have_no_fault(name: str) -> None:
    assert list(name_faults(name, 0o100644)) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a\ufe01\ufe02\U000e0140\U000e0141\U000e0142.avi", EntryFault.CONTROL_CHARACTERS),
        ("../a.avi", EntryFault.TRAVERSAL),
        ("a/../../b.avi", EntryFault.TRAVERSAL),
        ("a\\..\\b.avi", EntryFault.TRAVERSAL),
        ("..", EntryFault.TRAVERSAL),
        ("/etc/a.avi", EntryFault.ABSOLUTE),
        ("\\server\\a.avi", EntryFault.ABSOLUTE),
        ("C:\\a.avi", EntryFault.ABSOLUTE),
        ("C:a.avi", EntryFault.ABSOLUTE),
        ("a\x1b[2J.avi", EntryFault.CONTROL_CHARACTERS),
        ("a\u202eiva.exe", EntryFault.CONTROL_CHARACTERS),
        ("a\x00.avi", EntryFault.CONTROL_CHARACTERS),
        ("a\u200b.avi", EntryFault.CONTROL_CHARACTERS),
        ("CON.mp4", EntryFault.DEVICE_NAME),
        ("x/nul", EntryFault.DEVICE_NAME),
        ("lpt1.txt", EntryFault.DEVICE_NAME),
        (".", EntryFault.BAD_NAME),
        ("", EntryFault.BAD_NAME),
        ("folder\\a.avi", EntryFault.BACKSLASHES),
        ("folder\\sub/a.avi", EntryFault.NOT_PORTABLE),
        ("a?.avi", EntryFault.NOT_PORTABLE),
        ("a|b.avi", EntryFault.NOT_PORTABLE),
        ("folder /a.avi", EntryFault.NOT_PORTABLE),
        ("-rf.mp4", EntryFault.NOT_PORTABLE),
        ("d/" * 200 + "a.avi", EntryFault.NOT_PORTABLE),
    ],
)
def test_each_bad_name_is_told(name: str, kind: EntryFault) -> None:
    assert kind in {found for found, _ in name_faults(name, 0)}


def test_links_and_devices_are_told_by_the_mode() -> None:
    assert [kind for kind, _ in name_faults("a", stat.S_IFLNK)] == [EntryFault.LINK]
    assert [kind for kind, _ in name_faults("a", stat.S_IFIFO)] == [EntryFault.DEVICE]
    assert [kind for kind, _ in name_faults("a", stat.S_IFCHR)] == [EntryFault.DEVICE]
    assert list(name_faults("a", stat.S_IFDIR | 0o755)) == []


def test_the_folder_that_was_packed_by_its_own_name_is_no_fault() -> None:
    assert list(name_faults("./", stat.S_IFDIR | 0o755)) == []
    assert [kind for kind, _ in name_faults(".", 0)] == [EntryFault.BAD_NAME]


@pytest.mark.parametrize(
    ("raw", "utf8", "name"),
    [
        (b"a.avi", False, "a.avi"),
        ("vidéo.avi".encode(), True, "vidéo.avi"),
        ("vidéo.avi".encode(), False, "vidéo.avi"),
        (b"vid\x82o.avi", False, "vidéo.avi"),
    ],
)
def test_names_are_decoded_as_people_wrote_them(raw: bytes, utf8: bool, name: str) -> None:
    assert decode_name(raw, utf8=utf8, extra={})[:2] == (name, "")


def test_a_name_marked_as_utf8_that_is_not_is_complained_of() -> None:
    name = decode_name(b"vid\x82o.avi", utf8=True, extra={})
    assert name.text == "vid\\x82o.avi"
    assert name.complaint


def spoken(raw: bytes, name: str) -> dict[int, bytes]:
    return {0x7075: b"\1" + zlib.crc32(raw).to_bytes(4, "little") + name.encode()}


@pytest.mark.parametrize("raw", [b"__1.avi", b"??1.avi", b"____1.avi", b"#U89c6#U98911.avi"])
def test_a_name_that_lost_its_letters_is_read_from_the_field_that_has_them(raw: bytes) -> None:
    assert decode_name(raw, utf8=False, extra=spoken(raw, "视频1.avi"))[:2] == ("视频1.avi", "")


@pytest.mark.parametrize(("raw", "other"), [(b"a.avi", "b.avi"), (b"a.avi", "视.exe"), (b"__1.avi", "视频1.exe")])
def test_a_second_name_that_is_another_one_is_complained_of(raw: bytes, other: str) -> None:
    name = decode_name(raw, utf8=False, extra=spoken(raw, other))
    assert name.text == raw.decode()
    assert "second name" in name.complaint


def test_names_are_composed_as_people_type_them() -> None:
    assert decode_name("U\u0308ber.avi".encode(), utf8=True, extra={}).text == "Über.avi"


@pytest.mark.parametrize(
    ("encoding", "names", "text"),
    [
        ("gb18030", ["视频1.avi", "演示.mp4"], b""),
        ("cp932", ["動画1.avi", "手術の様子.mp4"], b""),
        ("cp949", ["영상1.avi"], b""),
        ("big5", ["影片1.avi"], b""),
        ("cp866", ["видео.avi"], b""),
        ("cp437", ["vidéo.avi"], b""),
        ("cp850", ["São Paulo ação.avi"], b""),
        # Where letters leave it open, the README tells.
        ("cp1251", ["видео.avi"], "видео.avi: DivX".encode()),
        ("cp1251", ["видео.avi"], "видео.avi: DivX".encode("cp1251")),
        ("cp866", ["видео.avi"], "видео.avi: DivX".encode("cp1251")),
        ("cp852", ["příklad.avi"], "příklad.avi: DivX".encode("cp1250")),
        ("gb18030", ["珂鸿.avi"], "珂鸿.avi: DivX".encode()),
    ],
)
def test_old_names_are_read_in_their_encoding(encoding: str, names: list[str], text: bytes) -> None:
    raw = [name.encode(encoding) for name in names]
    found = encoding_of_names(raw, [text] if text else [])
    assert [name.decode(found) for name in raw] == names


def test_few_of_many_texts_are_unpacked_for_an_old_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "many.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("vid_o.avi", b"")
        for number in range(40):
            archive.writestr(f"notes{number}.txt", "some words")
    file.write_bytes(file.read_bytes().replace(b"vid_o", b"vid\xe9o"))
    unpacked: list[str] = []

    def counting(handle: BinaryIO, member: Member, limits: ArchiveLimits, deadline: float) -> Iterator[bytes]:
        unpacked.append(member.name)
        return unpack(handle, member, limits, deadline)

    monkeypatch.setattr(structure, "unpack", counting)
    with file.open("rb") as handle:
        found = structure.walk(handle, file.stat().st_size, ArchiveLimits())
    assert found.members[0].name == "vidéo.avi"
    assert unpacked == [f"notes{number}.txt" for number in range(5)]


def test_unseen_characters_are_written_out() -> None:
    assert readable("a\u202eb\nc") == "a<U+202E>b<U+000A>c"


@pytest.mark.parametrize(
    "names",
    [
        ["a.avi", "a.avi"],
        ["a.avi", "A.AVI"],
        ["e\u0301.avi", "\u00e9.avi"],
        ["a.avi", "a.avi."],
        ["v", "v/x.avi"],
        ["x/./a.avi", "x/a.avi"],
    ],
)
def test_names_that_fall_on_one_another(names: list[str]) -> None:
    assert [fault.kind for fault in duplicate_faults(names)] == [EntryFault.DUPLICATE]


def test_different_names_do_not() -> None:
    assert list(duplicate_faults(["a/", "a/b.avi", "a/c.avi", "b.avi"])) == []
    assert folded("A/B.AVI ") == "a/b.avi"


def test_a_path_of_many_folders_is_judged_quickly() -> None:
    assert list(duplicate_faults(["d/" * 20_000 + "a.avi"])) == []
