"""The middle of a list. Loading `statistics` for it takes as long as reading a page does."""

from __future__ import annotations

from collections.abc import Iterable


def median(numbers: Iterable[float]) -> float:
    """The middle one of some numbers, or the mean of the two in the middle. Raises ValueError where there is none."""
    ordered = sorted(numbers)
    if not ordered:
        raise ValueError("no median of nothing")
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
