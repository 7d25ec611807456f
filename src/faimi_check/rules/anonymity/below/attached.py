"""Files inside a PDF, and what lies beside it."""

from __future__ import annotations

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.paper import Attachment, MetadataField
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.commands import scrubbing
from faimi_check.rules.late import late
from faimi_check.rules.naming.fields.author_blocks import author_block
from faimi_check.rules.naming.fields.gathering import gather
from faimi_check.rules.naming.fields.traces import Trace, persons
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_NAMED_IN_TEXT = late(
    r"\\author\s{0,5}(?:\[[^\]]{0,80}\])?\s{0,5}\{([^{}]{3,300})|(?:^|\s)[Aa]uthors?:\s{0,3}([^:{}]{3,120})"
)

# A line of its own with a name on it is a signature, also with a role behind it: "Jane Doe, for all authors".
_AFTER_NAME = late(r",\s+[a-z]")
_NAME_LINE = 80
_MAX_LINES = 500


@rule(
    "ANON010",
    "attachments",
    part=Part.PAPER,
    codes={"identifies": Severity.ERROR, "attached": Severity.WARNING},
    needs={Aspect.OBJECTS},
    requires={"DOC001"},
)
def attachments(submission: Submission, _: NoParameters) -> RuleResults:
    """Files are embedded in the PDF.

    Why
        An attachment is read by nobody before submission and by anybody after it: sources with the author block in
        a comment, data with names, the paper's named version. It is also a way round the rules for supplements.

    How it decides
        Lists every embedded file, portfolio member and file pinned to a page, and whatever lies before the PDF's
        beginning, behind its end, or in it as a second document. One whose name, description or text
        holds an author (`\\author{...}`), an e-mail address, a personal link or a path with a user's name is an
        error; any other is a warning, since its content was looked at only as far as it is text, the texts in a zip or
        a document's first page.

    When it can be wrong
        A text that names authors of other works, such as a list of references; bytes that a server or a program
        for signing appended.

    Fix
        Remove the attachment, or build the PDF again without `attachfile`, `embedfile` or PDF/A-3 output.
    """
    paper = paper_of(submission)
    for attached in paper.attachments:
        found = _attachment_traces(attached)
        size = f"{attached.size:,} bytes" + (f", {attached.mime}" if attached.mime else "")
        what = _what(attached, size)
        if found:
            texts = "; ".join(dict.fromkeys(trace.text for trace in found))
            message = f"{what} and holds “{texts[:200]}”."
            confidence = max((trace.confidence for trace in found), key=lambda level: level.rank)
        else:
            texts, confidence = attached.name or attached.place, Confidence.CERTAIN
            message = f"{what}. Its content was not judged."
        yield Hit(
            code="identifies" if found else "attached",
            message=message,
            evidence=f"{attached.name or attached.place}: {texts}" if found else texts,
            fix=f"Remove the attachment: build the PDF without it, or run:\n\n{scrubbing(paper)}",
            confidence=confidence,
            where=Location(file=paper.file),
        )


def _what(attached: Attachment, size: str) -> str:
    if not attached.place:
        return f"The file “{attached.name}” ({size}) is attached to the PDF"
    return f"Something that is no part of the paper ({size}) lies {attached.place}"


def _attachment_traces(attached: Attachment) -> list[Trace]:
    fields = (
        MetadataField("attachment", "text", attached.name),
        MetadataField("attachment", "text", attached.description),
        MetadataField("attachment", "text", attached.text),
    )
    sure = ("email", "orcid", "link", "path")
    found = [
        Trace(hit.code, text, hit.confidence)
        for hit in gather(fields)
        if hit.code in sure
        for text in hit.texts.values()
    ]
    for match in _NAMED_IN_TEXT.finditer(attached.text):
        found += persons(match[1] or match[2])
    found += [Trace("person", name, Confidence.LIKELY) for name in author_block(attached.text.splitlines())]
    for line in attached.text.splitlines()[:_MAX_LINES]:
        found += persons(_AFTER_NAME.split(line, maxsplit=1)[0]) if _may_sign(line) else []
    return [trace for trace in found if trace.code != "login"]


def _may_sign(line: str) -> bool:
    """Whether a line may be a signature: short, with capitals, and no row of a table with commas."""
    return len(line) < _NAME_LINE and line != line.lower() and ("," not in line or ", " in line)
