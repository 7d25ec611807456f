"""A listed author is told once: by the rule that says where, as surely as the list is, and by ANON014 elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from faimi_check import check as check_files
from faimi_check.engine import check
from faimi_check.engine.listed import told_where_they_are
from faimi_check.engine.selection import Selection
from faimi_check.model.finding import Confidence, Finding, Location, Named, Severity
from faimi_check.model.report import Outcome, SubmissionReport
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.venues.loader import load

from ..rules.pages import paper

FIXTURES = Path(__file__).parents[2] / "fixtures"
INGRID = "Ingrid Lyngby"
LISTED = "Listed author: Ingrid Lyngby"


def on_paper(name: str, *authors: str, waivers: dict[str, str] | None = None) -> SubmissionReport:
    report = check_files(FIXTURES / "papers" / f"{name}.pdf", authors=authors or [INGRID], read_pictures="never")
    return report.submissions[0]


def of_authors(report: SubmissionReport) -> list[tuple[str, str, str, str]]:
    return [
        (one.rule, one.severity.value, one.confidence.value, one.message)
        for one in report.findings
        if one.rule == "ANON014" or "Listed author" in one.message
    ]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (
            "info-author",
            [("ANON008", "error", "certain",
              f"The PDF's metadata names a person, in Author (Info dictionary). {LISTED} (full name).")],
        ),
        ("running-head-names", [("ANON016", "error", "likely",
                                 f"The running head names the authors. {LISTED} (initials and surname).")]),
        ("figure-info", [
            ("ANON011", "error", "certain",
             f"The metadata of a figure on page 2 holds a path with a user's name. {LISTED} (handle)."),
            ("ANON011", "error", "certain",
             f"The metadata of a figure on page 2 names a person. {LISTED} (full name)."),
        ]),
        ("alt-text", [("ANON017", "error", "certain", "A text inside the file (tags) credits a person: “Phantom"
                       f" photographed by Ingrid Lyngby at St. Brannoc Hospital”. {LISTED} (full name).")]),
    ],
)  # fmt: skip
def test_a_listed_author_is_told_by_the_rule_that_says_where(name: str, found: list[tuple[str, str, str, str]]) -> None:
    report = on_paper(name)
    assert of_authors(report) == found
    (known,) = [result for result in report.rules if result.rule == "ANON014"]
    assert (known.outcome, known.reason) == (Outcome.PASSED, "What it found is told by another rule.")


def test_several_listed_authors_of_one_finding_are_named_in_it() -> None:
    (found,) = of_authors(on_paper("info-author", INGRID, "Mateo Quiroga Belmonte"))
    assert found[3].endswith("Listed authors: Ingrid Lyngby (full name), Mateo Quiroga Belmonte (full name).")


def test_what_no_other_rule_tells_is_told() -> None:
    (found,) = of_authors(on_paper("side-column-honest", "Petra Oyelaran"))
    assert found == ("ANON014", "error", "certain", "Petra Oyelaran: full name in the text.")


def submission(*body: str, footnotes: tuple[str, ...] = ()) -> Submission:
    return Submission(id="1", paper=paper(*body, footnotes=footnotes), authors=(KnownAuthor(name=INGRID),))


def told(report: SubmissionReport) -> list[tuple[str, str, str]]:
    return [(one.rule, one.message, one.fingerprint) for one in report.findings if one.rule.startswith("ANON")]


THANKS = "Acknowledgements. We thank Ingrid Lyngby for reading all the scans of this study twice."
AGAIN = "The film of Ingrid Lyngby is the first of the row"


def test_another_place_on_the_page_is_told_beside_it() -> None:
    report = check(submission(AGAIN + ".", *["We measure the gap between the groups."] * 5, THANKS), load("faimi-2025"))
    rules = [rule for rule, *_ in told(report)]
    assert sorted(rules) == ["ANON005", "ANON014"]
    (known,) = [one for one in report.findings if one.rule == "ANON014"]
    assert AGAIN in known.evidence
    (thanks,) = [one for one in report.findings if one.rule == "ANON005"]
    assert thanks.message.endswith(f"{LISTED} (full name).")
    assert thanks.confidence is Confidence.CERTAIN


def test_clearing_the_one_finding_is_enough_and_its_fingerprint_needs_no_list() -> None:
    (alone,) = told(check(replace(submission(THANKS), authors=()), load("faimi-2025")))
    (listed,) = told(check(submission(THANKS), load("faimi-2025")))
    assert alone[2] == listed[2]
    cleared = check(submission(THANKS), load("faimi-2025"), Selection(waived={listed[2]: "a reader, no author"}))
    assert told(cleared) == []
    assert [one.finding.rule for one in cleared.ignored] == ["ANON005"]
    assert {result.rule: result.outcome for result in cleared.rules}["ANON014"] is Outcome.PASSED


@pytest.mark.parametrize(
    "selection", [Selection(only=frozenset({"ANON014"})), Selection(ignored={"ANON005": "the call wants it"})]
)
def test_where_the_other_rule_does_not_tell_it_is_told(selection: Selection) -> None:
    assert [found[:2] for found in told(check(submission(THANKS), load("faimi-2025"), selection))] == [
        ("ANON014", "Ingrid Lyngby: full name in the text.")
    ]


def finding(rule: str, evidence: str, **more: object) -> Finding:
    one = Finding(
        rule=rule, name="", code="c", severity=Severity.WARNING, confidence=Confidence.POSSIBLE, message="Said.",
        evidence=evidence, fix="", where=Location(file="p.pdf"), clause=None, fingerprint=rule,
    )  # fmt: skip
    return replace(one, **more)


def of_list(place: str, text: str = INGRID, context: str = INGRID, told: str = "1") -> tuple[Finding, Named]:
    named = Named(who=INGRID, form="full name", text=text, place=place, context=context, told=told)
    return finding("ANON014", text, severity=Severity.ERROR, confidence=Confidence.CERTAIN), named


@pytest.mark.parametrize(
    ("other", "place", "context"),
    [
        # Another place, another field, other words, a rule that says nothing of where, a note.
        (finding("ANON008", f"Author: {INGRID}", message="in Author (Info dictionary)"), "the file's name", INGRID),
        (finding("ANON008", f"Author: {INGRID}"), "Info dictionary, Subject", INGRID),
        (finding("ANON009", f"{INGRID} said so"), "a Text note", f"{INGRID} drew it"),
        (finding("ANON022", INGRID), "Info dictionary, Author", INGRID),
        (finding("ANON005", f"Thanks to {INGRID}"), "the text", f"Thanks to {INGRID}"),
        (finding("ANON008", f"Author: {INGRID}", severity=Severity.NOTE), "Info dictionary, Author", INGRID),
        (finding("ANON008", f"Author: {INGRID}", where=Location(file="q.pdf")), "Info dictionary, Author", INGRID),
    ],
)
def test_what_is_told_elsewhere_does_not_count(other: Finding, place: str, context: str) -> None:
    known, named = of_list(place, context=context)
    assert told_where_they_are([other, known], [None, named]) == [other, known]


def test_a_finding_becomes_as_heavy_and_as_sure_as_what_it_stands_for() -> None:
    known, named = of_list("a Text note's author")
    note = finding("ANON009", INGRID)
    (kept, gone) = told_where_they_are([note, known], [None, named])
    assert gone is None
    assert kept == replace(
        note, severity=Severity.ERROR, confidence=Confidence.CERTAIN, message=f"Said. {LISTED} (full name)."
    )


def test_what_says_the_same_again_is_told_once_and_what_is_on_the_page_by_its_box() -> None:
    boxes = [(100.0, top, 160.0, top + 10) for top in (100.0, 300.0, 500.0)]
    places = [Location(file="p.pdf", page=3, bbox=box) for box in boxes]
    first = finding("ANON005", f"We thank {INGRID}.", where=places[0])
    known, named = of_list("the text")
    hits = [replace(known, where=place) for place in places]
    kept = told_where_they_are([first, *hits], [None, named, named, named])
    assert [one.where if one else None for one in kept] == [places[0], None, places[1], None]


def test_short_names_stand_in_other_words() -> None:
    known, named = of_list("Info dictionary, Author", text="Li", context="Li")
    other = finding("ANON008", "Author: Lindqvist")
    assert told_where_they_are([other, known], [None, named]) == [other, known]


def test_a_head_on_several_pages_is_one_leak() -> None:
    (whole,) = paper("We ask whom a delay strikes.").pages
    heads = ["2 Ingrid Lyngby and Bo Tamm", "Who Waits Longer? 3", "4 Ingrid Lyngby and Bo Tamm", "Who Waits Longer? 5"]
    pages = [
        replace(whole, number=number, lines=paper(heads=(head,)).pages[0].lines if number > 1 else whole.lines)
        for number, head in enumerate(["", *heads], start=1)
    ]
    submitted = replace(paper("We ask whom a delay strikes."), pages=tuple(pages), page_count=5)
    authors = (KnownAuthor(name="Ingrid Lyngby"), KnownAuthor(name="Bo Tamm"))
    report = check(Submission(id="x", paper=submitted, authors=authors), load("faimi-2025"))
    found = [(one.rule, one.where.page) for one in report.findings if one.rule in ("ANON014", "ANON016")]
    assert found == [("ANON016", 2)]
