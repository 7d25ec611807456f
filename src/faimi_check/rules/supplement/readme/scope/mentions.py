"""Which of the zip's videos a line of a README names: by file name, by number, by the ends of a range, by a pattern."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.scope.folders import by_folders
from faimi_check.rules.supplement.readme.scope.letters import lettered
from faimi_check.rules.supplement.readme.scope.lists import lists, short_names
from faimi_check.rules.supplement.readme.scope.numbers import numbered, numbered_together
from faimi_check.rules.supplement.readme.scope.ranges import ranges
from faimi_check.rules.supplement.readme.scope.series import VIDEO_NAME, base, natural, spelt, stem_of

_LABEL = (
    r"\W{0,8}(?:\d{1,3}[.):]\s{0,4})?"
    r"(?:(?:video|file|clip|movie|name|filename|title)\s{0,3}(?:name)?\s{0,3}[:=]\s{0,8})?"
)
_FILE = late(r"(?<![\w/.@-])\w[\w .()~+-]{0,120}?\.(?:avi|mp4|wmv)(?![A-Za-z0-9_-])(?!\.\w)", re.I)
_ENDING = late(r"\.(?:avi|mp4|wmv)", re.I)
# "converted from old.avi": what is no longer there.
_FORMER = late(r"\b(?:from|originals?|source|was|called|named|formerly|aus|de|von|instead of)\W{1,4}\Z", re.I)
# A command by which videos were made names examples.
_COMMAND = late(
    r"(?:^|\s)-(?:i|c:v|[av]codec|codec:v|vf|crf|pix_fmt|o)\s\S|^\s*(?:[$>#]\s*)?(?:ff(?:mpeg|play|probe)|mencoder)\s",
    re.I,
)
# "clipA", "動画B": no word of a sentence ends so.
_TAGGED = late(
    r"(?<=[a-z])[A-Z]\Z|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])[A-Za-z]{1,12}\Z|(?<=[\u3400-\u9fff]{2})[一二三四五六七八九十]\Z"
)
_MAX_LINE = 2_000
_LONGEST_NAME = 300


class Named(NamedTuple):
    """The videos that a line names, and the files (`foreign`) that it names and the zip does not hold."""

    videos: frozenset[str]
    foreign: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def named_in(line: str, videos: tuple[str, ...]) -> Named:
    """What a line names, out of all the videos of the zip."""
    line = line[:_MAX_LINE]
    matched = {video: match for video in possible(line, videos) if (match := _pattern(video).search(line))}
    found = by_folders(_meant(_apart(matched, line), line), line)
    spans = [span for span in (*ranges(line, videos), *lists(line, videos)) if span.videos]
    rest = line
    for span in spans:
        rest = rest[: span.start] + " " * (span.end - span.start) + rest[span.end :]
    foreign = _foreign(rest, videos)
    if not foreign:
        found |= set(numbered_together(line, videos) if found else numbered(line, videos))
        found |= {*lettered(line, videos), *short_names(line, videos)}
    return Named(frozenset(found.union(*(span.videos for span in spans))), foreign)


def in_order(line: str, named: frozenset[str]) -> list[str]:
    """Those of the videos that the line names by their file names, as they stand in it."""
    found = ((video, _pattern(video).search(line)) for video in named)
    return sorted((video for video, at in found if at), key=lambda video: _start(video, line))


def _start(video: str, line: str) -> int:
    found = _pattern(video).search(line)
    return found.start() if found else len(line)


def _apart(found: dict[str, re.Match[str]], line: str) -> set[str]:
    """Without those that only the beginning of another's name says: "scan-slow.mp4" is not "scan.mp4"."""
    if len(found) < 2:
        return set(found)
    spans = {match.span() for match in found.values()}
    return {video for video in found if _is_said_apart(video, line, spans)}


def _is_said_apart(video: str, line: str, spans: set[tuple[int, int]]) -> bool:
    """Whether the video is named at a place that is not within another's name."""
    ends = [match.end() for match in _pattern(video).finditer(line)]
    return any(not any(start < end < behind for start, behind in spans) for end in ends)


def _meant(found: set[str], line: str) -> set[str]:
    """Without those of the same bare name whose extension the line does not say where it says another's."""
    stems = Counter(natural(stem_of(video)) for video in found)
    several = {video for video in found if stems[natural(stem_of(video))] > 1}
    said = {natural(stem_of(video)) for video in several if _whole(video).search(line)}
    return {video for video in found if natural(stem_of(video)) not in said or _whole(video).search(line)}


@cache
def _whole(video: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){spelt(base(video))}(?![a-z0-9])", re.I)


@cache
def _pattern(video: str) -> re.Pattern[str]:
    """The whole file name anywhere, and the bare name: anywhere where it plainly is one, else after a label."""
    whole, stem = spelt(base(video)), spelt(stem_of(video))
    plain = re.sub(r"[\s_.-]+", "", stem_of(video))
    telling = re.search(r"[\d_-]", stem_of(video)) or _TAGGED.search(stem_of(video))
    if telling and len(plain) >= 2 and not plain.isdigit():
        return re.compile(rf"(?<![a-z0-9]){stem}(?![a-z0-9])", re.I)
    return re.compile(rf"(?<![a-z0-9]){whole}(?![a-z0-9])|\A{_LABEL}{stem}(?![a-z0-9])", re.I)


def possible(line: str, videos: tuple[str, ...]) -> Iterator[str]:
    """The videos whose names' words are all in the line: a cheap look before the dear one."""
    folded = line.casefold()
    there: dict[str, bool] = {}
    for video in videos:
        for piece in _pieces(video):
            if piece not in there:
                there[piece] = piece in folded
            if not there[piece]:
                break
        else:
            yield video


@cache
def _pieces(video: str) -> tuple[str, ...]:
    parts = re.findall(r"\d+|[^\W\d_]+", stem_of(video)[:200])
    return tuple(dict.fromkeys((part.lstrip("0") or "0") if part.isdigit() else part.casefold() for part in parts))


def _foreign(line: str, videos: tuple[str, ...]) -> tuple[str, ...]:
    """Names of video files that the zip does not hold, neither by these names nor under another extension."""
    found: list[str] = []
    if not _ENDING.search(line) or _COMMAND.search(line):
        return ()
    for match in _FILE.finditer(line):
        # A name with blanks may begin earlier than the name does.
        name = match[0].rpartition(" ")[2].lstrip("([{'\"")
        # "exported as H.264 (.mp4)" names a kind of file.
        if name.startswith("."):
            continue
        # Signs that a name may hold too stand before it: "left & right.mp4".
        before = line[max(0, match.end() - _LONGEST_NAME) : match.end()]
        if any(ends_as(before, video) for video in possible(before, videos)) or _FORMER.search(
            line[: match.end() - len(name)]
        ):
            continue
        found.append(name)
    return tuple(found[:20])


def ends_as(text: str, video: str) -> bool:
    """Whether a text ends with the video's name, as people type it, under whatever extension."""
    return bool(_ending(video).search(VIDEO_NAME.sub("", text)))


def ends_as_whole(text: str, video: str) -> bool:
    """The same, under its own extension."""
    return bool(_whole_ending(video).search(text))


@cache
def _whole_ending(video: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){spelt(base(video))}\Z", re.I)


@cache
def _ending(video: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){spelt(stem_of(video))}\Z", re.I)
