"""Devices in brackets name nobody; houses and cities there do."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.mentions.devices import without_devices


@pytest.mark.parametrize(
    "bracket",
    [
        "(Siemens Skyra, 3 T)",
        "(3T Prisma, Siemens Healthineers, Erlangen, Germany)",
        "(GE Discovery MR750)",
        "(Heidelberg Spectralis)",
        "(Karl Storz, Tuttlingen)",
        "(unit: ORALUX XG, Dentalis, Bensheim, Germany)",
    ],
)
def test_a_device(bracket: str) -> None:
    text = f"They were scanned {bracket} twice."
    assert without_devices(text) == f"They were scanned {' ' * len(bracket)} twice."


@pytest.mark.parametrize(
    "bracket",
    [
        "(Heidelberg, Germany)",
        "(Siemens Skyra of the Nordhavn University Hospital)",
        "(Lysvik, Prisma 3 T)",
        "(Karl Lyngby)",
        "(Building 4, Lund, Sweden)",
        "(see Table 2)",
    ],
)
def test_no_device(bracket: str) -> None:
    text = f"They were scanned {bracket} twice."
    assert without_devices(text) == text


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("Scans came from a Voluson E10 (GE Healthcare, Zipf, Austria) in our unit.", "Scans came from a in our unit."),
        (
            "They were recorded with the EVIS LUCERA ELITE system (Olympus, Tokyo, Japan).",
            "They were recorded with the .",
        ),
        (
            "Slides were digitised with an Aperio AT2 (Leica Biosystems, Vista, CA) at 40x.",
            "Slides were digitised with an at 40x.",
        ),
        ("Reports were translated with DeepL (Cologne, Germany).", "Reports were translated with ."),
        (
            "Scans (3D Accuitomo 170, J. Morita, Kyoto) and films",
            "Scans (3D Accuitomo 170, J. Morita, Kyoto) and films",
        ),
        ("They were read at Nordklinik (Lund, Sweden).", "They were read at Nordklinik (Lund, Sweden)."),
        ("They come from our unit (Lund, Sweden).", "They come from our unit (Lund, Sweden)."),
        ("They come from our clinic (Lund, Sweden).", "They come from our clinic (Lund, Sweden)."),
    ],
)
def test_what_is_left_of_a_sentence(sentence: str, left: str) -> None:
    assert " ".join(without_devices(sentence).split()) == left
