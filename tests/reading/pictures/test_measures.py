"""Whether a picture stands still, as slides do and a hand that moves slowly does not, or looks like print."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import numpy as np
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


def looks_like_print(picture: Image.Image) -> bool:
    measures = PictureMeasures()
    measures.add(VideoFrame.from_image(picture), 0.0)
    return measures.text_density == 1.0


def test_a_page_of_text_looks_like_print_and_noise_does_not() -> None:
    page = Image.new("RGB", (480, 270), "white")
    pen = ImageDraw.Draw(page)
    for row in range(12):
        pen.text((20, 10 + 20 * row), "the cohort was read by two observers who agreed in most of the cases", "black")
    assert looks_like_print(page)
    # Speckle as a simulation or a bad camera shows it: sparse, on an even ground, without rows.
    for seed, share in product(range(5), (0.05, 0.1, 0.2, 0.3)):
        grains = (np.random.default_rng(seed).random((90, 160)) < share).astype(np.uint8) * 255
        assert not looks_like_print(Image.fromarray(grains).convert("RGB"))
        assert not looks_like_print(Image.fromarray(255 - grains).convert("RGB"))
