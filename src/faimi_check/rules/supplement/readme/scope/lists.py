"""Videos of one series that are listed behind the name of the first: "clip01, 02, 04-06", "S1, 2 and 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.claims import claims_in, opens_with_codec
from faimi_check.rules.supplement.readme.scope.ranges import NO_UNIT, Span, joints
from faimi_check.rules.supplement.readme.scope.series import Series, series_of
from faimi_check.rules.tables import any_of

_QUOTE = r"[\"'`“”»«*]{0,3}"
_FEWEST = 2
_OF_A_PAPER = late(
    r"(?:fig\w{0,5}|tab\w{0,5}|sec\w{0,6}|eq\w{0,7}|algo\w{0,7}|notes?|appendi\w{1,3}|abb\w{0,8}|refs?)\.?\s?\Z|[図表图]\s?\Z",
    re.I,
)


def lists(line: str, videos: tuple[str, ...]) -> Iterator[Span]:
    """The items of such lists, with the videos that each stands for."""
    for series in series_of(videos):
        if len(series.members) < _FEWEST:
            continue
        whole, item = _patterns(series)
        for found in whole.finditer(line):
            rest = list(item.finditer(line, found.start("rest"), found.end("rest")))
            # "clip A, a view", "clip01, 2 instruments" count something else.
            if not _ends_well(line, found.end()):
                rest = [one for one in rest if _is_spelt_out(one)]
            rest = [one for one in rest if one["key"][0].isdigit() or one["key"].isupper() or one["again"]]
            if rest:
                yield Span(found.start(), found.start("rest"), tuple(series.between(found["first"], found["first"])))
                yield from _items(series, found["first"], rest)


def short_names(line: str, videos: tuple[str, ...]) -> Iterator[str]:
    """The videos named by the end of their names, "S2" for "Movie_S2.mp4"; codecs, figures and tables are none."""
    for series in series_of(videos):
        if len(series.members) >= _FEWEST and series.short:
            for found in _short(series).finditer(line):
                if not claims_in(found[0]) and not _OF_A_PAPER.search(line, max(0, found.start() - 20), found.start()):
                    yield from series.between(found["key"], found["key"])


@cache
def _short(series: Series) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-]){re.escape(series.short)}0{{0,3}}(?P<key>\d{{1,6}})(?![\w-]|\.\w)")


def _items(series: Series, first: str, rest: list[re.Match[str]]) -> Iterator[Span]:
    to, _ = joints()
    last = first
    for one in rest:
        is_range = re.fullmatch(to, one["joint"]) is not None and not re.match(r"\s*[,、]", one["joint"])
        yield Span(*one.span(), tuple(series.between(last if is_range else one["key"], one["key"])))
        last = one["key"]


def _ends_well(line: str, end: int) -> bool:
    """Whether what follows a list of numbers is not what they count."""
    return _end().match(line, end) is not None or opens_with_codec(line[end:])


def _is_spelt_out(item: re.Match[str]) -> bool:
    """Whether an item is plainly no count: with zeros before it, a part of the name, or the extension."""
    return item["key"].startswith("0") or bool(item["again"]) or bool(item["extension"])


@cache
def _end() -> re.Pattern[str]:
    """What may follow them: the end, a sign, a verb, a script without blanks."""
    return re.compile(rf"\s{{0,3}}(?:\Z|[^\w\s]|[\u3040-\u9fff\uac00-\ud7af]|{any_of('readmes', 'verbs')}\b)", re.I)


@cache
def _patterns(series: Series) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A list of videos of the series, and one item of it behind the first."""
    to, also = joints()
    key = r"[a-z]" if any(isinstance(member, str) for member in series.members) else r"\d{1,6}"
    joint = rf"(?:{also}){{1,2}}|{to}"
    again = rf"(?:{series.before}){series.gap}|[-_#](?:(?:{series.before}){series.gap})?"
    end = rf"(?![a-z0-9]){NO_UNIT}"
    ending = rf"(?:{series.extension})?{_QUOTE}"
    first = rf"(?<![a-z0-9])(?:{series.before}){series.gap}(?P<first>{key})(?:{series.after}){ending}"
    item = rf"(?:{joint}){_QUOTE}(?:{again})?{key}(?:(?:{series.after}){ending})?{end}"
    named = (
        rf"(?P<joint>{joint}){_QUOTE}(?P<again>{again})?(?P<key>{key})"
        rf"(?:(?:{series.after})(?P<extension>{series.extension})?{_QUOTE})?{end}"
    )
    return re.compile(rf"{first}(?P<rest>(?:{item}){{1,60}})", re.I), re.compile(named, re.I)
