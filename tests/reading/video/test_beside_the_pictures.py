"""What videos hold beside their pictures, in real files: user data, XMP, covers, second tracks, appended files."""

from __future__ import annotations

import gc
import io
import struct
import time
import zipfile
from pathlib import Path

import av
import pytest
from av.bitstream import BitStreamFilterContext
from tests.reading.video.tracks import with_two_tracks

from faimi_check.model.video import Video
from faimi_check.reading.video.telemetry import telemetry_in
from faimi_check.reading.video.user_data import user_data
from faimi_check.reading.video.video import read_video_file

VIDEOS = Path(__file__).resolve().parents[3] / "fixtures" / "videos"
XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description'
    b' photoshop:AuthorsPosition="Head of the Lyngby group"><dc:creator><rdf:Seq><rdf:li>Ingrid Lyngby</rdf:li>'
    b"</rdf:Seq></dc:creator><dc:publisher>University of Nordhavn</dc:publisher></rdf:Description></rdf:RDF>"
    b"</x:xmpmeta>"
)


def read(folder: Path, name: str, data: bytes) -> Video:
    file = folder / name
    file.write_bytes(data)
    return read_video_file(file)


def box(kind: bytes, content: bytes) -> bytes:
    return (8 + len(content)).to_bytes(4, "big") + kind + content


def with_user_data(content: bytes) -> bytes:
    """A video whose movie box, the last of the file, holds this as user data too."""
    data = (VIDEOS / "mpeg4.mp4").read_bytes()
    at = data.index(b"moov") - 4
    movie = data[at:]
    assert int.from_bytes(movie[:4], "big") == len(movie)
    return data[:at] + box(b"moov", movie[8:] + box(b"udta", content))


def said(video: Video) -> set[tuple[str, str]]:
    assert video.error == ""
    return {(tag.key, tag.value) for tag in video.tags}


def test_asset_boxes_of_user_data(tmp_path: Path) -> None:
    video = read(tmp_path, "a.mp4", with_user_data(box(b"auth", bytes(6) + b"Ingrid Lyngby\0")))
    assert ("auth", "Ingrid Lyngby") in said(video)


def test_user_data_of_windows(tmp_path: Path) -> None:
    name, text = b"WM/Writer", "Ingrid Lyngby".encode("utf-16-le") + b"\0\0"
    value = struct.pack(">IH", 6 + len(text), 8) + text
    entry = struct.pack(">I", 12 + len(name) + len(value)) + struct.pack(">I", len(name)) + name + struct.pack(">I", 1)
    video = read(tmp_path, "a.mp4", with_user_data(box(b"Xtra", entry + value)))
    assert ("WM/Writer", "Ingrid Lyngby") in said(video)


def test_lying_user_data_ends() -> None:
    assert list(user_data(b"Xtra", b"\xff" * 40)) == []
    assert list(user_data(b"Xtra", bytes(40))) == []
    assert list(user_data(b"auth", b"")) == []


@pytest.mark.parametrize("place", ["avi", "mp4", "mov"])
def test_xmp_packets(tmp_path: Path, place: str) -> None:
    if place == "avi":
        data = (VIDEOS / "divx.avi").read_bytes() + b"_PMX" + len(XMP).to_bytes(4, "little") + XMP
    elif place == "mp4":
        guid = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
        data = (VIDEOS / "h264.mp4").read_bytes() + box(b"uuid", guid + XMP)
    else:
        data = with_user_data(box(b"XMP_", XMP))
    tags = said(read(tmp_path, f"a.{place}", data))
    assert {
        ("dc:creator", "Ingrid Lyngby"),
        ("dc:publisher", "University of Nordhavn"),
        ("photoshop:AuthorsPosition", "Head of the Lyngby group"),
    } <= tags


def test_a_cover_is_a_picture_and_not_the_video(tmp_path: Path) -> None:
    jpeg = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")
    handler = box(b"hdlr", bytes(8) + b"mdirappl" + bytes(9))
    cover = box(b"covr", box(b"data", (13).to_bytes(4, "big") + bytes(4) + jpeg))
    video = read(tmp_path, "a.mp4", with_user_data(box(b"meta", bytes(4) + handler + box(b"ilst", cover))))
    assert video.error == ""
    assert [track.kind for track in video.tracks] == ["video", "picture"]


def test_a_second_video_track_is_listed(tmp_path: Path) -> None:
    assert [track.kind for track in read_video_file(with_two_tracks(tmp_path)).tracks] == ["video", "video"]


def archive() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr("notes.txt", "Ingrid Lyngby")
    return made.getvalue()


