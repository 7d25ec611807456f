"""Videos that a README names together: lists that say the name once, and "the others"."""

from __future__ import annotations

import pytest
from tests.pumping import processor_seconds
from tests.rules.supplement.readme.test_readme_wordings import URL, findings, supplement

from faimi_check.rules.supplement.readme.scope.mentions import named_in

RUNS = {f"run0{number}.mp4": "hevc" if number == 2 else "h264" for number in range(1, 6)}
FILMS = {f"Film_S{number}.avi": "mjpeg" if number == 2 else "divx" for number in range(1, 6)}
VIEWS = {f"view_{letter}.mp4": "h264" for letter in "abcd"}
LISTED = [
    ("run01, 03, 04, 05: H.264\nrun02: HEVC", RUNS),
    ("run01.mp4, 03.mp4, 04.mp4 and 05.mp4 use H.264; run02.mp4 uses HEVC", RUNS),
    ("run01/03/04/05: H.264, run02: HEVC", RUNS),
    ("run01, -03 to -05: H.264\nrun02: HEVC", RUNS),
    ("runs 1, 3, 4 und 5 sind H.264, run02 ist HEVC", RUNS),
    ("run02 is HEVC, unlike runs 1 and 3 to 5, which are H.264", RUNS),
    ("The other four (run01, 03, 04, 05) are H.264, run02 is HEVC.", RUNS),
    ("MJPEG: S2\nDivX: S1, 3-5", FILMS),
    ("Films S1, S3 & S4, S5 are DivX, S2 is MJPEG.", FILMS),
    ("Film_S2.avi: MJPEG\nFilm_S1.avi, _S3.avi, _S4.avi, _S5.avi: DivX", FILMS),
    ("view_a, b, c and d: H.264", VIEWS),
    ("view_a, -b, -c, -d: H.264", VIEWS),
    ("録画1・2・3はH.264です", {f"録画{number}.mp4": "h264" for number in (1, 2, 3)}),
    ("week 1, 2, 10 H.264", {f"week{number:02d}.mp4": "h264" for number in (1, 2, 10)}),
    ("knee_1_left, 2_left, 3_left: H.264", {f"knee_{number}_left.mp4": "h264" for number in (1, 2, 3)}),
]


@pytest.mark.parametrize(("text", "videos"), LISTED)
def test_a_list_names_all_its_videos(text: str, videos: dict[str, str]) -> None:
    assert findings(supplement({"README.txt": text + URL}, videos)) == []


@pytest.mark.parametrize(
    "text",
    [
        "run02.mp4, 3 instruments, HEVC",
        "run02: 1 person, 3 and 4 tools, HEVC",
        "run02.mp4, 5 s, 4 MB, HEVC",
        "run02, 1 hand and 3 tools, HEVC",
        "run02.mp4 at 3, 4 and 5 times the speed, HEVC",
        "run02.mp4 (HEVC), see Figure 1, 3 and 4",
    ],
)
def test_what_is_counted_is_no_video(text: str) -> None:
    assert findings(supplement({"README.txt": text + URL}, RUNS)) == ["RME001 uncovered"] * 4


def test_figures_and_codecs_are_no_short_names() -> None:
    videos = ("Film_S1.avi", "Film_S2.avi", "out_h263.avi", "out_h264.avi")
    assert named_in("as in Fig. S1 and Table S2, coded as h264", videos).videos == frozenset()
    assert named_in("as in S1, coded as h264", videos).videos == {"Film_S1.avi"}


OTHERS = [
    "The other four runs are H.264.",
    "The remaining ones: H.264",
    "All others: H.264",
    "Everything else is H.264.",
    "For the rest we used H.264.",
    "All but run02 are H.264.",
    "The other runs are coded alike, in H.264.",
    "The other videos:\nH.264",
    "Die übrigen vier sind H.264.",
    "Alle anderen Dateien: H.264",
    "Les quatre autres sont en H.264.",
    "Le reste est en H.264.",
    "Los demás: H.264",
    "Os outros filmes usam H.264.",
    "Gli altri quattro sono H.264.",
    "De overige filmpjes: H.264",
    "De övriga fyra är H.264.",
    "Pozostałe filmy: H.264",
    "Остальные четыре: H.264",
    "其余四个视频均为H.264编码。",
    "残りの4本はH.264です。",
    "나머지 영상은 H.264입니다.",
]


@pytest.mark.parametrize("line", OTHERS)
def test_the_others_are_those_that_no_line_names(line: str) -> None:
    first = f"run02.mp4 is HEVC, as it came.\n{line}{URL}"
    assert findings(supplement({"README.txt": first}, RUNS)) == []
    wrong = RUNS | {"run04.mp4": "mjpeg"}
    assert findings(supplement({"README.txt": first}, wrong)) == ["RME003 different"]


@pytest.mark.parametrize(
    "text",
    [
        "run02 is HEVC, the others are H.264.",
        "The others are H.264, only run02 is HEVC.",
        "Unlike run02.mp4 (HEVC), the remaining runs are H.264.",
        "run02.mp4为HEVC，其余为H.264。",
    ],
)
def test_one_sentence_may_speak_of_one_and_of_the_others(text: str) -> None:
    assert findings(supplement({"README.txt": text + URL}, RUNS)) == []
    assert findings(supplement({"README.txt": text + URL}, RUNS | {"run04.mp4": "mjpeg"})) == ["RME003 different"]


def test_others_may_be_like_the_one_that_is_named() -> None:
    videos = dict.fromkeys(RUNS, "h264")
    for line in ("The same holds for the other four.", "Idem pour les autres.", "The others: likewise"):
        assert findings(supplement({"README.txt": f"run02.mp4: H.264\n{line}{URL}"}, videos)) == []


@pytest.mark.parametrize(
    "line",
    [
        "The other hand holds the tool.",
        "Other players decode H.264, too.",
        "The other two are H.264.",
        "No other software is needed for H.264.",
        "Any other player with H.264 will do.",
        "See the other films of the project page.",
        "Other codecs such as H.264 were tried.",
    ],
)
def test_what_else_is_other_speaks_for_no_video(line: str) -> None:
    text = f"run02.mp4 is HEVC.\n{line}{URL}"
    assert findings(supplement({"README.txt": text}, RUNS)) == ["RME001 uncovered"] * 4


@pytest.mark.parametrize("unit", ["run01, ", "run01, 2/3 ", "the other five ", "all but the rest of ", "S1, S2 - "])
def test_hostile_lists_take_no_longer_than_their_length_accounts_for(unit: str) -> None:
    text = "\n".join([unit * (2_000 // len(unit))] * 40)
    given = supplement({"README.txt": text}, {f"run{number:02d}.mp4": "h264" for number in range(40)})
    processor_seconds(lambda: findings(given), 30)
