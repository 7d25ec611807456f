"""READMEs that name different codecs for the same video: one of several, or one in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from faimi_check.model.video import Video
from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.claims import Claim, claims_for, exact_claims
from faimi_check.rules.supplement.readme.codecs import CODED
from faimi_check.rules.supplement.readme.matching import Match, best_match
from faimi_check.rules.supplement.readme.scope.scope import Scope
from faimi_check.rules.supplement.readme.scope.series import base
from faimi_check.rules.tables import any_of, listed

_MOST, _BEHIND = 200, 60
# "Codec: H.264", "| Video codec | H.264 |", "Codec vidéo : H.264"; "Codec pack" and "Camera format" are no such labels.
_LABEL = late(
    rf"[\s|*_#>•·–-]{{0,8}}(?:{any_of('readmes', 'label_words')}[ -])?{any_of('readmes', 'codec_labels')}"
    rf"(?:[ (]{{1,2}}{any_of('readmes', 'label_words')}\)?)?[\s*]{{0,12}}[:=|：.…\t]+",
    re.I,
)
_SUBJECT = late(rf"\b{any_of('readmes', 'nouns')}s?\b|{any_of('readmes', 'nouns_joined')}", re.I)
# What was coded anew was coded otherwise before, and what is tied to a condition is not so.
_ANEW = late(any_of("readmes", "coded_anew"), re.I)
_END = late(r"(?<=[.!?;])\s+|(?<=[。！？；])|\n(?![a-zà-ÿ])")
# Kinds of MP4 files are called as old codecs are: "Codec ID: mp42 (isom/mp42)".
_KINDS = frozenset({"mp41", "mp42"})


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


def contradiction_within(scope: Scope, video: Video, alone: bool) -> tuple[str, str] | None:
    """The right words and the first wrong ones of a README that says twice what a video is coded in, else None.

    It says so by a label ("Codec: H.264") or of the video itself ("il filmato è compresso in H.264"), naming one
    codec. What is said of all videos may be meant for the others, unless this one is `alone`.
    """
    text = "\n".join((scope.own, scope.shared)) if alone else scope.own
    if len(scope.readmes) != 1 or _ANEW.search(text):
        return None
    right = wrong = ""
    for claim in islice(_assertions(text, video), _MOST):
        best, words = best_match([claim], video)
        if best is Match.SAME:
            right = right or words
        elif best is Match.DIFFERENT:
            wrong = wrong or words
    return (right, wrong) if right and wrong else None


def _assertions(text: str, video: Video) -> Iterator[Claim]:
    """The codec of each clause that says what the video is coded in, and names one."""
    for sentence in _END.split(text):
        claims = exact_claims([one for one in claims_for(sentence, video) if one.text.casefold() not in _KINDS])
        if not claims or any(claim.aside or claim.denied for claim in claims):
            continue
        if len({claim.families for claim in claims}) == 1 and _says_coded(sentence, claims[0].text, base(video.member)):
            yield claims[0]


def _says_coded(sentence: str, codec: str, name: str) -> bool:
    at = sentence.find(codec)
    before = sentence[:at]
    if label := _LABEL.match(before):
        return len(re.findall(r"[^\W\d_]{2,}", before[label.end() :])) <= 1
    # "clip.mp4: H.264".
    if before.rstrip(" \t:=|(–-").endswith(name):
        return True
    subject = _SUBJECT.search(before) if CODED.search(sentence, 0, at + _BEHIND) else None
    return subject is not None and subject[0].casefold() not in listed("readmes", "raw_nouns")
