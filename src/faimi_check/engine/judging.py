"""Judging: a submission and a venue's profile give a report. Pure; never raises for a bad submission."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import UNSET
from msgspec.structs import replace

from faimi_check.engine.for_humans import for_humans
from faimi_check.engine.measures import layout_measures, page_measures, printed_title, video_measures
from faimi_check.engine.record import Record
from faimi_check.engine.running import RuleRun, encodable, fingerprint_of, held_up, run_rule, together
from faimi_check.engine.runs import Keep, LeftOpen, Runs, RunsByRule
from faimi_check.engine.scans import as_seen_by, no_surer_than_read
from faimi_check.engine.selection import Selection
from faimi_check.model.finding import EVIDENCE_LIMIT, Finding, Hit, Severity
from faimi_check.model.report import NOTHING_WAIVED, Outcome, RuleResult, SubmissionReport, Verdict
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import EmbeddedPdf, Supplement
from faimi_check.model.turned import as_shown
from faimi_check.rules.catalogue import rules
from faimi_check.rules.memory import make_room
from faimi_check.rules.registry import Part, Rule
from faimi_check.rules.supplement.entry_words import at, shown
from faimi_check.rules.supplement.new_names import with_new_names
from faimi_check.venues.profile import Profile

# What is checked in a paper that is declared as the cited, unpublished one: it need not be short or in LNCS format.
_ANONYMITY = "ANON"
_DECLARED_FAMILIES = ("DOC", _ANONYMITY, "MAN")
# How messages begin that say something of the whole.
_ABOUT_PAPER = re.compile(r"\AThe (?:paper|PDF)\b(?=['’ ])")


def begin(submission: Submission, profile: Profile, selection: Selection | None = None) -> dict[str, list[RuleRun]]:
    """Runs rules on a paper that awaits what lies below it: gives the runs of those that did not look there, by id.

    The same rules come to the same on the whole submission, with this very paper completed, and need not run again.
    """
    runs = (
        (rule.id, run_rule(rule, submission, profile))
        for rule in _asked(profile, selection or Selection())
        if rule.part is Part.PAPER
    )
    return {name: [run] for name, run in runs if run.outcome is not Outcome.CRASHED}


def check(
    submission: Submission,
    profile: Profile,
    selection: Selection | None = None,
    begun: RunsByRule | None = None,
    *,
    keep: Keep | None = None,
    left_open: LeftOpen | None = None,
) -> SubmissionReport:
    """Judges one submission. The verdict weighs all findings, also those that the selection does not show.

    `begun` is what `begin`, or an earlier check that told it to `keep`, gave for the same submission. With `left_open`
    no rule is run any more.
    """
    selection = selection or Selection()
    make_room(sum(1 for _ in submission.papers()))
    judging = _Judging(submission, profile, selection, Runs(profile, begun or {}, keep, left_open))
    for rule in _asked(profile, selection):
        judging.apply(rule)
    record = judging.record
    record.tell_once()
    record.number_findings()
    record.waive(selection.waived)
    hidden = tuple(finding for finding in record.findings if not selection.shows(finding))
    return SubmissionReport(
        id=submission.id,
        paper=submission.paper.file if submission.paper else None,
        supplement=next(iter(_handed_in(submission)), None),
        supplements=_handed_in(submission),
        verdict=verdict(record.findings, record.results),
        pages=page_measures(submission.read_paper or submission.paper, profile),
        layout=layout_measures(submission.paper),
        videos=video_measures(submission.supplements),
        findings=tuple(finding for finding in record.findings if selection.shows(finding)),
        not_shown=selection.not_shown(hidden),
        kept_back=hidden or UNSET,
        ignored=tuple(record.ignored),
        rules=tuple(record.results),
        for_humans=for_humans(submission, profile),
        title=submission.title or printed_title(submission.paper),
    )


def _asked(profile: Profile, selection: Selection) -> Iterator[Rule]:
    for rule in rules():
        if rule.id in profile.rules and (not selection.only or rule.id in selection.only):
            yield rule


def verdict(findings: Iterable[Finding], results: Iterable[RuleResult]) -> Verdict:
    """`fail` for an error, `review` for a warning or anything that could not be told."""
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return Verdict.FAIL
    open_questions = any(result.is_open for result in results)
    return Verdict.REVIEW if Severity.WARNING in severities or open_questions else Verdict.PASS


class _Judging:
    """One `check` under way: what it runs on, what it has found, what keeps rules from judging."""

    def __init__(self, submission: Submission, profile: Profile, selection: Selection, runs: Runs) -> None:
        asked = {rule.id for rule in _asked(profile, selection)} - selection.ignored.keys()
        self.submission = with_new_names(submission, asked)
        self._runs = runs
        self.profile = profile
        self.selection = selection
        self.record = Record()
        self._blocking: dict[str, dict[str | None, str]] = {}

    def apply(self, rule: Rule) -> None:
        """Runs one rule and files what it found."""
        seen, reason = self._applicable(rule)
        if reason:
            self.record.file(rule, Outcome.SKIPPED, reason)
            return
        hits, outcome, reason = together([self._run(rule, seen), *self._in_declared_papers(rule)])
        for hit in hits:
            if hit.blocking:
                self._blocking.setdefault(rule.id, {}).setdefault(hit.where.file, hit.message)
        findings = [self._weigh(rule, hit) for hit in hits]
        waived = self.selection.ignored.get(rule.id)
        if waived is None:
            self.record.add(findings, hits)
        elif outcome is Outcome.PASSED:
            reason = f"{NOTHING_WAIVED}: {waived}"
        else:
            self.record.ignore(findings, waived)
            outcome, reason = Outcome.IGNORED, waived
        self.record.file(rule, outcome, reason)

    def _applicable(self, rule: Rule) -> tuple[list[Submission], str | None]:
        """What the rule is to be run on, the whole or each supplement that nothing keeps it from; or why on nothing."""
        submission = self._shown_to(rule)
        if rule.part is Part.PAPER and submission.paper is None:
            return [], "No paper was given."
        if rule.part in (Part.SUPPLEMENT, Part.SUPPLEMENTS) and not submission.supplements:
            return [], "No supplement was given."
        if submission.paper is None and not submission.supplements:
            return [], "No paper was given, and the supplement need not be anonymous."
        blocked = {
            file: f"{required} failed: {said}"
            for required in sorted(rule.requires)
            for file, said in self._blocking.get(required, {}).items()
        }
        if rule.part is not Part.SUPPLEMENT:
            return [submission], next(iter(blocked.values()), None)
        open_ones = [one for one in submission.supplements if one.file not in blocked]
        if not open_ones:
            return [], next(iter(blocked.values()))
        return [replace(submission, supplements=(one,)) for one in open_ones], None

    def _shown_to(self, rule: Rule) -> Submission:
        """The submission without what the rule does not judge: a supplement that may say who the authors are."""
        if rule.id.startswith(_ANONYMITY) and not self.profile.anonymous_supplement:
            return replace(self.submission, supplements=())
        return self.submission

    def _run(self, rule: Rule, seen: Iterable[Submission]) -> RuleRun:
        """The rule on the submission, or on each supplement; of several, a pass of one is a pass of none."""
        run = together([self._runs.of(rule, as_seen_by(rule, one)) for one in seen])
        return run._replace(hits=no_surer_than_read(run.hits, self.submission))

    def _in_declared_papers(self, rule: Rule) -> Iterator[RuleRun]:
        """What the same rule finds, or leaves open, in papers inside the zip that are declared as cited."""
        if rule.part is not Part.PAPER or not rule.id.startswith(_DECLARED_FAMILIES):
            return
        for supplement in self._shown_to(rule).supplements:
            for pdf in supplement.pdfs:
                if not pdf.declared or pdf.paper is None:
                    continue
                inner = replace(self.submission, paper=pdf.paper, read_paper=pdf.read_paper, supplements=())
                if pdf.paper.readable or rule.id == "DOC001" or held_up(rule, inner):
                    hits, outcome, reason = self._runs.of(rule, as_seen_by(rule, inner))
                    if outcome in (Outcome.PASSED, Outcome.SKIPPED):
                        continue
                    moved = [_told_of(pdf, supplement, hit) for hit in no_surer_than_read(hits, inner)]
                    yield RuleRun(moved, outcome, f"{pdf.member}: {reason}" if reason else None)

    def _weigh(self, rule: Rule, hit: Hit) -> Finding:
        paper = self.submission.paper
        return Finding(
            rule=rule.id,
            name=rule.name,
            code=hit.code,
            severity=self.profile.weight(rule, hit),
            confidence=hit.confidence,
            message=encodable(hit.message[:EVIDENCE_LIMIT]),
            evidence=encodable(hit.evidence[:EVIDENCE_LIMIT]),
            fix=encodable(hit.fix[:EVIDENCE_LIMIT]),
            where=as_shown(hit.where, paper.file, paper.pages) if paper else hit.where,
            clause=self.profile.clause_of(rule.id, hit.code),
            fingerprint=fingerprint_of(rule, hit),
        )


def _told_of(pdf: EmbeddedPdf, supplement: Supplement, hit: Hit) -> Hit:
    """What was found in a PDF of the supplement, told of that file: the paper is another."""
    here = at(supplement, pdf.member)
    message = _ABOUT_PAPER.sub(lambda _: shown(pdf.member), hit.message, count=1)
    where = replace(hit.where, file=here.file, member=here.member)
    return replace(hit, message=message, where=where, blocking=False)


def _handed_in(submission: Submission) -> tuple[str, ...]:
    """The names of the supplement's files."""
    return tuple(file for supplement in submission.supplements for file in supplement.handed_in)
