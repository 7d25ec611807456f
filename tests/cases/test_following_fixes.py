"""Fixes are followed one by one, as they are printed: what is left in the end is a zip that passes."""

from __future__ import annotations

import fnmatch
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.cases.test_printed_commands import FIXTURES, commands

from faimi_check.engine import check
from faimi_check.mending.pack import pack_supplement
from faimi_check.model.finding import Finding
from faimi_check.model.report import SubmissionReport
from faimi_check.model.submission import Submission
from faimi_check.reading.video.video import read_video
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.reading.zip.members import decode_members
from faimi_check.report.wording.digest import heaviest_first, with_one_fix
from faimi_check.venues.loader import load

VIDEOS = FIXTURES / "videos"
_RENAMED = re.compile(r"(?<!made of )(?<![\w.])(\S+) to (\S+\.\w+)(?=[,.]? |[,.]?$)")
_PLACED = re.compile(r"put (\S+) into the zip (as|instead of) ([^\s)]+)")
README = "sweep.mp4\n  Codec: H.264\n  Download: https://www.videolan.org/vlc/\n"
JUNK = {"__MACOSX/._sweep.mp4": "x", ".DS_Store": "x", "notes.docx": "draft"}
PRORES = "a movie that no MP4 takes"
# Fixtures by the names that they have in the zip, and texts.
MIXES = {
    "container": ({"sweep.mp4": "h264.mp4", "extra.mov": "small-h264.mov"}, {}),
    "container alone": ({"one.mov": "small-h264.mov"}, {}),
    "two containers of one name": ({"one.mov": "small-h264.mov", "one.webm": "vp9-renamed.mp4"}, {}),
    "the new name is taken": ({"extra.mp4": "h264.mp4", "extra.mov": "small-h264.mov"}, {}),
    "container and README": ({"sweep.mp4": "h264.mp4", "extra.mov": "small-h264.mov"}, {"README.txt": README}),
    "container and tags": ({"sweep.mp4": "tagged.mp4", "extra.mov": "small-h264.mov"}, {}),
    "tags": ({"sweep.mp4": "tagged.mp4", "turn.avi": "tagged.avi"}, {}),
    "tags and sound": ({"sweep.mp4": "tagged.mp4", "beeps.mp4": "sound.mp4"}, {"README.txt": README}),
    "sound in AVI": ({"beeps.avi": "sound.avi", "sweep.mp4": "h264.mp4"}, {}),
    "a subtitle": ({"sweep.mp4": "subtitle.mp4"}, {"README.txt": README}),
    "other bytes": ({"sweep.mp4": "vp9-renamed.mp4"}, {}),
    "empty README": ({"sweep.mp4": "h264.mp4", "extra.mov": "small-h264.mov"}, {"README.txt": " "}),
    "README of another codec": ({"sweep.mp4": "hevc.mp4", "extra.mov": "small-h264.mov"}, {"README.txt": README}),
    "junk": ({"sweep.mp4": "h264.mp4"}, JUNK),
    "all": ({"sweep.mp4": "tagged.mp4", "extra.mov": "small-h264.mov", "beeps.avi": "sound.avi"}, JUNK),
    "to be encoded": ({"sweep.mp4": "tagged.mp4", "raw.mov": PRORES}, {}),
    "two to be encoded": ({"one.mov": PRORES, "two.mov": PRORES, "extra.mov": "small-h264.mov"}, {}),
    "a telling name": ({"marta_weber_sweep.mp4": "h264.mp4"}, {}),
    "telling names": ({"marta_weber_1.mp4": "tagged.mp4", "supp/marta_weber_2.mov": "small-h264.mov"}, {}),
    "a telling name of another kind": ({"marta_weber.avi": "small-h264.mp4", "sweep.mp4": "h264.mp4"}, {}),
    "a telling name beside a video to be encoded": ({"marta_weber.mp4": "h264.mp4", "raw.mov": PRORES}, {}),
    "a telling name that the README uses": (
        {"marta_weber_sweep.mp4": "h264.mp4", "turn.mp4": "tagged.mp4"},
        {"README.txt": README.replace("sweep", "marta_weber_sweep")},
    ),
    "a name that may tell": ({"sweep.mp4": "h264.mp4", "weber.mp4": "tagged.mp4"}, {}),
    "no extension": ({"sweep": "h264.mp4"}, {}),
    "in folders": ({"a/sweep.mp4": "tagged.mp4", "b/extra.mov": "small-h264.mov"}, {}),
}  # fmt: skip
if sys.platform != "win32":
    MIXES["a name that not every system takes"] = ({"sweep:1.mp4": "h264.mp4", "turn.mp4": "tagged.mp4"}, {})


