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
    "NORDHAVN GENERAL OB/GYN RM 4",
    "ESTMARK RADIOLOGY ROOM 3",
    "© Lyngby Lab for Cardiac Computing 2026",
    "Brattvoll Univ. Hosp. (n=311)",
    "Brattvoll University Hospital (n = 311)",
    "Brattvoll Hosp.",
    "Scans of the Osp. San Rumildo, by year",
    "Hosp. de Vallmora [n = 12]",
    "3D Slicer (Brattvoll University Hospital)",
]
NOBODY = [
    "HC 176.2 mm MI 1.1",
    "Hospital A Hospital B Hospital C",
    "GE Voluson E10 OB-2T",
    "Stanford Hospital (CheXpert)",
    "HOSPITAL NAME REMOVED 12-11-2024",
    "HOSPITALISED NOT HOSPITALISED",
    "ABDOMEN GENERAL MI 1.1",
    "OB/GYN General",
    "Hospital PACS",
    "AFFINITI 70 OB GEN",
    "Canon Aplio Abdomen General",
    "Radiology Room 3",
    "© OpenStreetMap contributors",
    "Teacher Network",
    "Hosp. A (n=311) Hosp. B (n=12)",
    "Source Hosp. 1 (n=311)",
    "Days in hosp. after surgery",
    "Univ. X [blinded]",
    "3D Slicer (Brigham and Women's Hospital) 5.6",
    "FreeSurfer (Martinos Center, Massachusetts General Hospital)",
]


def with_figure(drawn: str, *body: str, region: Region = Region.FIGURE_TEXT, caption: str = "") -> Paper:
    """A paper with one line of a figure's lettering."""
    plain = paper(*body, drawn, captions=(caption,) if caption else ())
    (page,) = plain.pages
    lines = tuple(msgspec.structs.replace(line, region=region) if line.text == drawn else line for line in page.lines)
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


def test_what_is_set_sideways_in_a_figure_is_read_too() -> None:
    (hit,) = hits("ANON015", with_figure("© Lyngby Lab 2026", region=Region.ROTATED))
    assert (hit.code, hit.evidence) == ("unclear", "© Lyngby Lab 2026")


@pytest.mark.parametrize(
    ("caption", "drawn", "told"),
    [
        ("Fig. 1. A scan on the screen of our clinic.", "HALDENBERG US 14:22", True),
        ("Fig. 1. A scan on the screen of a clinic.", "HALDENBERG US 14:22", False),
        ("Fig. 1. A scan on the screen of our clinic.", "VOLUSON E10 14:22", False),
        ("Fig. 1. The reading room of our department.", "Dictaphone", False),
        ("Fig. 1. Our model.", "HALDENBERG US 14:22", False),
    ],
)
def test_the_head_of_a_screen_that_a_caption_calls_the_authors_own(caption: str, drawn: str, told: bool) -> None:
    found = hits("ANON015", with_figure(drawn, caption=caption))
    assert [hit.evidence for hit in found if hit.code == "unclear"] == ([drawn] if told else [])


@pytest.mark.parametrize(("lower", "told"), [("Hospital PACS", True), ("queue simulator", False)])
def test_a_name_on_two_lines_of_a_box(lower: str, told: bool) -> None:
    plain = paper("We measure the gap.", "St. Odalis", lower)
    (page,) = plain.pages
    drawn = (
        msgspec.structs.replace(line, region=Region.FIGURE_TEXT) if line.text in ("St. Odalis", lower) else line
        for line in page.lines
    )
    raised = msgspec.structs.replace(plain, pages=(msgspec.structs.replace(page, lines=tuple(drawn)),))
    assert [hit.evidence for hit in hits("ANON015", raised)] == (["St. Odalis"] if told else [])
