"""What a file is by its bytes."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from faimi_check.reading import sniff as module
from faimi_check.reading.sniff import is_playable, sniff

VIDEOS = Path(__file__).resolve().parents[2] / "fixtures" / "videos"


@pytest.mark.parametrize(
    ("name", "container"),
    [
        ("divx.avi", "avi"),
        ("h264.mp4", "mp4"),
        ("wmv2.wmv", "asf"),
        ("small-h264.mov", "mov"),
        ("vp9-renamed.mp4", "webm"),
        ("audio-only.mp4", "mp4"),
        ("empty.mp4", "empty"),
    ],
)
def test_real_videos(name: str, container: str) -> None:
    assert sniff((VIDEOS / name).read_bytes()).container == container


@pytest.mark.parametrize(
    ("head", "container"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\x00" * 500 + b"%PDF-1.4\n1 0 obj", "pdf"),
        (b"Our file begins with %PDF-1.4 as text", "text"),
        (b"PK\x03\x04rest", "zip"),
        (b"Rar!\x1a\x07\x01", "rar"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"GIF89a", "gif"),
        (b"MZ\x90\x00", "exe"),
        (b"ID3\x04", "mp3"),
        (b"\x1aE\xdf\xa3\x01\x00B\x82\x84webm", "webm"),
        (b"\x1aE\xdf\xa3\x01\x00B\x82\x88matroska", "matroska"),
        (b"\x00\x00\x00\x14ftypqt  ", "mov"),
        (b"\x00\x00\x00\x14ftyp3gp5", "3gp"),
        (b"\x00\x00\x00\x14ftypM4A ", "m4a"),
        (b"\x00\x00\x00\x14ftypheic", "heif"),
        (b"\x00\x00\x00\x14ftypisom", "mp4"),
        (b"\x00\x00\x00\x08wide\x00\x00", "mov"),
        (b"RIFF\x00\x00\x00\x00WAVE", "wav"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"#EXTM3U\nhttp://video.example/a.ts", "hls"),
        (b"ffconcat version 1.0\nfile a.mp4", "concat"),
        (b"file 'a.mp4'\nfile 'b.mp4'", "concat"),
        (b"file video1.mp4 shows the tool", "text"),
        (b"[InternetShortcut]\r\nURL=http://x.example", "url"),
        (b"v=0\r\no=- 0 0 IN IP4 127.0.0.1", "sdp"),
        (b"<?xml version='1.0'?><MPD></MPD>", "dash"),
        (b"<smil><body/></smil>", "smil"),
        (b"<!DOCTYPE html><html></html>", "html"),
        (b"\xef\xbb\xbfCodec: H.264", "text"),
        ("Codec: DivX, größer".encode("utf-16"), "text"),
        ("Codec: DivX, größer".encode("utf-16-le"), "text"),
        ("Codec: DivX, größer".encode("latin-1"), "text"),
        (b"", "empty"),
    ],
)
def test_signatures(head: bytes, container: str) -> None:
    assert sniff(head).container == container


@pytest.fixture(params=["libmagic", "puremagic"])
def table(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """What names the files that we have no signature for: with the system's libmagic, and where it has none."""
    if request.param == "puremagic":
        monkeypatch.setitem(sys.modules, "magic", None)
    else:
        pytest.importorskip("magic")
    module._libmagic.cache_clear()
    yield request.param
    module._libmagic.cache_clear()


@pytest.mark.usefixtures("table")
def test_bytes_without_a_form_are_of_unknown_kind() -> None:
    chance = random.Random(5)
    for head in (
        bytes(5000),
        bytes((index * 73 + 41) % 256 for index in range(5000)),
        *(b"\x00\x07" + chance.randbytes(3000) for _ in range(200)),
    ):
        assert sniff(head).container == ""


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("head", "container", "mime"),
    [
        (b"II*\x00\x08\x00\x00\x00" + bytes(30), "tiff", "image/tiff"),
        (b"wOF2\x00\x01\x00\x00" + bytes(40), "woff2", "font/woff2"),
        (b"%!PS-Adobe-3.0\n\x00", "postscript", "application/postscript"),
    ],
)
def test_what_the_signatures_lack_is_named_by_a_table(head: bytes, container: str, mime: str) -> None:
    assert sniff(head) == (container, mime)


def test_a_library_that_fails_leaves_the_kind_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: bytes) -> str:
        raise ValueError("hostile")

    monkeypatch.setattr(module, "_by_table", fail)
    assert sniff(b"II*\x00\x08\x00\x00\x00" + bytes(30)) == ("", "application/octet-stream")


def test_players() -> None:
    assert is_playable("asf")
    assert not is_playable("hls")


def test_no_table_is_loaded_for_an_ordinary_supplement() -> None:
    code = (
        "import sys; from faimi_check.reading.sniff import sniff\n"
        "sniff(b'RIFF1234AVI '); sniff(b'Codec: DivX'); sniff(b'PK\\x03\\x04')\n"
        "print('magic' in sys.modules or 'puremagic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
