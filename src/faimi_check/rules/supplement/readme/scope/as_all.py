"""The videos that a README speaks for without naming them: by saying that something is so of all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.claims import claims_in
from faimi_check.rules.supplement.readme.scope.mentions import Named
from faimi_check.rules.supplement.readme.scope.numbers import is_noun, with_numbers
from faimi_check.rules.supplement.readme.scope.reach import Breadth, Reach, reach_of
from faimi_check.rules.tables import any_of

# "All videos share one codec."
_ALIKE = late(any_of("readmes", "alike"), re.I)


def spoken_for_as_all(
    lines: Sequence[str],
    named: Sequence[Named],
    owners: Sequence[frozenset[str]],
    places: tuple[frozenset[str], frozenset[str]],
) -> frozenset[str]:
    """These videos, out of two `places`: those of the whole zip if the README says so, and those below it."""
    everywhere, below = places
    reaches = [(line, reach) for line in lines if (reach := reach_of(line)).breadth is not Breadth.NONE]
    names = frozenset[str]().union(*(each.videos for each in named))
    for meant in (everywhere, below):
        whole = [line for line, reach in reaches if reach.breadth is Breadth.ALL and reach.holds(len(meant))]
        if whole and not _only_introduces(whole, list(zip(lines, named, owners, strict=True)), len(meant)):
            return meant
    if not names:
        return frozenset() if any(each.foreign for each in named) else below
    return below if any(_names_codec_of_all(line, reach, len(below)) for line, reach in reaches) else frozenset()


def _names_codec_of_all(line: str, reach: Reach, videos: int) -> bool:
    return reach.holds(videos) and _names_codec(line)


def _only_introduces(whole: list[str], lines: list[tuple[str, Named, frozenset[str]]], videos: int) -> bool:
    """Whether the lines on all videos are but the heading of entries: "The codec of each video is given below."

    So it is where each entry names the codec of its own file and nothing names one for all. Where an entry may call a
    video otherwise than by its file's name, it cannot be told.
    """
    if any(_names_codec(line) or _ALIKE.search(line) for line in whole):
        return False
    coded = frozenset[str]()
    for line, named, owners in lines:
        if _names_codec(line):
            if not owners:
                return False
            coded |= owners
        if not (named.videos or named.foreign) and _may_call_one(line, videos):
            return False
    return bool(coded) and all(named.videos <= coded for _, named, _ in lines)


def _names_codec(line: str) -> bool:
    return any(claim.exact for claim in claims_in(line))


def _may_call_one(line: str, videos: int) -> bool:
    """ "Video 2" where no file's name holds that number."""
    return any(max(each.numbers) <= videos and is_noun(each.noun, frozenset()) for each in with_numbers(line))
