"""A paper's pages by PDFium: text runs, images, drawings, links, fonts.

PDFium's text objects keep what a PDF draws in one go together (in TeX's output a line or a change of font), with
font, size, place, colour and rendering mode; extraction by characters or by text lines loses the half of that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from faimi_check.model.page import Page
from faimi_check.model.paper import Layout, Paper
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.text.page_list import listed_pages
from faimi_check.reading.intake import cause, fatal, is_pdf, refuse
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.sniff import sniff

if TYPE_CHECKING:
    from faimi_check.reading.page.objects.open_pages import OpenPages

_TEXT_ASPECTS = (Aspect.TEXT, Aspect.LAYOUT)
_OFFICE_WINDOW = 8192
_FILE_WORDS = {
    "text/plain": "plain text",
    "text/html": "a web page (HTML)",
    "application/zip": "a zip archive",
    "application/rtf": "a text document (RTF): export it as PDF",
    "application/x-ole-storage": "an old Office document: export it as PDF",
    "application/octet-stream": "of no type that could be told",
}


def read_surface(
    path: Path, name: str, limits: PdfLimits | None = None, units: Mapping[int, float] | None = None
) -> Iterator[Paper]:
    """Reads the PDF at `path`, which reports call `name`: gives its pages, then the same with what is hidden on them.

    `units` are the points in a page's own unit of length, by its number, where they are not 1: PDFium does not tell.
    What cannot be read is given once. Never raises for a bad file.
    """
    limits = limits or PdfLimits()
    refused, size = refuse(path, limits)
    if refused:
        yield Paper(file=name, size=size, problems=(refused,))
        return
    data = path.read_bytes()
    paper = Paper(file=name, size=size, sha256=hashlib.sha256(data).hexdigest())
    if not is_pdf(data):
        yield _failed(paper, ProblemKind.WRONG_TYPE, f"The file is not a PDF but {_in_words(data)}.")
        return
    try:
        yield from _read_document(data, paper, limits, units or {})
    except MemoryError:
        yield _failed(paper, ProblemKind.LIMIT, "Not checked: over the limit of memory while reading the pages.")
    except Exception as error:
        yield _failed(paper, ProblemKind.DAMAGED, f"The PDF could not be read ({cause(error)}).")


def read_pages(
    path: Path, name: str, limits: PdfLimits | None = None, units: Mapping[int, float] | None = None
) -> Paper:
    """The pages alone, as `read_surface` gives them first."""
    return next(read_surface(path, name, limits, units))


def _failed(paper: Paper, kind: ProblemKind, detail: str) -> Paper:
    return msgspec.structs.replace(paper, problems=(fatal(kind, detail),))


def _in_words(data: bytes) -> str:
    """What a file that is no PDF is, in an author's words."""
    mime = sniff(data).mime
    if mime == "application/zip" and b"word/" in data[:_OFFICE_WINDOW]:
        return "a Word document: export it as PDF"
    return _FILE_WORDS.get(mime, f"a file of type {mime}")


def _read_document(data: bytes, paper: Paper, limits: PdfLimits, units: Mapping[int, float]) -> Iterator[Paper]:
    import pypdfium2

    from faimi_check.reading.pdfium import open_document

    try:
        document = open_document(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            yield _failed(paper, ProblemKind.ENCRYPTED, "The PDF opens with a password only, so nobody can review it.")
        else:
            detail = f"The PDF is damaged: it could not be opened ({cause(error)})."
            yield _failed(paper, ProblemKind.DAMAGED, detail)
        return
    try:
        from faimi_check.reading.page.objects.open_pages import OpenPages

        pages = OpenPages(document)
        paper = _read_opened(pages, paper, limits, units)
        yield paper
        if paper.readable:
            from faimi_check.reading.page.sight.painted import means_of
            from faimi_check.reading.page.sight.visibility import with_hidden_text

            yield with_hidden_text(pages, paper, limits, means_of(data))
    finally:
        document.close()


def _read_opened(opened: OpenPages, paper: Paper, limits: PdfLimits, units: Mapping[int, float]) -> Paper:
    from faimi_check.reading.page.layout.layout import arrange
    from faimi_check.reading.page.layout.measures import measure
    from faimi_check.reading.page.objects.fonts import FontTable
    from faimi_check.reading.page.objects.page_objects import PageReader
    from faimi_check.reading.page.sight.garbled import garbled_pages
    from faimi_check.reading.parts.sections import divide

    total = len(opened.document)
    if total == 0:
        return _failed(paper, ProblemKind.EMPTY, "The PDF has no pages.")
    fonts = FontTable()
    reader = PageReader(opened, fonts, limits)
    pages: list[Page] = []
    problems: list[Problem] = []
    for index in range(min(total, limits.max_pages)):
        try:
            page, found = reader.read(index, units.get(index + 1, 1.0))
        except Exception as error:
            page = Page(number=index + 1, width=0.0, height=0.0)
            found = (_page_problem(index, ProblemKind.DAMAGED, f"could not be read ({cause(error)})"),)
        pages.append(page)
        problems.extend(found)
    if total > limits.max_pages:
        detail = f"Only the first {limits.max_pages} of {total} pages were read."
        problems.append(Problem(kind=ProblemKind.LIMIT, aspects=_TEXT_ASPECTS, detail=detail))
    problems.extend(_textless(pages))
    arranged = arrange(tuple(pages), fonts.facts())
    garbled = garbled_pages(arranged)
    problems.extend(_soup(garbled))
    legible = tuple(_without_soup(page) if page.number in garbled else page for page in arranged)
    divided, parts = divide(legible, fonts.facts())
    return msgspec.structs.replace(
        paper,
        page_count=total,
        pages=divided,
        fonts=fonts.facts(),
        parts=parts,
        layout=_with_face(measure(divided, parts, fonts.facts()), opened),
        problems=tuple(problems),
    )


def _with_face(layout: Layout, opened: OpenPages) -> Layout:
    """The measures with the typeface of bitmap fonts, which have no name."""
    if layout.body_font != "":
        return layout
    from faimi_check.reading.page.objects.nameless_faces import face_in

    return msgspec.structs.replace(layout, body_font=face_in(opened))


def _page_problem(index: int, kind: ProblemKind, what: str) -> Problem:
    return Problem(kind=kind, aspects=_TEXT_ASPECTS, detail=f"Page {index + 1} {what}.", page=index + 1)


def _textless(pages: list[Page]) -> list[Problem]:
    """Pages that are pictures of text: what they say is then unknown, not absent."""
    numbers = [page.number for page in pages if page.scanned]
    return _illegible(ProblemKind.NO_TEXT, numbers, "no text layer (a picture of a page)")


def _soup(numbers: Iterable[int]) -> list[Problem]:
    return _illegible(ProblemKind.GARBLED, sorted(numbers), "a garbled text layer (letters read as other signs)")


def _without_soup(page: Page) -> Page:
    """The page without lines: what they seem to say must be taken neither for text nor for its absence."""
    return msgspec.structs.replace(page, garbled=True, lines=())


def _illegible(kind: ProblemKind, numbers: Sequence[int], what: str) -> list[Problem]:
    if not numbers:
        return []
    which = f"{listed_pages(numbers)} {'has' if len(numbers) == 1 else 'have'}"
    detail = f"{which[0].upper()}{which[1:]} {what}, so the text there could not be checked."
    return [Problem(kind=kind, aspects=_TEXT_ASPECTS, detail=detail, page=numbers[0])]
