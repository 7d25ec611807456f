"""Scanned pages whose words were read: rules on the text judge them, less surely; rules on the file see the file."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from faimi_check.engine import Selection, check
from faimi_check.model.burned_in import BurnedIn, BurnedInLine, BurnedInPicture
from faimi_check.model.finding import Confidence
from faimi_check.model.page import Box, Page
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.report import Outcome, SubmissionReport
from faimi_check.model.submission import Submission
from faimi_check.reading.burned_in.scans import with_read_pages
from faimi_check.venues.loader import load

PROFILE = load("faimi-2025")
WORDS = (
    ("Who Waits Longer? Auditing Triage", 20.0),
    ("Ingrid Lyngby", 13.0),
    ("ingrid.lyngby@uni-nordhavn.edu", 12.0),
    ("Abstract. We study how long readings wait.", 12.4),
    ("1 Introduction", 15.0),
    *((f"Line {number} of the text says what a line of a paper says.", 12.0 + number % 3 / 2) for number in range(12)),
)


def scanned() -> Paper:
    problem = Problem(
        kind=ProblemKind.NO_TEXT, aspects=(Aspect.TEXT, Aspect.LAYOUT), detail="Page 1 has no text layer.", page=1
    )
    page = Page(number=1, width=612, height=792, scanned=True)
    return Paper(file="p.pdf", size=1, page_count=1, pages=(page,), problems=(problem,))


def read(paper: Paper, score: float = 0.95) -> Paper | None:
    top, lines = 100.0, []
    for text, height in WORDS:
        lines.append(BurnedInLine(text, Box(135, top, 135 + 5 * len(text), top + height), score, 20))
        top += 26
    picture = BurnedInPicture(page=1, box=Box(0, 0, 612, 792), is_page=True, lines=tuple(lines))
    return with_read_pages(paper, BurnedIn(pictures=(picture,), looked=1))


@pytest.fixture
def report() -> SubmissionReport:
    paper = scanned()
    submission = Submission(id="s", paper=paper, read_paper=read(paper))
    return check(submission, PROFILE, Selection(only=frozenset({"DOC002", "ANON002", "ANON003", "LNCS002", "ANON023"})))


def test_what_was_read_is_judged_and_is_likely_at_most(report: SubmissionReport) -> None:
    found = {finding.rule: finding for finding in report.findings}
    assert set(found) == {"DOC002", "ANON002"}
    assert found["ANON002"].confidence is Confidence.LIKELY
    assert "read off the pictures" in found["DOC002"].message


def test_a_rule_that_finds_nothing_passes_and_one_that_measures_cannot_tell(report: SubmissionReport) -> None:
    outcomes = {result.rule: result.outcome for result in report.rules}
    assert outcomes["ANON003"] is Outcome.PASSED
    assert outcomes["LNCS002"] is Outcome.UNDECIDED


def test_the_words_of_a_page_are_its_text_and_no_longer_in_a_picture() -> None:
    paper = read(scanned())
    assert paper is not None
    assert [line.text for line in paper.pages[0].lines][:2] == ["Who Waits Longer? Auditing Triage", "Ingrid Lyngby"]
    assert (paper.problems, paper.burned_in) == ((), BurnedIn(looked=1))
    assert not paper.pages[0].illegible


def test_a_page_of_which_nothing_was_read_stays_as_it_is() -> None:
    paper = scanned()
    assert with_read_pages(paper, BurnedIn(looked=1)) is None
    two = replace(paper, pages=(*paper.pages, Page(number=2, width=612, height=792, scanned=True)), page_count=2)
    half = read(two)
    assert half is not None
    assert half.problems == two.problems
    assert [page.illegible for page in half.pages] == [False, True]
