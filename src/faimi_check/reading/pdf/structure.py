"""What lies below the surface of a PDF, read with pypdf: metadata, notes, attachments, embedded figures, names,
scripts, earlier revisions.

Each part is read for itself, so that damage in one leaves the others; what could not be read becomes a Problem.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pypdf
from pypdf.generic import IndirectObject

from faimi_check.model.paper import Structure
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.reading.intake import is_pdf, refuse
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.beside import beside_the_document
from faimi_check.reading.pdf.notes.actions import active_content
from faimi_check.reading.pdf.notes.annotations import read_annotations
from faimi_check.reading.pdf.notes.attachments import read_attachments
from faimi_check.reading.pdf.objects.opening import without_encryption
from faimi_check.reading.pdf.objects.reader import LazyReader
from faimi_check.reading.pdf.objects.walk import ObjectWalk, OverLimitError
from faimi_check.reading.pdf.remapped import remapped_fonts
from faimi_check.reading.pdf.revisions import earlier_revisions
from faimi_check.reading.pdf.texts.embedded import embedded_objects
from faimi_check.reading.pdf.texts.metadata import document_metadata
from faimi_check.reading.pdf.texts.names import internal_names
from faimi_check.reading.pdf.texts.sweep import Sweep
from faimi_check.reading.pdf.user_unit import user_units

_BELOW = (Aspect.STRUCTURE, Aspect.METADATA, Aspect.OBJECTS)
_MAX_PROBLEMS = 20
_REFERENCE = re.compile(r"IndirectObject\((\d+), \d+, \d+\)")
# pypdf's own bounds, set to what metadata needs: it never decodes a page or a picture here.
_BOUNDS: dict[str, Any] = {
    "maximum_declared_stream_length": 200_000_000,
    "zlib_maximum_output_length": 50_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "page_tree_maximum_page_entries": 100_000,
    "page_tree_maximum_entries": 20_000,
}


def read_structure(path: Path, limits: PdfLimits | None = None) -> Structure:
    """Reads everything that no page shows; nothing of what is no PDF. Never raises for a bad file."""
    limits = limits or PdfLimits()
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    refused, _ = refuse(path, limits)
    if refused:
        return Structure()
    try:
        data = path.read_bytes()
        if not is_pdf(data):
            return Structure()
        reading = _Reading(data, limits)
        try:
            with pypdf.apply_configuration(**_BOUNDS):
                return reading.run()
        except Exception as error:
            return reading.without_a_reader(error)
    except Exception as error:
        return Structure(problems=(_unreadable(error),))


def _unreadable(error: Exception) -> Problem:
    detail = f"What lies below the pages could not be read ({_short(error)})."
    return Problem(kind=ProblemKind.DAMAGED, aspects=_BELOW, detail=detail)


def _short(error: Exception) -> str:
    # pypdf names a reference with where its reader lies in memory, which differs from one run to the next.
    return _REFERENCE.sub(r"object \1", str(error) or type(error).__name__)[:200]


class _Reading:
    """One document on its way through the parts."""

    def __init__(self, data: bytes, limits: PdfLimits) -> None:
        self._data = data
        self._limits = limits
        self._problems: list[Problem] = []
        self._pages: set[int] = set()
        self._files: set[int] = set()

    def run(self) -> Structure:
        plain = without_encryption(self._data)
        reader = LazyReader(plain)
        root = reader.root_object
        pages = list(reader.pages)[: self._limits.max_pages]
        units = self._part(Aspect.LAYOUT, "The pages' units of length", lambda walk: user_units(pages, walk))
        told, drawn = self._failing(Aspect.METADATA), self._failing(Aspect.OBJECTS)
        parts: tuple[tuple[str, Aspect, str, Callable[[ObjectWalk], Iterable[Any]]], ...] = (
            ("metadata", Aspect.METADATA, "The metadata", lambda walk: document_metadata(reader, walk, told)),
            ("annotations", Aspect.OBJECTS, "The annotations", lambda walk: read_annotations(pages, walk, dict(units))),
            (
                "objects",
                Aspect.OBJECTS,
                "The embedded figures and images",
                lambda walk: embedded_objects(pages, walk, drawn),
            ),
            (
                "internal_names",
                Aspect.STRUCTURE,
                "The names inside the file",
                lambda walk: internal_names(root, pages, walk),
            ),
            ("active_content", Aspect.STRUCTURE, "The active content", lambda walk: active_content(root, pages, walk)),
            ("remapped_fonts", Aspect.STRUCTURE, "The fonts' tables", lambda walk: remapped_fonts(pages, walk)),
        )
        found: dict[str, tuple[Any, ...]] = {"units": units}
        found |= {name: self._part(aspect, what, read) for name, aspect, what, read in parts}
        found["other_texts"], beside = self._whatever_opens(plain)
        files = [IndirectObject(number, 0, reader) for number in sorted(self._files)]
        attached = self._part(
            Aspect.OBJECTS, "The attachments", lambda walk: read_attachments(root, pages, walk, files)
        )
        found["attachments"] = attached + beside
        state = found["metadata"], found["annotations"], self._limits, self._failing(Aspect.STRUCTURE)
        earlier = self._part(Aspect.STRUCTURE, "The earlier revisions", lambda _: earlier_revisions(self._data, *state))
        found["revisions"] = earlier + self._outside_the_tree(reader, plain, earlier)
        return Structure(page_count=len(reader.pages), **found, problems=self._told())

    def _outside_the_tree(self, reader: LazyReader, plain: bytes, told: tuple[Any, ...]) -> tuple[Any, ...]:
        """The pages that are in the file and not shown."""
        shown = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
        if self._pages <= shown:
            return ()
        # Few files have such pages.
        from faimi_check.reading.pdf.unlisted import unlisted_pages

        what = "The pages that are not shown"
        hidden = self._pages - shown
        return self._part(Aspect.STRUCTURE, what, lambda _: unlisted_pages(reader, hidden, plain, self._limits, told))

    def without_a_reader(self, error: Exception) -> Structure:
        """What can be told of a file that does not open: its bytes are there all the same."""
        texts, beside = self._whatever_opens(self._data)
        return Structure(other_texts=texts, attachments=beside, problems=(_unreadable(error), *self._problems))

    def _whatever_opens(self, plain: bytes) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        """The strings of all objects, and what belongs to none of them."""
        sweep = Sweep(plain)
        texts = self._part(Aspect.STRUCTURE, "The strings of the file", lambda _: sweep.fields())
        self._pages, self._files = sweep.pages, sweep.files
        beside = self._part(Aspect.OBJECTS, "What lies beside the PDF", lambda _: beside_the_document(self._data))
        return texts, beside

    def _told(self) -> tuple[Problem, ...]:
        """As many problems as are told, the first of each aspect among them: none of these passes for read."""
        first = {problem.aspects: problem for problem in reversed(self._problems)}.values()
        return tuple(dict.fromkeys((*first, *self._problems)))[: max(len(first), _MAX_PROBLEMS)]

    def _part(self, aspect: Aspect, what: str, read: Callable[[ObjectWalk], Iterable[Any]]) -> tuple[Any, ...]:
        """What one part holds, up to the place where it broke off."""
        found: list[Any] = []
        try:
            for item in read(ObjectWalk(self._limits)):
                found.append(item)
                if len(found) >= self._limits.max_fields:
                    raise OverLimitError(f"more than {self._limits.max_fields:,} entries")
        except OverLimitError as error:
            self._problem(ProblemKind.LIMIT, aspect, f"{what} were read in part only: {error}.")
        except Exception as error:
            self._problem(ProblemKind.DAMAGED, aspect, f"{what} could not be read to the end ({_short(error)}).")
        return tuple(found)

    def _problem(self, kind: ProblemKind, aspect: Aspect, detail: str) -> None:
        self._problems.append(Problem(kind=kind, aspects=(aspect,), detail=detail))

    def _failing(self, aspect: Aspect) -> Callable[[Exception, str], None]:
        """For a part that goes on: hears what it could not read, and why."""
        return lambda error, what: self._problem(
            ProblemKind.DAMAGED, aspect, f"{what} could not be read: {_short(error)}."
        )
