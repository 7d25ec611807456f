"""RME002 and RME003: the README names the codec that is in the stream."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Confidence, Hit, Severity, Undecided
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement
from faimi_check.model.video import Video
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule
from faimi_check.rules.supplement.entry_words import at
from faimi_check.rules.supplement.readme.codecs import family_of, said
from faimi_check.rules.supplement.readme.contradicting import contradiction, contradiction_within
from faimi_check.rules.supplement.readme.matching import Match, best_match
from faimi_check.rules.supplement.readme.nearest import nearest_claims
from faimi_check.rules.supplement.readme.presence import asked_for, better_readme, suggestion
from faimi_check.rules.supplement.readme.scope.scope import Scope, scopes


def _line_with(text: str, words: str) -> str:
    line = next((line for line in text.split("\n") if words in line), words)
    return line.strip()[:300]


@rule(
    "RME002",
    "codec-named",
    part=Part.SUPPLEMENT,
    codes={"missing": Severity.ERROR, "container-only": Severity.ERROR, "vague": Severity.WARNING},
    needs={Aspect.ARCHIVE, Aspect.READMES},
    requires={"SUP001"},
)
def codec_named(submission: Submission, _: NoParameters) -> RuleResults:
    """The README does not name the exact codec of a video.

    Why
        The call asks for the exact codec. "MP4" and "AVI" are containers: a file of either kind may hold any of dozens
        of codecs, and the reviewer's player needs the right one.

    How it decides
        Codec names are looked for in the lines about the video, then in lines about all videos, then in the whole
        README; names in file names and web addresses do not count. H.264, x264, AVC, DivX, Xvid, MPEG-4 Part 2, WMV3
        and many more are exact; "MPEG-4" and "Windows Media Video" name several codecs and are a warning. A codec that
        is in no list counts as named by the name that FFmpeg gives it or by its FourCC.

    When it can be wrong
        A rare codec may be known to its users by another name than FFmpeg's; then please tell us.

    Fix
        Name the codec as the finding shows it.
    """
    supplement, videos = asked_for(submission)
    spoken = scopes(supplement)
    decoded = {video.member: video for video in supplement.videos}
    for entry in videos:
        scope = spoken.get(entry.name)
        if scope is None:
            continue
        claims, text = nearest_claims(scope, decoded.get(entry.name))
        if any(claim.exact or claim.exact_for for claim in claims):
            continue
        fix = better_readme(supplement, entry.name)
        where = at(supplement, scope.readmes[0].member)
        if not claims:
            yield Hit(
                code="missing", message=f"The README names no codec for {entry.name}.", fix=fix, where=where,
                confidence=Confidence.LIKELY,
            )  # fmt: skip
            continue
        words = claims[0].text
        several = any(claim.families for claim in claims)
        what = "may be any of several codecs" if several else "is no codec but a container or a player"
        yield Hit(
            code="vague" if several else "container-only",
            message=f'For {entry.name} the README says "{words}", which {what}.',
            fix=fix,
            evidence=_line_with(text, words),
            where=where,
        )


@rule(
    "RME003",
    "codec-matches",
    part=Part.SUPPLEMENT,
    codes={"different": Severity.ERROR, "same-family": Severity.WARNING, "contradicts": Severity.WARNING},
    needs={Aspect.ARCHIVE, Aspect.READMES, Aspect.VIDEOS},
    requires={"SUP001"},
)
def codec_matches(submission: Submission, _: NoParameters) -> RuleResults:
    """The README names another codec than the one in the video.

    Why
        A reviewer who installs the codec that the README names must be able to play the video with it.

    How it decides
        The stream is decoded, so its codec is known; its FourCC tells brands apart. A README that names another brand
        of the same family (DivX for Xvid: both are MPEG-4 Part 2) is a warning; one that names another family is an
        error. Where the README names several codecs, one that fits is enough; where two READMEs, or two places of one
        that say what the video is coded in, name different ones, that is a warning although one of them is right.

    When it can be wrong
        Where a README speaks of several videos in one sentence, it may not be told which codec is meant for which; then
        any of them is accepted.

    Fix
        Name the codec that is in the file, as the finding shows it.
    """
    supplement, videos = asked_for(submission)
    spoken = scopes(supplement)
    decoded = {video.member: video for video in supplement.videos if video.codec}
    unread = []
    for entry in videos:
        scope, video = spoken.get(entry.name), decoded.get(entry.name)
        if scope is None:
            continue
        claims, text = nearest_claims(scope, video)
        if video is None:
            unread += [entry.name] if claims else []
            continue
        best, words = best_match(claims, video)
        if best in (Match.VAGUE, Match.SAME):
            yield from _contradicted(supplement, scope, video, len(videos) == 1)
            continue
        same = best is Match.SAME_FAMILY
        family = family_of(video)
        relation = f"another codec of the same family ({family.say})" if same and family else "a different codec"
        yield Hit(
            code="same-family" if same else "different",
            message=f'The README says "{words}" for {entry.name}; its stream is {said(video)}, {relation}.',
            fix=better_readme(supplement, entry.name),
            evidence=_line_with(text, words),
            confidence=Confidence.CERTAIN if text == scope.own else Confidence.LIKELY,
            where=at(supplement, scope.readmes[0].member),
        )
    if unread:
        yield Undecided(f"{unread[0]} could not be decoded, so its codec is not known.")


def _contradicted(supplement: Supplement, scope: Scope, video: Video, alone: bool) -> Iterator[Hit]:
    found = contradiction(scope, video)
    if found is None:
        yield from _contradicts_itself(supplement, scope, video, alone)
        return
    yield Hit(
        code="contradicts",
        message=f'{found.right} says "{found.says}" for {video.member}, which it is, but {found.wrong} says '
        f'"{found.says_else}".',
        fix=f"Correct {found.wrong}, or leave one README only:\n\n{suggestion(supplement, [video.member])}",
        evidence=f"{found.right}: {found.says}\n{found.wrong}: {found.says_else}",
        confidence=Confidence.LIKELY,
        where=at(supplement, found.wrong),
    )


def _contradicts_itself(supplement: Supplement, scope: Scope, video: Video, alone: bool) -> Iterator[Hit]:
    words = contradiction_within(scope, video, alone)
    if words is None:
        return
    right, wrong = words
    yield Hit(
        code="contradicts",
        message=f'The README says "{right}" for {video.member}, which it is, and in another place "{wrong}".',
        fix=better_readme(supplement, video.member),
        evidence="\n".join(_line_with(scope.whole, said) for said in words),
        confidence=Confidence.LIKELY,
        where=at(supplement, scope.readmes[0].member),
    )
