"""Requests that a page prints and that are meant for programs: in a reference, a footnote, small print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from faimi_check.model.finding import Location
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import join
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import near, places_of
from faimi_check.rules.naming.text.prose import entry_passages, margins, own_text
from faimi_check.rules.naming.text.quotes import quoted_spans
from faimi_check.rules.naming.text.requests import directs_abroad
from faimi_check.rules.spotting import lowered, lowered_once
from faimi_check.rules.tables import table

_WORDS = table("instructions")["printed"]
_PATTERNS = {
    name: tuple(map(late, _WORDS[name]))
    for name in ("heads", "machine", "reviewer", "aimed", "asking", "weighed", "praised", "reported")
}
_REACH, _NEAR = 400, 600
_SHORT = 3_000
# Places of a flow that are looked at: honest ones have a few.
_MOST = 500


class Request(NamedTuple):
    """A sentence that asks for a judgement, and where it stands."""

    text: str
    where: Location


def printed_requests(paper: Paper) -> Iterator[Request]:
    """The sentences that ask a machine how to treat this paper, or whoever judges it for praise."""
    for passage in (*own_text(paper), *entry_passages(paper), join(margins(paper))):
        plain = lowered(passage.text) if len(passage.text) > _SHORT else lowered_once(passage.text)
        told = 0
        abroad = places_of(_WORDS["abroad"], plain)
        for start, end in sorted((*_heads(plain), *((at, at + 1) for at in abroad)))[:_MOST]:
            if start < told:
                continue
            first, last = passage.sentence(start, end, _REACH)
            asks = _asks(plain, first, last) or (abroad and directs_abroad(passage.text[first:last]))
            if asks and not _is_told_of(passage.text, plain, first, last):
                told = last
                yield Request(passage.text[first:last].strip(), passage.location(paper.file, first, last))


def _heads(plain: str) -> Iterator[tuple[int, int]]:
    """Where requests may begin: near a word for the paper and one for a reader."""
    return (
        match.span()
        for start, end in near(_WORDS["works"], plain, _REACH, _REACH)
        if any(reader in plain[start:end] for reader in _WORDS["readers"])
        for pattern in _PATTERNS["heads"]
        for match in pattern.finditer(plain, start, end)
    )


def _asks(plain: str, first: int, last: int) -> bool:
    """Whether a sentence has all signs of a request on this paper."""
    sentence = plain[first:last].strip()
    if not (_found("aimed", sentence) and _found("asking", sentence)):
        return False
    return (_found("machine", sentence) and _found("weighed", sentence)) or (
        _found("reviewer", sentence) and _found("praised", sentence)
    )


def _is_told_of(text: str, plain: str, first: int, last: int) -> bool:
    """Whether the paper quotes a sentence, or speaks of prompts and attacks there."""
    begin = max(0, first - _NEAR)
    spans = quoted_spans(text[begin : last + _NEAR])
    quoted = any(start + begin < last and end + begin > first for start, end in spans)
    return quoted or _found("reported", plain[max(0, first - _NEAR) : last + _NEAR])


def _found(name: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _PATTERNS[name])
