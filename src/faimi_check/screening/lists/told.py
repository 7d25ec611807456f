"""What a chair is told of a list beside the files: who has no authors in it, no file, no address; and who is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from faimi_check.model.submission import KnownAuthor
from faimi_check.model.text.id_list import some_of
from faimi_check.screening.lists.authors import AuthorList
from faimi_check.screening.lists.headings import WITH_ADDRESSES
from faimi_check.screening.request import Request

_FEW_IDS = 5


def told_of(listed: AuthorList, requests: Sequence[Request], source: str = "file") -> Iterator[str]:
    """A sentence each; the requests have their authors by now. `source` is what makes a submission in this run."""
    yield _coverage(listed, requests)
    absent = listed.absent(request.number or request.id for request in requests)
    if absent:
        yield f"in the list but no {source}: {some_of(absent)}"
    yield from _unreachable(listed, requests)


def without_withdrawn(listed: AuthorList, requests: Sequence[Request]) -> tuple[list[Request], tuple[str, ...]]:
    """Those that the list does not call withdrawn; and a sentence about the others, whose files are there still.

    Nothing is proposed, written or uploaded about what its authors have taken back.
    """
    gone = [request.id for request in requests if listed.is_withdrawn(request.number or request.id)]
    kept = [request for request in requests if request.id not in gone]
    return kept, (
        (f"withdrawn or deleted in the list, so their files are not judged: {some_of(gone)}",) if gone else ()
    )


def gone(before: Iterable[str], now: Iterable[str]) -> Iterator[str]:
    """A sentence about the submissions of a run before that are there no more, if there are any."""
    there = frozenset(now)
    if missing := [id for id in dict.fromkeys(before) if id not in there]:
        yield f"there in the run before, gone now: {some_of(missing)}"


def _coverage(listed: AuthorList, requests: Sequence[Request]) -> str:
    missing = [request.id for request in requests if not request.authors]
    said = f"authors for {len(requests) - len(missing)} of {len(requests)} submissions"
    if listed.plain and not listed.papers:
        everybody = f"everybody in it ({len(listed.plain)}) is looked for in each, and texts to authors bear no address"
        return f"{said}: the list names no papers, so {everybody}"
    if not missing:
        return said
    said = f"{said}; none for {some_of(missing)}"
    if len(missing) == len(requests):
        said += f" (the list is of {', '.join(list(listed.papers)[:_FEW_IDS])}, ...)"
    return said


def _unreachable(listed: AuthorList, requests: Sequence[Request]) -> Iterator[str]:
    """To whom there will be no text, or one to some only, because the list does not say where they can be reached."""
    people = {request.id: listed.own(request.number or request.id) for request in requests}
    nowhere = [id for id, authors in people.items() if authors and not any(one.emails for one in authors)]
    if nowhere:
        yield f"no address for: {some_of(nowhere)}; {_hint(listed)}"
    partly = [id for id, authors in people.items() if id not in nowhere and _is_partly_reached(authors)]
    if partly:
        yield f"no address for some of the authors of: {some_of(partly)}; a text goes to those who have one"


def _is_partly_reached(authors: Sequence[KnownAuthor]) -> bool:
    """Whether some have no address; where the contact author has one, that is enough."""
    return any(not one.emails for one in authors) and not any(one.emails and one.contact for one in authors)


def _hint(listed: AuthorList) -> str:
    everyone = listed.everyone()
    if any(one.profile for one in everyone):
        return "mails.csv names their OpenReview profiles instead, to which OpenReview can write"
    if not any(one.emails for one in everyone):
        if listed.unread:
            columns = ", ".join(f'"{name}"' for name in listed.unread[:_FEW_IDS])
            several = len(listed.unread) > 1
            were = f"columns {columns} were" if several else f"column {columns} was"
            return f"{were} not understood, known are {WITH_ADDRESSES}"
        return "the list holds none (EasyChair has them in author.csv: give --authors twice)"
    return "texts to them are written, but to whom is left to you"
