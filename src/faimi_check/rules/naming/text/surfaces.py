"""Every place of a submission where text stands, on its pages, below them, and in the supplement."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import PurePath

import msgspec

from faimi_check.model.burned_in import BurnedIn
from faimi_check.model.finding import Location
from faimi_check.model.page import Line, Region
from faimi_check.model.paper import MetadataField, Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.text.passage import Passage, join, paper_lines
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.prose import PageLines, body, floats, footnotes

# The place of what embedded fonts say of their makers.
FONTS = "a font program"
_CITED = "cite."
RUNNING_HEAD = "a running head"
_NUMBER = late(r"^\d{1,4}\s+|(?<!\s)\s+\d{1,4}$")
# So many heads that differ have a text each: a head of its own on every page is no name.
_HEADS = 60
_LONGEST = 200_000
# Signs that stand where a letter was.
_LETTERS = {"0": "o", "1": "l", "|": "l", "5": "s", "8": "b"}
_MISREAD = late(r"(?<=[^\W\d_])[01|58](?=[^\W\d_])|(?<!\w)[01|58](?=[^\W\d_]{3})")


class Kind(StrEnum):
    """How a text reads: as prose, as a field that holds one value, as a name of a file or link, or as one that may
    speak of anybody, such as a font's notice."""

    PROSE = "prose"
    FIELD = "field"
    NAME = "name"
    STRAY = "stray"


class Surface(msgspec.Struct, frozen=True):
    """A piece of text with its place in words; `passage` leads from a span back to page and box.

    `read_off` where letters were read off a picture, so that some may be others.
    """

    kind: Kind
    place: str
    text: str
    where: Location
    passage: Passage | None = None
    read_off: bool = False

    def location(self, start: int, end: int) -> Location:
        """Where a span of the text stands."""
        if self.passage is None or self.where.file is None:
            return self.where
        return msgspec.structs.replace(self.passage.location(self.where.file, start, end), member=self.where.member)


def surfaces(submission: Submission) -> Iterator[Surface]:
    """All texts of a submission outside reference lists."""
    if submission.paper is not None:
        yield from paper_surfaces(submission.paper)
    for supplement in submission.supplements:
        yield from supplement_surfaces(supplement)


def paper_surfaces(paper: Paper) -> Iterator[Surface]:
    """The paper's pages, metadata, notes, names and earlier revisions."""
    here = Location(file=paper.file)
    yield Surface(Kind.NAME, "the file's name", PurePath(paper.file.replace("\\", "/")).name, here)
    for place, lines in _page_texts(paper):
        if lines:
            passage = join(lines)
            # "J. Doe et al." is a citation in the text, but names the authors in a running head.
            kind = Kind.FIELD if place == RUNNING_HEAD else Kind.PROSE
            yield Surface(kind, place, passage.text, here, passage)
    for page in paper.pages:
        for link in page.links:
            box = tuple(round(side, 1) for side in link.box)
            yield Surface(
                Kind.NAME, "a link's target", link.target, Location(file=paper.file, page=page.number, bbox=box)
            )
        for hidden in page.hidden:
            box = tuple(round(side, 1) for side in hidden.box)
            at = Location(file=paper.file, page=page.number, bbox=box)
            yield Surface(Kind.FIELD, "hidden text", hidden.text, at)
    yield from _below(paper, here)
    yield from _burned_in(paper.burned_in, here, "a picture")


def _page_texts(paper: Paper) -> Iterator[tuple[str, PageLines]]:
    yield "the text", body(paper)
    yield "a footnote", footnotes(paper)
    yield "a figure or table", floats(paper)
    yield from ((RUNNING_HEAD, lines) for lines in _heads(paper))


def _heads(paper: Paper) -> Iterator[PageLines]:
    """What stands round the pages: the head, the foot and the stamp of each, but what several pages repeat once."""
    outer = (Region.RUNNING_HEAD, Region.FOOTER, Region.STAMP)
    pages: dict[tuple[int, Region], list[tuple[LineRef, Line]]] = {}
    for ref, line in paper_lines(paper, outside=True):
        if line.region in outer:
            pages.setdefault((ref.page, line.region), []).append((ref, line))
    heads: dict[str, PageLines] = {}
    for lines in pages.values():
        heads.setdefault(_NUMBER.sub("", " ".join(line.text.strip() for _, line in lines)), tuple(lines))
    apart = list(heads.values())
    yield from apart[:_HEADS]
    yield tuple(itertools.chain.from_iterable(apart[_HEADS:]))


