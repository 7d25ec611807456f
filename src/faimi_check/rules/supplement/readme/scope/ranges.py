"""Several videos named at once: by the first and the last of a range, by a pattern of their names, by their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.scope.series import Series, base, series_of
from faimi_check.rules.tables import table

# A sign for what varies within a name: "video*", "clip_{1..4}", "caseNN_before", "S%02d", "trial<n>".
_PATTERN = late(
    r"(?<![\w.])([\w-]{0,60}?)(\*|\?{1,20}|#{1,20}|(?<![a-zA-Z])[nNxXiIkK]{1,3}(?![a-zA-Z])|(?<=[a-z])[NX]{1,3}(?![a-zA-Z])|[xn]{1,3}(?=\.)"
    r"|%0?\d?d|<\w{1,12}>|\{[\d.,-]{1,20}\}|\{\w{1,12}\}|\[[\d,-]{1,20}\])([\w-]{0,60})\.(avi|mp4|wmv)\b"
)
_BY_EXTENSION = late(
    r"(?<![\w*])(?:\*?\.)?(avi|mp4|wmv)[\s-]{1,2}(?:files|videos|clips|movies|dateien|vid[eé]os)\b", re.I
)
# What follows a number that is no video's: "25 fps", "1080p", "0.5".
NO_UNIT = r"(?!\d|\s?(?:fps|frames?|s\b|secs?\b|seconds|min|hz|khz|mb|kb|gb|p\b|px|pixels?|x\s?\d|%|bit)|[.:]\d)"


class Span(NamedTuple):
    """Videos that one stretch of a line stands for."""

    start: int
    end: int
    videos: tuple[str, ...]


def ranges(line: str, videos: tuple[str, ...]) -> Iterator[Span]:
    """Ranges by the names of their first and last file, patterns of names, and kinds of files."""
    for series in series_of(videos):
        for match in _range_pattern(series).finditer(line):
            yield Span(*match.span(), tuple(series.between(match[1], match[2])))
    for match in _PATTERN.finditer(line):
        # The name of a file is no pattern of others': "brain.mp4" does not stand for "brain-left.mp4".
        whole = match[2].isalpha() and match[0].casefold() in {base(video).casefold() for video in videos}
        if not whole and (match[1] or match[3] or not match[2].isalpha()):
            yield Span(*match.span(), tuple(_fitting(match, videos)))
    for match in _BY_EXTENSION.finditer(line):
        ending = "." + match[1].lower()
        yield Span(*match.span(), tuple(video for video in videos if video.lower().endswith(ending)))


@cache
def joints() -> tuple[str, str]:
    """What stands between the ends of a range, and between the items of a list."""
    data = table("readmes")

    def either(words: list[str], joined: list[str]) -> str:
        spaced = "|".join(re.escape(word) for word in words)
        marks = "|".join(re.escape(mark) for mark in sorted(joined, key=len, reverse=True))
        return rf"(?:\s{{1,3}}(?:{spaced})\s{{1,3}}|\s{{0,3}}(?:{marks})\s{{0,3}})"

    to = either(data["to"], data["to_joined"])
    # "a.mp4, ..., d.mp4": commas may stand round the dots.
    return rf"\s{{0,2}}[,、]?{to}[,、]?\s{{0,2}}", either(data["and"], data["and_joined"])


@cache
def _range_pattern(series: Series) -> re.Pattern[str]:
    """First and last file of a series: "S1.mp4 to S4.mp4", "S1-S4", "S1-4.mp4"."""
    to, _ = joints()
    quote, end = r"[\"'`“”»«*]{0,3}", rf"{series.extension}"
    first = rf"(?<![a-z0-9])(?:{series.before}){series.gap}{series.item}(?:{series.after})(?:{end})?{quote}"
    again = rf"(?:(?:{series.before})?{series.gap})?{series.item}"
    last = rf"{quote}{again}(?:(?:{series.after})(?:{end})?)?(?![a-z0-9]){NO_UNIT}"
    return re.compile(rf"{first}{to}{last}", re.I)


def _fitting(match: re.Match[str], videos: tuple[str, ...]) -> Iterator[str]:
    """The videos that "video*.mp4" or "clip_{1..4}.avi" stand for."""
    before, mark, after, extension = match.groups()
    limits = [int(number) for number in re.findall(r"\d{1,4}", mark)] if mark[0] in "{[" else []
    inner = r"0{0,3}(\d{1,4})" if limits else r"([\w-]{1,60})"
    pattern = re.compile(rf"{re.escape(before)}{inner}{re.escape(after)}\.{extension}", re.I)
    closed = len(limits) == 2 and re.search(r"-|\.\.", mark)
    for video in videos:
        found = pattern.fullmatch(base(video))
        if found is None:
            continue
        if not limits or (limits[0] <= int(found[1]) <= limits[1] if closed else int(found[1]) in limits):
            yield video
