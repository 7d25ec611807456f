"""Ids of submissions: as they are compared, and long lists of them in sentences."""

from __future__ import annotations

from collections.abc import Sequence

_SHOWN = 20


def some_of(ids: Sequence[str]) -> str:
    """`2, 3, 5 and 34 more`."""
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    return f"{', '.join(ids[:_SHOWN])}{more}"


def bare_id(id: str) -> str:
    """The id as spreadsheets leave it, in any case: without zeros before it and the ".0" of a number behind it."""
    id = id.strip().casefold().removesuffix(".0")
    return id.lstrip("0") or id[-1:]
