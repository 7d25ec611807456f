"""SUP003: each file is what its name says."""

from __future__ import annotations

from faimi_check.model.finding import Hit, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Entry, Supplement
from faimi_check.model.video import Video
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import EXTENSIONS, VIDEO_CONTAINERS, at, extension_of, in_words, shown
from faimi_check.rules.supplement.readme.scope.scope import content_entries
from faimi_check.rules.supplement.remade import as_mended, way

_BELONGS = {"avi": ("avi",), "mp4": ("mp4", "m4v"), "wmv": ("asf",)}


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
    needs={Aspect.ARCHIVE, Aspect.ENTRIES},
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
        Give the file the extension of what it is, or convert it: `ffmpeg -i in.webm -c:v libx264 out.mp4`.
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
            if not extension and entry.container in VIDEO_CONTAINERS:
                yield _without_extension(entry, supplement)
            continue
        if entry.container in _BELONGS[extension]:
            continue
        yield _mismatch(entry, extension, demuxers.get(entry.name, ""), supplement)


def _surplus(video: Video, supplement: Supplement) -> Hit:
    return Hit(
        code="surplus",
        message=f"{shown(video.member)}: {video.surplus}; they were not looked into.",
        fix=way(supplement, video.member, "Copy the video alone into a new file"),
        evidence=video.surplus,
        where=at(supplement, video.member),
    )


def _without_extension(entry: Entry, supplement: Supplement) -> Hit:
    return Hit(
        code="no-extension",
        message=f"{shown(entry.name)} has no extension; by its bytes it is: {in_words(entry.container, entry.mime)}.",
        fix=_renaming(entry, supplement),
        where=at(supplement, entry.name),
    )


def _renaming(entry: Entry, supplement: Supplement) -> str:
    return f"Rename it to {shown(as_mended(supplement, entry.name).member)}, in the README too."


def _mismatch(entry: Entry, extension: str, demuxer: str, supplement: Supplement) -> Hit:
    what = in_words(entry.container, entry.mime)
    right = EXTENSIONS.get(entry.container)
    if extension == "mp4" and entry.container in ("mov", "3gp"):
        code, fix = "quicktime", way(supplement, entry.name, "Make it an MP4")
    elif right:
        code, fix = "renamed", _renaming(entry, supplement)
    elif entry.container in VIDEO_CONTAINERS:
        code, fix = "other-content", way(supplement, entry.name, "Convert it")
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
