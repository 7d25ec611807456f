"""What was pinned onto a finished PDF: notes and files."""

from __future__ import annotations

from collections.abc import Iterable

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.paper import Annotation, Attachment, MetadataField, Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.commands import scrubbing
from faimi_check.rules.late import late
from faimi_check.rules.naming.fields.gathering import Gathered, gather
from faimi_check.rules.naming.fields.traces import Trace, persons
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_FIX = (
    "Delete all notes in the PDF editor, or build the PDF again. This does it too, but leaves what is drawn on the "
    "page (text boxes, stamps, shapes):\n\n{scrubbing}"
)
# Multimedia is judged as active content; a mark for a file is judged with the file.
_NOT_NOTES = frozenset({"RichMedia", "Screen", "Movie", "Sound", "3D", "FileAttachment"})
_NAMED_IN_TEXT = late(
    r"\\author\s{0,5}(?:\[[^\]]{0,80}\])?\s{0,5}\{([^{}]{3,300})|(?:^|\s)[Aa]uthors?:\s{0,3}([^:{}]{3,120})"
)

# A line of its own with a name on it is a signature, also with a role behind it: "Jane Doe, for all authors".
_AFTER_NAME = late(r",\s+[a-z]")
_NAME_LINE = 80
_MAX_LINES = 500


@rule(
    "ANON009",
    "annotations",
    part=Part.PAPER,
    codes={"author": Severity.ERROR, "identifies": Severity.ERROR, "login": Severity.WARNING, "note": Severity.WARNING},
    needs={Aspect.OBJECTS},
    requires={"DOC001"},
)
def notes(submission: Submission, _: NoParameters) -> RuleResults:
    """Notes left in the PDF tell who wrote or read it.

    Why
        Each comment, highlight and stamp carries the name of whoever made it, and drafts come back from co-authors
        with such notes. Every PDF reader lists them.

    How it decides
        Reads all annotations but links and form fields. An author's full name is an error, a single word that may
        be a login name a warning; a note whose text holds an e-mail address, an ORCID iD, a personal link or a path
        with a user's name is an error. Other notes are a warning: they were hardly meant for the reviewers.

    When it can be wrong
        A stamp or box that a program drew with its own unusual name as author.

    Fix
        Delete the notes in the PDF editor, or build the PDF again from its source.
    """
    paper = paper_of(submission)
    left = [note for note in paper.annotations if note.kind not in _NOT_NOTES]
    told: set[int] = set()
    for hit in gather(field for note in left for field in _note_fields(note)):
        code = {"person": "author", "organisation": "author", "login": "login", "unclear": "login"}.get(hit.code)
        pages = set(hit.pages)
        told |= pages
        yield Hit(
            code=code or "identifies",
            message=_note_message(hit, code, len(hit.fields)),
            evidence=hit.evidence(),
            fix=_FIX.format(scrubbing=scrubbing(paper)),
            confidence=hit.confidence,
            where=_place(paper.file, left, min(pages, default=None)),
        )
    yield from _others(paper, [note for note in left if not (note.author and note.page in told)])


def _note_fields(note: Annotation) -> Iterable[MetadataField]:
    if note.author:
        yield MetadataField(f"{note.kind} note", "Author", note.author, note.page)
    if note.contents:
        yield MetadataField(f"{note.kind} note", "Text", note.contents, note.page)


def _note_message(hit: Gathered, code: str | None, count: int) -> str:
    where = f"{f'{count} notes' if count > 1 else 'A note'} on {listed_pages(hit.pages)}"
    if code == "author":
        return f"{where}: the author is given as {hit.quoted()}."
    if code == "login":
        return f"{where}: the author is given as {hit.quoted()}, which may be a user's name."
    return f"{where}: the text holds {hit.quoted()}."


def _place(file: str, notes: list[Annotation], page: int | None) -> Location:
    box = next((tuple(note.box) for note in notes if note.page == page), None)
    return Location(file=file, page=page, bbox=box)


def _others(paper: Paper, notes: list[Annotation]) -> Iterable[Hit]:
    """One warning for all notes that identify nobody."""
    if not notes:
        return
    kinds = ", ".join(sorted({note.kind.lower() for note in notes})[:6])
    texts = "; ".join(dict.fromkeys(note.contents for note in notes if note.contents))
    pages = sorted({note.page for note in notes})
    count, them = (f"{len(notes)} notes were", "them") if len(notes) > 1 else ("A note was", "it")
    unseen = all(note.hidden for note in notes)
    seen = "It is not shown, but it is in the file." if unseen else f"Reviewers will see {them}."
    yield Hit(
        code="note",
        message=f"{count} left in the PDF ({kinds}; {listed_pages(pages)}). {seen}",
        evidence=texts or kinds,
        fix=_FIX.format(scrubbing=scrubbing(paper)),
        where=_place(paper.file, notes, pages[0]),
    )


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
        error; any other is a warning, since its content was looked at only as far as it is text.

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
    for line in attached.text.splitlines()[:_MAX_LINES]:
        found += persons(_AFTER_NAME.split(line, maxsplit=1)[0]) if len(line) < _NAME_LINE else []
    return [trace for trace in found if trace.code != "login"]
