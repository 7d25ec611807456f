"""Phrases that several reports share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from faimi_check.model.finding import Clause, Confidence, Finding, Location, Severity
from faimi_check.model.report import (
    HumanClause,
    NotShown,
    Outcome,
    PageMeasures,
    RuleResult,
    SubmissionReport,
    Venue,
    Verdict,
    VideoMeasures,
)
from faimi_check.model.text.counted import plural
from faimi_check.model.text.page_list import listed_pages
from faimi_check.report.wording.escape import printable, shorten

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
CONFIDENCE_WORDS = {Confidence.CERTAIN: "", Confidence.LIKELY: "likely", Confidence.POSSIBLE: "only possible"}
UNDECIDED_TITLE = "Could not be told, so a person must look"
CRASHED_TITLE = "Not judged because of a bug in faimi-check (please report it)"
HUMANS_TITLE = "No program can judge these; please check them yourself"
_WAIVED = 160
HOUSE_RULE = "a rule of faimi-check, not of the call"


def tally(findings: Iterable[Finding]) -> str:
    """`3 errors, 1 warning`, or an empty string."""
    return _counted(Counter(finding.severity for finding in findings))


def _counted(counts: Mapping[Severity, int]) -> str:
    return ", ".join(
        plural(counts[severity], severity.value) for severity in reversed(list_by_weight()) if counts.get(severity)
    )


def not_shown(hidden: NotShown | None, rule: str = "", *, least: Severity = Severity.NOTE) -> str:
    """`3 errors, 1 warning not shown (--min-confidence certain)`, of all rules or of one; "" where there are none."""
    if hidden is None:
        return ""
    counts: Counter[Severity] = Counter()
    for each in hidden.findings:
        if rule in ("", each.rule) and each.severity.rank >= least.rank:
            counts[each.severity] += each.count
    bounds = (("--min-severity", hidden.min_severity), ("--min-confidence", hidden.min_confidence))
    by = ", ".join(f"{option} {bound}" for option, bound in bounds if bound)
    return f"{_counted(counts)} not shown ({by})" if counts else ""


def headline(submission: SubmissionReport) -> str:
    """What the verdict rests on: `3 errors, 1 warning, 2 rules undecided`, or the verdict's meaning.

    Findings that were asked not to be shown are counted behind it, with the options that keep them back.
    """
    outcomes = Counter(result.outcome for result in submission.rules)
    parts = [tally(submission.findings)]
    for outcome in (Outcome.UNDECIDED, Outcome.CRASHED):
        if outcomes[outcome]:
            parts.append(f"{plural(outcomes[outcome], 'rule')} {outcome.value}")
    more = sum(result.is_open and result.outcome is Outcome.FAILED for result in submission.rules)
    if more:
        parts.append(f"{plural(more, 'rule')} may find more")
    said = ", ".join(filter(None, parts)) or VERDICT_MEANING[submission.verdict]
    return "; ".join(filter(None, (said, not_shown(submission.not_shown))))


def list_by_weight() -> list[Severity]:
    """Severities from the lightest to the heaviest."""
    return sorted(Severity, key=lambda severity: severity.rank)


def place(where: Location) -> str:
    """`page 9`, `pages 9 to 11`, `page 2, README.txt`, or the file's name."""
    parts = []
    if where.page is not None:
        parts.append(listed_pages(where.pages or (where.page,)))
    if where.member is not None:
        parts.append(where.member)
    return ", ".join(parts) or PurePath(where.file or "").name


def found(finding: Finding) -> str:
    """The evidence, where it says more than the message does and than the name of the file that it is about."""
    if finding.evidence in (finding.where.member, finding.where.file) or _stands_in(finding.evidence, finding.message):
        return ""
    return finding.evidence


def waived_words(finding: Finding) -> str:
    """Where a waived finding stands and what it quotes, or says where it quotes nothing: that is what is waived."""
    said = f"“{shorten(finding.evidence, _WAIVED)}”" if finding.evidence else shorten(finding.message, _WAIVED)
    return ", ".join(filter(None, (place(finding.where), said)))


