"""Packing: the same pictures in clean containers, a README that is right, a zip that passes its own check."""

from __future__ import annotations

import hashlib
import shutil
import signal
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import av
import pytest
from msgspec.structs import replace

from faimi_check.engine import check
from faimi_check.mending.pack import PackError, pack_supplement
from faimi_check.mending.remux import pictures
from faimi_check.mending.right_readme import ReadmeError, right_readme
from faimi_check.model.finding import Severity
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.reading.sniff import sniff
from faimi_check.reading.video.video import read_video, read_video_file
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.reading.zip.members import decode_members
from faimi_check.venues.loader import load

VIDEOS = Path(__file__).resolve().parents[2] / "fixtures" / "videos"
ZIPS = VIDEOS.parent / "zips"
UNPLAYABLE = {"audio-only.mp4", "empty.mp4", "truncated.mp4", "corrupt-frames.mp4"}
# What these videos show or have broken, no copying mends.
BEYOND = {
    "slides.avi": {("VID005", "text")},
    "still.avi": {("VID005", "still")},
    "corrupt-frames.avi": {("VID001", "broken-frames")},
}


def found_in(path: Path) -> set[tuple[str, str]]:
    """What the call's rules find in a zip that is more than a note."""
    supplement = read_supplement(path, path.name)
    videos = tuple(read_video(path, member) for member in decode_members(supplement))
    submission = Submission(id="zip", supplements=(replace(supplement, videos=videos),))
    report = check(submission, load("faimi-2025"))
    return {(each.rule, each.code) for each in report.findings if each.severity is not Severity.NOTE}


def playable() -> list[str]:
    return sorted(path.name for path in VIDEOS.iterdir() if path.name not in UNPLAYABLE)


@pytest.mark.parametrize("name", playable())
def test_each_video_is_packed_clean_with_the_same_pictures(name: str, tmp_path: Path) -> None:
    source = VIDEOS / name
    before = hashlib.sha256(source.read_bytes()).digest()
    result = pack_supplement([source], tmp_path / "supplement.zip")
    assert hashlib.sha256(source.read_bytes()).digest() == before
    assert found_in(result.out) == BEYOND.get(name, set())
    (packed,) = result.videos
    with zipfile.ZipFile(result.out) as archive:
        assert archive.namelist() == ["README.txt", packed.member]
        assert archive.read("README.txt").decode() == result.readme
        copy = Path(archive.extract(packed.member, tmp_path))
    old = list(pictures(source, sniff(source.read_bytes()).container))
    assert list(pictures(copy, sniff(copy.read_bytes()).container)) == old
    assert len(old) > 3


@pytest.mark.parametrize("name", sorted(UNPLAYABLE))
def test_what_does_not_play_is_not_packed(name: str, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=name):
        pack_supplement([VIDEOS / "divx.avi", VIDEOS / name], tmp_path / "supplement.zip")
    assert list(tmp_path.iterdir()) == []


def test_tags_tracks_and_names_stay_behind(tmp_path: Path) -> None:
    named = tmp_path / "Lyngby_et_al demo.mp4"
    named.write_bytes((VIDEOS / "tagged.mp4").read_bytes())
    result = pack_supplement([named, VIDEOS / "subtitle.mp4"], tmp_path / "supplement.zip")
    assert [video.member for video in result.videos] == ["video-1.mp4", "subtitle.mp4"]
    assert "artist: Ingrid Lyngby" in result.videos[0].removed
    assert any("subtitle track" in removed for removed in result.videos[1].removed)
    with zipfile.ZipFile(result.out) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Lyngby" not in everything
    assert b"Nordhavn" not in everything


def test_the_same_videos_give_the_same_bytes(tmp_path: Path) -> None:
    videos = [VIDEOS / "divx.avi", VIDEOS / "h264.mp4", VIDEOS / "wmv2.wmv"]
    one = pack_supplement(videos, tmp_path / "one.zip").out.read_bytes()
    two = pack_supplement(videos, tmp_path / "two.zip").out.read_bytes()
    assert one == two


