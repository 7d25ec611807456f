"""Long lists in sentences."""

from __future__ import annotations

from collections.abc import Sequence

_SHOWN = 20


def some_of(ids: Sequence[str]) -> str:
    """`2, 3, 5 and 34 more`."""
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    return f"{', '.join(ids[:_SHOWN])}{more}"
