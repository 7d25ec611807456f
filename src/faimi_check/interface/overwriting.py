"""No file that is read is written over, however its path is spelt and through whatever links it leads."""

from __future__ import annotations

import os
import stat
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from faimi_check.interface.errors import UnusableError
from faimi_check.reading.there import is_there
from faimi_check.screening.request import Request, shown_name

# Where a.html and A.html are usually one file.
_WITHOUT_CASE = ("win32", "cygwin", "darwin")

# What is read, in words, and where it lies.
Input = tuple[str, Path]


def inputs_of(request: Request) -> list[Input]:
    """The paper and the files of the supplement."""
    supplements = [("supplement", one.path) for one in request.supplements]
    return [("paper", request.paper), *supplements] if request.paper else [*supplements]


def settings_read(
    *, authors: Iterable[Path] = (), config: Path | None = None, venue: str | Path | None = None
) -> list[Input]:
    """What else is read: lists of authors, the configuration file, a profile of one's own."""
    read = [("list of authors", path) for path in authors]
    if config is not None:
        read.append(("configuration file", config))
    if venue is not None and str(venue).lower().endswith(".toml"):
        read.append(("profile", Path(venue)))
    return read


def refuse_overwriting(written: Iterable[Path], inputs: Iterable[Input], what: str = "report") -> None:
    """Raises UnusableError where one of the files to be written is one of the inputs, or two of them are one file."""
    read = {key: one for one in inputs if (key := _identity(one[1]))}
    seen: dict[object, Path] = {}
    for path in written:
        key = _identity(path)
        if key in read:
            kind, source = read[key]
            raise UnusableError(f"the {what} would overwrite the {kind} {shown_name(source)}: write it to another file")
        place = key or (None if is_there(path) else _name_of(path))
        if place is not None and place in seen:
            raise UnusableError(f"two {what}s would be written to {shown_name(path)}")
        seen[place] = path


def _identity(path: Path) -> tuple[int, int] | None:
    """What makes two paths one file, None where there is no regular one: a terminal takes many reports."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _name_of(path: Path) -> str:
    """What a file that is not there yet will be found by: the same for two names that lead to one file."""
    real = os.path.realpath(path)
    return unicodedata.normalize("NFC", real).casefold() if _takes_any_case(Path(real).parent) else real


def _takes_any_case(folder: Path) -> bool:
    """Whether names in a folder may be spelt in capitals or not: by the system, or because its own name may."""
    if sys.platform in _WITHOUT_CASE:
        return True
    other = folder.parent / folder.name.swapcase()
    return other != folder and is_there(other) and is_there(folder) and other.samefile(folder)
