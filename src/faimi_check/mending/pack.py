"""A supplement as the call wants it: clean videos, a README that names their codecs, one plain zip."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
from msgspec.structs import replace

from faimi_check.engine.running import run_rule
from faimi_check.mending.member_names import member_name, tells
from faimi_check.mending.remux import RemuxError, remux
from faimi_check.mending.right_readme import readme_for
from faimi_check.model.finding import Hit, Severity
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Video, VideoFault
from faimi_check.reading.burned_in.letters import installed
from faimi_check.reading.video.video import read_video, read_video_file
from faimi_check.reading.zip.archive import read_supplement
from faimi_check.reading.zip.members import decode_members
from faimi_check.rules.catalogue import rules
from faimi_check.rules.supplement.readme.codecs import family_of, said
from faimi_check.venues.loader import load
from faimi_check.venues.profile import Profile

README = "README.txt"
# The call whose rules the finished zip is put to: its supplements are what this makes.
_CALL = "faimi-2025"
_DATE = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16
_FAMILIES = ("SUP", "VID", "RME")
# Codecs that the usual players bring along.
_USUAL = frozenset({"mpeg4", "h264", "hevc", "wmv1", "wmv2", "wmv3", "mpeg2", "vp9", "av1", "mjpeg"})
# What is wrong with the video itself; no copying mends it.
_BEYOND_MENDING = frozenset(
    {
        VideoFault.EMPTY,
        VideoFault.NOT_VIDEO,
        VideoFault.NO_PICTURE,
        VideoFault.ENCRYPTED,
        VideoFault.TRUNCATED,
        VideoFault.UNREADABLE,
        VideoFault.LIMIT,
    }
)


class PackError(Exception):
    """Why no zip was written, in a sentence for the author."""


class PackedVideo(msgspec.Struct, frozen=True, kw_only=True):
    """A video in the zip: its `member` name, the file it came from, its codec in words, what was left out of it."""

    member: str
    source: Path
    codec: str
    removed: tuple[str, ...] = ()


class PackResult(msgspec.Struct, frozen=True, kw_only=True):
    """What was done. `warnings` are sentences; `remaining` is what the zip's own check still found, with its rule."""

    out: Path
    readme: str
    videos: tuple[PackedVideo, ...]
    warnings: tuple[str, ...] = ()
    remaining: tuple[tuple[str, Severity, Hit], ...] = ()


@dataclass(frozen=True, slots=True)
class _Clean:
    """A video copied clean: where its bytes are, what it is now and what it was."""

    file: Path
    member: str
    now: Video
    before: Video
    source: Path


def pack_supplement(videos: list[Path], out: Path, force: bool = False, skip_bad: bool = False) -> PackResult:
    """Packs the videos and a README for them into the zip `out`. The same videos give the same bytes.

    The streams are copied, not encoded anew; tags, subtitles, chapters and covers stay behind. The videos themselves
    are never changed. Raises PackError where there is no video, one does not play, its streams fit none of the allowed
    containers, `out` is no name of a zip, is there and `force` is not given, or cannot be written. With `skip_bad` a
    video that cannot be packed is left out, and a warning says why, as long as one can.
    """
    if not videos:
        raise PackError("No video was given.")
    if out.exists() and not force:
        raise PackError(f"{out} is already there; it is overwritten only with --force.")
    if any(_same_file(video, out) for video in videos):
        raise PackError(f"{out} is one of the videos.")
    if out.suffix.lower() != ".zip":
        raise PackError(f"{out} is no name of a zip: let it end in .zip.")
    if not out.parent.is_dir():
        raise PackError(f"The folder {out.parent} is not there.")
    try:
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".faimi-check-") as name:
            return _pack(videos, out, Path(name), skip_bad)
    except OSError as error:
        raise PackError(f"{out} cannot be written: {error.strerror or error}.") from error


def _pack(videos: list[Path], out: Path, folder: Path, skip_bad: bool) -> PackResult:
    left_out: list[str] | None = [] if skip_bad else None
    clean = list(_clean(videos, folder, left_out))
    if not clean:
        raise PackError(" ".join(left_out or ()))
    readme = readme_for([each.now for each in clean])
    draft = folder / "supplement.zip"
    _write(draft, readme, clean)
    remaining = _check(draft, out.name, load(_CALL))
    draft.replace(out)
    return PackResult(
        out=out,
        readme=readme,
        videos=tuple(
            PackedVideo(member=each.member, source=each.source, codec=said(each.now), removed=tuple(_removed(each)))
            for each in clean
        ),
        warnings=(*(left_out or ()), *_warnings(clean)),
        remaining=tuple(remaining),
    )


