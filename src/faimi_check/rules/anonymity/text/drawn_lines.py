"""The lettering of figures and tables, line by line."""

from __future__ import annotations

from collections.abc import Container, Iterator

from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.naming.facts import facts_of


def drawn_lines(paper: Paper, regions: Container[Region]) -> Iterator[tuple[Passage, int, Line]]:
    """The lines of these regions, each with its passage and where it begins there."""
    for passage in facts_of(paper).own_text:
        for start, line in zip(passage.starts, passage.lines, strict=True):
            if line.region in regions:
                yield passage, start, line
