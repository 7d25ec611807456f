"""The files below the folders that were named. Nothing is opened here."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from faimi_check.screening.request import shown_name

_LEFTOVER_FILES = re.compile(r"\._.*|\.ds_store|\.directory|thumbs\.db|desktop\.ini", re.IGNORECASE)
_LEFTOVER_FOLDERS = re.compile(r"\.[^.].*|__macosx", re.IGNORECASE)


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


def walk(root: Path, leave_out: Path | None, notes: list[str]) -> Iterator[Place]:
    """Each upload under the root. Links that lead out of the root are not followed."""
    root = root.absolute()
    if not root.is_dir():
        yield Place(root, str(root.parent), (shown_name(Path(root.parent.name)), shown_name(Path(root.name))))
        return
    home = root.resolve()
    for folder, names, files in os.walk(root):
        here = Path(folder)
        names[:] = sorted(name for name in names if not _LEFTOVER_FOLDERS.fullmatch(name) and here / name != leave_out)
        for name in sorted(files):
            path = here / name
            if _LEFTOVER_FILES.fullmatch(name):
                continue
            relative = path.relative_to(root)
            if _leads_out(path, home):
                notes.append(f"{shown_name(relative)}: a link that leads out of the folder; not followed")
                continue
            # Backslashes survive where a zip made on Windows is unpacked elsewhere.
            pieces = str(relative).replace("\\", "/").split("/")
            parts = [shown_name(Path(piece)) for piece in pieces if piece not in ("", ".", "..")]
            yield Place(path, str(root), (shown_name(Path(home.name)), *(parts or ["?"])))


def _leads_out(path: Path, home: Path) -> bool:
    try:
        if not stat.S_ISLNK(path.lstat().st_mode):
            return False
        try:
            target = path.resolve(strict=True)
        except FileNotFoundError:
            target = path.resolve()
        return not target.is_relative_to(home)
    except (OSError, RuntimeError):
        return True
