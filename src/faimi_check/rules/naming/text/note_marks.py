"""Where a footnote's mark stands in the text: the small raised digit, wherever it is, not any digit before."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.page import Line, Page, TextRun

# Shares of the line's size: a mark is set in smaller type, and above the line's baseline.
_SMALLER, _RAISED = 0.86, 0.12
_LONGEST = 3


def mark_places(page: Page, line: Line, mark: str) -> Iterator[int]:
    """Where this mark stands raised in the line, as offsets in its text."""
    for index in line.runs:
        run = page.runs[index]
        if run.text.strip() == mark and _is_raised(run, line):
            yield _offset(line, run, mark)


def _is_raised(run: TextRun, line: Line) -> bool:
    return (
        len(run.text.strip()) <= _LONGEST
        and run.size < _SMALLER * line.size
        and line.baseline - run.baseline > _RAISED * line.size
    )


def _offset(line: Line, run: TextRun, mark: str) -> int:
    """The place of the mark among equal texts of the line that comes next to where the run stands."""
    share = (run.box.x0 - line.box.x0) / max(line.box.width, 1.0)
    aimed = share * len(line.text)
    found = []
    at = line.text.find(mark)
    while at >= 0:
        found.append(at)
        at = line.text.find(mark, at + 1)
    return min(found, key=lambda place: abs(place - aimed), default=len(line.text))
