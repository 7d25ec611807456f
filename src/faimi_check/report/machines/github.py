"""The report as workflow commands: GitHub shows them as annotations of the job and of the files."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Finding, Severity
from faimi_check.model.report import Outcome, Report, SubmissionReport
from faimi_check.report.wording import words
from faimi_check.report.wording.digest import by_reason, by_weight
from faimi_check.report.wording.escape import command_data, command_property, printable, printable_lines
from faimi_check.report.wording.sentences import in_one_sentence

_FIX_LINES = 9
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_QUESTIONS = (
    (Outcome.UNDECIDED, "warning", words.UNDECIDED_TITLE),
    (Outcome.CRASHED, "error", words.CRASHED_TITLE),
)


def render(report: Report, newer: str | None = None, *, assumed: bool = False) -> str:
    """One line a finding, or for all that differ by a file only, the heaviest first: GitHub shows ten of a kind in a
    step. The verdict is plain text.

    `newer` is the id of a later call of the same series, `assumed` says that nobody named the one judged by.
    """
    lines: list[str] = []
    remark = words.assumed_call(report.venue.id) if assumed else ""
    for submission in report.submissions:
        verdict = words.VERDICT_WORDS[submission.verdict]
        lines.append(f"{verdict}  {printable(words.inputs(submission))}: {words.headline(submission)}{remark}")
        if not report.venue.verified:
            lines.append(_command("notice", {"title": "venue"}, words.venue_words(report.venue)))
        if newer:
            lines.append(_command("notice", {"title": "venue"}, words.newer_words(newer)))
        told = in_one_sentence(submission.findings, len(submission.findings))
        lines += [_finding(finding) for finding in by_weight(told)]
        lines += _questions(submission)
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding) -> str:
    title = f"{finding.rule} {finding.name}"
    if finding.where.page is not None or finding.where.member is not None:
        title += f" ({words.place(finding.where)})"
    said = [finding.message]
    if found := words.found(finding):
        said.append(f"Found: {found}")
    said += _bounded(printable_lines(f"Fix: {finding.fix}"))
    if finding.clause:
        said.append(f"Call: {words.clause_words(finding.clause)}")
    return _command(_COMMANDS[finding.severity], {"file": finding.where.file or "", "title": title}, *said)


def _bounded(lines: list[str]) -> list[str]:
    """The lines of a fix: a README for many videos would stand whole in the annotation of each of them."""
    left = len(lines) - _FIX_LINES
    return lines if left <= 1 else [*lines[:_FIX_LINES], f"... and {left} more lines"]


def _questions(submission: SubmissionReport) -> Iterator[str]:
    for outcome, command, title in _QUESTIONS:
        for reason, results in by_reason(submission.rules, outcome).items():
            yield _command(command, {"title": title}, reason, words.rule_words(results))


def _command(name: str, properties: dict[str, str], *lines: str) -> str:
    said = ",".join(f"{key}={command_property(value)}" for key, value in properties.items() if value)
    return f"::{name} {said}::{command_data(*lines)}"
