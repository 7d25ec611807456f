"""Text that is in the file and that a reader does not see.

Signs that cost nothing (colour, size, mode, place, what is drawn later) and one quick rendering without pictures
find the suspects; each suspect is then judged by what its page looks like with and without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pypdfium2.raw as pdfium

from faimi_check.model.page import Box, Line, Page, Region, TextRun
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.page.objects.open_pages import OpenPages
from faimi_check.reading.page.sight.obscurity import Reason, Suspect, join_hidden, reason_for, suspects
from faimi_check.reading.page.sight.rendering import Raster, changed_share, has_contrast, render, without

_QUICK_SCALE = 1.0
_CLOSE_SCALE = 2.0
# Of a line of letters a tenth to a third of the box is ink; what changes less than this is not read by anybody.
_SEEN_SHARE = 0.04
_MAX_DEPTH = 12
_MAX_OBJECTS = 200_000
_MAX_SUSPECTS = 5_000


def with_hidden_text(opened: OpenPages, paper: Paper, limits: PdfLimits) -> Paper:
    """The paper with the hidden text of each page filled in. Never raises for a bad page."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for page in paper.pages[: limits.max_pages]:
        try:
            pages.append(_look_at(opened, page))
        except Exception as error:
            pages.append(page)
            problems.append(_problem(f"Page {page.number} could not be rendered ({str(error)[:200]}).", page.number))
    pages.extend(paper.pages[len(pages) :])
    return msgspec.structs.replace(paper, pages=tuple(pages), problems=(*paper.problems, *problems))


def _problem(detail: str, page: int | None = None) -> Problem:
    return Problem(kind=ProblemKind.DAMAGED, aspects=(Aspect.VISIBILITY,), detail=detail, page=page)


def _look_at(opened: OpenPages, page: Page) -> Page:
    if not page.runs:
        return page
    with opened.at(page.number - 1) as loaded:
        found = _Looking(loaded.raw, page).hidden()
    hidden = tuple(join_hidden(found))
    return msgspec.structs.replace(page, hidden=hidden, lines=_unseen_lines(page, found)) if hidden else page


def _unseen_lines(page: Page, found: list[Suspect]) -> tuple[Line, ...]:
    """The page's lines, those of which nothing is seen marked as hidden, so that they are not read as printed."""
    places = {run.order: index for index, run in enumerate(page.runs)}
    # A suspect that is part of a run only is a run of its own, and the line it stands in is still read.
    unseen = {place for run, _ in found if page.runs[place := places[run.order]] is run}
    return tuple(
        msgspec.structs.replace(line, region=Region.HIDDEN) if line.runs and unseen.issuperset(line.runs) else line
        for line in page.lines
    )


class _Looking:
    """One page under the lamp."""

    def __init__(self, raw: Any, page: Page) -> None:
        self._raw = raw
        self._page = page
        self._size = (page.width, page.height)

    def hidden(self) -> list[Suspect]:
        """What is not seen, in drawing order, and why."""
        found = suspects(self._page)
        known = {suspect.run.order for suspect in found}
        quick = self._quick()
        if quick is not None:
            bare = (run for run in self._page.runs if run.order not in known and not has_contrast(quick, run.box))
            found = sorted((*found, *(Suspect(run, Reason.NOT_PAINTED) for run in bare)), key=lambda one: one.run.order)
        found = found[:_MAX_SUSPECTS]
        seen = self._seen([suspect.run for suspect in found if not suspect.reason.certain])
        return [Suspect(run, reason_for(run, self._page, reason)) for run, reason in found if run.order not in seen]

    def _quick(self) -> Raster | None:
        """The page without its pictures, whose decoding costs more than all the rest."""
        pictures = list(self._pictures()) if self._page.images else []
        with without(pictures):
            return render(self._raw, self._size, Box(0.0, 0.0, *self._size), _QUICK_SCALE, colour=False)

    def _pictures(self) -> Iterator[Any]:
        for position in range(min(pdfium.FPDFPage_CountObjects(self._raw), _MAX_OBJECTS)):
            handle = pdfium.FPDFPage_GetObject(self._raw, position)
            if pdfium.FPDFPageObj_GetType(handle) == pdfium.FPDF_PAGEOBJ_IMAGE:
                yield handle

    def _seen(self, runs: list[TextRun]) -> set[int]:
        """Those of the runs, by their order, without which the page looks different where they stand."""
        if not runs:
            return set()
        area = runs[0].box
        for run in runs:
            area = area.union(run.box)
        handles = self._handles({run.order for run in runs})
        with_them = render(self._raw, self._size, area, _CLOSE_SCALE, colour=True)
        with without(handles):
            without_them = render(self._raw, self._size, area, _CLOSE_SCALE, colour=True)
        if with_them is None or without_them is None:
            return set()
        return {run.order for run in runs if changed_share(with_them, without_them, run.box) >= _SEEN_SHARE}

    def _handles(self, orders: set[int]) -> list[Any]:
        """The page's leaf objects with these places in drawing order."""
        found = []
        for order, handle in enumerate(
            self._leaves(self._raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, 0)
        ):
            if order in orders:
                found.append(handle)
            if order >= _MAX_OBJECTS:
                break
        return found

    def _leaves(self, parent: Any, count: Any, get: Any, depth: int) -> Iterator[Any]:
        for position in range(count(parent)):
            handle = get(parent, position)
            if pdfium.FPDFPageObj_GetType(handle) != pdfium.FPDF_PAGEOBJ_FORM:
                yield handle
            elif depth < _MAX_DEPTH:
                yield from self._leaves(
                    handle, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, depth + 1
                )
