"""A paper: its pages with their measures, and what lies below its surface."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec

from faimi_check.model.burned_in import BurnedIn
from faimi_check.model.not_read import NOT_READ
from faimi_check.model.page import Box, Page, PageKind
from faimi_check.model.parts import Parts
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.turned import as_read

_TYPEWRITER_NAME = re.compile(
    r"mono|courier|consola|inconsolata|menlo|typewriter|cursor|fira ?code|cmtt|sf(?:tt|it|st|tc)"
    r"|ec(?:tt|it|st)\d|txtt|beramono|tt\d"
)


class Font(msgspec.Struct, frozen=True):
    """A font as the file names it (subset prefix taken off)."""

    name: str
    embedded: bool
    bold: bool = False
    italic: bool = False

    @property
    def typewriter(self) -> bool:
        """Whether code is set in this font: all its letters have one width, as its name tells."""
        return _is_typewriters(self.name)


@lru_cache(maxsize=1000)
def _is_typewriters(name: str) -> bool:
    return _TYPEWRITER_NAME.search(name.lower()) is not None


class MetadataField(msgspec.Struct, frozen=True):
    """A named piece of text in the file that no page shows.

    `place` says where it stands in words a reader can follow ("Info dictionary", "XMP of the image on page 3").
    """

    place: str
    key: str
    value: str
    page: int | None = None


# Where fonts' tables say another text than a page shows: other letters, words for a glyph, or nothing for letters.
OTHER_LETTERS, GLYPHS_AS_WORDS, LETTERS_AS_NOTHING = "font", "font with glyphs of words", "font with glyphs of nothing"


class Annotation(msgspec.Struct, frozen=True):
    """A note, highlight, stamp or widget on a page; links are in Page.links. `drawn` is the text in its drawing."""

    page: int
    kind: str
    box: Box
    author: str = ""
    contents: str = ""
    hidden: bool = False
    drawn: str = ""


class Attachment(msgspec.Struct, frozen=True):
    """A file inside the PDF; `mime` by its bytes, `text` an excerpt where they are text.

    `place` says where it lies if it is no object of the PDF ("behind the end of the PDF"); it has no name then.
    """

    name: str
    size: int
    mime: str = ""
    description: str = ""
    text: str = ""
    place: str = ""


class EmbeddedObject(msgspec.Struct, frozen=True):
    """An image or figure that brought metadata of its own: EXIF, XMP, Info, file names, private data."""

    kind: str
    page: int | None
    fields: tuple[MetadataField, ...] = ()


class Revision(msgspec.Struct, frozen=True):
    """An earlier state that an incremental update left in the file: what it says that the last one does not.

    Also pages that are in the file and not among those it shows, which `place` then calls by what they are.
    """

    number: int
    lost_text: tuple[str, ...] = ()
    lost_fields: tuple[MetadataField, ...] = ()
    place: str = ""


class Below(msgspec.Struct, frozen=True, kw_only=True):
    """What lies below a paper's pages.

    `remapped_fonts` stand in one of the three places above, their keys are the fonts' names. `other_texts` are all
    strings and comments of the file, also those that stand in the other fields.
    """

    metadata: tuple[MetadataField, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    objects: tuple[EmbeddedObject, ...] = ()
    internal_names: tuple[MetadataField, ...] = ()
    revisions: tuple[Revision, ...] = ()
    active_content: tuple[MetadataField, ...] = ()
    remapped_fonts: tuple[MetadataField, ...] = ()
    other_texts: tuple[MetadataField, ...] = ()


class Structure(Below, frozen=True, kw_only=True):
    """What lies below the pages, as it was read.

    `page_count` is that of the reader it was found with, None if it found none; `units` are the points in a page's own
    unit of length, by page number, where they are not 1.
    """

    page_count: int | None = None
    units: tuple[tuple[int, float], ...] = ()
    problems: tuple[Problem, ...] = ()


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """Measures of the paper as a whole; lengths in points, None where the paper does not tell.

    `text_block` is (x0, top, x1, bottom) of the body text, running heads left out; `line_width` that of the widest
    lines that several share with both edges, which is less than the block's where all of them are indented; `filled`
    tells whether they go from edge to edge and are as many as justified text has. `leading` and `body_size` are modes
    over body lines.
    """

    page_size: tuple[float, float] | None = None
    columns: int | None = None
    text_block: tuple[float, float, float, float] | None = None
    line_width: float | None = None
    filled: bool = False
    body_size: float | None = None
    leading: float | None = None
    body_font: str | None = None


class Paper(Below, frozen=True, kw_only=True):
    """A PDF, read once. `burned_in` is None where nobody looked at its pictures."""

    file: str
    size: int
    sha256: str = ""
    page_count: int = 0
    pages: tuple[Page, ...] = ()
    fonts: tuple[Font, ...] = ()
    parts: Parts = Parts()
    layout: Layout = Layout()
    problems: tuple[Problem, ...] = ()
    burned_in: BurnedIn | None = None

    @property
    def readable(self) -> bool:
        """Whether there is anything to judge."""
        return not any(problem.fatal for problem in self.problems)

    def kinds(self) -> tuple[PageKind, ...]:
        """The kind of each page, in order."""
        return tuple(page.kind for page in self.pages)

    def awaiting(self) -> Paper:
        """The paper while what lies below its pages is still being read: whoever looks there gets a NotReadError."""
        return msgspec.structs.replace(self, **dict.fromkeys(Below.__struct_fields__, NOT_READ))

    def complete(self, structure: Structure) -> bool:
        """Puts what was read below the pages of a paper that awaits it into its place, in this very object.

        So what was worked out of it counts on: nobody has seen what changes. False, and nothing is changed, where the
        structure has problems of its own, which are the paper's then.
        """
        if structure.problems or _disagreement(self.page_count, structure.page_count):
            return False
        for field, found in self._below(structure).items():
            msgspec.structs.force_setattr(self, field, found)
        return True

    def with_structure(self, structure: Structure) -> Paper:
        """The paper with what lies below its pages; as it is where there is nothing to judge."""
        if not self.readable:
            return self
        problems = (*self.problems, *structure.problems, *_disagreement(self.page_count, structure.page_count))
        return msgspec.structs.replace(self, **self._below(structure), problems=problems)

    def _below(self, structure: Structure) -> dict[str, Any]:
        """What a structure says, by its name here."""
        found = {field: getattr(structure, field) for field in Below.__struct_fields__}
        if any(page.turned for page in self.pages):
            found["annotations"] = tuple(map(self._as_read, structure.annotations))
        return found

    def _as_read(self, note: Annotation) -> Annotation:
        page = self.pages[note.page - 1] if 0 < note.page <= len(self.pages) else None
        return msgspec.structs.replace(note, box=as_read(note.box, page)) if page and page.turned else note


def _disagreement(shown: int, counted: int | None) -> tuple[Problem, ...]:
    if counted is None or counted == shown:
        return ()
    detail = (
        f"Two PDF readers disagree on the number of pages: {shown} or {counted}. "
        "Which pages a reviewer sees depends on the program."
    )
    aspects = (Aspect.STRUCTURE, Aspect.LAYOUT)
    return (Problem(kind=ProblemKind.DISAGREEMENT, aspects=aspects, detail=detail),)
