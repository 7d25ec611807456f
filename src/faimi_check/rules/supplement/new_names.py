"""What videos are to be called whose own names cannot stay.

The rules that tell such names, all that propose a README or a command, and the program that packs videos agree on it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from msgspec.structs import replace

from faimi_check.model.submission import Submission
from faimi_check.model.supplement import EntryFault, Supplement
from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.scope.scope import video_entries
from faimi_check.rules.supplement.readme.scope.series import base

_TELLS, _UNSAFE = "SUP008", "SUP006"
_UNFIT = frozenset(
    {
        EntryFault.ABSOLUTE,
        EntryFault.DEVICE_NAME,
        EntryFault.BAD_NAME,
        EntryFault.CONTROL_CHARACTERS,
        EntryFault.NOT_PORTABLE,
    }
)
_MOST = 300
# From a number that is taken to the next that is tried.
_APART = 100
_LONGEST = 80
_UNSAFE_SIGNS = late(r"[<>:\"/\\|?*]+")
_RESERVED = late(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)", re.IGNORECASE)


def with_new_names(submission: Submission, rules: Collection[str]) -> Submission:
    """The submission with what its videos are to be called after these rules have told their names."""
    supplements = tuple(_with_new_names(one, submission, rules) for one in submission.supplements)
    return replace(submission, supplements=supplements) if supplements != submission.supplements else submission


def _with_new_names(supplement: Supplement, submission: Submission, rules: Collection[str]) -> Supplement:
    videos = [entry.name for entry in video_entries(supplement)][:_MOST]
    telling = frozenset(_telling(videos, submission)) if _TELLS in rules else frozenset[str]()
    unfit = frozenset(_unfit(videos, supplement)) if _UNSAFE in rules else frozenset[str]()
    if not telling and not unfit:
        return supplement
    taken = {PurePosixPath(base(entry.name)).stem.casefold() for entry in supplement.entries}
    renamed = tuple(
        (video, _new_name(base(video), number, taken, tells=video in telling))
        for number, video in enumerate(_as_packed(videos, supplement), start=1)
        if video in telling or video in unfit
    )
    return replace(supplement, renamed=renamed)


def _unfit(videos: list[str], supplement: Supplement) -> Iterator[str]:
    """The videos whose own names not every system takes, or takes for that of another."""
    kinds = {(fault.member, fault.kind) for fault in supplement.faults}
    for video in videos:
        stem = PurePosixPath(base(video)).stem
        twin = (video, EntryFault.DUPLICATE) in kinds and videos.count(video) == 1
        if twin or (safe_stem(stem) != stem and any((video, kind) in kinds for kind in _UNFIT)):
            yield video


def _as_packed(videos: list[str], supplement: Supplement) -> list[str]:
    """The videos in the order in which they are packed: those that are read, then the others."""
    return list(dict.fromkeys((*(video.member for video in supplement.videos), *videos)))


def _telling(videos: list[str], submission: Submission) -> Iterator[str]:
    """The videos whose own names, whatever folder they lie in, tell who the authors are."""
    if not videos:
        return
    # Loaded only where there is a video.
    from faimi_check.rules.supplement.telling_paths import telling_paths

    told = telling_paths(list(dict.fromkeys(map(base, videos))), submission)
    names = {name for one in told for name in one.paths}
    yield from (video for video in videos if base(video) in names)


def _new_name(name: str, number: int, taken: Collection[str], *, tells: bool) -> str:
    path = PurePosixPath(name)
    stem = "" if tells else safe_stem(path.stem)
    while not stem or stem.casefold() in taken:
        stem, number = numbered_stem(number), number + _APART
    return stem + path.suffix


def numbered_stem(number: int) -> str:
    """What the video of this number among those that are packed is called, without extension, if it has no name."""
    return f"video-{number}"


def safe_stem(stem: str) -> str:
    """A name, without extension, less what a system takes for something else than a letter, or no reader sees."""
    shown = "".join(_shown(char) for char in unicodedata.normalize("NFC", stem))
    safe = _UNSAFE_SIGNS.sub("-", shown).strip("-. ")[:_LONGEST].strip("-. ")
    return f"video-{safe}" if _RESERVED.match(safe) else safe


def _shown(char: str) -> str:
    """Letters, digits and signs of any script as they are, blanks of any width as one."""
    category = unicodedata.category(char)
    return "-" if category[0] == "C" else " " if category[0] == "Z" else char
