"""Which README speaks for which video, and which of its lines do.

People write one README for all videos, one beside each, one a folder; a list of names and then one line on the codec,
or a codec under each name. Where it cannot be told which line is meant for which video, every line may be.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from faimi_check.model.supplement import Entry, Readme, Supplement
from faimi_check.rules.late import late

_VIDEO_NAME = late(r"\.(?:avi|mp4|wmv|m4v|mov|mkv|webm|asf|3gp|divx|mpe?g|flv)\Z", re.I)
_TEXT_NAME = late(r"(?:\.(?:txt|md|markdown|rst|text|asc|1st)|(?:^|[/\\])[^./\\]+)\Z", re.I)
_VIDEO_KINDS = frozenset({"avi", "mp4", "mov", "3gp", "asf", "matroska", "webm", "flv", "mpeg", "mpegts"})
_FOR_ALL = late(
    r"\b(?:all|each|every|both|any)\b.{0,40}\b(?:videos?|files?|clips?|movies?|recordings?)\b"
    r"|\bthe (?:\w+ ){0,2}(?:videos|clips|movies)\b",
    re.I,
)
_LABEL = late(
    r"\W{0,8}(?:\d{1,3}[.):]\s{0,4})?(?:(?:video|file|clip|movie|name|filename|title)\s{0,3}(?:name)?\s{0,3}[:=]\s{0,8})?",
    re.I,
)
_MAX_LINES = 1000
_MAX_VIDEOS = 300


class Scope(msgspec.Struct, frozen=True):
    """What the READMEs say of one video: `own` in lines about it, `shared` in lines about all or none."""

    own: str
    shared: str
    whole: str
    readmes: tuple[Readme, ...]

    def layers(self) -> tuple[str, ...]:
        """The texts to look in, the nearest first."""
        return tuple(text for text in (self.own, self.shared, self.whole) if text.strip())


def content_entries(supplement: Supplement) -> list[Entry]:
    """The entries that the authors put in: no folders, no leftovers of systems and editors."""
    return [entry for entry in supplement.entries if not entry.is_dir and not entry.leftover]


def video_entries(supplement: Supplement) -> list[Entry]:
    """The entries that are videos by their bytes or by their names."""
    return [
        entry
        for entry in content_entries(supplement)
        if entry.container in _VIDEO_KINDS or (_VIDEO_NAME.search(entry.name) and entry.container != "pdf")
    ]


def allowed_videos(supplement: Supplement) -> list[Entry]:
    """The videos that the call asks a README for: those that are avi, mp4 or wmv by name, or by bytes without one."""
    return [
        entry
        for entry in video_entries(supplement)
        if re.search(r"\.(?:avi|mp4|wmv)\Z", entry.name, re.I) or "." not in _base(entry.name)
    ]


def readme_texts(supplement: Supplement) -> list[Readme]:
    """The texts that serve as READMEs: those called so, or every plain text where none is."""
    named = {entry.name for entry in supplement.entries if entry.readme}
    texts = [
        readme
        for readme in supplement.readmes
        if readme.text.strip() and (readme.member in named or is_text_name(readme.member))
    ]
    return [readme for readme in texts if readme.member in named] + [
        readme for readme in texts if readme.member not in named
    ]


def is_text_name(name: str) -> bool:
    """Whether the name is that of a plain text: .txt, .md, or no extension at all."""
    return bool(_TEXT_NAME.search(name))


def scopes(supplement: Supplement) -> dict[str, Scope | None]:
    """What the READMEs say of each video, by its name; None where no README speaks for it."""
    videos = [entry.name for entry in video_entries(supplement)][:_MAX_VIDEOS]
    texts = [_Text.read(readme, videos) for readme in readme_texts(supplement)[:_MAX_VIDEOS]]
    return {video: _scope([text for text in texts if text.speaks_for(video)], video) for video in videos}


class _Text(msgspec.Struct, frozen=True):
    """One README in lines, with the videos that each line names and those that the README's own name does."""

    readme: Readme
    lines: tuple[str, ...]
    named: tuple[frozenset[str], ...]
    paired: frozenset[str]

    @staticmethod
    def read(readme: Readme, videos: list[str]) -> _Text:
        lines = tuple(readme.text.split("\n")[:_MAX_LINES])
        named = tuple(frozenset(video for video in videos if _named_in(line, video)) for line in lines)
        return _Text(readme, lines, named, frozenset(video for video in videos if _is_paired(readme.member, video)))

    def speaks_for(self, video: str) -> bool:
        named = frozenset().union(*self.named)
        if video in named or video in self.paired:
            return True
        folder = _folder(self.readme.member)
        if self.paired or not _folder(video).startswith(folder):
            return False
        return not named or any(_FOR_ALL.search(line) for line in self.lines)

    def split(self, video: str) -> tuple[list[str], list[str]]:
        """The lines about the video, and those about all videos or none.

        Lines after a name belong to it up to the next name or a line that speaks of all.
        """
        own: list[str] = []
        shared: list[str] = []
        current: frozenset[str] = self.paired
        for line, named in zip(self.lines, self.named, strict=True):
            if named:
                current = named
            elif not self.paired and _FOR_ALL.search(line):
                current = frozenset()
            if video in current:
                own.append(line)
            elif not current:
                shared.append(line)
        return own, shared


