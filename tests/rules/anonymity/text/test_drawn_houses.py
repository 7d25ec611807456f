"""ANON015: houses in the lettering of drawn figures."""

from __future__ import annotations

import msgspec
import pytest

from faimi_check.model.finding import Confidence
from faimi_check.model.page import Region
from faimi_check.model.paper import Paper

from ...pages import hits, paper

NAMED = [
    "MATERNIDADE DE SANTA IRIA US-4 08:41",
    "ESTMARK HOSPITAL OB/GYN 14:22:07",
    "HOPITAL SAINTE-ODILE ECHO 3",
    "CLINICA SANTA RUFINA MI 1.1 TIS 0.4",
    "CENTRO MEDICO LAS TORRES SALA 2",
    "SP ZOZ LESZNO DOLNE PRACOWNIA RTG",
    "MVZ HALDENBERG RAUM 2",
]
NOBODY = [
    "HC 176.2 mm MI 1.1",
    "Hospital A Hospital B Hospital C",
    "GE Voluson E10 OB-2T",
    "Stanford Hospital (CheXpert)",
    "HOSPITAL NAME REMOVED 12-11-2024",
    "HOSPITALISED NOT HOSPITALISED",
]


def with_figure(drawn: str, *body: str) -> Paper:
    """A paper with one line of a figure's lettering."""
    plain = paper(*body, drawn)
    (page,) = plain.pages
    lines = tuple(
        msgspec.structs.replace(line, region=Region.FIGURE_TEXT) if line.text == drawn else line for line in page.lines
    )
    return msgspec.structs.replace(plain, pages=(msgspec.structs.replace(page, lines=lines),))


@pytest.mark.parametrize("drawn", NAMED)
def test_a_house_that_only_a_figure_names_is_asked_about(drawn: str) -> None:
    (hit,) = hits("ANON015", with_figure(drawn))
    assert (hit.code, hit.confidence, hit.evidence) == ("unclear", Confidence.POSSIBLE, drawn)


@pytest.mark.parametrize("drawn", NOBODY)
def test_lettering_that_names_no_house(drawn: str) -> None:
    assert hits("ANON015", with_figure(drawn)) == []


def test_a_house_that_the_text_names_is_judged_there() -> None:
    told = "The second public set stems from Estmark Hospital [1]."
    assert hits("ANON015", with_figure("ESTMARK HOSPITAL 14:22:07", told)) == []
