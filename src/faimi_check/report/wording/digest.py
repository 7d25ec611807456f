"""What several reports arrange in the same way: pages as a strip, findings by weight, questions left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from math import ceil

import msgspec

from faimi_check.model.finding import Finding, Severity
from faimi_check.model.report import Outcome, PageMeasures, RuleResult, SubmissionReport

_NOTED = "with a note only"


class PageCell(msgspec.Struct, frozen=True):
    """One page of the strip. `over` a limit; `last_allowed` where the limit for content or in all falls behind it."""

    number: int
    kind: str
    over: bool
    last_allowed: bool


def page_strip(pages: PageMeasures) -> list[PageCell]:
    """One cell for each page whose kind is known."""
    return [
        PageCell(number, kind, _over(pages, number, kind), number in (_last_page(pages), pages.total_limit))
        for number, kind in enumerate(pages.kinds, start=1)
    ]


def _last_page(pages: PageMeasures) -> int | None:
    """The last page that content may reach: with half a page more, the next one."""
    return None if pages.content_limit is None else ceil(pages.content_limit)


def _over(pages: PageMeasures, number: int, kind: str) -> bool:
    if pages.total_limit is not None and number > pages.total_limit:
        return True
    last = _last_page(pages)
    if pages.last_counted is not None and number > pages.last_counted:
        return False
    return last is not None and number > last and kind in ("content", "mixed")


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Heaviest and surest first, else in the order of the rules and of the pages."""
    return sorted(findings, key=lambda finding: (-finding.severity.rank, -finding.confidence.rank))


def by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings of each rule, the rule with the heaviest first."""
    groups: dict[str, list[Finding]] = {}
    for finding in by_weight(findings):
        groups.setdefault(finding.rule, []).append(finding)
    return groups


def heaviest_first(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings of each rule that weigh the same, in the order to read them: all errors before any warning."""
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in by_weight(findings):
        groups.setdefault((finding.severity, finding.rule), []).append(finding)
    return list(groups.values())


def alike(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """The findings of one rule that weigh the same and break the same clause, the heaviest first."""
    for same_rule in heaviest_first(findings):
        for _, same in groupby(same_rule, key=lambda finding: finding.clause):
            yield list(same)


def varied(findings: list[Finding], most: int) -> tuple[list[Finding], list[Finding]]:
    """`most` findings to show, one of each code and file before the second of any, and the others; both in order."""
    kinds: dict[tuple[object, ...], int] = {}
    for at, finding in enumerate(findings):
        kinds.setdefault((finding.code, finding.where.file, finding.where.member), at)
    first = list(kinds.values())
    among = frozenset(first)
    chosen = frozenset([*first, *(at for at in range(len(findings)) if at not in among)][:most])
    shown = [finding for at, finding in enumerate(findings) if at in chosen]
    return shown, [finding for at, finding in enumerate(findings) if at not in chosen]


def with_one_fix(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Those that weigh the same, break the same clause and are mended by the same, together."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.severity, finding.clause, finding.fix), []).append(finding)
    return list(groups.values())


def by_reason(results: Iterable[RuleResult], outcome: Outcome) -> dict[str, list[RuleResult]]:
    """The rules with this outcome, those with the same reason together.

    Among the undecided are those that found something and could not tell whether there is more.
    """
    groups: dict[str, list[RuleResult]] = {}
    for result in results:
        more = outcome is Outcome.UNDECIDED and result.outcome is Outcome.FAILED and result.is_open
        if result.outcome is outcome or more:
            groups.setdefault(result.reason or "", []).append(result)
    return groups


def heaviest(findings: Iterable[Finding]) -> Severity | None:
    """The severity of the heaviest finding, None without any."""
    return max((finding.severity for finding in findings), key=lambda severity: severity.rank, default=None)


def outcome_counts(submission: SubmissionReport) -> dict[str, int]:
    """How many rules had which outcome, in words, outcomes that did not occur left out."""
    counts = dict.fromkeys((Outcome.PASSED.value, _NOTED, *(outcome.value for outcome in Outcome)), 0)
    for result in submission.rules:
        counts[outcome_word(result, submission)] += 1
    return {said: count for said, count in counts.items() if count}


def outcome_word(result: RuleResult, submission: SubmissionReport) -> str:
    """What became of a rule: one that has left nothing but notes has not failed anybody."""
    if result.outcome is not Outcome.FAILED:
        return result.outcome.value
    noted = all(one.severity is Severity.NOTE for one in submission.found if one.rule == result.rule)
    return _NOTED if noted else result.outcome.value
