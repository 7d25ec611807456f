"""Names of files as words of a command, in shells that take spaces and signs for their own."""

from __future__ import annotations

import shlex
import subprocess
import sys

import pytest

from faimi_check.model.paper import Paper
from faimi_check.model.supplement import Entry, Loose, Supplement
from faimi_check.model.video import Track, Video
from faimi_check.rules.commands import deleting, scrubbing, shell_word, zipping
from faimi_check.rules.supplement.remade import as_mended, packing, placing, remaking, silencing

NAMES = ["clip.mp4", "my clip.mp4", "a'b.mp4", 'a"b.mp4', "$HOME `id`.mp4", "-i.mp4", "a;b&c.mp4", "ünï.mp4", "50%.mp4"]


@pytest.mark.parametrize("name", NAMES)
def test_a_shell_takes_the_word_for_the_name(name: str) -> None:
    (word,) = shlex.split(shell_word(name))
    assert word.removeprefix("./") == name
    assert not word.startswith("-")
    if sys.platform != "win32":
        said = subprocess.run(["sh", "-c", f"printf %s {shell_word(name)}"], capture_output=True, check=True).stdout
        assert said.decode() == word


@pytest.mark.parametrize("name", ["", "a\nrm.mp4", "\u202e4pm.exe", "x" * 300])
def test_what_cannot_be_shown_is_no_word(name: str) -> None:
    assert shell_word(name, "VIDEO") == "VIDEO"


def test_the_new_file_is_never_the_old_one() -> None:
    assert scrubbing(Paper(file="a b/p.pdf", size=1)) == 'faimi-check scrub "a b/p.pdf" -o "a b/p-clean.pdf"'
    assert scrubbing(Paper(file="paper", size=1)) == "faimi-check scrub paper -o paper-clean.pdf"


CLIP = Video(member="c.mp4", container="mp4")
CLEAN = "-map_metadata -1 -map_chapters -1"


def test_videos_are_called_as_they_lie_unpacked() -> None:
    spaced = Video(member="v\\a b.avi", container="avi")
    zipped = Supplement(file="in/s.zip", size=1, videos=(spaced, CLIP))
    assert packing(zipped) == 'faimi-check pack "v/a b.avi" c.mp4 -o s-clean.zip'
    assert zipping(zipped) == "zip -r -X ../s-clean.zip ."
    assert remaking(zipped, "c.mp4") == f"ffmpeg -i c.mp4 -map 0:v:0 {CLEAN} -c copy c-clean.mp4"
    assert placing(zipped, "c.mp4") == "put c-clean.mp4 into the zip as c.mp4"
    loose = Supplement(file="in/c.mp4", size=1, loose=(Loose("c.mp4", "in/c.mp4"),), videos=(CLIP,))
    assert packing(loose) == "faimi-check pack in/c.mp4 -o supplement.zip"


def test_no_pattern_deletes_more_than_what_was_found() -> None:
    supplement = Supplement(file="s.zip", size=1)
    assert (
        deleting(supplement, ["__MACOSX/*", "__MACOSX/*", "a/.DS_Store"]) == 'zip -d s.zip "__MACOSX/*" "a/.DS_Store"'
    )
    for name in ("*.db", "a[1].db", "$x", 'a"b', "\x1b", "ö~"):
        assert deleting(supplement, [name]) == ""
    assert deleting(supplement, map(str, range(50))) == ""


@pytest.mark.parametrize(
    ("codec", "sound", "options", "coded"),
    [
        ("h264", "", "-c copy", "h264"),
        ("vp9", "opus", "-c copy", "vp9"),
        ("h264", "pcm_s16le", "-c:v copy -c:a aac", "h264"),
        ("vp8", "vorbis", "-c:v libx264 -pix_fmt yuv420p -c:a aac", "h264"),
        ("vp8", "aac", "-c:v libx264 -pix_fmt yuv420p -c:a copy", "h264"),
        ("theora", "", "-c:v libx264 -pix_fmt yuv420p", "h264"),
        ("", "", "-c copy", ""),
    ],
)
def test_a_video_is_copied_into_an_mp4_only_where_that_takes_it(
    codec: str, sound: str, options: str, coded: str
) -> None:
    tracks = (Track(kind="audio", codec=sound),) if sound else ()
    zipped = Supplement(
        file="s.zip", size=1, videos=(Video(member="c.mkv", container="matroska", codec=codec, tracks=tracks),)
    )
    kept = "-map 0:v:0 -map 0:a:0" if sound else "-map 0:v:0"
    made = f"ffmpeg -i c.mkv {kept} {CLEAN} {options} c.mp4"
    assert remaking(zipped, "c.mkv") == made
    assert " -map 0:a:0 " not in silencing(zipped, "c.mkv")
    assert (as_mended(zipped, "c.mkv").member, as_mended(zipped, "c.mkv").codec) == ("c.mp4", coded)
    copied = options == "-c copy"
    assert packing(zipped) == ("" if copied else f"{made}\n") + (
        f"faimi-check pack c.{'mkv' if copied else 'mp4'} -o s-clean.zip"
    )


def test_a_converted_video_takes_the_name_of_no_other() -> None:
    names = {"a.mp4": "mp4", "v/a.mov": "mov", "a.webm": "webm", "b.asf": "asf", "c.mp4": "avi", "d": "mp4"}
    videos = tuple(Video(member=name, container=kind, codec="h264") for name, kind in names.items())
    entries = tuple(Entry(name=name, size=1, compressed=1, container=kind) for name, kind in names.items())
    zipped = Supplement(file="s.zip", size=1, videos=videos, entries=entries)
    assert [as_mended(zipped, name).member for name in names] == [
        "a.mp4", "a-clean.mp4", "a-clean-2.mp4", "b.wmv", "c.avi", "d.mp4",
    ]  # fmt: skip
    assert placing(zipped, "v/a.mov") == "put a-clean.mp4 into the zip instead of a.mov"
