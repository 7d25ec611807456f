"""The report as Markdown: for a job's summary page, an issue or a mail."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Finding
from faimi_check.model.report import Outcome, Report, SubmissionReport, Venue
from faimi_check.report.wording import words
from faimi_check.report.wording.digest import alike, by_reason, page_strip, with_one_fix
from faimi_check.report.wording.escape import markdown_block, markdown_code, markdown_text, shorten
from faimi_check.report.wording.layout import sentence_and_block, typed_pieces
from faimi_check.report.wording.sentences import in_one_sentence, with_what_is_found

SAME_RULE_SHOWN = 10
_EVIDENCE_WIDTH = 300
_KIND_SIGNS = {"content": "■", "mixed": "◧", "references": "□", "blank": "·"}


def render(report: Report, newer: str | None = None, *, assumed: bool = False) -> str:
    """GitHub-flavoured Markdown, the verdict first; `newer` is the id of a later call of the same series.

    `assumed` says that nobody named the one judged by. What stands in files is escaped; evidence and what is typed as
    it stands are code.
    """
    against = f"{markdown_text(report.venue.title)}{_typed(words.ASSUMED) if assumed else ''}"
    lines = (line for each in report.submissions for line in _submission(each, report.venue, against, newer))
    return "".join(f"{line}\n" for line in lines)


def _submission(submission: SubmissionReport, venue: Venue, against: str, newer: str | None) -> Iterator[str]:
    yield f"## {words.VERDICT_WORDS[submission.verdict]}: {markdown_code(words.inputs(submission))}"
    yield ""
    yield f"{_typed(words.headline(submission).capitalize())}. Judged against {against}."
    yield ""
    if not venue.verified:
        yield f"> **Unverified:** {words.not_read(venue)}; its rules may differ."
        yield ""
    if newer:
        yield f"{_typed(words.newer_words(newer))}."
        yield ""
    if submission.pages and submission.pages.kinds:
        yield from _pages(submission)
    for findings in alike(submission.findings):
        yield from _rule(findings)
    yield from _questions(submission)
    for ignored in submission.ignored:
        finding = ignored.finding
        said = f"{words.waived_words(finding)}. Reason given: {ignored.reason}"
        yield f"- Ignored: **{finding.rule} {finding.name}**: {markdown_text(said)}"
    if idle := words.idle_waivers(submission):
        yield f"- {markdown_text(idle)}"
    if submission.ignored or idle:
        yield ""
    yield from _humans(submission)


def _pages(submission: SubmissionReport) -> Iterator[str]:
    if submission.pages is None:
        return
    cells = page_strip(submission.pages)[:60]
    signs = "".join(f"{_KIND_SIGNS[cell.kind]}{'|' if cell.last_allowed else ''}" for cell in cells)
    used = [f"{_KIND_SIGNS[kind]} {said}" for kind, said in words.KIND_WORDS.items() if kind in submission.pages.kinds]
    yield f"Pages: `{signs}` {words.page_sentence(submission.pages)} ({', '.join(used)})"
    yield ""


def _rule(findings: list[Finding]) -> Iterator[str]:
    first = findings[0]
    yield f"### {first.severity.value.capitalize()}: {first.rule} {first.name}"
    yield ""
    told = in_one_sentence(findings, len(findings))
    for together in with_one_fix(told[:SAME_RULE_SHOWN]):
        for finding, found in with_what_is_found(together):
            yield from _finding(finding, found)
        yield ""
        yield from _fix(together[0].fix)
    if len(told) > SAME_RULE_SHOWN:
        yield f"... and {len(told) - SAME_RULE_SHOWN} more"
        yield ""
    clause = f"Call: {markdown_text(words.clause_words(first.clause))}" if first.clause else f"Rule: {words.HOUSE_RULE}"
    yield clause
    yield ""


def _finding(finding: Finding, found: str) -> Iterator[str]:
    where = words.place(finding.where)
    sure = words.CONFIDENCE_WORDS[finding.confidence]
    head = f"{markdown_code(shorten(where, 80))}: " if where else ""
    yield f"- {head}{markdown_text(finding.message)}{f' *({sure})*' if sure else ''}"
    if found:
        yield f"  - Found: {markdown_code(shorten(found, _EVIDENCE_WIDTH))}"


def _fix(fix: str) -> Iterator[str]:
    said, block = sentence_and_block(fix)
    yield f"Fix: {_typed(said)}"
    yield ""
    if block:
        yield from markdown_block(block)
        yield ""


def _typed(text: str) -> str:
    """One of our own sentences; what is typed as it stands is code."""
    return "".join(
        markdown_code(piece) if as_it_stands else markdown_text(piece) for piece, as_it_stands in typed_pieces(text)
    )


def _questions(submission: SubmissionReport) -> Iterator[str]:
    for outcome, title in ((Outcome.UNDECIDED, words.UNDECIDED_TITLE), (Outcome.CRASHED, words.CRASHED_TITLE)):
        groups = by_reason(submission.rules, outcome)
        if not groups:
            continue
        yield f"### {title}"
        yield ""
        for reason, results in groups.items():
            yield f"- {_typed(reason)} ({words.rule_words(results)})"
        yield ""


def _humans(submission: SubmissionReport) -> Iterator[str]:
    if not submission.for_humans:
        return
    yield f"### {words.HUMANS_TITLE}"
    yield ""
    for clause in submission.for_humans:
        yield f"- [ ] {markdown_text(clause.question or clause.quote)}"
    yield ""
