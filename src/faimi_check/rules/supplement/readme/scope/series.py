"""Videos whose names differ by one number or letter: `S1.mp4`, `S2.mp4`, ...; and names as people type them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec

from faimi_check.rules.late import late

VIDEO_NAME = late(r"\.(?:avi|mp4|wmv|m4v|mov|mkv|webm|asf|3gp|divx|mpe?g|flv)\Z", re.I)
_LETTER = late(r"(?<=[\s_.-])[a-z]\Z|(?<=video|movie)[a-z]\Z|(?<=\bclip|\bfilm)[a-z]\Z|(?<=_clip|_film)[a-z]\Z", re.I)


class Series(msgspec.Struct, frozen=True):
    """Videos of one pattern of names. `members` by the number or letter that tells them apart, `words` of their names;
    the rest are pieces of patterns for what stands around it in a text."""

    members: dict[int | str, tuple[str, ...]]
    words: frozenset[str]
    before: str
    short: str
    after: str
    gap: str
    item: str
    extension: str

    def __hash__(self) -> int:
        return hash((self.before, self.after, self.item, self.extension))

    def between(self, first: str, last: str) -> list[str]:
        """The members from the first to the last, as written in a text."""
        low, high = _key(first), _key(last)
        if type(low) is not type(high):
            return []
        return [
            video
            for key, videos in self.members.items()
            if type(key) is type(low) and low <= key <= high  # type: ignore[operator]
            for video in videos
        ]


def _key(text: str) -> int | str:
    return int(text) if text.isdigit() else text.casefold()


@lru_cache(maxsize=4_096)
def base(name: str) -> str:
    """The last part of an entry's path, letters of full width as plain ones, as READMEs are read."""
    return as_typed(re.split(r"[/\\]", name)[-1])


@lru_cache(maxsize=4_096)
def as_typed(name: str) -> str:
    """The name in letters of usual width, composed."""
    return name if name.isascii() else unicodedata.normalize("NFKC", name)


@lru_cache(maxsize=4_096)
def stem_of(name: str) -> str:
    """The file name without folders and a video's extension."""
    return VIDEO_NAME.sub("", base(name))


@lru_cache(maxsize=4_096)
def natural(name: str) -> str:
    """The name without joints, case, and zeros before its numbers."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"[\s_.-]+", "", name.casefold()))


def spelt(name: str) -> str:
    """A pattern for the name as people type it: joints of blanks, dashes and underscores alike, zeros or none."""
    parts = re.findall(r"\d+|[^\W\d_]+|[^\w\s]|_|\s", name[:200])
    pieces = []
    for part in parts:
        if part.isdigit():
            pieces.append(r"[\s_#.-]{0,2}0{0,3}" + re.escape(part.lstrip("0") or "0"))
        elif part in "_- " or part.isspace():
            pieces.append(r"[\s_-]{0,2}")
        else:
            pieces.append(re.escape(part))
    return "".join(pieces)


@lru_cache(maxsize=256)
def series_of(videos: tuple[str, ...]) -> tuple[Series, ...]:
    """The series among the videos; one that has no like but has a number in its name is a series of one."""
    groups: dict[tuple[str, ...], list[tuple[str, list[str]]]] = {}
    for video in videos:
        stem = stem_of(video)
        parts = re.split(r"(\d{1,9})", stem)
        if len(parts) == 1 and (letter := _LETTER.search(stem)):
            parts = [stem[: letter.start()], letter[0], ""]
        if len(parts) > 1:
            groups.setdefault(tuple(part.casefold() for part in parts[::2]), []).append((video, parts))
    found: list[Series] = []
    for group in groups.values():
        found += _series_in(group)
    return tuple(found)


@lru_cache(maxsize=256)
def words_of(videos: tuple[str, ...]) -> frozenset[str]:
    """The words of the names of all series, folded."""
    return frozenset(word for series in series_of(videos) for word in series.words)


def _series_in(group: list[tuple[str, list[str]]]) -> list[Series]:
    """The series of a group whose names differ in their numbers only: by the one that varies, else by the last."""
    places = range(1, len(group[0][1]), 2)
    varying = [place for place in places if len({_key(parts[place]) for _, parts in group}) > 1]
    place = varying[-1] if varying else places[-1]
    series: dict[str, dict[int | str, tuple[str, ...]]] = {}
    for video, parts in group:
        fixed = "\0".join(
            natural(part) if at % 2 == 0 else str(_key(part)) for at, part in enumerate(parts) if at != place
        )
        members = series.setdefault(fixed, {})
        members[_key(parts[place])] = (*members.get(_key(parts[place]), ()), video)
    return [_made(members, place) for members in series.values()]


def _made(members: dict[int | str, tuple[str, ...]], place: int) -> Series:
    first = next(iter(members.values()))[0]
    stem = stem_of(first)
    parts = re.split(r"(\d{1,9})", stem)
    numbered = len(parts) > 1
    if not numbered:
        parts = [stem[:-1], stem[-1], ""]
    before, after = "".join(parts[:place]), "".join(parts[place + 1 :])
    last_word = re.search(r"(?<![^\W\d_])[^\W\d_]+(?=[\s_.-]*\Z)", before)
    short = last_word[0] if last_word and last_word[0] != before else ""
    return Series(
        members=members,
        words=frozenset(word.casefold() for word in re.findall(r"[^\W\d_]+", stem)),
        before=spelt(before) + (f"|(?<![a-z0-9]){re.escape(short)}" if short else ""),
        short=short,
        after=spelt(after),
        gap=r"[\s_#.-]{0,2}",
        item=r"0{0,3}(\d{1,6})" if numbered else "([a-z])",
        extension=r"\.(?:avi|mp4|wmv|mov|mkv|m4v)",
    )
