"""Names of files as words of a command, in shells that take spaces and signs for their own."""

from __future__ import annotations

import shlex
import subprocess
import sys

import pytest

from faimi_check.model.paper import Paper
from faimi_check.model.supplement import Loose, Supplement
from faimi_check.model.video import Track, Video
from faimi_check.rules.commands import deleting, encoding, moving_to_mp4, packing, scrubbing, shell_word, zipping

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


def test_videos_are_called_as_they_lie_unpacked() -> None:
    spaced = Video(member="v\\a b.avi", container="avi")
    zipped = Supplement(file="in/s.zip", size=1, videos=(spaced, CLIP))
    assert packing(zipped) == 'faimi-check pack "v/a b.avi" c.mp4 -o s-clean.zip'
    assert zipping(zipped) == "zip -r -X ../s-clean.zip ."
    assert encoding(zipped, "c.mp4", "-c copy", "avi") == "ffmpeg -i c.mp4 -c copy c-clean.avi"
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
    ("codec", "sound", "options"),
    [
        ("h264", "", "-c copy"),
        ("vp9", "opus", "-c copy"),
        ("h264", "pcm_s16le", "-c:v copy -c:a aac"),
        ("vp8", "vorbis", "-c:v libx264 -pix_fmt yuv420p -c:a aac"),
        ("theora", "", "-c:v libx264 -pix_fmt yuv420p -c:a aac"),
        ("", "", "-c copy"),
    ],
)
def test_a_video_is_copied_into_an_mp4_only_where_that_takes_it(codec: str, sound: str, options: str) -> None:
    tracks = (Track(kind="audio", codec=sound),) if sound else ()
    zipped = Supplement(
        file="s.zip", size=1, videos=(Video(member="c.mkv", container="matroska", codec=codec, tracks=tracks),)
    )
    assert moving_to_mp4(zipped, "c.mkv") == f"ffmpeg -i c.mkv {options} c-clean.mp4"
