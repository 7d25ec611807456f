"""Videos counted off instead of named: "the first video is H.264, the second Xvid", "第一个视频", "첫 번째 영상"."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.supplement.readme.claims import claims_in
from faimi_check.rules.supplement.readme.scope.numbers import by_number
from faimi_check.rules.supplement.readme.scope.series import base
from faimi_check.rules.tables import any_of, table

_MAX_LINE = 1_000


def by_ordinals(line: str, videos: tuple[str, ...]) -> list[str]:
    """The line in parts, each with the name of the video that it counts off before it, where each part names a codec.

    Only of videos that are numbered from one; what is counted off first must be called a video.
    """
    line = line[:_MAX_LINE]
    numbers = by_number(videos)
    if sorted(numbers) != list(range(1, len(videos) + 1)) or not claims_in(line):
        return []
    pattern, opening = _patterns()
    if not opening.search(line):
        return []
    found = [(int((match.lastgroup or "_0")[1:]), match.start()) for match in pattern.finditer(line)]
    counted = [number for number, _ in found]
    if not counted or counted != sorted(set(counted)) or counted[-1] > len(videos):
        return []
    ends = [start for _, start in found[1:]] + [len(line)]
    parts = [line[0 if at == 0 else start : end] for at, ((_, start), end) in enumerate(zip(found, ends, strict=True))]
    if not all(any(claim.exact for claim in claims_in(part)) for part in parts):
        return []
    return [f"{base(numbers[number][0])}: {part}" for number, part in zip(counted, parts, strict=True)]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An ordinal, its number as the name of its group; and one with a word for a video behind it."""
    words = table("readmes")["ordinals"]
    each = "|".join(rf"(?P<_{at}>{either})" for at, either in enumerate(words, 1))
    nouns = "|".join((any_of("readmes", "things"), *map(re.escape, table("readmes")["nouns"])))
    said = rf"(?:{'|'.join(words)})(?:\s(?:{nouns})(?!\w)|の?\s?{any_of('readmes', 'nouns_joined')})"
    return re.compile(rf"(?<![^\W_])(?:{each})", re.I), re.compile(rf"(?<![^\W_]){said}", re.I)
