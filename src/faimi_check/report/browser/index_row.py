"""One row of the overview of a run: what it shows of a submission, and what it is sorted and filtered by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from faimi_check.model.change import Change, State
from faimi_check.model.decision import Decision
from faimi_check.model.finding import Finding, Severity
from faimi_check.model.proposal import Action, Proposal
from faimi_check.model.report import Outcome, SubmissionReport, Verdict
from faimi_check.model.submission import KnownAuthor
from faimi_check.model.text.counted import plural
from faimi_check.report.wording.digest import by_rule
from faimi_check.report.wording.escape import printable, shorten
from faimi_check.report.wording.words import place, supplements

FAMILY_WORDS = {
    "DOC": "File",
    "LEN": "Length",
    "LNCS": "Layout",
    "REQ": "Asked for",
    "ANON": "Anonymity",
    "MAN": "Hidden",
    "SUB": "Entry",
    "SUP": "Zip",
    "VID": "Video",
    "RME": "README",
}
_SAID = 3
_SAID_WIDTH = 120
_TITLE_WIDTH = 160
_MESSAGE_WIDTH = 300
_MOST_FINDINGS = 200
_JSON = msgspec.json.Encoder()


class FamilyCell(msgspec.Struct, frozen=True, kw_only=True):
    """What one family of rules found in one submission. `weight` sorts: errors before warnings before the rest."""

    label: str
    kind: str
    shown: str
    words: str
    weight: int


class SubmissionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row. `page` and `mail` are addresses relative to the overview, None where there is none.

    `tokens` are `LEN001:error` and the like, a rule with its heaviest finding, as the tally counts them; `findings`
    is a JSON array of [rule, severity, message, fingerprint, what became of it since, where and what] for each.
    """

    id: str
    title: str
    authors: str
    verdict: Verdict
    action: str
    rank: int
    reason: str
    decision: Decision
    digest: str
    change: Change | None
    files: tuple[str, ...]
    pages: int | None
    last_content: int | None
    over: bool
    families: tuple[FamilyCell, ...]
    said: tuple[tuple[str, str, str, bool], ...]
    more: int
    tokens: str
    findings: str
    page: str | None
    mail: str | None


def row(
    report: SubmissionReport,
    page: str | None,
    mail: str | None,
    *,
    authors: Iterable[KnownAuthor] = (),
    decision: Decision | None = None,
) -> SubmissionRow:
    """What the overview shows of one submission."""
    heaviest = [found[0] for found in by_rule(report.findings).values()]
    open_rules = [result.rule for result in report.rules if result.is_open]
    weighty = [finding for finding in heaviest if finding.severity is not Severity.NOTE]
    pages, change = report.pages, report.change or Change()
    proposal = report.proposal or Proposal(action=Action.LOOK, reason="")
    return SubmissionRow(
        id=report.id,
        title=shorten(report.title or "", _TITLE_WIDTH),
        authors=", ".join(one.printed for one in authors if one.name),
        action=proposal.action.value,
        rank=proposal.action.rank,
        reason=proposal.reason,
        decision=decision or Decision(),
        digest=report.digest or "",
        change=report.change,
        verdict=report.verdict,
        files=tuple(filter(None, (report.paper, *supplements(report)))),
        pages=pages.total if pages else None,
        last_content=pages.last_content if pages else None,
        over=any(finding.rule.startswith("LEN") for finding in weighty),
        families=tuple(_families(report, open_rules)),
        said=tuple(
            (
                finding.severity.value,
                finding.rule,
                shorten(finding.message, _SAID_WIDTH),
                change.state_of(finding.fingerprint) is State.NEW and not change.first,
            )
            for finding in weighty[:_SAID]
        ),
        more=max(0, len(weighty) - _SAID),
        tokens=" ".join(_tokens(report, heaviest, open_rules)),
        findings=_findings(report),
        page=page,
        mail=mail,
    )


def _tokens(report: SubmissionReport, heaviest: Iterable[Finding], open_rules: Iterable[str]) -> Iterator[str]:
    yield from (f"{finding.rule}:{finding.severity.value}" for finding in heaviest)
    yield from (f"{rule}:open" for rule in open_rules)
    yield from dict.fromkeys(f"{ignored.finding.rule}:ignored" for ignored in report.ignored)


def _findings(report: SubmissionReport) -> str:
    change = report.change or Change()
    rows = [
        (each.rule, each.severity.value, shorten(printable(each.message), _MESSAGE_WIDTH), each.fingerprint,
         change.state_of(each.fingerprint) or "", shorten(_where(each), _SAID_WIDTH))
        for each in report.findings[:_MOST_FINDINGS]
    ]  # fmt: skip
    rows += [
        (result.rule, "open", shorten(printable(result.reason or ""), _MESSAGE_WIDTH), "", "", "")
        for result in report.rules
        if result.is_open
    ]
    return _JSON.encode(rows).decode("utf-8")


def _where(finding: Finding) -> str:
    return printable(": ".join(filter(None, (place(finding.where), finding.evidence))))


def _families(report: SubmissionReport, open_rules: Iterable[str]) -> Iterator[FamilyCell]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in report.findings:
        counts[finding.rule[:-3]][finding.severity.value] += 1
    for rule in open_rules:
        counts[rule[:-3]]["open"] += 1
    ran = {result.rule[:-3] for result in report.rules if result.outcome is not Outcome.SKIPPED}
    for family, label in FAMILY_WORDS.items():
        yield _family_cell(label, counts[family], family in ran)


def _family_cell(label: str, counts: Counter[str], ran: bool) -> FamilyCell:
    words = ", ".join(
        plural(counts[kind], noun)
        for kind, noun in (("error", "error"), ("warning", "warning"), ("note", "note"))
        if counts[kind]
    )
    if counts["open"]:
        words = ", ".join(filter(None, (words, f"{plural(counts['open'], 'rule')} could not tell")))
    weight = counts["error"] * 1_000_000 + counts["warning"] * 10_000 + counts["open"] * 100 + counts["note"]
    for kind in ("error", "warning", "open", "note"):
        if counts[kind]:
            shown = "?" if kind == "open" else str(counts[kind])
            return FamilyCell(label=label, kind=kind, shown=shown, words=words, weight=weight)
    kind, shown, words = ("passed", "✓", "nothing found") if ran else ("none", "", "not applicable")
    return FamilyCell(label=label, kind=kind, shown=shown, words=words, weight=0 if ran else -1)