def test_the_zip_is_plain(tmp_path: Path) -> None:
    out = pack_supplement([VIDEOS / "tagged.avi"], tmp_path / "supplement.zip").out
    supplement = read_supplement(out, out.name)
    assert supplement.faults == ()
    assert supplement.names == ()
    assert supplement.problems == ()
    with zipfile.ZipFile(out) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_names_are_kept_apart(tmp_path: Path) -> None:
    for folder, name in (("a", "Clip 1.avi"), ("b", "clip 1.avi"), ("c", "readme.avi")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes((VIDEOS / "small-divx.avi").read_bytes())
    videos = [next((tmp_path / folder).iterdir()) for folder in "abc"]
    result = pack_supplement(videos, tmp_path / "supplement.zip")
    assert [video.member for video in result.videos] == ["Clip 1.avi", "video-2.avi", "readme.avi"]
    assert len(result.warnings) == 1
    assert found_in(result.out) == set()


def test_nothing_is_overwritten_unless_asked(tmp_path: Path) -> None:
    out = tmp_path / "supplement.zip"
    out.write_bytes(b"mine")
    with pytest.raises(PackError, match="--force"):
        pack_supplement([VIDEOS / "divx.avi"], out)
    assert out.read_bytes() == b"mine"
    pack_supplement([VIDEOS / "divx.avi"], out, force=True)
    assert zipfile.is_zipfile(out)
    copy = tmp_path / "copy.avi"
    copy.write_bytes((VIDEOS / "divx.avi").read_bytes())
    with pytest.raises(PackError, match="one of the videos"):
        pack_supplement([copy], copy, force=True)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_packing_that_is_killed_leaves_the_old_zip_and_its_drafts_go_with_the_next(tmp_path: Path) -> None:
    out = tmp_path / "supplement.zip"
    out.write_bytes(b"mine")
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom faimi_check.mending import pack\n"
        "pack.write_zip = lambda *_: os.kill(os.getpid(), 9)\n"
        "pack.pack_supplement([Path(sys.argv[1])], Path(sys.argv[2]), force=True)\n"
    )
    killed = subprocess.run([sys.executable, "-c", code, VIDEOS / "small-divx.avi", out], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert out.read_bytes() == b"mine"
    (left,) = (path for path in tmp_path.iterdir() if path != out)
    assert left.name.startswith(".")
    assert stat.S_IMODE(left.stat().st_mode) == 0o700
    pack_supplement([VIDEOS / "small-divx.avi"], out, force=True)
    assert list(tmp_path.iterdir()) == [out]
    assert zipfile.is_zipfile(out)


@pytest.mark.parametrize(
    ("videos", "out"), [([], "supplement.zip"), ([VIDEOS / "divx.avi"], "absent/supplement.zip"), ([VIDEOS], "s.zip")]
)
def test_what_cannot_be_done_is_said(videos: list[Path], out: str, tmp_path: Path) -> None:
    with pytest.raises(PackError):
        pack_supplement(videos, tmp_path / out)


def moved_into(container: str, name: str, tmp_path: Path) -> Path:
    """The fixture's pictures in another container."""
    out = tmp_path / f"clip.{container}"
    with av.open(str(VIDEOS / name)) as source, av.open(str(out), "w") as target:
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(source.streams.video[0]):
            if packet.size:
                packet.stream = stream
                target.mux(packet)
    return out


@pytest.mark.parametrize(
    ("container", "name", "member", "codec", "fourcc"),
    [
        ("mkv", "h264.mp4", "clip.mp4", "h264", "avc1"),
        ("mov", "h264.mp4", "clip.mp4", "h264", "avc1"),
        # As Apple's players want it, whatever the container said.
        ("mkv", "hevc.mp4", "clip.mp4", "hevc", "hvc1"),
        ("mov", "hevc.mp4", "clip.mp4", "hevc", "hvc1"),
        ("mov", "mjpeg.avi", "clip.avi", "mjpeg", "MJPG"),
    ],
)
def test_a_video_is_moved_into_an_allowed_container(
    container: str, name: str, member: str, codec: str, fourcc: str, tmp_path: Path
) -> None:
    result = pack_supplement([moved_into(container, name, tmp_path)], tmp_path / "supplement.zip")
    assert [each.member for each in result.videos] == [member]
    video = read_video(result.out, member)
    assert (video.codec, video.fourcc, video.fault) == (codec, fourcc, None)
    assert video.frames_decoded == read_video_file(VIDEOS / name).frames_decoded


def test_an_unusual_codec_is_warned_of(tmp_path: Path) -> None:
    result = pack_supplement([VIDEOS / "div3.avi"], tmp_path / "supplement.zip")
    assert any("few players" in warning for warning in result.warnings)


@pytest.mark.parametrize(
    ("given", "packed"),
    [
        ("Video_S1.avi", "Video_S1.avi"),
        ("Case 3 (left) & 4.AVI", "Case 3 (left) & 4.AVI"),
        ("Überblick é.avi", "Überblick é.avi"),
        ("видео 2.avi", "видео 2.avi"),
        ("第1个视频.avi", "第1个视频.avi"),
        ("what: is * this?.avi", "what- is - this.avi"),
        ("left\u202eiva.avi", "left-iva.avi"),
        ("..avi", "video-1.avi"),
        ("con.avi", "video-con.avi"),
        ("marta_weber_demo.avi", "video-1.avi"),
        ("weber_lab.avi", "video-1.avi"),
    ],
)
def test_names_stay_unless_they_are_unsafe_or_tell(tmp_path: Path, given: str, packed: str) -> None:
    video = tmp_path / given
    video.write_bytes((VIDEOS / "divx.avi").read_bytes())
    result = pack_supplement([video], tmp_path / "supplement.zip")
    assert [each.member for each in result.videos] == [packed]
    assert any("may tell who made it" in warning for warning in result.warnings) == ("weber" in given)
    assert (result.warnings == ()) == (given == packed)
    assert found_in(result.out) == set()


def test_names_of_given_authors_do_not_stay(tmp_path: Path) -> None:
    video = tmp_path / "lyngby_final.avi"
    video.write_bytes((VIDEOS / "divx.avi").read_bytes())
    assert pack_supplement([video], tmp_path / "one.zip").videos[0].member == "lyngby_final.avi"
    authors = (KnownAuthor(name="Ingrid Lyngby"),)
    assert pack_supplement([video], tmp_path / "two.zip", authors=authors).videos[0].member == "video-1.avi"


def test_a_bad_video_stops_the_others_unless_told_otherwise(tmp_path: Path) -> None:
    videos = [VIDEOS / "divx.avi", VIDEOS / "truncated.mp4"]
    out = tmp_path / "supplement.zip"
    with pytest.raises(PackError, match="truncated"):
        pack_supplement(videos, out)
    assert not out.exists()
    result = pack_supplement(videos, out, skip_bad=True)
    assert [each.member for each in result.videos] == ["divx.avi"]
    assert result.warnings[0].startswith("truncated.mp4 cannot be packed")
    with pytest.raises(PackError, match="truncated"):
        pack_supplement(videos[1:], tmp_path / "other.zip", skip_bad=True)


def test_the_output_is_a_zip_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"end in \.zip"):
        pack_supplement([VIDEOS / "divx.avi"], tmp_path / "supplement.rar")


