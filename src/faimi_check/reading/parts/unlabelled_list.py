"""Following one list of author and year, which goes on while its paragraphs look like references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from faimi_check.reading.parts.entries import entry_text, is_address, looks_like_entry, opens_like_entry
from faimi_check.reading.parts.flow import FlowLine
from faimi_check.reading.parts.list_end import INDENT, LARGEST, SMALLEST, TIGHT_STEP, ListEnd


class UnlabelledWalk(ListEnd):
    """Follows one list without labels from its first line."""

    def entries(self) -> tuple[list[int], int]:
        """Starts of entries and the end of a list of author and year."""
        flow = self.flow
        end = self.first
        while end < len(flow) and not (end > self.first and self.ends(end)):
            line = flow[end].line
            if abs(line.size - self.size) > 0.7 and len(line.text) > 12 and not self._is_address_line(end):
                break
            end += 1
        starts = self._paragraphs(end)
        return self._cut(starts, end)

    def _is_address_line(self, at: int) -> bool:
        """Whether a line in another size holds the address of the entry above it, or more of such a line."""
        place = self.flow[at]
        close = place.step is None or place.step <= TIGHT_STEP * self.size
        small = SMALLEST * self.size <= place.line.size <= LARGEST * self.size
        return close and small and at > self.first and is_address(place.line.text)

    def _paragraphs(self, end: int) -> list[int]:
        """Where entries start: by hanging indentation, else by the space between them, else by names."""
        flow = self.flow
        lefts = _column_lefts(flow, self.first, end)
        hanging = sum(flow[i].line.box.x0 > lefts[_column(flow[i])] + INDENT for i in range(self.first, end))
        share = hanging / max(1, end - self.first)
        if 0.2 <= share <= 0.95:
            return [
                i
                for i in range(self.first, end)
                if i == self.first or flow[i].line.box.x0 <= lefts[_column(flow[i])] + INDENT
            ]
        steps = Counter(round(step) for i in range(self.first, end) if (step := flow[i].step) is not None)
        usual = min(steps, key=lambda step: (-steps[step], step)) if steps else 0
        return [
            i
            for i in range(self.first, end)
            if i == self.first or self._opens_after_space(flow[i], usual) or self._opens_after_stop(i)
        ]

    @staticmethod
    def _opens_after_space(place: FlowLine, usual: float) -> bool:
        return place.step is not None and place.step > 1.2 * usual + 0.6

    def _opens_after_stop(self, at: int) -> bool:
        fresh = self.flow[at].step is None
        ended = self.flow[at - 1].line.text[-1:] in ".)]"
        return fresh and ended and opens_like_entry(self.flow[at].line.text)

    def _cut(self, starts: list[int], end: int) -> tuple[list[int], int]:
        """Ends the list before the first two paragraphs on end that do not look like references."""
        bounds = list(zip(starts, [*starts[1:], end], strict=True))
        strange = 0
        for place, (start, stop) in enumerate(bounds):
            strange = 0 if looks_like_entry(entry_text(self.flow, start, stop)) else strange + 1
            if strange == 2:
                cut = bounds[place - 1][0]
                return starts[: place - 1], cut
        if strange == 1 and len(bounds) > 1 and not opens_like_entry(self.flow[starts[-1]].line.text):
            return starts[:-1], starts[-1]
        return starts, end


def _column(place: FlowLine) -> tuple[int, int]:
    return place.ref.page, place.line.column


def _column_lefts(flow: Sequence[FlowLine], first: int, end: int) -> dict[tuple[int, int], float]:
    lefts: dict[tuple[int, int], float] = {}
    for place in flow[first:end]:
        key = _column(place)
        lefts[key] = min(lefts.get(key, place.line.box.x0), place.line.box.x0)
    return lefts
