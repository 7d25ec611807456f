"""The codecs that the READMEs name for a video: those of the lines nearest to it."""

from __future__ import annotations

from faimi_check.model.video import Video
from faimi_check.rules.supplement.readme.claims import Claim, claims_for, exact_claims, of_the_video
from faimi_check.rules.supplement.readme.matching import Match, best_match
from faimi_check.rules.supplement.readme.scope.others import says_likewise
from faimi_check.rules.supplement.readme.scope.scope import Scope


def nearest_claims(scope: Scope, video: Video | None) -> tuple[list[Claim], str]:
    """The claims of the nearest lines that make any exact one, else all that are made, and the lines."""
    vague: tuple[list[Claim], str] | None = None
    denied: frozenset[str] = frozenset()
    for text in scope.layers():
        named = list(claims_for(text, video))
        # Lines about other videos may say this one's codec aside or deny it: "MJPEG instead of H.264 like the others".
        of_others = text not in (scope.own, scope.shared)
        if of_others:
            claims = [claim for claim in named if not (claim.families and claim.families <= denied)]
            exact = exact_claims(claims)
        else:
            claims = [claim for claim in named if not claim.denied]
            exact = of_the_video(claims)
            denied |= frozenset().union(*(claim.families for claim in named if claim.denied))
        # What others are may not be held against a video whose own lines name several codecs at once, or none.
        if exact and not (of_others and _is_another(vague[0] if vague else [], exact, video, scope)):
            return exact, text
        if claims and not exact and vague is None:
            vague = [claim for claim in claims if not claim.denied], text
    return vague or ([], scope.whole)


def _is_another(vague: list[Claim], exact: list[Claim], video: Video | None, scope: Scope) -> bool:
    """Whether the exact words of other lines do not mean the video's codec, and vague ones of its own may, or it has
    lines of its own that name none and do not say that it is as the others are."""
    if video is None or best_match(exact, video)[0] is not Match.DIFFERENT:
        return False
    if any(claim.families for claim in vague):
        return best_match(vague, video)[0] is Match.VAGUE
    return bool(scope.own.strip()) and not says_likewise(scope.own)
