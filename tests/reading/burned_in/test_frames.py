"""Frames as a player shows them: turned where the file says so."""

from __future__ import annotations

import zipfile
from pathlib import Path

import av
import pytest
from av.video.frame import VideoFrame
from PIL import Image, ImageDraw, ImageFont
from tests.reading.video.covers import with_cover
from tests.rules.lettering import needs_extra

from faimi_check.reading.burned_in.frames import read_frames

WORDS = "University of Nordhavn"
ONE = 0x10000
# The first four numbers of a track's matrix and how the frames lie in the file, counterclockwise.
TURNS = {0: (ONE, 0, 0, ONE), 90: (0, ONE, -ONE, 0), 180: (-ONE, 0, 0, -ONE), 270: (0, -ONE, ONE, 0)}


def turned(folder: Path, degrees: int, *, covered: bool = False) -> Path:
    """A zip with a video that is stored turned and says so, and perhaps has a cover."""
    picture = Image.new("RGB", (480, 320), "white")
    ImageDraw.Draw(picture).text((60, 140), WORDS, fill="black", font=ImageFont.load_default(30))
    stored = picture.rotate(degrees, expand=True)
    file = folder / "a.mp4"
    with av.open(str(file), "w") as container:
        stream = container.add_stream("mpeg4", rate=5)
        stream.width, stream.height, stream.pix_fmt = stored.width, stored.height, "yuv420p"
        for _ in range(10):
            container.mux(stream.encode(VideoFrame.from_image(stored)))
        container.mux(stream.encode(None))
    data = bytearray(file.read_bytes())
    matrix = data.index(b"tkhd") + 44
    assert data[matrix : matrix + 4] == ONE.to_bytes(4, "big")
    for place, value in zip((0, 4, 12, 16), TURNS[degrees], strict=True):
        data[matrix + place : matrix + place + 4] = value.to_bytes(4, "big", signed=True)
    made = folder / "s.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.mp4", with_cover(bytes(data)) if covered else bytes(data))
    return made


@needs_extra
def test_the_frames_are_read_and_not_the_cover_before_them(tmp_path: Path) -> None:
    found = read_frames(turned(tmp_path, 0, covered=True), "a.mp4")
    assert any("Nordhavn" in line.text for picture in found.pictures for line in picture.lines)


@needs_extra
@pytest.mark.parametrize("degrees", TURNS)
def test_frames_are_read_as_a_player_turns_them(degrees: int, tmp_path: Path) -> None:
    found = read_frames(turned(tmp_path, degrees), "a.mp4")
    read = {line.text for picture in found.pictures for line in picture.lines}
    assert any("Nordhavn" in text for text in read), read
