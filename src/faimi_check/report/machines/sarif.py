"""The report as SARIF 2.1.0, for code scanning and editors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import msgspec

from faimi_check.model.finding import Confidence, Finding, Severity
from faimi_check.model.report import Outcome, Report, SubmissionReport
from faimi_check.report.presentation import RuleHelp
from faimi_check.report.wording import words
from faimi_check.report.wording.digest import by_reason
from faimi_check.report.wording.escape import markdown_text, printable, printable_lines

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_PRECISION = {"certain": "very-high", "likely": "high", "possible": "medium"}
# The words of code hosts for findings that are no holes in a program.
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_WORD = re.compile(r"[a-z0-9]+")


def render(report: Report, rules: Mapping[str, RuleHelp], newer: str | None = None) -> str:
    """One run. `rules` describes the rules; those that the report names and it does not know are listed bare.

    `newer` is the id of a later call of the same series.
    """
    names = {result.rule: result.name for submission in report.submissions for result in submission.rules}
    names |= {finding.rule: finding.name for submission in report.submissions for finding in submission.findings}
    index = {rule: position for position, rule in enumerate(names)}
    precision = _precision_of_rules(report)
    driver = {
        "name": report.tool.name,
        "version": report.tool.version,
        "semanticVersion": report.tool.version,
        "rules": [_descriptor(rule, name, rules.get(rule), precision.get(rule)) for rule, name in names.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": f"faimi-check/{report.venue.id}/"},
        "invocations": [_invocation(report, newer)],
        "results": [result for submission in report.submissions for result in _results(submission, index)],
        "properties": {
            "venue": {"id": report.venue.id, "title": report.venue.title, "verified": report.venue.verified},
            "verdicts": {printable(each.id): each.verdict.value for each in report.submissions},
        },
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(document), indent=1).decode("utf-8") + "\n"


def _precision_of_rules(report: Report) -> dict[str, str]:
    """Of each rule that found something, how sure its least sure finding is: code hosts want one figure a rule."""
    least: dict[str, Confidence] = {}
    for submission in report.submissions:
        for finding in (*submission.findings, *(ignored.finding for ignored in submission.ignored)):
            known = least.get(finding.rule, finding.confidence)
            least[finding.rule] = min(known, finding.confidence, key=lambda confidence: confidence.rank)
    return {rule: _PRECISION[confidence.value] for rule, confidence in least.items()}


def _descriptor(rule: str, name: str, known: RuleHelp | None, precision: str | None) -> dict[str, Any]:
    pascal = "".join(word.capitalize() for word in _WORD.findall(name))
    properties: dict[str, Any] = {"tags": [rule.rstrip("0123456789"), "submission"], "precision": precision or "high"}
    described: dict[str, Any] = {
        "id": rule,
        "name": pascal,
        "shortDescription": {"text": name},
        "properties": properties,
    }
    if known is None:
        return described
    sections = known.sections.items()
    if known.page:
        described["helpUri"] = known.page
    described |= {
        "shortDescription": {"text": known.summary},
        "fullDescription": {"text": _flat(known.sections.get("Why", known.summary))},
        "help": {
            "text": "\n\n".join([known.summary, *(f"{heading}\n{text}" for heading, text in sections)]),
            "markdown": "\n\n".join(
                [markdown_text(known.summary), *(f"**{heading}**\n\n{_paragraphs(text)}" for heading, text in sections)]
            ),
        },
        "defaultConfiguration": {"level": known.severity.value},
        "properties": properties | {"problem.severity": _PROBLEM[known.severity]},
    }
    return described


def _flat(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(text: str) -> str:
    return "\n\n".join(markdown_text(_flat(paragraph)) for paragraph in text.split("\n\n"))


def _results(submission: SubmissionReport, index: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    lines = count(1)
    for finding in submission.findings:
        yield _result(finding, index, next(lines))
    for ignored in submission.ignored:
        waived = {"kind": "external", "status": "accepted", "justification": printable(ignored.reason)}
        yield _result(ignored.finding, index, next(lines)) | {"suppressions": [waived]}


def _result(finding: Finding, index: Mapping[str, int], line: int) -> dict[str, Any]:
    said = [printable(finding.message)]
    if finding.evidence:
        said.append(f"Found: {printable(finding.evidence)}")
    said += printable_lines(f"Fix: {finding.fix}")
    clause = finding.clause
    if clause:
        said.append(f"Call: {printable(words.clause_words(clause))}")
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.severity.value,
        "kind": "fail",
        "message": {"text": "\n".join(said)},
        "locations": [_location(finding, line)],
        "partialFingerprints": {
            "primaryLocationLineHash": finding.fingerprint,
            "faimiCheck/v1": finding.fingerprint,
        },
        "properties": {
            "code": finding.code,
            "confidence": finding.confidence.value,
            "precision": _PRECISION[finding.confidence.value],
            "clause": clause.id if clause else None,
        },
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    return result


def _location(finding: Finding, line: int) -> dict[str, Any]:
    """The file, the page and the member as logical locations.

    Code scanning wants a line and shows one alert for those that stand in the same: a PDF has none, so the findings
    are numbered.
    """
    where = finding.where
    physical = {
        "artifactLocation": {"uri": _uri(where.file or "paper.pdf")},
        "region": {"startLine": line, "startColumn": 1, "endColumn": 2},
    }
    names = []
    if where.member is not None:
        names.append((printable(where.member), "member"))
    if where.page is not None:
        names.append((f"page {where.page}", "page"))
    location: dict[str, Any] = {"physicalLocation": physical}
    if names:
        full = "/".join([printable(where.file or ""), *(name for name, _ in names)])
        location["logicalLocations"] = [{"name": names[-1][0], "kind": names[-1][1], "fullyQualifiedName": full}]
        if where.member is not None and where.page is not None:
            location["logicalLocations"].append({"name": names[0][0], "kind": names[0][1]})
    return location


def _uri(file: str) -> str:
    path = PurePath(printable(file))
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), safe="/")


def _invocation(report: Report, newer: str | None) -> dict[str, Any]:
    """What the run could not tell: rules that were undecided or broke down, a call that was not read, or is not new."""
    execution = []
    for submission in report.submissions:
        for outcome, level in ((Outcome.UNDECIDED, "warning"), (Outcome.CRASHED, "error")):
            for reason, results in by_reason(submission.rules, outcome).items():
                text = f"{printable(words.inputs(submission))}: {printable(reason)} ({words.rule_words(results)})"
                execution.append({"level": level, "message": {"text": text}})
        if unshown := words.not_shown(submission.not_shown):
            text = f"{printable(words.inputs(submission))}: {unshown}"
            execution.append({"level": "note", "message": {"text": text}})
    invocation: dict[str, Any] = {
        "executionSuccessful": not any(each["level"] == Severity.ERROR.value for each in execution),
        "toolExecutionNotifications": execution,
    }
    configuration = []
    if not report.venue.verified:
        configuration.append({"level": "warning", "message": {"text": words.venue_words(report.venue)}})
    if newer:
        configuration.append({"level": "note", "message": {"text": words.newer_words(newer)}})
    if configuration:
        invocation["toolConfigurationNotifications"] = configuration
    return invocation