def test_a_converted_video_leaves_the_others_their_names(tmp_path: Path) -> None:
    for name, fixture in (("one.mov", "small-h264.mov"), ("one.mp4", "h264.mp4"), ("two.mov", "small-h264.mov")):
        shutil.copy(VIDEOS / fixture, tmp_path / name)
    result = pack_supplement([tmp_path / name for name in ("one.mov", "one.mp4", "two.mov")], tmp_path / "s.zip")
    assert [each.member for each in result.videos] == ["one-clean.mp4", "one.mp4", "two.mp4"]


def test_the_readme_calls_a_video_as_pack_does(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "s.zip", "w") as archive:
        for name, fixture in (("one.mov", "small-h264.mov"), ("one.mp4", "h264.mp4"), ("sweep.mp4", "hevc.mp4")):
            archive.write(VIDEOS / fixture, name)
    shutil.unpack_archive(tmp_path / "s.zip", tmp_path)
    videos = [tmp_path / name for name in ("one.mov", "one.mp4", "sweep.mp4")]
    packed = pack_supplement(videos, tmp_path / "packed.zip").readme
    written = right_readme(tmp_path / "s.zip").text
    assert [line for line in written.splitlines() if line.endswith(".mp4")] == ["one-clean.mp4", "one.mp4", "sweep.mp4"]
    assert written == packed.replace(", FourCC avc1", "", 1)


def test_the_readme_for_a_zip_as_it_is() -> None:
    text = right_readme(ZIPS / "good-two-videos.zip").text
    assert "reading-list.avi\n  Codec: DivX (MPEG-4 Part 2), FourCC DIVX\n  Download: https://www.divx.com/\n" in text
    assert "queue.mp4\n  Codec: H.264" in text
    with pytest.raises(ReadmeError, match=r"cannot be told|holds no video"):
        right_readme(ZIPS / "empty-video.zip")


def test_a_video_that_does_not_play_leaves_a_place_in_the_readme(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "s.zip", "w") as archive:
        archive.write(VIDEOS / "h264.mp4", "queue.mp4")
        archive.writestr("torn.mp4", (VIDEOS / "h264.mp4").read_bytes()[:200])
    text, left = right_readme(tmp_path / "s.zip")
    assert "queue.mp4\n  Codec: H.264" in text
    assert "torn.mp4\n  Codec: <exact codec" in text
    assert len(left) == 1
    assert left[0].startswith("The codec of torn.mp4 cannot be told: ")
