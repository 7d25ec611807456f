"""One README in lines: the videos that each line is about, and those that the README as a whole speaks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

import msgspec

from faimi_check.model.supplement import Readme
from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.claims import claims_in
from faimi_check.rules.supplement.readme.codecs import CODED
from faimi_check.rules.supplement.readme.scope.as_all import spoken_for_as_all
from faimi_check.rules.supplement.readme.scope.homes import folder_of, home_of, lies_in, lying_in, paired_with
from faimi_check.rules.supplement.readme.scope.mentions import Named, in_order, named_in
from faimi_check.rules.supplement.readme.scope.ordinals import by_ordinals
from faimi_check.rules.supplement.readme.scope.others import is_of_others, may_be_of_others
from faimi_check.rules.supplement.readme.scope.reach import Breadth, reach_of
from faimi_check.rules.supplement.readme.scope.series import base, natural, words_of
from faimi_check.rules.tables import any_of

_MAX_LINES = 1000
_BY_TURNS = 2
_IN_TURN = late(
    r"\b(?:respective(?:ly)?|in (?:this|that) order|resp\.|beziehungsweise|bzw\.|respectivement|respectivamente"
    r"|rispettivamente|odpowiednio|соответственно)(?!\w)|分别|依次|それぞれ|각각",
    re.I,
)
_CLAUSE = late(
    r"(?<=[;；。、，،؛])|(?<=[.,]\s)|(?<=\s)(?=(?:and|und|et|y|en|och|og|oraz|и|а|ve|ise|và|dan|और|و)\s)|(?=และ)"
)
_EXCEPTS = late(any_of("readmes", "exceptions"), re.I)
# Lines after the name of a file that the zip does not hold are about no video of it.
_NOBODY = frozenset({"\0"})


class ScopedText(msgspec.Struct, frozen=True):
    """A README's lines and whom each is about: `owners`, none where it is about all or nobody in particular.

    `names` are the videos that any line names, `paired` those that the README's own name stands for, `reached` those in
    its folder or below, and all of the zip's where it stands apart from them; `spoken` those that it speaks for.
    """

    readme: Readme
    lines: tuple[str, ...]
    owners: tuple[frozenset[str], ...]
    paired: frozenset[str]
    spoken: frozenset[str]
    foreign: tuple[str, ...]

    @staticmethod
    def read(readme: Readme, videos: tuple[str, ...], alone: bool) -> ScopedText:
        """`alone` where it is the only README of the zip."""
        written = readme.text.split("\n")[:_MAX_LINES]
        lines = tuple(clause for line in written for clause in _clauses(line, videos))
        home = home_of(readme.member, videos)
        named = tuple(_from_here(home, line, named_in(line, videos)) for line in lines)
        foreign = tuple(dict.fromkeys(name for each in named for name in each.foreign))
        paired = frozenset(paired_with(readme.member, home, videos))
        below = frozenset(lying_in(home, videos))
        if not paired:
            named = tuple(_with_others(lines, named, frozenset(videos) if alone else below))
        owners = tuple(_owners(lines, named, paired))
        spoken = paired.union(*(each.videos for each in named))
        if not paired:
            everywhere = frozenset(videos) if alone else below
            spoken |= spoken_for_as_all(lines, named, owners, (everywhere, below))
        return ScopedText(readme, lines, owners, paired, spoken, foreign)

    def split(self, video: str) -> tuple[list[str], list[str]]:
        """The lines about the video, and those about all videos or none."""
        own = [line for line, owners in zip(self.lines, self.owners, strict=True) if video in owners]
        shared = [line for line, owners in zip(self.lines, self.owners, strict=True) if not owners]
        return own, shared

    def about(self, video: str) -> list[str]:
        """The lines by which this README, read alone, says what the video is coded in."""
        own, shared = self.split(video)
        named = any(owners - _NOBODY for owners in self.owners)
        return own or [line for line in shared if _is_for_all(line, named=named)]


@lru_cache(maxsize=4096)  # asked of each video anew
def _is_for_all(line: str, *, named: bool) -> bool:
    """Whether a line about no video says of all what they are coded in; `named` where other lines name some."""
    if _EXCEPTS.search(line):
        return False
    return reach_of(line).breadth is not Breadth.NONE or (not named and CODED.search(line) is not None)


def _with_others(lines: tuple[str, ...], named: tuple[Named, ...], meant: frozenset[str]) -> Iterator[Named]:
    """What the lines name, "the others" among it: those of the meant videos that no line names."""
    names = frozenset[str]().union(*(each.videos for each in named))
    others = meant - names if names else frozenset()
    words = words_of(tuple(sorted(meant)))
    for line, each in zip(lines, named, strict=True):
        yield Named(each.videos | others, each.foreign) if is_of_others(line, len(others), words) else each


def _owners(lines: tuple[str, ...], named: tuple[Named, ...], paired: frozenset[str]) -> Iterator[frozenset[str]]:
    """Whom each line is about.

    Lines after a name belong to it up to the next name or a line that speaks of all; a line that ends in a colon
    belongs to the names that follow it, as all codecs do where each stands above the names of its files.
    """
    current = paired
    above = _codecs_above(lines, named)
    for at, (line, each) in enumerate(zip(lines, named, strict=True)):
        if each.videos:
            current = each.videos
        elif each.foreign:
            current = _NOBODY
        elif not paired and reach_of(line).breadth is not Breadth.NONE:
            current = frozenset()
        yield current if each.videos else above.get(at) or _below(lines, named, at) or current


def _codecs_above(lines: tuple[str, ...], named: tuple[Named, ...]) -> dict[int, frozenset[str]]:
    """The videos of each line with a codec where codecs and names stand in lines of their own by turns, a codec first
    and names last, as under headings."""
    heads: list[tuple[list[int], set[str]]] = []
    for at, (line, each) in enumerate(zip(lines, named, strict=True)):
        families = {claim.families for claim in claims_in(line) if claim.exact}
        if each.foreign or (each.videos and (families or not heads)):
            return {}
        if each.videos:
            heads[-1][1].update(each.videos)
        elif families:
            if len(families) > 1 or reach_of(line).breadth is not Breadth.NONE:
                return {}
            if not heads or heads[-1][1]:
                heads.append(([], set()))
            heads[-1][0].append(at)
    names = [name for _, under in heads for name in under]
    apart = len(heads) >= _BY_TURNS and all(under for _, under in heads) and len(names) == len(set(names))
    return {at: frozenset(under) for codecs, under in heads for at in codecs} if apart else {}


def _below(lines: tuple[str, ...], named: tuple[Named, ...], at: int) -> frozenset[str]:
    """The videos in the lines right below a line that ends in a colon and names a codec."""
    line = lines[at].rstrip()
    if not line.endswith((":", "：")) or not any(claim.exact for claim in claims_in(line)):
        return frozenset()
    following = takewhile(lambda each: each.videos, named[at + 1 : at + 300])
    return frozenset[str]().union(*(each.videos for each in following))


def _clauses(line: str, videos: tuple[str, ...]) -> list[str]:
    """The line, or its clauses where each of them names one video, or the others, and one codec."""
    count = len(named_in(line, videos).videos)
    if not count and (told := by_ordinals(line, videos)):
        return told
    if count < 2 and not (count and may_be_of_others(line, words_of(videos))):
        return [line]
    if _IN_TURN.search(line):
        return _in_turn(line, videos) or [line]
    found: list[str] = []
    named = False
    for piece in _CLAUSE.split(line[:2_000]):
        of_one = bool(named_in(piece, videos).videos) or may_be_of_others(piece, words_of(videos))
        if found and not (of_one and named):
            found[-1] += piece
        else:
            found.append(piece)
        named = named or of_one
    apart = all(len(named_in(clause, videos).videos) <= 1 and claims_in(clause) for clause in found)
    return found if len(found) > 1 and apart else [line]


def _in_turn(line: str, videos: tuple[str, ...]) -> list[str]:
    """Each video with its codec, where a line names as many of either: "a and b are H.264 and Xvid, respectively"."""
    names = in_order(line, named_in(line, videos).videos)
    codecs = list(dict.fromkeys(claim.text for claim in claims_in(line) if claim.exact))
    if len(names) != len(codecs):
        return []
    rest = line[line.rfind(codecs[-1]) + len(codecs[-1]) :]
    return [f"{base(name)}: {codec} {rest}" for name, codec in zip(names, codecs, strict=True)]


def _from_here(home: str, line: str, named: Named) -> Named:
    """Without videos in other folders than the README's whose like lies there, unless the line names their folder."""
    here = {natural(base(video)) for video in named.videos if lies_in(home, video)} if home else set()
    kept = frozenset(
        video
        for video in named.videos
        if natural(base(video)) not in here
        or lies_in(home, video)
        or base(folder_of(video)).casefold() in line.casefold()
    )
    return Named(kept, named.foreign)
