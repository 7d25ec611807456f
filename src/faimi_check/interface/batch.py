"""Which submissions to judge: found below paths or named by a manifest, with their authors, titles and waivers."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import msgspec
from msgspec.structs import replace

from faimi_check.interface.errors import UnusableError
from faimi_check.interface.overwriting import settings_read
from faimi_check.interface.run_output import Run
from faimi_check.interface.run_places import refuse_run_over
from faimi_check.interface.settings import Settings
from faimi_check.interface.shards import WHOLE, shard_of
from faimi_check.model.submission import KnownAuthor
from faimi_check.reading.there import is_file, is_folder
from faimi_check.report.dossier import Dossier
from faimi_check.screening.collecting.pairing import Found
from faimi_check.screening.lists.waivers import Waivers
from faimi_check.screening.request import Request, shown_name


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """The submissions, what could not be told about them, and what a chair has cleared.

    `authors` are those whom the list gives to each, by id; what is looked for may be more. `withdrawn` have files, but
    the list says that they are gone: they are none of the submissions.
    """

    requests: tuple[Request, ...]
    notes: tuple[str, ...]
    waivers: Waivers
    authors: Mapping[str, tuple[KnownAuthor, ...]] = msgspec.field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()

    def dossier(self) -> Dossier:
        """Who wrote each, and what the system calls it."""
        return Dossier(
            authors=self.authors,
            numbers={request.id: request.number or request.id for request in self.requests},
        )


def run_of(
    batch: Batch,
    settings: Settings,
    *,
    dossier: Dossier,
    out: Path | None,
    resume: bool,
    jobs: int,
    pictures: bool,
    shard: str | None,
    assumed: bool = False,
) -> Run:
    """How a batch is to be judged, and where its reports go; `assumed` says that nobody named the call.

    Raises UnusableError for settings that cannot be used.
    """
    return Run(
        profile=settings.profile(),
        selection=settings.selection(),
        limits=settings.worker_limits(),
        online=settings.online,
        requests=settings.with_pictures(batch.requests),
        known=(*(request.id for request in batch.requests), *batch.withdrawn),
        notes=batch.notes,
        waivers=batch.waivers,
        dossier=dossier,
        out=out,
        resume=resume,
        jobs=jobs,
        pictures=pictures,
        shard=shard_of(shard) if shard else WHOLE,
        assumed=assumed,
    )


def gather(
    paths: Sequence[Path],
    *,
    manifest: Path | None = None,
    authors: Sequence[Path] = (),
    waivers: Sequence[Path] = (),
    out: Path | None = None,
    stack: ExitStack,
) -> Batch:
    """All submissions below the paths. What zips hold is unpacked into folders that `stack` removes.

    Raises UnusableError where there is nothing to judge, for a list that cannot be read, and where a run into `out`
    would write over a list or among the submissions.
    """
    _refuse_own_inputs(paths, out, manifest=manifest, authors=authors, waivers=waivers)
    found = _found(paths, manifest, out, stack)
    cleared, told = _waivers(waivers).fitted_to([request.id for request in found.requests])
    found = replace(found, notes=(*told, *found.notes))
    requests = [replace(request, waived=cleared.of(request.id)) for request in found.requests]
    if not authors:
        return Batch(requests=tuple(requests), notes=found.notes, waivers=cleared)
    from faimi_check.screening.lists.authors import AuthorListError, read_authors
    from faimi_check.screening.lists.told import told_of, without_withdrawn

    try:
        listed = read_authors(*authors)
    except AuthorListError as error:
        where = f"{shown_name(authors[0])}: " if len(authors) == 1 else ""
        raise UnusableError(f"{where}{error}") from error
    requests, withdrawn = without_withdrawn(listed, requests)
    if not requests:
        raise UnusableError(f"nothing to judge: {''.join(withdrawn)}")
    numbers = {request.id: request.number or request.id for request in requests}
    requests = [
        replace(request, authors=listed.of(numbers[request.id]), title=listed.title(numbers[request.id]))
        for request in requests
    ]
    return Batch(
        requests=tuple(requests),
        notes=(*told_of(listed, requests, "row of the manifest" if manifest else "file"), *withdrawn, *found.notes),
        waivers=cleared,
        withdrawn=tuple(each.id for each in found.requests if each.id not in numbers),
        authors={each.id: listed.own(numbers[each.id]) for each in requests},
    )


def _refuse_own_inputs(
    paths: Sequence[Path],
    out: Path | None,
    *,
    manifest: Path | None,
    authors: Sequence[Path],
    waivers: Sequence[Path],
) -> None:
    manifests = [("manifest", manifest)] if manifest else []
    files = [("upload", path) for path in paths if not is_folder(path)]
    lists = [*settings_read(authors=authors), *(("list of waivers", path) for path in waivers)]
    refuse_run_over(out, [*manifests, *files, *lists], paths)


def _found(paths: Sequence[Path], manifest: Path | None, out: Path | None, stack: ExitStack) -> Found:
    from faimi_check.screening.collecting.discover import discover
    from faimi_check.screening.collecting.manifest import read_manifest
    from faimi_check.screening.lists.tables import TableError

    for path in paths:
        if not os.path.lexists(path):
            raise UnusableError(f"{shown_name(path)}: no such file or folder")
    unpacked, notes = _unpacked(paths, stack)
    if manifest is not None:
        if len(unpacked) > 1:
            raise UnusableError("with --manifest, give at most one PATH: the folder that its paths are relative to")
        try:
            base, called = (unpacked[0], paths[0]) if unpacked else (manifest.parent, manifest.parent)
            found = read_manifest(manifest, base, out, called)
        except TableError as error:
            raise UnusableError(str(error)) from error
    elif unpacked:
        found = discover(unpacked, out)
    else:
        raise UnusableError("which submissions? Try: faimi-check screen FOLDER --out REPORTS")
    if not found.requests:
        raise UnusableError(f"no paper and no supplement found in {', '.join(map(shown_name, paths))}")
    return replace(found, notes=(*notes, *found.notes))


def _unpacked(paths: Sequence[Path], stack: ExitStack) -> tuple[tuple[Path, ...], list[str]]:
    """The paths, zips that hold submissions unpacked into a private folder."""
    from faimi_check.screening.collecting.unpacking import ArchiveError, holds_submissions, unpack
    from faimi_check.writing.private_folder import private_folder

    notes: list[str] = []
    found: list[Path] = []
    stems = {path.stem.casefold() for path in paths if path.suffix.lower() == ".pdf"}
    for path in paths:
        try:
            if path.suffix.lower() != ".zip" or path.stem.casefold() in stems or not is_file(path):
                found.append(path)
            elif holds_submissions(path):
                folder = stack.enter_context(private_folder()) / "submissions"
                folder.mkdir()
                notes += [f"{shown_name(path)}: {note}" for note in unpack(path, folder).notes]
                found.append(folder)
            else:
                found.append(path)
        except ArchiveError as error:
            raise UnusableError(f"{shown_name(path)}: {error}") from error
    return tuple(found), notes


def _waivers(paths: Sequence[Path]) -> Waivers:
    from faimi_check.screening.lists.tables import TableError
    from faimi_check.screening.lists.waivers import read_waivers

    try:
        return read_waivers(*paths)
    except TableError as error:
        raise UnusableError(str(error)) from error
