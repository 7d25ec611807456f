"""What videos are to be called whose own names cannot stay.

The rules that tell such names, and all that propose a README or a command, take them from here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from msgspec.structs import replace

from faimi_check.model.finding import Confidence
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import EntryFault, Supplement
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


def with_new_names(submission: Submission, rules: Collection[str]) -> Submission:
    """The submission with what its videos are to be called after these rules have told their names.

    A name that only may tell somebody's is left to its authors.
    """
    supplements = tuple(_with_new_names(one, submission, rules) for one in submission.supplements)
    return replace(submission, supplements=supplements) if supplements != submission.supplements else submission


def _with_new_names(supplement: Supplement, submission: Submission, rules: Collection[str]) -> Supplement:
    videos = [entry.name for entry in video_entries(supplement)][:_MOST]
    telling = frozenset(_telling(videos, submission)) if _TELLS in rules else frozenset[str]()
    unfit = {fault.member for fault in supplement.faults if fault.kind in _UNFIT} if _UNSAFE in rules else set()
    if not telling and unfit.isdisjoint(videos):
        return supplement
    taken = {_stem(base(entry.name)) for entry in supplement.entries}
    renamed: dict[str, str] = {}
    for video in videos:
        if video in telling or video in unfit:
            plain = "" if video in telling else _plain(base(video))
            renamed[video] = new = plain or _numbered(base(video), taken)
            taken.add(_stem(new))
    return replace(supplement, renamed=tuple(renamed.items()))


def _telling(videos: list[str], submission: Submission) -> Iterator[str]:
    """The videos whose own names, whatever folder they lie in, tell who the authors are."""
    if not videos:
        return
    # Loaded only where there is a video.
    from faimi_check.rules.supplement.telling_paths import telling_paths

    told = telling_paths(list(dict.fromkeys(map(base, videos))), submission)
    names = {name for one in told if one.confidence is not Confidence.POSSIBLE for name in one.paths}
    yield from (video for video in videos if base(video) in names)


def _plain(name: str) -> str:
    """The name in letters, digits, dashes and dots; "" where they are not what is wrong with it, or all of it."""
    path = PurePosixPath(name)
    stem = re.sub(r"[^\w.-]+", "-", path.stem).strip("-.")
    plain = stem + re.sub(r"[^\w.]+", "", path.suffix)
    return plain if stem and plain != name else ""


def _numbered(name: str, taken: Collection[str]) -> str:
    """A number that no other video has: two that differ in their extensions only would be taken for one."""
    stem = next(new for number in range(1, len(taken) + 2) if (new := f"video{number}") not in taken)
    return stem + PurePosixPath(name).suffix


def _stem(name: str) -> str:
    return PurePosixPath(name).stem.casefold()
