"""What stands in sections that a call does not count: it is taken from the content of the pages."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from faimi_check.model.page import FURNITURE, Box, Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.rules.document.length.page_content import PageContent, content_after
from faimi_check.rules.naming.text.named_sections import NamedSection, named_sections
from faimi_check.rules.naming.text.prose import FLOATS


class Apart(msgspec.Struct, frozen=True):
    """The sections that do not count."""

    sections: tuple[NamedSection, ...] = ()

    def holds(self, at: LineRef) -> bool:
        """Whether a line stands in one of them."""
        return any(one.first <= at and (one.end is None or at < one.end) for one in self.sections)

    def taken_from(self, content: PageContent) -> PageContent | None:
        """The content without them; None where nothing is left of it."""
        page = content.page
        if page.illegible or not self._on(page):
            return content
        left = msgspec.structs.replace(
            content,
            text=tuple(line for line in content.text if not self.holds(_at(page, line))),
            captions=tuple(line for line in content.captions if not self._holds_float(page, line.box)),
            figures=tuple(figure for figure in content.figures if not self._holds_float(page, figure.box)),
            turned=tuple(line for line in content.turned if not self._holds_float(page, line.box)),
        )
        running = any(line.region is not Region.FOOTNOTE for line in left.text)
        return left if running or left.captions or left.figures or left.turned else None

    def pages_before_end(self, paper: Paper) -> float:
        """The pages' worth of those sections that counted text follows: it stands that much later for it."""
        block = paper.layout.text_block
        if block is None or block[3] <= block[1]:
            return 0.0
        spans: dict[tuple[int, int], tuple[float, float]] = {}
        amid = Apart(self._amid())
        for page in paper.pages if amid.sections else ():
            for index, line in enumerate(page.lines):
                if line.region not in FURNITURE and amid.holds(LineRef(page.number, index)):
                    top, bottom = spans.get((page.number, line.column), (line.box.top, line.box.bottom))
                    spans[page.number, line.column] = min(top, line.box.top), max(bottom, line.box.bottom)
        columns = paper.layout.columns or 1
        return sum((bottom - top) / (block[3] - block[1]) / columns for top, bottom in spans.values())

    def rows(self, paper: Paper) -> int:
        """How many lines they have, as a reader counts them: what shares a baseline is one."""
        held = {
            (page.number, line.column, round(line.baseline / 3))
            for page in paper.pages
            if self._on(page)
            for index, line in enumerate(page.lines)
            if line.region not in FURNITURE and self.holds(LineRef(page.number, index))
        }
        return len(held)

    def _amid(self) -> tuple[NamedSection, ...]:
        """Those that something follows which counts, be it behind another of them."""
        trailing: set[LineRef | None] = set()
        amid: list[NamedSection] = []
        for one in sorted(self.sections, key=lambda one: one.first, reverse=True):
            if one.last_of_text or one.end in trailing:
                trailing.add(one.first)
            else:
                amid.append(one)
        return tuple(amid)

    def _on(self, page: Page) -> bool:
        return any(
            one.first.page <= page.number and (one.end is None or page.number <= one.end.page) for one in self.sections
        )

    def _holds_float(self, page: Page, box: Box) -> bool:
        """A float goes with the text above it; at the top of a page with what the page begins with."""
        running = [
            (line.baseline, LineRef(page.number, index))
            for index, line in enumerate(page.lines)
            if line.region not in FURNITURE and line.region not in FLOATS
        ]
        above = [(baseline, at) for baseline, at in running if baseline <= box.top]
        if above:
            return self.holds(max(above)[1])
        return self.holds(running[0][1] if running else LineRef(page.number, 0))


def last_counted_page(paper: Paper, names: Iterable[str]) -> int | None:
    """The last page with content outside the sections of these names; None where there is none."""
    apart = apart_sections(paper, names)
    counted = [one.page.number for one in content_after(paper, 0) if apart.taken_from(one) is not None]
    return max(counted, default=None)


def apart_sections(paper: Paper, names: Iterable[str]) -> Apart:
    """The sections of these names in a paper."""
    return Apart(tuple(named_sections(paper, names)))


def _at(page: Page, line: Line) -> LineRef:
    return LineRef(page.number, page.lines.index(line))
