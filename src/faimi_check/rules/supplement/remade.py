"""Videos made anew as the call takes them: what they are called and coded in then, and the commands that make them.

What is proposed about one supplement leads to the same files, whatever finding proposes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from msgspec.structs import replace

from faimi_check.model.supplement import Supplement
from faimi_check.model.text.counted import first_of
from faimi_check.model.video import Video
from faimi_check.rules.commands import MOST, beside, new_zip, shell_word, typed
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.supplement.entry_words import EXTENSIONS, VIDEO_CONTAINERS, extension_of, shown

_NAMED = 3
# The containers that the call takes, by signature, and their extensions; those out of which streams are copied.
_KEPT = {**EXTENSIONS, "m4v": "mp4"}
_VIDEO_NAMES = frozenset({"avi", "mp4", "wmv", "m4v", "mov", "mkv", "webm", "asf", "3gp"})
_MOVED = frozenset({"mov", "3gp", "matroska", "webm"})
# Codecs, by ffmpeg's names, that it puts into an MP4 and that players know there.
_IN_MP4 = frozenset(
    {"h264", "hevc", "mpeg4", "av1", "vp9", "mpeg2video", "mpeg1video", "mjpeg", "aac", "mp3", "ac3", "eac3", "opus"}
)


def packing(supplement: Supplement, members: Iterable[str] | None = None) -> str:
    """The command that packs the supplement's videos anew, for the folder with the videos; above it, what is to be
    encoded first."""
    known = (video.member for video in supplement.videos if not video.beyond_mending)
    chosen = list(dict.fromkeys(members or known))
    if not 0 < len(chosen) <= MOST:
        return _pack(supplement, "VIDEO...")
    first = [member for member in chosen if _to_be_encoded(_video(supplement, member))]
    names = [_made(supplement, each) if each in first else typed(supplement, each) for each in chosen]
    words = dict.fromkeys(shell_word(name, "VIDEO") for name in names)
    return "\n".join((*(remaking(supplement, member) for member in first), _pack(supplement, " ".join(words))))


@once_a_paper
def _all_packed(supplement: Supplement) -> str:
    return packing(supplement)


@once_a_paper
def _encoded(supplement: Supplement) -> frozenset[str]:
    """The videos that are to be encoded before they are packed."""
    return frozenset(video.member for video in supplement.videos if _to_be_encoded(video))


def _pack(supplement: Supplement, videos: str) -> str:
    return f"faimi-check pack {videos} -o {shell_word(new_zip(supplement), 'OUT.zip')}"


def remaking(supplement: Supplement, member: str) -> str:
    """The command that makes a clean file of one video, for the folder with the videos: its picture and its sound, in a
    container of the call's."""
    sounds = _sounds(_video(supplement, member))
    return _ffmpeg(supplement, member, sounds)


def silencing(supplement: Supplement, member: str) -> str:
    """The same without the sound."""
    return _ffmpeg(supplement, member, frozenset())


def _ffmpeg(supplement: Supplement, member: str, sounds: frozenset[str]) -> str:
    return _line(supplement, member, sounds, _codecs(_video(supplement, member), sounds), _made(supplement, member))


def _codecs(video: Video, sounds: frozenset[str]) -> tuple[str, str]:
    """By which codecs its picture and its sound are written: copied where the new container takes them."""
    picture = "copy" if _stays(video) or not video.codec or video.codec in _IN_MP4 else "libx264 -pix_fmt yuv420p"
    return picture, "copy" if _stays(video) or sounds <= _IN_MP4 else "aac"


def _line(supplement: Supplement, member: str, sounds: frozenset[str], codecs: tuple[str, str], made: str) -> str:
    picture, sound = codecs
    coded = f"-c:v {picture}" + (f" -c:a {sound}" if sounds else "")
    if picture == "copy" and (sound == "copy" or not sounds):
        coded = "-c copy"
    kept = "-map 0:v:0 -map 0:a:0" if sounds else "-map 0:v:0"
    old, new = shell_word(typed(supplement, member), "VIDEO"), shell_word(made, f"OUT{PurePosixPath(made).suffix}")
    return f"ffmpeg -i {old} {kept} -map_metadata -1 -map_chapters -1 {coded} {new}"


def converting(supplement: Supplement, member: str, extension: str) -> str:
    """The command that moves one video into a container of a call that takes fewer of them."""
    moved = replace(_video(supplement, member), container="matroska")
    picture, sound = _codecs(moved, _sounds(moved)) if extension == "mp4" else ("copy", "copy")
    return _line(supplement, member, _sounds(moved), (picture, sound), beside(typed(supplement, member), extension))


def ways(supplement: Supplement, member: str, purpose: str) -> str:
    """What to do for a purpose: to pack all videos anew, or to make this one anew; and the commands."""
    others = _encoded(supplement) - {member}
    # What is packed are videos; where another is to be encoded first, that is said of that one.
    broken = is_beyond_mending(supplement, member)
    if broken or supplement.pdfs or (not is_to_be_encoded(supplement, member) and others):
        return way(supplement, member, purpose)
    run = "run" if supplement.loose else "in the folder where you unpacked the zip, run"
    all_of_them, alone = _all_packed(supplement), remaking(supplement, member)
    but = _left_out(supplement)
    if is_to_be_encoded(supplement, member):
        lines = all_of_them if alone in all_of_them else f"{alone}\n{all_of_them}"
        return f"{purpose}: {run} ffmpeg for this video, then `faimi-check pack` for all{but}:\n\n{lines}"
    place = placing(supplement, member)
    return (
        f"{purpose}: {run} `faimi-check pack` for all videos{but} and their README, or ffmpeg for this one "
        f"alone ({place}):\n\n"
        f"{all_of_them}\n{alone}"
    )


