"""The objects of one page, read through PDFium's C interface."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pypdfium2.raw as pdfium

from faimi_check.model.page import Box, Link, Page, TextRun
from faimi_check.model.problem import Problem
from faimi_check.model.turned import as_read
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.page.objects.clipping import ClipReader
from faimi_check.reading.page.objects.direct import address_of
from faimi_check.reading.page.objects.drawn import Found
from faimi_check.reading.page.objects.fonts import FontTable
from faimi_check.reading.page.objects.geometry import multiply
from faimi_check.reading.page.objects.leaves import LeafWalk, page_matrix
from faimi_check.reading.page.objects.links import links_of
from faimi_check.reading.page.objects.notes import has_drawn_notes
from faimi_check.reading.page.objects.one_object import ObjectReader
from faimi_check.reading.page.objects.open_pages import OpenPages, turn
from faimi_check.reading.page.objects.said import Said, compare, said_instead, take_off, unread_problem

# A figure that keeps off the outer parts of the page, where margins are, needs no look at its clip path.
_MARGIN_SHARE = 0.2
_TILT, _NEARLY_ALL, _TEXT_OF_A_PAGE, _SEEN_FIRST = 8.0, 0.8, 200, 40
_TEXT, _IMAGE = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_IMAGE
_DRAWN = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)


class PageReader:
    """Reads the pages of a document one after the other."""

    def __init__(self, pages: OpenPages, fonts: FontTable, limits: PdfLimits) -> None:
        self._pages = pages
        self._fonts = fonts
        self._limits = limits
        self._runs_left = limits.max_runs
        self._walk_left = limits.max_walk
        clips = ClipReader()
        self._leaves = LeafWalk(clips)
        self._objects = ObjectReader(clips, fonts, limits.max_text)
        self._said: dict[int, Said] = {}
        # The page that is read turned if its text is: the first, and each behind one that was.
        self._may_turn = 0

    def read(self, index: int, unit: float = 1.0) -> tuple[Page, tuple[Problem, ...]]:
        """The page at `index` (from 0), whose own unit of length is `unit` points.

        A first page that is shown sideways or upside down is read as whoever turns it, and so are those behind it that
        are shown so too; tables set sideways further on stay as they are. Raises what PDFium raises for a page that
        cannot be loaded.
        """
        with self._pages.at(index) as page:
            base = multiply(page_matrix(page.raw), (unit, 0.0, 0.0, unit, 0.0, 0.0))
            document, address = address_of(self._pages.document.raw), address_of(page.raw)
            links = tuple(links_of(document, address, base, self._limits.max_links_per_page))
            if not has_drawn_notes(address):
                return self._linked(index, page.raw, unit, links)
        self._pages.draw_notes_into(index)
        with self._pages.at(index) as page:
            return self._linked(index, page.raw, unit, links)

    def _linked(self, index: int, raw: Any, unit: float, links: tuple[Link, ...]) -> tuple[Page, tuple[Problem, ...]]:
        """The page, which is loaded as it is shown, with its links."""
        try:
            facts, problems = self._as_drawn(index, raw, unit)
            if facts.turned:
                links = tuple(Link(as_read(link.box, facts), link.target) for link in links)
            return msgspec.structs.replace(facts, links=links), problems
        finally:
            if not self._pages.keeps(index):
                self._fonts.forget_handles()

    def _as_drawn(self, index: int, raw: Any, unit: float) -> tuple[Page, tuple[Problem, ...]]:
        """The page with the text that it draws, also where it says another."""
        facts, problems = self._read(index, raw, unit)
        if index == self._may_turn and (quarters := quarters_to_upright(facts.runs)):
            self._may_turn = index + 1
            turn(raw, quarters)
            facts, problems = self._read(index, raw, unit)
            facts = msgspec.structs.replace(facts, turned=quarters)
        if not self._said:
            return facts, problems
        said = dict(self._said)
        take_off(said.values())
        drawn, _ = self._read(index, raw, unit)
        reading = compare(said, facts.runs, drawn.runs)
        facts = msgspec.structs.replace(
            facts, runs=reading.runs, hidden=(*drawn.hidden, *reading.hidden), mute=drawn.mute, unread=drawn.unread
        )
        return facts, (*problems, *unread_problem(reading.unread, index + 1))

    def _read(self, index: int, raw: Any, unit: float) -> tuple[Page, tuple[Problem, ...]]:
        text_page = pdfium.FPDFText_LoadPage(raw)
        try:
            return self._read_text(index, raw, text_page, unit)
        finally:
            if text_page:
                pdfium.FPDFText_ClosePage(text_page)

    def _read_text(self, index: int, raw: Any, text_page: Any, unit: float) -> tuple[Page, tuple[Problem, ...]]:
        self._said.clear()
        base = multiply(page_matrix(raw), (unit, 0.0, 0.0, unit, 0.0, 0.0))
        characters = max(1, pdfium.FPDFText_CountChars(text_page))
        # For the text of each object PDFium walks along all characters of the page.
        max_texts = min(self._runs_left, self._limits.max_runs_per_page, self._walk_left // characters)
        found = Found(max_texts, self._limits.max_drawings_per_page)
        width, height = unit * pdfium.FPDF_GetPageWidthF(raw), unit * pdfium.FPDF_GetPageHeightF(raw)
        middle = _middle(width, height)
        text_address = address_of(text_page)
        self._objects.turn_to(text_address)
        for order, leaf in enumerate(self._leaves.of(address_of(raw), base)):
            handle, kind, _ = leaf
            if kind == _TEXT:
                if found.full:
                    found.cut_short = True
                    break
                self._objects.add_text(found, leaf, text_address, order)
                if (instead := said_instead(handle)) is not None:
                    self._said[order] = instead
            elif kind == _IMAGE:
                found.add_image(self._objects.image(leaf, middle, order))
            elif kind in _DRAWN:
                found.add_drawing(self._objects.drawing(leaf, middle, order))
        self._runs_left -= found.texts
        self._walk_left -= found.texts * characters
        facts = Page(
            number=index + 1,
            width=round(width, 3),
            height=round(height, 3),
            runs=tuple(found.sized_runs()),
            images=tuple(found.images),
            drawings=tuple(found.all_drawings()),
            mute=found.mute,
            unread=tuple(found.unread),
            hidden=found.told_unseen(),
            scanned=found.is_scan(width * height),
        )
        return facts, found.problems(index + 1)


def quarters_to_upright(runs: Sequence[TextRun]) -> int:
    """The quarter turns to the right after which the text of a page stands upright, 0 where it is not all turned."""
    letters = [0, 0, 0, 0]
    if not any(run.angle for run in runs[:_SEEN_FIRST]):
        return 0
    for run in runs:
        quarters = round(run.angle / 90)
        if abs(run.angle - 90 * quarters) < _TILT:
            letters[quarters % 4] += len(run.text)
    most = max(letters)
    # A stamp beside a scan is less, and a label beside a table as well.
    return letters.index(most) if most >= _TEXT_OF_A_PAGE and most >= _NEARLY_ALL * sum(letters) else 0


def _middle(width: float, height: float) -> Box:
    """The page without its outer parts."""
    return Box(_MARGIN_SHARE * width, _MARGIN_SHARE * height, (1 - _MARGIN_SHARE) * width, (1 - _MARGIN_SHARE) * height)
