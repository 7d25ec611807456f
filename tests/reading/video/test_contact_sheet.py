from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.reading.limits import VideoLimits
from faimi_check.reading.video.contact_sheet import contact_sheet

ZIPS = Path(__file__).parents[3] / "fixtures" / "zips"


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
    assert len(sheet.image) < 150_000


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


def test_pictures_beyond_the_limit_are_not_decoded() -> None:
    sheet = contact_sheet(ZIPS / "good-divx.zip", "reading-list.avi", limits=VideoLimits(max_pixels=100))
    assert sheet.missing == "Not one of its frames can be shown."
