"""Commands that a finding tells an author to run, with the names of the author's own files as a shell takes them."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from faimi_check.model.paper import Paper
from faimi_check.model.supplement import Supplement

_BARE = re.compile(r"[\w@+=:,./-]+")
# Within double quotes, which every shell knows, some of them take these for their own.
_SPECIAL = frozenset('"$`!\\%')
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
# Codecs, by ffmpeg's names, that it puts into an MP4 and that players know there.
_IN_MP4 = frozenset(
    {"h264", "hevc", "mpeg4", "av1", "vp9", "mpeg2video", "mpeg1video", "mjpeg", "aac", "mp3", "ac3", "eac3", "opus"}
)
_LONGEST = 200
_MOST = 12


def shell_word(name: str, otherwise: str = "FILE") -> str:
    """The name of a file as one word of a command; `otherwise` where it cannot be shown as it is."""
    if not name or len(name) > _LONGEST or any(unicodedata.category(char) in _UNSEEN for char in name):
        return otherwise
    if name.startswith("-"):
        name = f"./{name}"
    if _BARE.fullmatch(name):
        return name
    return shlex.quote(name) if _SPECIAL & set(name) else f'"{name}"'


def scrubbing(paper: Paper) -> str:
    """The command that takes out of the paper what hides in its file."""
    name = paper.file or "PAPER.pdf"
    return f"faimi-check scrub {shell_word(name, 'PAPER.pdf')} -o {shell_word(_beside(name, 'pdf'), 'OUT.pdf')}"


def packing(supplement: Supplement, members: Iterable[str] | None = None) -> str:
    """The command that packs the supplement's videos anew, for the folder with the videos."""
    names = [_typed(supplement, member) for member in members or (video.member for video in supplement.videos)]
    words = list(dict.fromkeys(shell_word(name, "VIDEO") for name in names))
    videos = " ".join(words) if 0 < len(words) <= _MOST else "VIDEO..."
    return f"faimi-check pack {videos} -o {shell_word(_new_zip(supplement), 'OUT.zip')}"


def encoding(supplement: Supplement, member: str, options: str, extension: str) -> str:
    """The command that makes another file of one video, for the folder with the videos."""
    name = _typed(supplement, member)
    return f"ffmpeg -i {shell_word(name, 'VIDEO')} {options} {shell_word(_beside(name, extension), f'OUT.{extension}')}"


def moving_to_mp4(supplement: Supplement, member: str) -> str:
    """The command that makes an MP4 of a video: its streams are copied where the format takes them, else encoded."""
    video = next((each for each in supplement.videos if each.member == member), None)
    sounds = {track.codec for track in video.tracks if track.kind == "audio"} if video else set()
    if video is not None and video.codec and video.codec not in _IN_MP4:
        options = "-c:v libx264 -pix_fmt yuv420p -c:a aac"
    else:
        options = "-c copy" if sounds <= _IN_MP4 else "-c:v copy -c:a aac"
    return encoding(supplement, member, options, "mp4")


def deleting(supplement: Supplement, patterns: Iterable[str]) -> str:
    """The command that takes entries out of the zip; "" where it has no zip, or there are too many to list."""
    words = list(dict.fromkeys(patterns))
    if supplement.loose or not 0 < len(words) <= _MOST or not all(map(_matches_itself, words)):
        return ""
    quoted = " ".join(f'"{word}"' for word in words)
    return f"zip -d {shell_word(supplement.file, 'SUPPLEMENT.zip')} {quoted}"


def zipping(supplement: Supplement) -> str:
    """The command that makes the zip again without what zip adds unasked, for the folder with what was in it."""
    return f"zip -r -X {shell_word(f'../{_new_zip(supplement)}', '../OUT.zip')} ."


def _new_zip(supplement: Supplement) -> str:
    return "supplement.zip" if supplement.loose else _beside(PurePosixPath(supplement.file).name, "zip")


def _typed(supplement: Supplement, member: str) -> str:
    return supplement.file_of(member) if supplement.loose else member.replace("\\", "/")


def _beside(name: str, extension: str) -> str:
    """A new name that is none of the old ones."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}-clean.{extension}")) if path.name else f"clean.{extension}"


def _matches_itself(pattern: str) -> bool:
    """Whether zip takes the name, but for a star at its end, for itself, and every shell the quotes round it."""
    name = pattern.removesuffix("*")
    seen = name.isascii() and name.isprintable()
    return seen and bool(name) and not (_SPECIAL | set("*?[]")) & set(name) and len(name) <= _LONGEST
