"""The videos that a paper speaks of, by file name and by number, set against those of its supplement."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.supplement.cited.citations import Cited, file_in, files, in_general, numbered
from faimi_check.rules.supplement.readme.scope.mentions import ends_as, ends_as_whole, possible
from faimi_check.rules.supplement.readme.scope.numbers import by_number
from faimi_check.rules.supplement.readme.scope.series import stem_of

# "Video_3.mp4", "movie-S2/left.avi": what the videos are called by. "clip_720p" has another number.
_CALLED = late(
    r"(?<![a-z])(?:videos?|clips?|vids?|movies?|films?|animations?)[\s_.#-]{0,2}s?[\s_.#-]?0{0,3}(\d{1,3})(?![a-z\d])",
    re.I,
)
_ONLY_NUMBER = late(r"[a-z]?0{0,3}\d{1,3}", re.I)


class Comparison(NamedTuple):
    """`lacking` are cited and not there, `unknown` there and not found to be cited; `unnumbered` are numbers that the
    paper cites where no video's name holds one; `renamed` are cited by a name that is not quite the one in the zip,
    beside it. `in_general` is where the paper speaks of videos of a supplement if it names none, `specific` whether it
    cites one by name or number."""

    lacking: tuple[Cited, ...]
    unnumbered: tuple[Cited, ...]
    renamed: tuple[tuple[Cited, str], ...]
    unknown: tuple[str, ...]
    in_general: Cited | None
    specific: bool

    @property
    def uncited(self) -> tuple[str, ...]:
        """The videos that the paper cites in no way."""
        return () if self.in_general or self.unnumbered else self.unknown

    @property
    def speaks(self) -> bool:
        """Whether the paper speaks of any video of a supplement."""
        return self.specific or self.in_general is not None


def compare(paper: Paper, videos: tuple[str, ...], before: Mapping[str, str] = MappingProxyType({})) -> Comparison:
    """What the paper cites against the names of the videos in the zip; `before` are the old names of some of them."""
    old = {video: before.get(video, video) for video in videos}
    names = tuple({*videos, *old.values()})
    found: set[str] = set()
    lacking: dict[str, Cited] = {}
    renamed: dict[str, tuple[Cited, str]] = {}
    for name, page, surely, _ in files(paper):
        called = {*possible(name, names)}
        likely = [video for video in videos if video in called or old[video] in called]
        whole = {video for video in likely if ends_as_whole(name, video)}
        # What is called walk.mp4 was walk.mov, or is cited as that.
        fitting = (
            whole
            or {video for video in likely if ends_as_whole(name, old[video])}
            or {video for video in likely if ends_as(name, video) or ends_as(name, old[video])}
        )
        found |= fitting
        cited = Cited(file_in(name), page, surely)
        if not fitting:
            lacking.setdefault(cited.text.casefold(), cited)
        elif not whole:
            renamed.setdefault(cited.text.casefold(), (cited, min(fitting)))
    unnumbered = dict[str, Cited]()
    said = list(numbered(paper))
    numbers = _by_number(old, {number for _, number in said})
    for cited, number in said:
        if number in numbers:
            found.update(numbers[number])
        elif cited.named:
            # Its file's name was looked for.
            continue
        elif numbers:
            lacking.setdefault(f"number {number}", cited)
        elif len(videos) == 1 and number == 1:
            found.update(videos)
        else:
            unnumbered.setdefault(str(number), cited)
    specific = bool(found or lacking or unnumbered)
    return Comparison(
        tuple(lacking.values()),
        tuple(unnumbered.values()),
        tuple(renamed.values()),
        tuple(video for video in videos if video not in found),
        None if specific else next(in_general(paper), None),
        specific,
    )


def _by_number(old: Mapping[str, str], said: set[int]) -> Mapping[int, list[str]]:
    """The videos, by their names in the zip, by the numbers in their old ones; nothing where those number no videos."""
    names = tuple(old.values())
    called = {video: {int(number) for number in _CALLED.findall(name)} for video, name in old.items()}
    series = by_number(names)
    numbering = any(called.values()) or any(_ONLY_NUMBER.fullmatch(stem_of(name)) for name in names)
    # "walk_1080p.mp4" is not the paper's Video 1080, nor does it lack a Video 2.
    if not (numbering or said & series.keys()):
        return {}
    return {
        number: [video for video, name in old.items() if number in called[video] or name in series.get(number, ())]
        for number in series.keys() | set[int]().union(*called.values())
    }
