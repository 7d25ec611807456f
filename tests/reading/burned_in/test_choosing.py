"""Which frames are read: those that together show every lettering that stands."""

from __future__ import annotations

import random

import pytest
from PIL import Image, ImageDraw, ImageFont

np = pytest.importorskip("numpy", reason="needs the extra `pictures`")

from av.video.frame import VideoFrame  # noqa: E402

from faimi_check.reading.burned_in.choosing import Choosing  # noqa: E402


def frame(number: int, words: str = "") -> VideoFrame:
    """Noise that differs from frame to frame, and words that do not."""
    chance = random.Random(number)
    small = Image.new("L", (80, 60))
    small.putdata([chance.randrange(0, 90) for _ in range(4800)])
    picture = small.resize((320, 240)).convert("RGB")
    if words:
        ImageDraw.Draw(picture).text((20, 30), words, fill="white", font=ImageFont.load_default(18))
    return VideoFrame.from_image(picture)


def chosen(spoken: dict[int, str], frames: int = 60, count: int = 8) -> tuple[float, ...]:
    choosing = Choosing(frames / 5)
    for number in range(frames):
        choosing.add(frame(number, spoken.get(number, "")), number / 5)
    return choosing.chosen(count)


def test_words_that_stand_for_a_second_are_among_the_chosen() -> None:
    moments = chosen(dict.fromkeys(range(23, 28), "Klinikum Nordhavn"))
    assert any(4.6 <= moment < 5.6 for moment in moments)


def test_words_at_two_places_in_time_are_both_chosen() -> None:
    first = dict.fromkeys(range(8, 13), "Klinikum Nordhavn")
    second = dict.fromkeys(range(45, 50), "            Mateo Quiroga")
    moments = chosen(first | second)
    assert any(1.6 <= moment < 2.6 for moment in moments)
    assert any(9.0 <= moment < 10.0 for moment in moments)


def test_there_are_never_more_than_asked_for() -> None:
    assert len(chosen({number: f"Word {number}" for number in range(60)}, count=6)) == 6


def test_no_frames_give_no_moments() -> None:
    assert Choosing(None).chosen(8) == ()


def calm(number: int) -> VideoFrame:
    """A dark picture with a disc that moves a little from frame to frame."""
    picture = Image.new("RGB", (320, 240), (20, 20, 24))
    ImageDraw.Draw(picture).ellipse((100 + number / 10, 80, 180 + number / 10, 160), fill=(120, 110, 100))
    return VideoFrame.from_image(picture)


def card() -> VideoFrame:
    picture = Image.new("RGB", (320, 240), "white")
    ImageDraw.Draw(picture).text((20, 90), "Klinikum Nordhavn", fill="black", font=ImageFont.load_default(24))
    return VideoFrame.from_image(picture)


def test_a_card_that_is_shown_for_one_frame_is_chosen() -> None:
    choosing = Choosing(12.0)
    for number in range(300):
        choosing.add(card() if number == 137 else calm(number), number / 25)
    assert 137 / 25 in choosing.chosen(8)
    assert not choosing.restless


def test_a_picture_that_jumps_with_every_frame_is_said_not_to_be_known() -> None:
    choosing = Choosing(12.0)
    for number in range(300):
        choosing.add(card() if number % 2 else calm(number), number / 25)
    assert choosing.restless
