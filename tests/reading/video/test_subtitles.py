"""Subtitles and chapters of real videos: what they say, and whether that is all of it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import pytest
from av.container import InputContainer

from faimi_check.model.video import Track, Video
from faimi_check.reading.limits import VideoLimits
from faimi_check.reading.video import subtitles as reading
from faimi_check.reading.video.video import read_video_file

VIDEOS = Path(__file__).resolve().parents[3] / "fixtures" / "videos"
SAID = "Narrated by Ingrid Lyngby, Nordhavn"
PLAIN = "Zoom on the lesion after a few days"


def subtitled(folder: Path, text: bytes, length: int | None = None) -> Video:
    """The fixture with a subtitle of as many bytes, which announces `length` of them."""
    said = SAID.encode()
    assert len(text) == len(said)
    old, new = (len(said).to_bytes(2, "big") + said), ((length or len(text)).to_bytes(2, "big") + text)
    data = (VIDEOS / "subtitle.mp4").read_bytes()
    assert old in data
    file = folder / "subtitle.mp4"
    file.write_bytes(data.replace(old, new))
    return read_video_file(file)


def chaptered(folder: Path, titles: list[str]) -> Video:
    file = folder / "chapters.mp4"
    with av.open(str(VIDEOS / "mpeg4.mp4")) as source, av.open(str(file), "w") as made:
        stream = made.add_stream_from_template(source.streams.video[0])
        made.set_chapters(
            [
                {
                    "id": at,
                    "start": at * 100,
                    "end": at * 100 + 100,
                    "time_base": Fraction(1, 1000),
                    "metadata": {"title": title},
                }
                for at, title in enumerate(titles)
            ]
        )
        for packet in source.demux(source.streams.video[0]):
            if packet.dts is not None:
                packet.stream = stream
                made.mux(packet)
    return read_video_file(file)


def of_kind(video: Video, kind: str) -> list[Track]:
    return [track for track in video.tracks if track.kind == kind]


def subtitles(video: Video) -> list[str]:
    return [tag.value for tag in video.tags if tag.key == "subtitles"]


@pytest.mark.parametrize(
    "text", [SAID, PLAIN, "Zoom\non the lesion after a few days", "ゆっくり動かします。入力です"[:11].ljust(13)]
)
def test_subtitles_are_read_whole(tmp_path: Path, text: str) -> None:
    filled = text.encode()[: len(SAID)].ljust(len(SAID))
    video = subtitled(tmp_path, filled)
    assert subtitles(video) == [filled.decode()]
    assert [track.read for track in of_kind(video, "subtitle")] == [True]


def test_a_text_that_ends_before_its_sample_is_not_all(tmp_path: Path) -> None:
    video = subtitled(tmp_path, PLAIN.encode(), 4)
    assert subtitles(video) == ["Zoom\n on the lesion after a few days"]
    assert [track.read for track in of_kind(video, "subtitle")] == [False]


def test_bytes_that_are_no_text_are_not_read(tmp_path: Path) -> None:
    video = subtitled(tmp_path, b"\xff\xfa\x01" + PLAIN.encode()[3:])
    assert [track.read for track in of_kind(video, "subtitle")] == [False]


class BreakingOff:
    """A container whose packets break off behind the first that says something."""

    def __init__(self, container: InputContainer) -> None:
        self._container = container
        self.streams = container.streams

    def demux(self, streams: list[av.subtitles.stream.SubtitleStream]) -> Iterator[av.Packet]:
        for packet in self._container.demux(streams):
            yield packet
            if packet.size:
                raise av.InvalidDataError(1, "broken")


def test_what_subtitles_said_before_they_broke_off_counts() -> None:
    with av.open(str(VIDEOS / "subtitle.mp4")) as container:
        (index,) = (stream.index for stream in container.streams.subtitles)
        whole = reading.subtitles(container, VideoLimits())
        container.seek(0)
        found = reading.subtitles(BreakingOff(container), VideoLimits())  # type: ignore[arg-type]
    assert (whole.whole, found.whole) == ({index}, frozenset())
    assert [tag.value for tag in found.tags] == [SAID]


def test_a_track_of_places_beside_subtitles_is_read(tmp_path: Path) -> None:
    """One of two tracks of subtitles is made one of a camera's positions; both samples are at the same place."""
    file = tmp_path / "both.mp4"
    with av.open(str(VIDEOS / "subtitle.mp4")) as source, av.open(str(file), "w") as made:
        shown = made.add_stream_from_template(source.streams.video[0])
        written = [made.add_stream_from_template(source.streams.subtitles[0]) for _ in range(2)]
        for packet in source.demux():
            if packet.dts is None or not packet.size:
                continue
            if packet.stream.type == "video":
                packet.stream = shown
                made.mux(packet)
                continue
            for stream in written:
                copy = av.Packet(bytes(packet))
                copy.pts, copy.dts, copy.duration = packet.pts, packet.dts, packet.duration
                copy.time_base, copy.stream = packet.time_base, stream
                made.mux(copy)
    data = file.read_bytes()
    place = struct.pack("<2H3d", 0, 5, 55.6761, 12.5683, 10.0).ljust(len(SAID) + 2, b"\0")
    for old, new in ((b"sbtl", b"meta"), (b"tx3g", b"camm"), (len(SAID).to_bytes(2, "big") + SAID.encode(), place)):
        before, _, after = data.rpartition(old)
        data = before + new + after
    file.write_bytes(data)
    video = read_video_file(file)
    assert subtitles(video) == [SAID]
    assert [tag.value for tag in video.tags if tag.key == "gps"] == ["+55.67610+012.56830/"]


def test_the_track_of_the_chapters_is_read_as_tags(tmp_path: Path) -> None:
    video = chaptered(tmp_path, ["Input", "Prediction"])
    assert [tag.value for tag in video.tags if tag.place.startswith("chapter")] == ["Input", "Prediction"]
    assert {track.read for track in of_kind(video, "subtitle")} == {True}


def test_all_chapters_are_read(tmp_path: Path) -> None:
    video = chaptered(tmp_path, [f"Part {number}" for number in range(150)])
    assert sum(tag.place.startswith("chapter") for tag in video.tags) == 150
    assert {track.read for track in of_kind(video, "subtitle")} == {True}


def test_other_tracks_are_never_read(tmp_path: Path) -> None:
    video = chaptered(tmp_path, ["Input"])
    assert [track.read for track in of_kind(video, "video")] == [False]


def test_what_a_subtitle_says_in_characters_that_nobody_sees(tmp_path: Path) -> None:
    hidden = "I. Lyng"
    text = "Zoom in" + "".join(chr(0xE0000 + ord(letter)) for letter in hidden)
    (said,) = [tag.value for tag in subtitled(tmp_path, text.encode()).tags if tag.key == "subtitles"]
    assert said == f"Zoom in [in characters that nobody sees: {hidden}]"
