"""A codec that a README denies is not the one that it names, in whatever language it says so."""

from __future__ import annotations

import pytest
from tests.pumping import processor_seconds
from tests.rules.supplement.readme.test_readme_wordings import EXTENSION, STREAMS, URL, findings, supplement

from faimi_check.rules.supplement.readme.claims import claims_in


def judged(stream: str, text: str) -> list[str]:
    name = f"clip.{EXTENSION[STREAMS[stream][0]]}"
    return findings(supplement({"README.txt": text + URL}, {name: stream}))


DENIED = [
    "clip.mp4: MPEG-4 Part 2, not H.264.",
    "clip.mp4 : codec MPEG-4 Partie 2, et non pas H.264",
    "clip.mp4: MPEG-4 Teil 2, nicht H.264",
    "clip.mp4: MPEG-4, Part 2, und kein H.264",
    "clip.mp4: MPEG-4 Teil 2 anstelle von H.264",
    "clip.mp4: MPEG-4 Part 2, weder H.264 noch H.265",
    "clip.mp4: MPEG-4 Parte 2 (no es H.264)",
    "clip.mp4: MPEG-4 parte 2, y no H.264 (AVC)",
    "clip.mp4: MPEG-4 Parte 2 em vez de H.264",
    "clip.mp4: MPEG-4 Parte 2 anziché H.264",
    "clip.mp4: MPEG-4 deel 2, geen H.264",
    "clip.mp4: MPEG-4 del 2 i stedet for H.264",
    "clip.mp4: MPEG-4 część 2, a nie H.264",
    "clip.mp4: MPEG-4 часть 2, а не H.264",
    "clip.mp4: MPEG-4 Part 2 (rather than “H.264”)",
    "clip.mp4: MPEG-4 Part 2, not H.264/AVC or HEVC",
    "clip.mp4: MPEG-4 Part 2. H.264 was not used.",
    "clip.mp4: MPEG-4 第2部。H.264ではありません。",
    "clip.mp4 采用 MPEG-4 第2部分，而不是 H.264",
    "clip.mp4: MPEG-4 Part 2입니다. H.264가 아닙니다.",
]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_is_not_named(text: str) -> None:
    assert judged("mp4v", text) == []
    assert judged("h264", text) == ["RME003 different"]


AFFIRMED = [
    "clip.mp4: H.264, no audio",
    "clip.mp4  no  H.264",
    "O filme clip.mp4 foi comprimido no codec H.264.",
    "clip.mp4 uses nothing but H.264",
    "clip.mp4 needs no codec other than H.264",
    "clip.mp4: not only H.264 but AAC too",
    "clip.mp4: inte HEVC utan H.264",
    "Diese Aufnahmen sind noch H.264.",
    "Pas de son. Codec H.264.",
    "H.264 wird nicht von jedem Player unterstützt.",
    "ce n'est pas du HEVC mais du H.264",
    "HEVC değil, H.264",
    "HEVCではなくH.264です。",
    "bukan HEVC, tetapi H.264",
]


@pytest.mark.parametrize("text", AFFIRMED)
def test_what_a_denial_does_not_reach_is_named(text: str) -> None:
    assert judged("h264", text) == []
    assert judged("mp4v", text) == ["RME003 different"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("clip.mp4 is not encoded in H.264", ["RME002 missing"]),
        ("clip.mp4 no es H.264", ["RME002 missing"]),
        ("clip.mp4: H.264ではない", ["RME002 missing"]),
        ("clip.mp4: MPEG-4, nicht H.264", ["RME002 vague"]),
    ],
)
def test_a_readme_that_only_denies_names_nothing(text: str, expected: list[str]) -> None:
    assert judged("mp4v", text) == expected


def test_what_is_denied_of_one_video_may_be_the_codec_of_the_others() -> None:
    text = "a1.mp4: front\na2.avi: side, not H.264 like the other but Motion JPEG" + URL
    assert findings(supplement({"README.txt": text}, {"a1.mp4": "h264", "a2.avi": "mjpeg"})) == []


def test_a_vague_word_of_a_video_is_not_outdone_by_the_codec_of_another() -> None:
    text = "a1.mp4: H.264\na2.mp4: MPEG-4" + URL
    assert findings(supplement({"README.txt": text}, {"a1.mp4": "h264", "a2.mp4": "mp4v"})) == ["RME002 vague"]
    assert findings(supplement({"README.txt": text}, {"a1.mp4": "h264", "a2.mp4": "h264"})) == []


@pytest.mark.parametrize("unit", ["not a codec in H.264 or ", "no the the the the ", "weder H.264 "])
def test_hostile_denials_take_no_longer_than_their_length_accounts_for(unit: str) -> None:
    processor_seconds(lambda: claims_in(unit * (60_000 // len(unit))), 20)
