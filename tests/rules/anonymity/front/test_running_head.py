"""ANON016."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs
from tests.rules.hidden.altered import Altered, say

from faimi_check.model.finding import Confidence
from faimi_check.model.page import Region

from ...pages import codes, hits, paper

NAMED = ("Ingrid Lyngby1 and Mateo Quiroga1", "1 University of Nordhavn")


@pytest.mark.parametrize(
    "head",
    [
        "2 I. Lyngby et al.",
        "2 I. Lyngby, M. Quiroga, and J. Köhlberg",
        "Lyngby et al.",
        "4 I. van der Lyngby and M.-P. Quiroga",
        "6 Ingrid Lyngby",
        "Ingrid Lyngby, Mateo Quiroga and Jürgen Köhlberg",
        "Lyngby 2014, author’s accepted manuscript",
        "Norrgren-Holm and Quiroga 2",
        "van Dunvarran, Lyngby & Norrgren",
        "D:\\Tilda Norrgren\\drafts\\gaps_v7_final.docx – 1",
        "Weber_Tanaka_final.docx",
    ],
)
def test_names(head: str) -> None:
    (hit,) = hits("ANON016", paper(heads=(head,)))
    assert (hit.code, hit.evidence) == ("names", head)


def test_a_name_of_the_author_section_makes_it_certain() -> None:
    (hit,) = hits("ANON016", paper(authors=NAMED, heads=("2 I. Lyngby et al.",)))
    assert hit.confidence is Confidence.CERTAIN


@pytest.mark.parametrize(
    "head",
    [
        "2 Anonymized Author et al.",
        "10 Anonymous",
        "2 Paper ID 123",
        "2 F. Author et al.",
        "Authors Suppressed Due to Excessive Length 3",
        "Title Suppressed Due to Excessive Length 3",
        "A Short Title 3",
        "Gaps in Radiograph Triage 3",
        "Hamiltonian Mechanics 5",
        "Under review as a conference paper at ICLR 2026",
        "Fair Triage 7",
        "Scanners and Wards 7",
        "GPT-4 and Claude",
        "gaps_v7_final.docx – 1",
        "2 A. N. Other et al.",
        "12",
    ],
)
def test_no_names(head: str) -> None:
    assert codes("ANON016", paper(heads=(head,))) == []


@pytest.mark.parametrize(
    ("head", "sure"),
    [
        ("Univ. of Nordhavn, Dept. of Skin Research, Technical Report 2026-04", True),
        ("Report No. 12, Dept. of Skin Research, TU Nordhavn", True),
        ("Draft of Ingrid Lyngby, 12 March 2026", True),
        ("Draft – M. Quiroga – 12.03.2026", True),
        ("Ingrid Lyngby | Draft 3", True),
        ("Compiled by ilyngby on 2026-03-12 10:22", True),
        ("printed by Mateo Quiroga", True),
        ("Master's thesis, Mateo Quiroga", True),
        ("I. Lyngby's copy", True),
        ("KESTREL Group, internal report 26/07 do not circulate", True),
        ("Kestrel Lab, working paper 4, not for circulation", True),
        ("Ostmark Imaging Unit · confidential draft", True),
        ("2 I. Lyngby: Waiting at Night", True),
        ("ilyngby@NB-4711: fair.tex", True),
        ("Kvernheim Augenlabor, internal draft", True),
        ("Brekkestad Datalab: do not circulate", True),
        ("Seminar copy, group of Prof. Lyngby", True),
        ("© 2025 Kvernheim Optics AS", False),
        ("Copyright (c) 2025, Brekkestad Trust. All rights reserved.", False),
        ("Lyngby & Quiroga, submitted to MICCAI", False),
        ("Lyngby, Quiroga: Waiting at night", False),
        ("IL/MQ 12.03.2026", False),
        ("Confidential – property of Nordhavn Health", False),
    ],
)
def test_makers_among_other_words(head: str, sure: bool) -> None:
    (hit,) = hits("ANON016", paper(heads=(head,)))
    assert (hit.code, hit.evidence, hit.confidence is Confidence.LIKELY) == ("names", head, sure)


@pytest.mark.parametrize(
    "head",
    [
        "Draft of 12 March 2026",
        "Working Group, internal report",
        "Fair AI Group, internal report",
        "INTERNAL REPORT, DO NOT CIRCULATE",
        "Technical Report 2026-04",
        "Compiled on March 3, 2026",
        "Medical Image Analysis 12 (2026)",
        "Oxford University Press",
        "Springer Nature",
        "University Hospital, name removed",
        "Institution withheld, Technical Report",
        "Dept. of Skin Research",
        "From Hospital to Home",
        "Strasbourg, France, 27 September 2026",
        "Hospital A and Hospital B",
        "Version 3, 12.03.2026",
        "AI, 12.03.2026",
        "main_v3.tex",
        "Preprint. Under review.",
        "Journal of the American College of Radiology",
        "Holm: Gaps in Radiograph Triage",
        "Radiology: Artificial Intelligence",
        "Working Group of Radiology",
        "Unit of Analysis",
        "FAIMI 2026, submission 42",
        "Overleaf, draft of May",
        "Supplementary Material, Version 2",
        "© 2026 The Authors",
        "Copyright 2025 by the authors",
        "© 2025 Wiley Periodicals LLC",
        "© Anonymous 2026",
        "Copyright held by the owner/author(s)",
    ],
)
def test_heads_that_name_no_makers(head: str) -> None:
    assert codes("ANON016", paper(heads=(head,))) == []


def test_the_stamp_of_a_public_copy() -> None:
    assert codes("ANON016", paper(stamp="arXiv:2506.00417v1 [eess.IV] 20 Jun 2025")) == ["stamp"]


@pytest.mark.parametrize(
    "banner",
    [
        "bioRxiv preprint doi: https://doi.org/10.1101/2025.01.05.631234; this version posted January 6, 2025.",
        "This preprint is not peer reviewed. Electronic copy available at: https://ssrn.com/abstract=4567890",
        "Preprints.org (www.preprints.org) | NOT PEER-REVIEWED | Posted: 3 March 2025",
        "Posted on Authorea 3 Mar 2025 — https://doi.org/10.22541/au.174100000.00000001/v1",
    ],
)
def test_the_banner_of_another_server(banner: str) -> None:
    assert codes("ANON016", paper(heads=(banner,))) == ["stamp"]


@pytest.mark.parametrize(
    "head", ["Bias in medRxiv Preprints", "medRxiv and SSRN as Sources", "Preprint. Under review."]
)
def test_a_title_on_preprints_is_no_banner(head: str) -> None:
    assert codes("ANON016", paper(heads=(head,))) == []


@pytest.mark.parametrize(
    "head",
    [
        "C. Ruvo et al. (Eds.): MICCAI 2020, LNCS 12264, pp. 562–572, 2020.",
        "I. Lyngby et al.: Who Waits Longer, LNCS 16104, pp. 1–10, 2026.",
    ],
)
def test_a_publisher_s_footer(head: str) -> None:
    assert codes("ANON016", paper(heads=(head,))) == ["published"]


def test_a_banner_in_the_column_above_the_title(tmp_path: Path) -> None:
    said = Altered()
    banner = "medRxiv preprint doi: https://doi.org/10.1101/2026.01.05.26301234; this version posted January 6, 2026."
    said.draw(1, say(banner, x=136, y=720, size=7))
    assert [hit.code for hit in said.hits("ANON016", tmp_path)] == ["stamp"]


@pytest.mark.parametrize(
    ("matrix", "size", "told"),
    [
        ("0 1 -1 0 40 300", 8, True),
        ("0 1 -1 0 580 300", 8, True),
        (".7 .7 -.7 .7 150 250", 26, True),
        ("0 1 -1 0 300 300", 8, False),
    ],
)
def test_names_set_sideways_in_a_margin_or_as_a_watermark(matrix: str, size: float, told: bool, tmp_path: Path) -> None:
    altered = Altered()
    altered.draw(1, f"BT /Hv {size} Tf {matrix} Tm (Tilda Norrgren, Vestmark) Tj ET")
    found = altered.hits("ANON016", tmp_path)
    assert ["beside or across the text" in hit.message for hit in found] == ([True] if told else [])


@pytest.mark.parametrize(("words", "told"), [("ZKRI Tannhub", True), ("Entwurf", False), ("In Review 2026", False)])
def test_a_proper_name_across_the_page_may_be_its_owner_s(words: str, told: bool, tmp_path: Path) -> None:
    altered = Altered()
    altered.draw(1, f"BT /Hv 40 Tf .7 .7 -.7 .7 150 250 Tm ({words}) Tj ET")
    assert [hit.confidence for hit in altered.hits("ANON016", tmp_path)] == [Confidence.POSSIBLE] * told


@pytest.mark.parametrize("words", ["Confidential Review Copy", "CONFIDENTIAL DRAFT, DO-NOT SHARE"])
def test_words_across_the_page_are_no_names(words: str, tmp_path: Path) -> None:
    altered = Altered()
    altered.draw(1, f"BT /Hv 40 Tf .7 .7 -.7 .7 150 250 Tm ({words}) Tj ET")
    assert altered.hits("ANON016", tmp_path) == []


def test_a_line_above_the_title_is_read_as_a_head() -> None:
    built = paper(heads=("KESTREL Group, internal report 26/07",))
    page = built.pages[0]
    lines = (structs.replace(page.lines[0], region=Region.BODY), *page.lines[1:])
    raised = structs.replace(built, pages=(structs.replace(page, lines=lines),))
    assert codes("ANON016", raised) == ["names"]
