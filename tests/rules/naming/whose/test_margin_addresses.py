"""Web addresses, e-mail addresses and ORCID iDs in running heads and footers."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from faimi_check.model.finding import Confidence
from faimi_check.model.page import Box, Line, Link, Region
from faimi_check.model.paper import Paper

from ...pages import codes, hits, paper, weighed

OWN = [
    "www.project-x.org",
    "2 WWW.PROJECT-X.ORG",
    "http://www.project-x.org 3",
    "excess-wait.org",
    "nordhavn-ki.dk",
    "mylab.nordhavn.edu",
    "mylab.example.edu",
    "radiology.uni-nordhavn.de 7",
    "Radiology Group, www.nordhavn-lab.org",
    "ilyngby.github.io/wait",
    "https://github.com/ilyngby/wait",
    "© 2026 Nordhavn Imaging, www.nordhavn-imaging.org",
    "Demo: www.excess-wait.org",
    "horizon2020-wait.eu",
]
OTHERS = [
    "https://doi.org/10.5555/fx.100.4417",
    "licensed under CC BY 4.0, creativecommons.org/licenses/by/4.0",
    "www.springer.com",
    "journal homepage: www.elsevier.com/locate/media",
    "Int. Journal of Gaps, www.ijgaps.org",
    "www.journal-of-gaps.org",
    "www.miccai2026.org",
    "2026.stia.io",
    "STIA 2026, www.stia.io",
    "Under review at STIA (www.stia.io)",
    "Proc. of the 3rd Workshop on Triage (www.wotri.org)",
    "faimi-workshop.github.io",
    "Created with Penmaker, www.penmaker-free.com",
    "anonymous.4open.science/r/wait-7C31",
    "www.example.com",
    "main.tex, version of 3 May",
    "train.py 3",
    "see Fig.2 and Tab.3",
    "J.Li and K.He",
    "3 Gaps in Radiograph Triage",
]


@pytest.mark.parametrize("head", OWN)
def test_an_address_in_a_head_is_the_authors(head: str) -> None:
    (hit,) = hits("ANON006", paper(heads=(head,)))
    assert (hit.code, hit.confidence, hit.evidence) == ("own", Confidence.LIKELY, head)


@pytest.mark.parametrize("head", OTHERS)
def test_addresses_of_publishers_licences_events_and_programs_are_not(head: str) -> None:
    assert codes("ANON006", paper(heads=(head,))) == []


def test_the_title_may_speak_of_a_site() -> None:
    titled = paper(
        title=("What Patients of tinydoctor.com Wait For",), heads=("What Patients of tinydoctor.com Wait For 3",)
    )
    assert codes("ANON006", titled) == []


def test_a_head_that_repeats_is_one_finding() -> None:
    submitted = paper(heads=("2 www.project-x.org", "www.project-x.org 3", "4 www.project-x.org"))
    assert codes("ANON006", submitted) == ["own"]


def test_a_page_of_the_same_site_in_the_text_does_not_hide_the_head() -> None:
    submitted = paper("Maps come from www.project-x.org/maps today.", heads=("www.project-x.org",))
    assert codes("ANON006", submitted) == ["own"]


def test_a_clickable_head() -> None:
    def linked(target: str) -> Paper:
        return paper(heads=("Project X",), links=(Link(Box(135, 95, 180, 103), target),))

    (hit,) = hits("ANON006", linked("https://www.project-x.org/team"))
    assert (hit.code, hit.evidence) == ("own", "Project X -> https://www.project-x.org/team")
    assert codes("ANON006", linked("https://www.miccai2026.org")) == []


def test_a_footer_is_read_like_a_head() -> None:
    submitted = paper()
    line = Line("www.project-x.org", Box(135, 740, 220, 750), 748, 9.0, 0, False, False, (), Region.FOOTER)
    page = submitted.pages[0]
    footed = replace(submitted, pages=(replace(page, lines=(*page.lines, line)),))
    (hit,) = hits("ANON006", footed)
    assert (hit.code, hit.where.bbox) == ("own", (135, 740, 220, 750))


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("2 i.lyngby@uni-nordhavn.dk", {"ANON002/email": "error"}),
        ("I. L., 0000-0002-7418-3052", {"ANON003/orcid": "error"}),
        ("email@anonymized.com", {}),
    ],
)
def test_addresses_and_ids_of_persons_in_a_head(head: str, found: dict[str, str]) -> None:
    assert weighed(paper(heads=(head, head))) == found
