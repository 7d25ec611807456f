"""The lettering of figures and tables, line by line and as the pictures that they are."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from typing import NamedTuple

from faimi_check.model.burned_in import BurnedInLine, BurnedInPicture
from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.text.prose import stands_across

# So many words are a paragraph's.
_PROSE = 9


class Drawn(NamedTuple):
    """A line of lettering, with its passage, where it begins there, and its page."""

    passage: Passage
    start: int
    line: Line
    page: int

    @property
    def span(self) -> tuple[Passage, int, int]:
        return self.passage, self.start, self.start + len(self.line.text)

    @property
    def burned_in(self) -> BurnedInLine:
        """The line as it would be read off a picture, without doubt."""
        return BurnedInLine(self.line.text.strip(), self.line.box, 1.0)


def drawn_lines(paper: Paper, regions: Container[Region]) -> Iterator[Drawn]:
    """The lines of these regions."""
    return _those(paper, lambda line: line.region in regions)


def figures(paper: Paper) -> list[list[Drawn]]:
    """The lettering of each page's figures, with what is set sideways in them."""
    pages: dict[int, list[Drawn]] = {}
    for one in _those(paper, lambda line: _is_lettering(line, paper)):
        pages.setdefault(one.page, []).append(one)
    return list(pages.values())


def _those(paper: Paper, wanted: Callable[[Line], bool]) -> Iterator[Drawn]:
    for passage in facts_of(paper).own_text:
        for ref, start, line in zip(passage.refs, passage.starts, passage.lines, strict=True):
            if wanted(line):
                yield Drawn(passage, start, line, ref.page)


def _is_lettering(line: Line, paper: Paper) -> bool:
    return line.region is Region.FIGURE_TEXT or (line.region is Region.ROTATED and _is_inside(line, paper))


def as_picture(figure: list[Drawn]) -> BurnedInPicture:
    """The lettering of a page's figures as one picture."""
    return BurnedInPicture(lines=tuple(one.burned_in for one in figure))


def _is_inside(line: Line, paper: Paper) -> bool:
    """Whether a turned line is one of a figure: not beside the text, no watermark across it, none of a paragraph."""
    ends = line.text[:1].islower() and line.text.rstrip().endswith(".")
    if ends or len(line.text.split()) >= _PROSE:
        return False
    return not stands_across(line, paper)
