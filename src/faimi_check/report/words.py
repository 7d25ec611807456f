"""Phrases that several reports share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from faimi_check.model.finding import Finding, Location, PageMeasures, Severity, SubmissionReport, Verdict

VERDICT_WORDS = {
    Verdict.PASS: "PASS",
    Verdict.REVIEW: "REVIEW",
    Verdict.FAIL: "FAIL",
}
VERDICT_MEANING = {
    Verdict.PASS: "nothing that breaks the call was found",
    Verdict.REVIEW: "a person must look",
    Verdict.FAIL: "breaks the call as it stands",
}
KIND_WORDS = {"content": "content", "mixed": "content and references", "references": "references", "blank": "blank"}


def plural(count: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def tally(findings: Iterable[Finding]) -> str:
    """`3 errors, 1 warning`, or an empty string."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(
        plural(counts[severity], severity.value) for severity in reversed(list_by_weight()) if counts[severity]
    )


def list_by_weight() -> list[Severity]:
    """Severities from the lightest to the heaviest."""
    return sorted(Severity, key=lambda severity: severity.rank)


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Heaviest and surest first, else in the order of the rules and of the pages."""
    return sorted(findings, key=lambda finding: (-finding.severity.rank, -finding.confidence.rank))


def place(where: Location) -> str:
    """`page 9`, `README.txt in supplement.zip`, or the file's name."""
    parts = []
    if where.page is not None:
        parts.append(f"page {where.page}")
    if where.member is not None:
        parts.append(where.member)
    return ", ".join(parts) or (where.file or "")


def page_sentence(pages: PageMeasures) -> str:
    """What the pages hold, against the limits."""
    limit = f" of at most {pages.total_limit}" if pages.total_limit else ""
    said = [f"{plural(pages.total, 'page')}{limit}"]
    if pages.last_content is not None:
        limit = f" (limit: page {pages.content_limit})" if pages.content_limit else ""
        said.append(f"content up to page {pages.last_content}{limit}")
    if pages.references_start is not None and pages.references_end is not None:
        first, last = pages.references_start, pages.references_end
        said.append(f"references on page {first}" if first == last else f"references on pages {first} to {last}")
    else:
        said.append("no reference list found")
    return "; ".join(said) + "."


def inputs(submission: SubmissionReport) -> str:
    """The files that were judged."""
    return " + ".join(filter(None, (submission.paper, submission.supplement)))
