"""Leftovers of systems and editors, and what can be read in them."""

from __future__ import annotations

import plistlib
import struct
import zipfile
from pathlib import Path

import pytest

from faimi_check.model.finding import Hit
from faimi_check.model.submission import Submission
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.reading.zip.leftovers import is_leftover, leftover_fields
from faimi_check.rules.registry import NoParameters
from faimi_check.rules.supplement.leftovers import leftovers

ZIPS = Path(__file__).resolve().parents[3] / "fixtures" / "zips"


@pytest.mark.parametrize(
    "name",
    [
        "__MACOSX/._a.avi", "a/._b.avi", ".DS_Store", "x/.DS_Store", "Thumbs.db", "desktop.ini", "README.txt~",
        "~$readme.docx", ".~lock.readme.odt#", ".README.txt.swp", "#readme#", "a.avi.bak", ".git/config",
        "x/.svn/entries", "Icon\r", "a.avi:Zone.Identifier", "a.tmp",
    ],
)  # fmt: skip
def test_known_leftovers(name: str) -> None:
    assert is_leftover(name)


@pytest.mark.parametrize("name", ["a.avi", "README.txt", "macosx/a.avi", "thumbs/a.avi", "video_tmp_1.mp4", "x/y.wmv"])
def test_what_authors_put_in(name: str) -> None:
    assert not is_leftover(name)


def apple_double(attributes: dict[str, bytes]) -> bytes:
    """An AppleDouble file with these extended attributes, as macOS writes it."""
    table, values = b"", b""
    names = {name: name.encode() + b"\0" for name in attributes}
    size = sum((11 + len(name) + 3) & ~3 for name in names.values())
    start = 26 + 24 + 34 + 36 + size
    for name, value in attributes.items():
        entry = struct.pack(">IIHB", start + len(values), len(value), 0, len(names[name])) + names[name]
        table += entry.ljust((len(entry) + 3) & ~3, b"\0")
        values += value
    head = b"\x00\x05\x16\x07\x00\x02\x00\x00" + b"Mac OS X        " + b"\x00\x02"
    head = head + struct.pack(">III", 9, 50, start + len(values)) + struct.pack(">III", 2, start, 0)
    attr = bytes(34) + b"ATTR" + bytes(4) + struct.pack(">III", start + len(values), start, len(values))
    return head + attr + bytes(12) + struct.pack(">HH", 0, len(attributes)) + table + values


def test_where_from_of_macos() -> None:
    address = "https://cloud.uni-nordhavn.example/lyngby/a.avi"
    content = apple_double(
        {"com.apple.metadata:kMDItemWhereFroms": plistlib.dumps([address, ""], fmt=plistlib.FMT_BINARY)}
    )
    found = [(field.key, field.value) for field in leftover_fields("__MACOSX/._a.avi", content)]
    assert found == [("com.apple.metadata:kMDItemWhereFroms", address)]


def test_where_from_of_a_damaged_attribute() -> None:
    key, address = "com.apple.metadata:kMDItemWhereFroms", f"https://cloud.uni-nordhavn.example/{60 * 'a'}.avi"
    whole = apple_double({key: plistlib.dumps([address], fmt=plistlib.FMT_BINARY)})
    # The byte before a string says its length, here with a letter.
    assert bytes([len(address)]).isalpha()
    count = whole.index(b"ATTR") + 34
    for damaged in (whole[:-30], whole[:count] + bytes(2) + whole[count + 2 :]):
        assert [(one.key, one.value) for one in leftover_fields("__MACOSX/._a.avi", damaged)] == [(key, address)]
    colours = apple_double({"com.apple.FinderInfo": bytes(32)})
    assert list(leftover_fields("__MACOSX/._a.avi", colours)) == []


def office_lock(name: str) -> bytes:
    """The file that Word lays beside a document that somebody has open."""
    short = bytes([len(name)]) + name.encode("cp1252")
    return (short.ljust(55, b"\0") + bytes([len(name), 0]) + name.encode("utf-16-le")).ljust(162, b"\0")


def test_who_has_a_document_open() -> None:
    found = [(field.key, field.value) for field in leftover_fields("a/~$esis.docx", office_lock("Ingrid Lyngby"))]
    assert found == [("user", "Ingrid Lyngby")]
    libre = b",ilyngby,wks-147,12.06.2025 10:03,file:///home/ilyngby/.config/libreoffice/4;"
    found = [(field.key, field.value) for field in leftover_fields(".~lock.a.odt#", libre)]
    assert found == [("user", "ilyngby")]


@pytest.mark.parametrize("content", [b"", b"\0", b"\x05", b"\x06\0\1\2\3\4\5"])
def test_broken_locks_have_no_user(content: bytes) -> None:
    assert [field for field in leftover_fields("~$a.docx", content) if field.key == "user"] == []


