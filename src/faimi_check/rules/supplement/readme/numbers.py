"""Videos named by a noun and their number: "Video 1", "Clips 1-3 and 5"."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.supplement.readme.ranges import NO_UNIT, joints
from faimi_check.rules.supplement.readme.series import series_of
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


def numbered(line: str, videos: tuple[str, ...]) -> list[str]:
    """The videos that a noun and their number name, where each number is that of one video only."""
    numbers: dict[int, list[str]] = {}
    words: set[str] = set()
    for series in series_of(videos):
        words |= series.words
        for number, members in series.members.items():
            if isinstance(number, int):
                numbers.setdefault(number, []).extend(members)
    if not numbers or any(len(members) > 1 for members in numbers.values()):
        return []
    found: list[str] = []
    for match in _number_pattern().finditer(line):
        if _is_noun(match[1], frozenset(words)):
            for number in _listed(match, line[match.end() :]):
                found += numbers.get(number, [])
    return found


def _listed(found: re.Match[str], following: str) -> list[int]:
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


def _is_noun(word: str, own: frozenset[str]) -> bool:
    """Whether a word stands for a video: a noun for one, or a word of the videos' own names, also cut short."""
    data, said = table("readmes"), word.casefold()
    if any(said.endswith(noun) for noun in data["nouns_joined"]):
        return True
    bare = said.rstrip("s") if len(said) > 2 else said
    if said in data["nouns"] or bare in data["nouns"]:
        return True
    return any(said == part or bare == part or (len(part) >= 3 and said.startswith(part)) for part in own)
