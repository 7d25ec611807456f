"""ANON002 and ANON003."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence
from faimi_check.model.page import Box, Link
from faimi_check.model.paper import Paper

from ...pages import codes, hits, paper


@pytest.mark.parametrize(
    "lines",
    [
        ("Write to ilyngby@nordhavn.edu for the data.",),
        ("Write to ilyngby@nord-", "havn.edu for the data."),
        ("Write to ilyn-", "gby@nordhavn.edu for the data."),
        ("Write to ilyngby@", "nordhavn.edu for the data."),
        ("Write to ilyngby@nordhavn.", "edu for the data."),
        ("Write to {ilyngby,", "mquiroga}@nordhavn.edu for the data."),
        ("Write to ilyngby (at) nordhavn.edu for the data.",),
    ],
)
def test_addresses_over_lines(lines: tuple[str, ...]) -> None:
    (hit,) = hits("ANON002", paper(*lines))
    assert hit.code == "email"
    assert "gby" in hit.evidence
    assert hit.where.page == 1


def test_both_readings_of_a_hyphen_are_shown() -> None:
    (hit,) = hits("ANON002", paper("Write to ilyn-", "gby@nordhavn.edu for the data."))
    assert "ilyngby@nordhavn.edu" in hit.evidence
    assert "ilyn-gby@nordhavn.edu" in hit.evidence


def test_an_address_in_the_reference_list_is_no_leak() -> None:
    assert codes("ANON002", paper(references=("Ruvo, T.: Labels, truvo@nordhavn.edu (2020)",))) == []


def test_an_address_in_a_figure_or_of_an_example_is_unclear() -> None:
    assert codes("ANON002", paper(captions=("Fig. 1. A message to ilyngby@nordhavn.edu.",))) == ["unclear"]
    assert codes("ANON002", paper("The prompt names john.doe@company.com as sender.")) == ["unclear"]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("{author1,author2}@imt.nordhavn-poly.dk", ["unclear"]),
        ("{author1,author2}@cs.university.edu", []),
        ("anonymous@papers.example.org", []),
    ],
)
def test_an_address_that_names_nobody_may_name_a_house(address: str, told: list[str]) -> None:
    assert codes("ANON002", paper(authors=("Anonymous Authors", address))) == told


def test_addresses_of_data_providers_pass() -> None:
    assert codes("ANON002", paper("Access is granted by access@ukbiobank.ac.uk on request.")) == []


def test_an_address_behind_a_link() -> None:
    link = Link(Box(135, 220, 200, 228), "mailto:ilyngby@nordhavn.edu")
    (hit,) = hits("ANON002", paper("Contact us.", links=(link,)))
    assert (hit.code, hit.evidence) == ("email", "mailto:ilyngby@nordhavn.edu")


def test_an_orcid_over_a_line() -> None:
    (hit,) = hits("ANON003", paper("The first iD is 0000−0002−", "7418−3052 as printed."))
    assert (hit.code, hit.confidence) == ("orcid", Confidence.CERTAIN)


def test_an_orcid_behind_a_link() -> None:
    link = Link(Box(135, 220, 200, 228), "https://orcid.org/0000-0002-7418-3052")
    assert codes("ANON003", paper(links=(link,))) == ["orcid"]


def test_a_wrong_check_digit_is_unclear() -> None:
    assert codes("ANON003", paper("The number 0000-0002-7418-3053 is printed.")) == ["unclear"]


def test_numbers_pass() -> None:
    said = "ISBN 978-0-306-40615-7, runs 030 4417 2093 and 1-488-1488, iD 0000-1111-2222-3333."
    assert codes("ANON003", paper(said)) == []


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        (("University of Nordhavn, Estmark.", "ilyngby@inf.nordhavn.edu"), "ilyngby@inf.nordhavn.edu"),
        (("Write to ingrid.", "lyngby@inf.nordhavn.edu now"), "ingrid.lyngby@inf.nordhavn.edu"),
    ],
)
def test_a_sentences_end_above_an_address_is_no_part_of_it(lines: tuple[str, ...], address: str) -> None:
    (hit,) = hits("ANON002", paper(*lines))
    assert hit.evidence == address


@pytest.mark.parametrize(
    ("submitted", "code", "said"),
    [
        (paper(authors=("Ilse Vega", "Nordhavn University", "info@nordhavn.edu")), "email", "is printed"),
        (paper(authors=("Anonymized Authors", "office@lab.nordhavn.edu")), "email", "is printed"),
        (paper(authors=("Anonymized Authors", "john.doe@nordhavn.edu")), "unclear", "looks like an example"),
        (paper("Data are handed out by dataaccess@nordhavn.edu alone."), "unclear", "an office's"),
        (paper(captions=("Fig. 1. The form went to info@nordhavn.edu.",)), "unclear", "in a figure or table"),
    ],
)
def test_the_address_of_an_office_is_the_authors_in_their_section(submitted: Paper, code: str, said: str) -> None:
    (hit,) = hits("ANON002", submitted)
    assert hit.code == code
    assert said in hit.message


def test_a_provider_without_its_end() -> None:
    assert codes("ANON002", paper("We measure the gap.", "For the key, contact = kwexley [at] gmail.")) == ["email"]
    assert codes("ANON002", paper("We measure the gap.", "We look at [at] mail servers.")) == []
    assert codes("ANON002", paper("We measure the gap.", "Ask the editor (a) gmail.account.")) == []
