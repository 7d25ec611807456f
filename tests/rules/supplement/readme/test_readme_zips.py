"""READMEs in real zips with real videos, from the bytes to the findings."""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from faimi_check.model.finding import Hit, Severity
from faimi_check.model.submission import Submission
from faimi_check.model.video import Video
from faimi_check.reading.video.video import read_video_file
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.reading.zip.members import decode_members
from faimi_check.rules.catalogue import rules

VIDEOS = Path(__file__).resolve().parents[4] / "fixtures" / "videos"
VLC = "https://www.videolan.org/vlc/"


@cache
def decoded(name: str) -> Video:
    return read_video_file(VIDEOS / name)


def judged(folder: Path, videos: dict[str, str], texts: dict[str, bytes]) -> list[str]:
    """The findings on READMEs in a zip of these videos (fixtures by the names they get) and texts, notes left out."""
    file = folder / "supplement.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
        for name, fixture in videos.items():
            archive.write(VIDEOS / fixture, name)
    supplement = read_supplement(file, file.name)
    films = tuple(replace(decoded(videos[member]), member=member) for member in decode_members(supplement))
    submission = Submission(id="1", supplements=(replace(supplement, videos=films),))
    found = []
    for rule in rules():
        if rule.id.startswith("RME"):
            for hit in rule.run(submission, rule.params()):
                if not isinstance(hit, Hit) or rule.codes[hit.code] is not Severity.NOTE:
                    found.append(f"{rule.id} {hit.code if isinstance(hit, Hit) else 'undecided'}")
    return found


def named(*names: str, fixture: str = "h264.mp4") -> dict[str, str]:
    return dict.fromkeys(names, fixture)


def numbered(pattern: str, count: int, fixture: str = "h264.mp4") -> dict[str, str]:
    return named(*(pattern.format(number) for number in range(1, count + 1)), fixture=fixture)