def _scope(texts: list[_Text], video: str) -> Scope | None:
    if not texts:
        return None
    parts = [text.split(video) for text in texts]
    nearest = [text.readme for text in texts if video in text.paired]
    return Scope(
        "\n".join(line for own, _ in parts for line in own),
        "\n".join(line for _, shared in parts for line in shared),
        "\n".join(text.readme.text for text in texts),
        tuple(nearest or [text.readme for text in texts]),
    )


def _folder(name: str) -> str:
    return "/".join(re.split(r"[/\\]", name)[:-1])


def _base(name: str) -> str:
    return re.split(r"[/\\]", name)[-1]


def _stem(name: str) -> str:
    return _VIDEO_NAME.sub("", _base(name))


def _is_paired(readme: str, video: str) -> bool:
    """`video1_README.txt`, `README_video1.txt`, `video1.txt`, `video1.mp4.txt` stand for `video1.mp4`."""
    if _folder(readme) != _folder(video) and _folder(readme):
        return False
    bare = re.sub(r"\.(?:txt|md|markdown|rst|text|asc)\Z", "", _base(readme), flags=re.I)
    bare = _VIDEO_NAME.sub("", re.sub(r"read[ _.-]?me", " ", bare, flags=re.I).strip(" _.-()"))
    return _plain(bare) == _plain(_stem(video)) and bool(_plain(bare))


def _plain(name: str) -> str:
    return re.sub(r"[\s_.-]+", "", name.casefold())


@cache
def _pattern(video: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for the whole file name anywhere, and for the bare name where it plainly is one."""
    whole, stem = _spelt(_base(video)), _spelt(_stem(video))
    telling = bool(re.search(r"[\d_-]", _stem(video))) and len(_plain(_stem(video))) >= 2
    anywhere = rf"(?<![a-z0-9])(?:{whole}{'|' + stem if telling else ''})(?![a-z0-9])"
    return re.compile(anywhere, re.I), re.compile(rf"{_LABEL.pattern}(?:{stem})(?![a-z0-9])", re.I)


def _spelt(name: str) -> str:
    """The name as people type it: joints of blanks, dashes and underscores alike, numbers with or without zeros."""
    parts = re.findall(r"\d+|[^\W\d_]+|[^\w\s]|_|\s", name[:200])
    spelt = []
    for part in parts:
        if part.isdigit():
            spelt.append(r"[\s_#.-]{0,2}0{0,3}" + re.escape(part.lstrip("0") or "0"))
        elif part in "_- " or part.isspace():
            spelt.append(r"[\s_-]{0,2}")
        else:
            spelt.append(re.escape(part))
    return "".join(spelt)


def _named_in(line: str, video: str) -> bool:
    anywhere, labelled = _pattern(video)
    return bool(anywhere.search(line) or labelled.match(line))
