"""Notes that were pinned onto a finished PDF."""

from __future__ import annotations

from collections.abc import Iterable

from faimi_check.model.bands import Bands
from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.page import Page
from faimi_check.model.paper import Annotation, MetadataField, Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import quote
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.commands import scrubbing
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.fields.author_blocks import author_block
from faimi_check.rules.naming.fields.gathering import Gathered, gather
from faimi_check.rules.naming.fields.traces import Trace
from faimi_check.rules.naming.unprinted.names import names_told
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_FIX = (
    "Delete all notes in the PDF editor, or build the PDF again. `faimi-check scrub` does it too, but leaves what is "
    "drawn on the page (text boxes, stamps, shapes):\n\n{scrubbing}"
)
# Multimedia is judged as active content; a mark for a file is judged with the file.
NOT_NOTES = frozenset({"RichMedia", "Screen", "Movie", "Sound", "3D", "FileAttachment"})
# What such notes show may stand in their drawing alone.
_PAINTED = frozenset({"FreeText", "Stamp"})
_INSIDE = 0.6


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
        with a user's name is an error, and so is a box of text or a stamp that shows people and their house. Other
        notes are a warning: they were hardly meant for the reviewers.

    When it can be wrong
        A stamp or box that a program drew with its own unusual name as author.

    Fix
        Delete the notes in the PDF editor, or build the PDF again from its source.
    """
    paper = paper_of(submission)
    left = [note for note in paper.annotations if note.kind not in NOT_NOTES]
    told: set[MetadataField] = set()
    fields = [field for note in left for field in _note_fields(note)]
    named = {field: tuple(_named(field, paper)) for field in fields if field.key == "Text"}
    for hit in gather(fields, named):
        code = {"person": "author", "organisation": "author", "login": "login", "unclear": "login"}.get(hit.code)
        pages = hit.pages
        told.update(hit.fields)
        yield Hit(
            code=code or "identifies",
            message=_note_message(hit, code, len(hit.fields)),
            evidence=hit.evidence(),
            fix=_FIX.format(scrubbing=scrubbing(paper)),
            confidence=hit.confidence,
            where=_place(paper.file, left, pages),
        )
    painted = dict(_painted(paper, left))
    for note, block in painted.items():
        yield _hit_on_painted(paper, note, block)
    yield from _others(paper, [note for note in left if note not in painted and told.isdisjoint(_note_fields(note))])


def _painted(paper: Paper, notes: list[Annotation]) -> Iterable[tuple[Annotation, tuple[str, ...]]]:
    """The boxes of text that show people and their house and hold no such text."""
    for note in notes:
        if note.kind in _PAINTED and not note.contents and 0 < note.page <= len(paper.pages):
            page = paper.pages[note.page - 1]
            near = (page.lines[at] for at in _lines(page).over(note.box))
            inside = [one.text for one in near if one.box.overlap(note.box) > _INSIDE * one.box.width * one.box.height]
            block = author_block(inside) or author_block([note.drawn])
            if block:
                yield note, block


@once_a_paper
def _lines(page: Page) -> Bands:
    return Bands(line.box for line in page.lines)


def _hit_on_painted(paper: Paper, note: Annotation, block: tuple[str, ...]) -> Hit:
    told = "; ".join(block)
    return Hit(
        code="identifies",
        message=f"A note on page {note.page} shows {quote(told)}.",
        evidence=told,
        fix=_FIX.format(scrubbing=scrubbing(paper)),
        confidence=Confidence.LIKELY,
        where=Location(file=paper.file, page=note.page, bbox=tuple(note.box)),
    )


def _note_fields(note: Annotation) -> Iterable[MetadataField]:
    if note.author:
        yield MetadataField(f"{note.kind} note", "Author", note.author, note.page)
    if note.contents:
        yield MetadataField(f"{note.kind} note", "Text", note.contents, note.page)
    if note.drawn and note.drawn not in note.contents:
        yield MetadataField(f"{note.kind} note", "Text", note.drawn, note.page)


def _named(field: MetadataField, paper: Paper) -> Iterable[Trace]:
    """Whom the text of a note tells of."""
    return (trace._replace(code="named") for trace in names_told(field, paper))


def _note_message(hit: Gathered, code: str | None, count: int) -> str:
    where = f"{f'{count} notes' if count > 1 else 'A note'} on {listed_pages(hit.pages)}"
    if code == "author":
        return f"{where}: the author is given as {hit.quoted()}."
    if code == "login":
        return f"{where}: the author is given as {hit.quoted()}, which may be a user's name."
    return f"{where}: the text holds {hit.quoted()}."


def _place(file: str, notes: list[Annotation], pages: list[int]) -> Location:
    page = next(iter(pages), None)
    box = next((tuple(note.box) for note in notes if note.page == page), None)
    return Location(file=file, page=page, pages=tuple(pages), bbox=box)


def _others(paper: Paper, notes: list[Annotation]) -> Iterable[Hit]:
    """One warning for all notes that identify nobody."""
    if not notes:
        return
    kinds = ", ".join(sorted({note.kind.lower() for note in notes})[:6])
    texts = "; ".join(dict.fromkeys(text for note in notes if (text := note.contents or note.drawn)))
    pages = sorted({note.page for note in notes})
    count, them = (f"{len(notes)} notes were", "them") if len(notes) > 1 else ("A note was", "it")
    unseen = all(note.hidden for note in notes)
    seen = "It is not shown, but it is in the file." if unseen else f"Reviewers will see {them}."
    seen += " No name was found in it." if len(notes) == 1 else " No name was found in them."
    yield Hit(
        code="note",
        message=f"{count} left in the PDF ({kinds}; {listed_pages(pages)}). {seen}",
        evidence=texts or kinds,
        fix=_FIX.format(scrubbing=scrubbing(paper)),
        where=_place(paper.file, notes, pages),
        things=tuple(notes),
    )
