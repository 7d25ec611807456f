"""Videos as decoded: what they are, whether they play to their end, what they tell."""

from __future__ import annotations

import itertools
import random
import zipfile
from pathlib import Path

import pytest

from faimi_check.model.video import Video, VideoFault
from faimi_check.reading.limits import ArchiveLimits, VideoLimits
from faimi_check.reading.video.video import read_video

VIDEOS = Path(__file__).resolve().parents[3] / "fixtures" / "videos"


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    return Reader(tmp_path / "supplement.zip")


class Reader:
    """Zips bytes or a fixture under its own name and reads it as a video."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, content: str | bytes, name: str = "", limits: VideoLimits | None = None) -> Video:
        data = content if isinstance(content, bytes) else (VIDEOS / content).read_bytes()
        name = name or (content if isinstance(content, str) else "video.mp4")
        with zipfile.ZipFile(self.path, "w") as file:
            file.writestr(name, data)
        return read_video(self.path, name, limits)


@pytest.mark.parametrize(
    ("name", "container", "codec", "fourcc", "frames"),
    [
        ("divx.avi", "avi", "mpeg4", "DIVX", 24),
        ("dx50.avi", "avi", "mpeg4", "DX50", 24),
        ("xvid.avi", "avi", "mpeg4", "XVID", 24),
        ("fmp4.avi", "avi", "mpeg4", "FMP4", 24),
        ("div3.avi", "avi", "msmpeg4v3", "DIV3", 24),
        ("mjpeg.avi", "avi", "mjpeg", "MJPG", 12),
        ("h264.avi", "avi", "h264", "H264", 24),
        ("h264.mp4", "mp4", "h264", "avc1", 24),
        ("mpeg4.mp4", "mp4", "mpeg4", "mp4v", 24),
        ("hevc.mp4", "mp4", "hevc", "hvc1", 24),
        ("wmv2.wmv", "asf", "wmv2", "WMV2", 24),
        ("msmpeg4.wmv", "asf", "msmpeg4v3", "MP43", 24),
        ("vp9-renamed.mp4", "webm", "vp9", "", 24),
    ],
)
def test_every_frame_is_decoded(read: Reader, name: str, container: str, codec: str, fourcc: str, frames: int) -> None:
    video = read(name)
    assert (video.container, video.codec, video.fourcc) == (container, codec, fourcc)
    assert (video.frames_decoded, video.broken_frames, video.complete) == (frames, 0, True)
    assert (video.fault, video.error, video.sampled) == (None, "", False)
    assert (video.width, video.height) == (160, 120)
    assert video.duration_s == pytest.approx(frames / 12, abs=0.1)


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("truncated.mp4", VideoFault.TRUNCATED),
        ("audio-only.mp4", VideoFault.NO_PICTURE),
        ("empty.mp4", VideoFault.EMPTY),
        ("corrupt-frames.avi", VideoFault.DAMAGED),
        ("corrupt-frames.mp4", VideoFault.DAMAGED),
    ],
)
def test_what_does_not_play_says_why(read: Reader, name: str, fault: VideoFault) -> None:
    video = read(name)
    assert video.fault is fault
    assert video.error
    assert not video.complete


@pytest.mark.parametrize("name", ["divx.avi", "wmv2.wmv", "h264.mp4", "mpeg4.mp4", "vp9-renamed.mp4", "sound.avi"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_video_cut_short_never_plays_to_its_end(read: Reader, name: str, share: float) -> None:
    whole = (VIDEOS / name).read_bytes()
    video = read(whole[: int(share * len(whole))], name)
    if video.container == "webm" and video.error == "":
        assert video.frames_decoded < 24
    else:
        assert video.fault in (VideoFault.TRUNCATED, VideoFault.DAMAGED), video


@pytest.mark.parametrize(
    "content",
    [
        b"Codec: H.264\n",
        b"#EXTM3U\nhttp://video.example/a.ts\n",
        b"<smil><body><video src='http://video.example/a.mp4'/></body></smil>",
        b"ffconcat version 1.0\nfile 'other.mp4'\n",
        b"%PDF-1.5\n",
        b"MZ\x90\x00" + bytes(300),
        bytes(5000),
    ],
)
def test_what_is_no_video_never_reaches_the_player_library(read: Reader, content: bytes) -> None:
    video = read(content, "video.mp4")
    assert video.fault is VideoFault.NOT_VIDEO
    assert video.demuxer == ""


def test_references_to_other_files_are_listed_and_not_followed(read: Reader) -> None:
    whole = (VIDEOS / "h264.mp4").read_bytes()
    inside = b"\x00\x00\x00\x0curl \x00\x00\x00\x01"
    assert whole.count(inside) == 1
    video = read(whole.replace(inside, b"\x00\x00\x00\x0curl \x00\x00\x00\x00"), "video.mp4")
    assert video.external == ("another file",)


def tags(video: Video) -> dict[str, str]:
    return {tag.key: tag.value for tag in video.tags if tag.place == "file"}


def test_tags_of_each_container(read: Reader) -> None:
    assert tags(read("tagged.avi"))["artist"] == "Mateo Quiroga Belmonte"
    assert tags(read("tagged.mp4"))["location"] == "+57.0488+009.9217/"
    assert tags(read("tagged.wmv"))["copyright"] == "2025 University of Nordhavn"
    assert tags(read("tagged-keys.mp4"))["com.apple.quicktime.model"] == "Camera of M. Quiroga"
    assert tags(read("divx.avi")) == {}


def test_tracks_and_what_subtitles_say(read: Reader) -> None:
    video = read("subtitle.mp4")
    assert [(track.kind, track.codec) for track in video.tracks] == [("video", "h264"), ("subtitle", "mov_text")]
    assert [tag.value for tag in video.tags if tag.key == "subtitles"] == ["Narrated by Ingrid Lyngby, Nordhavn"]
    assert video.frames_decoded == 24
    assert [track.kind for track in read("sound.mp4").tracks] == ["video", "audio"]


def test_text_outside_all_tags_is_found(read: Reader) -> None:
    whole = (VIDEOS / "h264.mp4").read_bytes()
    note = b"exported by ilyngby@uni-nordhavn.example"
    video = read(whole + (8 + len(note)).to_bytes(4, "big") + b"free" + note, "video.mp4")
    assert video.fault is None
    assert video.texts == (note.decode(),)


def test_xmp_is_read_as_tags(read: Reader) -> None:
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmp:CreatorTool="Editor 3">'
        b"<dc:creator><rdf:Seq><rdf:li>Ingrid Lyngby</rdf:li></rdf:Seq></dc:creator>"
        b"</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    box = bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + packet
    whole = (VIDEOS / "h264.mp4").read_bytes()
    video = read(whole + (8 + len(box)).to_bytes(4, "big") + b"uuid" + box, "video.mp4")
    found = {(tag.place, tag.key, tag.value) for tag in video.tags}
    assert ("XMP", "dc:creator", "Ingrid Lyngby") in found
    assert ("XMP", "xmp:CreatorTool", "Editor 3") in found


def with_xmp(length: int) -> bytes:
    """A video whose XMP names somebody behind so many bytes of something else."""
    packet = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>%s<dc:creator>Ilse Vega</dc:creator></rdf:RDF></x:xmpmeta>'
    box = bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + packet % (b"<a:b>1</a:b>" * (length // 12))
    return (VIDEOS / "h264.mp4").read_bytes() + (8 + len(box)).to_bytes(4, "big") + b"uuid" + box


def test_tags_that_are_not_read_are_said_to_be(read: Reader) -> None:
    assert read("tagged.avi").gaps == ()
    tagged = read("tagged.avi", limits=VideoLimits(max_tags=1))
    assert (len(tagged.tags), tagged.gaps) == (1, ("it has more than 1 tags, of which the first were read",))
    assert read(with_xmp(12_000), "a.mp4").gaps == ()
    assert "Ilse Vega" in [tag.value for tag in read(with_xmp(12_000), "a.mp4").tags]
    assert read(with_xmp(240_000), "a.mp4").gaps == ("its XMP is so long that only the beginning was read",)


def test_a_long_value_is_read_to_its_end(read: Reader) -> None:
    whole = read("tagged.avi")
    pieces = read("tagged.avi", limits=VideoLimits(max_value=6))
    said = "".join(tag.value for tag in pieces.tags if tag.key == "artist")
    assert said == next(tag.value for tag in whole.tags if tag.key == "artist")


def test_a_video_is_unpacked_within_the_bounds_that_its_zip_was_read_by(tmp_path: Path) -> None:
    path = tmp_path / "supplement.zip"
    with zipfile.ZipFile(path, "w") as file:
        for number in range(3):
            file.writestr(f"{number}.txt", "")
        file.writestr("a.mp4", (VIDEOS / "h264.mp4").read_bytes())
    assert read_video(path, "a.mp4").complete
    few = read_video(path, "a.mp4", archive=ArchiveLimits(max_entries=2))
    assert (few.fault, few.complete) == (VideoFault.LIMIT, False)
    assert "entries" in few.error


def test_stillness_and_print(read: Reader) -> None:
    still, slides, film = read("still.avi"), read("slides.avi"), read("divx.avi")
    assert still.still_share == 1.0
    assert slides.still_share == 1.0
    assert slides.text_density == 1.0
    assert film.still_share == 0.0
    assert film.text_density == 0.0
    assert read("h264.mp4").text_density == 0.0


def test_a_long_video_is_sampled_and_says_so(read: Reader) -> None:
    video = read("h264.mp4", limits=VideoLimits(seconds=0.0, slowest=100_000))
    assert video.sampled
    assert not video.complete
    assert video.fault is None
    assert video.frames_decoded > 4


@pytest.mark.parametrize(
    "name", ["h264.mp4", "h264.avi", "divx.avi", "wmv2.wmv", "hevc.mp4", "mjpeg.avi", "mpeg4.mp4", "small-h264.mov"]
)
@pytest.mark.parametrize("seconds", [0.0, 0.001, 0.004, 0.02])
def test_no_frame_of_a_sampled_video_counts_twice(name: str, seconds: float, read: Reader) -> None:
    video = read(name, limits=VideoLimits(seconds=seconds, slowest=100_000))
    assert 0 < video.frames_decoded <= read(name).frames_decoded
    assert (video.fault, video.error) == (None, "")


def test_what_is_sampled_follows_from_the_video_and_not_from_a_clock(
    read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same frames on a machine that takes a second of the processor for each look at the clock."""
    limits = VideoLimits(seconds=0.004, slowest=100_000)
    quick = read("h264.mp4", limits=limits)
    ticks = itertools.count()
    monkeypatch.setattr("faimi_check.reading.video.decode.time.process_time", lambda: float(next(ticks)))
    slow = read("h264.mp4", limits=limits)
    assert quick.sampled
    assert slow == quick


