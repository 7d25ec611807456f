"""What the exit status says of what was found, of what could not be told, and of our own faults."""

from __future__ import annotations

import pytest

from faimi_check.cli.options import exit_status
from faimi_check.model.report import Outcome, RuleResult, SubmissionReport, Verdict


@pytest.mark.parametrize(
    ("outcome", "fail_on", "status"),
    [
        (Outcome.UNDECIDED, "error", 0),
        (Outcome.UNDECIDED, "warning", 1),
        (Outcome.UNDECIDED, "never", 0),
        (Outcome.CRASHED, "error", 2),
        (Outcome.CRASHED, "warning", 2),
        (Outcome.CRASHED, "never", 2),
        (Outcome.PASSED, "warning", 0),
        (Outcome.SKIPPED, "warning", 0),
    ],
)
def test_the_exit_status_without_a_finding(outcome: Outcome, fail_on: str, status: int) -> None:
    rule = RuleResult(rule="LEN001", name="page-limit", outcome=outcome, reason="told")
    report = SubmissionReport(id="1", paper="1.pdf", supplement=None, verdict=Verdict.REVIEW, rules=(rule,))
    assert exit_status([report], fail_on) == status
