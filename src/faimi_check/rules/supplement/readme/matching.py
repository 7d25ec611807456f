"""How well the codecs that a text names fit a stream."""

from __future__ import annotations

from enum import IntEnum

from faimi_check.model.video import Video
from faimi_check.rules.supplement.readme.claims import Claim, joined
from faimi_check.rules.supplement.readme.codecs import brand_of, family_of


class Match(IntEnum):
    """How well a claim fits a stream, the best last."""

    DIFFERENT = 0
    VAGUE = 1
    SAME_FAMILY = 2
    SAME = 3


def match(claim: Claim, video: Video) -> Match:
    """How well a claim fits the stream."""
    family = family_of(video)
    if family is None:
        own = {joined(name) for name in (video.codec, video.fourcc) if name}
        return Match.SAME if joined(claim.text) in own else Match.DIFFERENT
    if claim.exact_for == family.id:
        return Match.SAME
    if not claim.exact:
        return Match.VAGUE if not claim.families or family.id in claim.families else Match.DIFFERENT
    if family.id in claim.families:
        # The stream's own FourCC says it all.
        if joined(claim.text) == joined(video.fourcc):
            return Match.SAME
        brand = brand_of(video, family)
        return Match.SAME_FAMILY if claim.brand and brand and brand.id != claim.brand else Match.SAME
    return Match.SAME_FAMILY if claim.brand in family.near else Match.DIFFERENT


def best_match(claims: list[Claim], video: Video) -> tuple[Match, str]:
    """The best fit of several claims, and the words that fit. A brand that is named decides over its family's name."""
    # A README may say one thing a thousand times.
    claims = list(dict.fromkeys(claims))
    fits = [(match(claim, video), claim) for claim in claims]
    best = max((fit for fit, _ in fits), default=Match.VAGUE)
    family = family_of(video)
    own_sign = any(joined(claim.text) == joined(video.fourcc) for claim in claims)
    if best is Match.SAME and not own_sign:
        branded = [(fit, claim) for fit, claim in fits if claim.brand and family and family.id in claim.families]
        best = max((fit for fit, _ in branded), default=Match.SAME)
    return best, next((claim.text for fit, claim in fits if fit is best), "")
