"""Videos named by a noun and their number: "Video 1", "Clips 1-3 and 5"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from faimi_check.rules.supplement.readme.claims import claims_in
from faimi_check.rules.supplement.readme.scope.ranges import NO_UNIT, joints
from faimi_check.rules.supplement.readme.scope.series import series_of, words_of
from faimi_check.rules.tables import table


@cache
def _number_pattern() -> re.Pattern[str]:
    """ "Video 1", "Clips 1-3 and 5", "Video S1 through Video S5", "视频1至3"."""
    to, also = joints()
    number = rf"[sS]?0{{0,3}}(\d{{1,4}})(?![a-z0-9]){NO_UNIT}"
    again = r"(?:[^\W\d_]{1,20}[\s_.#-]{0,2})?"
    item = rf"{again}[sS]?\d{{1,4}}(?![a-z0-9]){NO_UNIT}"
    rest = rf"((?:(?:{to}|{also}){item}){{0,40}})"
    return re.compile(rf"([^\W\d_]{{1,30}})[\s_.#:-]{{0,2}}(?:(?:no|nr|n°|№|number)\.?\s?)?{number}{rest}", re.I)


class Numbered(NamedTuple):
    """A noun with its numbers, "Videos 1-3", and where it stands."""

    noun: str
    numbers: tuple[int, ...]
    start: int
    end: int


def numbered(line: str, videos: tuple[str, ...]) -> list[str]:
    """The videos that a noun and their number name, where each number is that of one video only."""
    numbers = _told_apart(videos)
    if not numbers:
        return []
    return [video for each in _of_videos(line, videos) for number in each.numbers for video in numbers.get(number, ())]


def numbered_together(line: str, videos: tuple[str, ...]) -> list[str]:
    """The same where a noun in the plural names several: "clips 1, 2 and 4" beside the name of another."""
    numbers = _told_apart(videos)
    if not numbers:
        return []
    return [
        video
        for each in _of_videos(line, videos)
        if len(each.numbers) > 1 and _is_plural(each.noun)
        for number in each.numbers
        for video in numbers.get(number, ())
    ]


def _of_videos(line: str, videos: tuple[str, ...]) -> Iterator[Numbered]:
    words = words_of(videos)
    # A name such as "out_h264.mp4" makes no noun of the codec's letter.
    return (
        each
        for each in with_numbers(line)
        if is_noun(each.noun, words) and not (len(each.noun) == 1 and claims_in(line[each.start : each.end]))
    )


def _is_plural(noun: str) -> bool:
    said = noun.casefold()
    return said.endswith(("s", "en", "i")) or any(said.endswith(word) for word in table("readmes")["nouns_joined"])


@lru_cache(maxsize=16)
def _told_apart(videos: tuple[str, ...]) -> dict[int, list[str]]:
    """The videos by their number, nothing where one is that of several."""
    numbers = by_number(videos)
    return {} if any(len(members) > 1 for members in numbers.values()) else numbers


@lru_cache(maxsize=16)
def by_number(videos: tuple[str, ...]) -> dict[int, list[str]]:
    """The videos by the number that tells those of one series apart."""
    numbers: dict[int, list[str]] = {}
    for series in series_of(videos):
        for number, members in series.members.items():
            if isinstance(number, int):
                numbers.setdefault(number, []).extend(members)
    return numbers


def with_numbers(text: str) -> Iterator[Numbered]:
    """Every word with numbers behind it, whatever it means."""
    for match in _number_pattern().finditer(text):
        yield _read(match, text)


def with_numbers_at(text: str, starts: Iterable[int]) -> Iterator[Numbered]:
    """The words that begin at these places and have numbers behind them."""
    for start in starts:
        if match := _number_pattern().match(text, start):
            yield _read(match, text)


def _read(match: re.Match[str], text: str) -> Numbered:
    return Numbered(match[1], tuple(_numbers_of(match, text[match.end() : match.end() + 40])), *match.span())


def _numbers_of(found: re.Match[str], following: str) -> list[int]:
    """The numbers of "Videos 1" and what follows it: "-3 and 5"."""
    to, _ = joints()
    numbers, rest = [int(found[2])], found[3] or ""
    one = not found[1].casefold().endswith(("s", "n", "e", "i"))
    for match in re.finditer(r"(\D{1,40}?)0{0,3}(\d{1,4})", rest):
        # The noun may be said again before the number.
        joint = re.match(to, match[1])
        again = joint and re.fullmatch(r"[^\W\d_]{0,20}[\s_.#-]{0,2}[sS]?", match[1][joint.end() :])
        if again is None:
            numbers.append(int(match[2]))
            continue
        # "Video 1 - 2 instruments": a dash set apart is no range where one is named and the sentence goes on.
        loose = one and not again[0] and re.match(r"\s[-–—]\s", match[1]) and match.end() == len(rest)
        if not (loose and re.match(r"\s{0,2}[a-z]", following)):
            numbers += range(numbers[-1] + 1, min(int(match[2]), numbers[-1] + 300) + 1)
    return numbers


def is_noun(word: str, own: frozenset[str]) -> bool:
    """Whether a word stands for a video: a noun for one, or a word of the videos' own names, also cut short."""
    data, said = table("readmes"), word.casefold()
    if any(said.endswith(noun) for noun in data["nouns_joined"]):
        return True
    bare = said.rstrip("s") if len(said) > 2 else said
    if said in data["nouns"] or bare in data["nouns"]:
        return True
    return any(said == part or bare == part or (len(part) >= 3 and said.startswith(part)) for part in own)
