"""Lists of pages in words, the same in every message."""

from __future__ import annotations

from collections.abc import Iterable

_SHOWN = 6
_SHORTEST_RANGE = 3


def listed_pages(numbers: Iterable[int]) -> str:
    """`page 3`, `pages 3 and 5`, `pages 2 to 4, 7 and 9`; of a long list the first: `pages 1, 3, ... and 8 more`.

    `no page` where there is none.
    """
    ordered = sorted(set(numbers))
    if len(ordered) <= 1:
        return f"page {ordered[0]}" if ordered else "no page"
    spans = _spans(ordered)
    shown = [str(first) if first == last else f"{first} to {last}" for first, last in spans[:_SHOWN]]
    left = sum(last - first + 1 for first, last in spans[_SHOWN:])
    if left:
        shown.append(f"{left} more")
    return f"pages {' and '.join(filter(None, (', '.join(shown[:-1]), shown[-1])))}"


def _spans(ordered: Iterable[int]) -> list[tuple[int, int]]:
    """First and last page of each run of three and more; all others alone."""
    runs: list[list[int]] = []
    for number in ordered:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spans: list[tuple[int, int]] = []
    for run in runs:
        spans.extend([(run[0], run[-1])] if len(run) >= _SHORTEST_RANGE else [(number, number) for number in run])
    return spans
