"""The running text of a paper: its lines in reading order over all pages, without what floats or frames it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from faimi_check.model.page import Line, Page, Region
from faimi_check.model.parts import LineRef

FLOWING = frozenset({Region.BODY, Region.HEADING})


class FlowLine(NamedTuple):
    """A line of running text and where it stands. `step` is the distance from the baseline before, None at a
    column's top."""

    ref: LineRef
    line: Line
    step: float | None


def flow_of(pages: Iterable[Page]) -> list[FlowLine]:
    """All lines of running text in reading order."""
    flow: list[FlowLine] = []
    for page in pages:
        before: Line | None = None
        for index, line in enumerate(page.lines):
            if line.region not in FLOWING:
                continue
            step = None
            if before is not None and before.column == line.column and line.baseline > before.baseline - 1:
                step = line.baseline - before.baseline
            flow.append(FlowLine(LineRef(page.number, index), line, step))
            before = line
    return flow


def refs_of(lines: Sequence[FlowLine]) -> tuple[LineRef, ...]:
    """Where these lines stand."""
    return tuple(line.ref for line in lines)
