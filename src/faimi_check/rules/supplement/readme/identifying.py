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
from faimi_check.rules.supplement.readme.claims import claims_in
from faimi_check.rules.supplement.readme.codecs import codec_words
from faimi_check.rules.supplement.readme.installed import without_installed
from faimi_check.rules.supplement.readme.machines import machine_traces
from faimi_check.rules.supplement.readme.notices import is_makers_address, without_notices
from faimi_check.rules.supplement.readme.sources import Soundness, addresses_in, is_called_after_codec
from faimi_check.rules.supplement.readme.surely import (
    grants_in,
    is_surely_told,
    shows_others_data,
    signed_changes,
)

_OWN_PAGES = {LinkClass.PERSONAL: 0.5, LinkClass.LAB: 0.75}
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
        if found.kind == "link" and (
            _says_little(found.text) or (found.text in codec_places and not _is_own_page(found.text, text))
        ):
            continue
        if found.value not in seen and not (found.kind == "email" and is_makers_address(found.value)):
            seen.add(found.value)
            yield found.text, _confidence(found, text)
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


def _confidence(found: Identifier, text: str) -> Confidence:
    """A laboratory's page that a README offers a codec from is its authors': nobody else's is known to have one."""
    line = text[text.rfind("\n", 0, found.start) + 1 : found.end]
    if (
        found.kind == "link"
        and classify_link(found.text) is LinkClass.LAB
        and (is_called_after_codec(found.text) or claims_in(line))
    ):
        return Confidence.LIKELY
    return found.confidence


def _is_own_page(address: str, text: str) -> bool:
    """Whether a codec is had from a page of the authors': makers of codecs have personal pages too."""
    least = _OWN_PAGES.get(classify_link(address))
    return least is not None and own_share_of(address, text) >= least


def _says_little(address: str) -> bool:
    """Clouds and video sites are for SUP005; what kind of place an unknown host is cannot be told."""
    return classify_link(address) in (LinkClass.UNKNOWN, LinkClass.CLOUD, LinkClass.VIDEO)


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
