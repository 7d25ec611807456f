"""What is new, fixed and still open since a run before."""

from __future__ import annotations

from msgspec.structs import replace

from faimi_check.model.report import Ignored, Report
from faimi_check.report.changes import change_of, earlier


def test_new_fixed_and_still_open(report: Report) -> None:
    before = report.submissions[0]
    first, second, *others = before.findings
    fresh = replace(first, fingerprint="fresh")
    now = replace(before, findings=(fresh, second, *others))
    change = change_of(now, earlier([before])["paper"])
    assert change.new == {"fresh"}
    assert [rule for rule, _ in change.fixed] == ["LEN001"]
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
