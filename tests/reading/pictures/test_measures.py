"""Whether a picture stands still: slides do, a hand that moves slowly does not."""

from __future__ import annotations

from collections.abc import Callable

from av.video.frame import VideoFrame
from PIL import Image, ImageDraw

from faimi_check.reading.pictures.measures import PictureMeasures

SECONDS, RATE = 20, 4


def still_share(draw: Callable[[ImageDraw.ImageDraw, float], None]) -> float | None:
    measures = PictureMeasures()
    for number in range(SECONDS * RATE):
        picture = Image.new("RGB", (320, 180), (90, 60, 60))
        draw(ImageDraw.Draw(picture), number / RATE)
        measures.add(VideoFrame.from_image(picture), number / RATE)
    return measures.still_share


def test_slides_that_change_every_five_seconds_stand_still() -> None:
    share = still_share(
        lambda pen, time: pen.rectangle((20 + 60 * (time // 5), 20, 70 + 60 * (time // 5), 160), "white")
    )
    assert share is not None
    assert share > 0.9


def test_an_instrument_that_moves_slowly_does_not() -> None:
    share = still_share(lambda pen, time: pen.line((0, 90, 120 + 3 * time, 60 + 2 * time), (200, 200, 210), 14))
    assert share is not None
    assert share < 0.3


def test_one_picture_stands_still_all_the_time() -> None:
    assert still_share(lambda pen, time: pen.ellipse((50, 50, 100, 100), "white")) == 1.0
