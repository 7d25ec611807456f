"""Videos whose names cannot stay are called the same by every rule that speaks of them."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from faimi_check.engine import Selection, check
from faimi_check.mending.pack import pack_supplement
from faimi_check.model.finding import Finding
from faimi_check.model.submission import Submission
from faimi_check.reading.video.video import read_video
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.reading.zip.members import decode_members
from faimi_check.rules.supplement.new_names import with_new_names
from faimi_check.rules.supplement.remade import as_mended
from faimi_check.venues.loader import load

VIDEOS = Path(__file__).resolve().parents[3] / "fixtures" / "videos"
ALL = frozenset({"SUP006", "SUP008"})


def submission(folder: Path, **videos: str) -> Submission:
    """A zip with these fixtures, by the names that they have in it."""
    path = folder / "clips.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name, fixture in videos.items():
            packed.write(VIDEOS / fixture, name)
    read = read_supplement(path, path.name)
    found = tuple(read_video(path, member) for member in decode_members(read))
    return Submission(id="1", supplements=(replace(read, videos=found),))


def fixes(found: tuple[Finding, ...]) -> dict[str, str]:
    return {finding.rule: finding.fix for finding in found}


@pytest.mark.parametrize(
    ("names", "renamed"),
    [
        (["sweep.mp4", "turn.mp4"], {}),
        (["sweep.mp4", "marta_weber_1.mp4"], {"marta_weber_1.mp4": "video-2.mp4"}),
        (
            ["a/marta_weber.mp4", "b/marta_weber.mp4"],
            {"a/marta_weber.mp4": "video-1.mp4", "b/marta_weber.mp4": "video-2.mp4"},
        ),
        # No number that another has, under any extension.
        (["marta_weber.mp4", "video-1.avi"], {"marta_weber.mp4": "video-101.mp4"}),
        # The folder is to be called otherwise, the video in it is not.
        (["marta_weber/sweep.mp4"], {}),
        # What may be somebody's is told, too.
        (["weber.mp4"], {"weber.mp4": "video-1.mp4"}),
        (["sweep|1.mp4"], {"sweep|1.mp4": "sweep-1.mp4"}),
        (["con.mp4"], {"con.mp4": "video-con.mp4"}),
        (["/tmp/sweep.mp4"], {}),
        (["Sweep.mp4", "sweep.mp4"], {"sweep.mp4": "video-2.mp4"}),
    ],
)  # fmt: skip
def test_what_cannot_stay_gets_a_name(tmp_path: Path, names: list[str], renamed: dict[str, str]) -> None:
    (supplement,) = with_new_names(submission(tmp_path, **dict.fromkeys(names, "small-h264.mp4")), ALL).supplements
    assert dict(supplement.renamed) == renamed


def test_every_rule_calls_it_so(tmp_path: Path) -> None:
    given = submission(tmp_path, **{"marta_weber.avi": "small-h264.mp4", "marta_weber_2.mov": "small-h264.mov"})
    found = fixes(check(given, load("faimi-2025")).findings)
    assert found["SUP008"] == (
        "Rename the files and folders, in the README too: marta_weber.avi to video-1.mp4, what is made of"
        " marta_weber_2.mov to video-2.mp4."
    )
    assert found["SUP003"] == "Rename it to video-1.mp4, in the README too."
    assert "(put video-2.mp4 into the zip instead of marta_weber_2.mov)" in found["SUP002"]
    assert [line for line in found["RME001"].splitlines() if line.endswith((".mp4", ".avi", ".mov"))] == [
        "video-1.mp4",
        "video-2.mp4",
    ]


def test_what_packs_videos_calls_them_so(tmp_path: Path) -> None:
    names = ["sweep.mp4", "marta_weber.avi", "weber.mov"]
    fixtures = ["small-h264.mp4", "small-divx.avi", "small-h264.mov"]
    given = submission(tmp_path, **dict(zip(names, fixtures, strict=True)))
    (supplement,) = with_new_names(given, ALL).supplements
    proposed = [as_mended(supplement, name).member for name in names]
    for name, fixture in zip(names, fixtures, strict=True):
        shutil.copy(VIDEOS / fixture, tmp_path / name)
    packed = pack_supplement([tmp_path / name for name in names], tmp_path / "out.zip")
    assert [video.member for video in packed.videos] == proposed
    assert proposed == ["sweep.mp4", "video-2.avi", "video-3.mp4"]


@pytest.mark.parametrize(
    "selection",
    [Selection(frozenset({"RME001", "SUP001"})), Selection(ignored={"SUP008": "the data set is called so"})],
)
def test_a_name_that_no_rule_tells_stays(tmp_path: Path, selection: Selection) -> None:
    given = submission(tmp_path, **{"marta_weber.mp4": "small-h264.mp4"})
    found = fixes(check(given, load("faimi-2025"), selection).findings)
    assert "\nmarta_weber.mp4\n" in found["RME001"]
