"""Parts of a run: which submissions a part judges, and what it leaves behind for the parts to be put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from faimi_check.interface.errors import UnusableError
from faimi_check.model.report import Tool, Venue
from faimi_check.model.text.counted import plural
from faimi_check.report.browser.index import Overview
from faimi_check.report.dossier import Dossier
from faimi_check.report.tally import Tally
from faimi_check.venues.series import newer_call
from faimi_check.writing.whole import write_whole

MARK = "run.json"
_SHARD = re.compile(r"([1-9]\d{0,5})/([1-9]\d{0,5})")
Item = TypeVar("Item")


class Shard(msgspec.Struct, frozen=True):
    """Part `number`, from 1, of `of`."""

    number: int
    of: int

    def part(self, items: Sequence[Item]) -> tuple[Item, ...]:
        """Every `of`-th of the items: neighbours, which are often alike in cost, go to different parts."""
        return tuple(items[self.number - 1 :: self.of])


WHOLE = Shard(1, 1)


def shard_of(text: str) -> Shard:
    """`3/16` as part 3 of 16. Raises UnusableError for anything else."""
    found = _SHARD.fullmatch(str(text).strip())
    if found is None or int(found[1]) > int(found[2]):
        raise UnusableError(f'shard "{text}": expected NUMBER/OF, such as 3/16 for the third of sixteen parts')
    return Shard(int(found[1]), int(found[2]))


class RunMark(msgspec.Struct, frozen=True, kw_only=True):
    """What a run says of itself in `run.json`: by what it judged, which part it is, how many it left unjudged.

    `rules` are those of the venue, for the columns of the table; `pictures` has no part in it. `assumed` says that
    nobody named the venue. `ids` are all its submissions, also those left, since they have a part in what pages are
    called; `listed` is a digest of what the list said of each. `decided` and `waived` count what chairs had said, and
    the `dossier` holds it with what else `merge` has to know. Of the `notes`, `told` are about texts and uploads.
    """

    tool: Tool
    venue: Venue
    assumed: bool = False
    rules: tuple[str, ...]
    shard: Shard
    ids: tuple[str, ...] = ()
    listed: dict[str, str] = msgspec.field(default_factory=dict)
    notes: tuple[str, ...] = ()
    left: int = 0
    decided: int = 0
    waived: int = 0
    told: tuple[str, ...] = ()
    dossier: Dossier = msgspec.field(default_factory=Dossier)


def overview_of(
    tool: Tool, venue: Venue, tally: Tally, notes: tuple[str, ...], *, left: int, since: bool, assumed: bool
) -> Overview:
    """What stands above the rows of a run, or of several that are put together."""
    newer = newer_call(venue.id)
    return Overview(
        tool=tool, venue=venue, tally=tally, notes=notes, left=left, since=since, newer=newer, assumed=assumed
    )


_MARKS = msgspec.json.Decoder(RunMark)


def write_mark(folder: Path, mark: RunMark) -> None:
    """Leaves the mark, whole or not at all. Raises OSError where the folder cannot be written."""
    text = msgspec.json.format(msgspec.json.encode(mark), indent=1).decode()
    write_whole(folder / MARK, [text, "\n"], newline="")


def read_mark(folder: Path) -> RunMark:
    """The mark of a run. Raises UnusableError where there is none that can be read."""
    try:
        return _MARKS.decode((folder / MARK).read_bytes())
    except OSError:
        raise UnusableError(f"{folder}: no run has ended there ({MARK} is missing)") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnusableError(f"{folder / MARK}: cannot be read: {error}") from error


def forgotten(folder: Path, decisions: Sequence[Path], waivers: Sequence[Path]) -> tuple[str, ...]:
    """A sentence where the run before into this folder had decisions or waivers, and this one is given none."""
    try:
        before = read_mark(folder)
    except UnusableError:
        return ()
    lost = [
        (plural(count, noun), option)
        for count, noun, option, given in (
            (before.decided, "decision", "--decisions FILE", decisions),
            (before.waived, "waiver", "--waivers FILE", waivers),
        )
        if count and not given
    ]
    if not lost:
        return ()
    had, again = (" and ".join(words) for words in zip(*lost, strict=True))
    return (f"the run before had {had}, which this one was not given and does not know: give them again by {again}",)