def _same_file(video: Path, out: Path) -> bool:
    return out.exists() and video.exists() and video.samefile(out)


def _clean(videos: list[Path], folder: Path, left_out: list[str] | None) -> Iterator[_Clean]:
    """The videos copied clean; why one cannot be goes to `left_out`, or is raised where that is None."""
    taken: set[str] = {README.casefold()}
    for number, source in enumerate(videos, start=1):
        try:
            yield _copied(source, number, folder, taken)
        except PackError as error:
            if left_out is None:
                raise
            left_out.append(str(error))


def _copied(source: Path, number: int, folder: Path, taken: set[str]) -> _Clean:
    before = read_video_file(source)
    broken = before.fault is VideoFault.DAMAGED and not 0 < before.broken_frames <= 0.05 * before.frames_decoded
    if broken or before.fault in _BEYOND_MENDING:
        raise PackError(f"{source.name} cannot be packed: {before.error}.")
    place = folder / str(number)
    place.mkdir()
    try:
        file = remux(source, before.container, place)
    except RemuxError as error:
        raise PackError(
            f"{source.name} cannot be copied into an allowed container ({error}). Encode it anew: "
            f"ffmpeg -i {source.name} -c:v libx264 -pix_fmt yuv420p out.mp4"
        ) from error
    member = member_name(source, number, file.suffix, taken)
    taken.add(member.casefold())
    return _Clean(file, member, replace(read_video_file(file), member=member), before, source)


def _write(draft: Path, readme: str, clean: list[_Clean]) -> None:
    with zipfile.ZipFile(draft, "w") as archive:
        _add(archive, README, readme.encode("ascii", "replace"))
        for each in clean:
            info = _info(each.member)
            info.file_size = each.file.stat().st_size
            with each.file.open("rb") as source, archive.open(info, "w") as target:
                while piece := source.read(1 << 20):
                    target.write(piece)


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(_info(name), content)


def _info(name: str) -> zipfile.ZipInfo:
    """Stored, since videos do not get smaller; with a fixed date and no owner, so that nothing tells of the machine."""
    info = zipfile.ZipInfo(name, _DATE)
    info.create_system = 3
    info.external_attr = _MODE
    info.compress_type = zipfile.ZIP_STORED
    return info


def _check(draft: Path, name: str, profile: Profile) -> list[tuple[str, Severity, Hit]]:
    supplement = read_supplement(draft, name)
    decoded = tuple(_with_words(read_video(draft, member), draft) for member in decode_members(supplement))
    submission = Submission(id=name, supplement=replace(supplement, videos=decoded))
    found = []
    for rule in rules():
        if rule.id.startswith(_FAMILIES) and rule.id in profile.rules:
            hits, _, _ = run_rule(rule, submission, profile)
            found += [(rule.id, profile.severity(rule, hit.code), hit) for hit in hits]
    return found


def _with_words(video: Video, path: Path) -> Video:
    """The video with what is written in its frames, where the extra is there to read it: it cannot be taken out."""
    if video.error or not installed():
        return video
    from faimi_check.reading.burned_in.frames import read_frames

    return replace(video, burned_in=read_frames(path, video.member))


def _removed(each: _Clean) -> Iterator[str]:
    kept = {(tag.key, tag.value) for tag in each.now.tags}
    for tag in each.before.tags:
        if (tag.key, tag.value) not in kept:
            yield f"{tag.key}: {tag.value[:200]}"
    left = [track.kind for track in each.now.tracks]
    for track in each.before.tracks:
        if track.kind in left:
            left.remove(track.kind)
        else:
            yield f"{track.kind} track"


def _warnings(clean: list[_Clean]) -> Iterator[str]:
    for each in clean:
        family = family_of(each.now)
        if family is None or family.id not in _USUAL:
            yield (
                f"{each.member}: few players can play {said(each.now)}. H.264 plays everywhere: "
                f"ffmpeg -i {each.source.name} -c:v libx264 -pix_fmt yuv420p out.mp4"
            )
        if each.before.error:
            yield f"{each.member}: {each.before.error}; copying does not mend that."
        if each.member != each.source.name:
            why = ", since its name may tell who made it" if tells(each.source.stem) else ""
            yield f"{each.source.name} is called {each.member} in the zip{why}; let the paper cite it by that name."
