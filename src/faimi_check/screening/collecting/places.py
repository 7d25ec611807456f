"""The files below the folders that were named. Nothing is opened here."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from faimi_check.reading.there import is_folder
from faimi_check.screening.request import shown_name

_LEFTOVER_FILES = re.compile(r"\._.*|\.ds_store|\.directory|thumbs\.db|desktop\.ini", re.IGNORECASE)
_LEFTOVER_FOLDERS = re.compile(r"\.[^.].*|__macosx", re.IGNORECASE)
_MOST_NOTES = 50
_NOT_JUDGED = "what is in it is not judged there"
# IO_REPARSE_TAG_MOUNT_POINT
_JUNCTION = 0xA0000003


class Place(msgspec.Struct, frozen=True):
    """A file below one of the folders that were named: the folders on the way, the first one's own name in front."""

    path: Path
    root: str
    parts: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The path below the root."""
        return "/".join(self.parts[1:])

    @property
    def folder(self) -> tuple[str, ...]:
        """What tells the file's folder from all others."""
        return (self.root, *self.parts[1:-1])

    @property
    def below_root(self) -> bool:
        """Whether the file's folder is not the root itself."""
        return len(self.parts) > 2


class _PassedOver:
    """What is not looked into: a note for each of the first, and how many more there are."""

    def __init__(self, root: Path, notes: list[str]) -> None:
        self._root, self._notes, self._count = root, notes, 0

    def tell(self, path: Path, why: str) -> None:
        """One more."""
        self._count += 1
        if self._count <= _MOST_NOTES:
            shown = path.relative_to(self._root) if path != self._root else self._root
            self._notes.append(f"{shown_name(shown)}: {why}")

    def unreadable(self, error: OSError) -> None:
        """A folder that cannot be listed."""
        self.tell(Path(error.filename or self._root), f"the folder cannot be read ({error.strerror}); {_NOT_JUDGED}")

    def end(self) -> None:
        """Says how many were not named."""
        if self._count > _MOST_NOTES:
            more = self._count - _MOST_NOTES
            self._notes.append(f"{shown_name(self._root)}: {more} more links and folders were not followed or read")


def walk(root: Path, leave_out: Path | None, notes: list[str]) -> Iterator[Place]:
    """Each upload under the root. Links to folders, and those that lead out of the root, are not followed."""
    root = root.absolute()
    if not is_folder(root):
        yield Place(root, str(root.parent), (shown_name(Path(root.parent.name)), shown_name(Path(root.name))))
        return
    home = root.resolve()
    passed = _PassedOver(root, notes)
    for folder, names, files in os.walk(root, onerror=passed.unreadable):
        here = Path(folder)
        names[:] = sorted(name for name in names if not _LEFTOVER_FOLDERS.fullmatch(name) and here / name != leave_out)
        for linked in [name for name in names if _is_link(here / name)]:
            # What it leads to in this folder is found where it lies; followed, it would be there twice, or lead round.
            passed.tell(here / linked, f"a link to a folder; not followed, {_NOT_JUDGED}")
            names.remove(linked)
        for name in sorted(files):
            path = here / name
            if _LEFTOVER_FILES.fullmatch(name):
                continue
            if why := _why_not(path, home):
                passed.tell(path, why)
                continue
            # Backslashes survive where a zip made on Windows is unpacked elsewhere.
            pieces = str(path.relative_to(root)).replace("\\", "/").split("/")
            parts = [shown_name(Path(piece)) for piece in pieces if piece not in ("", ".", "..")]
            yield Place(path, str(root), (shown_name(Path(home.name)), *(parts or ["?"])))
    passed.end()


def _is_link(folder: Path) -> bool:
    """Also a junction of Windows, which every Python before 3.12 would follow."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION


def _why_not(path: Path, home: Path) -> str:
    """Why a file is passed over; nothing where it is not."""
    try:
        if not stat.S_ISLNK(path.lstat().st_mode):
            return ""
    except OSError as error:
        return f"cannot be read ({error.strerror}); not judged"
    try:
        try:
            target = path.resolve(strict=True)
        except FileNotFoundError:
            target = path.resolve()
        leads_out = not target.is_relative_to(home)
    except (OSError, RuntimeError):
        leads_out = True
    return "a link that leads out of the folder; not followed" if leads_out else ""
