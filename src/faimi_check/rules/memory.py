"""What several rules need of the same paper is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from faimi_check.model.paper import Paper

T = TypeVar("T")
Of = TypeVar("Of")
Asked = ParamSpec("Asked")
# A paper and the declared one in its supplement; and so many that more would cost more memory than they save time.
_FEWEST, _MOST = 2, 24
_room = _FEWEST


def make_room(papers: int) -> None:
    """From here on for so many papers at a time: rule after rule asks of each, and would drop what the next one needs.

    What is kept of others goes as new ones come.
    """
    global _room
    _room = min(max(papers, _FEWEST), _MOST)


def once_a_paper(work_out: Callable[[Of], T]) -> Callable[[Of], T]:
    """Remembers the result for the papers seen last, by identity: a paper is too large to be hashed for each rule, and
    so are its passages, and a supplement."""
    kept: list[tuple[Of, T]] = []

    @wraps(work_out)
    def remembered(paper: Of) -> T:
        for known, result in kept:
            if known is paper:
                return result
        result = work_out(paper)
        kept[:] = [(paper, result), *kept][:_room]
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
