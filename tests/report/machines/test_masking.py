from __future__ import annotations

import pytest
from msgspec.structs import replace

from faimi_check.model.finding import Location
from faimi_check.model.report import Outcome, Report, RuleResult
from faimi_check.report.formats import PUBLIC_FORMATS, render
from faimi_check.report.machines.masking import MASK, is_personal, mask
from faimi_check.report.presentation import Presentation, RuleHelp

NAME = "Jolanda Blomqvist"


@pytest.fixture
def named(report: Report) -> Report:
    """Each way in which a name may come into a report."""
    submission = report.submissions[0]
    base = submission.findings[0]
    member = "blomqvist/gaps.avi"
    findings = (
        replace(base, rule="ANON001", message=f"{NAME} stands there.", evidence=NAME, fix=f"Take {NAME} out."),
        replace(base, rule="VID002", evidence=f"artist: {NAME}", where=Location(file="s.zip", member=member)),
        replace(base, rule="RME005", evidence=f"filmed by {NAME}"),
        replace(base, rule="SUP008", message=f"{member} names a person", where=Location(file="s.zip", member=member)),
        replace(base, rule="LEN001", message=f"Over: {NAME}", evidence=f"We thank {NAME} for"),
        replace(base, rule="VID003", message=f"{member} has sound", where=Location(file="s.zip", member=member)),
    )
    rules = (
        RuleResult(rule="VID001", name="playable", outcome=Outcome.UNDECIDED, reason=f"{member} was not decoded"),
        RuleResult(rule="ANON007", name="self", outcome=Outcome.CRASHED, reason=f"KeyError: {NAME[:7]}"),
    )
    video = replace(submission.videos[0], member=member, tags={"artist": NAME})
    return replace(
        report, submissions=(replace(submission, findings=findings, rules=rules, videos=(video,), ignored=()),)
    )


@pytest.mark.parametrize("name", sorted(PUBLIC_FORMATS))
def test_names_stay_out_of_public_formats(name: str, named: Report) -> None:
    text = render(named, name)
    assert "Jolanda" not in text
    assert "lomqvist" not in text


@pytest.mark.parametrize("name", ["terminal", "json", "html", "markdown", "csv"])
def test_names_stand_in_reports_for_oneself(name: str, named: Report) -> None:
    assert NAME in " ".join(render(named, name).split())


@pytest.mark.parametrize("name", sorted(PUBLIC_FORMATS))
def test_names_are_shown_on_demand(name: str, named: Report) -> None:
    assert NAME in render(named, name, Presentation(show_identities=True))


def test_what_stands_in_for_a_finding(named: Report, rule_help: dict[str, RuleHelp]) -> None:
    shown = mask(named, rule_help).submissions[0].findings[0]
    assert shown.message.startswith("Something about author-block.")
    assert (shown.evidence, shown.fix) == (MASK, "Mend author-block.")
    assert shown.where == named.submissions[0].findings[0].where


def test_the_fingerprint_is_no_hash_of_a_name(named: Report) -> None:
    before, after = named.submissions[0].findings[0], mask(named, {}).submissions[0].findings[0]
    assert before.fingerprint not in after.fingerprint


def test_other_rules_keep_their_words(report: Report) -> None:
    length = mask(report, {}).submissions[0].findings[0]
    assert length == report.submissions[0].findings[0]


def test_which_rules_are_personal() -> None:
    assert all(map(is_personal, ("ANON001", "ANON018", "VID002", "RME005", "SUP008")))
    assert is_personal("SUP007", "reveals")
    assert not any(map(is_personal, ("SUP007", "LEN001", "VID003", "MAN001")))
