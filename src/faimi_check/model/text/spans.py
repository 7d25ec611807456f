"""Stretches of a text that are taken, asked after by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Spans:
    """Stretches from a place up to another one. Asking and adding cost next to nothing, however many there are.

    Those that overlap are kept as one; those that only meet stay two, as nothing lies across their border.
    """

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            self.add(start, end)

    def __contains__(self, place: int) -> bool:
        """Whether a place lies in one of them."""
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._ends[at]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them overlaps a stretch."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and start < self._ends[at]

    def add(self, start: int, end: int) -> None:
        """Takes a stretch; an empty one takes nothing."""
        if start >= end:
            return
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        if first < last:
            start, end = min(start, self._starts[first]), max(end, self._ends[last - 1])
        self._starts[first:last] = [start]
        self._ends[first:last] = [end]
