"""Where a README stands among the videos: the folder for which it holds, and the videos whose name it bears."""

from __future__ import annotations

import re
from functools import lru_cache

from faimi_check.rules.supplement.readme.scope.series import VIDEO_NAME, base, natural, series_of, stem_of


def home_of(readme: str, videos: tuple[str, ...]) -> str:
    """The nearest folder round a README that holds videos: it may lie in one for READMEs alone."""
    folder = folder_of(readme)
    while folder and not lying_in(folder, videos):
        folder = folder_of(folder)
    return folder


@lru_cache(maxsize=4_096)
def folder_of(name: str) -> str:
    """The path of the folder in which an entry lies."""
    return "/".join(re.split(r"[/\\]", name)[:-1])


def lies_in(folder: str, name: str) -> bool:
    """Whether an entry lies in a folder or below it."""
    return not folder or f"{folder_of(name)}/".startswith(f"{folder}/")


def lying_in(folder: str, videos: tuple[str, ...]) -> list[str]:
    """Those of the videos that lie in a folder or below it."""
    if not folder:
        return list(videos)
    within = f"{folder}/"
    return [video for video, home in _homes(videos) if home.startswith(within)]


@lru_cache(maxsize=16)
def _homes(videos: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The videos with their folders."""
    return tuple((video, f"{folder_of(video)}/") for video in videos)


def paired_with(readme: str, home: str, videos: tuple[str, ...]) -> list[str]:
    """`video1_README.txt`, `README_video1.txt`, `README1.txt`, `video1.txt` stand for `video1.mp4`."""
    bare = re.sub(r"\.(?:txt|md|markdown|rst|text|asc)\Z", "", base(readme), flags=re.I)
    bare = VIDEO_NAME.sub("", re.sub(r"read[ _.-]?me", " ", bare, flags=re.I).strip(" _.-()"))
    if bare.isdigit():
        fitting = [member for series in series_of(videos) for member in series.members.get(int(bare), ())]
        found = fitting if len(fitting) == 1 else []
    else:
        found = _by_stem(videos).get(natural(bare), []) if natural(bare) else []
    return [video for video in found if not home or home == folder_of(video)]


@lru_cache(maxsize=16)
def _by_stem(videos: tuple[str, ...]) -> dict[str, list[str]]:
    """The videos by what they are called."""
    found: dict[str, list[str]] = {}
    for video in videos:
        found.setdefault(natural(stem_of(video)), []).append(video)
    return found
