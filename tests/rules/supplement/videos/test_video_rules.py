"""VID001 to VID005 on decoded fixtures and on videos made by hand: each code both ways."""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from faimi_check.model.finding import Confidence, Hit, Undecided
from faimi_check.model.paper import MetadataField
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Entry, Supplement
from faimi_check.model.video import Track, Video, VideoFault
from faimi_check.reading.video.video import read_video
from faimi_check.rules.registry import NoParameters
from faimi_check.rules.supplement.videos.audio_track import audio_track
from faimi_check.rules.supplement.videos.metadata import video_metadata
from faimi_check.rules.supplement.videos.playing import playable
from faimi_check.rules.supplement.videos.recommended_codec import RecommendedCodec, recommended_codec
from faimi_check.rules.supplement.videos.slides import Slides, slides

VIDEOS = Path(__file__).resolve().parents[4] / "fixtures" / "videos"
RULES: dict[str, tuple[Any, Any]] = {
    "VID001": (playable, NoParameters()),
    "VID002": (video_metadata, NoParameters()),
    "VID003": (audio_track, NoParameters()),
    "VID004": (recommended_codec, RecommendedCodec()),
    "VID005": (slides, Slides()),
}


def hits(video: Video, readable: bool = True) -> list[tuple[str, Hit | Undecided]]:
    entry = Entry(name=video.member, size=1, compressed=1, container=video.container, readable=readable)
    supplement = Supplement(file="s.zip", size=1, is_zip=True, entries=(entry,), videos=(video,))
    submission = Submission(id="1", supplements=(supplement,))
    return [(rule, hit) for rule, (run, params) in RULES.items() for hit in run(submission, params)]


def codes(video: Video, readable: bool = True) -> list[str]:
    return [f"{rule} {hit.code}" for rule, hit in hits(video, readable) if isinstance(hit, Hit)]


@pytest.fixture(scope="module")
def decoded(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("videos") / "all.zip"
    with zipfile.ZipFile(path, "w") as file:
        for video in VIDEOS.iterdir():
            file.write(video, video.name)

    @cache
    def read(name: str) -> Video:
        return read_video(path, name)

    return read


OTHER = "VID004 other"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("divx.avi", []),
        ("xvid.avi", []),
        ("h264.avi", []),
        ("h264.mp4", [OTHER]),
        ("wmv2.wmv", [OTHER]),
        ("mjpeg.avi", [OTHER]),
        ("truncated.mp4", ["VID001 truncated", OTHER]),
        ("audio-only.mp4", ["VID001 no-picture"]),
        ("empty.mp4", ["VID001 empty"]),
        ("corrupt-frames.avi", ["VID001 broken-frames"]),
        ("corrupt-frames.mp4", ["VID001 damaged", OTHER]),
        ("vp9-renamed.mp4", []),
        ("tagged.avi", ["VID002 identity", "VID002 identity"]),
        ("tagged.wmv", ["VID002 identity", "VID002 identity", OTHER]),
        ("tagged.mp4", ["VID002 identity", "VID002 identity", "VID002 identity", "VID002 place", OTHER]),
        ("tagged-keys.mp4", ["VID002 place", "VID002 device", "VID002 identity", "VID002 identity", OTHER]),
        ("subtitle.mp4", ["VID002 identity", OTHER]),
        ("sound.avi", ["VID003 audio"]),
        ("slides.avi", ["VID005 text"]),
        ("still.avi", ["VID005 still"]),
    ],
)
def test_fixtures(decoded: Any, name: str, expected: list[str]) -> None:
    assert codes(decoded(name)) == expected


GOOD = Video(
    member="a.avi", container="avi", codec="mpeg4", fourcc="DIVX", duration_s=3.0, width=320, height=240,
    frames_decoded=75, complete=True, still_share=0.1, text_density=0.0,
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"error": "over the limit of 30 s"}, ["VID001 not-checked"]),
        ({"error": "it is encrypted", "fault": VideoFault.ENCRYPTED}, ["VID001 encrypted"]),
        ({"error": "its frames are too large", "fault": VideoFault.LIMIT}, ["VID001 not-checked"]),
        ({"error": "its bytes are text", "fault": VideoFault.NOT_VIDEO}, []),
        ({"error": "3 frames", "fault": VideoFault.DAMAGED, "broken_frames": 3}, ["VID001 broken-frames"]),
        ({"error": "30 frames", "fault": VideoFault.DAMAGED, "broken_frames": 30}, ["VID001 damaged"]),
        (
            {"error": "5 frames", "fault": VideoFault.DAMAGED, "broken_frames": 5, "frames_decoded": 100},
            ["VID001 broken-frames"],
        ),
        (
            {"error": "6 frames", "fault": VideoFault.DAMAGED, "broken_frames": 6, "frames_decoded": 100},
            ["VID001 damaged"],
        ),
        ({"error": "nobody got to it", "fault": VideoFault.NOT_REACHED}, []),
        ({"sampled": True, "complete": False}, ["VID001 sampled"]),
        ({"contradictions": ("its table lies",)}, ["VID001 contradictory"]),
        ({"width": 2, "height": 2}, ["VID001 tiny"]),
        ({"width": 16, "height": 15}, ["VID001 tiny"]),
        ({"width": 16, "height": 16}, []),
        ({"duration_s": 0.04}, ["VID001 tiny"]),
        ({"duration_s": 0.19}, ["VID001 tiny"]),
        ({"duration_s": 0.2}, []),
        ({"tracks": (Track(kind="attachment", codec="ttf"),)}, ["VID002 track"]),
        ({"tracks": (Track(kind="data", codec="", fourcc="gpmd"),)}, ["VID002 track"]),
        ({"tracks": (Track(kind="data", codec="", fourcc="tmcd"),)}, []),
        ({"texts": ("exported by i.lyngby@nordhavn-clinic.org",)}, ["VID002 identity"]),
        ({"texts": ("https://github.com/google/shaka-packager", "some words")}, []),
        ({"still_share": 0.9}, ["VID005 still"]),
        ({"text_density": 0.6, "still_share": 1.0}, ["VID005 text"]),
        ({"codec": "vp9", "container": "mp4", "fourcc": "vp09"}, [OTHER]),
    ],
)
def test_each_code(change: dict[str, Any], expected: list[str]) -> None:
    assert codes(replace(GOOD, **change)) == expected


