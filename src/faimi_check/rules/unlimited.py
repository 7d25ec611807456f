"""A number that a profile gives, or the word that there is no limit."""

from __future__ import annotations

from typing import Final, TypeVar

UNLIMITED: Final = "unlimited"
# A profile writes no limit as that word, which the parameters see to.
Unlimited = str
Number = TypeVar("Number", bound=float)


def limit_of(number: Number | Unlimited) -> Number | None:
    """The number, None for no limit."""
    return None if isinstance(number, str) else number
