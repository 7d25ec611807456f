"""The README that would be right for a supplement as it is."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.video import Video
from faimi_check.reading.video.video import read_video
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.reading.zip.members import decode_members
from faimi_check.rules.supplement.readme.presence import readme_text, whole_readme


class RightReadme(NamedTuple):
    """A README, and what it cannot say yet: a sentence for each video whose codec cannot be told."""

    text: str
    left: tuple[str, ...]


class ReadmeError(Exception):
    """Why no README can be written, in a sentence for the author."""


def readme_for(videos: list[Video]) -> str:
    """The text for these videos: one block each, with its name, its codec and an address."""
    return readme_text(videos)


def right_readme(supplement: Path) -> RightReadme:
    """The text for the videos of a zip, by the names that they have in formats that the call takes.

    A video that does not play has a place in it that is to be filled in. Raises ReadmeError where the zip cannot be
    read or holds no video that plays.
    """
    read = read_supplement(supplement, supplement.name)
    if not read.is_zip:
        raise ReadmeError(f"{supplement.name} cannot be read: {read.problems[0].detail}.")
    # A README that left out what cannot be read would not be right.
    unread = next((problem.detail for problem in read.problems if _lacks_videos(problem)), None)
    if unread:
        raise ReadmeError(f"{supplement.name}: {unread}.")
    members = decode_members(read)
    if not members:
        inner = next((entry.name for entry in read.entries if entry.is_archive), None)
        unpacked = f" It holds {inner}: unpack that, and put the videos themselves into the zip." if inner else ""
        raise ReadmeError(f"{supplement.name} holds no video.{unpacked}")
    videos = [read_video(supplement, member) for member in members]
    left = tuple(
        f"The codec of {video.member} cannot be told: {video.error or 'it does not play'}."
        for video in videos
        if not video.codec
    )
    if len(left) == len(videos):
        raise ReadmeError(left[0])
    return RightReadme(whole_readme(replace(read, videos=tuple(videos))), left)


def _lacks_videos(problem: Problem) -> bool:
    """Whether videos of the zip itself were not read; an archive within it is another matter."""
    within = problem.kind is ProblemKind.LIMIT and Aspect.ARCHIVE not in problem.aspects
    return Aspect.VIDEOS in problem.aspects and not within