def test_what_could_not_be_unpacked_is_not_named_twice() -> None:
    broken = replace(GOOD, error="it cannot be unpacked", fault=VideoFault.UNREADABLE)
    assert codes(broken, readable=False) == []


def test_a_video_that_nobody_decoded_is_undecided() -> None:
    entry = Entry(name="b.avi", size=1, compressed=1, container="avi")
    submission = Submission(id="1", supplements=(Supplement(file="s.zip", size=1, is_zip=True, entries=(entry,)),))
    (told,) = playable(submission, NoParameters())
    assert isinstance(told, Undecided)


TAGS = [
    ("artist", "Ingrid Lyngby", ["VID002 identity"]),
    ("IART", "Ingrid Lyngby", ["VID002 identity"]),
    ("com.apple.quicktime.author", "Ingrid Lyngby", ["VID002 identity"]),
    ("WM/Composer", "Ingrid Lyngby", ["VID002 identity"]),
    ("dc:creator", "Ingrid Lyngby", ["VID002 identity"]),
    ("copyright", "© 2025 University of Nordhavn", ["VID002 identity"]),
    ("comment", "i.lyngby@nordhavn-clinic.org", ["VID002 identity"]),
    ("encoding_tool", "C:\\Users\\ilyngby\\encode.exe", ["VID002 identity"]),
    ("title", "Reading list, cut by the night shift", ["VID002 words"]),
    ("title", "Reading list of the Brannoc shift", ["VID002 text"]),
    ("title", "Acquisition at Nordhavn University (I. Lyngby)", ["VID002 identity"]),
    ("subtitles", "Zoom on the lesion\nThanks to I. Lyngby, Nordhavn Hospital", ["VID002 identity"]),
    ("subtitles", "Zoom on the lesion", ["VID002 words"]),
    ("subtitles", "My name is Yrsa Tolvquist\nand this is the second clip.", ["VID002 identity"]),
    ("comment", "Narrated by Yrsa Tolvquist", ["VID002 identity"]),
    ("comment", "Recorded by Smart Capture", ["VID002 words"]),
    ("title", "Retinal slices", ["VID002 words"]),
    ("title", "Portugal slices", ["VID002 text"]),
    ("subtitles", "Zoom on the Brannoc lesion", []),
    ("title", "Heat maps by the method of Lyngby et al. (2021)", ["VID002 text"]),
    ("comment", "anonymous submission, no audio", []),
    ("comment", "Anonymous submission by the night shift of Nordhavn", ["VID002 text"]),
    ("handler_name", "Camera of the night shift", ["VID002 words"]),
    ("model", "Handheld 3", ["VID002 device"]),
    ("com.android.manufacturer", "Handheld", ["VID002 device"]),
    ("com.apple.quicktime.location.ISO6709", "+57.0488+009.9217+012.000/", ["VID002 place"]),
    ("location-eng", "+57.0488+009.9217/", ["VID002 place"]),
    ("xyz", "+57.0488+009.9217/", ["VID002 place"]),
    ("note", "+57.0488+009.9217/", ["VID002 place"]),
    ("artist", "Anonymous", []),
    ("artist", "anonymized for review", []),
    ("encoder", "Lavf59.27.100", []),
    ("encoder", "HandBrake 1.6.1 2023012300", []),
    ("comment", "Encoded with HandBrake 1.6.1", []),
    ("handler_name", "VideoHandler", []),
    ("handler_name", "Core Media Video", []),
    ("handler_name", "ISO Media file produced by Google Inc.", []),
    ("handler_name", "L-SMASH Video Handler", []),
    ("creation_time", "2025-06-20T12:00:00.000000Z", []),
    ("title", "Video 1", []),
    ("title", "supplementary_video_2.mp4", []),
    ("software", "Adobe Premiere Pro 2024", []),
    ("major_brand", "isom", []),
    ("comment", "", []),
    ("rotate", "90", []),
    ("title", "Untitled", []),
]


