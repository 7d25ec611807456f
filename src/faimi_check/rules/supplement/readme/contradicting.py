"""READMEs of one supplement that name different codecs for the same video."""

from __future__ import annotations

from typing import NamedTuple

from faimi_check.model.video import Video
from faimi_check.rules.supplement.readme.claims import claims_for, exact_claims
from faimi_check.rules.supplement.readme.matching import Match, best_match
from faimi_check.rules.supplement.readme.scope.scope import Scope


class Contradiction(NamedTuple):
    """The README that is right and one that is wrong, each with the words by which it names a codec."""

    right: str
    says: str
    wrong: str
    says_else: str


def contradiction(scope: Scope, video: Video) -> Contradiction | None:
    """The first two READMEs that cannot both be right of a video, where one is."""
    right, wrong = "", ""
    says = {}
    for said in scope.each:
        claims = [
            claim for claim in exact_claims(list(claims_for(said.text, video))) if not (claim.denied or claim.aside)
        ]
        if not claims:
            continue
        best, words = best_match(claims, video)
        member = said.readme.member
        says[member] = words
        if best is Match.SAME:
            right = right or member
        elif best is Match.DIFFERENT:
            wrong = wrong or member
    return Contradiction(right, says[right], wrong, says[wrong]) if right and wrong else None
