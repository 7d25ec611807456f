"""A folder of the user's own for what workers take out of a submission: gone when it has been used.

A run that is ended by kill -9 or by a power cut cannot tidy up, and would leave parts of somebody's paper behind. So
each folder holds a file that is locked while its run lives, and a run that begins removes those whose lock is free.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from itertools import islice
from pathlib import Path
from typing import IO

PREFIX = "faimi-check-"
# For a folder in one that people look into.
HIDDEN = f".{PREFIX}"
_LOCK = "in-use"
_DRAFT = f"{_LOCK}.draft"
_MAX_ENTRIES = 20_000
_TRIES = 20
_PAUSE_SECONDS = 0.05

if sys.platform == "win32":  # pragma: no cover - there no file can be removed while it is open

    def _mark(folder: Path) -> IO[bytes]:
        return (folder / _LOCK).open("wb")

    def _remove_if_abandoned(folder: Path) -> None:
        with suppress(OSError):
            (folder / _LOCK).unlink()
            shutil.rmtree(folder, ignore_errors=True)

else:
    import fcntl

    def _mark(folder: Path) -> IO[bytes]:
        """The locked file. Where the system has no locks it bears another name, and nobody takes the folder.

        Raises FileNotFoundError where somebody took it for abandoned before it was locked.
        """
        draft = folder / _DRAFT
        file = draft.open("wb")
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
        except OSError:
            return file
        try:
            # Named only now: there is no moment in which it has its name and is free.
            draft.rename(folder / _LOCK)
        except OSError:
            file.close()
            raise
        return file

    def _remove_if_abandoned(folder: Path) -> None:
        with suppress(OSError):
            status = folder.lstat()
            # Anybody may put a folder or a link of such a name into the system's folder for temporary files.
            if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
                return
            # A run that was killed right at its beginning left a draft. One that left nothing may as well be no run's.
            for name in (_LOCK, _DRAFT):
                with suppress(FileNotFoundError), (folder / name).open("rb") as file:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    shutil.rmtree(folder, ignore_errors=True)
                    return


@contextmanager
def private_folder(place: Path | None = None, prefix: str = PREFIX) -> Iterator[Path]:
    """An empty folder that only this user can read, in the usual place or in the given one; gone at the end.

    Raises OSError where there is no place for it.
    """
    place = place or Path(tempfile.gettempdir())
    _remove_abandoned(str(place), prefix)
    folder, mark = _marked(place, prefix)
    try:
        with mark:
            yield folder
    finally:
        _remove(folder)


def _marked(place: Path, prefix: str) -> tuple[Path, IO[bytes]]:
    """A new folder, and the file in it that says that it is in use."""
    for _ in range(_TRIES):
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=place))
        with suppress(FileNotFoundError):
            return folder, _mark(folder)
    raise OSError(f"each new folder in {place} is taken away at once")


def _remove(folder: Path) -> None:
    """A worker that is being ended may write one more file while its folder is being emptied."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(_PAUSE_SECONDS)


@cache
def _remove_abandoned(place: str, prefix: str) -> None:
    """Looks for them once in each process."""
    with suppress(OSError), os.scandir(place) as entries:
        for entry in islice(entries, _MAX_ENTRIES):
            if entry.name.startswith(prefix):
                _remove_if_abandoned(Path(entry.path))