@pytest.mark.parametrize("name", ["h264.mp4", "divx.avi", "wmv2.wmv"])
@pytest.mark.parametrize(
    ("rest", "told"),
    [
        (b"%PDF-1.5\n1 0 obj\n<<>>\nendobj\n", "(pdf)"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(40), "(rar)"),
        (b"some words behind the end", "(text/plain)"),
        (bytes(64), ""),
    ],
)
def test_bytes_behind_the_end(tmp_path: Path, name: str, rest: bytes, told: str) -> None:
    data = (VIDEOS / name).read_bytes()
    assert read(tmp_path, name, data).surplus == ""
    video = read(tmp_path, name, data + rest)
    assert video.error == ""
    assert video.surplus == (f"{len(rest):,} bytes that are no part of the video follow its end {told}" if told else "")


@pytest.mark.parametrize("name", ["h264.mp4", "divx.avi"])
def test_a_second_video_or_a_zip_behind_the_end(tmp_path: Path, name: str) -> None:
    data = (VIDEOS / name).read_bytes()
    assert read(tmp_path, name, data + archive()).surplus.endswith("(zip)")
    assert read(tmp_path, name, data * 2).surplus.startswith(f"{len(data):,} bytes")


@pytest.mark.parametrize("name", ["sound.mp4", "divx.avi", "mjpeg.avi"])
def test_what_is_cut_by_a_few_bytes_and_plays_whole_is_contradictory_only(tmp_path: Path, name: str) -> None:
    video = read(tmp_path, name, (VIDEOS / name).read_bytes()[:-7])
    assert (video.fault, video.error) == (None, "")
    assert "7 bytes that it announces are not there" in video.contradictions[0]


def gps5(latitude: float, longitude: float) -> bytes:
    sample = struct.pack(">5i", round(latitude * 1e7), round(longitude * 1e7), 12_000, 0, 0)
    return (
        b"SCALl\x04\x00\x05"
        + struct.pack(">5i", 10_000_000, 10_000_000, 1000, 1000, 100)
        + b"GPS5l\x14\x00\x01"
        + sample
    )


def test_telemetry() -> None:
    device = b"DVNMc\x01\x00\x0bHero9 Black\x00"
    assert list(telemetry_in(device + gps5(55.6761, 12.5683))) == [
        ("gps", "+55.67610+012.56830/"),
        ("device", "Hero9 Black"),
    ]
    assert list(telemetry_in(gps5(0, 0))) == []
    assert list(telemetry_in(struct.pack("<2H3d", 0, 5, 55.6761, 12.5683, 10.0))) == [("gps", "+55.67610+012.56830/")]
    assert list(telemetry_in(b"")) == []


def with_message(folder: Path, words: str) -> Video:
    """A video with a message of its encoder's user among the pictures."""
    file = folder / "message.mp4"
    option = f"h264_metadata=sei_user_data=086f3680-6c2d-11e7-907b-a6006ad3dba0+{words}"
    with av.open(str(VIDEOS / "h264.mp4")) as incoming, av.open(str(file), "w") as outgoing:
        source = incoming.streams.video[0]
        copy = outgoing.add_stream_from_template(source)
        added = BitStreamFilterContext(option, source, copy)
        for packet in [*incoming.demux(source), None]:
            for changed in added.filter(packet if packet is None or packet.size else None):
                changed.stream = copy
                outgoing.mux(changed)
            if packet is not None and not packet.size:
                break
    return read_video_file(file)


def test_a_message_among_the_pictures(tmp_path: Path) -> None:
    video = with_message(tmp_path, "made by ingrid@nordhavn.edu")
    assert video.error == ""
    assert "made by ingrid@nordhavn.edu" in video.texts


def test_what_an_encoder_says_of_itself_is_nothing() -> None:
    assert not [text for text in read_video_file(VIDEOS / "h264.mp4").texts if "x264" in text]


def test_user_data_of_mpeg_4_pictures(tmp_path: Path) -> None:
    data = (VIDEOS / "xvid.avi").read_bytes()
    assert b"XviD0069" in data
    assert "ia@ly.se" in read(tmp_path, "a.avi", data.replace(b"XviD0069", b"ia@ly.se")).texts
    assert "XviD0069" not in read(tmp_path, "b.avi", data).texts


def threads() -> int:
    """Those of this process; one that has ended is listed for a moment more."""
    time.sleep(0.01)
    return len(list(Path("/proc/self/task").iterdir()))


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted by what Linux lists")
@pytest.mark.parametrize("name", ["h264.mp4", "xvid.avi", "wmv2.wmv"])
def test_reading_leaves_no_decoder_behind(name: str) -> None:
    read_video_file(VIDEOS / name)
    gc.collect()
    gc.disable()
    try:
        before = threads()
        for _ in range(3):
            read_video_file(VIDEOS / name)
        assert any(threads() <= before for _ in range(500))
    finally:
        gc.enable()
