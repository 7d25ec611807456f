"""Lines on all videos: those that say something of all, and those that but introduce what is said of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.supplement.readme.test_readme_zips import VLC, decoded, judged

from faimi_check.rules.supplement.readme.claims import claims_in
from faimi_check.rules.supplement.readme.presence import readme_text

PAIR = {"probe_left.mp4": "h264.mp4", "sweep.mp4": "h264.mp4"}
OTHERS = {"probe_left.mp4": "h264.mp4", "sweep.avi": "divx.avi"}
ENTRY = f"probe_left.mp4\n  Codec: H.264 (MPEG-4 Part 10)\n  Download: {VLC}\n"
HEADINGS = [
    "The codec of each video in this archive, and where it can be downloaded.",
    "The codec of each video is given below.",
    "All videos of this supplement:",
    "Both videos are described here, each with its codec.",
    "All videos were recorded at 25 frames a second.",
    "All clips play in every browser.",
    "Für jedes Video nennen wir unten den Codec.",
    "Les codecs de toutes les vidéos sont indiqués ci-dessous.",
    "El códec de cada vídeo se indica abajo.",
    "所有视频的编码如下：",
    "すべての動画のコーデックは以下の通りです。",
]


@pytest.mark.parametrize("videos", [PAIR, OTHERS])
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_speaks_for_no_video_that_has_no_entry(tmp_path: Path, heading: str, videos: dict[str, str]) -> None:
    assert judged(tmp_path, videos, {"README.txt": f"{heading}\n\n{ENTRY}".encode()}) == ["RME001 uncovered"]
    behind = f"{ENTRY}\n{heading}\n".encode()
    assert judged(tmp_path, videos, {"README.txt": behind}) == ["RME001 uncovered"]


@pytest.mark.parametrize("heading", HEADINGS)
def test_nor_for_one_where_the_entries_are_of_files_that_are_not_there(tmp_path: Path, heading: str) -> None:
    text = f"{heading}\n\nold_take.mp4\n  Codec: H.264\n  Download: {VLC}\n"
    assert judged(tmp_path, {"sweep.mp4": "h264.mp4"}, {"README.txt": text.encode()}) == ["RME001 uncovered"]


@pytest.mark.parametrize(
    "text",
    [
        f"All videos use the same codec.\n\n{ENTRY}",
        f"The codec of all videos, H.264, is had from {VLC}\n\nprobe_left.mp4 is H.264 too.",
        f"All videos share these settings.\n\n{ENTRY}",
        f"Alle Videos sind gleich kodiert.\n\n{ENTRY}",
        f"Every video was made with the following codec.\n\n{ENTRY}",
        f"All videos:\n  Codec: H.264\n  Download: {VLC}\n\nprobe_left.mp4 (H.264) shows the probe.",
        f"Codec: H.264, from {VLC}\nAll videos have 25 frames a second.\nprobe_left.mp4, H.264, is played slowly.",
        f"The codec of each video is given below.\nprobe_left.mp4: H.264, {VLC}\nVideo 2: H.264, {VLC}",
        f"The codec of each video is given below.\n\n{ENTRY}\nsweep.mp4\n  Codec: H.264\n  Download: {VLC}\n",
        f"The codec of each video is given below.\n\n{ENTRY}\nThe other video is H.264 as well, {VLC}",
    ],
)
def test_what_is_said_of_all_speaks_for_each(tmp_path: Path, text: str) -> None:
    assert judged(tmp_path, PAIR, {"README.txt": text.encode()}) == []


def test_one_codec_below_names_without_any_may_be_that_of_all(tmp_path: Path) -> None:
    videos = dict.fromkeys(("probe_left.mp4", "probe_right.mp4", "sweep.mp4"), "h264.mp4")
    text = f"All videos are shown slowly.\nprobe_left.mp4: the left\nprobe_right.mp4: the right\nCodec: H.264, {VLC}"
    assert judged(tmp_path, videos, {"README.txt": text.encode()}) == []


def test_videos_without_an_entry_are_told_once_each(tmp_path: Path) -> None:
    videos = dict.fromkeys(("probe_left.mp4", "probe_right.mp4", "sweep.mp4", "turn.mp4"), "h264.mp4")
    text = f"All videos of this archive.\n\n{ENTRY}\nprobe_right.mp4\n  Codec: H.264\n  Download: {VLC}\n"
    assert judged(tmp_path, videos, {"README.txt": text.encode()}) == ["RME001 uncovered"] * 2


def test_the_text_that_is_proposed_speaks_for_its_own_entries_only(tmp_path: Path) -> None:
    text = readme_text([decoded("h264.mp4")])
    assert judged(tmp_path, {"h264.mp4": "h264.mp4"}, {"README.txt": text.encode()}) == []
    two = {"h264.mp4": "h264.mp4", "divx.avi": "divx.avi"}
    assert judged(tmp_path, two, {"README.txt": text.encode()}) == ["RME001 uncovered"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"scan-slow.mp4: DivX\nscan.mp4: H.264\n{VLC}", ["RME003 different"]),
        (f"scan-slow.mp4: H.264\n{VLC}", ["RME001 uncovered"]),
        (f"scan.mp4: H.264\n{VLC}", ["RME001 uncovered"]),
        (f"scan-slow.mp4 is scan.mp4 at half its speed; H.264\n{VLC}", []),
        (f"File: scan-slow\nCodec: H.264\nFile: scan\nCodec: H.264\n{VLC}", []),
    ],
)
def test_the_beginning_of_a_name_is_no_other_video(tmp_path: Path, text: str, expected: list[str]) -> None:
    videos = {"scan.mp4": "h264.mp4", "scan-slow.mp4": "h264.mp4"}
    assert judged(tmp_path, videos, {"README.txt": text.encode()}) == expected


@pytest.mark.parametrize(
    ("readme", "expected"),
    [
        (f"probe_left.mp4: H.264, {VLC}", ["RME001 uncovered"]),
        (f"probe_left.mp4: H.264, {VLC}\nturn.mov: DivX, {VLC}", ["RME003 different"]),
        (f"probe_left.mp4: H.264, {VLC}\nturn.mov: H.264, {VLC}", []),
        (f"probe_left.mp4: H.264, {VLC}\nturn.mp4: H.264, {VLC}", []),
    ],
)
def test_a_video_in_another_format_needs_a_readme_as_well(tmp_path: Path, readme: str, expected: list[str]) -> None:
    videos = {"probe_left.mp4": "h264.mp4", "turn.mov": "small-h264.mov"}
    assert judged(tmp_path, videos, {"README.txt": readme.encode()}) == expected


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Codec: H.264 (MPEG-4 Part 10)", "H.264 (MPEG-4 Part 10)"),
        ("Codec: H.264 (MPEG-4 Part 10, High profile)", "H.264"),
        ("Codec: H.264 / MPEG-4 Part 10", "H.264 / MPEG-4 Part 10"),
    ],
)
def test_a_codec_is_quoted_with_both_ends_of_its_bracket(text: str, quoted: str) -> None:
    assert claims_in(text)[0].text == quoted
