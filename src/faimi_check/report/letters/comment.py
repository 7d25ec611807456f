"""The comment with which OpenReview shows a desk rejection to authors: a letter in its Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faimi_check.model.decision import Decision
from faimi_check.model.finding import Finding
from faimi_check.model.report import SubmissionReport
from faimi_check.model.text.counted import plural
from faimi_check.report.letters.mail_grounds import told
from faimi_check.report.letters.mail_templates import Kind
from faimi_check.report.wording.digest import alike
from faimi_check.report.wording.escape import markdown_code, markdown_text, shorten
from faimi_check.report.wording.sentences import in_one_sentence
from faimi_check.report.wording.words import call_words, found, place

_SAME_SHOWN = 5
_EVIDENCE = 300
_APART = "\n\n"


def reasons(report: SubmissionReport, decision: Decision) -> str:
    """Why a submission is rejected, in paragraphs: the chair's own words, then what was found; nothing if unknown."""
    note = decision.note.strip()
    points, more = told(report, Kind.REJECT, noted=bool(note))
    parts = [_APART.join(markdown_text(line) for line in note.splitlines() if line.strip())]
    parts += _listed("It does not meet the call for papers in", points, 1)
    parts += _listed("We also noticed", more, len(list(alike(points))) + 1)
    return _APART.join(filter(None, parts))


def comment(given: Sequence[str], venue: str, signature: str = "") -> str:
    """The whole letter, round the reasons given on each paper of a submission."""
    signed = [markdown_text(line) for line in signature.splitlines() if line.strip()]
    return _APART.join(
        (
            "Dear authors,",
            f"Thank you for your submission to {markdown_text(venue)}. We are sorry that it cannot be sent to review.",
            *dict.fromkeys(given),
            "We know how much work a submission is, and hope that this helps you with the next one. If you think that "
            "we are mistaken, please write to us: a person will read your answer.",
            "With kind regards,",
            "  \n".join(signed) or f"The chairs of {markdown_text(venue)}",
        )
    )


def _listed(head: str, findings: list[Finding], first: int) -> list[str]:
    groups = list(alike(findings))
    if not groups:
        return []
    points = (_point(number, group) for number, group in enumerate(groups, start=first))
    which = "this point" if len(groups) == 1 else "these points"
    return [f"{head} {which}:", _APART.join(points)]


def _point(number: int, findings: list[Finding]) -> str:
    """One point: each sentence once, the places below it, and what the call says of it."""
    said = in_one_sentence(findings)
    lines: list[str] = []
    for message in dict.fromkeys(finding.message for finding in said[:_SAME_SHOWN]):
        # An empty line ends the list above it.
        lines += ["", markdown_text(message)] if lines else [markdown_text(message)]
        places = (_place(finding) for finding in said[:_SAME_SHOWN] if finding.message == message)
        lines += [f"- {line}" for line in dict.fromkeys(filter(None, places))]
    if len(said) > _SAME_SHOWN:
        lines.append(f"- and {plural(len(said) - _SAME_SHOWN, 'more place')} of the same kind")
    if clause := findings[0].clause:
        lines += ["", markdown_text(call_words(clause))]
    mark = f"{number}. "
    return "\n".join(_indented(lines, mark))


def _indented(lines: list[str], mark: str) -> Iterator[str]:
    for index, line in enumerate(lines):
        yield f"{' ' * len(mark) if index else mark}{line}".rstrip()


def _place(finding: Finding) -> str:
    where, evidence = place(finding.where), shorten(found(finding), _EVIDENCE)
    return ": ".join(filter(None, (markdown_text(shorten(where, 120)), markdown_code(evidence) if evidence else "")))
