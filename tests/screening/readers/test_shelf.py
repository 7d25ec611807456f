"""What workers leave in the folder: taken whole or not at all, and warily where the parent takes it."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from faimi_check.model.picture import PagePicture
from faimi_check.screening.readers.shelf import Row, load_row, store, take

PICTURES = msgspec.msgpack.Decoder(PagePicture)
PICTURE = PagePicture(number=1, jpeg=b"x" * 1000)


def test_the_parent_takes_a_file_of_bounded_size(tmp_path: Path) -> None:
    store(tmp_path, "picture", PICTURE)
    size = (tmp_path / "picture").stat().st_size
    assert take(tmp_path / "picture", PICTURES, size) == PICTURE
    assert take(tmp_path / "picture", PICTURES, size - 1) is None


def test_the_parent_takes_nothing_else(tmp_path: Path) -> None:
    store(tmp_path, "picture", PICTURE)
    (tmp_path / "folder").mkdir()
    (tmp_path / "torn").write_bytes((tmp_path / "picture").read_bytes()[:-1])
    (tmp_path / "empty").touch()
    names = ["folder", "torn", "empty", "none"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "link").symlink_to("picture")
        names += ["pipe", "link"]
    assert [take(tmp_path / name, PICTURES, 10_000) for name in names] == [None] * len(names)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_the_parent_reads_no_device() -> None:
    assert take(Path("/dev/zero"), PICTURES, 10_000) is None


def test_a_row_is_read_up_to_where_it_was_torn(tmp_path: Path) -> None:
    with Row(tmp_path, "row", 100) as row:
        for word in ("one", "two", "three"):
            row.add(word)
    path = tmp_path / "row"
    whole = path.read_bytes()
    assert list(load_row(tmp_path, str, "row")) == ["one", "two", "three"]
    for end_, found in ((-1, ["one", "two"]), (-7, ["one", "two"]), (-11, ["one"]), (3, [])):
        path.write_bytes(whole[:end_])
        assert list(load_row(tmp_path, str, "row")) == found
    assert list(load_row(tmp_path, str, "none")) == []


def test_a_row_takes_so_much_and_no_more(tmp_path: Path) -> None:
    with Row(tmp_path, "row", 20) as row:
        for _ in range(9):
            row.add("word")
    assert list(load_row(tmp_path, str, "row")) == ["word", "word"]
