"""Lettering that hardly stands out: read with the contrast stretched, and in a video in the mean of its frames."""

from __future__ import annotations

import zipfile
from pathlib import Path

import av
import pytest
from av.video.frame import VideoFrame
from PIL import Image, ImageDraw, ImageFont
from tests.rules.lettering import needs_extra

np = pytest.importorskip("numpy", reason="needs the extra `pictures`")

from faimi_check.model.burned_in import BurnedInLine  # noqa: E402
from faimi_check.model.page import Box  # noqa: E402
from faimi_check.reading.burned_in.faint import Standing, read_faint  # noqa: E402
from faimi_check.reading.burned_in.frames import read_frames  # noqa: E402
from faimi_check.reading.burned_in.letters import read_lines  # noqa: E402

WORDS = "Klinikum Nordhavn"


def faint(strength: int, noise: float, seed: int, words: str = WORDS) -> np.ndarray:
    """An uneven grey ground with noise, and words that are brighter by so many of 255 grey values."""
    height, width = 360, 640
    down, across = np.mgrid[0:height, 0:width]
    ground = 90 + 30 * np.sin(across / 90) + 20 * np.cos(down / 70)
    ground += np.random.default_rng(seed).normal(0, noise, (height, width))
    mask = Image.new("L", (width, height))
    ImageDraw.Draw(mask).text((120, 160), words, fill=255, font=ImageFont.load_default(32))
    grey = ground + strength * np.asarray(mask, dtype=float) / 255
    return np.repeat(np.clip(grey, 0, 255).astype("uint8")[..., None], 3, axis=2)


@needs_extra
def test_a_faint_watermark_of_a_figure_is_read_in_its_pixels() -> None:
    picture = faint(8, 2, seed=1)
    assert read_lines(picture) == ()
    (line,) = read_faint(picture)
    assert line.text == WORDS
    assert 110 < line.box.x0 < 130
    assert 150 < line.box.top < 175


@needs_extra
def test_noise_without_words_says_nothing() -> None:
    assert read_faint(faint(0, 12, seed=2)) == ()


@needs_extra
def test_the_mean_of_frames_shows_what_noise_hides_in_each() -> None:
    standing = Standing(4.8)
    for number in range(24):
        assert standing.wants(number / 5)
        standing.add(faint(18, 25, seed=number), number / 5)
    assert not standing.wants(5.0)
    (line,) = standing.read(())
    assert line.text == WORDS
    poor, well = (BurnedInLine("Kinkum", Box(100, 150, 400, 200), score) for score in (0.7, 0.98))
    assert standing.read([poor]) == (line,)
    assert standing.read([well]) == ()


@needs_extra
def test_a_faint_watermark_of_a_video_is_found_through_its_reader(tmp_path: Path) -> None:
    file = tmp_path / "a.mp4"
    with av.open(str(file), "w") as container:
        stream = container.add_stream("libx264", rate=10, options={"crf": "20"})
        stream.width, stream.height, stream.pix_fmt = 640, 360, "yuv420p"
        for number in range(24):
            container.mux(stream.encode(VideoFrame.from_ndarray(faint(20, 18, seed=number), format="bgr24")))
        container.mux(stream.encode(None))
    made = tmp_path / "s.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.write(file, "a.mp4")
    read = {line.text for picture in read_frames(made, "a.mp4").pictures for line in picture.lines}
    assert WORDS in read
