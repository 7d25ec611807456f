"""The strict walk: honest zips have no faults, each kind of dishonest one has its own."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faimi_check.model.problem import ProblemKind
from faimi_check.model.supplement import EntryFault
from faimi_check.reading.limits import ArchiveLimits
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.reading.zip.end import ZipError
from faimi_check.reading.zip.extents import extent_faults
from faimi_check.reading.zip.structure import Structure, walk

LIMITS = ArchiveLimits()


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.comment = comment
        for name, data in entries.items():
            file.writestr(name, data)
    return out.getvalue()


def structure_of(data: bytes, limits: ArchiveLimits = LIMITS) -> Structure:
    handle = io.BytesIO(data)
    structure = walk(handle, len(data), limits)
    structure.faults += extent_faults(handle, structure)
    return structure


def kinds(data: bytes) -> set[EntryFault]:
    return {fault.kind for fault in structure_of(data).faults}


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(NAMES, st.binary(max_size=300), max_size=6),
    st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]),
    st.binary(max_size=60).filter(lambda comment: b"PK" not in comment),
)
def test_zips_of_the_standard_library_have_no_structural_fault(
    entries: dict[str, bytes], method: int, comment: bytes
) -> None:
    structure = structure_of(zipped(entries, method, comment))
    assert structure.faults == []
    assert [member.size for member in structure.members] == [len(data) for data in entries.values()]
    assert structure.comment == comment


class Unseekable(io.BytesIO):
    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:  # type: ignore[override]
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


@pytest.mark.parametrize("wide", [False, True])
def test_streamed_entries_with_data_descriptors_are_honest(wide: bool) -> None:
    out = Unseekable()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name in ("a.avi", "README.txt"):
            with file.open(name, "w", force_zip64=wide) as entry:
                entry.write(b"some bytes " * 50)
    assert structure_of(out.getvalue()).faults == []


def test_zip64_sizes_are_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file, file.open("a.avi", "w", force_zip64=True) as entry:
        entry.write(b"x" * 1000)
    structure = structure_of(out.getvalue())
    assert structure.faults == []
    assert structure.members[0].size == 1000


def local(name: bytes, data: bytes = b"x", crc: int | None = None, size: int | None = None) -> bytes:
    size = len(data) if size is None else size
    crc = zlib.crc32(data) if crc is None else crc
    return struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, 33, crc, len(data), size, len(name), 0) + name + data


def central(
    name: bytes, data: bytes = b"x", at: int = 0, extra: bytes = b"", size: int | None = None, flags: int = 0
) -> bytes:
    size = len(data) if size is None else size
    head = struct.pack(
        "<4s6H3I5H2I", b"PK\1\2", 20, 20, flags, 0, 0, 33, zlib.crc32(data), len(data), size, len(name), len(extra),
        0, 0, 0, 0, at,
    )  # fmt: skip
    return head + name + extra


def whole(body: bytes, directory: bytes, count: int, disk: int = 0, length: int | None = None) -> bytes:
    length = len(directory) if length is None else length
    return body + directory + struct.pack("<4s4H2IH", b"PK\5\6", disk, disk, count, count, length, len(body), 0)


GOOD = whole(local(b"a") + local(b"b"), central(b"a") + central(b"b", at=32), 2)


def test_the_hand_made_zip_is_honest() -> None:
    assert kinds(GOOD) == set()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (whole(local(b"a"), central(b"b"), 1), {EntryFault.HEADERS_DIFFER}),
        (whole(local(b"a", size=9), central(b"a"), 1), {EntryFault.HEADERS_DIFFER}),
        (whole(local(b"a", crc=5), central(b"a"), 1), {EntryFault.HEADERS_DIFFER}),
        (whole(local(b"a") + local(b"b"), central(b"a"), 1), {EntryFault.NOT_IN_DIRECTORY}),
        (whole(local(b"a") + b"gap" * 9, central(b"a"), 1), {EntryFault.FOREIGN_DATA}),
        (whole(b"#!/bin/sh\n" + local(b"a"), central(b"a", at=10), 1), {EntryFault.FOREIGN_DATA}),
        (b"MZ program" + whole(local(b"a"), central(b"a"), 1), {EntryFault.FOREIGN_DATA}),
        (GOOD + b"tail", {EntryFault.FOREIGN_DATA}),
        (GOOD + GOOD, {EntryFault.FOREIGN_DATA, EntryFault.NOT_IN_DIRECTORY}),
        (whole(local(b"a"), central(b"a") + central(b"a"), 2), {EntryFault.OVERLAP}),
        (whole(local(b"a"), central(b"a"), 3), {EntryFault.DIRECTORY}),
        (whole(local(b"a"), central(b"a"), 1, disk=1), {EntryFault.MULTI_DISK}),
        (whole(local(b"a"), central(b"a", flags=1), 1), {EntryFault.HEADERS_DIFFER}),
        (whole(local(b"a"), central(b"a", size=0xFFFFFFFF), 1), {EntryFault.SIZE_LIES, EntryFault.HEADERS_DIFFER}),
        (whole(local(b"a"), central(b"a", at=500), 1), {EntryFault.HEADERS_DIFFER, EntryFault.NOT_IN_DIRECTORY}),
        (whole(local(b"\xff"), central(b"\xff", flags=0x800), 1), {EntryFault.BAD_NAME}),
    ],
)  # fmt: skip
def test_each_lie_is_told(data: bytes, expected: set[EntryFault]) -> None:
    assert kinds(data) == expected


def test_a_second_name_in_the_extra_field_is_told() -> None:
    other = struct.pack("<BI", 1, zlib.crc32(b"a.avi")) + b"b.exe"
    extra = struct.pack("<2H", 0x7075, len(other)) + other
    data = whole(local(b"a.avi"), central(b"a.avi", extra=extra), 1)
    assert kinds(data) == {EntryFault.BAD_NAME}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", ProblemKind.DAMAGED),
        (b"PK\3\4 and no end", ProblemKind.DAMAGED),
        (GOOD[:-30], ProblemKind.DAMAGED),
        (whole(local(b"a"), central(b"a"), 1, length=5000), ProblemKind.DAMAGED),
        (whole(b"", b"", 60_000), ProblemKind.LIMIT),
    ],
)
def test_what_has_no_directory_is_no_zip(data: bytes, kind: ProblemKind) -> None:
    with pytest.raises(ZipError) as caught:
        structure_of(data)
    assert caught.value.kind is kind


def test_a_directory_over_the_limit_is_not_read() -> None:
    with pytest.raises(ZipError) as caught:
        structure_of(GOOD, ArchiveLimits(max_directory=10))
    assert caught.value.kind is ProblemKind.LIMIT


def test_no_mutation_of_a_zip_gets_out_as_an_exception(tmp_path: Path) -> None:
    chance = random.Random(5)
    base = zipped({"README.txt": b"Codec: H.264\n" * 20, "a/b.avi": bytes(range(256)) * 8}, comment=b"packed")
    path = tmp_path / "mutated.zip"
    for _ in range(400):
        data = bytearray(base)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.choice((0, 0xFF, 0x7F, chance.randrange(256)))
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        path.write_bytes(data)
        supplement = read_supplement(path, "mutated.zip")
        assert supplement.file == "mutated.zip"
        assert not any("broke off" in problem.detail for problem in supplement.problems)
