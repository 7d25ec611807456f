"""Files inside a PDF, and what lies beside it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.paper import Attachment, MetadataField, Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import quote
from faimi_check.rules.commands import scrubbing
from faimi_check.rules.late import late
from faimi_check.rules.naming.fields.author_blocks import author_block
from faimi_check.rules.naming.fields.gathering import gather
from faimi_check.rules.naming.fields.tex_source import as_set, authors_of
from faimi_check.rules.naming.fields.traces import Trace, persons
from faimi_check.rules.naming.identity import is_placeholder
from faimi_check.rules.naming.unprinted.names import names_told
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

# "Author: Jane Doe", also in the head of Markdown or as a value of JSON.
_NAMED_IN_TEXT = late(r"""(?:^|[\s"'])(?i:authors?)["']?\s{0,3}[:=]\s{0,3}["'\[(]{0,3}([^:{}\n"'\])]{3,120})""")
# A list of works names others.
_WORKS = late(r"@[A-Za-z]{4,20}\s{0,3}\{")
# A line of its own with a name on it is a signature, also with a role behind it: "Jane Doe, for all authors".
_AFTER_NAME = late(r",\s+[a-z]")
_NAME_LINE = 80
_MARKS_BEFORE = " \t%#*-"
_REMARKS = ("#", "%", "//", "/*", "*", "--", ";", "<!--", '"#')
_OF_CODE = frozenset("\\{}=")
_MAX_LINES = 500
# Classes and styles of LaTeX and BibTeX say who made them: whoever writes with them has them.
_STYLES = (".cls", ".sty", ".bst", ".clo", ".bbx", ".cbx", ".def", ".fd", ".ist")


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
        found = _attachment_traces(attached, paper)
        size = f"{attached.size:,} bytes" + (f", {attached.mime}" if attached.mime else "")
        what = _what(attached, size)
        if found:
            texts = "; ".join(dict.fromkeys(trace.text for trace in found))
            message = f"{what} and holds {quote(texts)}."
            confidence = max((trace.confidence for trace in found), key=lambda level: level.rank)
        else:
            texts, confidence = attached.name or attached.place, Confidence.CERTAIN
            judged = "No author was found in its text" if attached.text else "Its content was not judged"
            message = f"{what}. {judged}."
        yield Hit(
            code="identifies" if found else "attached",
            message=message,
            evidence=f"{attached.name or attached.place}: {texts}" if found else texts,
            fix=f"Remove the attachment: build the PDF without it, or run this:\n\n{scrubbing(paper)}",
            confidence=confidence,
            where=Location(file=paper.file),
            things=(attached,),
        )


def _what(attached: Attachment, size: str) -> str:
    if not attached.place:
        return f"The file “{attached.name}” ({size}) is attached to the PDF"
    return f"Something that is no part of the paper ({size}) lies {attached.place}"


def _attachment_traces(attached: Attachment, paper: Paper) -> list[Trace]:
    if attached.name.lower().endswith(_STYLES):
        attached = structs.replace(attached, text="")
    said = (attached.name, attached.description, attached.text)
    fields = [MetadataField("attachment", "text", text) for text in said]
    sure = ("email", "orcid", "link", "path")
    found = [
        Trace(hit.code, text, hit.confidence)
        for hit in gather(fields)
        if hit.code in sure
        for text in hit.texts.values()
    ]
    found += [*_told(attached, paper), *_named(attached.text)]
    return [trace for trace in found if trace.code != "login" and not is_placeholder(trace.text)]


def _named(text: str) -> Iterator[Trace]:
    """Who stands in a text as its author or signs it."""
    is_source = "\\" in text
    lines = [line.strip(_MARKS_BEFORE) for line in (as_set(text) if is_source else text).splitlines()]
    given = [line for block in authors_of(text) for line in block.splitlines()] if is_source else []
    if not _WORKS.search(text):
        given += [match[1] for match in _NAMED_IN_TEXT.finditer(text)]
    for hit in gather([MetadataField("attachment", "Author", line.strip(_MARKS_BEFORE)) for line in given]):
        if hit.code == "person":
            yield from (Trace("person", name, hit.confidence) for name in hit.texts.values())
    yield from (Trace("person", name, Confidence.LIKELY) for name in author_block(lines))
    for line in text.splitlines()[:_MAX_LINES]:
        if _may_sign(line):
            yield from persons(_AFTER_NAME.split(line.strip(_MARKS_BEFORE), maxsplit=1)[0])


def _told(attached: Attachment, paper: Paper) -> Iterator[Trace]:
    """Whom its description and the remarks in its text tell of; what is data may list anybody."""
    # What lies beside the PDF is no table of data.
    every = bool(attached.place)
    lines = [line for line in attached.text.splitlines()[:_MAX_LINES] if every or line.lstrip().startswith(_REMARKS)]
    for said in (attached.name.rpartition(".")[0], attached.description, *lines):
        yield from names_told(MetadataField("attachment", "text", said.strip(_MARKS_BEFORE)), paper)


def _may_sign(line: str) -> bool:
    """Whether a line may be a signature: short, with capitals, no code and no row of a table with commas."""
    plain = len(line) < _NAME_LINE and line != line.lower() and _OF_CODE.isdisjoint(line)
    return plain and ("," not in line or ", " in line)
