"""Paths of installed programs, which name no author: "C:\\Program Files\\VideoLAN\\VLC\\vlc.exe"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from faimi_check.rules.tables import any_of

# Blanks stand in folders, and in a program with its extension: "QuickTime Player.app by" ends there.
_FOLDERS = r"(?:[/\\]{1,2}[\w.@+()-][\w.@+() -]{0,60}(?=[/\\])){0,14}"
_PROGRAM = r"[\w.@+() -]{0,60}?\.(?:exe|app|dll|ax|acm|com|bat|lnk|component|bundle)\b"
_PLAIN = r"(?:[/\\]{1,2}[\w.@+-]{1,60}){0,14}"
_FIRST, _MOST = 0xE000, 500


class Shortened(NamedTuple):
    """A text with one sign for each such path, so that no sentence is read into them, and the paths by their signs."""

    text: str
    paths: dict[str, str]

    def restored(self, part: str) -> str:
        """A part of the text as it was written."""
        for sign, path in self.paths.items():
            part = part.replace(sign, path)
        return part


def without_installed(text: str) -> Shortened:
    """The text without the paths of installed programs."""
    paths: dict[str, str] = {}

    def sign(found: re.Match[str]) -> str:
        paths[chr(_FIRST + len(paths))] = found[0]
        return chr(_FIRST + len(paths) - 1)

    return Shortened(_paths().sub(sign, text, count=_MOST), paths)


@cache
def _paths() -> re.Pattern[str]:
    spaced, plain = any_of("paths", "installed_spaced"), any_of("paths", "installed")
    last = rf"(?:[/\\]{{1,2}}(?:{_PROGRAM}|[\w.@+()-]{{0,60}}))?"
    return re.compile(rf"(?<![\w/\\:.])(?:{spaced}{_FOLDERS}{last}|{plain}{_PLAIN})", re.I)
