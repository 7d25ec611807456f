"""Videos of one name in several folders: which of them a line means."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.supplement.readme.scope.series import base, spelt

_SHORT = 3


def by_folders(videos: set[str], line: str) -> set[str]:
    """Without the videos whose like in another folder the line means: "left/scan.mp4", "scan.mp4 (folder left)".

    A line that says no folder which tells them apart means them all.
    """
    alike: dict[str, list[str]] = {}
    for video in videos:
        alike.setdefault(base(video).casefold(), []).append(video)
    return {video for group in alike.values() for video in (_meant(group, line) if len(group) > 1 else group)}


def _meant(group: list[str], line: str) -> list[str]:
    """Those of which all folders that tell them apart are said; else those of which any is, else all.

    All, too, where the name stands there once with a folder and once without: "scan.mp4 and left/scan.mp4".
    """
    before = [match["folder"] for match in _named(base(group[0])).finditer(line)]
    if len(before) > 1 and not all(before):
        return group
    folders = {video: set(re.split(r"[/\\]", video)[:-1]) for video in group}
    common = set.intersection(*folders.values())
    said: dict[str, list[bool]] = {
        video: [_folder(part).search(line) is not None for part in parts - common] for video, parts in folders.items()
    }
    whole = [video for video in group if (all(said[video]) if said[video] else _path(video).search(line))]
    return whole or [video for video in group if any(said[video])] or group


@cache
def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<folder>[/\\])|(?<![\w.-])){re.escape(name)}(?![a-z0-9])", re.I)


@cache
def _path(video: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/\\.-]){re.escape(video)}(?![a-z0-9])", re.I)


@cache
def _folder(part: str) -> re.Pattern[str]:
    """A folder's name; a short one, which may be a word or a number, before a stroke alone."""
    stroke = r"\s?[/\\]" if len(part) < _SHORT else ""
    return re.compile(rf"(?<![a-z0-9]){spelt(part)}(?![a-z0-9]){stroke}", re.I)
