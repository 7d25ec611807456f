"""Where a line of running text goes on with the paragraph of the line before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from faimi_check.model.page import Page, TextRun
from faimi_check.model.paper import Font
from faimi_check.model.parts import LineRef
from faimi_check.reading.page.layout.typography import Typography
from faimi_check.reading.parts.flow import FlowLine

_ENDS = re.compile(r"[.!?:][\])\"'’”»]*$")
_WORD = re.compile(r"[^\W\d_]{3}")
_CLOSE, _SAME_SIZE = 1.25, 0.5
# Points of an indent, and ems by which a last line is shorter than others.
_INDENT, _SHORT = 5.0, 2.0
# Lines to either side that show how far lines go, and lines of a remark.
_AROUND, _LONGEST = 4, 8


class Paragraphs(NamedTuple):
    """The running text of a paper, its pages and fonts, and how its body is set."""

    flow: Sequence[FlowLine]
    pages: Sequence[Page]
    fonts: Sequence[Font]
    style: Typography

    def goes_on(self, at: int, headings: Collection[LineRef]) -> bool:
        """Whether the line goes on with a sentence, with words in brackets or with bold words of the line before it.

        `headings` are the lines before it that are headings.
        """
        if not self._stands_below(at, headings) or self._is_short(at - 1):
            return False
        before = self.flow[at - 1]
        if not _ENDS.search(before.line.text) or self.flow[at].line.text[:1].islower():
            return True
        last, first = self._runs(before)[-1], self._runs(self.flow[at])[0]
        return (self._is_bold(last) and last.font == first.font) or self._opened(at, headings)

    def opens_bracket(self, at: int) -> bool:
        """Whether the line is the beginning of words in brackets that end further down."""
        text = self.flow[at].line.text
        return text.startswith(("[", "(")) and _unclosed(text)

    def stands_alone(self, at: int) -> bool:
        """Whether a line ends before others do, or has space above and below it."""
        return self._is_short(at) or (self.leads(at) and (at + 1 == len(self.flow) or self.leads(at + 1)))

    def leads(self, at: int) -> bool:
        """Whether space above a line, or a column's top, shows that something begins there."""
        step = self.flow[at].step
        return step is None or step > _CLOSE * self.style.leading

    def runs_on(self, at: int) -> bool:
        """Whether the bold words of a line end in the middle of the next."""
        if at + 1 >= len(self.flow) or not self._stands_below(at + 1, ()) or self._is_short(at):
            return False
        return self._is_bold(self._runs(self.flow[at + 1])[0]) and not self.is_bold_throughout(at + 1)

    def is_bold_throughout(self, at: int) -> bool:
        """Whether all words of a line are bold."""
        return all(self._is_bold(run) for run in self._runs(self.flow[at]) if _WORD.search(run.text))

    def _stands_below(self, at: int, headings: Collection[LineRef]) -> bool:
        """Whether nothing sets a line apart from the one before it."""
        if at == 0 or self.flow[at - 1].ref in headings:
            return False
        before, place = self.flow[at - 1], self.flow[at]
        if abs(before.line.size - place.line.size) > _SAME_SIZE:
            return False
        if place.step is None:
            return place.line.text[:1].islower()
        return place.step <= _CLOSE * self.style.leading and place.line.box.x0 <= before.line.box.x0 + _INDENT

    def _is_short(self, at: int) -> bool:
        """Whether the line ends before others near it do."""
        place = self.flow[at]
        near = self.flow[max(0, at - _AROUND) : at + _AROUND + 1]
        edge = max(
            one.line.box.x1 for one in near if one.ref.page == place.ref.page and one.line.column == place.line.column
        )
        return place.line.box.x1 < edge - _SHORT * place.line.size

    def _opened(self, at: int, headings: Collection[LineRef]) -> bool:
        """Whether a bracket of the paragraph is open where the line begins."""
        return _unclosed(" ".join(reversed(list(self._above(at, headings)))))

    def _above(self, at: int, headings: Collection[LineRef]) -> Iterator[str]:
        for above in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
            yield self.flow[above].line.text
            if not self._stands_below(above, headings):
                return

    def _runs(self, place: FlowLine) -> list[TextRun]:
        runs = self.pages[place.ref.page - 1].runs
        return [runs[index] for index in place.line.runs]

    def _is_bold(self, run: TextRun) -> bool:
        return run.font < len(self.fonts) and self.fonts[run.font].bold


def _unclosed(text: str) -> bool:
    return any(text.rfind(opens) > text.rfind(closes) for opens, closes in ("[]", "()"))
