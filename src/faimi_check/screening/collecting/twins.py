"""Submissions of one batch that seem to be of the same paper."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

from msgspec.structs import replace

from faimi_check.model.submission import Twin
from faimi_check.rules.naming.identity import fold, letters_of
from faimi_check.screening.keys import content_digest
from faimi_check.screening.processes.failure import Cause, Failure
from faimi_check.screening.processes.interrupts import look, result_of
from faimi_check.screening.processes.pool import WorkerPool
from faimi_check.screening.processes.start import safest_start_method
from faimi_check.screening.request import Request, WorkerLimits

# Of all runs of words in two papers, the part that stands in both. Two papers of one group, with the same method
# section and references, have a tenth of them in common.
_SAME_TEXT = 0.3
_FEWEST = 60
# Runs of words that so many papers share come from a template.
_COMMON = 40
_SHORTEST_TITLE = 12
_TWINS_SHOWN = 20
_WEIGHTIEST = ("file", "text", "title", "authors")
_SECONDS = 20.0

Pair = tuple[str, str]
Shares = tuple[float, float]
Sketches = Mapping[str, tuple[int, ...]]


def with_twins(requests: tuple[Request, ...], limits: WorkerLimits, jobs: int) -> tuple[Request, ...]:
    """The requests, each with its twins. The papers' texts are read in workers of their own."""
    papers = [request for request in requests if request.paper]
    if len(papers) < 2:
        return requests
    digests = _digests(papers)
    alike: dict[Pair, list[str]] = defaultdict(list)
    for pair in _pairs(digests):
        alike[pair].append("file")
    shares = _same_text(_sketches([one for one in papers if one.id in digests], digests, limits, jobs))
    for pair in shares:
        alike[pair].append("text")
    for pair in _pairs({request.id: _title(request.title) for request in papers}):
        alike[pair].append("title")
    for pair in _pairs({request.id: _authors(request) for request in papers}):
        alike[pair].append("authors")
    return _told(requests, alike, shares)


def _digests(papers: Iterable[Request]) -> dict[str, str]:
    """By id; a paper that cannot be read has none."""
    digests: dict[str, str] = {}
    for request in papers:
        look()
        digest = content_digest(request.paper) if request.paper else None
        if digest is not None:
            digests[request.id] = digest
    return digests


def _told(
    requests: tuple[Request, ...], alike: Mapping[Pair, list[str]], shares: Mapping[Pair, Shares]
) -> tuple[Request, ...]:
    numbers = {request.id: request.number for request in requests}
    twins: dict[str, list[Twin]] = {request.id: [] for request in requests if request.paper}
    for pair, kinds in alike.items():
        # Two papers of one submission say so already.
        if numbers[pair[0]] and numbers[pair[0]] == numbers[pair[1]] and "file" not in kinds:
            continue
        for one, other, share in zip(pair, pair[::-1], shares.get(pair, (0.0, 0.0)), strict=True):
            twins[one].append(Twin(id=other, alike=tuple(kinds), share=round(share, 2)))
    return tuple(
        replace(request, twins=tuple(sorted(twins[request.id], key=_distance)[:_TWINS_SHOWN]))
        if request.paper
        else request
        for request in requests
    )


def _distance(twin: Twin) -> tuple[int, float]:
    """What is most alike comes first: by the weightiest thing in common, and by how much of the text that is."""
    return min(_WEIGHTIEST.index(kind) for kind in twin.alike), -twin.share


def _pairs(values: Mapping[str, Hashable]) -> list[Pair]:
    """The ids that have a value in common; empty values count for nothing. Of many, each is paired with the first."""
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for id, value in values.items():
        if value:
            holders[value].append(id)
    pairs: list[Pair] = []
    for ids in holders.values():
        pairs += combinations(ids, 2) if len(ids) <= _TWINS_SHOWN else [(ids[0], id) for id in ids[1:]]
    return pairs


def _title(title: str) -> str:
    letters = letters_of(title)
    return letters if len(letters) >= _SHORTEST_TITLE else ""


def _authors(request: Request) -> frozenset[str]:
    """The names, whichever part of them comes first."""
    return frozenset(
        " ".join(sorted(re.findall(r"\w+", fold(author.name)))) for author in request.authors if author.name
    )


def _sketches(papers: list[Request], digests: Mapping[str, str], limits: WorkerLimits, jobs: int) -> Sketches:
    """By id; a paper that cannot be read has none. The same bytes are read once."""
    first: dict[str, Request] = {}
    for request in papers:
        first.setdefault(digests[request.id], request)
    # The workers end before the threads are waited for, which wait for them.
    with (
        ThreadPoolExecutor(jobs, thread_name_prefix="sketching") as threads,
        WorkerPool(limits, jobs, safest_start_method()) as pool,
    ):
        begun = [threads.submit(_sketch, pool, request.paper, limits) for request in first.values()]
        found = [result_of(each) for each in begun]
        with pool.alone():
            found = [
                _sketch(pool, request.paper, limits) if told is None else told
                for told, request in zip(found, first.values(), strict=True)
            ]
    by_digest = {digest: told or () for digest, told in zip(first, found, strict=True)}
    return {id: by_digest[digest] for id, digest in digests.items()}


def _sketch(pool: WorkerPool, path: Path | None, limits: WorkerLimits) -> tuple[int, ...] | None:
    """Nothing for a paper that cannot be read; None where that may not be its own fault."""
    from faimi_check.reading.sketch import sketch

    told = pool.run(_SECONDS, sketch, path, limits.paper)
    if isinstance(told, Failure):
        return () if told.cause is Cause.FILE else None
    return tuple(told)


def _same_text(sketches: Sketches) -> dict[Pair, Shares]:
    """The pairs whose texts have much in common, each with the share of its own text that the other has."""
    holders: dict[int, list[str]] = defaultdict(list)
    for id, hashes in sketches.items():
        for each in hashes:
            holders[each].append(id)
    common: Counter[Pair] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= _COMMON:
            common.update(combinations(ids, 2))
    shares = {pair: _shares(sketches[pair[0]], sketches[pair[1]]) for pair in _likely(common)}
    return {pair: share for pair, share in shares.items() if share is not None}


def _likely(common: Mapping[Pair, int]) -> Iterable[Pair]:
    return [pair for pair, count in common.items() if count >= _FEWEST * _SAME_TEXT]


def _shares(one: tuple[int, ...], other: tuple[int, ...]) -> Shares | None:
    """What part of each text the other has too, among the smallest hashes of both together; None where it is little.

    A text of which a longer one is full has more of itself in common than that one has.
    """
    kept = min(len(one), len(other))
    if kept < _FEWEST:
        return None
    both = {*sorted({*one, *other})[:kept]}
    first, second = both.intersection(one), both.intersection(other)
    common = len(first & second)
    return (common / len(first), common / len(second)) if common >= _SAME_TEXT * kept else None