@once_a_paper
def _left_out(supplement: Supplement) -> str:
    """Which videos the command leaves out: those that do not play, and those that nobody could unpack."""
    left = [video.member for video in supplement.videos if video.beyond_mending]
    unread = (entry.name for entry in supplement.entries if not entry.readable)
    left += [name for name in unread if extension_of(name) in _VIDEO_NAMES]
    if not left:
        return ""
    return f" but {first_of(map(shown, left), _NAMED)} (what does not play to its end cannot be packed)"


def way(supplement: Supplement, member: str, purpose: str) -> str:
    """The same for one video alone; one that does not play is no better for being copied."""
    if is_beyond_mending(supplement, member):
        return f"{purpose} as soon as you have a copy that plays to its end."
    return f"{purpose} ({placing(supplement, member)}):\n\n{remaking(supplement, member)}"


def placing(supplement: Supplement, member: str) -> str:
    """Where the file belongs that the command for one video makes: it is called as the paper and the README call it."""
    names = (typed(supplement, member), _made(supplement, member), as_mended(supplement, member).member)
    old, made, new = (shown(PurePosixPath(name).name) for name in names)
    return f"put {made} into the zip as {new}" if made != new else f"put {made} into the zip instead of {old}"


def as_mended(supplement: Supplement, member: str) -> Video:
    """A video as it is once it stands in a container that the call takes, by the name that it has then, without
    folders: its own where that fits the container."""
    video, name = _video(supplement, member), _name_then(supplement, member)
    if _stays(video):
        return replace(video, member=name)
    codec = video.codec if not video.codec or video.codec in _IN_MP4 else "h264"
    return replace(video, member=name, container="mp4", codec=codec, fourcc="")


def _name_then(supplement: Supplement, asked: str) -> str:
    """What the video asked for is called in the right container."""
    names, renamed, taken = _new_names(supplement)
    known = names.get(asked)
    return known or _new_name(_video(supplement, asked), renamed.get(asked) or _base(asked), taken)


@once_a_paper
def _new_names(supplement: Supplement) -> tuple[dict[str, str], dict[str, str], set[str]]:
    """What each video is called then, what those are called whose names cannot stay, and all names that are taken."""
    taken = {_base(entry.name).casefold() for entry in supplement.entries}
    renamed = dict(supplement.renamed)
    names = {}
    for member, video in _videos(supplement).items():
        names[member] = name = _new_name(video, renamed.get(member) or _base(member), taken)
        taken.add(name.casefold())
    return names, renamed, taken


def _new_name(video: Video, called: str, taken: set[str]) -> str:
    path = PurePosixPath(called)
    extension = _KEPT.get(video.container, "mp4")
    if path.suffix[1:].lower() == extension or not (video.container in _KEPT or video.container in VIDEO_CONTAINERS):
        return path.name
    names = (f"{path.stem}{more}.{extension}" for more in ("", "-clean", *(f"-clean-{n}" for n in range(2, 100))))
    return next((name for name in names if name.casefold() not in taken), path.name)


def renaming(supplement: Supplement, member: str) -> str:
    """`old.avi to video1.avi`, what is made of it where it is to be made anew; "" for a name that can stay."""
    if member not in _new_names(supplement)[1]:
        return ""
    made = "" if _stays(_video(supplement, member)) else "what is made of "
    return f"{made}{shown(_base(member))} to {shown(as_mended(supplement, member).member)}"


def _stays(video: Video) -> bool:
    """Whether the video stays in its container."""
    return video.container in _KEPT


def is_beyond_mending(supplement: Supplement, member: str) -> bool:
    """Whether no copy of it would play."""
    return _video(supplement, member).beyond_mending


def is_to_be_encoded(supplement: Supplement, member: str) -> bool:
    """Whether no container that `pack` writes takes its streams as they are."""
    return _to_be_encoded(_video(supplement, member))


def _to_be_encoded(video: Video) -> bool:
    if _stays(video) or not video.codec:
        return False
    return video.container not in _MOVED or not {video.codec, *_sounds(video)} <= _IN_MP4


def _sounds(video: Video) -> frozenset[str]:
    return frozenset(track.codec for track in video.tracks if track.kind == "audio")


def _video(supplement: Supplement, member: str) -> Video:
    """The video, as far as it is known."""
    known = _videos(supplement).get(member)
    return known or Video(member=member, container=_containers(supplement).get(member, ""))


@once_a_paper
def _videos(supplement: Supplement) -> dict[str, Video]:
    videos: dict[str, Video] = {}
    for video in supplement.videos:
        videos.setdefault(video.member, video)
    return videos


@once_a_paper
def _containers(supplement: Supplement) -> dict[str, str]:
    return {entry.name: entry.container for entry in reversed(supplement.entries)}


def _made(supplement: Supplement, member: str) -> str:
    """The file that the command for one video makes."""
    path, new = PurePosixPath(typed(supplement, member)), as_mended(supplement, member).member
    return str(path.with_name(new)) if new != path.name else beside(str(path), path.suffix[1:])


def _base(name: str) -> str:
    return re.split(r"[/\\]", name)[-1]
