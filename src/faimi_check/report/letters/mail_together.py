"""One text for a submission of several papers: its authors know the submission, and their files by their own names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from msgspec.structs import replace

from faimi_check.model.decision import Decision
from faimi_check.model.finding import Finding
from faimi_check.model.proposal import Point
from faimi_check.model.report import SubmissionReport
from faimi_check.report.letters.mail_templates import Kind

# What is of the submission as a whole stands in the report on each of its papers.
_OF_ALL = "SUB003"
_WEIGHTS = (Kind.MEND, Kind.ASK)


def by_submission(
    reports: Iterable[SubmissionReport], papers: Mapping[str, Sequence[str]], number_of: Mapping[str, str]
) -> Iterator[tuple[str, list[SubmissionReport]]]:
    """Number and reports of each submission, as soon as all its papers are there; `papers` are the ids by number."""
    waiting: dict[str, list[SubmissionReport]] = {}
    for report in reports:
        number = number_of.get(report.id, report.id)
        here = waiting.setdefault(number, [])
        here.append(report)
        if len(here) >= len(papers.get(number, (report.id,))):
            yield number, waiting.pop(number)
    yield from waiting.items()


def kind_of_all(kinds: Sequence[Kind | None]) -> Kind | None:
    """What the authors are written where this is meant of each paper: a rejection only where all are rejected."""
    wanted = [kind for kind in kinds if kind is not None]
    if not wanted:
        return None
    if all(kind is Kind.REJECT for kind in kinds):
        return Kind.REJECT
    return next((kind for kind in _WEIGHTS if kind in wanted), Kind.ASK)


def as_one(number: str, reports: Sequence[SubmissionReport]) -> SubmissionReport:
    """The reports as one on the whole submission, each finding with the file that it is in."""
    findings: list[Finding] = []
    points: list[Point] = []
    for place, report in enumerate(reports):
        said_before = {each.fingerprint for each in report.findings if place and each.rule == _OF_ALL}
        findings += [_of_file(each, report) for each in report.findings if each.fingerprint not in said_before]
        points += [
            replace(point, findings=tuple(_apart(one, report) for one in point.findings))
            for point in (report.proposal.points if report.proposal else ())
            if point.findings[0] not in said_before
        ]
    first = next((report for report in reports if report.proposal), reports[0])
    proposal = replace(first.proposal, points=tuple(points)) if first.proposal else None
    title = next((report.title for report in reports if report.title), None)
    return replace(reports[0], id=number, title=title, findings=tuple(findings), proposal=proposal)


def decision_on_all(decisions: Sequence[Decision | None]) -> Decision | None:
    """The decisions on the papers that the text is about, with all that was noted."""
    made = [one for one in decisions if one is not None]
    if not made:
        return None
    ruled = next((one for one in made if one.ruling), made[0])
    notes = "\n\n".join(dict.fromkeys(one.note.strip() for one in made if one.ruling and one.note.strip()))
    return replace(ruled, note=notes, seen=all(one is not None and one.looked_at for one in decisions))


def _of_file(finding: Finding, report: SubmissionReport) -> Finding:
    where = finding.where
    if where.page is not None and where.member is None and where.file:
        where = replace(where, member=PurePath(where.file).name)
    return replace(finding, where=where, fingerprint=_apart(finding.fingerprint, report))


def _apart(fingerprint: str, report: SubmissionReport) -> str:
    """Two papers may have the same finding."""
    return f"{report.id}/{fingerprint}"
