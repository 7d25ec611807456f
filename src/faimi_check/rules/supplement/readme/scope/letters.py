"""Videos named by a noun and their letter or Roman number: "Clips A-C", "Video II"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.scope.numbers import is_noun
from faimi_check.rules.supplement.readme.scope.ranges import joints
from faimi_check.rules.supplement.readme.scope.series import series_of, stem_of

_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = late(r"(.*?[\s_.-]?(?<![A-Z]))([IVX]{1,4})\Z")
_MOST = 100


def lettered(line: str, videos: tuple[str, ...]) -> Iterator[str]:
    """The videos that a noun and their letter name, where each letter is that of one video only."""
    members = _by_letter(videos)
    if not members:
        return
    to, _ = joints()
    words = frozenset(word for series in series_of(videos) for word in series.words)
    for found, _ in zip(_pattern().finditer(line), range(_MOST), strict=False):
        # "A clip": one letter that is written small is a word.
        if not is_noun(found[1], words) or (not found[3] and found[2].islower()):
            continue
        last = ""
        for joint, letter in re.findall(r"(.*?)(?<![^\W\d_])([A-Za-z]|[IVX]{1,4})(?![^\W\d_])", found[2] + found[3]):
            key = letter.upper()
            if last and re.match(to, joint):
                yield from _between(last, key, members)
            yield from members.get(key, ())
            last = key


def _between(first: str, last: str, members: dict[str, list[str]]) -> Iterator[str]:
    order = list(_ROMANS) if first in _ROMANS and last in _ROMANS and _is_roman(members) else sorted(members)
    if first in order and last in order:
        for key in order[order.index(first) : order.index(last)]:
            yield from members.get(key, ())


def _is_roman(members: dict[str, list[str]]) -> bool:
    return all(key in _ROMANS for key in members) and any(len(key) > 1 for key in members)


@cache
def _pattern() -> re.Pattern[str]:
    to, also = joints()
    letter = r"(?:[A-Za-z]|[IVX]{1,4})(?![\w'’.]\w|\w)"
    again = r"(?:[^\W\d_]{3,20} )?"
    return re.compile(rf"([^\W\d_]{{3,30}})[\s_#:-]{{1,2}}({letter})((?:(?:{to}|{also}){again}{letter}){{0,25}})")


@lru_cache(maxsize=256)
def _by_letter(videos: tuple[str, ...]) -> dict[str, list[str]]:
    """The videos by the letter or Roman number that their names end in; none where one stands for several."""
    found: dict[str, list[str]] = {}
    for series in series_of(videos):
        for key, members in series.members.items():
            if isinstance(key, str):
                found.setdefault(key.upper(), []).extend(members)
    romans: dict[str, list[str]] = {}
    for video in videos:
        if ended := _ROMAN.match(stem_of(video)):
            romans.setdefault(ended[2], []).append(video)
    if _is_roman(romans) and len(romans) > 1:
        found = romans
    return {} if any(len(set(members)) > 1 for members in found.values()) else found
