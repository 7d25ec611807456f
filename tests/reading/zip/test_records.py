"""What stands of an entry beside its data, in the directory and before the data."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from faimi_check.model.finding import Hit
from faimi_check.model.submission import Submission
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.reading.zip.directory import Member
from faimi_check.reading.zip.records import record_fields
from faimi_check.rules.supplement.entry_names import EntryNames, entry_names


def field(kind: int, payload: bytes) -> bytes:
    return struct.pack("<2H", kind, len(payload)) + payload


def unicode_comment(text: str, plain: bytes = b"") -> bytes:
    """Info-ZIP's field, with the checksum of the comment in the other encoding."""
    return field(0x6375, b"\1" + struct.pack("<I", zlib.crc32(plain)) + text.encode())


def told(tmp_path: Path, extra: bytes, comment: bytes = b"") -> list[str]:
    file = tmp_path / "s.zip"
    info = zipfile.ZipInfo("clip.mp4")
    info.extra, info.comment = extra, comment
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(info, b"-")
    submission = Submission(id="1", supplements=(read_supplement(file, file.name),))
    return [hit.code for hit in entry_names(submission, EntryNames()) if isinstance(hit, Hit)]


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (unicode_comment("Cut by Jørgen Lyngby"), ["identifies"]),
        (unicode_comment("Abteilung für Radiologie, Universitätsklinikum Seewil"), ["identifies"]),
        (unicode_comment("second version, without sound"), ["words"]),
        (field(0x4E59, b"Ingrid Lyngby, Klinikum Seewil"), ["identifies"]),
        (field(0x4E59, b"\x01\x22" + "Ingrid Lyngby, Klinikum Seewil".encode("utf-16-le")), ["identifies"]),
        (field(0x4E59, b"qZmR w8 Lk"), []),
        # Times, sizes, and the name once more as some packers spell it.
        (field(0x5455, b"\3abcdefgh"), []),
        (field(0x5455, b"\3@MUh@MUh"), []),
        (field(0x5455, b"\3 cut by Ingrid Lyngby"), ["identifies"]),
        (field(0x000A, bytes(4) + struct.pack("<2H3Q", 1, 24, *(133_000_000_000_000_000 + n for n in range(3)))), []),
        (field(0x2605, b"ZPIT\x08clip.mp4"), []),
        (field(0x554E, b"NUCX" + "clip.mp4".encode("utf-16-le")), []),
    ],
)
def test_fields_of_an_entry(tmp_path: Path, extra: bytes, expected: list[str]) -> None:
    assert told(tmp_path, extra) == expected


def test_a_comment_in_two_encodings_is_one(tmp_path: Path) -> None:
    plain = b"Cut by Ingrid Lyngby"
    assert told(tmp_path, unicode_comment(plain.decode(), plain), plain) == ["identifies"]


def test_a_field_of_the_entrys_own_header() -> None:
    bare = Member(name="a.avi", raw_name=b"a.avi", flags=0, method=0, crc=0, compressed=0, size=0, header=0)
    inside = Member(
        name="a.avi", raw_name=b"a.avi", flags=0, method=0, crc=0, compressed=0, size=0, header=0,
        local_extra=field(0x4E59, b"made at Klinikum Seewil"),
    )  # fmt: skip
    assert list(record_fields(bare)) == []
    assert [(one.key, one.value) for one in record_fields(inside)] == [("comment", "made at Klinikum Seewil")]
