"""Videos of one name in several folders, of which a README names each by its path."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.supplement.readme.test_readme_zips import VLC, judged

from faimi_check.rules.supplement.readme.scope.mentions import named_in

VIDEOS = ("clips/left/near/scan.mp4", "clips/left/far/scan.mp4", "clips/right/scan.mp4", "clips/right/b/scan.avi")


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("clips/left/near/scan.mp4  H.264", {0}),
        ("left/far/scan.mp4: H.264", {1}),
        ("right/scan.mp4 | DivX", {2}),
        ("clips\\right\\scan.mp4 | DivX", {2}),
        ("scan.mp4 in the folder near", {0}),
        ("left/near/scan.mp4 and right/scan.mp4", {0, 2}),
        ("left/scan.mp4", {0, 1}),
        ("scan.mp4 is H.264", {0, 1, 2}),
        ("scan.avi is DivX", {3}),
    ],
)
def test_a_path_means_one_of_them(line: str, named: set[int]) -> None:
    assert named_in(line, VIDEOS).videos == {VIDEOS[number] for number in named}


def test_a_folder_that_may_be_a_word_is_none_without_its_stroke() -> None:
    videos = ("a/scan.mp4", "b/scan.mp4")
    assert named_in("scan.mp4 shows a phantom", videos).videos == set(videos)
    assert named_in("a/scan.mp4 shows a phantom", videos).videos == {"a/scan.mp4"}


def test_a_folder_within_the_others() -> None:
    videos = ("clips/scan.mp4", "clips/old/scan.mp4")
    assert named_in("clips/scan.mp4: H.264", videos).videos == {"clips/scan.mp4"}
    assert named_in("clips/old/scan.mp4: H.264", videos).videos == {"clips/old/scan.mp4"}
    assert named_in("scan.mp4: H.264", videos).videos == set(videos)


TABLE = f"""Contents

  clips/first/near/scan.mp4   {{}}
  clips/first/far/scan.mp4    {{}}
  clips/second/scan.avi       {{}}
  clips/third/scan.avi        {{}}

Decoders of all these are in {VLC}
"""
FILES = {
    "clips/first/near/scan.mp4": "h264.mp4",
    "clips/first/far/scan.mp4": "h264.mp4",
    "clips/second/scan.avi": "divx.avi",
    "clips/third/scan.avi": "divx.avi",
}


@pytest.mark.parametrize(
    ("codecs", "expected"),
    [
        (("H.264", "H.264", "DivX", "DivX (MPEG-4 Part 2)"), []),
        (("H.264", "DivX", "DivX", "DivX"), ["RME003 different"]),
        (("H.264", "H.264", "DivX", "H.264"), ["RME003 different"]),
    ],
)
def test_a_table_of_paths(tmp_path: Path, codecs: tuple[str, ...], expected: list[str]) -> None:
    assert judged(tmp_path, FILES, {"README.txt": TABLE.format(*codecs).encode()}) == expected
