"""Names of entries: decoding, and what makes one unsafe or not portable."""

from __future__ import annotations

import stat

import pytest

from faimi_check.model.supplement import EntryFault
from faimi_check.reading.zip.entry_names import decode_name, duplicate_faults, folded, name_faults, readable


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
        "console.avi",
        "(1).mp4",
    ],
)
def test_honest_names_have_no_fault(name: str) -> None:
    assert list(name_faults(name, 0o100644)) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
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
        ("folder\\a.avi", EntryFault.NOT_PORTABLE),
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
    assert decode_name(raw, utf8=utf8, extra={}) == (name, "")


def test_a_name_marked_as_utf8_that_is_not_is_complained_of() -> None:
    name, complaint = decode_name(b"vid\x82o.avi", utf8=True, extra={})
    assert name == "vid\\x82o.avi"
    assert complaint


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