@pytest.mark.parametrize(("key", "value", "expected"), TAGS)
def test_tags(key: str, value: str, expected: list[str]) -> None:
    assert codes(replace(GOOD, tags=(MetadataField("file", key, value),))) == expected


def test_the_same_thing_said_twice_is_one_finding() -> None:
    twice = (MetadataField("file", "artist", "Ingrid Lyngby"), MetadataField("file", "author", "Ingrid Lyngby"))
    assert codes(replace(GOOD, tags=twice)) == ["VID002 identity"]


CHAPTERS = [
    (("Input", "Prediction"), ["VID002 words"]),
    (("Input", "Prediction of the Brannoc unit"), ["VID002 words", "VID002 text"]),
    (("Welcome by Dr. Siaosi Tuilagi", "Control room, Apialeva Eye Clinic"), ["VID002 identity", "VID002 identity"]),
    (("Eingabe", "入力", "Prédiction"), ["VID002 words"]),
    (("Aufnahme an der Uniklinik Nordhafen",), ["VID002 identity"]),
    (("Hôpital Saint-Nordin, bloc 2",), ["VID002 identity"]),
    (("Overview (Brannoc-Tuilagi Lab)", "Tour of the Tuilagi Lab"), ["VID002 identity", "VID002 identity"]),
    (("Skills Lab", "Cadaver Lab", "Placebo Group"), ["VID002 text", "VID002 words"]),
    (("北港大学附属医院",), ["VID002 identity"]),
    (("Kaplan Meier curve", "Otsu Threshold", "MRI of the knee"), ["VID002 text", "VID002 words"]),
    (("Cases of the public data set of the University of Nordhavn",), ["VID002 text"]),
]


@pytest.mark.parametrize(("titles", "expected"), CHAPTERS)
def test_chapters(titles: tuple[str, ...], expected: list[str]) -> None:
    tags = tuple(MetadataField(f"chapter {number}", "title", title) for number, title in enumerate(titles, 1))
    tracks = (Track(kind="video", codec="h264"), Track(kind="subtitle", codec="", fourcc="text", read=True))
    assert sorted(codes(replace(GOOD, tags=tags, tracks=tracks))) == sorted(expected)


SAYS_PLAIN, SAYS_MORE = "Input\nZoom on the lesion", "Input\nZoom on the Brannoc lesion"


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        (SAYS_PLAIN, True, ["VID002 words"]),
        (SAYS_PLAIN, False, ["VID002 track", "VID002 words"]),
        (SAYS_MORE, True, ["VID002 track"]),
        ("", True, []),
        ("", False, ["VID002 track"]),
        ("Thanks to Ingrid Lyngby", True, ["VID002 identity"]),
    ],
)
def test_subtitles_that_were_read_to_their_end(text: str, read: bool, expected: list[str]) -> None:
    tracks = (Track(kind="video", codec="h264"), Track(kind="subtitle", codec="mov_text", read=read))
    tags = (MetadataField("subtitle track 2", "subtitles", text),) if text else ()
    assert sorted(codes(replace(GOOD, tags=tags, tracks=tracks))) == expected


def test_plain_texts_are_one_note() -> None:
    tags = tuple(
        MetadataField(f"chapter {number}", "title", title) for number, title in enumerate(("Input", "Prediction"), 1)
    )
    ((_, hit),) = hits(replace(GOOD, tags=tags))
    assert isinstance(hit, Hit)
    assert hit.evidence == "title: Input\ntitle: Prediction"


def test_subtitles_are_quoted() -> None:
    video = replace(
        GOOD,
        tracks=(Track(kind="subtitle", codec="mov_text"),),
        tags=(MetadataField("subtitle track 2", "subtitles", "Narrated in Nordhavn"),),
    )
    ((_, hit),) = hits(video)
    assert isinstance(hit, Hit)
    assert hit.evidence == "Narrated in Nordhavn"


def test_slides_are_never_more_than_possible() -> None:
    for change in ({"still_share": 1.0}, {"text_density": 1.0}):
        ((_, hit),) = hits(replace(GOOD, **change))
        assert isinstance(hit, Hit)
        assert hit.confidence is Confidence.POSSIBLE


def test_a_venue_may_recommend_something_else() -> None:
    submission = Submission(id="1", supplements=(Supplement(file="s.zip", size=1, videos=(GOOD,)),))
    assert len(list(recommended_codec(submission, RecommendedCodec(families=("h264",), containers=("mp4",))))) == 1


def test_a_video_that_nobody_got_to_is_undecided() -> None:
    (told,) = [hit for rule, hit in hits(replace(GOOD, error="full", fault=VideoFault.NOT_REACHED)) if rule == "VID001"]
    assert told == Undecided("a.avi was not decoded.")
