"""Codecs that a text names only to say that a video is not coded so: "MPEG-4 Part 2, not H.264"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.tables import any_of

_REACH = 90
_BEHIND = 60


def denied_among(text: str, together: list[list[re.Match[str]]]) -> Iterator[bool]:
    """Whether each group of names that stand together is denied, by the words right before or behind it; what an "or"
    ties to a denied one is denied too.
    """
    before, after, tie = _wordings()
    denied, last = False, 0
    for group in together:
        start, end = group[0].start(), group[-1].end()
        tied = denied and tie.fullmatch(text, last, start) is not None
        denied = (
            tied
            or before.search(text, max(0, start - _REACH), start) is not None
            or after.match(text, end, end + _BEHIND) is not None
        )
        last = end
        yield denied


@cache
def _wordings() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What denies a codec right before its name, right behind it, and what goes on with a list of denied ones."""
    between = any_of("readmes", "denied_between")
    return (
        re.compile(rf"{any_of('readmes', 'denied_codec')}(?:[ \n]{between}){{0,4}}[ \n]?[\"'“«„(]?\Z", re.I),
        re.compile(rf"[\"'”»“)]{{0,2}}{any_of('readmes', 'denied_codec_after')}", re.I),
        re.compile(rf"{any_of('readmes', 'denied_on')}(?:[ \n]{between}){{0,3}}[ \n]", re.I),
    )
