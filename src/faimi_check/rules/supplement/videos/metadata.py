"""VID002: what a video's tags and extra tracks tell of its authors."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity, Undecided
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.video import Track, Video
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at
from faimi_check.rules.supplement.remade import ways
from faimi_check.rules.supplement.videos.tag_traces import TagTrace, tag_traces
from faimi_check.rules.supplement.videos.unseen_tracks import said_by, unseen_tracks

_SHOWN = 80
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
        "words": Severity.NOTE,
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
        e-mail addresses, paths with a user's name and coordinates are an error, as are people and houses that a title,
        a comment, a chapter or a subtitle names; other titles, comments and devices are a warning, but a note where all
        their words are ordinary ones of a language that is known here. Names of encoders and handlers are nothing.
        Subtitle, attachment and data tracks are a warning, since they may say anything, but for subtitles and chapters
        that were read to their end; so are a second video track and attached pictures, which are not decoded. The
        positions that cameras write into data tracks of their own (GPMF, CAMM) are places like coordinates in tags.

    When it can be wrong
        An artist tag may hold a stage name or a program's name that is not known here.

    Fix
        Take the tags out without touching the pictures: `faimi-check pack VIDEO... -o supplement.zip` does, or
        `ffmpeg -i in.mp4 -map 0:v:0 -map_metadata -1 -map_chapters -1 -c copy out.mp4`.
    """
    supplement = supplement_of(submission)
    for video in supplement.videos:
        fix = ways(supplement, video.member, "Take the tags out")
        told = list(tag_traces(video))
        for trace in told:
            if trace.code in _TAG_WORDS:
                yield _tag_hit(video, trace, fix, supplement)
        plain = [trace for trace in told if trace.code == "words"]
        if plain:
            yield _plain_words(video, plain, fix, supplement)
        for track in unseen_tracks(video, told):
            if track.kind in ("video", "picture"):
                yield _second_picture(video, track, fix, supplement)
            else:
                yield Hit(
                    code="track",
                    message=f"{video.member} has a {track.kind} track, which may say who made it.",
                    fix=fix,
                    evidence=said_by(video, track),
                    where=at(supplement, video.member),
                )
    yield from _unread(supplement)


def _unread(supplement: Supplement) -> Iterator[Undecided]:
    gaps = [f"{video.member} is not known whole: {gap}." for video in supplement.videos for gap in video.gaps]
    if gaps:
        yield Undecided(" ".join(gaps[:_GAPS_TOLD]))


def _tag_hit(video: Video, trace: TagTrace, fix: str, supplement: Supplement) -> Hit:
    code, words = _TAG_WORDS[trace.code]
    return Hit(
        code=code,
        message=f'The tag "{trace.tag.key}" ({trace.tag.place}) of {video.member} {words}.',
        fix=fix,
        evidence=f"{trace.tag.key}: {trace.tag.value}",
        confidence=trace.confidence,
        where=at(supplement, video.member),
    )


def _plain_words(video: Video, plain: list[TagTrace], fix: str, supplement: Supplement) -> Hit:
    """One note for all titles, chapters and subtitles that name nobody."""
    said = "one text" if len(plain) == 1 else f"{len(plain)} texts"
    return Hit(
        code="words",
        message=f"{video.member} holds {said} of plain words beside its pictures: “{plain[0].text[:_SHOWN]}”"
        f"{' and others' if len(plain) > 1 else ''}.",
        fix=f"Nothing needs to be done if it is meant. {fix}",
        evidence="\n".join(f"{trace.tag.key}: {trace.tag.value}" for trace in plain)[:EVIDENCE_LIMIT],
        confidence=Confidence.LIKELY,
        where=at(supplement, video.member),
    )


def _second_picture(video: Video, track: Track, fix: str, supplement: Supplement) -> Hit:
    what = "a second video track" if track.kind == "video" else "an attached picture"
    return Hit(
        code="track",
        message=f"{video.member} has {what} ({track.codec or 'unknown codec'}), which was not looked into.",
        fix=fix,
        evidence=said_by(video, track),
        where=at(supplement, video.member),
    )
