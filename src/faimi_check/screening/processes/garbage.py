"""How often a process looks for cyclic garbage."""

from __future__ import annotations

import gc

# Looking as often as Python does by default costs a twentieth of a check and finds none.
_GARBAGE = 50_000


def look_seldom() -> None:
    """Lets this process, and those forked from it, look seldom."""
    gc.set_threshold(_GARBAGE)
