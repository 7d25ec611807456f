"""SUP005: nothing in the zip leads to material outside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import Confidence, Hit, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Entry
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import Identifier, LinkClass, classify_link, urls
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at, extension_of, in_words, shown
from faimi_check.rules.supplement.readme.claims import claims_in
from faimi_check.rules.supplement.readme.codecs import CODED
from faimi_check.rules.supplement.readme.scope.scope import content_entries, readme_texts
from faimi_check.rules.supplement.readme.sources import is_codec_place, is_nowhere
from faimi_check.rules.tables import any_of

_ELSEWHERE = frozenset(
    {"hls", "dash", "smil", "asx", "xspf", "pls", "concat", "sdp", "url", "webloc", "desktop", "lnk"}
)
_ELSEWHERE_NAMES = frozenset(
    {"m3u", "m3u8", "mpd", "smil", "asx", "xspf", "pls", "wpl", "url", "webloc", "desktop", "lnk", "website"}
)
_MORE = late(any_of("readmes", "more"), re.I)
_MATERIAL = late(
    rf"\b(?:{any_of('readmes', 'nouns')}s?|{any_of('readmes', 'things')})\b|{any_of('readmes', 'nouns_joined')}"
    rf"|{any_of('readmes', 'material')}",
    re.I,
)
# The ends of the sentence that an address stands in: with small letters and an address the next line goes on.
_BORDER = late(r"[.!?;](?=\s)|[。！？]|\n(?!\s{0,4}(?:[<(]?(?:https?:|www\.)|[a-zà-ÿ]))")
_REACH = 300


def leads_elsewhere(entry: Entry) -> bool:
    """Whether an entry is a playlist or a shortcut, by its bytes or its name."""
    return entry.container in _ELSEWHERE or extension_of(entry.name) in _ELSEWHERE_NAMES


@rule(
    "SUP005",
    "self-contained",
    part=Part.SUPPLEMENT,
    codes={"shortcut": Severity.ERROR, "external-media": Severity.ERROR, "linked-material": Severity.ERROR},
    needs={Aspect.ARCHIVE, Aspect.ENTRIES},
    requires={"SUP001"},
)
def self_contained(submission: Submission, _: NoParameters) -> RuleResults:
    """The supplement leads to material outside the zip.

    Why
        All supplementary material must be self-contained: what lies elsewhere can change after the deadline, and who
        opens it can be seen by the authors.

    How it decides
        Playlists and shortcuts, by bytes and by name; videos that take their pictures from another file or address;
        addresses of cloud folders and video sites in a README, or of any page that the README offers as more material.
        An anonymised page identifies nobody but lies outside the zip: it is a warning where the README does not say
        what it is for. Addresses of codecs are nothing.

    When it can be wrong
        A codec may be offered from a cloud folder.

    Fix
        Put the material into the zip, or do without it.
    """
    supplement = supplement_of(submission)
    for entry in content_entries(supplement):
        if leads_elsewhere(entry) and not entry.readme:
            what = in_words(entry.container, entry.mime) if entry.container in _ELSEWHERE else "shortcut or playlist"
            yield Hit(
                code="shortcut",
                message=f"{shown(entry.name)} is no video but leads elsewhere ({what}).",
                fix="Put the video itself into the zip.",
                evidence=shown(entry.name),
                where=at(supplement, entry.name),
            )
    for video in supplement.videos:
        if video.external:
            yield Hit(
                code="external-media",
                message=f"{shown(video.member)} takes its pictures or sound from outside the file.",
                fix="Export the video as one self-contained file.",
                evidence=", ".join(dict.fromkeys(shown(address) for address in video.external)),
                where=at(supplement, video.member),
            )
    for readme in readme_texts(supplement):
        for address, confidence in _offered(readme.text[:100_000]):
            yield Hit(
                code="linked-material",
                message=f"{shown(readme.member)} leads to material outside the zip.",
                fix="Put the material into the zip, or take the address out.",
                evidence=address,
                confidence=confidence,
                where=at(supplement, readme.member),
            )


def _offered(text: str) -> Iterator[tuple[str, Confidence]]:
    seen: set[str] = set()
    for found in urls(text):
        if found.value in seen:
            continue
        seen.add(found.value)
        kind = classify_link(found.text)
        if kind in (LinkClass.CLOUD, LinkClass.VIDEO):
            yield found.text, Confidence.LIKELY
        elif kind not in (LinkClass.THIRD_PARTY, LinkClass.PUBLISHER):
            if _offers_more(found.text, _around(text, found)):
                yield found.text, Confidence.LIKELY
            elif kind is LinkClass.ANONYMOUS and not is_nowhere(found.text):
                yield found.text, Confidence.POSSIBLE


def _offers_more(address: str, sentence: str) -> bool:
    """Whether a sentence offers more videos or data at an address, and no codec."""
    if is_codec_place(address) or CODED.search(sentence) or claims_in(sentence):
        return False
    return bool(_MORE.search(sentence) and _MATERIAL.search(sentence))


def _around(text: str, found: Identifier) -> str:
    """The sentence that an address stands in, without it."""
    before, behind = text[max(0, found.start - _REACH) : found.start], text[found.end : found.end + _REACH]
    start = max((border.end() for border in _BORDER.finditer(f"{before}www.")), default=0)
    border = _BORDER.search(behind)
    return f"{before[start:]} {behind[: border.start() if border else None]}"
