"""One leak is one finding: where two rules on anonymity quote the same text, the surer one keeps it; what two findings
are about is told by the heavier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress

from msgspec.structs import replace

from faimi_check.model.finding import Finding, Location
from faimi_check.rules.naming.identity import letters_of

# Rules that quote sentences, and so may quote the same.
_QUOTING = frozenset(
    {"ANON004", "ANON005", "ANON006", "ANON007", "ANON015", "ANON019", "ANON020", "ANON021", "ANON022"}
)
# Below this many letters and digits two texts are not the same for being in each other.
_LEAST = 20
_BEGINNING = 80
# So much longer a text says something else as well.
_MORE = 1.5
_PARTS = " | "


def once_each(findings: Iterable[Finding], waived: Iterable[Finding] = ()) -> list[Finding]:
    """The findings in their order, without those whose text a heavier or surer one of another rule quotes too.

    One that quotes several sentences keeps those that no other one quotes. One that is waived stands for lighter ones
    only: an error of another rule on the same sentence asks something else.
    """
    found = list(findings)
    excused = [(finding, _parts(finding)) for finding in waived if finding.rule in _QUOTING]
    kept: list[tuple[Finding, list[str]]] = []
    left: dict[int, Finding | None] = {}
    order = sorted(range(len(found)), key=lambda at: (-found[at].severity.rank, -found[at].confidence.rank, at))
    for at in order:
        finding = found[at]
        if finding.rule not in _QUOTING:
            continue
        said = _parts(finding)
        heavier = [one for one in excused if one[0].severity.rank > finding.severity.rank]
        others = [
            text
            for other, texts in (*kept, *heavier)
            if other.rule != finding.rule and other.where.member == finding.where.member
            for text in texts
        ]
        told = [any(_same(part, other) for other in others) for part in said]
        if any(map(_is_long, said)) and all(told):
            left[at] = None
            continue
        if any(map(_is_long, compress(said, told))):
            left[at] = finding = _without(finding, told)
        kept.append((finding, said))
    return [one for at, finding in enumerate(found) if (one := left.get(at, finding)) is not None]


def told_with_their_things(findings: Sequence[Finding], things: Sequence[tuple[object, ...]]) -> frozenset[int]:
    """The places of the findings of which heavier ones are about all that they are about."""
    heaviest: dict[object, int] = {}
    for finding, own in zip(findings, things, strict=True):
        for thing in own:
            heaviest[thing] = max(heaviest.get(thing, 0), finding.severity.rank)
    return frozenset(
        at
        for at, own in enumerate(things)
        if own and all(heaviest[thing] > findings[at].severity.rank for thing in own)
    )


def _quoted(finding: Finding) -> list[tuple[str, str]]:
    """What a finding quotes, each with its letters."""
    quoted = ((part, letters_of(part)) for part in finding.evidence.split(_PARTS))
    return [(part, letters) for part, letters in quoted if letters]


def _parts(finding: Finding) -> list[str]:
    return [letters for _, letters in _quoted(finding)]


def _without(finding: Finding, told: Sequence[bool]) -> Finding:
    """A finding without the sentences that are told; its place is that of the first one, and stays while that does."""
    kept = [
        part for (part, letters), again in zip(_quoted(finding), told, strict=True) if not (again and _is_long(letters))
    ]
    where = Location(file=finding.where.file, member=finding.where.member) if told[0] else finding.where
    return replace(finding, evidence=_PARTS.join(kept), where=where)


def _is_long(text: str) -> bool:
    return len(text) >= _LEAST


def _same(one: str, kept: str) -> bool:
    """Whether a text says no more than one that is kept."""
    if not _is_long(one) or not _is_long(kept):
        # A login beside a hospital's name is no part of that.
        return one in kept
    return len(one) <= _MORE * len(kept) and (one[:_BEGINNING] in kept or kept[:_BEGINNING] in one)
