"""What several rules need of the same paper is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from faimi_check.model.paper import Paper

T = TypeVar("T")
Asked = ParamSpec("Asked")
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


def once_for_each(work_out: Callable[Concatenate[Paper, Asked], T]) -> Callable[Concatenate[Paper, Asked], T]:
    """Remembers what is asked of a paper about one thing, as a name or a mark, which a hostile one has many times."""
    known = once_a_paper(lambda paper: dict[tuple[object, ...], T]())

    @wraps(work_out)
    def remembered(paper: Paper, /, *asked: Asked.args, **others: Asked.kwargs) -> T:
        results = known(paper)
        if asked not in results:
            results[asked] = work_out(paper, *asked, **others)
        return results[asked]

    return remembered
