"""One report from many: what several runs left in their folders, put together in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

import msgspec

from faimi_check.interface.errors import UnusableError
from faimi_check.interface.run_places import refuse_merge_over
from faimi_check.interface.shards import WHOLE, RunMark, overview_of, read_mark, write_mark
from faimi_check.model.text.counted import first_of, plural
from faimi_check.reading.there import is_folder
from faimi_check.report.file_names import file_names
from faimi_check.report.run_folder import RunFolder, page_in
from faimi_check.report.tally import Tally
from faimi_check.screening.ledger import REPORT, Ledger, LedgerError, read_reports
from faimi_check.writing.whole import write_whole_bytes

_SHOWN = 20


class Part(msgspec.Struct, frozen=True):
    """A folder that a run has left, what it says of itself, and the submissions in its report."""

    folder: Path
    mark: RunMark
    ids: tuple[str, ...]

    def pages(self) -> dict[str, Path]:
        """Where the page of each submission lies; a part is only read."""
        names = file_names((*self.mark.ids, *self.ids))
        return {id: page_in(self.folder, names[id]) for id in self.ids}


class Merged(msgspec.Struct, frozen=True):
    """What was put together: the counts, what there is to say, and whether it is all: no shard, no submission left."""

    tally: Tally
    notes: tuple[str, ...]
    whole: bool


def merge(folders: Sequence[Path], out: Path) -> Merged:
    """Puts the reports, pages and mails of the folders together in `out`, as one run would have left them.

    What is missing, a shard or what a stopped run has left, is told in the notes. Raises UnusableError where the
    folders do not belong together: other calls, other versions, one submission in two of them.
    """
    refuse_merge_over(out, folders)
    parts = sorted((_part(folder) for folder in folders), key=lambda part: part.mark.shard.number)
    _refuse_strangers(parts)
    missing = tuple(_missing(parts))
    told = {one for part in parts for one in part.mark.told}
    said = (note for part in parts for note in part.mark.notes if note not in told)
    notes = tuple(dict.fromkeys((*missing, *said)))
    left = sum(part.mark.left for part in parts)
    try:
        tally, told_now = _written(parts, out, notes, left)
    except LedgerError as error:
        raise UnusableError(str(error)) from error
    except OSError as error:
        raise UnusableError(f"{error.filename or out}: {error.strerror}") from error
    return Merged(tally, (*notes, *told_now), whole=not missing)


def _part(folder: Path) -> Part:
    if not is_folder(folder):
        raise UnusableError(f"{folder}: no such folder")
    mark = read_mark(folder)
    try:
        ids = tuple(report.id for report in read_reports(folder / REPORT))
    except OSError as error:
        raise UnusableError(f"{folder / REPORT}: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnusableError(f"{folder / REPORT}: cannot be read: {error}") from error
    return Part(folder, mark, ids)


def _refuse_strangers(parts: Sequence[Part]) -> None:
    first = parts[0]
    seen: dict[str, Path] = {}
    for part in parts:
        for what in ("tool", "venue", "rules"):
            if getattr(part.mark, what) != getattr(first.mark, what):
                kind = "version of faimi-check" if what == "tool" else "call"
                raise UnusableError(f"{part.folder} and {first.folder} were judged by another {kind}")
        if part.mark.shard.of != first.mark.shard.of:
            raise UnusableError(f"{part.folder} and {first.folder} are not parts of one whole")
        for id in part.ids:
            if id in seen:
                raise UnusableError(f'submission "{id}" stands in both {seen[id]} and {part.folder}')
            seen[id] = part.folder


def _missing(parts: Sequence[Part]) -> Iterator[str]:
    whole = parts[0].mark.shard.of
    there = {part.mark.shard.number for part in parts}
    missing = [f"{number}/{whole}" for number in range(1, whole + 1) if number not in there]
    if missing:
        yield f"not merged, because they were not given: shard {first_of(missing, _SHOWN)}"
    for part in parts:
        if part.mark.left:
            yield f"{part.folder}: {plural(part.mark.left, 'submission')} not judged, because that run was stopped"


def _written(parts: Sequence[Part], out: Path, notes: tuple[str, ...], left: int) -> tuple[Tally, tuple[str, ...]]:
    """Writes the whole; gives the counts, and what is to be said of texts and uploads."""
    mark = parts[0].mark
    dossier = mark.dossier.together(part.mark.dossier for part in parts[1:])
    target = RunFolder(out, _order(parts), dossier)
    ledger = Ledger(out, keep_earlier=False)
    _fill(parts, target, ledger)
    tally = Tally()
    for report in read_reports(out / REPORT):
        tally.add(report)
    since = dossier.before is not None
    overview = overview_of(mark.tool, mark.venue, tally, notes, left=left, since=since, assumed=mark.assumed)
    told = target.finish(overview, lambda: read_reports(out / REPORT), mark.rules)
    target.remove_leftovers(ledger.earlier_ids)
    whole = {
        "shard": WHOLE,
        "ids": target.ids,
        "listed": {id: listed for part in parts for id, listed in part.mark.listed.items()},
        "notes": (*notes, *told),
        "left": left,
        "told": told,
        "dossier": dossier,
    }
    write_mark(out, msgspec.structs.replace(mark, **whole))
    return tally, told


def _fill(parts: Sequence[Part], target: RunFolder, ledger: Ledger) -> None:
    """Takes over the reports and the pages of the parts."""
    keys: dict[str, str] = {}
    try:
        for part in parts:
            pages = part.pages()
            for row in read_reports(part.folder / REPORT):
                keys[row.id] = row.key
                ledger.add(row, row.key)
                write_whole_bytes(target.page(row.id), pages[row.id].read_bytes())
                target.refresh(row)
        for id in target.ids:
            ledger.publish(id, keys[id])
    finally:
        ledger.close(complete=True)


def _order(parts: Sequence[Part]) -> list[str]:
    """The submissions in their order before they were dealt out to the parts; what a part has left is left out."""
    judged = {id for part in parts for id in part.ids}
    rounds = zip_longest(*(dict.fromkeys((*part.mark.ids, *part.ids)) for part in parts))
    return list(dict.fromkeys(id for ids in rounds for id in ids if id in judged))
