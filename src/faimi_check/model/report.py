"""The report, which is the JSON contract `faimi-check/report-v1`: fields are only ever added."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from faimi_check.model.change import Change
from faimi_check.model.finding import Confidence, Finding, Severity
from faimi_check.model.proposal import Proposal

SCHEMA_ID = "faimi-check/report-v1"


class Outcome(StrEnum):
    """What became of a rule."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    UNDECIDED = "undecided"
    IGNORED = "ignored"
    CRASHED = "crashed"


_OPEN = frozenset({Outcome.UNDECIDED, Outcome.CRASHED})


class Verdict(StrEnum):
    """What became of a submission."""

    PASS = "pass"  # noqa: S105
    REVIEW = "review"
    FAIL = "fail"


# The reason of a rule that was waived and passed without need of it.
NOTHING_WAIVED = "It is waived, and found nothing to waive"


class RuleResult(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one rule, with the reason where it did not pass or fail.

    A rule that failed has a reason where there may be more than its findings: it did not see all it judges by.
    """

    rule: str
    name: str
    outcome: Outcome
    reason: str | None = None

    @property
    def is_idly_waived(self) -> bool:
        """Whether its waiver could be left out: there was nothing to waive."""
        return self.outcome is Outcome.PASSED and (self.reason or "").startswith(NOTHING_WAIVED)

    @property
    def is_open(self) -> bool:
        """Whether it could not tell, or not of all it judges by."""
        return self.outcome in _OPEN or (self.outcome is Outcome.FAILED and self.reason is not None)


class PageMeasures(msgspec.Struct, frozen=True, kw_only=True):
    """How the pages count: one kind a page, and where content and references end.

    `last_counted` is the last page with content that the call counts, where it leaves some out (an appendix, ...).
    """

    total: int
    last_content: int | None = None
    references_start: int | None = None
    references_end: int | None = None
    kinds: tuple[str, ...] = ()
    content_limit: int | float | None = None
    total_limit: int | None = None
    last_counted: int | None = None


class LayoutMeasures(msgspec.Struct, frozen=True, kw_only=True):
    """The paper's measured layout, in points."""

    page_size_pt: tuple[float, float] | None = None
    columns: int | None = None
    text_block_pt: tuple[float, float, float, float] | None = None
    body_font_pt: float | None = None
    leading_pt: float | None = None
    body_typeface: str | None = None


class VideoMeasures(msgspec.Struct, frozen=True, kw_only=True):
    """One video of the supplement; `file` is the zip, or the video itself where it came without one."""

    member: str
    container: str
    codec: str
    fourcc: str
    duration_s: float | None
    width: int
    height: int
    frames_decoded: int
    audio: bool
    playable: bool
    tags: dict[str, str]
    file: str | None = None


class HumanClause(msgspec.Struct, frozen=True, kw_only=True):
    """A clause that no program can judge."""

    id: str
    quote: str
    question: str = ""
    source: str | None = None
    verbatim: bool = True


class Ignored(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that was waived, with the reason given."""

    finding: Finding
    reason: str


class Unshown(msgspec.Struct, frozen=True, kw_only=True):
    """How many findings of a rule, of one weight, the report was asked not to show."""

    rule: str
    severity: Severity
    count: int


class NotShown(msgspec.Struct, frozen=True, kw_only=True):
    """What a report was asked not to show: it counts for the verdict and the exit status all the same.

    `min_severity` and `min_confidence` are the bounds that kept something back, None for one that did not.
    """

    min_severity: Severity | None = None
    min_confidence: Confidence | None = None
    findings: tuple[Unshown, ...] = ()


class SubmissionReport(msgspec.Struct, frozen=True, kw_only=True):
    """All that is said of one submission.

    `supplement` is the first of the `supplements`, the files that were handed in beside the paper. `title` is the one
    in the conference's list, else the one on page 1. Where many submissions were screened, `proposal` is what a chair
    might do, and `digest` tells the files from others that may be uploaded in their place. `change` is there where
    they were compared with those of a run before. `not_shown` is there where findings were kept out of `findings`,
    as too light or not sure enough for whoever asked; these are the `kept_back`, which the report of a single check
    does not print.
    """

    id: str
    paper: str | None
    supplement: str | None
    verdict: Verdict
    pages: PageMeasures | None = None
    layout: LayoutMeasures | None = None
    videos: tuple[VideoMeasures, ...] = ()
    findings: tuple[Finding, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    rules: tuple[RuleResult, ...] = ()
    for_humans: tuple[HumanClause, ...] = ()
    seconds: float = 0.0
    title: str | None = None
    proposal: Proposal | None = None
    change: Change | None = None
    supplements: tuple[str, ...] = ()
    digest: str | None = None
    not_shown: NotShown | None = None
    kept_back: tuple[Finding, ...] | msgspec.UnsetType = msgspec.UNSET

    @property
    def found(self) -> tuple[Finding, ...]:
        """All findings that count, also those that are not shown."""
        return self.findings if self.kept_back is msgspec.UNSET else (*self.findings, *self.kept_back)


class Tool(msgspec.Struct, frozen=True, kw_only=True):
    """Which program wrote the report."""

    name: str
    version: str


class Venue(msgspec.Struct, frozen=True, kw_only=True):
    """Against which call it was judged; `verified` is False where the call was not read in its own text.

    `second_hand` where somebody else's account of it was read instead.
    """

    id: str
    title: str
    source: str
    verified: bool
    second_hand: bool = False


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """How many submissions had which verdict."""

    submissions: int
    passed: int = msgspec.field(name="pass")
    review: int = 0
    fail: int = 0


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The whole report: one JSON document."""

    tool: Tool
    venue: Venue
    submissions: tuple[SubmissionReport, ...]
    summary: Summary
    schema: str = SCHEMA_ID
