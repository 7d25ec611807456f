"""What nobody could open is passed by no rule; what a rule found to be blocked is no question beside its finding."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from faimi_check.engine import check
from faimi_check.model.problem import OF_SUPPLEMENT, Problem, ProblemKind
from faimi_check.model.report import Outcome, SubmissionReport
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.model.supplement import Supplement
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.venues.loader import load

from ..rules.pages import paper

ZIPS = Path(__file__).resolve().parents[2] / "fixtures" / "zips"
PROFILE = load("faimi-2025")
AUTHORS = (KnownAuthor(name="Ingrid Lyngby"),)
OF_CONTENT = {"SUP003", "SUP004", "SUP005", *(f"VID00{n}" for n in range(1, 7)), *(f"RME00{n}" for n in range(1, 6))}


def judged(*supplements: Supplement) -> SubmissionReport:
    return check(Submission(id="s", paper=paper(), supplements=supplements, authors=AUTHORS), PROFILE)


def outcomes(report: SubmissionReport) -> dict[str, tuple[Outcome, str | None]]:
    return {result.rule: (result.outcome, result.reason) for result in report.rules}


def test_what_asks_for_a_password_is_passed_by_no_rule_that_looks_into_it() -> None:
    found = outcomes(judged(read_supplement(ZIPS / "encrypted.zip", "s.zip")))
    assert {rule for rule in OF_CONTENT if found[rule][0] is not Outcome.UNDECIDED} == set()
    assert found["ANON014"][0] is Outcome.UNDECIDED
    # What is known without looking into it is judged all the same.
    assert {found[rule][0] for rule in ("SUP002", "SUP006", "SUP007", "SUP008")} == {Outcome.PASSED}
    assert found["SUP001"] == (Outcome.FAILED, None)


def test_a_damaged_readme_leaves_what_is_said_of_videos_alone() -> None:
    problem = Problem(kind=ProblemKind.DAMAGED, aspects=OF_SUPPLEMENT[2:], detail="README.txt was not unpacked")
    sound = replace(read_supplement(ZIPS / "good-divx.zip", "s.zip"), problems=(problem,))
    found = outcomes(judged(sound))
    assert {found[rule][0] for rule in ("RME001", "RME002", "RME004", "RME005", "SUP004")} == {Outcome.UNDECIDED}
    assert Outcome.UNDECIDED not in {found[rule][0] for rule in ("VID002", "VID003", "VID004", "VID005")}


def unopened(file: str) -> Supplement:
    problem = Problem(kind=ProblemKind.WRONG_TYPE, aspects=OF_SUPPLEMENT, detail="it is no zip", fatal=True)
    return Supplement(file=file, size=1, mime="application/gzip", problems=(problem,))


def test_what_is_no_zip_is_an_error_and_no_question_of_the_same_rule() -> None:
    found = outcomes(judged(unopened("s.tar.gz")))
    assert found["SUP001"] == (Outcome.FAILED, None)
    assert found["SUP004"] == (Outcome.UNDECIDED, "it is no zip")
    assert found["RME001"][0] is Outcome.SKIPPED


def test_a_question_on_another_file_stays_beside_it() -> None:
    problem = Problem(kind=ProblemKind.LIMIT, aspects=OF_SUPPLEMENT[:1], detail="it is too long")
    other = replace(read_supplement(ZIPS / "good-divx.zip", "t.zip"), problems=(problem,))
    assert outcomes(judged(unopened("s.tar.gz"), other))["SUP001"] == (Outcome.FAILED, "it is too long")
