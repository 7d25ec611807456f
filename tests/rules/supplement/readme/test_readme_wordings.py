"""READMEs as people write them, judged against the streams they speak of."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.pumping import processor_seconds

from faimi_check.model.finding import Hit, Skipped, Undecided
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import AddressCheck, Entry, Readme, Supplement
from faimi_check.model.video import Video
from faimi_check.rules.registry import NoParameters
from faimi_check.rules.supplement.readme.address import CodecUrl, codec_addresses, codec_url
from faimi_check.rules.supplement.readme.codec import codec_matches, codec_named
from faimi_check.rules.supplement.readme.content import readme_identifies
from faimi_check.rules.supplement.readme.presence import readme_present

# name: (container, codec, FourCC)
STREAMS = {
    "divx": ("avi", "mpeg4", "DIVX"),
    "xvid": ("avi", "mpeg4", "XVID"),
    "fmp4": ("avi", "mpeg4", "FMP4"),
    "mp4v": ("mp4", "mpeg4", "mp4v"),
    "div3": ("avi", "msmpeg4v3", "DIV3"),
    "h264": ("mp4", "h264", "avc1"),
    "h264avi": ("avi", "h264", "H264"),
    "hevc": ("mp4", "hevc", "hvc1"),
    "vp9": ("mp4", "vp9", "vp09"),
    "av1": ("mp4", "av1", "av01"),
    "wmv2": ("asf", "wmv2", "WMV2"),
    "wmv3": ("asf", "wmv3", "WMV3"),
    "mp43": ("asf", "msmpeg4v3", "MP43"),
    "mjpeg": ("avi", "mjpeg", "MJPG"),
    "raw": ("avi", "rawvideo", ""),
    "cfhd": ("avi", "cfhd", "CFHD"),
    "g2m": ("asf", "g2m", "G2M4"),
    "vmnc": ("avi", "vmnc", "VMnc"),
    "vvc": ("mp4", "vvc", "vvc1"),
    "mts2": ("asf", "mts2", "MTS2"),
}
EXTENSION = {"avi": "avi", "mp4": "mp4", "asf": "wmv"}
URL = "\nhttps://www.ffmpeg.org/download.html\n"


def supplement(texts: dict[str, str], videos: dict[str, str]) -> Supplement:
    """A zip of READMEs by name, and of videos by name with the stream each has."""
    entries = [
        Entry(
            name=name,
            size=len(text),
            compressed=1,
            mime="text/plain",
            container="text",
            readme="readme" in name.lower(),
        )
        for name, text in texts.items()
    ]
    decoded = []
    for name, stream in videos.items():
        container, codec, fourcc = STREAMS[stream]
        entries.append(Entry(name=name, size=1000, compressed=1000, container=container))
        decoded.append(
            Video(
                member=name,
                container=container,
                codec=codec,
                fourcc=fourcc,
                width=320,
                height=240,
                duration_s=3.0,
                complete=True,
            )
        )
    return Supplement(
        file="supplement.zip", size=1, is_zip=True, entries=tuple(entries), videos=tuple(decoded),
        readmes=tuple(Readme(member=name, text=text, encoding="utf-8") for name, text in texts.items()),
    )  # fmt: skip


def findings(given: Supplement) -> list[str]:
    submission = Submission(id="1", supplements=(given,))
    found = []
    for rule, run, params in (
        ("RME001", readme_present, NoParameters()),
        ("RME002", codec_named, NoParameters()),
        ("RME003", codec_matches, NoParameters()),
        ("RME004", codec_url, CodecUrl()),
        ("RME005", readme_identifies, NoParameters()),
    ):
        for hit in run(submission, params):
            if isinstance(hit, Hit):
                assert hit.message.endswith((".", "?"))
                assert hit.fix
                found.append(f"{rule} {hit.code}")
    return found


RIGHT = [
    ("cfhd", "Codec: GoPro CineForm"),
    ("g2m", "GoToMeeting codec (G2M4)"),
    ("vmnc", "VMware screen codec"),
    ("vvc", "H.266/VVC"),
    ("mts2", "Windows Media Screen codec"),
    ("h264", "h.264/mpeg4"),
    ("h264", "MPEG4 (H264)"),
    ("h264", "H.264 / MPEG-4 AVC"),
    ("divx", "Codec: DivX"),
    ("divx", "The video is DivX 6.9 encoded."),
    ("divx", "MPEG-4 Part 2 (ISO/IEC 14496-2) in AVI"),
    ("divx", "ffmpeg -vcodec mpeg4 -vtag DIVX"),
    ("xvid", "Codec used: XviD 1.3.7"),
    ("xvid", "Xvid MPEG-4 Codec"),
    ("fmp4", "MPEG-4 Visual (FMP4), any player based on FFmpeg plays it"),
    ("mp4v", "MPEG-4 ASP, plays with DivX or Xvid"),
    ("div3", "DivX ;-) 3.11 alpha"),
    ("div3", "Microsoft MPEG-4 v3"),
    ("h264", "Codec: H.264"),
    ("h264", "codec = h264 (libx264), yuv420p, 25 fps"),
    ("h264", "Video codec: H264 - MPEG-4 AVC (part 10) (avc1)"),
    ("h264", "The videos were encoded with x264."),
    ("h264", "AVC/H.264 video, AAC audio, MP4 container"),
    ("h264", "MPEG-4 Part 10 video"),
    ("h264", "encoded in H. 264 format"),
    ("h264", "Advanced Video Coding (AVC)"),
    ("h264", "DivX Plus HD"),
    ("h264avi", "AVI file with an h-264 stream"),
    ("hevc", "H.265/HEVC"),
    ("hevc", "x265"),
    ("vp9", "VP9 in an MP4"),
    ("av1", "encoded with SVT-AV1"),
    ("wmv2", "Windows Media Video 8"),
    ("wmv2", "WMV2"),
    ("wmv3", "Windows Media Video V9"),
    ("wmv3", "WMV 9"),
    ("wmv3", "VC-1"),
    ("mp43", "msmpeg4v3"),
    ("mjpeg", "Motion-JPEG"),
    ("mjpeg", "MJPEG codec"),
    ("raw", "uncompressed AVI"),
    ("h264", "Not DivX but H.264"),
    ("fmp4", "ISO MPEG-4, FourCC FMP4: any decoder of DivX or Xvid will do"),
    ("fmp4", "FOURCC=FMP4, so that a DivX player shows it"),
    ("xvid", "The call encourages DivX; as it is no longer free, we took Xvid."),
    ("xvid", "Früher war es DivX, jetzt ist es Xvid."),
    ("hevc", "H.265; an H.264 version would have been too large"),
    ("hevc", "HEVC (x265). The H.264 fallback was dropped."),
    ("h264", "encoded with NVENC H.264"),
]


@pytest.mark.parametrize(("stream", "text"), RIGHT)
def test_right(stream: str, text: str) -> None:
    name = f"clip.{EXTENSION[STREAMS[stream][0]]}"
    assert findings(supplement({"README.txt": text + URL}, {name: stream})) == []


NEARLY = [
    ("xvid", "Codec: DivX"),
    ("divx", "Codec: Xvid"),
    ("fmp4", "Codec: DivX 5"),
    ("div3", "Codec: DivX"),
    ("xvid", "DivX 5 (MPEG-4 Part 2)"),
]


@pytest.mark.parametrize(("stream", "text"), NEARLY)
def test_same_family(stream: str, text: str) -> None:
    assert findings(supplement({"README.txt": text + URL}, {"clip.avi": stream})) == ["RME003 same-family"]


WRONG = [
    ("divx", "Codec: H.264"),
    ("h264", "Codec: DivX"),
    ("h264", "MPEG-4 Part 2"),
    ("mp43", "Windows Media Video 9"),
    ("wmv2", "WMV3"),
    ("hevc", "H.264"),
    ("vp9", "x264"),
    ("mjpeg", "uncompressed"),
    ("h264", "QuickTime ProRes"),
    ("hevc", "H.264; an HEVC (H.265) version was too large"),
    ("mjpeg", "At first we tried Motion JPEG, but files were too large, so it is Xvid now."),
    ("hevc", "AVC, that is H.264. Not HEVC!"),
    ("hevc", "Codec: H.264, weil H.265 nicht überall läuft"),
]


@pytest.mark.parametrize(("stream", "text"), WRONG)
def test_wrong(stream: str, text: str) -> None:
    name = f"clip.{EXTENSION[STREAMS[stream][0]]}"
    assert findings(supplement({"README.txt": text + URL}, {name: stream})) == ["RME003 different"]


INSUFFICIENT = [
    ("h264", "Codec: MP4", ["RME002 container-only"]),
    ("divx", "Codec: AVI", ["RME002 container-only"]),
    ("h264", "The video plays with QuickTime.", ["RME002 container-only"]),
    ("wmv2", "Format: WMV", ["RME002 container-only"]),
    ("h264", "Install the K-Lite Codec Pack.", ["RME002 container-only"]),
    ("h264", "Codec: MPEG-4", ["RME002 vague"]),
    ("divx", "mpeg-4 codec", ["RME002 vague"]),
    ("wmv3", "Windows Media Video", ["RME002 vague"]),
    ("wmv2", "MPEG-4", ["RME002 vague", "RME003 different"]),
    ("h264", "This video shows the tool in the left hand.", ["RME002 missing"]),
    ("h264", "clip.mp4 shows the tool.", ["RME002 missing"]),
    ("divx", "see www.divx.com", ["RME002 missing"]),
]


@pytest.mark.parametrize(("stream", "text", "expected"), INSUFFICIENT)
def test_insufficient(stream: str, text: str, expected: list[str]) -> None:
    name = f"clip.{EXTENSION[STREAMS[stream][0]]}"
    assert findings(supplement({"README.txt": text + URL}, {name: stream})) == expected


ADDRESSES = [
    ("https://www.videolan.org/vlc/", []),
    ("http://x264.org", []),
    ("(https://www.divx.com/en/software/download/).", []),
    ("https://codecs.university-archive.example.edu/h264/codec.exe", []),
    ("", ["RME004 missing"]),
    ("see the web", ["RME004 missing"]),
    ("www.videolan.org", ["RME004 no-scheme"]),
    ("videolan.org/vlc", ["RME004 no-scheme"]),
    ("http:/www.divx.com", ["RME004 malformed"]),
    ("htp://www.divx.com", ["RME004 malformed"]),
    ("http//www.divx.com", ["RME004 malformed"]),
    ("ftp://ftp.ffmpeg.org/", ["RME004 not-http"]),
    ("https://localhost/codec", ["RME004 malformed"]),
    ("http://192.168.0.1/codec", ["RME004 malformed"]),
    ("https://example.com/codec", ["RME004 malformed"]),
    ("https://www.xxxxxx.com/codec", ["RME004 malformed"]),
    ("https://divx", ["RME004 malformed"]),
    ("https://www.weather-report.net/today", ["RME004 implausible"]),
    ("https://www.weather-report.net/today and https://www.videolan.org/", []),
    ("https://github.com/somebody/utvideo/releases", []),
    ("https://cineform-sdk.example.org/", ["RME004 malformed"]),
    ("https://magic.photos/huff-yuv/", []),
    ("https://github.com/", ["RME004 implausible"]),
    ("https://aomedia.googlesource.com/aom/", []),
    ("https://weather.googlesource.com/aom/", ["RME004 implausible"]),
]


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_addresses(address: str, expected: list[str]) -> None:
    text = f"clip.mp4\nCodec: H.264\nDownload: {address}\n"
    assert findings(supplement({"README.txt": text}, {"clip.mp4": "h264"})) == expected


def test_hosts_of_the_venue_are_good() -> None:
    given = supplement({"README.txt": "H.264, https://media.venue-host.net/x"}, {"clip.mp4": "h264"})
    submission = Submission(id="1", supplements=(given,))
    assert list(codec_url(submission, CodecUrl(hosts=("venue-host.net",)))) == []
    assert len(list(codec_url(submission, CodecUrl()))) == 1


SITE, OTHER = "https://x264.org", "https://www.videolan.org/vlc/"
GONE = AddressCheck(url=SITE, reached=False, status=404, detail="the site has no such page (404)")
ANSWERS = [
    ((), []),
    ((AddressCheck(url=SITE, reached=True, status=200),), []),
    ((GONE,), ["unreachable"]),
    ((AddressCheck(url=SITE, detail="there was no answer in time"),), ["undecided"]),
    ((AddressCheck(url="https://divx.com", reached=True),), ["undecided"]),
]


def online(text: str, checks: tuple[AddressCheck, ...]) -> list[Hit | Skipped | Undecided]:
    given = replace(supplement({"README.txt": text}, {"clip.mp4": "h264"}), addresses=checks)
    return list(codec_url(Submission(id="1", supplements=(given,)), CodecUrl()))


@pytest.mark.parametrize(("checks", "expected"), ANSWERS)
def test_what_was_seen_online(checks: tuple[AddressCheck, ...], expected: list[str]) -> None:
    results = online(f"H.264, {SITE}", checks)
    assert [result.code if isinstance(result, Hit) else "undecided" for result in results] == expected


def test_an_address_that_answers_makes_up_for_one_that_does_not() -> None:
    assert online(f"H.264, {SITE} or {OTHER}", (GONE, AddressCheck(url=OTHER, reached=True))) == []


def test_what_leads_nowhere_is_named_with_another_address() -> None:
    (hit,) = online(f"H.264, {SITE}", (GONE,))
    assert isinstance(hit, Hit)
    assert SITE in hit.message
    assert "no such page (404)" in hit.message
    assert SITE not in hit.fix


def test_the_addresses_to_ask_are_those_that_are_sound() -> None:
    text = f"clip.mp4: {SITE}, {SITE}, www.divx.com, https://www.weather-report.net/today\nother.avi: {OTHER}\n"
    given = supplement({"README.txt": text}, {"clip.mp4": "h264", "other.avi": "divx", "silent.mp4": "h264"})
    assert codec_addresses(given, ()) == (SITE, OTHER)


LAYOUTS: list[tuple[dict[str, str], dict[str, str], list[str]]] = [
    (
        {"README.txt": "video1.mp4: H.264\nvideo2.avi: Xvid\n" + URL},
        {"video1.mp4": "h264", "video2.avi": "xvid"},
        [],
    ),
    (
        {"README.txt": "video1.mp4: Xvid\nvideo2.avi: H.264\n" + URL},
        {"video1.mp4": "h264", "video2.avi": "xvid"},
        ["RME003 different", "RME003 different"],
    ),
    (
        {"README.txt": "video1.mp4\nvideo2.mp4\nvideo3.mp4\n\nCodec: H.264" + URL},
        {"video1.mp4": "h264", "video2.mp4": "h264", "video3.mp4": "h264"},
        [],
    ),
    (
        {"README.txt": "All videos are encoded with H.264." + URL},
        {"a/one.mp4": "h264", "b/two.mp4": "h264"},
        [],
    ),
    (
        {"README.txt": "H.264 is used for video1.mp4, Xvid for video2.avi." + URL},
        {"video1.mp4": "h264", "video2.avi": "xvid"},
        [],
    ),
    (
        {"README.txt": "| S1.mp4 | H.264 | https://x264.org |\n| S2.avi | DivX | https://divx.com |\n"},
        {"S1.mp4": "h264", "S2.avi": "divx"},
        [],
    ),
    (
        {"README.txt": "Video 1: H.264\nVideo 2: DivX\n" + URL},
        {"video_01.mp4": "h264", "video_02.avi": "divx"},
        [],
    ),
    (
        {"README.txt": "video1.mp4: H.264" + URL},
        {"video1.mp4": "h264", "video2.mp4": "h264"},
        ["RME001 uncovered"],
    ),
    (
        {"README.txt": "video1.mp4: H.264" + URL},
        {"video1.mp4": "h264", "video10.mp4": "h264"},
        ["RME001 uncovered"],
    ),
    (
        {"video1_README.txt": "H.264" + URL, "README_video2.txt": "DivX" + URL},
        {"video1.mp4": "h264", "video2.avi": "divx"},
        [],
    ),
    (
        {"video1_README.txt": "H.264" + URL},
        {"video1.mp4": "h264", "video2.avi": "divx"},
        ["RME001 uncovered"],
    ),
    (
        {"a/README.txt": "H.264" + URL, "b/README.md": "# Codec\nDivX" + URL},
        {"a/clip.mp4": "h264", "b/clip.avi": "divx"},
        [],
    ),
    (
        {"a/README.txt": "H.264" + URL},
        {"a/clip.mp4": "h264", "b/clip.avi": "divx"},
        ["RME001 uncovered"],
    ),
    ({"info.txt": "H.264" + URL}, {"clip.mp4": "h264"}, ["RME001 not-called-readme"]),
    ({}, {"clip.mp4": "h264"}, ["RME001 missing"]),
    ({"README.txt": "   \n"}, {"clip.mp4": "h264"}, ["RME001 empty"]),
    (
        {"README.txt": "surgery.mp4 shows the surgery.\nCodec of surgery.mp4: H.264\nsurgery-2.avi: DivX\n" + URL},
        {"surgery.mp4": "h264", "surgery-2.avi": "divx"},
        [],
    ),
    (
        {"README.txt": "Clips A and B: H.264" + URL},
        {"Clip A.mp4": "h264", "Clip B.mp4": "h264", "Clip C.mp4": "h264"},
        ["RME001 uncovered"],
    ),
    (
        {"README.txt": "Clips A-C: H.264" + URL},
        {"Clip A.mp4": "h264", "Clip B.mp4": "h264", "Clip C.mp4": "h264"},
        [],
    ),
    (
        {"README.txt": "Videos I and II: H.264" + URL},
        {"Video I.mp4": "h264", "Video II.mp4": "h264", "Video III.mp4": "h264"},
        ["RME001 uncovered"],
    ),
    (
        {"README.txt": "Videos I-III: H.264" + URL},
        {"Video I.mp4": "h264", "Video II.mp4": "h264", "Video III.mp4": "h264"},
        [],
    ),
    ({"README.txt": "動画Aと動画BはH.264です。" + URL}, {"動画A.mp4": "h264", "動画B.mp4": "h264"}, []),
    (
        {"README.txt": "caseNN_before.mp4, caseNN_after.mp4: H.264" + URL},
        {"case01_before.mp4": "h264", "case01_after.mp4": "h264", "case02_before.mp4": "h264"},
        [],
    ),
    (
        {"README.txt": "a.mp4 and b.avi are encoded in H.264 and Xvid, respectively." + URL},
        {"a.mp4": "h264", "b.avi": "xvid"},
        [],
    ),
    (
        {"README.txt": "one.mp4 and two.mp4 are encoded in H.264 and HEVC, respectively." + URL},
        {"one.mp4": "hevc", "two.mp4": "h264"},
        ["RME003 different", "RME003 different"],
    ),
    (
        {"README.txt": "a1.mp4: front\na2.avi: side (MJPEG instead of H.264 like the other)\nPlayer:" + URL},
        {"a1.mp4": "h264", "a2.avi": "mjpeg"},
        [],
    ),
    ({"README.txt": "视频一、视频二均为H.264编码。" + URL}, {"视频一.mp4": "h264", "视频二.mp4": "h264"}, []),
    (
        {"README.txt": "视频一至二均为H.264编码。" + URL},
        {"视频一.mp4": "h264", "视频二.mp4": "h264", "视频三.mp4": "h264"},
        ["RME001 uncovered"],
    ),
    ({"README.txt": "手術1.mp4: H.264" + URL}, {"手術１.mp4": "h264"}, []),
    ({"README.txt": "S%02d.mp4: H.264" + URL}, {"S01.mp4": "h264", "S02.mp4": "h264"}, []),
    ({"README.txt": "trial<n>.mp4: H.264" + URL}, {"trial1.mp4": "h264", "trial2.mp4": "h264"}, []),
    (
        {"one/README.txt": "a.mp4, b.mp4: H.264" + URL},
        {"one/a.mp4": "h264", "one/b.mp4": "h264", "two/a.mp4": "h264"},
        ["RME001 uncovered"],
    ),
    (
        {"one/README.txt": "a.mp4, b.mp4: H.264" + URL},
        {"one/a.mp4": "h264", "one/b.mp4": "h264", "two/a.avi": "mjpeg"},
        ["RME001 uncovered"],
    ),
    ({"one/README.txt": "a.mp4 and two/a.mp4: H.264" + URL}, {"one/a.mp4": "h264", "two/a.mp4": "h264"}, []),
    (
        {"README.txt": f"a.mp4\n  codec: H.264\n  codec URL: {URL}\n\nb.avi\n  codec: DivX 5\n  codec URL: -\n"},
        {"a.mp4": "h264", "b.avi": "divx"},
        ["RME004 missing"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "videos", "expected"), LAYOUTS)
def test_which_readme_speaks_for_which_video(
    texts: dict[str, str], videos: dict[str, str], expected: list[str]
) -> None:
    assert findings(supplement(texts, videos)) == expected


def test_the_readme_that_would_be_right_is_right() -> None:
    videos = {f"{stream}.{EXTENSION[container]}": stream for stream, (container, _, _) in STREAMS.items()}
    given = supplement({}, videos)
    (hit,) = (
        hit for hit in readme_present(Submission(id="1", supplements=(given,)), NoParameters()) if isinstance(hit, Hit)
    )
    text = hit.fix.split("\n\n", 1)[1]
    assert findings(supplement({"README.txt": text}, videos)) == []


IDENTIFYING = [
    ("Contact: Ingrid Lyngby", True),
    ("Author: Ingrid Lyngby, Mateo Quiroga", True),
    ("Affiliation: University of Nordhavn", True),
    ("Questions to ingrid.lyngby@nordhavn-clinic.org", True),
    ("Code: https://github.com/ilyngby/demo", True),
    ("made on /home/ilyngby/video", True),
    ("Authors: Anonymous", False),
    ("Name: clip.mp4", False),
    ("Codec: https://github.com/cisco/openh264", False),
    ("Our repository has the decoder: https://github.com/nordvik-tools/ffmpeg-vp9.", True),
    ("Take the build from the second author's page, https://github.com/nordvik-tools/x264-slices.", True),
    ("Our clips were made by the build at https://github.com/nordvik-tools/x264-slices.", False),
    ("Our players take https://github.com/cisco/openh264 for H.264.", False),
    ("The arrows were drawn by us.\nProfile = K-NORD, level 4.", False),
    ("Thank you for watching.", False),
    ("Codec ID : isom (isom/av01/iso2)", False),
    ("Codec: K-Lite Codec Pack, https://codecguide.com/download_kl.htm", False),
    ("Führung der Kanüle im Gewebephantom", False),
    ("다운로드: https://www.openh264.org/", False),
    ("The codec that we used is on our page: https://people.nordhavn.example.edu/ilyngby/x.exe", True),
    ("It was recorded at the University of Reading by one of us.", True),
    ("Bei Rückfragen wenden Sie sich an Dr. Ingrid Lyngbysen, Uniklinik Nordhafen.", True),
    ("Bei Rückfragen wenden Sie sich bitte über CMT an uns.", False),
    ("Verwendeter Codec: H.264 (x264)", False),
    ("Aufgenommen mit einer Kamera der Firma Basler an einem Phantom.", False),
    ("Die Aufnahmen entstanden an der Universitätsmedizin Nordhafen.", True),
    ("Grabado por María Quiroga en el Hospital Clínico de Nordhavia", True),
    ("Les images ont été acquises au CHU de Nordhaven.", True),
    ("Voiceover: Beatriz", True),
    ("Narration by a synthetic voice.", False),
    ("Narration by Alistair Lyngbysen.", True),
    ("-- Priya Lyngby", True),
    ("Regards, Marta Quiroga and Jonas Lyngby", True),
    ("Contatto: Prof. G. Quiroga", True),
    ("联系人：李晓明", True),
    ("作成者：高橋健太", True),
    ("촬영: 김민수", True),
    ("作者：匿名", False),
    ("HuffYUV, a codec written by Ben Adams at UC Nordhavn", False),
    ("x264 by Martin Lyngby and others", False),
    ("One case of the public Cholec80 data set (University of Strasbourg) with our overlay", False),
    ("Recorded with OBS Studio on Windows 11, edited in DaVinci Resolve, exported by HandBrake.", False),
    ("Left: Input Frame. Right: Ground Truth. Bottom: Kaplan-Meier curve, Otsu threshold, Hough Transform.", False),
    ("© DivX, LLC. Download: https://www.divx.com/", False),
    ("© 2025 Lyngby Lab", True),
    ("Die Patientin wurde im Klinikum links der Nordau operiert.", True),
    ("Submission by Lyngby and Quirogason", True),
    ("For details see our MICCAI 2023 paper (Lyngby et al.).", True),
    ("Compared with the method of Lyngby et al. [7].", False),
    ("Supported by the Nordic Science Foundation (grant 205320_212345).", True),
    ("Filmed in the operating room of a university hospital; name tags were blurred.", False),
    ("Made with Microsoft PowerPoint and Camtasia Studio, shown as Figure 3.", False),
    ("Ablauf: links die Vorhersage, rechts die Referenz des Datensatzes.", False),
    ("Video bên trái là Ảnh Đầu Vào, bên phải là Kết Quả Phân Đoạn.", False),
    ("数据来自公开数据集（诺德大学发布）。", False),
    ("数据采集于诺德大学医院。", True),
    ("Bei Fragen hilft Friederike Lyngbysen, die sie geschnitten hat, gern weiter.", True),
    ("The staff of Nordhavn universitetssjukehus", True),
]


@pytest.mark.parametrize(("line", "told"), IDENTIFYING)
def test_what_identifies(line: str, told: bool) -> None:
    given = supplement({"README.txt": f"clip.mp4: H.264{URL}{line}\n"}, {"clip.mp4": "h264"})
    assert findings(given) == (["RME005 identifies"] if told else [])


@pytest.mark.parametrize(
    "line",
    [
        "Additional results",
        "Table S1: dense 24.8",
        "Proof of Theorem 2.",
        "Dice of 0.91 on the test set",
        "Lemma 3 holds.",
        "(p < 0.01)",
        "It holds not only the films but also additional results.",
        "There is no sound. Additional results are in the second film.",
        "No further results here, but a proof of the second claim.",
    ],
)
def test_results(line: str) -> None:
    given = supplement({"README.txt": f"clip.mp4: H.264{URL}{line}\n"}, {"clip.mp4": "h264"})
    assert findings(given) == ["RME005 results"]


@pytest.mark.parametrize(
    "line",
    [
        "The clip shows no further results beyond the paper.",
        "This archive does not contain any additional experiments.",
        "Without additional analysis or proofs.",
        "Die Videos zeigen keine zusätzlichen oder additional results.",
    ],
)
def test_results_that_are_denied(line: str) -> None:
    given = supplement({"README.txt": f"clip.mp4: H.264{URL}{line}\n"}, {"clip.mp4": "h264"})
    assert findings(given) == []


@pytest.mark.parametrize("unit", ["a", "mpeg-", "http:", "clip ", "\n", "("])
def test_hostile_text_takes_no_longer_than_its_length_accounts_for(unit: str) -> None:
    text = unit * (150_000 // len(unit))
    given = supplement({"README.txt": text}, {f"clip{number}.mp4": "h264" for number in range(20)})
    processor_seconds(lambda: findings(given), 40)