TWO = {"supp_vid_1.mp4": "h264.mp4", "supp_vid_2.avi": "divx.avi"}
RIGHT = [
    (numbered("Video_S{}.mp4", 4), f"Video_S1.mp4 to Video_S4.mp4 were encoded with x264, {VLC}"),
    (numbered("exp-{:02}.mp4", 5), f"exp-01.mp4, ..., exp-05.mp4: H.264\n{VLC}"),
    (numbered("video{}.mp4", 5), f"Video 1 through Video 5 use H.264 ({VLC})."),
    (numbered("Video_S{}.mp4", 4), f"Videos S1–S4: H.264, {VLC}"),
    (numbered("Video_S{}.mp4", 4), f"Movies S1 to S3 and S4: H.264, {VLC}"),
    (numbered("video{}.mp4", 4), f"video1-4.mp4: h.264 / mpeg4, {VLC}"),
    (numbered("video{}.mp4", 2), f"video{{1,2}}.mp4: MPEG4(H.264), {VLC}"),
    (named("view_a.mp4", "view_b.mp4", "view_c.mp4"), f"view_a.mp4 through view_c.mp4: AVC, {VLC}"),
    (numbered("video{}.mp4", 3), f"Die Filme 1 bis 3 sind mit H.264 kodiert: {VLC}"),
    (numbered("video{}.mp4", 3), f"Les vidéos 1 à 3 : codec H.264, {VLC}"),
    (numbered("video{}.mp4", 3), f"Vídeos 1 a 3: códec H.264. Descarga: {VLC}"),
    (numbered("clip{}.mp4", 3), f"All three clips use H.264, see {VLC}"),
    ({"a.mp4": "h264.mp4", "b.avi": "divx.avi"}, f"MP4 files: H.264 ({VLC})\nAVI files: DivX (https://www.divx.com)"),
    (numbered("videoS{}.mp4", 5), f"Videos S1 – S5 were exported as H.264 (.mp4).\n{VLC}"),
    (named("Movie1.mp4"), f"Movie 1 - 2 instruments are visible. H.264, {VLC}"),
    (named("demo.mp4"), f"demo.mp4 was converted from demo_raw.avi and is in H.264 now. {VLC}"),
    ({"前.mp4": "h264.mp4", "後.avi": "divx.avi"}, f"前.mp4 は H.264、後.avi は DivX です。{VLC}"),
    (named("前.mp4", "後.mp4"), f"前.mp4、後.mp4 は H.264 です。{VLC}"),
    (named("demo.mp4"), f"demo.mp4, H.264 ({VLC}), made by\n  ffmpeg -i frames/%04d.png -c:v libx264 result.mp4"),
    (named("demo.mp4"), f"H.264, {VLC}\nThe codec's developers are thanked. Instruments are shown from the left."),
    (named("demo.mp4"), f"H.264, {VLC}\nThe scenes are from public data of the University Hospital of Nordhavn [3]."),
    (TWO, f"Video 1\n 25 fps\n Codec: H.264\n {VLC}\nVideo 2\n Codec: DivX\n https://www.divx.com"),
    (
        {"e1.avi": "xvid.avi", "e2.avi": "xvid.avi", "e3.mp4": "h264.mp4"},
        f"With Xvid (https://www.xvid.com):\ne1.avi\ne2.avi\nWith H.264 ({VLC}):\ne3.mp4",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("videos", "text"), RIGHT)
def test_right(tmp_path: Path, videos: dict[str, str], text: str) -> None:
    assert judged(tmp_path, videos, {"README.txt": text.encode()}) == []


UNCOVERED, DIFFERENT, IDENTIFIES = ["RME001 uncovered"], ["RME003 different"], ["RME005 identifies"]
WRONG = [
    (numbered("video{}.mp4", 4), f"Videos 1-3: H.264, {VLC}", UNCOVERED),
    (numbered("video{}.mp4", 4), f"Videos 1–3 are in H.264. {VLC}", UNCOVERED),
    (numbered("exp{}.mp4", 4), f"exp1.mp4 to exp3.mp4: H.264, {VLC}", UNCOVERED),
    (numbered("film{}.mp4", 3), f"Film 1 und Film 2: H.264, {VLC}", UNCOVERED),
    (numbered("v_{}.mp4", 3), f"Both videos use H.264 ({VLC}): v_1.mp4, v_2.mp4", UNCOVERED),
    (numbered("v{}.mp4", 4), f"v1.mp4, v2.mp4 and v3.mp4: all three videos use H.264, {VLC}", UNCOVERED),
    (named("video1.mp4"), f"demo_final_v2.mp4: H.264, {VLC}", UNCOVERED),
    (named("demo.mp4"), f"File: supplementary_video.mp4\nCodec: H.264\n{VLC}", UNCOVERED),
    (named("a1.mp4", "a2.mp4"), f"a1.mp4, a2.mp4, a3.mp4: H.264, {VLC}", ["RME001 absent"]),
    (named("demo.mp4"), f"H.264, {VLC}\nThe demo was filmed by Ingrid Lyngby, our first author.", IDENTIFIES),
    (named("demo.mp4"), f"Film tourné au CHU de Nordhavn.\nCodec : H.264, {VLC}", IDENTIFIES),
    (named("demo.mp4"), f"本视频由北港大学医学院录制，使用 H.264 编码，{VLC}", IDENTIFIES),
    ({"前.mp4": "h264.mp4", "後.avi": "divx.avi"}, f"前.mp4 は DivX、後.avi は H.264 です。{VLC}", DIFFERENT * 2),
    (TWO, f"Video 1: DivX\nVideo 2: H.264\n{VLC}", DIFFERENT * 2),
    (TWO, f"Supplementary Video S1\n Codec: DivX\n\nSupplementary Video S2\n Codec: H.264\n{VLC}", DIFFERENT * 2),
    (TWO, f"supp_vid_1.mp4 uses DivX, supp_vid_2.avi uses H.264. {VLC}", DIFFERENT * 2),
    (TWO, f"*.mp4: DivX\n*.avi: H.264\n{VLC}", DIFFERENT * 2),
]  # fmt: skip


@pytest.mark.parametrize(("videos", "text", "expected"), WRONG)
def test_wrong(tmp_path: Path, videos: dict[str, str], text: str, expected: list[str]) -> None:
    assert judged(tmp_path, videos, {"README.txt": text.encode()}) == expected


def test_what_is_named_instead_is_said(tmp_path: Path) -> None:
    file = tmp_path / "supplement.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("README.txt", f"old_cut.mp4: H.264, {VLC}")
        archive.write(VIDEOS / "h264.mp4", "video1.mp4")
    rule = next(rule for rule in rules() if rule.id == "RME001")
    (hit,) = rule.run(Submission(id="1", supplements=(read_supplement(file, file.name),)), rule.params())
    assert isinstance(hit, Hit)
    assert (
        hit.message == "No README speaks for video1.mp4; the README speaks of old_cut.mp4, which the zip does not hold."
    )


ADDRESSES = [
    ("ftp://ftp.videolan.org/pub/videolan/vlc/", ["RME004 not-http"]),
    ("https://en.wikipedia.org/wiki/Advanced_Video_Coding", ["RME004 article"]),
    ("https://www.google.com/search?q=h264+codec", ["RME004 article"]),
    ("https://www.itu.int/rec/T-REC-H.264", ["RME004 article"]),
    ("https://my-video-site.net/blog/h264-codec", ["RME004 article"]),
    (f"https://de.wikipedia.org/wiki/H.264, {VLC}", []),
    ("https://ffmpeg.org/download.html", []),
]


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_addresses(tmp_path: Path, address: str, expected: list[str]) -> None:
    text = f"demo.mp4: H.264, {address}"
    assert judged(tmp_path, named("demo.mp4"), {"README.txt": text.encode()}) == expected


LETTERS = [
    ("gbk", f"视频文件video1.mp4采用H.264编码。解码器下载地址:{VLC}。"),
    ("gbk", f"所有视频均采用H.264编码,可从{VLC}下载。"),
    ("big5", f"影片video1.mp4使用H.264編碼。解碼器下載網址:{VLC}下載"),
    ("shift_jis", f"動画video1.mp4はH.264でエンコードされています。{VLC}からダウンロードできます。"),
    ("euc_jp", f"動画1のコーデックはH.264({VLC})です。"),
    ("cp949", f"모든 비디오는 H.264 코덱입니다. {VLC}에서 다운로드할 수 있습니다."),
    ("iso2022_jp", f"動画1のコーデック:H.264。{VLC}"),
    ("cp1251", f"Видео video1.mp4 закодировано кодеком H.264. Скачать: {VLC}"),
    ("cp1252", f"video1.mp4: H.264 für Windows und Mac, „größer“ als üblich. {VLC}"),
]


@pytest.mark.parametrize(("encoding", "text"), LETTERS)
def test_encodings(tmp_path: Path, encoding: str, text: str) -> None:
    assert judged(tmp_path, named("video1.mp4"), {"README.txt": text.encode(encoding)}) == []


FOLDERS: list[tuple[dict[str, str], dict[str, str], list[str]]] = [
    (named("videos/a.mp4"), {"docs/README.txt": f"All videos: H.264, {VLC}"}, []),
    (named("videos/a.mp4"), {"docs/README.txt": f"Codec: H.264, {VLC}"}, []),
    (named("x/a.mp4", "y/b.mp4"), {"x/README.txt": f"All videos: H.264, {VLC}"}, []),
    (named("x/a.mp4", "y/b.mp4"), {"x/README.txt": f"Codec: H.264, {VLC}"}, UNCOVERED),
    (TWO, {"README1.txt": f"H.264, {VLC}", "README2.txt": "DivX, https://www.divx.com"}, []),
    (TWO, {"README1.txt": "DivX, https://www.divx.com", "README2.txt": f"H.264, {VLC}"}, DIFFERENT * 2),
]


@pytest.mark.parametrize(("videos", "texts", "expected"), FOLDERS)
def test_folders(tmp_path: Path, videos: dict[str, str], texts: dict[str, str], expected: list[str]) -> None:
    assert judged(tmp_path, videos, {name: text.encode() for name, text in texts.items()}) == expected


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (f"Acquis sur le banc financé par le projet LUMÈRE (ANR-23-CE17-4821). H.264, {VLC}", "latin-1", IDENTIFIES),
        (f"H.264, {VLC}\r\nA diferença caiu de 10,8 para 2,9 pontos percentuais.", "cp1252", ["RME005 results"]),
        (f"编码：H.264，{VLC}\n准确率从 82.1% 提高到 87.4%。", "gb18030", ["RME005 results"]),
        (f"Кодек: H.264, {VLC}\nЧувствительность 0,91.", "cp1251", ["RME005 results"]),
        (f"H.264, {VLC}\n\n    rsync -av ilyngby@render04:frames/ frames/", "utf-16", IDENTIFIES),
        (f"Кодек: H.264, {VLC}\nСъёмка: фантом, 25 кадров/с, 3,2 с, 1,4 МБ.", "cp1251", []),
        (f"Durée 3,2 s, réduite de 100 % à 50 %. H.264, {VLC}", "latin-1", []),
    ],
)
def test_what_a_readme_tells_in_other_languages(tmp_path: Path, text: str, encoding: str, expected: list[str]) -> None:
    assert judged(tmp_path, named("walk.mp4"), {"LISEZMOI_walk.txt": text.encode(encoding)}) == expected
