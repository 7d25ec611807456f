"""Numbers of a study in a README, in any language, and numbers of files that are none."""

from __future__ import annotations

import pytest
from tests.pumping import processor_seconds
from tests.rules.supplement.readme.test_readme_wordings import URL, findings, supplement

from faimi_check.rules.supplement.readme.results import line_of_results

OF_A_STUDY = [
    "Die Dice-Werte stiegen\nvon 0,81 auf 0,87.",
    "Nuestro método alcanza una sensibilidad del 91,2 %.",
    "A precisão foi de 0,93 nas imagens escuras.",
    "AUC 0.91 (light) / 0.84 (dark)",
    "感度は91.2%、特異度は88.0%であった。",
    "我们的方法准确率从 82.1% 提高到 87.4%。",
    "Le taux de rappel passe de 62 % à 78 %.",
    "민감도 91.3%",
    "mean 0.87 ± 0.03 over five runs",
    "Mittel 0,86 (95 % KI 0,81 bis 0,90)",
    "Группа А: чувствительность 0,91",
    "| ours | 0.91 | 0.88 |\n| base | 0.87 | 0.79 |",
    "Die Lücke sank um 3,4 Prozentpunkte.",
    "La brecha bajó 3,1 puntos porcentuales (p = 0,02).",
    "F(2, 57) = 4.1",
    "On dark skin the miss rate fell from 18 to 7 per cent.",
    "Fehler in Gruppe A 12,4 %, in Gruppe B 7,9 %.",
    "The gap between groups halves (0.12 vs 0.06).",
    "Accuracy | 91.2 | 84.3",
    "Gain: +3.1 Dice",
    "r = 0.82 between readers",
    "błąd spadł z 18% do 7%",
    "Erkannt: 62 % → 78 %",
    "Table 3. Recall by site",
    "PSNR rises from 31.2 to 33.4 dB on dark skin.",
]
OF_A_FILE = [
    "The clips follow the order of the rows in the paper's Table 3.",
    "Xvid 1.3.7, no precision needed",
    "x264 [info]: SSIM Mean Y:0.9812345 (17.27db)",
    "mb I  I16..4: 33.1% 50.9% 16.0%",
    "The clip was scaled from 100 % to 50 %.",
    "Slowed to 50 %, then to 25 %.",
    "robot with a precision of 0.5 mm",
    "PSNR of the encode against the source is 41.2 dB (crf 18)",
    "Phantom of 12 % gelatine and 3 % agar",
    "Durée 3,2 s, 25 images/s",
    "Duration | 3.20 | 1.45\nSize | 0.31 | 2.45",
    "Size reduced by 12 % from 1.42 MB to 1.25 MB",
    "colour matrix 0.213 0.715 0.072",
    "The sensitivity of the camera was ISO 400",
    "Genauigkeit der Uhr: 0,1 s",
    "p=0.5x speed",
    "A circle of r = 0.82 m, turned by 0.2 to 0.4 rad",
    "x264 --crf 30 --aq-strength 0.8",
]


@pytest.mark.parametrize("line", OF_A_STUDY)
def test_numbers_of_a_study_are_results(line: str) -> None:
    given = supplement({"README.txt": f"clip.mp4: H.264{URL}\n{line}\n"}, {"clip.mp4": "h264"})
    assert findings(given) == ["RME005 results"]


@pytest.mark.parametrize("line", OF_A_FILE)
def test_numbers_of_a_file_are_none(line: str) -> None:
    given = supplement({"README.txt": f"clip.mp4: H.264{URL}\n{line}\n"}, {"clip.mp4": "h264"})
    assert findings(given) == []


@pytest.mark.parametrize("unit", ["0.5 ", "12 % ", "accuracy 5 ", "p 0.5", "a 0.12 0", "a,\n", "1.5 ± "])
def test_hostile_text_takes_no_longer_than_its_length_accounts_for(unit: str) -> None:
    processor_seconds(lambda: line_of_results(unit * (100_000 // len(unit))), 20)
