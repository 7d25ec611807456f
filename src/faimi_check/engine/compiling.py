"""From the reports on single submissions to the whole one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from faimi_check import __version__
from faimi_check.model.report import Report, SubmissionReport, Summary, Tool, Venue, Verdict
from faimi_check.venues.profile import Profile


def compile_report(profile: Profile, submissions: Iterable[SubmissionReport]) -> Report:
    """The whole report with its summary."""
    submissions = tuple(submissions)
    counts = Counter(submission.verdict for submission in submissions)
    return Report(
        tool=Tool(name="faimi-check", version=__version__),
        venue=Venue(
            id=profile.id,
            title=profile.title,
            source=profile.source,
            verified=profile.verified,
            second_hand=profile.second_hand,
        ),
        submissions=submissions,
        summary=Summary(
            submissions=len(submissions),
            passed=counts[Verdict.PASS],
            review=counts[Verdict.REVIEW],
            fail=counts[Verdict.FAIL],
        ),
    )
