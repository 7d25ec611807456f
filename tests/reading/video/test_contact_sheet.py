from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from faimi_check.reading.limits import VideoLimits
from faimi_check.reading.video.contact_sheet import Mark, contact_sheet

from .covers import GREY, with_cover

ZIPS = Path(__file__).parents[3] / "fixtures" / "zips"
VIDEOS = ZIPS.parent / "videos"


@pytest.mark.parametrize(
    ("archive", "member"),
    [
        ("good-divx.zip", "reading-list.avi"),
        ("good-h264.zip", "queue.mp4"),
        ("good-wmv.zip", "clip.wmv"),
        ("truncated-video.zip", "queue.mp4"),
        ("corrupt-frames.zip", "reading-list.avi"),
    ],
)
def test_frames_of_what_decodes(archive: str, member: str) -> None:
    sheet = contact_sheet(ZIPS / archive, member)
    assert (sheet.member, sheet.missing) == (member, "")
    assert sheet.image.startswith(b"\xff\xd8\xff")
    assert len(sheet.image) < 600_000


@pytest.mark.parametrize(
    ("archive", "member", "why"),
    [
        ("audio-only.zip", "queue.mp4", "Not one of its frames"),
        ("empty-video.zip", "queue.mp4", "no video"),
        ("pdf-disguised.zip", "appendix.mp4", "no video but application/pdf"),
        ("encrypted.zip", "reading-list.avi", "encrypted"),
        ("bomb.zip", "queue.mp4", "cannot be unpacked"),
        ("good-divx.zip", "missing.avi", ""),
        ("no-such.zip", "queue.mp4", ""),
    ],
)
def test_what_has_no_frames_says_why(archive: str, member: str, why: str) -> None:
    sheet = contact_sheet(ZIPS / archive, member)
    assert sheet.image == b""
    assert sheet.missing
    assert why in sheet.missing


def test_frames_are_shown_and_not_the_cover_before_them(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "s.zip", "w") as archive:
        archive.writestr("a.mp4", with_cover((VIDEOS / "mpeg4.mp4").read_bytes()))
    sheet = contact_sheet(tmp_path / "s.zip", "a.mp4")
    with Image.open(io.BytesIO(sheet.image)) as image:
        lowest, highest = image.convert("L").getextrema()
    assert lowest < GREY - 40 or highest > GREY + 40


def test_pictures_beyond_the_limit_are_not_decoded() -> None:
    sheet = contact_sheet(ZIPS / "good-divx.zip", "reading-list.avi", limits=VideoLimits(max_pixels=100))
    assert sheet.missing == "Not one of its frames can be shown."


def test_what_was_found_is_outlined_at_its_moment() -> None:
    def red(marks: list[Mark]) -> int:
        sheet = contact_sheet(ZIPS / "good-h264.zip", "queue.mp4", marks)
        with Image.open(io.BytesIO(sheet.image)) as image:
            pixels = image.convert("RGB").tobytes()
        triples = zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)
        return sum(r > 150 and g < 90 and b < 90 for r, g, b in triples)

    assert red([Mark(0.5, (20, 20, 60, 40)), Mark(0.5, (20, 60, 60, 80))]) > red([]) + 600
