"""A listed author whom another rule tells at the same place is told there, once, with the certainty of the list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from faimi_check.engine.problems import overlaps
from faimi_check.model.finding import Finding, Named, Severity
from faimi_check.rules.naming.identity import letters_of

# Rules that tell who is named, where on a page: a box says whether it is there.
_ON_PAGES = re.compile(r"ANON0(?!14|22)\d\d")
# Below the pages and in the supplement: the beginning of a place's name, and the rules that tell what is there.
_OF_PLACES = (
    ("the file's name", ("ANON018", "SUP008")),
    ("a name in the zip", ("SUP007", "SUP008")),
    ("the zip's", ("ANON018", "SUP008")),
    ("the README", ("RME005",)),
    ("text inside a video", ("VID002",)),
    ("a frame", ("VID006",)),
    ("a picture", ("ANON023",)),
    ("an attachment's name", ("ANON010",)),
    ("earlier revision", ("ANON012",)),
)
_OF_NOTES = ("ANON009",)
_OF_FIELDS = ("ANON008", "ANON011", "ANON012", "ANON017", "SUP007", "SUP008", "VID002")
_NOTE = re.compile(r"a \w{1,20} note(?:'s author)?( of the PDF)?")
# Less than that stands in other words.
_LEAST = 4
# So many letters before and after a name must be the same.
_BESIDE = 12


def told_where_they_are(findings: Sequence[Finding], named: Sequence[Named | None]) -> list[Finding | None]:
    """The findings in their order, None for one that another rule tells, or that says the same again.

    `named` holds whom of the list each finding names, None for those that are not of the list. The finding that stays
    is as heavy and as sure as what it stands for, and says that it is of a listed author.
    """
    kept: list[Finding | None] = list(findings)
    if not any(named):
        return kept
    said = {at: letters_of(found.evidence) for at, found in enumerate(findings) if not named[at] and _may_tell(found)}
    listed: dict[int, dict[str, str]] = {}
    seen: set[str] = set()
    for at, who in enumerate(named):
        if who is None:
            continue
        finding = findings[at]
        others = [other for other, text in said.items() if _tells(findings[other], text, finding, who)]
        if others:
            other = max(others, key=lambda one: (findings[one].severity.rank, findings[one].confidence.rank))
            # An author whose name a finding gives in several forms is named once, as found first.
            listed.setdefault(other, {}).setdefault(who.who, who.form)
            kept[other] = _as_heavy(kept[other] or findings[other], finding)
            kept[at] = None
        elif who.told in seen:
            kept[at] = None
        else:
            seen.add(who.told)
    for other, people in listed.items():
        finding = kept[other] or findings[other]
        several = "s" if len(people) > 1 else ""
        told = ", ".join(f"{name} ({form})" for name, form in people.items())
        kept[other] = replace(finding, message=f"{finding.message} Listed author{several}: {told}.")
    return kept


def _may_tell(finding: Finding) -> bool:
    """A note says that there is little to it, and nobody would look at it for an author."""
    return finding.severity is not Severity.NOTE


def _as_heavy(finding: Finding, other: Finding) -> Finding:
    return replace(
        finding,
        severity=max(finding.severity, other.severity, key=lambda each: each.rank),
        confidence=max(finding.confidence, other.confidence, key=lambda each: each.rank),
    )


def _tells(other: Finding, said: str, finding: Finding, who: Named) -> bool:
    """Whether another rule's finding quotes the name from the same place."""
    text = letters_of(who.text)
    if len(text) < _LEAST or text not in said:
        return False
    one, two = finding.where, other.where
    if (one.file, one.member) != (two.file, two.member):
        return False
    if one.page == two.page and one.bbox and two.bbox and _ON_PAGES.fullmatch(other.rule):
        return overlaps(one.bbox, two.bbox)
    if other.rule not in _rules_of(who.place):
        return False
    return _is_of(who.place, other, said) and _agree(said, letters_of(who.context), text)


def _is_of(place: str, other: Finding, said: str) -> bool:
    """Whether a finding speaks of that field, where it is one: `Info dictionary, Author`."""
    holder, _, key = map(letters_of, place.rpartition(", "))
    told = said + letters_of(other.message)
    return not holder or key in told or (other.rule == "ANON017" and holder in told)


def _rules_of(place: str) -> tuple[str, ...]:
    if _NOTE.fullmatch(place):
        return _OF_NOTES
    of_field = _OF_FIELDS if ", " in place else ()
    return next((rules for begins, rules in _OF_PLACES if place.startswith(begins)), of_field)


def _agree(one: str, other: str, name: str) -> bool:
    """Whether the name stands between the same letters in both, as far as both go."""
    end = len(name)
    for here in (found.start() for found in re.finditer(re.escape(name), one)):
        for there in (found.start() for found in re.finditer(re.escape(name), other)):
            before = min(here, there, _BESIDE)
            after = min(len(one) - here - end, len(other) - there - end, _BESIDE)
            if one[here - before : here + end + after] == other[there - before : there + end + after]:
                return True
    return False
