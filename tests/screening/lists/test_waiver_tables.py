"""The table of findings, filled in and read back as waivers."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from faimi_check.model.finding import Confidence, Finding, Location, Severity
from faimi_check.model.report import Outcome, Report, RuleResult, SubmissionReport, Summary, Tool, Venue, Verdict
from faimi_check.report.tables import findings_csv
from faimi_check.screening.lists.waivers import COLUMNS, FINDINGS_COLUMNS, read_waivers


def a_report() -> Report:
    """One finding, and a rule that could not tell."""
    found = Finding(
        rule="ANON006",
        name="identifying-link",
        code="own",
        severity=Severity.ERROR,
        confidence=Confidence.LIKELY,
        message="A link, perhaps the authors' own.",
        evidence="https://example.org/data",
        fix="Take it out.",
        where=Location(file="12.pdf", page=3),
        clause=None,
        fingerprint="f123456789abcdef",
    )
    open_rule = RuleResult(rule="DOC002", name="no-text-layer", outcome=Outcome.UNDECIDED, reason="a scan")
    submission = SubmissionReport(
        id="12", paper="12.pdf", supplement=None, verdict=Verdict.FAIL, findings=(found,), rules=(open_rule,)
    )
    return Report(
        tool=Tool(name="faimi-check", version="1"),
        venue=Venue(id="v", title="V", source="https://example.org", verified=True),
        submissions=(submission,),
        summary=Summary(submissions=1, passed=0, fail=1),
    )


def test_a_table_of_findings_is_a_waiver_file_as_it_is(tmp_path: Path) -> None:
    table = list(csv.DictReader(io.StringIO(findings_csv.render(a_report()))))
    assert {*COLUMNS, *FINDINGS_COLUMNS} == set(findings_csv.COLUMNS)
    first = next(row for row in table if row["fingerprint"])
    first["reason"] = "the chairs agreed"
    path = tmp_path / "findings.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, findings_csv.COLUMNS)
        writer.writeheader()
        writer.writerows(table)
    waivers = read_waivers(path)
    assert waivers.of(first["id"]) == ((first["fingerprint"], "the chairs agreed"),)


def test_a_submission_that_a_spreadsheet_would_compute_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "waivers.csv"
    path.write_text(
        "submission,fingerprint,reason\r\n'=3+4,f0123,'-- agreed\r\n'quoted',f0124,yes\r\n", encoding="utf-8"
    )
    waivers = read_waivers(path)
    assert waivers.of("=3+4") == (("f0123", "-- agreed"),)
    assert waivers.of("'quoted'") == (("f0124", "yes"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_a_reason_in_another_language_is_read_however_a_spreadsheet_saved_it(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "waivers.csv"
    file.write_text("submission,fingerprint,reason\n12,f123456789abcdef,geprüft\n", encoding=encoding)
    assert dict(read_waivers(file).of("12")) == {"f123456789abcdef": "geprüft"}


def test_waivers_of_ids_whose_zeros_a_spreadsheet_took_off_are_for_the_only_fitting_submission(tmp_path: Path) -> None:
    file = tmp_path / "waivers.csv"
    file.write_text(
        "submission,fingerprint,reason\n12,f01,seen\n0012,f01,agreed\n7.0,f02,seen\n3,f03,seen\n99,f04,seen\n",
        encoding="utf-8",
    )
    ids = ("0012", "0007", "03", "003", "0100")
    waivers, told = read_waivers(file).fitted_to(ids)
    assert {id: waivers.of(id) for id in ids} == {
        "0012": (("f01", "seen; agreed"),),
        "0007": (("f02", "seen"),),
        # Two may be meant.
        "03": (),
        "003": (),
        "0100": (),
    }
    assert told == (
        "waivers whose ids a spreadsheet or a person spelt otherwise are taken for the only fitting ones: "
        '"12" for 0012, "7.0" for 0007',
    )
    assert [note for note in waivers.unused(frozenset(ids)) if "cleared nothing" not in note] == [
        'waiver f03 is for "3", but 2 submissions may be meant',
        'waiver f04 is for "99", but there is no such submission',
    ]


def test_ids_that_are_spelt_alike_are_not_spoken_of(tmp_path: Path) -> None:
    file = tmp_path / "waivers.csv"
    file.write_text("submission,fingerprint,reason\n12,f01,seen\n", encoding="utf-8")
    waivers, told = read_waivers(file).fitted_to(["12", "0012"])
    assert (waivers.of("12"), waivers.of("0012"), told) == ((("f01", "seen"),), (), ())
