"""Two READMEs that name different codecs for one video."""

from __future__ import annotations

import pytest
from tests.rules.supplement.readme.test_readme_wordings import URL, findings, supplement

from faimi_check.model.finding import Hit
from faimi_check.model.submission import Submission
from faimi_check.rules.registry import NoParameters
from faimi_check.rules.supplement.readme.codec import codec_matches

CONTRADICTORY = [
    ({"README.txt": "walk.mp4 is H.264", "walk_README.txt": "walk.mp4: MJPEG"}, {"walk.mp4": "h264"}),
    ({"README.txt": "Codec: H.264", "README_de.txt": "Codec: HEVC"}, {"walk.mp4": "h264"}),
    ({"README.txt": "All videos are H.264", "b/README.txt": "Codec: HEVC"}, {"a/x.mp4": "h264", "b/y.mp4": "hevc"}),
]
AGREEING = [
    ({"README.txt": "walk.mp4: H.264, not MJPEG", "walk_README.txt": "AVC"}, {"walk.mp4": "h264"}),
    ({"README.txt": "walk.avi: DivX", "README_es.txt": "walk.avi: MPEG-4 Parte 2"}, {"walk.avi": "divx"}),
    (
        {"README.txt": "All videos are H.264 unless another README says so", "b/README.txt": "HEVC"},
        {"a/x.mp4": "h264", "b/y.mp4": "hevc"},
    ),
    (
        {"README.txt": "H.264 and MJPEG are used", "a/README.txt": "H.264", "b/README.txt": "MJPEG"},
        {"a/x.mp4": "h264", "b/y.avi": "mjpeg"},
    ),
    (
        {"README.txt": "The player (VLC) opens DivX, Xvid and others.", "walk_README.txt": "Codec: H.264"},
        {"walk.mp4": "h264"},
    ),
]


@pytest.mark.parametrize(("texts", "videos"), CONTRADICTORY)
def test_one_right_and_one_wrong(texts: dict[str, str], videos: dict[str, str]) -> None:
    given = supplement({name: text + URL for name, text in texts.items()}, videos)
    assert findings(given) == ["RME003 contradicts"]
    (hit,) = codec_matches(Submission(id="1", supplements=(given,)), NoParameters())
    assert isinstance(hit, Hit)
    assert all(name in hit.message for name in texts)


@pytest.mark.parametrize(("texts", "videos"), AGREEING)
def test_readmes_that_agree(texts: dict[str, str], videos: dict[str, str]) -> None:
    assert findings(supplement({name: text + URL for name, text in texts.items()}, videos)) == []


def test_two_that_are_both_wrong_are_one_error() -> None:
    texts = {"README.txt": "walk.mp4: DivX" + URL, "README_en.txt": "walk.mp4: MJPEG" + URL}
    assert findings(supplement(texts, {"walk.mp4": "h264"})) == ["RME003 different"]


IN_ITSELF = [
    "clip.mp4\nCodec: H.265 (HEVC)\n\nNota: il filmato è compresso in H.264; basta un decodificatore H.264.",
    "| file | clip.mp4 |\n| codec | H.264 |\n\nThe video was encoded in MJPEG.",
    "Codec: HEVC\nDas Video ist mit H.264 komprimiert.",
    "视频编码：HEVC\n编码器：H.264",
    "clip.mp4: HEVC\nCodec: H.264",
]
AT_ONE = [
    "Codec: H.264\nCodec pack: K-Lite (DivX, Xvid)",
    "The camera compresses in MJPEG. Codec: H.264",
    "The recording was compressed in MJPEG by the scope.\nCodec: H.264",
    "Codec: H.264. If it does not play, the video encoded in Xvid does.",
    "Codec ID: mp42 (isom/mp42)\nFormat: AVC\nCodec ID : avc1",
    "Codec: H.264\nThe video was converted from ProRes",
    "Codec: H.264\nVLC decodes MPEG-2, MJPEG and DivX too",
    "Codec: H.264 (not HEVC)\nThe video is encoded with x264",
    "Input format: MJPEG\nCodec: H.264",
    "Codec: H.264\nThe video encoder DivX was not available.",
    "Codec: H.264\nThe original video is coded in ProRes.",
]


@pytest.mark.parametrize("text", IN_ITSELF)
def test_one_readme_that_says_two_things(text: str) -> None:
    given = supplement({"README.txt": text + URL}, {"clip.mp4": "h264"})
    assert findings(given) == ["RME003 contradicts"]
    (hit,) = codec_matches(Submission(id="1", supplements=(given,)), NoParameters())
    assert isinstance(hit, Hit)
    assert "H.264" in hit.message
    assert all(line in text for line in hit.evidence.split("\n"))


@pytest.mark.parametrize("text", AT_ONE)
def test_one_readme_that_speaks_of_other_codecs_too(text: str) -> None:
    assert findings(supplement({"README.txt": text + URL}, {"clip.mp4": "h264"})) == []


def test_what_is_said_of_all_may_be_of_others_where_there_are_several() -> None:
    text = "a.mp4 is H.264, b.mp4 is HEVC.\nThe videos were compressed in H.264." + URL
    assert findings(supplement({"README.txt": text}, {"a.mp4": "h264", "b.mp4": "hevc"})) == []
