"""SUP002 and SUP003: videos in the allowed formats and READMEs only, each what its name says."""

from __future__ import annotations

import msgspec

from faimi_check.model.finding import Confidence, Hit, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Entry, Supplement, Video
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.archive import is_nested_archive
from faimi_check.rules.supplement.entry_words import at, extension_of, in_words, shown
from faimi_check.rules.supplement.readme.scope import content_entries, is_text_name, readme_texts, video_entries
from faimi_check.rules.supplement.self_contained import leads_elsewhere

_VIDEO_CONTAINERS = frozenset({"avi", "mp4", "mov", "3gp", "asf", "matroska", "webm", "flv", "mpeg", "mpegts"})


class AllowedFormats(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """File extensions of the videos that the call allows, and of what it allows beside them (code, data, texts)."""

    videos: tuple[str, ...] = ("avi", "mp4", "wmv")
    others: tuple[str, ...] = ()


@rule(
    "SUP002",
    "allowed-formats",
    part=Part.SUPPLEMENT,
    params=AllowedFormats,
    codes={"format": Severity.ERROR, "other-text": Severity.WARNING, "no-video": Severity.WARNING},
    needs={Aspect.ARCHIVE},
    requires={"SUP001"},
)
def allowed_formats(submission: Submission, allowed: AllowedFormats) -> RuleResults:
    """The zip holds files that are neither a video in an allowed format nor its README.

    Why
        Only avi, mp4 and wmv are allowed, each video with a README text file.

    How it decides
        By the file's extension; what the bytes are is SUP003. PDFs, playlists and shortcuts, archives in the zip, and
        leftovers of systems have rules of their own and are not named here again. A text file that is no README is a
        warning.

    When it can be wrong
        A text file may be a README under another name.

    Fix
        Convert the video without loss where its codec allows it (ffmpeg -i in.mov -c copy out.mp4), and take everything
        else out.
    """
    supplement = supplement_of(submission)
    pdfs = {pdf.member for pdf in supplement.pdfs}
    texts = {readme.member for readme in readme_texts(supplement)}
    named = any(entry.readme for entry in content_entries(supplement))
    for entry in content_entries(supplement):
        own_rule = entry.name in pdfs or leads_elsewhere(entry) or is_nested_archive(entry.name, entry.container)
        extension = extension_of(entry.name)
        if own_rule or extension in allowed.videos or extension in allowed.others or entry.readme:
            continue
        if not entry.readable and is_text_name(entry.name):
            continue
        if not extension and entry.container in _VIDEO_CONTAINERS:
            continue
        if entry.name in texts or (is_text_name(entry.name) and entry.container in ("text", "empty")):
            if named:
                yield _other_text(entry, supplement)
            continue
        yield _not_allowed(entry, extension, supplement, allowed)
    alone = content_entries(supplement) and not video_entries(supplement) and not supplement.pdfs
    if alone and not allowed.others:
        yield Hit(
            code="no-video",
            message="The zip holds no video.",
            fix="Supplements are for multimedia; submit none if there is no video.",
            confidence=Confidence.LIKELY,
            where=at(supplement),
        )


def _other_text(entry: Entry, supplement: Supplement) -> Hit:
    return Hit(
        code="other-text",
        message=f"{shown(entry.name)} is a text file but no README.",
        fix="Take it out, or say in the README what reviewers need to know.",
        evidence=shown(entry.name),
        confidence=Confidence.LIKELY,
        where=at(supplement, entry.name),
    )


def _not_allowed(entry: Entry, extension: str, supplement: Supplement, allowed: AllowedFormats) -> Hit:
    what = in_words(entry.container, entry.mime)
    listed = ", ".join(allowed.videos + allowed.others)
    if entry.container in _VIDEO_CONTAINERS:
        target = "avi" if entry.container == "avi" else "mp4"
        fix = f"Put it into an allowed container: ffmpeg -i in.{extension or 'video'} -c copy out.{target}"
    else:
        fix = "Take it out."
    name = f".{extension}" if extension else "no extension"
    return Hit(
        code="format",
        message=f"{shown(entry.name)} ({name}, {what}) is not allowed; only {listed} and README text files are.",
        fix=fix,
        evidence=shown(entry.name),
        where=at(supplement, entry.name),
    )


_BELONGS = {"avi": ("avi",), "mp4": ("mp4", "m4v"), "wmv": ("asf",)}
_RIGHT_EXTENSION = {"avi": "avi", "mp4": "mp4", "asf": "wmv"}


@rule(
    "SUP003",
    "content-matches-name",
    part=Part.SUPPLEMENT,
    codes={
        "other-content": Severity.ERROR,
        "renamed": Severity.WARNING,
        "quicktime": Severity.WARNING,
        "no-extension": Severity.WARNING,
        "surplus": Severity.WARNING,
    },
    needs={Aspect.ARCHIVE},
    requires={"SUP001"},
)
def content_matches_name(submission: Submission, _: NoParameters) -> RuleResults:
    """A file's bytes are not what its extension says.

    Why
        Renaming a file does not convert it: a WebM called .mp4 is still not an allowed format, and many players refuse
        it.

    How it decides
        By the container's signature in the bytes, and by what the player library takes it for. A file that is another
        of the allowed formats (an MP4 called .avi) is a warning, as is a QuickTime movie called .mp4. Bytes behind the
        end of a video that belong to no part of it are a warning: anything may be in them.

    When it can be wrong
        Old QuickTime files and MP4 differ by a brand only; many players do not care.

    Fix
        Give the file the extension of what it is, or convert it: ffmpeg -i in.webm -c:v libx264 out.mp4
    """
    supplement = supplement_of(submission)
    pdfs = {pdf.member for pdf in supplement.pdfs}
    demuxers = {video.member: video.demuxer for video in supplement.videos}
    known = pdfs | {entry.name for entry in supplement.entries if entry.holds_zip}
    for video in supplement.videos:
        if video.surplus and video.member not in known:
            yield _surplus(video, supplement)
    for entry in content_entries(supplement):
        extension = extension_of(entry.name)
        if not entry.readable or entry.name in pdfs or entry.container == "empty":
            continue
        if extension not in _BELONGS:
            if not extension and entry.container in _VIDEO_CONTAINERS:
                yield _withoutextension_of(entry, supplement)
            continue
        if entry.container in _BELONGS[extension]:
            continue
        yield _mismatch(entry, extension, demuxers.get(entry.name, ""), supplement)


def _surplus(video: Video, supplement: Supplement) -> Hit:
    return Hit(
        code="surplus",
        message=f"{shown(video.member)}: {video.surplus}; they were not looked into.",
        fix="Copy the video alone into a new file: faimi-check pack, or ffmpeg -i in.mp4 -c copy out.mp4",
        evidence=video.surplus,
        where=at(supplement, video.member),
    )


def _withoutextension_of(entry: Entry, supplement: Supplement) -> Hit:
    right = _RIGHT_EXTENSION.get(entry.container, "mp4")
    return Hit(
        code="no-extension",
        message=f"{shown(entry.name)} has no extension; by its bytes it is: {in_words(entry.container, entry.mime)}.",
        fix=f"Rename it to {shown(entry.name)}.{right}.",
        where=at(supplement, entry.name),
    )


def _mismatch(entry: Entry, extension: str, demuxer: str, supplement: Supplement) -> Hit:
    what = in_words(entry.container, entry.mime)
    right = _RIGHT_EXTENSION.get(entry.container)
    if extension == "mp4" and entry.container in ("mov", "3gp"):
        code, fix = "quicktime", "Make it an MP4: ffmpeg -i in.mov -c copy out.mp4"
    elif right:
        code, fix = "renamed", f"Rename it to .{right}, in the README too."
    elif entry.container in _VIDEO_CONTAINERS:
        code, fix = "other-content", "Convert it: ffmpeg -i in.video -c:v libx264 -an out.mp4"
    else:
        code, fix = "other-content", "Put the video itself into the zip."
    opened = f"; the player library opens it as {demuxer}" if demuxer and demuxer != entry.container else ""
    return Hit(
        code=code,
        message=f"{shown(entry.name)} is called .{extension}; by its bytes it is: {what}{opened}.",
        fix=fix,
        evidence=f"{shown(entry.name)}: {entry.mime}",
        where=at(supplement, entry.name),
    )
