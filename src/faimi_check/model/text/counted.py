"""Counts of things, lists of which only the first are named, and quotations that are cut, the same in every message."""

from __future__ import annotations

from collections.abc import Iterable


def plural(count: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def and_more(left: int) -> str:
    """` and 3 more`, behind what is named; "" where nothing is left."""
    return f" and {left} more" if left > 0 else ""


def first_of(names: Iterable[str], most: int, between: str = ", ") -> str:
    """`a, b, c and 34 more`."""
    listed = list(names)
    return between.join(listed[:most]) + and_more(len(listed) - most)


def quote(text: str, most: int = 200) -> str:
    """The text in quotation marks; what is longer is cut between words, and says so."""
    cut = text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]} …"
    return f"“{cut}”"
