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
        "(see Table 2)",
    ],
)
def test_no_device(bracket: str) -> None:
    text = f"They were scanned {bracket} twice."
    assert without_devices(text) == text
