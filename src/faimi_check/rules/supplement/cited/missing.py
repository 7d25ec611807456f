"""SUP011: the videos that the paper cites are in the supplement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity, Skipped, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import ARCHIVES, Entry, Supplement
from faimi_check.model.text.counted import first_of
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule
from faimi_check.rules.supplement.entry_words import at, shown
from faimi_check.rules.supplement.readme.scope.scope import content_entries, video_entries

if TYPE_CHECKING:
    from faimi_check.rules.supplement.cited.citations import Cited
    from faimi_check.rules.supplement.cited.comparison import Comparison

# What plays without being a video file.
_MOVING = frozenset({"gif", "webp", "html"})
_SHOWN, _MOST = 5, 500


@rule(
    "SUP011",
    "cited-videos",
    part=Part.HANDED_IN,
    codes={"missing": Severity.WARNING, "not-given": Severity.NOTE},
    needs={Aspect.ARCHIVE, Aspect.TEXT},
    requires={"SUP001", "DOC001"},
)
def cited_videos(submission: Submission, _: NoParameters) -> RuleResults:
    """The paper cites a video that the supplement does not hold.

    Why
        A reviewer who is sent to a video that is not there has to judge without it; most often the wrong zip was
        uploaded, or a video was left out or numbered anew.

    How it decides
        "Video 3", "Supplementary Movie S2" and names of video files in the paper are looked for among the names of the
        videos in the supplement, under any extension; where the videos' names hold no numbers, it is counted whether
        there are as many as the paper numbers. A supplementary video that the paper only speaks of needs any video.
        It is likely where the paper says that the video is supplementary, else possible. Videos that the paper does
        not cite are nothing. Where no supplement was given at all, a note says so if the paper surely speaks of a
        video in its own.

    When it can be wrong
        The paper may cite a video of a data set, or one that stands elsewhere.

    Fix
        Put the video into the supplement, or cite it by the name or number that it has there.
    """
    if submission.paper is None:
        yield Skipped("No paper was given.")
        return
    if not submission.supplements:
        yield from _not_given(submission.paper)
        return
    # Loaded only where there is a supplement.
    from faimi_check.rules.supplement.cited.comparison import compare

    entries = [entry for supplement in submission.supplements for entry in content_entries(supplement)]
    named = {entry.name: None for supplement in submission.supplements for entry in video_entries(supplement)}
    videos = tuple(named | {entry.name: None for entry in entries if entry.container in _MOVING})
    found = compare(submission.paper, videos[:_MOST])
    missing = _missing(found, videos)
    packed = unopened(entries)
    if missing and packed:
        yield Undecided(f"{shown(packed)} was not looked into; it may hold {_in_a_row(missing)}.")
    elif missing and len(videos) > _MOST:
        yield Undecided(f"Only {_MOST} of {len(videos)} videos were looked through for {_in_a_row(missing)}.")
    elif missing:
        yield _hit(missing, found, videos, submission.paper, submission.supplements[0])


def _not_given(paper: Paper) -> RuleResults:
    from faimi_check.rules.supplement.cited.absent import own_videos

    cited = own_videos(paper)
    if not cited:
        yield Skipped("No supplement was given.")
        return
    yield Hit(
        code="not-given",
        message=f"The paper cites {_in_a_row(cited)}, and no supplement was given.",
        fix="If the video belongs to this submission, upload the supplement, and give it here beside the paper: then it"
        " is checked, too.",
        evidence=cited[0].sentence.strip()[:EVIDENCE_LIMIT],
        confidence=Confidence.LIKELY,
        where=Location(file=paper.file, page=cited[0].page),
    )


def unopened(entries: Iterable[Entry]) -> str | None:
    """The first of the entries that is an archive: nobody looks into it, and it may hold anything."""
    return next((entry.name for entry in entries if entry.container in ARCHIVES or entry.holds_zip), None)


def _missing(found: Comparison, videos: tuple[str, ...]) -> list[Cited]:
    missing = list(found.lacking)
    # Which video has which number cannot be told where no name does; that they are too few can.
    if len(found.unnumbered) > len(found.unknown):
        missing += found.unnumbered
    if not videos and found.in_general and found.in_general.surely:
        missing.append(found.in_general)
    return missing


def _hit(missing: list[Cited], found: Comparison, videos: tuple[str, ...], paper: Paper, supplement: Supplement) -> Hit:
    surest = next((cited for cited in missing if cited.surely), missing[0])
    return Hit(
        code="missing",
        message=f"The paper cites {_in_a_row(missing)}; {_held(found, videos, len(missing))}.",
        fix="Put the video into the supplement, or cite it by the name or number that it has there.",
        evidence="\n".join(dict.fromkeys(shown(cited.text) for cited in missing)),
        confidence=Confidence.LIKELY if surest.surely else Confidence.POSSIBLE,
        where=Location(file=paper.file, page=surest.page) if surest.page else at(supplement),
    )


def _held(found: Comparison, videos: tuple[str, ...], missing: int) -> str:
    """What the supplement holds instead."""
    if not videos:
        return "the supplement holds no video"
    if found.lacking or not found.unnumbered:
        beside = f"; {_names(found.unknown)} is there and not cited" if len(found.unknown) == 1 else ""
        return f"the supplement does not hold {'it' if missing == 1 else 'them'}{beside}"
    # Those that nothing ties to the paper may be one or the other, but they are fewer.
    if found.unknown:
        return f"of the supplement's videos only {_names(found.unknown)} may be meant"
    return f"the supplement holds only {_names(videos)}"


def _in_a_row(missing: Iterable[Cited]) -> str:
    said = [f"“{shown(cited.text)}”" + (f" (page {cited.page})" if cited.page else "") for cited in missing]
    return first_of(said, _SHOWN)


def _names(videos: Iterable[str]) -> str:
    return first_of(map(shown, videos), _SHOWN)
