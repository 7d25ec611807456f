"""Following one labelled reference list line by line.

It goes on while its numbers count up and other lines keep to the indentation of continued lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from faimi_check.reading.page.layout.typography import Typography
from faimi_check.reading.parts.entries import (
    NUMBERED,
    Labels,
    is_address,
    label_of,
)
from faimi_check.reading.parts.flow import FlowLine
from faimi_check.reading.parts.headings import stands_out
from faimi_check.reading.parts.list_end import INDENT, LARGEST, SMALLEST, TIGHT_STEP, ListEnd

# Continued lines hang by a label's width, not by half a column.
_DEEPEST = 60.0
_LABEL_SLACK = 22.0
_WIDE_STEP = 2.1
_SAME_ROW = 0.3
_RESUME_WITHIN = 9
_HUNG = 1.5
_FINISHED = re.compile(r"[.)\]”\"]$|\d$|/\S*$")


class NumberedWalk(ListEnd):
    """Follows one labelled list from its first line."""

    def __init__(self, flow: Sequence[FlowLine], first: int, labels: Labels, style: Typography) -> None:
        super().__init__(flow, first, style)
        self.labels = labels
        self.strays: set[int] = set()
        self._starts: list[int] = [first]

    def entries(self) -> tuple[list[int], int]:
        """Starts of entries and the end of a labelled list."""
        flow = self.flow
        starts = self._starts = [self.first]
        last = self._value(self.first)
        hang: float | None = None
        label_x = flow[self.first].line.box.x0
        row_end = self.first
        at = self.first + 1
        resumed = at
        while at < len(flow):
            place = flow[at]
            value = self._value(at)
            # What follows a float or a head that nothing else gave away may stand in another column, too.
            fresh = place.step is None or at == resumed > self.first + 1
            if (
                value is not None
                and self._next(value, last)
                and (fresh or abs(place.line.box.x0 - label_x) < _LABEL_SLACK)
            ):
                starts.append(at)
                row_end = at
                last, label_x = value, place.line.box.x0
                hang = None if fresh else hang
            elif self.ends(at) and (stands_out(place.line, self.style) or not self._is_set_on(at, hang, label_x)):
                break
            elif not self._continues(at, hang, label_x):
                after = self._next_label(at, last)
                if after is None:
                    break
                self.strays.update(line for line in range(at, after) if not self._hangs(line, hang))
                at = resumed = after
                continue
            elif self._beside(at):
                row_end = at if at - 1 == row_end else row_end
            elif fresh and hang is not None:
                # Continued in another column: both edges move with it.
                label_x += place.line.box.x0 - hang
                hang = place.line.box.x0
            elif at - 1 == row_end:
                hang = place.line.box.x0
            at += 1
        return starts, at

    def _next_label(self, at: int, last: int | str | None) -> int | None:
        """Where the very next number follows, after the text of a float or note: on this page or atop the next."""
        page = self.flow[at].ref.page
        for ahead in range(at + 1, len(self.flow)):
            place = self.flow[ahead]
            if place.ref.page > page and place.step is not None:
                return None
            if isinstance(last, int) and self._value(ahead) == last + 1 and abs(place.line.size - self.size) < 0.3:
                return ahead
        return None

    def _hangs(self, at: int, hang: float | None) -> bool:
        """Whether a line is set just as the continued lines of this list: it is theirs, though out of order."""
        line = self.flow[at].line
        return hang is not None and abs(line.box.x0 - hang) <= 1.0 and abs(line.size - self.size) < 0.1

    def _is_set_on(self, at: int, hang: float | None, label_x: float) -> bool:
        """Whether a line is set as its entry goes on, even where the list has shown no such line yet."""
        if hang is not None:
            return self._hangs(at, hang)
        place = self.flow[at]
        indent = place.line.box.x0 - label_x
        close = place.step is not None and place.step <= TIGHT_STEP * self.size
        return close and INDENT < indent < _LABEL_SLACK and abs(place.line.size - self.size) < 0.1

    def _beside(self, at: int) -> bool:
        """Whether a line goes on to the right of the one before: a row whose words stand far apart is cut in two."""
        place, before = self.flow[at], self.flow[at - 1].line
        return place.step is not None and place.step <= _SAME_ROW * before.size and place.line.box.x0 >= before.box.x1

    def _value(self, at: int) -> int | str | None:
        label = label_of(self.flow[at].line.text, self.labels)
        return int(label) if label is not None and self.labels in NUMBERED else label

    def _next(self, value: int | str, last: int | str | None) -> bool:
        if isinstance(value, int) and isinstance(last, int):
            return 0 < value - last <= 3
        return True

    def _continues(self, at: int, hang: float | None, label_x: float) -> bool:
        """Whether a line without a label goes on with the entry before it."""
        place = self.flow[at]
        line = place.line
        if abs(line.size - self.size) > 0.7 and len(line.text) > 12 and not self._is_small_print(at, hang, label_x):
            return False
        if place.step is not None:
            left = label_x if hang is None else hang
            return place.step <= _WIDE_STEP * max(line.size, self.size) and line.box.x0 >= left - INDENT
        return self._resumes(at, hang, label_x)

    def _is_small_print(self, at: int, hang: float | None, label_x: float) -> bool:
        """Whether a line in another size is an entry's all the same: an address set small, or small to its end."""
        place = self.flow[at]
        line = place.line
        if not SMALLEST * self.size <= line.size <= LARGEST * self.size:
            return False
        if is_address(line.text):
            return place.step is None or line.box.x0 > label_x + INDENT
        if place.step is None or place.step > TIGHT_STEP * self.size:
            return False
        if hang is not None:
            return abs(line.box.x0 - hang) <= _HUNG
        return INDENT < line.box.x0 - label_x < _DEEPEST

    def _resumes(self, at: int, hang: float | None, label_x: float) -> bool:
        """Whether the first line of a column or page goes on with the entry that the last one left open.

        It stands where continued lines stand (before, or beside the next label here), or the entry was unfinished.
        """
        line = self.flow[at].line
        if hang is not None and abs(line.box.x0 - hang) <= INDENT:
            return True
        if not _FINISHED.search(self.flow[at - 1].line.text):
            return True
        indent = hang - label_x if hang is not None else None
        last = self._value(self._starts[-1])
        for ahead in range(at + 1, min(at + _RESUME_WITHIN, len(self.flow))):
            value = self._value(ahead)
            if value is not None and self._next(value, last):
                offset = line.box.x0 - self.flow[ahead].line.box.x0
                return abs(offset - indent) <= 4.0 if indent is not None else INDENT < offset < _DEEPEST
        return False
