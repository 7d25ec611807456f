"""Each fixture gives exactly the findings it was made for, and no other.

`expected.toml` lists them, each as RULE/code; `python tests/cases/regenerate.py` writes it anew. A change there is
a change of what the tool says, and is to be read as one.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path

import jsonschema
import msgspec
import pytest

from faimi_check.engine import compile_report
from faimi_check.model.finding import Confidence, Severity
from faimi_check.model.report import Outcome, Report, SubmissionReport, Verdict
from faimi_check.report.formats import PUBLIC_FORMATS, render
from faimi_check.rules.catalogue import rules
from faimi_check.venues.loader import load

from .conftest import FIXTURES, fixture_names

EXPECTED = tomllib.loads((Path(__file__).parent / "expected.toml").read_text(encoding="utf-8"))


def found(report: SubmissionReport) -> list[str]:
    return sorted({f"{finding.rule}/{finding.code}" for finding in report.findings})


@pytest.mark.parametrize("name", fixture_names())
def test_exactly_these_findings(name: str, reports: dict[str, SubmissionReport]) -> None:
    report = reports[name]
    expected = EXPECTED[name]
    assert found(report) == sorted(expected["findings"])
    assert report.verdict.value == expected["verdict"]
    undecided = sorted(result.rule for result in report.rules if result.outcome is Outcome.UNDECIDED)
    assert undecided == sorted(expected.get("undecided", []))


@pytest.mark.parametrize("name", fixture_names())
def test_no_rule_crashes(name: str, reports: dict[str, SubmissionReport]) -> None:
    assert [result for result in reports[name].rules if result.outcome is Outcome.CRASHED] == []


def test_every_finding_can_be_put_into_an_e_mail(reports: dict[str, SubmissionReport]) -> None:
    for name, report in reports.items():
        for finding in report.findings:
            assert finding.message.strip().endswith((".", "”", ")", "?")), (name, finding)
            assert finding.fix.strip(), (name, finding)
            assert finding.where.file or finding.where.member, (name, finding)
            assert len(finding.message) < 600, (name, finding)
            assert not (finding.severity is Severity.ERROR and finding.confidence is Confidence.POSSIBLE), name


@pytest.mark.parametrize("kind", ["papers", "zips"])
def test_true_facts_of_the_pages(kind: str, reports: dict[str, SubmissionReport]) -> None:
    facts = tomllib.loads((FIXTURES / f"{kind}.toml").read_text(encoding="utf-8"))
    for name, fact in facts.items():
        if kind == "papers" and "pages" in fact and "unreadable" not in fact:
            pages = reports[f"papers/{name}.pdf"].pages
            assert pages is not None, name
            assert pages.total == fact["pages"], name
            for key in ("last_content", "references_start", "references_end"):
                if key in fact:
                    assert getattr(pages, key) == fact[key], (name, key)


def test_compliant_submissions_pass(reports: dict[str, SubmissionReport]) -> None:
    compliant = [name for name in reports if "/compliant" in name or "/good" in name]
    assert len(compliant) > 10
    assert {name: reports[name].verdict for name in compliant} == dict.fromkeys(compliant, Verdict.PASS)


def test_every_rule_has_a_fixture_that_fails_and_one_that_passes(reports: dict[str, SubmissionReport]) -> None:
    outcomes = Counter((result.rule, result.outcome) for report in reports.values() for result in report.rules)
    # Those that FAIMI does not ask for, and those that need a list, a batch, a telling file name or an extra,
    # have tests of their own.
    used = load("faimi-2025").rules
    for rule in rules():
        if rule.id in used and rule.id not in (
            "ANON014",
            "ANON018",
            "ANON023",
            "VID006",
            "SUB001",
            "SUB002",
            "SUB003",
            "SUP011",
        ):
            assert outcomes[rule.id, Outcome.PASSED], rule.id
            assert outcomes[rule.id, Outcome.FAILED], rule.id


def test_reports_are_valid_against_their_schema(reports: dict[str, SubmissionReport]) -> None:
    schema = msgspec.json.schema(Report)
    report = compile_report(load("faimi-2025"), reports.values())
    jsonschema.Draft202012Validator(schema).validate(json.loads(msgspec.json.encode(report)))


# Of the people and places in the fixtures; each is invented.
NAMED = ("Ingrid", "Lyngby", "Mateo", "Quiroga", "Belmonte", "hlberg", "Tanaka", "Nordhavn", "Brannoc")


@pytest.mark.parametrize("format_name", sorted(PUBLIC_FORMATS))
def test_what_others_may_read_names_nobody(format_name: str, reports: dict[str, SubmissionReport]) -> None:
    """Whatever rule quotes it: the files' own texts, through the whole of reading."""
    profile = load("faimi-2025")
    named = {}
    for name, report in reports.items():
        text = render(compile_report(profile, [report]), format_name).casefold()
        if left := [each for each in NAMED if each.casefold() in text]:
            named[name] = left
    assert named == {}
