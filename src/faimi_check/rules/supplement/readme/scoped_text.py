"""One README in lines: the videos that each line is about, and those that the README as a whole speaks for."""

from __future__ import annotations

import re

import msgspec

from faimi_check.model.supplement import Readme
from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.codecs import claims_in
from faimi_check.rules.supplement.readme.mentions import Named, named_in
from faimi_check.rules.supplement.readme.reach import Breadth, reach_of
from faimi_check.rules.supplement.readme.series import VIDEO_NAME, base, natural, series_of, stem_of

_MAX_LINES = 1000
_CLAUSE = late(r"(?<=[;；。])|(?<=[.,，]\s)|(?<=\s(?=and\b|und\b|et\b|y\b))")
# Lines after the name of a file that the zip does not hold are about no video of it.
_NOBODY = frozenset({"\0"})


class ScopedText(msgspec.Struct, frozen=True):
    """A README's lines, what each names, and the videos that the README's own name stands for (`paired`).

    `reached` are the videos in its folder or below, and all of the zip's where it stands apart from them.
    """

    readme: Readme
    lines: tuple[str, ...]
    named: tuple[Named, ...]
    paired: frozenset[str]
    reached: frozenset[str]
    everywhere: frozenset[str]

    @staticmethod
    def read(readme: Readme, videos: tuple[str, ...], alone: bool) -> ScopedText:
        """`alone` where it is the only README of the zip."""
        lines = tuple(clause for line in readme.text.split("\n")[:_MAX_LINES] for clause in _clauses(line, videos))
        below = frozenset(video for video in videos if _lies_in(_folder(readme.member), video))
        return ScopedText(
            readme,
            lines,
            tuple(named_in(line, videos) for line in lines),
            frozenset(video for video in videos if _is_paired(readme.member, video, videos)),
            below or frozenset(videos),
            frozenset(videos) if alone else below or frozenset(videos),
        )

    @property
    def names(self) -> frozenset[str]:
        """The videos that any line names."""
        return frozenset().union(*(named.videos for named in self.named))

    @property
    def foreign(self) -> tuple[str, ...]:
        """The video files that it names and the zip does not hold."""
        return tuple(dict.fromkeys(name for named in self.named for name in named.foreign))

    def speaks_for(self, video: str) -> bool:
        """Whether the README is about the video."""
        if video in self.paired or video in self.names:
            return True
        if self.paired:
            return False
        reaches = [(line, reach_of(line)) for line in self.lines]
        for meant in (self.reached, self.everywhere):
            if video in meant and any(reach.breadth is Breadth.ALL and reach.holds(len(meant)) for _, reach in reaches):
                return True
        if video not in self.reached or (self.foreign and not self.names):
            return False
        return not self.names or any(
            reach.holds(len(self.reached)) and any(claim.exact for claim in claims_in(line)) for line, reach in reaches
        )

    def split(self, video: str) -> tuple[list[str], list[str]]:
        """The lines about the video, and those about all videos or none.

        Lines after a name belong to it up to the next name or a line that speaks of all; a line that ends in a colon
        belongs to the names that follow it.
        """
        own: list[str] = []
        shared: list[str] = []
        current: frozenset[str] = self.paired
        for at, (line, named) in enumerate(zip(self.lines, self.named, strict=True)):
            if named.videos:
                current = named.videos
            elif named.foreign:
                current = _NOBODY
            elif not self.paired and reach_of(line).breadth is not Breadth.NONE:
                current = frozenset()
            owners = current if named.videos else self._headed(at) or current
            if video in owners:
                own.append(line)
            elif not owners:
                shared.append(line)
        return own, shared

    def _headed(self, at: int) -> frozenset[str]:
        """The videos in the lines below a line that ends in a colon and names a codec."""
        line = self.lines[at].rstrip()
        if not line.endswith((":", "：")) or not any(claim.exact for claim in claims_in(line)):
            return frozenset()
        found: frozenset[str] = frozenset()
        for named in self.named[at + 1 : at + 300]:
            if not named.videos:
                break
            found |= named.videos
        return found


def _clauses(line: str, videos: tuple[str, ...]) -> list[str]:
    """The line, or its clauses where each of them names one video and one codec."""
    if len(named_in(line, videos).videos) < 2:
        return [line]
    found: list[str] = []
    for piece in _CLAUSE.split(line[:2_000]):
        names, claims = named_in(piece, videos).videos, claims_in(piece)
        if len(names) == 1 and claims:
            found.append(piece)
        elif not names and found:
            found[-1] += piece
        else:
            return [line]
    return found if len(found) > 1 else [line]


def _folder(name: str) -> str:
    return "/".join(re.split(r"[/\\]", name)[:-1])


def _lies_in(folder: str, name: str) -> bool:
    return not folder or f"{_folder(name)}/".startswith(f"{folder}/")


def _is_paired(readme: str, video: str, videos: tuple[str, ...]) -> bool:
    """`video1_README.txt`, `README_video1.txt`, `README1.txt`, `video1.txt` stand for `video1.mp4`."""
    if _folder(readme) != _folder(video) and _folder(readme):
        return False
    bare = re.sub(r"\.(?:txt|md|markdown|rst|text|asc)\Z", "", base(readme), flags=re.I)
    bare = VIDEO_NAME.sub("", re.sub(r"read[ _.-]?me", " ", bare, flags=re.I).strip(" _.-()"))
    if bare.isdigit():
        fitting = [member for series in series_of(videos) for member in series.members.get(int(bare), ())]
        return fitting == [video]
    return natural(bare) == natural(stem_of(video)) and bool(natural(bare))