def idle_waivers(submission: SubmissionReport) -> str:
    """A sentence on the waivers that match nothing; "" where each has its finding."""
    rules = [f"{result.rule} {result.name}" for result in submission.rules if result.is_idly_waived]
    return f"Nothing was found that could be waived of: {', '.join(rules)}." if rules else ""


def _stands_in(evidence: str, message: str) -> bool:
    """Whether the message quotes it, as words of its own."""
    start = message.find(evidence)
    around = message[start - 1 : start] + message[start + len(evidence) : start + len(evidence) + 1]
    return start >= 0 and not any(char.isalnum() for char in around)


def page_sentence(pages: PageMeasures) -> str:
    """What the pages hold, against the limits."""
    said = [f"{plural(pages.total, 'page')}{_limit(pages.total_limit)}"]
    if pages.last_counted is not None:
        said.append(f"content that counts to page {pages.last_counted}{_limit(pages.content_limit)}")
    elif pages.last_content is not None:
        said.append(f"content to page {pages.last_content}{_limit(pages.content_limit)}")
    if pages.references_start is not None and pages.references_end is not None:
        first, last = pages.references_start, pages.references_end
        said.append(f"references on page {first}" if first == last else f"references on {first} to {last}")
    else:
        said.append("no reference list found")
    return ", ".join(said) + "."


def _limit(pages: float | None) -> str:
    return f" (limit {pages:g})" if pages else ""


def inputs(submission: SubmissionReport) -> str:
    """The files that were judged."""
    return " + ".join(filter(None, (submission.paper, *supplements(submission))))


def supplements(submission: SubmissionReport) -> tuple[str, ...]:
    """The names of the supplement's files, in reports of any version."""
    return submission.supplements or ((submission.supplement,) if submission.supplement else ())


def clause_words(clause: Clause | HumanClause) -> str:
    """The clause in quotation marks where it is word for word, else marked as ours."""
    return f"“{clause.quote}”" if clause.verbatim else f"{clause.quote} (in our words)"


def not_read(venue: Venue) -> str:
    """Why the venue's rules may differ from its call; "" where the call itself was read."""
    if venue.verified:
        return ""
    if venue.second_hand:
        return "this call was not read itself, but what others write of it"
    return "the text of this call could not be read"


def venue_words(venue: Venue) -> str:
    """The venue's title, with a mark where its call was not read."""
    return venue.title if venue.verified else f"{venue.title} (UNVERIFIED: {not_read(venue)})"


def call_words(clause: Clause) -> str:
    """What the call says, word for word or as we put it."""
    quote = printable(clause.quote)
    return f"The call says: “{quote}”" if clause.verbatim else f"The call asks, in our words: {quote}"


# Behind the title of the call that is judged by where nobody named one.
ASSUMED = " (you gave no --venue)"


def assumed_call(id: str) -> str:
    """The same where the call itself is not told."""
    return f" (judged by {id}: you gave no --venue)"


def newer_words(id: str) -> str:
    """That there is a later call of the same series."""
    return f"There is a newer call: {id} (--venue {id})"


def video_words(video: VideoMeasures) -> str:
    """`avi, mpeg4 (DIVX), 320 x 240, 3.2 s, 80 frames decoded`."""
    codec = f"{video.codec} ({video.fourcc})" if video.fourcc else video.codec
    parts = [video.container, codec]
    if video.width and video.height:
        parts.append(f"{video.width} x {video.height}")
    if video.duration_s is not None:
        parts.append(f"{video.duration_s:.1f} s")
    parts.append(f"{plural(video.frames_decoded, 'frame')} decoded")
    parts.append("with sound" if video.audio else "")
    parts.append("" if video.playable else "DOES NOT PLAY TO ITS END")
    return ", ".join(filter(None, parts))


def rule_words(results: Iterable[RuleResult]) -> str:
    """`LEN001 page-limit, LEN002 reference-pages`."""
    return ", ".join(f"{result.rule} {result.name}" for result in results)
