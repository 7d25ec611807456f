"""What a reader sees or a program finds in a paper whose text tells nothing: the names are told, with their place."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence
from faimi_check.model.report import Finding, Outcome, SubmissionReport

# What each paper's names are told as: the rule, where its message says they stand, and a part of its evidence.
TOLD = {
    "says-anonymous": ("ANON001", "The author section", "Ingrid Lyngby"),
    "drawn-by-stamp": ("ANON001", "The author section", "Ingrid Lyngby"),
    "drawn-by-widget": ("ANON001", "The author section", "Ingrid Lyngby"),
    "drawn-by-link": ("ANON001", "The author section", "Ingrid Lyngby"),
    "drawn-by-freetext": ("ANON001", "The author section", "Ingrid Lyngby"),
    "drawn-by-printermark": ("ANON001", "The author section", "Ingrid Lyngby"),
    "reads-anonymous": ("MAN001", "Page 1 shows other letters", "do not have the widths"),
    "within-document-before": ("ANON010", "as a document of its own", "document of its own"),
    "within-document-inside": ("ANON010", "as a document of its own", "document of its own"),
    "within-document-behind": ("ANON010", "as a document of its own", "uni-nordhavn.edu"),
    "within-zip-behind": ("ANON010", "application/zip", "behind the end"),
    "within-unreachable-page": ("ANON012", "A page that the file holds", "ingrid.lyngby@uni-nordhavn.edu"),
    "within-private-data": ("ANON017", "User", "ingrid.lyngby@uni-nordhavn.edu"),
    "within-key": ("ANON017", "LNGB_Owner", "ingrid.lyngby@uni-nordhavn.edu"),
    "within-link": ("ANON017", "Contents", "ingrid.lyngby@uni-nordhavn.edu"),
    "within-form": ("ANON017", "Alt", "Mateo Quiroga Belmonte"),
    "within-comment": ("ANON017", "a comment", "ingrid.lyngby@uni-nordhavn.edu"),
    "within-base": ("ANON017", "Base", "ingrid-lyngby.github.io"),
    "within-thread": ("ANON017", "Title", "Ingrid Lyngby"),
}


def told(report: SubmissionReport, rule: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule == rule]


@pytest.mark.parametrize("name", TOLD)
def test_the_names_are_told_where_they_stand(name: str, reports: dict[str, SubmissionReport]) -> None:
    rule, place, evidence = TOLD[name]
    (finding,) = told(reports[f"papers/{name}.pdf"], rule)
    assert place in finding.message
    assert evidence in finding.evidence
    assert finding.confidence is not Confidence.POSSIBLE


@pytest.mark.parametrize("name", ["outlines-merged", "outlines-apart"])
def test_a_page_of_shapes_has_no_text_layer(name: str, reports: dict[str, SubmissionReport]) -> None:
    report = reports[f"papers/{name}.pdf"]
    (finding,) = told(report, "DOC002")
    assert finding.where.page == 2
    passed = {result.rule for result in report.rules if result.outcome is Outcome.PASSED}
    assert not passed & {"ANON002", "ANON005", "ANON006", "LEN001", "MAN001", "LNCS002"}


def test_shapes_in_the_author_section_are_said_not_to_be_known(reports: dict[str, SubmissionReport]) -> None:
    open_rules = {
        result.rule: result.reason
        for result in reports["papers/outlines-of-authors.pdf"].rules
        if result.outcome is Outcome.UNDECIDED
    }
    assert set(open_rules) == {"ANON013", "MAN001"}
    assert "between the title and the abstract" in (open_rules["ANON013"] or "")
