"""VID002: what a video's tags and extra tracks tell of its authors."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Hit, Severity, Undecided
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.video import Track, Video
from faimi_check.rules.commands import encoding, packing
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at, extension_of
from faimi_check.rules.supplement.videos.tag_traces import tag_traces

_WITHOUT_TAGS = "-map 0:v:0 -map_metadata -1 -map_chapters -1 -c copy"
_GAPS_TOLD = 5
_TAG_WORDS = {
    "person": ("identity", "names a person or institution"),
    "identifier": ("identity", "holds something that identifies"),
    "place": ("place", "says where it was taken"),
    "device": ("device", "names the device it was taken with"),
    "text": ("text", "holds a text that reviewers can read"),
}


@rule(
    "VID002",
    "video-metadata",
    part=Part.SUPPLEMENT,
    codes={
        "identity": Severity.ERROR,
        "place": Severity.ERROR,
        "device": Severity.WARNING,
        "text": Severity.WARNING,
        "track": Severity.WARNING,
    },
    needs={Aspect.ARCHIVE, Aspect.VIDEOS},
    requires={"SUP001"},
)
def video_metadata(submission: Submission, _: NoParameters) -> RuleResults:
    """A video carries metadata that may tell who made it.

    Why
        Any player shows a video's tags. Phones, cameras and editing programs fill in names, places and devices unasked.

    How it decides
        All tags of the file, its tracks and chapters, and XMP are read. Names in artist, author or copyright tags,
        e-mail addresses, paths with a user's name and coordinates are an error, as is whom a title, a comment, a
        chapter or a subtitle names; other titles, comments and devices are a warning.
        Names of encoders and handlers are nothing. Subtitle, attachment and data tracks are a warning, since they may
        say anything; so are a second video track and attached pictures, which are not decoded. The positions that
        cameras write into data tracks of their own (GPMF, CAMM) are places like coordinates in tags.

    When it can be wrong
        An artist tag may hold a stage name or a program's name that is not known here.

    Fix
        Take the tags out without touching the pictures: `faimi-check pack VIDEO... -o supplement.zip` does, or
        `ffmpeg -i in.mp4 -map 0:v:0 -map_metadata -1 -map_chapters -1 -c copy out.mp4`.
    """
    supplement = supplement_of(submission)
    for video in supplement.videos:
        fix = _fix(video, supplement)
        told = list(tag_traces(video))
        for trace in told:
            code, words = _TAG_WORDS[trace.code]
            yield Hit(
                code=code,
                message=f'The tag "{trace.tag.key}" ({trace.tag.place}) of {video.member} {words}.',
                fix=fix,
                evidence=f"{trace.tag.key}: {trace.tag.value}",
                confidence=trace.confidence,
                where=at(supplement, video.member),
            )
        # Subtitles that name somebody are told by whom they name.
        read = any(trace.tag.key == "subtitles" for trace in told)
        for track in (track for track in _unseen_tracks(video) if not (read and track.kind == "subtitle")):
            if track.kind in ("video", "picture"):
                yield _second_picture(video, track, fix, supplement)
            else:
                yield Hit(
                    code="track",
                    message=f"{video.member} has a {track.kind} track, which may say who made it.",
                    fix=fix,
                    evidence=_said_by(video, track),
                    where=at(supplement, video.member),
                )
    yield from _unread(supplement)


def _unread(supplement: Supplement) -> Iterator[Undecided]:
    gaps = [f"{video.member} is not known whole: {gap}." for video in supplement.videos for gap in video.gaps]
    if gaps:
        yield Undecided(" ".join(gaps[:_GAPS_TOLD]))


def _fix(video: Video, supplement: Supplement) -> str:
    """The pictures are copied as they are; what is in all videos comes out at once, with a README."""
    extension = extension_of(video.member) or "mp4"
    return (
        f"To take the tags out, {'run' if supplement.loose else 'unpack the zip and run there'} the first of these, "
        f"or the second for this video alone:\n\n{packing(supplement)}\n"
        f"{encoding(supplement, video.member, _WITHOUT_TAGS, extension)}"
    )


def _unseen_tracks(video: Video) -> Iterator[Track]:
    """The tracks beside the pictures and the sound that a player shows; time code says nothing."""
    shown = False
    for track in video.tracks:
        if track.kind == "video" and not shown:
            shown = True
        elif track.kind in ("subtitle", "attachment", "video", "picture") or (
            track.kind == "data" and track.fourcc not in ("tmcd", "")
        ):
            yield track


def _second_picture(video: Video, track: Track, fix: str, supplement: Supplement) -> Hit:
    what = "a second video track" if track.kind == "video" else "an attached picture"
    return Hit(
        code="track",
        message=f"{video.member} has {what} ({track.codec or 'unknown codec'}), which was not looked into.",
        fix=fix,
        evidence=_said_by(video, track),
        where=at(supplement, video.member),
    )


def _said_by(video: Video, track: Track) -> str:
    said = [tag.value for tag in video.tags if track.kind == "subtitle" and tag.key == "subtitles"]
    return "\n".join(said) or " ".join(part for part in (track.kind, track.codec, track.fourcc) if part)
