from __future__ import annotations

from junitparser import Error, Failure, JUnitXml, Skipped

from faimi_check.model.report import Report
from faimi_check.report.formats import render


def suite_of(report: Report) -> object:
    return next(iter(JUnitXml.fromstring(render(report, "junit").encode("utf-8"))))


def test_a_case_for_each_rule_with_its_outcome(report: Report) -> None:
    suite = suite_of(report)
    outcomes = {case.name.split()[0]: [type(result) for result in case.result] for case in suite}
    assert outcomes["LEN001"] == outcomes["ANON002"] == outcomes["RME001"] == [Failure]
    assert outcomes["LEN002"] == outcomes["SUP007"] == outcomes["VID003"] == []
    assert outcomes["ANON013"] == outcomes["ANON014"] == outcomes["ANON006"] == [Skipped]
    assert outcomes["VID005"] == [Error]
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (12, 3, 1, 4)


def test_warnings_and_notes_are_output_not_failures(report: Report) -> None:
    said = {case.name.split()[0]: case.system_out for case in suite_of(report)}
    assert "A file that macOS leaves behind" in said["SUP007"]
    assert "a voice can identify" in said["VID003"]


def test_the_verdict_is_a_property(report: Report) -> None:
    properties = {prop.name: prop.value for prop in suite_of(report).properties()}
    assert properties["verdict"] == "fail"
    assert properties["files"] == "paper.pdf + supplement.zip"
