"""Videos named by a noun and their letter, Roman or Chinese number: "Clips A-C", "Video II", "视频一至三"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.scope.numbers import is_noun
from faimi_check.rules.supplement.readme.scope.ranges import joints
from faimi_check.rules.supplement.readme.scope.series import series_of, stem_of, words_of
from faimi_check.rules.tables import any_of

_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_HAN = "一二三四五六七八九十"
_ROMAN = late(r"(.*?[\s_.-]?(?<![A-Z]))([IVX]{1,4})\Z")
_MOST = 100


def lettered(line: str, videos: tuple[str, ...]) -> Iterator[str]:
    """The videos that a noun and their letter name, where each letter is that of one video only."""
    members = _by_letter(videos)
    if not members:
        return
    if set(members) <= set(_HAN):
        yield from _in_han(line, members)
        return
    to, _ = joints()
    words = words_of(videos)
    for found, _ in zip(_pattern().finditer(line), range(_MOST), strict=False):
        # "A clip": one letter that is written small is a word.
        if not is_noun(found[1], words) or (not found[3] and found[2].islower()):
            continue
        last = ""
        for joint, letter in re.findall(
            r"(.{0,80}?)(?<![^\W\d_])([A-Za-z]|[IVX]{1,4})(?![^\W\d_])", found[2] + found[3]
        ):
            key = letter.upper()
            if last and re.match(to, joint):
                yield from _between(last, key, members)
            yield from members.get(key, ())
            last = key


def _in_han(line: str, members: dict[str, list[str]]) -> Iterator[str]:
    """The same where no blank stands between noun and number."""
    to, also = joints()
    nouns = any_of("readmes", "nouns_joined")
    item = rf"{nouns}?([{_HAN}])(?![{_HAN}])"
    for found, _ in zip(
        re.finditer(rf"{nouns}{item}(?:(?:{to}|{also}){item}){{0,10}}", line), range(_MOST), strict=False
    ):
        last = ""
        for joint, number in re.findall(rf"([^{_HAN}]{{0,80}})([{_HAN}])", found[0]):
            if last and re.match(to, joint):
                for between in _HAN[_HAN.index(last) + 1 : _HAN.index(number)]:
                    yield from members.get(between, ())
            yield from members.get(number, ())
            last = number


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
    in_han: dict[str, list[str]] = {}
    for video in videos:
        if (stem := stem_of(video))[-1:] in set(_HAN) and len(stem) > 1:
            in_han.setdefault(stem[-1], []).append(video)
    found = in_han or found
    return {} if any(len(set(members)) > 1 for members in found.values()) else found
