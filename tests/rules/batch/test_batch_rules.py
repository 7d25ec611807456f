"""A submission against the others of its batch and against the conference's list."""

from __future__ import annotations

import pytest

from faimi_check.engine import check
from faimi_check.model.report import Outcome
from faimi_check.model.submission import KnownAuthor, Submission, Twin
from faimi_check.rules.batch.listing import Listing
from faimi_check.venues.loader import load

from ..pages import codes, hits, paper

TITLE = "Who Waits Longer? Gaps in Radiograph Triage"


def submission(title: str = "", *, authors: tuple[KnownAuthor, ...] = (), **facts: object) -> Submission:
    return Submission(id="12", paper=paper(), title=title, authors=authors, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("alike", "share", "code", "said"),
    [
        (("file", "text", "title"), 1.0, "same-file", "is the same file as submission 33."),
        (("text",), 0.41, "same-text", "shares 41 % of its text with submission 33."),
        (("text", "title"), 0.89, "same-text", "shares 89 % of its text with submission 33."),
        (("text",), 0.9, "same-text", "has nearly the same text as submission 33 (90 % of its text)."),
        (("title", "authors"), 0.0, "same-title", "has the same title as submission 33."),
        (("authors",), 0.0, "same-authors", "has the same authors as submission 33."),
    ],
)
def test_a_twin_is_said_once_by_what_weighs_most(alike: tuple[str, ...], share: float, code: str, said: str) -> None:
    (hit,) = hits("SUB001", submission(twins=(Twin(id="33", alike=alike, share=share),)))
    assert hit.code == code
    assert hit.message == f"The paper {said}"


def test_without_a_batch_twins_are_not_looked_for_and_with_one_their_absence_is_a_pass() -> None:
    outcomes = [
        next(each.outcome for each in check(submission(twins=twins), load("faimi-2025")).rules if each.rule == "SUB001")
        for twins in (None, ())
    ]
    assert outcomes == [Outcome.SKIPPED, Outcome.PASSED]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("", []),
        (TITLE, []),
        ("Who waits longer? Gaps in {R}adiograph $\\mathrm{triage}$", []),
        ("Who Waits Longer?", []),
        ("Who Waits Longer? Gaps in Radiograph Triage: A Study of Two Registries", []),
        ("Who Waits the Longest? Gaps in Radiograph Triage", ["title-changed"]),
        ("Segmenting Kidneys by Diffusion", ["title-other"]),
        ("Qui attend plus longtemps?", ["title-other"]),
    ],
)
def test_the_title_against_the_list(listed: str, expected: list[str]) -> None:
    assert codes("SUB002", submission(listed)) == expected


def test_a_title_that_cannot_be_read_is_undecided() -> None:
    unread = Submission(id="12", paper=paper(title=()), title=TITLE)
    results = {each.rule: each.outcome for each in check(unread, load("faimi-2025")).rules}
    assert results["SUB002"] is Outcome.UNDECIDED


def test_listed_authors_must_stand_on_page_1_of_a_camera_ready_version() -> None:
    authors = (KnownAuthor(name="Lyngby, Ingrid"), KnownAuthor(name="Bo van Ruvo"), KnownAuthor(name="Jürgen Müller"))
    named = Submission(
        id="1", paper=paper(authors=("Ingrid Lyngby and J. Mueller", "Nordhavn")), title=TITLE, authors=authors
    )
    assert codes("SUB002", named) == []
    (hit,) = hits("SUB002", named, Listing(authors=True))
    assert (hit.code, hit.evidence) == ("author-missing", "Bo van Ruvo")


@pytest.mark.parametrize(
    ("others", "expected"), [((), []), (("7/b.pdf",), ["several"]), (("b.pdf", "c.pdf"), ["several"])]
)
def test_several_papers(others: tuple[str, ...], expected: list[str]) -> None:
    assert codes("SUB003", submission(other_papers=others)) == expected
