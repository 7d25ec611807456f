"""The engine weighs what rules yield; it never lets a bad rule or a bad file through as a pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from faimi_check.engine import HITS_A_RULE, Selection, check, compile_report, judging
from faimi_check.model.finding import Confidence, Hit, Location, Severity, Skipped, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.report import Outcome, SubmissionReport, Verdict
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import EmbeddedPdf, Supplement
from faimi_check.rules.registry import NoParameters, Part, Rule
from faimi_check.venues.profile import ClauseText, Force, Profile, RuleSettings, Stage

HIT = Hit(code="bad", message="It is bad.", fix="Make it good.", evidence="the bad thing", where=Location(page=3))


def make_rule(
    *results: Any,
    id: str = "ANON999",
    part: Part = Part.PAPER,
    needs: frozenset[Aspect] = frozenset(),
    requires: frozenset[str] = frozenset(),
    fails: Exception | None = None,
) -> Rule:
    def run(submission: Submission, params: Any) -> Iterator[Any]:
        yield from results
        if fails:
            raise fails

    return Rule(id, "test-rule", part, {"bad": Severity.ERROR}, NoParameters, needs, requires, run)


def settings(**changes: Any) -> RuleSettings:
    values: dict[str, Any] = {"clause": "c", "clauses": {}, "severity": None, "codes": {}, "params": NoParameters()}
    return RuleSettings(**values | changes)


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch) -> Any:
    def run(
        *rules: Rule, submission: Submission | None = None, selection: Selection | None = None, **changes: Any
    ) -> SubmissionReport:
        monkeypatch.setattr(judging, "rules", lambda: rules)
        profile = Profile(
            id="test",
            title="A test",
            source="https://example.org/call",
            read="",
            verified=True,
            stage=Stage.SUBMISSION,
            clauses={
                "c": ClauseText(quote="be good"),
                "h": ClauseText(quote="be kind", force=Force.HUMAN, question="Is it kind?"),
            },
            rules={rule.id: settings(**changes) for rule in rules},
        )
        return check(submission or Submission(id="s", paper=Paper(file="p.pdf", size=1)), profile, selection)

    return run


def test_a_rule_that_yields_nothing_passed(judge: Any) -> None:
    report = judge(make_rule())
    assert report.verdict is Verdict.PASS
    assert [result.outcome for result in report.rules] == [Outcome.PASSED]
    assert [clause.question for clause in report.for_humans] == ["Is it kind?"]


def test_a_hit_becomes_a_finding_with_clause_and_severity(judge: Any) -> None:
    report = judge(make_rule(HIT))
    (finding,) = report.findings
    assert (finding.severity, finding.clause.quote, finding.where.page) == (Severity.ERROR, "be good", 3)
    assert finding.clause.source == "https://example.org/call"
    assert report.verdict is Verdict.FAIL


def test_a_house_rule_quotes_no_clause(judge: Any) -> None:
    assert judge(make_rule(HIT), clause=None).findings[0].clause is None


def test_what_is_only_possible_is_never_an_error(judge: Any) -> None:
    possible = Hit(code="bad", message="m", fix="f", confidence=Confidence.POSSIBLE)
    report = judge(make_rule(possible))
    assert report.findings[0].severity is Severity.WARNING
    assert report.verdict is Verdict.REVIEW


def test_severity_by_code_wins_over_severity_by_rule(judge: Any) -> None:
    report = judge(make_rule(HIT), severity=Severity.WARNING, codes={"bad": Severity.NOTE})
    assert report.findings[0].severity is Severity.NOTE
    assert report.verdict is Verdict.PASS


def test_a_rule_that_raises_is_crashed_and_the_others_go_on(judge: Any) -> None:
    report = judge(make_rule(HIT, fails=ValueError("boom")), make_rule(id="ANON998"))
    assert [result.outcome for result in report.rules] == [Outcome.CRASHED, Outcome.PASSED]
    assert "boom" in report.rules[0].reason
    assert len(report.findings) == 1


def test_a_crash_alone_asks_for_a_person(judge: Any) -> None:
    assert judge(make_rule(fails=RuntimeError())).verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("result", "outcome"), [(Undecided("why"), Outcome.UNDECIDED), (Skipped("why"), Outcome.SKIPPED)]
)
def test_a_rule_may_say_that_it_cannot_tell_or_does_not_apply(judge: Any, result: Any, outcome: Outcome) -> None:
    report = judge(make_rule(result))
    assert (report.rules[0].outcome, report.rules[0].reason) == (outcome, "why")


def test_what_was_not_read_is_undecided_not_passed(judge: Any) -> None:
    problem = Problem(kind=ProblemKind.NO_TEXT, aspects=(Aspect.TEXT,), detail="Page 2 has no text layer.")
    submission = Submission(id="s", paper=Paper(file="p.pdf", size=1, problems=(problem,)))
    report = judge(
        make_rule(needs=frozenset({Aspect.TEXT})),
        make_rule(id="ANON998", needs=frozenset({Aspect.METADATA})),
        submission=submission,
    )
    assert [result.outcome for result in report.rules] == [Outcome.UNDECIDED, Outcome.PASSED]
    assert report.rules[0].reason == "Page 2 has no text layer."
    assert report.verdict is Verdict.REVIEW


def test_a_blocking_hit_skips_the_rules_that_require_it(judge: Any) -> None:
    blocked = Hit(code="bad", message="Not a PDF.", fix="f", blocking=True)
    report = judge(make_rule(blocked, id="DOC999"), make_rule(HIT, requires=frozenset({"DOC999"})))
    assert [result.outcome for result in report.rules] == [Outcome.FAILED, Outcome.SKIPPED]
    assert report.rules[1].reason == "DOC999 failed: Not a PDF."


def test_a_hit_that_does_not_block_skips_nothing(judge: Any) -> None:
    report = judge(make_rule(HIT, id="DOC999"), make_rule(requires=frozenset({"DOC999"})))
    assert report.rules[1].outcome is Outcome.PASSED


def test_without_a_supplement_its_rules_are_skipped(judge: Any) -> None:
    report = judge(make_rule(HIT, part=Part.SUPPLEMENT))
    assert report.rules[0].reason == "No supplement was given."
    assert report.verdict is Verdict.PASS


def test_a_waived_rule_shows_its_findings_with_the_reason(judge: Any) -> None:
    report = judge(make_rule(HIT), selection=Selection(ignored={"ANON999": "agreed with the chair"}))
    assert report.findings == ()
    assert [(item.finding.code, item.reason) for item in report.ignored] == [("bad", "agreed with the chair")]
    assert report.rules[0].outcome is Outcome.IGNORED


def test_filters_hide_findings_but_do_not_change_the_verdict(judge: Any) -> None:
    possible = Hit(code="bad", message="m", fix="f", confidence=Confidence.POSSIBLE)
    report = judge(make_rule(possible), selection=Selection(min_confidence=Confidence.LIKELY))
    assert report.findings == ()
    assert report.verdict is Verdict.REVIEW


def test_only_selected_rules_run(judge: Any) -> None:
    report = judge(make_rule(), make_rule(id="ANON998"), selection=Selection(only=frozenset({"ANON998"})))
    assert [result.rule for result in report.rules] == ["ANON998"]


def test_fingerprints_survive_a_move_and_tell_twins_apart(judge: Any) -> None:
    moved = Hit(code="bad", message="m", fix="f", evidence="the  bad thing", where=Location(page=7))
    first, second = (finding.fingerprint for finding in judge(make_rule(HIT, moved)).findings)
    assert second == f"{first}-2"


def test_evidence_is_bounded_and_can_be_encoded(judge: Any) -> None:
    long = Hit(code="bad", message="m", fix="f", evidence="\ud800" + "x" * 10_000)
    evidence = judge(make_rule(long)).findings[0].evidence
    assert len(evidence) < 2100
    assert evidence.encode()


def unread(*aspects: Aspect) -> Submission:
    problem = Problem(kind=ProblemKind.LIMIT, aspects=aspects, detail="Page 2 was not read.")
    return Submission(id="s", paper=Paper(file="p.pdf", size=1, problems=(problem,)))


NOTE = {"severity": Severity.NOTE}


def test_what_was_not_read_stays_open_beside_what_was_found(judge: Any) -> None:
    report = judge(make_rule(HIT, needs=frozenset({Aspect.TEXT})), submission=unread(Aspect.TEXT), **NOTE)
    (result,) = report.rules
    assert (result.outcome, result.reason, result.is_open) == (Outcome.FAILED, "Page 2 was not read.", True)
    assert report.verdict is Verdict.REVIEW


def test_what_a_rule_cannot_tell_stays_open_beside_what_it_found(judge: Any) -> None:
    report = judge(make_rule(HIT, Undecided("60 pictures were not read."), Skipped("no")), **NOTE)
    (result,) = report.rules
    assert (result.outcome, result.reason) == (Outcome.FAILED, "60 pictures were not read.")
    assert report.verdict is Verdict.REVIEW


def test_a_waived_finding_does_not_waive_what_was_not_seen(judge: Any) -> None:
    rule = make_rule(HIT, Undecided("60 pictures were not read."))
    waived = {finding.fingerprint: "it is public" for finding in judge(rule).findings}
    report = judge(rule, selection=Selection(waived=waived))
    assert (report.findings, len(report.ignored), report.verdict) == ((), 1, Verdict.REVIEW)
    assert (report.rules[0].outcome, report.rules[0].reason) == (Outcome.UNDECIDED, "60 pictures were not read.")
    passed = judge(make_rule(HIT), selection=Selection(waived=waived))
    assert (passed.rules[0].outcome, passed.verdict) == (Outcome.IGNORED, Verdict.PASS)


def test_a_finding_told_by_another_rule_leaves_its_own_rule_open(judge: Any) -> None:
    said = replace(HIT, evidence="We thank the clinic of the town of Nordhavn for all of the images.")
    surer, other = make_rule(said, id="ANON004"), make_rule(said, Undecided("Page 2 was not read."), id="ANON005")
    report = judge(surer, other)
    assert [finding.rule for finding in report.findings] == ["ANON004"]
    assert [(each.outcome, each.reason) for each in report.rules] == [
        (Outcome.FAILED, None),
        (Outcome.UNDECIDED, "Page 2 was not read."),
    ]


def test_what_one_supplement_leaves_open_is_not_lost_for_what_another_holds(judge: Any) -> None:
    problem = Problem(kind=ProblemKind.LIMIT, aspects=(Aspect.ARCHIVE,), detail="b.zip was not read to its end.")
    files = (Supplement(file="a.zip", size=1), Supplement(file="b.zip", size=1, problems=(problem,)))

    def run(submission: Submission, params: Any) -> Iterator[Any]:
        yield from [HIT] if submission.supplements[0].file == "a.zip" else []

    rule = Rule(
        "SUP999", "test", Part.SUPPLEMENT, {"bad": Severity.NOTE}, NoParameters, {Aspect.ARCHIVE}, frozenset(), run
    )
    report = judge(rule, submission=Submission(id="s", paper=None, supplements=files))
    assert [(each.outcome, each.reason) for each in report.rules] == [(Outcome.FAILED, problem.detail)]
    assert report.verdict is Verdict.REVIEW


def test_many_hits_are_bounded_and_the_heaviest_are_kept(judge: Any) -> None:
    light = [replace(HIT, confidence=Confidence.POSSIBLE, evidence=str(number)) for number in range(300)]
    report = judge(make_rule(*light, HIT))
    assert len(report.findings) == HITS_A_RULE
    assert report.findings[-1].severity is Severity.ERROR
    assert report.rules[0].reason == "Of its findings 101 more, none of them heavier, are not listed."
    assert judge(make_rule(*light[:HITS_A_RULE])).rules[0].reason is None


def test_a_declared_paper_is_judged_for_anonymity_and_placed_in_the_zip(judge: Any) -> None:
    inner = EmbeddedPdf(member="cited.pdf", declared=True, paper=Paper(file="cited.pdf", size=1))
    submission = Submission(
        id="s",
        paper=Paper(file="p.pdf", size=1),
        supplements=(Supplement(file="s.zip", size=1, pdfs=(inner,)),),
    )
    findings = judge(make_rule(HIT), make_rule(HIT, id="LEN999"), submission=submission).findings
    assert [(finding.rule, finding.where.member) for finding in findings] == [
        ("ANON999", None),
        ("ANON999", "cited.pdf"),
        ("LEN999", None),
    ]


def test_the_summary_counts_verdicts(judge: Any) -> None:
    failed, passed = judge(make_rule(HIT)), judge(make_rule())
    profile = Profile(id="t", title="", source="", read="", verified=True, stage=Stage.SUBMISSION, clauses={}, rules={})
    summary = compile_report(profile, [failed, passed, passed]).summary
    assert (summary.submissions, summary.passed, summary.review, summary.fail) == (3, 2, 0, 1)
