"""The report as JUnit XML: a test suite for each submission, a test case for each rule."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from faimi_check.model.finding import Finding, Severity
from faimi_check.model.report import Outcome, Report, RuleResult, SubmissionReport
from faimi_check.report.wording import words
from faimi_check.report.wording.escape import printable, printable_lines


def render(report: Report) -> str:
    """An error fails its rule's test case; warnings and notes are its output, undecided and waived ones are skipped."""
    root = Element("testsuites", name=f"{report.tool.name} {report.tool.version}")
    for submission in report.submissions:
        _suite(root, submission, report)
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    indent(root)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{tostring(root, encoding='unicode')}\n"


def _suite(root: Element, submission: SubmissionReport, report: Report) -> None:
    suite = SubElement(root, "testsuite", name=printable(submission.id), time=f"{submission.seconds:.3f}")
    properties = SubElement(suite, "properties")
    for name, value in (
        ("verdict", submission.verdict.value),
        ("venue", words.venue_words(report.venue)),
        ("files", words.inputs(submission)),
        ("not-shown", words.not_shown(submission.not_shown)),
    ):
        if not value:
            continue
        SubElement(properties, "property", name=name, value=printable(value))
    findings: dict[str, list[Finding]] = {}
    for finding in submission.findings:
        findings.setdefault(finding.rule, []).append(finding)
    for result in submission.rules:
        _case(suite, submission, result, findings.pop(result.rule, []))
    for rule, found in findings.items():
        _case(suite, submission, RuleResult(rule=rule, name=found[0].name, outcome=Outcome.FAILED), found)
    suite.set("tests", str(len(suite.findall("testcase"))))
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(sum(case.find(tag) is not None for case in suite)))
    humans = "\n".join(f"- {printable(clause.question or clause.quote)}" for clause in submission.for_humans)
    if humans:
        SubElement(suite, "system-out").text = f"{words.HUMANS_TITLE}:\n{humans}"


def _case(suite: Element, submission: SubmissionReport, result: RuleResult, findings: list[Finding]) -> None:
    case = SubElement(
        suite, "testcase", classname=printable(submission.id), name=f"{result.rule} {result.name}", time="0"
    )
    _OUTCOMES.get(result.outcome, _passed)(case, result)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        failure = SubElement(case, "failure", type="error", message=printable(errors[0].message))
        failure.text = _said(errors)
    elif unshown := words.not_shown(submission.not_shown, result.rule, least=Severity.ERROR):
        SubElement(case, "failure", type="error", message=unshown)
    rest = [finding for finding in findings if finding.severity is not Severity.ERROR]
    if rest:
        SubElement(case, "system-out").text = _said(rest)


def _passed(case: Element, result: RuleResult) -> None:
    """Nothing to add: a failed rule has its findings."""


def _skipped(case: Element, result: RuleResult) -> None:
    SubElement(case, "skipped", message=printable(f"{result.outcome.value}: {result.reason or ''}"))


def _crashed(case: Element, result: RuleResult) -> None:
    SubElement(case, "error", type="crashed", message=printable(result.reason or words.CRASHED_TITLE))


_OUTCOMES: dict[Outcome, Callable[[Element, RuleResult], None]] = {
    Outcome.SKIPPED: _skipped,
    Outcome.IGNORED: _skipped,
    Outcome.UNDECIDED: _skipped,
    Outcome.CRASHED: _crashed,
}


def _said(findings: list[Finding]) -> str:
    return "\n\n".join(_lines(finding) for finding in findings)


def _lines(finding: Finding) -> str:
    lines = [f"{finding.severity.value}, {finding.confidence.value}: {printable(finding.message)}"]
    for label, text in (
        ("Where", words.place(finding.where)),
        ("Found", words.found(finding)),
        ("Fix", finding.fix),
        ("Call", words.clause_words(finding.clause) if finding.clause else words.HOUSE_RULE),
    ):
        lines += printable_lines(f"{label}: {text}") if text else []
    return "\n".join(lines)
