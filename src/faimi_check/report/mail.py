"""A plain text to the authors of a paper that fails: what, where, which clause, how to mend. Ready to paste."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from faimi_check.model.finding import Finding, Severity, SubmissionReport, Venue
from faimi_check.report.digest import alike
from faimi_check.report.escape import printable, shorten
from faimi_check.report.words import inputs, place, plural

WIDTH = 76
_SAME_SHOWN = 5
_EVIDENCE = 300


def is_due(submission: SubmissionReport) -> bool:
    """Whether the authors must be written to: an error was found."""
    return any(finding.severity is Severity.ERROR for finding in submission.findings)


def render(submission: SubmissionReport, venue: Venue) -> str:
    """The text of one e-mail, its subject first. Findings that are mere notes are left out."""
    musts = list(alike(finding for finding in submission.findings if finding.severity is Severity.ERROR))
    doubts = list(alike(finding for finding in submission.findings if finding.severity is Severity.WARNING))
    title = printable(venue.title)
    parts = [
        f"Subject: Submission {shorten(printable(submission.id), 60)}: a correction is needed ({title})",
        "Dear authors,",
        _opening(submission, title, len(musts)),
        *_numbered(musts, 1),
    ]
    if doubts:
        parts.append(_wrapped("Please have a look at the following as well. It may be fine as it is:"))
        parts += _numbered(doubts, len(musts) + 1)
    if not venue.verified:
        parts.append(_wrapped("The wording of this call could not be verified by the program; please compare it."))
    parts += [_closing(submission, venue), "With kind regards,\n"]
    return "\n\n".join(parts)


def _opening(submission: SubmissionReport, title: str, musts: int) -> str:
    files = shorten(printable(inputs(submission)), 200)
    asked = "one point that needs a change. It is" if musts == 1 else f"{musts} points that need a change. Each is"
    return _wrapped(
        f"thank you for your submission ({files}) to {title}. Every submission is compared with the call for papers "
        f"before it goes to the reviewers, with the help of a program. It found {asked} "
        "listed here with the passage of the call and with a way to mend it."
    )


def _closing(submission: SubmissionReport, venue: Venue) -> str:
    command = "faimi-check check " + " ".join(
        filter(None, ("paper.pdf", "supplement.zip" * bool(submission.supplement)))
    )
    said = (
        "A program can be wrong. If you think that a point does not apply to your submission, please tell us: a person "
        "will look at it. You can check the corrected files yourself before you upload them, with"
    )
    source = _wrapped(f"The call: {printable(venue.source)}")
    return f"{_wrapped(said)}\n\n    {command} --venue {printable(venue.id)}\n\n{source}"


def _numbered(points: list[list[Finding]], first: int) -> Iterator[str]:
    for number, point in enumerate(points, start=first):
        yield _point(number, point)


def _point(number: int, findings: list[Finding]) -> str:
    """One thing to change, at one place or at several."""
    shown, more = findings[:_SAME_SHOWN], len(findings) - _SAME_SHOWN
    lines: list[str] = []
    said = None
    for finding in shown:
        if finding.message != said:
            lines.append(_item(f"{number}." if said is None else "", finding.message))
            said = finding.message
        lines += _place_and_evidence(finding)
    if more > 0:
        lines.append(_item("", f"... and {plural(more, 'more place')} of the same kind."))
    for fix in dict.fromkeys(finding.fix for finding in shown):
        lines += _fix(fix)
    lines.append(_item("", f"{_clause(shown[0])} ({shown[0].rule} {shown[0].name})"))
    return "\n".join(lines)


def _fix(fix: str) -> Iterator[str]:
    """What is meant to be copied stands in lines of its own, as it is."""
    first, *more = fix.splitlines() or [""]
    yield _item("", f"To mend it: {first}")
    yield from (f"        {printable(line)}" for line in more)


def _place_and_evidence(finding: Finding) -> Iterator[str]:
    evidence = shorten(printable(finding.evidence), _EVIDENCE)
    where = shorten(printable(place(finding.where)), 120)
    said = ": ".join(filter(None, (where, f"“{evidence}”" if evidence else "")))
    if said:
        yield _item("", f"- {said}")


def _clause(finding: Finding) -> str:
    if finding.clause is None:
        return "The call does not name this; without it the files cannot be reviewed safely."
    quote = printable(finding.clause.quote)
    return f"The call says: “{quote}”" if finding.clause.verbatim else f"The call asks, in our words: {quote}"


def _item(mark: str, text: str) -> str:
    return textwrap.fill(
        printable(text),
        WIDTH,
        initial_indent=f"{mark:<4}",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
