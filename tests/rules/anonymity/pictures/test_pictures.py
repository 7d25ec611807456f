"""ANON023, from models and, where the extra is installed, from real PDFs."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from faimi_check.model.burned_in import BurnedIn, BurnedInPicture
from faimi_check.model.finding import Confidence, Hit, Severity, Skipped, Undecided
from faimi_check.model.report import SubmissionReport
from faimi_check.model.submission import Submission
from faimi_check.rules.anonymity.pictures.shown import picture_identifies
from faimi_check.rules.registry import NoParameters
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.request import Request
from faimi_check.venues.loader import load

from ...lettering import PICTURES, needs_extra, picture
from ...pages import paper


def results(burned_in: BurnedIn | None) -> list[object]:
    submission = Submission(id="s", paper=replace(paper(), burned_in=burned_in))
    return list(picture_identifies(submission, NoParameters()))


def test_pictures_that_were_not_read_are_skipped_with_the_reason() -> None:
    (skipped,) = results(None)
    assert isinstance(skipped, Skipped)
    assert "faimi-check[pictures]" in skipped.reason


def test_what_was_left_out_is_undecided() -> None:
    (undecided,) = results(BurnedIn(looked=80, left=12, why="over the limit of 80"))
    assert undecided == Undecided("12 of its pictures were not read: over the limit of 80.")


def test_one_banner_on_many_pictures_is_one_finding() -> None:
    banner = [picture("Klinikum Nordhavn", f"Frame {number}", page=number) for number in (2, 3, 4)]
    (hit,) = results(BurnedIn(pictures=tuple(banner), looked=3))
    assert hit.code == "institution"
    assert (
        hit.message
        == "A picture on page 2 shows the name of an institution: “Klinikum Nordhavn” (2 more pictures show it)."
    )
    assert (hit.where.page, hit.where.bbox) == (2, (10.0, 0.0, 146.0, 16.0))


def test_an_institution_that_the_text_names_is_left_to_the_rules_on_text() -> None:
    said = paper("Images come from the Klinikum Nordhavn and are public.")
    submission = Submission(
        id="s", paper=replace(said, burned_in=BurnedIn(pictures=(picture("Klinikum Nordhavn"),), looked=1))
    )
    assert list(picture_identifies(submission, NoParameters())) == []


def told(*pictures: BurnedInPicture, text: str = "We measure the gap.") -> list[tuple[str, str, str]]:
    read = BurnedIn(pictures=pictures, looked=len(pictures))
    found = picture_identifies(Submission(id="s", paper=replace(paper(text), burned_in=read)), NoParameters())
    return [(hit.code, hit.message, hit.evidence) for hit in found if isinstance(hit, Hit)]


def test_all_that_a_picture_shows_is_told_at_once() -> None:
    shot = picture("Klinikum Nordhavn", "Operator: T. Lyngby", "Patient: Vega, Ilse", "viewer@klinikum-nordhavn.de")
    found = told(shot)
    assert sorted(code for code, _, _ in found) == ["contact", "institution", "patient", "person"]
    assert all("beside" not in message for _, message, _ in found)


def test_a_house_that_the_text_names_is_told_beside_what_else_the_picture_shows() -> None:
    shot = picture("Klinikum Nordhavn", "Operator: T. Lyngby")
    text = "Images come from the Klinikum Nordhavn and are public."
    assert told(shot, text=text) == [
        (
            "person",
            "A picture on page 1 shows the name of a person: “Operator: T. Lyngby”, and beside it “Klinikum Nordhavn”.",
            "Operator: T. Lyngby; Klinikum Nordhavn",
        )
    ]


def test_what_an_earlier_picture_showed_is_told_beside_what_is_new() -> None:
    first, second = picture("Klinikum Nordhavn"), picture("Klinikum Nordhavn", "Operator: T. Lyngby", page=3)
    assert [message for _, message, _ in told(first, second)] == [
        "A picture on page 1 shows the name of an institution: “Klinikum Nordhavn” (1 more pictures show it).",
        "A picture on page 3 shows the name of a person: “Operator: T. Lyngby”, and beside it “Klinikum Nordhavn”.",
    ]


@pytest.fixture(scope="module")
def reports() -> dict[str, SubmissionReport]:
    names = ("identifying", "covered", "outlined", "code", "honest", "anonymous-code", "scanned-names")
    with Judge(load("faimi-2025"), jobs=2) as judge:
        return {
            name: judge.judge(Request(id=name, paper=PICTURES / f"{name}.pdf", paper_name=f"{name}.pdf", pictures=True))
            for name in names
        }


@needs_extra
@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("identifying", ["institution", "patient", "contact", "person", "login"]),
        ("covered", ["institution", "patient"]),
        ("outlined", ["institution"]),
        ("code", ["code"]),
        ("honest", []),
        ("anonymous-code", []),
    ],
)
def test_exactly_these_findings(name: str, codes: list[str], reports: dict[str, SubmissionReport]) -> None:
    found = [finding for finding in reports[name].findings if finding.severity is not Severity.NOTE]
    assert [(finding.rule, finding.code) for finding in found] == [("ANON023", code) for code in codes]
    assert all(finding.confidence is not Confidence.CERTAIN for finding in found)


@needs_extra
def test_the_report_says_what_was_looked_for(reports: dict[str, SubmissionReport]) -> None:
    (asked,) = [clause for clause in reports["honest"].for_humans if clause.id == "pictures"]
    assert asked.question == (
        "Does a picture on page 2 show a face, a place, a logo or handwriting? "
        "Only printed letters were looked for (Latin, Chinese, Japanese), in 3 pictures."
    )


@needs_extra
def test_the_names_on_a_scanned_page_are_found_by_the_rules_on_text(reports: dict[str, SubmissionReport]) -> None:
    found = reports["scanned-names"].findings
    assert {"DOC002", "ANON001", "ANON002", "ANON004"} <= {finding.rule for finding in found}
    assert all(finding.confidence is not Confidence.CERTAIN for finding in found)
