"""Columns of addresses and of whom to write to, by the headings that exports and chairs give them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from faimi_check.screening.lists.authors import AuthorList, read_authors
from faimi_check.screening.lists.headings import KNOWN, plain_key
from faimi_check.screening.lists.people import counted

CHAIRS = Path(__file__).parents[3] / "docs" / "chairs.md"
ADDRESS = "il@nordhavn.edu"
ONE = [("Ingrid Lyngby", (ADDRESS,))]
TWO = [("Ingrid Lyngby", ()), ("Bo Ruvo", ()), ("", (ADDRESS,))]


def read(tmp_path: Path, *lines: str) -> AuthorList:
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_authors(path)


def people(tmp_path: Path, *lines: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.name, one.emails) for one in read(tmp_path, *lines).of("7")]


@pytest.mark.parametrize(
    "heading",
    [
        "Email", "E-mail", "e-mail address", "Mail", "Email ID", "Author Email", "Author Emails", "Author E-Mail(s)",
        "Contact", "Contact Email", "Contact Author Email", "Primary Contact Email", "Contact Address",
        "Primary Contact Author Email", "Corresponding Author", "Corresponding Author Email", "Corresponding email",
        "Submitter", "Submitter Email", "Submitted by", "Submitting Author Email",
    ],
)  # fmt: skip
def test_one_address_is_its_authors_or_whom_to_write_to(heading: str, tmp_path: Path) -> None:
    alone = read(tmp_path, f"Paper ID,Title,Authors,{heading}", f"7,Gaps,Ingrid Lyngby,{ADDRESS}")
    assert [(one.name, one.emails) for one in alone.of("7")] == ONE
    several = read(tmp_path, f"Paper ID,Title,Authors,{heading}", f"7,Gaps,Ingrid Lyngby; Bo Ruvo,{ADDRESS}").of("7")
    assert [(one.name, one.emails) for one in several] == TWO
    # Under a heading for all, one address of several may be anybody's.
    assert [one.contact for one in several] == [False, False, heading not in ("Author Emails", "Author E-Mail(s)")]
    assert (counted(alone.of("7")), counted(several)) == (1, 2)
    assert alone.unread == ()


@pytest.mark.parametrize(
    "cell", [f"Ingrid Lyngby <{ADDRESS}>", f"Ingrid Lyngby ({ADDRESS})", f"Ingrid Lyngby {ADDRESS}", "Ingrid Lyngby"]
)
def test_a_contact_is_one_of_the_authors(cell: str, tmp_path: Path) -> None:
    emails = (ADDRESS,) if "@" in cell else ()
    found = read(tmp_path, "Paper ID,Authors,Corresponding Author", f"7,Bo Ruvo; Ingrid Lyngby,{cell}").of("7")
    assert [(one.name, one.emails, one.contact) for one in found] == [
        ("Bo Ruvo", (), False),
        ("Ingrid Lyngby", emails, True),
    ]


@pytest.mark.parametrize("heading", ["Contact", "Corresponding?", "Corresponding Author", "Is Contact"])
def test_a_contact_may_be_told_by_yes_and_no(heading: str, tmp_path: Path) -> None:
    found = read(
        tmp_path, f"paper,first,last,email,{heading}", "7,Bo,Ruvo,b@e.edu,no", f"7,Ingrid,Lyngby,{ADDRESS},Yes"
    ).of("7")
    assert [(one.name, one.emails, one.contact) for one in found] == [
        ("Ruvo, Bo", ("b@e.edu",), False),
        ("Lyngby, Ingrid", (ADDRESS,), True),
    ]


def test_as_many_addresses_as_authors_are_each_ones_own(tmp_path: Path) -> None:
    each = [("Ingrid Lyngby", (ADDRESS,)), ("Bo Ruvo", ("b@e.edu",))]
    for heading, joint in (("Email", "; "), ("E-mails", " "), ("Author Emails", ";"), ("Emails", " | ")):
        row = f"7,Ingrid Lyngby; Bo Ruvo,{ADDRESS}{joint}b@e.edu"
        assert people(tmp_path, f"Paper ID,Authors,{heading}", row) == each
    assert people(tmp_path, "Paper ID,Author,Email", "7,Ingrid Lyngby; Bo Ruvo," + f"{ADDRESS};b@e.edu") == each


def test_an_address_beside_those_of_all_authors_is_whom_to_write_to(tmp_path: Path) -> None:
    row = f"7,Ingrid Lyngby; Bo Ruvo,{ADDRESS};b@e.edu,b@e.edu"
    found = read(tmp_path, "Paper ID,Authors,Author Emails,Email", row).of("7")
    assert [(one.name, one.emails, one.contact) for one in found] == [
        ("Ingrid Lyngby", (ADDRESS,), False),
        ("Bo Ruvo", ("b@e.edu",), True),
    ]


def test_several_addresses_of_one_author_are_all_his(tmp_path: Path) -> None:
    both = [("Ingrid Lyngby", (ADDRESS, "i@x.org"))]
    assert people(tmp_path, "Paper ID,Name,Emails", f"7,Ingrid Lyngby,{ADDRESS};i@x.org") == both
    assert people(tmp_path, "Paper ID,Name,Email,Contact Email", f"7,Ingrid Lyngby,{ADDRESS},i@x.org") == both


def test_a_column_of_addresses_that_is_not_known_is_kept_for_whoever_asks(tmp_path: Path) -> None:
    found = read(tmp_path, "Paper ID,Authors,Mailbox,Room", f"7,Ingrid Lyngby,{ADDRESS},12")
    assert (found.unread, [one.emails for one in found.of("7")]) == (("Mailbox",), [()])


def test_the_headings_that_are_documented_are_known() -> None:
    documented = CHAIRS.read_text(encoding="utf-8").split("<!-- headings: start -->")[1].split("<!-- headings: end")[0]
    headings = re.findall(r"`([^`;]+)`", documented)
    assert len(headings) > 30
    assert [heading for heading in headings if plain_key(heading) not in KNOWN] == []
    contacts = ("Contact", "Contact Author", "Primary Contact", "Corresponding Author", "Submitter", "Submitted By")
    ends = ("", " Name", " Email", " Email Address")
    assert [f"{who}{end}" for who in contacts for end in ends if plain_key(f"{who}{end}") not in KNOWN] == []
