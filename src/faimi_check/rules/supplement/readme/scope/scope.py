"""Which README speaks for which video, and which of its lines do.

People write one README for all videos, one beside each, one a folder; a list of names and then one line on the codec,
or a codec under each name. Where it cannot be told which line is meant for which video, every line may be.
"""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from faimi_check.model.supplement import Entry, Readme, Supplement
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.supplement.entry_words import VIDEO_CONTAINERS
from faimi_check.rules.supplement.readme.scope.scoped_text import ScopedText
from faimi_check.rules.supplement.readme.scope.series import VIDEO_NAME, base
from faimi_check.rules.supplement.readme.sources import loosened
from faimi_check.rules.supplement.remade import is_to_be_encoded

_TEXT_NAME = late(r"(?:\.(?:txt|md|markdown|rst|text|asc|1st)|(?:^|[/\\])[^./\\]+)\Z", re.I)
_MAX_VIDEOS = 300
# So many letters are read as those of single videos, and at least so many of each: lines that all name all videos
# would be read once for each of them. What is left out is still read as words of the README.
_MOST_OWN, _LEAST_OWN = 200_000, 2_000
# So many READMEs of one video are set against each other.
_MOST_APART = 30


class Said(msgspec.Struct, frozen=True):
    """What one README says of a video: in lines about it, else, where it names no video or all, in the others."""

    readme: Readme
    text: str


class Scope(msgspec.Struct, frozen=True):
    """What the READMEs say of one video: `own` in lines about it, `shared` in lines about all or none; `each` what each
    of several READMEs says of it by itself."""

    own: str
    shared: str
    whole: str
    readmes: tuple[Readme, ...]
    each: tuple[Said, ...] = ()

    def layers(self) -> tuple[str, ...]:
        """The texts to look in, the nearest first."""
        return tuple(text for text in (self.own, self.shared, self.whole) if text.strip())


def content_entries(supplement: Supplement) -> list[Entry]:
    """The entries that the authors put in: no folders, no leftovers of systems and editors."""
    return [entry for entry in supplement.entries if not entry.is_dir and not entry.leftover]


@once_a_paper
def video_entries(supplement: Supplement) -> list[Entry]:
    """The entries that are videos by their bytes or by their names."""
    return [
        entry
        for entry in content_entries(supplement)
        if entry.container in VIDEO_CONTAINERS or (VIDEO_NAME.search(entry.name) and entry.container != "pdf")
    ]


def allowed_videos(supplement: Supplement) -> list[Entry]:
    """The videos that are avi, mp4 or wmv by name, or by bytes without one."""
    return [
        entry
        for entry in video_entries(supplement)
        if re.search(r"\.(?:avi|mp4|wmv)\Z", entry.name, re.I) or "." not in base(entry.name)
    ]


def asked_videos(supplement: Supplement) -> list[Entry]:
    """The videos whose codec a README is to name: those allowed, and others that keep it when they become so."""
    return [entry for entry in video_entries(supplement) if not is_to_be_encoded(supplement, entry.name)]


@once_a_paper
def readme_texts(supplement: Supplement) -> list[Readme]:
    """The texts that serve as READMEs: those called so, or every plain text where none is."""
    named = {entry.name for entry in supplement.entries if entry.readme}
    texts = [
        replace(readme, text=loosened(readme.text))
        for readme in supplement.readmes
        if readme.text.strip() and (readme.member in named or is_text_name(readme.member))
    ]
    return [readme for readme in texts if readme.member in named] + [
        readme for readme in texts if readme.member not in named
    ]


def is_text_name(name: str) -> bool:
    """Whether the name is that of a plain text: .txt, .md, or no extension at all."""
    return bool(_TEXT_NAME.search(name))


@once_a_paper
def scopes(supplement: Supplement) -> dict[str, Scope | None]:
    """What the READMEs say of each video, by its name; None where no README speaks for it."""
    videos = tuple(entry.name for entry in video_entries(supplement))[:_MAX_VIDEOS]
    texts = scoped_texts(supplement)
    return {video: _scope([text for text in texts if video in text.spoken], video, len(videos)) for video in videos}


@once_a_paper
def scoped_texts(supplement: Supplement) -> list[ScopedText]:
    """The READMEs in lines, with the videos that each line names."""
    videos = tuple(entry.name for entry in video_entries(supplement))[:_MAX_VIDEOS]
    readmes = readme_texts(supplement)[:_MAX_VIDEOS]
    return [ScopedText.read(readme, videos, alone=len(readmes) == 1) for readme in readmes]


def _scope(texts: list[ScopedText], video: str, videos: int) -> Scope | None:
    if not texts:
        return None
    parts = [text.split(video) for text in texts]
    apart = texts[:_MOST_APART] if len(texts) > 1 else []
    most = max(_LEAST_OWN, _MOST_OWN // videos)
    nearest = [text.readme for text in texts if video in text.paired]
    return Scope(
        "\n".join(line for own, _ in parts for line in own)[:most],
        "\n".join(line for _, shared in parts for line in shared),
        "\n".join(text.readme.text for text in texts),
        tuple(nearest or [text.readme for text in texts]),
        tuple(Said(text.readme, "\n".join(text.about(video))) for text in apart),
    )
