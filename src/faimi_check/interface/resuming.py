"""What a run that goes on with another one takes from it, and when it may not go on with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec.structs import replace

from faimi_check.interface.errors import UnusableError
from faimi_check.interface.settings import Settings
from faimi_check.interface.shards import WHOLE, RunMark, Shard, read_mark
from faimi_check.screening.keys import listed_digest
from faimi_check.screening.request import Request, shown_name


class Resumed(msgspec.Struct, frozen=True):
    """By what to go on; `assumed` says that nobody named the call, `said` that it is the one of the run before."""

    settings: Settings
    assumed: bool
    said: str = ""


def resumed(settings: Settings, out: Path | None, shard: Shard, *, assumed: bool) -> Resumed:
    """The settings, with the call of the run that has left its reports in `out` where nobody named one.

    Raises UnusableError where going on would put reports by another call, or of another part, in place of those
    that are there: what was taken over would be nothing. A part may grow to the whole.
    """
    mark = _mark(out) if out else None
    if out is None or mark is None:
        return Resumed(settings, assumed)
    _refuse_other_part(out, mark.shard, shard)
    wanted = settings.profile()
    if wanted.id == mark.venue.id:
        return Resumed(settings, assumed)
    held = f"{shown_name(out)} holds a run by {mark.venue.id}"
    if not assumed:
        raise UnusableError(
            f"{held}, and this one is by {wanted.id}: --resume would judge all again and replace its reports; "
            f"give --out another folder, or --venue {mark.venue.id}"
        )
    taken = replace(settings, venue=mark.venue.id)
    try:
        title = taken.profile().title
    except UnusableError:
        raise UnusableError(f"{held}, which is no shipped call: give its profile by --venue FILE.toml") from None
    return Resumed(taken, mark.assumed, f"the call is {title}, as in the run before (you gave no --venue)")


def _refuse_other_part(out: Path, held: Shard, wanted: Shard) -> None:
    if wanted in (held, WHOLE):
        return
    what = "a run of all" if held == WHOLE else f"part {held.number}/{held.of}"
    raise UnusableError(
        f"{shown_name(out)} holds {what}, and this is part {wanted.number}/{wanted.of}, which would replace it: "
        "give each part an --out of its own"
    )


def listed_otherwise(requests: Iterable[Request], out: Path | None) -> int:
    """Of how many the list says something else than it did to the run in `out`: they are judged again."""
    mark = _mark(out) if out else None
    before = mark.listed if mark else {}
    return sum(each.id in before and before[each.id] != listed_digest(each) for each in requests)


def _mark(out: Path) -> RunMark | None:
    try:
        return read_mark(out)
    except UnusableError:
        return None