@pytest.mark.parametrize(
    ("user", "expected"),
    [("Ingrid Lyngby", ["leftover", "reveals"]), ("Windows User", ["leftover"]), ("user", ["leftover"])],
)
def test_a_lock_tells_its_owner(tmp_path: Path, user: str, expected: list[str]) -> None:
    file = tmp_path / "s.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("~$ADME.docx", office_lock(user))
    submission = Submission(id="1", supplements=(read_supplement(file, file.name),))
    assert [hit.code for hit in leftovers(submission, NoParameters()) if isinstance(hit, Hit)] == expected


def told(tmp_path: Path, name: str, content: bytes) -> list[str]:
    """What the rule finds in a zip with this leftover, and how surely, the leftover itself aside."""
    file = tmp_path / "s.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    submission = Submission(id="1", supplements=(read_supplement(file, file.name),))
    hits = [hit for hit in leftovers(submission, NoParameters()) if isinstance(hit, Hit)]
    return [f"{hit.code} {hit.confidence}" for hit in hits if hit.code != "leftover"]


@pytest.mark.parametrize(
    ("attribute", "value", "expected"),
    [
        ("WhereFroms", ["https://pilvi.seewil-klinikka.fi/s/aKd83hs/clip.mp4"], ["reveals likely"]),
        ("WhereFroms", ["https://dateien.seewil.ch/index.php/s/aKd83hs/download"], ["reveals likely"]),
        ("WhereFroms", ["https://shrink-my-clip.io/out/a.mp4"], ["reveals possible"]),
        ("WhereFroms", ["https://www.videolan.org/vlc/a.mp4", "https://mail.google.com/mail/u/0"], []),
        ("WhereFroms", ["Ingrid Lyngby"], ["reveals likely"]),
        ("WhereFroms", ["MacBook Pro"], []),
        ("Authors", ["Ingrid Lyngby"], ["reveals likely"]),
        ("FinderComment", "Cut by Ingrid Lyngby", ["reveals likely"]),
        ("FinderComment", "the short version", []),
        ("Creator", "QuickTime Player", []),
        ("UserTags", ["Red\n6"], []),
    ],
)
def test_attributes_that_macos_keeps(tmp_path: Path, attribute: str, value: object, expected: list[str]) -> None:
    kept = {f"com.apple.metadata:kMDItem{attribute}": plistlib.dumps(value, fmt=plistlib.FMT_BINARY)}
    assert told(tmp_path, "__MACOSX/._a.mp4", apple_double(kept)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("HostUrl=https://dateien.seewil.ch/s/aKd83hs", ["reveals likely"]),
        ("ReferrerUrl=https://www.videolan.org/\r\nHostUrl=about:internet", []),
    ],
)
def test_the_zone_that_windows_keeps(tmp_path: Path, lines: str, expected: list[str]) -> None:
    content = f"[ZoneTransfer]\r\nZoneId=3\r\n{lines}\r\n".encode()
    assert told(tmp_path, "a.mp4:Zone.Identifier", content) == expected


def test_names_in_a_folder_file() -> None:
    name = "Lyngby draft"
    record = struct.pack(">I", len(name)) + name.encode("utf-16-be") + b"Ilocblob" + bytes(16)
    content = b"\x00\x00\x00\x01Bud1" + bytes(40) + record
    assert [field.value for field in leftover_fields(".DS_Store", content)] == [name]


def test_user_and_host_of_a_swap_file() -> None:
    block = (
        b"b0VIM 9.0".ljust(28, b"\0")
        + b"ilyngby".ljust(40, b"\0")
        + b"ws12".ljust(40, b"\0")
        + b"~ilyngby/README.txt\0"
    )
    fields = {field.key: field.value for field in leftover_fields(".README.txt.swp", block.ljust(1024, b"\0"))}
    assert fields == {"user": "ilyngby", "host": "ws12", "path": "~ilyngby/README.txt"}


def test_printable_text_of_anything_else() -> None:
    content = (
        bytes(20) + b"[user]\n\temail = a@uni-nordhavn.example\n" + bytes(5) + "C:\\Users\\ilyngby".encode("utf-16-le")
    )
    values = [field.value for field in leftover_fields(".git/config", content)]
    assert "email = a@uni-nordhavn.example" in values
    assert "C:\\Users\\ilyngby" in values


def test_hostile_leftovers_are_bounded() -> None:
    huge = b"".join(f"name{number:06}\0".encode() for number in range(20_000))
    assert len(list(leftover_fields("Thumbs.db", huge))) <= 200
    broken = apple_double({"a": b"bplist00" + bytes(50)})[:-20]
    assert isinstance(list(leftover_fields("._a", broken)), list)
    assert list(leftover_fields(".DS_Store", b"Ilocblob" * 5000)) == []


def test_in_a_real_zip() -> None:
    supplement = read_supplement(ZIPS / "leftovers.zip", "leftovers.zip")
    assert sum(entry.leftover for entry in supplement.entries) == 5
    assert any("Lyngby" in field.value for field in supplement.names)
    assert zipfile.is_zipfile(ZIPS / "leftovers.zip")