class Author:
    """Who unpacked the zip into `work` and keeps in `upload` what is to be handed in."""

    def __init__(self, folder: Path) -> None:
        self.work, self.upload, self.zip = folder / "work", folder / "upload", folder / "supplement.zip"
        self.followed: set[str] = set()

    def has(self, videos: dict[str, str], texts: dict[str, str]) -> None:
        for name, fixture in videos.items():
            (self.upload / name).parent.mkdir(parents=True, exist_ok=True)
            if fixture == PRORES:
                encoded = ("-i", VIDEOS / "sound.mp4", "-c:v", "prores", "-c:a", "pcm_s16le", self.upload / name)
                subprocess.run(["ffmpeg", "-v", "error", *map(str, encoded)], check=True)
                continue
            shutil.copy(VIDEOS / fixture, self.upload / name)
        for name, text in texts.items():
            (self.upload / name).parent.mkdir(parents=True, exist_ok=True)
            (self.upload / name).write_text(text)
        shutil.copytree(self.upload, self.work)

    def judged(self) -> SubmissionReport:
        with zipfile.ZipFile(self.zip, "w") as archive:
            for file in sorted(self.upload.rglob("*")):
                if file.is_file():
                    archive.write(file, file.relative_to(self.upload))
        read = read_supplement(self.zip, self.zip.name)
        videos = tuple(read_video(self.zip, member) for member in decode_members(read))
        return check(Submission(id="1", supplements=(replace(read, videos=videos),)), load("faimi-2025"))

    def follow(self, finding: Finding, alone: bool) -> None:
        lines = list(commands(finding))
        if "or ffmpeg for this one alone" in finding.fix:
            lines = lines[1:] if alone else lines[:1]
        for line in lines:
            if line not in self.followed:
                self.followed.add(line)
                self.run(line, finding)
        if finding.rule in ("SUP003", "SUP006", "SUP008"):
            self.rename(finding)
        if "\nREADME\n" in finding.fix:
            self.write_readme(finding)
        elif finding.fix.startswith("Take it out"):
            (self.upload / str(finding.where.member)).unlink(missing_ok=True)

    def rename(self, finding: Finding) -> None:
        """Calls what is still called by its old name as the fix says, in the README too."""
        said = finding.fix.replace("Rename it to", f"Rename {Path(str(finding.where.member)).name} to")
        for old, new in _RENAMED.findall(said):
            for file in [file for file in self.upload.rglob("*") if file.name == old]:
                file.rename(file.with_name(new))
            for readme in self.upload.rglob("README.txt"):
                readme.write_text(re.sub(rf"{re.escape(old)}(?![\w.])", new, readme.read_text()))

    def write_readme(self, finding: Finding) -> None:
        (self.upload / "README.txt").write_text("README\n" + finding.fix.partition("\nREADME\n")[2])

    def run(self, line: str, finding: Finding) -> None:
        program, *words = shlex.split(line)
        if program == "zip":
            for name in [str(file.relative_to(self.upload)) for file in self.upload.rglob("*") if file.is_file()]:
                if any(fnmatch.fnmatch(name, pattern) for pattern in words[2:]):
                    (self.upload / name).unlink()
        elif program == "ffmpeg":
            subprocess.run([program, "-y", "-v", "error", *words], check=True, cwd=self.work)
            self.place(finding, words[-1])
        else:
            assert (words[0], words[-2]) == ("pack", "-o")
            pack_supplement([self.work / video for video in words[1:-2]], self.work / words[-1])
            shutil.rmtree(self.upload)
            shutil.unpack_archive(self.work / words[-1], self.upload)

    def place(self, finding: Finding, made: str) -> None:
        """Puts a file where the fix says, in the folder of the old one if that is there."""
        placed = _PLACED.search(finding.fix)
        if placed is None:
            return
        assert Path(made).name == placed[1]
        old = next((file for file in self.upload.rglob(placed[3]) if file.is_file()), self.upload / placed[3])
        if placed[2] == "instead of":
            old.unlink(missing_ok=True)
            old = old.with_name(placed[1])
        shutil.copy(self.work / made, old)


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path)


def in_printed_order(report: SubmissionReport) -> list[Finding]:
    return [one for same in heaviest_first(report.findings) for together in with_one_fix(same) for one in together]


def left(report: SubmissionReport) -> list[str]:
    told = [f"{finding.rule} {finding.message}" for finding in report.findings if finding.severity.value != "note"]
    return told + [f"{result.rule} {result.reason}" for result in report.rules if result.outcome.value == "undecided"]


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="needs ffmpeg")
@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("mix", MIXES)
def test_the_fixes_one_by_one_end_in_a_zip_that_passes(author: Author, mix: str, alone: bool) -> None:
    author.has(*MIXES[mix])
    report = author.judged()
    assert mix == "sound in AVI" or left(report)
    for finding in in_printed_order(report):
        author.follow(finding, alone)
    assert left(author.judged()) == []
