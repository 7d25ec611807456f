"""Names that links lead to and that fonts have: who is named in them, and what is called so by everybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject
from tests.rules.hidden.altered import Altered, named

from faimi_check.model.finding import Confidence
from faimi_check.model.paper import Font, MetadataField, Paper
from faimi_check.rules.anonymity.below.font_names import named_fonts
from faimi_check.rules.naming.text.surfaces import FONTS

from ...pages import hits


def leading_to(*places: str) -> Altered:
    """A paper in which links may lead to places of these names."""
    paper = Altered()
    where = ArrayObject([paper.page(1).indirect_reference, NameObject("/Fit")])
    held = ArrayObject(part for place in places for part in (TextStringObject(place), where))
    tree = paper.writer._add_object(DictionaryObject({NameObject("/Names"): held}))
    paper.writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/Dests"): tree})
    return paper


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("Tilda-Norrgren-thesis-ch3", "Tilda Norrgren"),
        ("figures.UnivVestmark.NorrgrenLab", "Norrgren Lab"),
        ("sectionNorrgrenLindqvist", "Norrgren Lindqvist"),
        ("weber-lab", "weber lab"),
        ("table.Marta_Weber.1", "Marta Weber"),
        ("sec-hospital-tannhub", "hospital tannhub"),
        ("films-tannhub-university", "tannhub university"),
    ],
)
def test_places_that_name_somebody(place: str, name: str, tmp_path: Path) -> None:
    (hit,) = leading_to(place).hits("ANON017", tmp_path)
    assert (hit.code, hit.confidence, hit.evidence) == ("bookmark", Confidence.POSSIBLE, place)
    assert name in hit.message


@pytest.mark.parametrize(
    "place",
    [
        "cite.Norrgren2021",
        "sec-leave-one-hospital-out",
        "results-rural-clinic",
        "93510.cite.norrgren-lindqvist2020",
        "cite.0@WeberTanaka2019",
        "Doc-Start",
        "figure.caption.12",
        "section*.4",
        "equation.A.1",
        "lstnumber.-1.7",
        "algocf..",
        "sec:related-work",
        "fig.GradCAM-Overview",
        "thm.Gauss-Markov",
        "glo:SHAP",
        "bland-altman-plot",
        "Fitzpatrick-skin-types",
        "nav@pdfanchor:outline_12",
        "_Toc169012345",
        "emoji@Face-hand.4",
    ],
)
def test_places_that_name_nobody(place: str, tmp_path: Path) -> None:
    assert leading_to(place).hits("ANON017", tmp_path) == []


def fonts(*names: str, notice: str = "") -> list[tuple[str, str]]:
    said = (MetadataField(FONTS, "notice", notice),) if notice else ()
    paper = Paper(file="p", size=1, fonts=tuple(Font(name, embedded=True) for name in names), other_texts=said)
    return [(found.font, found.name) for found in named_fonts(paper)]


@pytest.mark.parametrize(
    ("font", "notice", "name"),
    [
        ("TildaNorrgrenHand", "", "Tilda Norrgren"),
        ("NorrgrenLindqvistHandwriting", "", "Norrgren Lindqvist"),
        ("MartaWeber-Regular", "", "Marta Weber"),
        ("TildaNorrgren-Figures", "(c) 2025 Tilda Norrgren, Vestmark Eye Clinic. For figures.", "Tilda Norrgren"),
        ("Norrgren-Tilda", "Copyright 2024 by Tilda Norrgren", "Tilda Norrgren"),
    ],
)
def test_fonts_that_are_called_after_somebody(font: str, notice: str, name: str) -> None:
    assert fonts("CMR10", font, notice=notice) == [(font, name)]


def test_usual_fonts() -> None:
    usual = [
        "CMR10",
        "LMRoman10-Regular",
        "SFRM1000",
        "NimbusRomNo9L-ReguItal",
        "TimesNewRomanPSMT",
        "DejaVuSans-Oblique",
        "LinLibertineO",
        "PatrickHand-Regular",
        "BradleyHandITCTT-Bold",
        "LucidaHandwriting-Italic",
        "FreestyleScript-Regular",
        "ZapfDingbats",
        "EBGaramond-Regular",
        "GillSansMT",
        "Baskerville-Bold",
        "GeorgeWilliams-Regular",
        "FontAwesome5Free-Solid",
        "BrushScriptMT",
    ]
    notice = (
        "Copyright 2010 Georg Duffner. Copyright (c) 2003 by Bitstream, Inc. Copyright 2017 The EB Garamond Project"
    )
    assert fonts(*usual, notice=notice) == []


def test_the_font_of_a_page(tmp_path: Path) -> None:
    paper = Altered()
    font = named(Type="Font", Subtype="Type1", BaseFont="ABCDEF+TildaNorrgrenHand", Encoding="WinAnsiEncoding")
    font[NameObject("/FirstChar")], font[NameObject("/LastChar")] = NumberObject(32), NumberObject(31)
    paper.resource(3, "Font", "Tn", paper.writer._add_object(font))
    paper.draw(3, "BT /Tn 9 Tf 1 0 0 1 140 90 Tm (threshold) Tj ET")
    (hit,) = paper.hits("ANON017", tmp_path)
    assert (hit.code, hit.confidence, hit.evidence) == ("named", Confidence.POSSIBLE, "TildaNorrgrenHand")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("Serve Queues", []),
        ("LVQ Queue", []),
        ("Complex Sets", []),
        ("GAQ FUZZY - Page 3", []),
        ("Ingrid Lyngby", ["named"]),
        ("Maria Young", ["named"]),
    ],
)
def test_what_programs_call_by_ordinary_words_with_capitals_is_nobody(value: str, told: list[str]) -> None:
    said = (MetadataField("a drawing", "Name", value),)
    assert [hit.code for hit in hits("ANON017", Paper(file="p", size=1, other_texts=said))] == told
