"""What is said of several files alike is one sentence, and what a message quotes is not quoted again below it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from faimi_check.model.finding import Finding, Location
from faimi_check.model.report import Report
from faimi_check.report.formats import render
from faimi_check.report.presentation import Presentation
from faimi_check.report.wording.sentences import in_one_sentence, with_what_is_found
from faimi_check.report.wording.words import found

README = Location(file="s.zip", member="README.txt")


@pytest.fixture
def one(report: Report) -> Finding:
    return replace(report.submissions[0].findings[0], evidence="", where=README)


def told(one: Finding, *messages: str) -> list[str]:
    findings = [replace(one, message=message, fingerprint=f"f{at}") for at, message in enumerate(messages)]
    return [finding.message for finding in in_one_sentence(findings, 3)]


def test_files_of_one_sentence_are_named_in_it(one: Finding) -> None:
    said = "The README names no codec for {}."
    assert told(one, said.format("a.avi"), said.format("b.avi")) == [said.format("a.avi, b.avi")]
    many = (said.format(f"v{number}.mp4") for number in range(5))
    assert told(one, *many) == [said.format("v0.mp4, v1.mp4, v2.mp4 and 2 more")]


def test_the_name_that_differs_is_told_from_the_one_that_does_not(one: Finding) -> None:
    said = 'For {} the README says "H.xy", and notes.txt says another; its stream is {}, a different codec.'
    messages = [said.format(*each) for each in (("a.mp4", "X.ab"), ("b.mp4", "X.ab"), ("c.mp4", "Y.cd"))]
    assert told(one, *messages) == [said.format("a.mp4, b.mp4", "X.ab"), messages[2]]


@pytest.mark.parametrize(
    "messages",
    [
        ["It says H.264.", "It says H.265."],
        ["The block is 121.5 mm wide.", "The block is 121.7 mm wide."],
        ["a.avi is damaged.", "b.avi is cut short."],
        ["The same.", "The same."],
        ["", "."],
    ],
)
def test_what_differs_otherwise_stays_apart(one: Finding, messages: list[str]) -> None:
    assert told(one, *messages) == messages


def test_what_stands_in_several_places_stays_apart(one: Finding) -> None:
    elsewhere = replace(one, where=Location(file="s.zip", member="more/README.txt"), message="No codec for b.avi.")
    findings = [replace(one, message="No codec for a.avi."), elsewhere]
    assert in_one_sentence(findings) == findings


@pytest.mark.parametrize(
    ("message", "evidence", "quoted"),
    [
        ("a.avi: it ends early.", "it ends early", ""),
        ('"ftp://x.example" is no address.', "ftp://x.example", ""),
        ("README.txt says it.", "README.txt", ""),
        ("Those who permit it are named.", "mit", "mit"),
        ("The title names a person.", "Title: by Ingrid Lyngby", "Title: by Ingrid Lyngby"),
    ],
)
def test_what_the_message_quotes_is_not_found_again(one: Finding, message: str, evidence: str, quoted: str) -> None:
    assert found(replace(one, message=message, evidence=evidence)) == quoted


def test_what_two_findings_of_one_place_quote_is_quoted_once(one: Finding) -> None:
    quoting = [replace(one, message=said, evidence="Author: I. Lyngby") for said in ("It names one.", "It is a mail.")]
    assert [quoted for _, quoted in with_what_is_found(quoting)] == ["Author: I. Lyngby", ""]


@pytest.mark.parametrize("format_name", ["terminal", "markdown", "github"])
def test_reports_name_all_files_in_one_sentence(report: Report, one: Finding, format_name: str) -> None:
    fix = "Let the README say this:\n\n" + "".join(f"v{number}.mp4\n  Codec: H.264\n" for number in range(9))
    findings = tuple(
        replace(one, message=f"The README names no codec for v{number}.mp4.", fix=fix, fingerprint=f"f{number}")
        for number in range(8)
    )
    shown = replace(report, submissions=(replace(report.submissions[0], findings=findings),))
    text = render(shown, format_name, Presentation(show_identities=True))
    assert text.count("The README names no codec for") == 1
    assert "v0.mp4, v1.mp4, v2.mp4, v3.mp4, v4.mp4, v5.mp4, v6.mp4, v7.mp4" in " ".join(text.split()).replace("\\", "")
    assert (text.count("Codec: H.264") < 9) is (format_name == "github")
