"""What containers say of themselves: missing bytes, encryption, outside references, text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from faimi_check.reading.video.media import MediaStructure, text_runs
from faimi_check.reading.video.structure import media_structure

VIDEOS = Path(__file__).resolve().parents[3] / "fixtures" / "videos"


def structure(data: bytes, container: str) -> MediaStructure:
    return media_structure(io.BytesIO(data), len(data), container)


def box(kind: bytes, content: bytes) -> bytes:
    return (8 + len(content)).to_bytes(4, "big") + kind + content


def nested(depth: int) -> bytes:
    boxes = b""
    for _ in range(depth):
        boxes = box(b"moov", boxes)
    return boxes


@pytest.mark.parametrize(
    ("name", "container"),
    [("divx.avi", "avi"), ("h264.mp4", "mp4"), ("sound.mp4", "mp4"), ("wmv2.wmv", "asf"), ("small-h264.mov", "mov")],
)
def test_whole_videos_miss_nothing(name: str, container: str) -> None:
    data = (VIDEOS / name).read_bytes()
    found = structure(data, container)
    assert (found.missing, found.encrypted, found.external, found.pictures) == (0, False, [], True)
    cut = structure(data[:-500], container)
    assert cut.missing == pytest.approx(500, abs=2)


def test_lengths_that_a_pipe_left_open_are_not_missing() -> None:
    data = bytearray((VIDEOS / "divx.avi").read_bytes())
    for unknown in (0, 0xFFFFFFFF):
        data[4:8] = unknown.to_bytes(4, "little")
        assert structure(bytes(data), "avi").missing == 0


def test_rubbish_behind_the_last_box_is_not_missing() -> None:
    data = (VIDEOS / "h264.mp4").read_bytes()
    assert structure(data + b"\xf0\x00\x00\x00rubbish", "mp4").missing == 0


def test_encrypted_pictures() -> None:
    stsd = box(b"stsd", bytes(8) + box(b"encv", bytes(80)))
    movie = box(b"moov", box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", stsd)))))
    assert structure(box(b"ftyp", b"isom") + movie, "mp4").encrypted


def test_outside_references() -> None:
    dref = box(b"dref", bytes(8) + box(b"url ", bytes(4) + b"http://video.example/a.mp4\0"))
    movie = box(b"moov", box(b"trak", box(b"mdia", box(b"minf", box(b"dinf", dref)))))
    assert structure(box(b"ftyp", b"isom") + movie, "mp4").external == ["http://video.example/a.mp4"]


@pytest.mark.parametrize(
    ("data", "container", "missing"),
    [
        (nested(3_000), "mp4", 0),
        (b"\x00\x00\x00\x01moov" + b"\xff" * 8, "mp4", 2**64 - 1 - 16),
        (b"\x00\x00\x00\x00moov", "mp4", 0),
        (b"RIFF\x00\x00\x00\x00AVI " + b"LIST\x04\x00\x00\x00hdrl" * 5_000, "avi", 0),
        (bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c") + b"\xff" * 100, "asf", 2**64 - 1 - 116),
    ],
    ids=["deep", "longer than any file", "up to the end", "many lists", "a header longer than any file"],
)
def test_deep_and_lying_boxes_are_nothing_but_short(data: bytes, container: str, missing: int) -> None:
    assert structure(data, container) == MediaStructure(missing=missing, pictures=False)


def test_runs_of_text() -> None:
    block = (
        b"\x00\x01"
        + "Jürgen Köhlberg".encode()
        + b"\x00\x02short\x01"
        + "Ingrid Lyngby".encode("utf-16-le")
        + b"\xff\xff"
    )
    assert list(text_runs(block)) == ["Jürgen Köhlberg", "Ingrid Lyngby"]
