"""Where the supplement may say who the authors are, what it says settles nothing about the paper."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from faimi_check.engine import Selection, check
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.report import Outcome, SubmissionReport
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.model.supplement import EmbeddedPdf, Supplement
from faimi_check.venues.loader import load

from ..rules.pages import paper

PROFILE = replace(load("faimi-2025"), anonymous_supplement=False)
ONLY = Selection(only=frozenset({"ANON001", "ANON014"}))
UNREAD = Problem(kind=ProblemKind.LIMIT, aspects=(Aspect.TEXT,), detail="Only 3 pages were read.")


def judged(about: Paper | None, supplement: Supplement) -> SubmissionReport:
    authors = (KnownAuthor(name="Ingrid Lyngby"),)
    return check(Submission(id="s", paper=about, supplements=(supplement,), authors=authors), PROFILE, ONLY)


def outcomes(report: SubmissionReport) -> dict[str, tuple[Outcome, str | None]]:
    return {result.rule: (result.outcome, result.reason) for result in report.rules}


@pytest.mark.parametrize("name", ["s.zip", "Ingrid_Lyngby.zip"])
def test_a_paper_that_was_not_fully_read_is_undecided_whatever_the_supplement_names(name: str) -> None:
    report = judged(replace(paper(), problems=(UNREAD,)), Supplement(file=name, size=1))
    assert outcomes(report)["ANON014"] == (Outcome.UNDECIDED, UNREAD.detail)
    assert report.findings == ()


@pytest.mark.parametrize("name", ["s.zip", "Ingrid_Lyngby.zip"])
def test_a_paper_that_was_read_passes_whatever_the_supplement_names(name: str) -> None:
    report = judged(paper(), Supplement(file=name, size=1, problems=(UNREAD,)))
    assert outcomes(report)["ANON014"] == (Outcome.PASSED, None)
    assert report.findings == ()


def test_an_author_in_the_paper_is_found() -> None:
    report = judged(paper("Read by Ingrid Lyngby."), Supplement(file="Ingrid_Lyngby.zip", size=1))
    assert [(one.rule, one.where.file) for one in report.findings] == [("ANON014", "paper.pdf")]


def test_papers_in_the_supplement_may_name_their_authors_and_be_read_in_part() -> None:
    inner = replace(paper(authors=("Ingrid Lyngby", "University of Nordhavn")), file="cited.pdf", problems=(UNREAD,))
    pdf = EmbeddedPdf(member="cited.pdf", declared=True, paper=inner)
    report = judged(paper(), Supplement(file="s.zip", size=1, pdfs=(pdf,)))
    assert outcomes(report)["ANON001"] == (Outcome.PASSED, None)
    assert report.findings == ()


def test_a_supplement_alone_leaves_nothing_to_look_at() -> None:
    report = judged(None, Supplement(file="Ingrid_Lyngby.zip", size=1))
    assert {outcome for outcome, _ in outcomes(report).values()} == {Outcome.SKIPPED}
    assert "need not be anonymous" in (outcomes(report)["ANON014"][1] or "")


def test_what_is_found_in_a_paper_of_the_supplement_is_told_of_that_file() -> None:
    lost = "In Figure ?? it grew as others say [?], [?], [?] and [?], and fell [?]."
    inner = replace(paper(lost), file="notes.pdf")
    pdf = EmbeddedPdf(member="more/notes.pdf", declared=True, paper=inner)
    about = Submission(id="s", paper=paper(lost), supplements=(Supplement(file="s.zip", size=1, pdfs=(pdf,)),))
    report = check(about, load("faimi-2025"), Selection(only=frozenset({"DOC005"})))
    told = {one.where.member: one.message for one in report.findings}
    assert told["more/notes.pdf"].startswith("more/notes.pdf was built without its references: 5 of 5 ")
    assert told[None].startswith("The paper was built without its references: 5 of 5 ")


def test_a_waiver_that_nothing_was_found_for_is_said_as_such() -> None:
    waived = Selection(only=frozenset({"ANON001"}), ignored={"ANON001": "agreed"})
    (idle,) = check(Submission(id="s", paper=paper()), PROFILE, waived).rules
    assert (idle.outcome, idle.reason) == (Outcome.PASSED, "It is waived, and found nothing to waive: agreed")
    assert idle.is_idly_waived
    named = paper(authors=("Ingrid Lyngby", "University of Nordhavn"))
    (used,) = check(Submission(id="s", paper=named), PROFILE, waived).rules
    assert (used.outcome, used.reason, used.is_idly_waived) == (Outcome.IGNORED, "agreed", False)
