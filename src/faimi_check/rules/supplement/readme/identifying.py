"""What in a README tells who its authors are, or may, and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import Confidence
from faimi_check.model.paper import MetadataField
from faimi_check.rules.late import late
from faimi_check.rules.naming.fields.traces import traces
from faimi_check.rules.naming.identity import Identifier, LinkClass, classify_link, identifiers, is_placeholder
from faimi_check.rules.naming.ownership.plain_text import named_in, own_share_of
from faimi_check.rules.naming.whose.link_ownership import whose
from faimi_check.rules.supplement.readme.claims import claims_in
from faimi_check.rules.supplement.readme.codecs import codec_words
from faimi_check.rules.supplement.readme.installed import without_installed
from faimi_check.rules.supplement.readme.machines import machine_traces
from faimi_check.rules.supplement.readme.notices import is_makers_address, without_notices
from faimi_check.rules.supplement.readme.sources import (
    Soundness,
    addresses_in,
    is_called_after_codec,
    is_called_after_program,
    is_known_place,
)
from faimi_check.rules.supplement.readme.surely import (
    grants_in,
    is_surely_told,
    shows_others_data,
    signed_changes,
)

_OWN_PAGES = {LinkClass.PERSONAL: 0.5, LinkClass.LAB: 0.75}
# Repositories and pages of projects: makers of codecs have them as well as authors.
_PROJECTS, _SAID_OWN = frozenset({LinkClass.OWNER, LinkClass.PROJECT}), 0.95
# Clouds and video sites are for SUP005; what kind of place an unknown host is cannot be told.
_SAYS_LITTLE = frozenset({LinkClass.UNKNOWN, LinkClass.CLOUD, LinkClass.VIDEO})
_LABEL = late(
    r"^\W{0,6}(?:(?P<person>authors?|contact(?: person)?|correspond(?:ing author|ence)|maintainer|name"
    r"|copyright|\(c\)|©|(?:created|recorded|narrated|made|written|prepared) by|narrator)"
    r"|(?P<place>affiliations?|institut(?:e|ion)|university|department|hospital|lab(?:oratory)?))"
    r"\s{0,4}[:=–-]?\s{1,4}(?P<value>\S.{1,300})$",
    re.I,
)


def identifying(text: str) -> Iterator[tuple[str, Confidence]]:
    """What identifies in a text, each once, surest kinds first. Notices of codecs name their makers."""
    text = without_notices(text)
    codec_places = {address.text for address in addresses_in(text) if address.soundness >= Soundness.NO_SCHEME}
    seen: set[str] = set()
    for found in identifiers(text):
        sure = _confidence(found, text, found.text in codec_places)
        if sure and found.value not in seen and not (found.kind == "email" and is_makers_address(found.value)):
            seen.add(found.value)
            yield found.text, sure
    for trace in machine_traces(text):
        if not any(known in trace for known in seen):
            seen.add(trace)
            yield trace, Confidence.LIKELY
    for sentence in (*grants_in(text), *signed_changes(text)):
        seen.add(sentence)
        yield sentence, Confidence.LIKELY
    for line in text.split("\n")[:2000]:
        yield from _labelled(line, seen)
    yield from _named(text, seen)


def _named(text: str, seen: set[str]) -> Iterator[tuple[str, Confidence]]:
    """Sentences that name somebody near the authors or their house, where nothing else in them was told."""
    plain, others = without_installed(text), shows_others_data(text)
    for one in named_in(plain.text, codec_words()):
        sentence = plain.restored(one.sentence)
        if not any(known in sentence or sentence in known for known in seen):
            seen.add(one.text)
            yield sentence, Confidence.LIKELY if is_surely_told(one, others) else Confidence.POSSIBLE


def _confidence(found: Identifier, text: str, codec_place: bool) -> Confidence | None:
    """How surely what was found identifies; None where it does not: what is had at most addresses are others' codecs.

    A laboratory's page that a README offers a codec from is its authors': nobody else's is known to have one. Whose
    repository holds a player that nobody knows cannot be told, unless the README says so.
    """
    if found.kind != "link":
        return found.confidence
    kind = classify_link(found.text)
    if kind in _SAYS_LITTLE:
        return None
    if kind in _PROJECTS:
        if is_known_place(found.text):
            return None
        # A score that counts "our" would take the build with which "our videos" were made for the authors'.
        if is_called_after_program(found.text) and not whose(text, found.start, found.end):
            return None
        told = not codec_place or own_share_of(found.text, text) >= _SAID_OWN
        return found.confidence if told else Confidence.POSSIBLE
    if codec_place and own_share_of(found.text, text) < _OWN_PAGES.get(kind, 2):
        return None
    line = text[text.rfind("\n", 0, found.start) + 1 : found.end]
    if kind is LinkClass.LAB and (is_called_after_codec(found.text) or claims_in(line)):
        return Confidence.LIKELY
    return found.confidence


def _labelled(line: str, seen: set[str]) -> Iterator[tuple[str, Confidence]]:
    match = _LABEL.match(line[:400])
    # "© DivX, LLC" is a codec's maker.
    if match is None or is_placeholder(match["value"]) or claims_in(match["value"][:40]):
        return
    key = "author" if match["person"] else "affiliation"
    for trace in traces(MetadataField("README", key, match["value"])):
        if trace.code in ("person", "organisation") and trace.text not in seen:
            seen.add(trace.text)
            yield line.strip(), trace.confidence
            return
