"""Ids of submissions: as they are compared, and long lists of them in sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from faimi_check.model.text.counted import first_of

_SHOWN = 20


def some_of(ids: Sequence[str]) -> str:
    """`2, 3, 5 and 34 more`."""
    return first_of(ids, _SHOWN)


def bare_id(id: str) -> str:
    """The id as spreadsheets leave it, in any case: without zeros before it and the ".0" of a number behind it."""
    id = id.strip().casefold().removesuffix(".0")
    return id.lstrip("0") or id[-1:]


def meant_by(said: Iterable[str], ids: Iterable[str]) -> dict[str, set[str]]:
    """The ids of a run that each id of a list may mean: itself, else those that a spreadsheet would leave like it."""
    known = set(ids)
    by_bare: dict[str, set[str]] = defaultdict(set)
    for id in known:
        by_bare[bare_id(id)].add(id)
    return {one: {one} & known or by_bare.get(bare_id(one), set()) for one in said}


def taken_for(what: str, matched: Mapping[str, str]) -> tuple[str, ...]:
    """A sentence where ids of a list were taken for those of the run that are spelt otherwise."""
    other = {said: id for said, id in matched.items() if said != id}
    if not other:
        return ()
    pairs = some_of([f'"{said}" for {id}' for said, id in other.items()])
    return (f"{what} whose ids a spreadsheet or a person spelt otherwise are taken for the only fitting ones: {pairs}",)
