"""Grants, houses where a video was recorded, and who signs a change are sure in a README; who may be others is not."""

from __future__ import annotations

import pytest
from tests.pumping import processor_seconds
from tests.rules.supplement.readme.test_readme_wordings import supplement

from faimi_check.model.finding import Confidence, Hit
from faimi_check.model.submission import Submission
from faimi_check.rules.registry import NoParameters
from faimi_check.rules.supplement.readme.content import readme_identifies
from faimi_check.rules.supplement.readme.surely import grants_in


def confidences(text: str) -> list[Confidence]:
    given = supplement({"README.txt": f"clip.mp4: H.264\n{text}\n"}, {"clip.mp4": "h264"})
    hits = readme_identifies(Submission(id="1", supplements=(given,)), NoParameters())
    return [hit.confidence for hit in hits if isinstance(hit, Hit) and hit.code == "identifies"]


@pytest.mark.parametrize(
    "line",
    [
        "Banc financé par le projet LUMEX (ANR-23-CE17-4821).",
        "Supported by grant 205320_212345 of the Nordic fund.",
        "本视频由国家自然科学基金（62098765）资助。",
        "Filmed in the skills lab of Nordhavn University Hospital.",
        "Recorded with the grabber of the training room, Nordhavn Medical College, on a model.",
        "Aufgenommen am Universitätsklinikum Nordhavn.",
        "Enregistré au CHU de Nordhavn.",
        "数据采集于诺德大学医院。",
        "2025-06-12 sound removed (Ingrid Lyngby)",
        "v1.1, 12.06.2025, Ingrid Lyngby: sound removed",
        "- 2025-06-12 (I. Lyngby): trimmed",
        "Filmed by Ingrid Lyngby",
        "NIH R01 EB031234",
        "The filming was paid for by DFG project LY 2207/3-1.",
        "Funded by the DFG (LY 2207/3-1)",
        "Gefilmt im OP der Augenklinik Nordhafen",
        "The codec is at https://vision.uni-nordhavn.edu/tools/mjpg_codec.zip",
    ],
)
def test_sure(line: str) -> None:
    assert confidences(line) == [Confidence.LIKELY]


@pytest.mark.parametrize(
    "line",
    [
        "The phantom was bought from Nordhavn Medical College.",
        "Recorded at Nordhavn University Hospital, as in [3].",
        "In the style of the Nordhavn University Hospital.",
        "Thanks to the page https://vision.uni-nordhavn.edu/phantoms",
    ],
)
def test_open(line: str) -> None:
    assert confidences(line) == [Confidence.POSSIBLE]


@pytest.mark.parametrize(
    "line",
    [
        "Build 205320_212345",
        "Timestamp 202506_143312, project file 3",
        "2025-06-12 re-encoded at CRF 30 (sound removed)",
        "Serial R01 EB031234",
        "12.06.2025 Gaussian blur added (Final Cut)",
        "Filmed in the skills lab of a university hospital.",
        "Supported by VLC 3.0.20 and later",
    ],
)
def test_nobody(line: str) -> None:
    assert confidences(line) == []


@pytest.mark.parametrize("unit", ["grant ", "2025-06-12 ", "recorded in ", "基金"])
def test_hostile_text_takes_no_longer_than_its_length_accounts_for(unit: str) -> None:
    processor_seconds(lambda: list(grants_in(unit * (100_000 // len(unit)))), 20)
