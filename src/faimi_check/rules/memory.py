"""What several rules need of the same paper is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from faimi_check.model.paper import Paper

T = TypeVar("T")
# A paper and the declared one in its supplement.
_KEPT = 2


def once_a_paper(work_out: Callable[[Paper], T]) -> Callable[[Paper], T]:
    """Remembers the result for the papers seen last, by identity: a paper is too large to be hashed for each rule."""
    kept: list[tuple[Paper, T]] = []

    @wraps(work_out)
    def remembered(paper: Paper) -> T:
        for known, result in kept:
            if known is paper:
                return result
        result = work_out(paper)
        kept[:] = [(paper, result), *kept][:_KEPT]
        return result

    return remembered
