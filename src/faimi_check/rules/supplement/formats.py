"""SUP002: videos in the allowed formats and READMEs only."""

from __future__ import annotations

import msgspec

from faimi_check.model.finding import Confidence, Hit, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Entry, Supplement
from faimi_check.rules.registry import Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import VIDEO_CONTAINERS, at, extension_of, in_words, shown
from faimi_check.rules.supplement.readme.scope.scope import content_entries, is_text_name, readme_texts, video_entries
from faimi_check.rules.supplement.remade import as_mended, converting, is_beyond_mending, way, ways
from faimi_check.rules.supplement.self_contained import leads_elsewhere


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
        Convert the video without loss where its codec allows it (`ffmpeg -i in.mov -c copy out.mp4`), and take
        everything else out.
    """
    supplement = supplement_of(submission)
    pdfs = {pdf.member for pdf in supplement.pdfs}
    texts = {readme.member for readme in readme_texts(supplement)}
    named = any(entry.readme for entry in content_entries(supplement))
    for entry in content_entries(supplement):
        own_rule = entry.name in pdfs or leads_elsewhere(entry) or entry.is_archive
        extension = extension_of(entry.name)
        if own_rule or extension in allowed.videos or extension in allowed.others or entry.readme:
            continue
        if not entry.readable and is_text_name(entry.name):
            continue
        if not extension and entry.container in VIDEO_CONTAINERS:
            continue
        if entry.name in texts or (is_text_name(entry.name) and entry.container in ("text", "empty")):
            if named:
                yield _other_text(entry, supplement)
            continue
        yield _not_allowed(entry, extension, supplement, allowed)
    alone = content_entries(supplement) and not video_entries(supplement) and not supplement.pdfs
    if alone and not allowed.others and not supplement.loose:
        yield _no_video(supplement)


def _no_video(supplement: Supplement) -> Hit:
    """No video in the zip itself; an archive within it is not looked into, and may hold one."""
    within = (e.name for e in content_entries(supplement) if e.holds_zip or e.is_archive)
    inner = next(within, None)
    message, fix = "The zip holds no video.", "Supplements are for multimedia; submit none if there is no video."
    if inner is not None:
        message = f"The zip itself holds no video; one may be in {shown(inner)}, which was not looked into."
        fix = "Put the videos themselves at the top of the zip, with their README, and no archive round them."
    return Hit(code="no-video", message=message, fix=fix, confidence=Confidence.LIKELY, where=at(supplement))


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
    if entry.container in VIDEO_CONTAINERS and allowed.videos:
        # What is packed are videos and their README.
        proposal = way if allowed.others else ways
        fix = proposal(supplement, entry.name, "Put it into an allowed container")
        kept = extension_of(as_mended(supplement, entry.name).member) in allowed.videos
        if not (kept or is_beyond_mending(supplement, entry.name)):
            target = "mp4" if "mp4" in allowed.videos else allowed.videos[0]
            fix = f"Put it into an allowed container:\n\n{converting(supplement, entry.name, target)}"
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
