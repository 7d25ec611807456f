"""Where a run may write: over nothing that it reads, and not among the submissions."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePath

from faimi_check.interface.errors import UnusableError
from faimi_check.interface.overwriting import Input
from faimi_check.interface.shards import MARK
from faimi_check.reading.there import is_folder, is_there
from faimi_check.report.run_folder import DECISIONS, FINDINGS, MAILS, MERGE, OVERVIEW, PAGES, TABLE, UPLOADS
from faimi_check.screening.ledger import BEFORE, JOURNAL, REPORT
from faimi_check.screening.request import shown_name

_FILES = frozenset({OVERVIEW, TABLE, FINDINGS, DECISIONS, MERGE, REPORT, JOURNAL, BEFORE, MARK})
_FOLDERS = {PAGES: (".html",), MAILS: (".txt", ".eml"), UPLOADS: (".csv", ".txt")}
_UPLOADED = (".pdf", ".zip")


def refuse_run_over(out: Path | None, inputs: Iterable[Input], folders: Iterable[Path] = ()) -> None:
    """Raises UnusableError where a run into `out` would write over one of the inputs.

    Nor may the reports lie among the submissions below `folders`, where the next run would take them for uploads, or
    this one would leave out what lies in `out`.
    """
    if out is None:
        return
    home = _real(out)
    for kind, source in inputs:
        if _is_written(home, _real(source)):
            why = "give it another name, or --out another folder"
            raise UnusableError(f"the report would overwrite the {kind} {shown_name(source)}: {why}")
    for folder in filter(is_folder, folders):
        place = _real(folder)
        if place in (home, *(home / name for name in _FOLDERS)):
            why = "give --out a folder of its own"
            raise UnusableError(f"the reports would lie among the submissions in {shown_name(folder)}: {why}")
        if home.is_relative_to(place) and _holds_uploads(out):
            raise UnusableError(
                f"--out {shown_name(out)} holds uploads, which would not be judged: give it a folder of its own"
            )


def refuse_merge_over(out: Path, parts: Iterable[Path]) -> None:
    """Raises UnusableError where one of the folders that are merged would be written into."""
    home = _real(out)
    written = {home, *(home / name for name in _FOLDERS)}
    for part in parts:
        place = _real(part)
        if written.intersection((place, *(place / name for name in _FOLDERS))):
            raise UnusableError(f"{part}: the parts cannot be merged into one of themselves: give another --out")


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _is_written(home: Path, place: Path) -> bool:
    """Whether a run into the folder writes this file, whatever its submissions are called."""
    if not place.is_relative_to(home):
        return False
    *folders, name = (part.casefold() for part in place.relative_to(home).parts or ("",))
    if not folders:
        return name in _FILES
    return len(folders) == 1 and PurePath(name).suffix in _FOLDERS.get(folders[0], ())


def _holds_uploads(out: Path) -> bool:
    """Whether there are papers or zips in a folder into which no run has written yet."""
    if not is_folder(out) or any(is_there(out / name) for name in (MARK, REPORT, JOURNAL, BEFORE)):
        return False
    return any(name.lower().endswith(_UPLOADED) for _, _, names in os.walk(out) for name in names)