def _below(paper: Paper, here: Location) -> Iterator[Surface]:
    yield from _fields(paper.metadata, here)
    for found in paper.objects:
        yield from _fields(found.fields, here)
    # Destinations such as cite.smith2024 come from citing in the third person.
    yield from _fields((name for name in paper.internal_names if not name.value.startswith(_CITED)), here)
    for note in paper.annotations:
        at = Location(file=paper.file, page=note.page)
        yield Surface(Kind.FIELD, f"a {note.kind} note's author", note.author, at)
        yield Surface(Kind.FIELD, f"a {note.kind} note", note.contents, at)
    for attachment in paper.attachments:
        yield Surface(Kind.NAME, "an attachment's name", attachment.name, here)
    yield from _strays(paper, here)
    for revision in paper.revisions:
        yield from _fields(revision.lost_fields, here)
        for text in revision.lost_text:
            yield Surface(Kind.FIELD, f"earlier revision {revision.number}", text, here)


def _strays(paper: Paper, here: Location) -> Iterator[Surface]:
    """The strings that stand anywhere else, one text a place: there may be hundreds."""
    told: dict[str, list[str]] = {}
    for stray in paper.other_texts:
        if not stray.value.startswith(_CITED):
            told.setdefault(f"{stray.place}, {stray.key}", []).append(stray.value)
    for place, texts in told.items():
        yield Surface(Kind.STRAY, place, "\n".join(texts)[:_LONGEST], here)


def _fields(fields: Iterable[MetadataField], here: Location) -> Iterator[Surface]:
    for found in fields:
        at = Location(file=here.file, member=here.member, page=found.page)
        yield Surface(Kind.FIELD, f"{found.place}, {found.key}", found.value, at)


def _burned_in(read: BurnedIn | None, here: Location, place: str) -> Iterator[Surface]:
    """The lines of pictures, as read and with the signs that are mistaken for letters put right."""
    for picture in read.pictures if read else ():
        for line in picture.lines:
            box = tuple(round(side, 1) for side in line.box)
            at = msgspec.structs.replace(here, page=picture.page, seconds=picture.seconds, bbox=box)
            for text in dict.fromkeys((line.text, _MISREAD.sub(lambda sign: _LETTERS[sign[0]], line.text))):
                yield Surface(Kind.PROSE, place, text, at, read_off=True)


def _at(supplement: Supplement, member: str) -> Location:
    return Location(file=supplement.file_of(member), member=member)


def supplement_surfaces(supplement: Supplement) -> Iterator[Surface]:
    """The zip's name, entries and owners, its READMEs, what its videos say of themselves, and PDFs that were read."""
    here = Location(file=supplement.file)
    if not supplement.loose:
        yield Surface(Kind.NAME, "the zip's name", PurePath(supplement.file.replace("\\", "/")).name, here)
    yield Surface(Kind.FIELD, "the zip's comment", supplement.comment, here)
    yield from _fields(supplement.names, here)
    for entry in supplement.entries:
        place = "the file's name" if supplement.loose else "a name in the zip"
        yield Surface(Kind.NAME, place, entry.name, _at(supplement, entry.name))
    for readme in supplement.readmes:
        yield Surface(Kind.FIELD, "the README", readme.text[:_LONGEST], _at(supplement, readme.member))
    for pdf in supplement.pdfs:
        for surface in paper_surfaces(pdf.paper) if pdf.paper else ():
            there = _at(supplement, pdf.member)
            where = msgspec.structs.replace(surface.where, file=there.file, member=there.member)
            yield msgspec.structs.replace(surface, place=f"{surface.place} of the PDF", where=where)
    for video in supplement.videos:
        at = _at(supplement, video.member)
        yield from _fields(video.tags, at)
        for text in video.texts:
            yield Surface(Kind.FIELD, "text inside a video", text, at)
        yield from _burned_in(video.burned_in, at, "a frame")