def test_a_video_that_costs_more_than_was_reckoned_is_sampled_too(
    read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = itertools.count()
    monkeypatch.setattr("faimi_check.reading.video.decode.time.process_time", lambda: float(next(ticks)))
    assert read("h264.mp4").sampled


def test_limits(read: Reader) -> None:
    assert read("h264.mp4", limits=VideoLimits(max_pixels=100)).fault is VideoFault.LIMIT
    assert read("h264.mp4", limits=VideoLimits(max_bytes=100)).fault is VideoFault.UNREADABLE
    assert read("h264.mp4", limits=VideoLimits(in_memory=10)).complete


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert read_video(tmp_path / "absent.zip", "a.avi").fault is VideoFault.UNREADABLE
    assert read_video(tmp_path, "a.avi").fault is VideoFault.UNREADABLE


@pytest.mark.parametrize("name", ["divx.avi", "h264.mp4", "wmv2.wmv", "tagged-keys.mp4"])
def test_no_mutation_gets_out_as_an_exception(read: Reader, name: str) -> None:
    chance = random.Random(name)
    whole = (VIDEOS / name).read_bytes()
    for _ in range(25):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(min(3000, len(data)))] = chance.randrange(256)
        video = read(bytes(data), name)
        assert video.member == name
        assert video.error or video.complete or video.sampled
