"""What is new, fixed and still open since a run before."""

from __future__ import annotations

from msgspec.structs import replace
from tests.pumping import processor_seconds

from faimi_check.model.finding import Severity
from faimi_check.model.report import Ignored, Outcome, Report
from faimi_check.report.changes import change_of, earlier


def test_new_fixed_and_still_open(report: Report) -> None:
    before = report.submissions[0]
    first, second, *others = before.findings
    fresh = replace(first, fingerprint="fresh")
    now = replace(before, findings=(fresh, second, *others))
    change = change_of(now, earlier([before])["paper"])
    assert change.new == ("fresh",)
    assert [each.rule for each in change.fixed] == ["LEN001"]
    assert second.fingerprint in change.open
    assert change.words == "1 fixed, 1 new, 10 still open"
    assert change.rank == 2


def test_what_is_all_fixed_comes_first_and_what_is_unchanged_last(report: Report) -> None:
    before = report.submissions[0]
    then = earlier([before])
    ranks = [
        change_of(replace(before, findings=()), then["paper"]).rank,
        change_of(before, None).rank,
        change_of(before, then["paper"]).rank,
    ]
    assert ranks == [3, 1, 0]
    assert change_of(before, None).words == "new submission"


def test_what_is_waived_now_is_not_called_fixed(report: Report) -> None:
    before = report.submissions[0]
    first, *others = before.findings
    now = replace(before, findings=tuple(others), ignored=(Ignored(finding=first, reason="seen"),))
    assert change_of(now, earlier([before])["paper"]).fixed == ()


def test_notes_count_for_nothing(report: Report) -> None:
    before = report.submissions[0]
    notes = tuple(each for each in before.findings if each.severity.value == "note")
    assert notes
    change = change_of(replace(before, findings=()), earlier([replace(before, findings=notes)])["paper"])
    assert change.words == "unchanged"


def test_what_no_rule_looked_for_again_is_not_called_fixed(report: Report) -> None:
    before = report.submissions[0]
    broken = tuple(replace(result, outcome=Outcome.SKIPPED, reason="DOC001 failed") for result in before.rules)
    change = change_of(replace(before, findings=(), rules=broken), earlier([before])["paper"])
    assert change.fixed == ()
    assert {each.rule for each in change.untold} == {"LEN001", "ANON002", "RME001", "SUP007"}
    assert change.words == "11 not told"
    assert change.rank == 0


def test_what_was_wrong_with_a_supplement_is_fixed_by_taking_it_out(report: Report) -> None:
    before = report.submissions[0]
    skipped = tuple(
        replace(result, outcome=Outcome.SKIPPED, reason="No supplement was given.") for result in before.rules
    )
    change = change_of(replace(before, findings=(), rules=skipped, supplement=None), earlier([before])["paper"])
    assert {each.rule for each in change.fixed} == {"RME001", "SUP007"}
    assert {each.rule for each in change.untold} == {"LEN001", "ANON002"}


def test_thousands_that_were_fixed_are_told_from_the_others_at_once(report: Report) -> None:
    before = report.submissions[0]
    first = next(each for each in before.findings if each.severity is not Severity.NOTE)
    many = tuple(replace(first, fingerprint=f"f{number}") for number in range(20_000))
    then = earlier([replace(before, findings=many)])["paper"]
    for outcome, expected in ((Outcome.PASSED, (20_000, 0)), (Outcome.UNDECIDED, (0, 20_000))):
        rules = tuple(replace(result, outcome=outcome) for result in before.rules)
        changes = []
        now = replace(before, findings=(), rules=rules)
        processor_seconds(lambda now=now, told=changes: told.append(change_of(now, then)), 10)
        assert [(len(change.fixed), len(change.untold)) for change in changes] == [expected]


def test_nothing_is_fixed_by_files_that_are_the_same(report: Report) -> None:
    """The other of two alike submissions is gone, a list was mended, or the call is another."""
    before = replace(report.submissions[0], digest="files")
    then = earlier([before])["paper"]
    change = change_of(replace(before, findings=()), then)
    assert (change.fixed, change.rank) == ((), 0)
    assert {each.rule for each in change.gone} == {"LEN001", "ANON002", "RME001", "SUP007"}
    assert change.words == "11 no longer found"
    assert change_of(replace(before, findings=(), digest="others"), then).gone == ()
