"""One line a submission, for --quiet: a hook waits for it, so that nothing is loaded for its sake."""

from __future__ import annotations

from faimi_check.model.report import Report, SubmissionReport, Verdict
from faimi_check.model.text.counted import plural
from faimi_check.report.wording import words
from faimi_check.report.wording.escape import printable

# Green, yellow and red, in bold.
_VERDICT_CODE = {Verdict.PASS: "1;32", Verdict.REVIEW: "1;33", Verdict.FAIL: "1;31"}
_BOLD = "1"


def render(report: Report, *, color: bool, remark: str = "", assumed: bool = False) -> str:
    """The verdicts with a `remark` behind each, as headlines of the whole report are set.

    Where nobody named the call it is told by which one is `assumed`: nothing else here says so.
    """
    if assumed:
        remark += words.assumed_call(report.venue.id)
    if not report.venue.verified:
        remark += " (UNVERIFIED call)"
    return "".join(
        f"{headline(submission, color=color)}{_waived(submission)}{remark}\n" for submission in report.submissions
    )


def headline(submission: SubmissionReport, *, color: bool) -> str:
    """The verdict, what was judged, and how much was found."""
    inputs = _styled(f"  {printable(words.inputs(submission))}", _BOLD, color=color)
    return f"{verdict(submission, color=color)}{inputs}: {words.headline(submission)}"


def verdict(submission: SubmissionReport, *, color: bool) -> str:
    """The verdict in its colour."""
    return _styled(words.VERDICT_WORDS[submission.verdict], _VERDICT_CODE[submission.verdict], color=color)


def _styled(text: str, code: str, *, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color else text


def _waived(submission: SubmissionReport) -> str:
    return f" ({plural(len(submission.ignored), 'finding')} waived)" if submission.ignored else ""
