"""Entries of READMEs in running prose, under headings and counted off, in several languages and scripts."""

from __future__ import annotations

import pytest
from tests.pumping import processor_seconds
from tests.rules.supplement.readme.test_readme_wordings import STREAMS, URL, findings, supplement

from faimi_check.model.supplement import Supplement
from faimi_check.rules.supplement.readme.claims import claims_in
from faimi_check.rules.supplement.readme.scope.ordinals import by_ordinals


@pytest.fixture(autouse=True)
def _raw_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STREAMS, "i420", ("avi", "rawvideo", "I420"))
    monkeypatch.setitem(STREAMS, "yuy2", ("avi", "rawvideo", "YUY2"))


def exchanged(text: str, videos: dict[str, str]) -> Supplement:
    """The same README over videos whose streams changed places."""
    return supplement({"README.txt": text + URL}, dict(zip(videos, reversed(videos.values()), strict=True)))


ENTRIES = [
    # Two entries, a codec each, one of them in the language's word for "uncompressed" or by its FourCC.
    ("录像1.avi 由相机生成，编码为 MJPEG。\n录像2.avi 为未压缩视频（I420）。", ("录像1.avi", "mjpeg"),
     ("录像2.avi", "i420")),
    ("練習前.aviのコーデックはXvidです。\n練習後.aviは無圧縮です。", ("練習前.avi", "xvid"), ("練習後.avi", "i420")),
    ("1) 앞.avi - 코덱: 비압축(I420)\n2) 뒤.avi - 코덱: MJPEG", ("앞.avi", "i420"), ("뒤.avi", "mjpeg")),
    ("утро.avi: несжатое видео\nвечер.avi: DivX", ("утро.avi", "i420"), ("вечер.avi", "divx")),
    ("الملف صباح.avi غير مضغوط. الملف مساء.avi بترميز DivX.", ("صباح.avi", "i420"), ("مساء.avi", "divx")),
    ("sabah.avi: sıkıştırılmamış (YUY2)\naksam.avi: XviD", ("sabah.avi", "yuy2"), ("aksam.avi", "xvid")),
    ("griff.mp4 ist mit H.264 kodiert, knoten.avi unkomprimiert.", ("griff.mp4", "h264"), ("knoten.avi", "i420")),
    ("1. giro.mp4 – códec H.264\n2. nudo.avi – sin comprimir", ("giro.mp4", "h264"), ("nudo.avi", "i420")),
    # Several files in one sentence, the codec before the name or behind it.
    ("H.264を用いた動画はgrip.mp4、HEVCを用いた動画はpull.mp4です。", ("grip.mp4", "h264"), ("pull.mp4", "hevc")),
    ("采用H.264编码的是grip.mp4，采用Xvid编码的是pull.avi。", ("grip.mp4", "h264"), ("pull.avi", "xvid")),
    ("الفيديو grip1.mp4 بترميز H.264، والفيديو pull2.avi بترميز Xvid.", ("grip1.mp4", "h264"), ("pull2.avi", "xvid")),
    ("फिल्म1.mp4 H.264 में और फिल्म2.avi Xvid में है।", ("फिल्म1.mp4", "h264"), ("फिल्म2.avi", "xvid")),
    ("ไฟล์เช้า.mp4ใช้ H.264 และไฟล์เย็น.aviใช้ Xvid", ("เช้า.mp4", "h264"), ("เย็น.avi", "xvid")),
    ("grip.mp4 H.264 ile ve pull.avi Xvid ile kodlandı.", ("grip.mp4", "h264"), ("pull.avi", "xvid")),
    # The codec stands over the names.
    ("Codec: H.264\n  grip.mp4\nCodec: Xvid\n  pull.avi", ("grip.mp4", "h264"), ("pull.avi", "xvid")),
    ("H.265\ngrip.mp4\n\nXvid\npull.avi", ("grip.mp4", "hevc"), ("pull.avi", "xvid")),
    # Counted off.
    ("The first video uses H.264, the second Xvid.", ("video1.mp4", "h264"), ("video2.avi", "xvid")),
    ("The first clip is in H.264.\nThe second clip is in Xvid.", ("clip1.mp4", "h264"), ("clip2.avi", "xvid")),
    ("第一个视频使用H.264编码，第二个视频使用Xvid编码。", ("视频1.mp4", "h264"), ("视频2.avi", "xvid")),
    ("一つ目の動画はH.264、二つ目はXvidです。", ("動画1.mp4", "h264"), ("動画2.avi", "xvid")),
    ("첫 번째 영상은 H.264, 두 번째 영상은 Xvid입니다.", ("영상1.mp4", "h264"), ("영상2.avi", "xvid")),
    ("Первое видео сжато кодеком H.264, второе — Xvid.", ("видео1.mp4", "h264"), ("видео2.avi", "xvid")),
    ("Il primo filmato usa H.264, il secondo Xvid.", ("filmato1.mp4", "h264"), ("filmato2.avi", "xvid")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one", "other"), ENTRIES)
def test_each_video_has_the_codec_of_its_own_entry(text: str, one: tuple[str, str], other: tuple[str, str]) -> None:
    videos = dict((one, other))
    assert findings(supplement({"README.txt": text + URL}, videos)) == []
    assert findings(exchanged(text, videos)) == ["RME003 different"] * 2


def test_the_fourcc_of_the_stream_is_an_exact_name() -> None:
    text = "grasp.mp4: H.264\nrelease.avi: FourCC YUY2" + URL
    videos = {"grasp.mp4": "h264", "release.avi": "yuy2"}
    assert findings(supplement({"README.txt": text}, videos)) == []
    assert findings(supplement({"README.txt": text}, videos | {"release.avi": "i420"})) == ["RME002 missing"]


@pytest.mark.parametrize(
    ("text", "second", "found"),
    [
        ("grip1.avi: Motion JPEG\ngrip2.avi: as it came from the camera", "i420", ["RME002 missing"]),
        # What one entry says may be meant of the next as well, and is said of it outright here.
        ("grip1.avi: Motion JPEG\ngrip2.avi: seen from above", "mjpeg", []),
        ("grip1.avi: Motion JPEG\ngrip2.avi: the same codec", "i420", ["RME003 different"]),
    ],
)
def test_the_codec_of_another_entry_is_not_held_against_a_video(text: str, second: str, found: list[str]) -> None:
    videos = {"grip1.avi": "mjpeg", "grip2.avi": second}
    assert findings(supplement({"README.txt": text + URL}, videos)) == found


@pytest.mark.parametrize(
    "text",
    [
        # No headings: the title names a codec, an entry has its own below the name.
        "Clips in H.264 and Xvid\ngrip.mp4\nH.264\npull.avi\nXvid",
        "The videos are H.264 or Xvid.\ngrip.mp4\nH.264\npull.avi, Xvid",
        "grip.mp4\nCodec: H.264\n\npull.avi\nCodec: Xvid",
    ],
)
def test_a_codec_below_its_name_stays_there(text: str) -> None:
    videos = {"grip.mp4": "h264", "pull.avi": "xvid"}
    assert findings(supplement({"README.txt": text + URL}, videos)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The first frame of each video is a still. All videos are H.264.",
        "The second video continues the first video. Codec: H.264",
        "The first video (H.264) shows the model before training and the second one after it.",
        "In the first video and in the second video the codec is H.264.",
    ],
)
def test_what_is_counted_off_for_another_reason_divides_nothing(text: str) -> None:
    videos = {"video1.mp4": "h264", "video2.mp4": "h264"}
    assert findings(supplement({"README.txt": text + URL}, videos)) == []
    assert by_ordinals(text, tuple(videos)) == []


@pytest.mark.parametrize("videos", [("grip.mp4", "pull.avi"), ("video2.mp4", "video3.avi"), ("video1.mp4",)])
def test_only_videos_numbered_from_one_are_counted_off(videos: tuple[str, ...]) -> None:
    assert by_ordinals("The first video uses H.264, the second Xvid.", videos) == []


def test_names_of_files_name_no_codec_and_sentences_round_them_do() -> None:
    said = {
        "out_h264.mp4 と 手術_xvid.avi を見る": [],
        "H.265で作った手術.mp4です": ["H.265"],
        "编码为Xvid的是手术.avi": ["Xvid"],
    }
    assert {text: [claim.text for claim in claims_in(text)] for text in said} == said


@pytest.mark.parametrize(
    "text", ["手术" * 15_000, "手a" * 15_000, "a." * 15_000, ".avi" * 7_500, "first video " * 3_000]
)
def test_names_are_looked_for_in_time(text: str) -> None:
    processor_seconds(lambda: (claims_in(text), by_ordinals(text, ("video1.mp4", "video2.mp4"))), 4.0)
