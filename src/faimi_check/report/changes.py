"""A run against the one before it: what is new, fixed and still open in each submission."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from faimi_check.model.change import Change, Gone
from faimi_check.model.finding import Finding, Severity
from faimi_check.model.report import Outcome, SubmissionReport
from faimi_check.report.wording.words import supplements

_DECIDED = (Outcome.PASSED, Outcome.FAILED)
_RANKS = (3, 2, 1, 0)


class Earlier(msgspec.Struct, frozen=True):
    """What a run before had found in one submission, by fingerprint; `in_supplement` are those of its supplement.

    `digest` tells its files from others, where that run has said it.
    """

    findings: Mapping[str, Gone]
    in_supplement: frozenset[str]
    digest: str | None = None


def earlier(reports: Iterable[SubmissionReport]) -> dict[str, Earlier]:
    """By id, what weighed something in the reports of a run before."""
    return {report.id: _earlier(report) for report in reports}


def _earlier(report: SubmissionReport) -> Earlier:
    weighty = [each for each in report.found if _weighs(each)]
    return Earlier(
        {each.fingerprint: _gone(each) for each in weighty},
        frozenset(each.fingerprint for each in weighty if each.where.file in supplements(report)),
        report.digest,
    )


def _gone(finding: Finding) -> Gone:
    return Gone(
        rule=finding.rule,
        name=finding.name,
        code=finding.code,
        severity=finding.severity.value,
        message=finding.message,
        fingerprint=finding.fingerprint,
    )


def change_of(report: SubmissionReport, before: Earlier | None) -> Change:
    """The findings of a submission against those of the run before. What is waived now is neither fixed nor open.

    What either run was asked not to show counts all the same: it is not fixed because it is hidden.
    Nothing is fixed because a rule did not come to look: a file that opens no more would else be the best of all. Nor
    is it where the files are the same: then another submission is gone, or a list or the tool has changed.
    """
    now = tuple(dict.fromkeys(each.fingerprint for each in report.found if _weighs(each)))
    if before is None:
        return Change(new=now, first=True)
    counted = {*now, *(each.fingerprint for each in report.found)}
    counted |= {ignored.finding.fingerprint for ignored in report.ignored}
    gone = [each for fingerprint, each in before.findings.items() if fingerprint not in counted]
    decided = {result.rule for result in report.rules if result.outcome in _DECIDED and not result.is_open}
    taken_out = before.in_supplement if report.supplement is None else frozenset()
    same = report.digest is not None and report.digest == before.digest
    told: list[Gone] = []
    untold: list[Gone] = []
    for each in gone:
        (told if each.rule in decided or each.fingerprint in taken_out else untold).append(each)
    return Change(
        new=tuple(one for one in now if one not in before.findings),
        open=tuple(one for one in now if one in before.findings),
        fixed=() if same else tuple(told),
        untold=tuple(untold),
        gone=tuple(told) if same else (),
    )


def fixed_first(reports: Callable[[], Iterable[SubmissionReport]], *, compared: bool) -> Iterator[SubmissionReport]:
    """The reports of a run, those first in which something was fixed; `reports` is asked for them once a rank.

    Where nothing is compared they come as they are.
    """
    if not compared:
        yield from reports()
        return
    for rank in _RANKS:
        yield from (each for each in reports() if (each.change.rank if each.change else 0) == rank)


def _weighs(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE
