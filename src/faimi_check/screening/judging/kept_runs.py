"""What rules came to, on the shelf as soon as it is known: a rule that costs its worker costs what it found alone."""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from faimi_check.engine.running import RuleRun, encodable
from faimi_check.engine.runs import Keep, RunsByRule
from faimi_check.model.finding import Hit
from faimi_check.screening.readers.shelf import Row, load_row

RUNS = "rules.runs"
# What a file that is made for it brings rules to say. Runs that find no place any more are done again, or left open.
MOST_BYTES = 64_000_000


class _Kept(NamedTuple):
    rule: str
    run: RuleRun


def keeping(row: Row, begun: RunsByRule) -> Keep:
    """Keeps each run that it is told of, and those that are known already, in their order."""

    def keep(rule: str, run: RuleRun) -> None:
        # Without a place on a full disk judging goes on all the same.
        with suppress(OSError, UnicodeEncodeError):
            row.add(_Kept(rule, run._replace(hits=[_storable(hit) for hit in run.hits]) if run.hits else run))

    for rule, runs in begun.items():
        for run in runs:
            keep(rule, run)
    return keep


def kept_runs(folder: Path) -> RunsByRule:
    """The runs that were kept in the folder, as they were; things that hits are about are their digests."""
    found: dict[str, list[RuleRun]] = {}
    for rule, run in load_row(folder, _Kept, RUNS):
        found.setdefault(rule, []).append(run)
    return found


def _storable(hit: Hit) -> Hit:
    """In characters that every encoder takes. What it is about is only ever compared."""
    words = {name: encodable(getattr(hit, name)) for name in ("message", "evidence", "fix")}
    return replace(hit, **words, things=tuple(map(_digest, hit.things)))


def _digest(thing: object) -> str:
    return blake2b(repr(thing).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
