"""Findings that speak of one and the same problem: a leak that two rules see, a wrong template and what follows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from faimi_check.model.finding import Finding, Severity

# Rules that tell by what name, address or link the authors are known: one leak is often seen by several.
_IDENTITY = ("ANON", "SUP007", "SUP008", "VID002", "RME005")
# Rules that name a file of the zip: what one calls no video, another calls a PDF.
_FILES = ("SUP", "VID")
# What else a paper may be found at, each finding is a problem of its own.
_COMPARED = (*_IDENTITY, *_FILES)
# Misconduct and duplicates are the chairs' to judge, and nothing for a friendly text.
CHAIRS_OWN = ("MAN001", "SUB001")
_LAYOUT = ("LNCS001", "LNCS002", "LNCS003", "LNCS004", "LNCS006", "LNCS007")
_PAGES = ("LEN001", "LEN002")
_OTHER_TEMPLATE = frozenset({("LNCS001", "columns"), ("LNCS001", "landscape")})
_ENOUGH_SIGNS = 3
_SHORTEST = 4
_OVERLAP = 0.5
# A hostile file makes thousands of findings on one page: what is compared is bounded, the heaviest first.
_MOST_COMPARED = 100
_LONGEST = 2_000

Place = tuple[int | None, str | None]


def problems_of(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Groups of findings, a problem each, the heaviest first; in each the finding that says most comes first."""
    ordered = sorted(findings, key=_weight, reverse=True)
    template = _wrong_template(ordered)
    groups: list[list[Finding]] = [template] if template else []
    apart = set(map(id, template))
    # Only those of one place are compared.
    placed: dict[Place, _Compared] = defaultdict(_Compared)
    for finding in ordered:
        if id(finding) in apart:
            continue
        home = placed[_place(finding)].home(finding)
        if not home:
            groups.append(home)
        home.append(finding)
    return sorted(groups, key=lambda group: _weight(group[0])[:2], reverse=True)


class _Signs(NamedTuple):
    """What is compared of a finding."""

    in_file: bool
    of_identity: bool
    text: str
    box: tuple[float, ...] | None


class _Compared:
    """The groups of one place, with what is compared of their findings."""

    def __init__(self) -> None:
        self._left = _MOST_COMPARED
        self._groups: list[tuple[list[Finding], list[_Signs]]] = []

    def home(self, finding: Finding) -> list[Finding]:
        """The first group that speaks of the same, or one that has nobody yet."""
        if not finding.rule.startswith(_COMPARED):
            return []
        signs = _signs(finding)
        found = next((each for each in self._groups if any(_same(signs, other) for other in each[1])), ([], []))
        if self._left > 0:
            self._left -= 1
            found[1].append(signs)
            if not found[0]:
                self._groups.append(found)
        return found[0]


def _signs(finding: Finding) -> _Signs:
    text = _letters(finding.evidence[:_LONGEST])
    return _Signs(finding.rule.startswith(_FILES), finding.rule.startswith(_IDENTITY), text, finding.where.bbox)


def _weight(finding: Finding) -> tuple[int, int, int]:
    return finding.severity.rank, finding.confidence.rank, len(finding.evidence)


def _wrong_template(findings: Sequence[Finding]) -> list[Finding]:
    """What is found in a paper that was not set with the template: its layout, and how long it then is."""
    layout = [finding for finding in findings if finding.rule in _LAYOUT]
    signs = {finding.rule for finding in layout if finding.severity is Severity.ERROR}
    if len(signs) < _ENOUGH_SIGNS and not any((each.rule, each.code) in _OTHER_TEMPLATE for each in layout):
        return []
    layout.sort(key=lambda finding: (finding.severity is not Severity.ERROR, finding.rule))
    return [*layout, *(finding for finding in findings if finding.rule in _PAGES)]


def is_wrong_template(group: Sequence[Finding]) -> bool:
    """Whether the group is a paper in another template, and not one fault of its layout."""
    return (len(group) > 1 and group[0].rule in _LAYOUT) or (group[0].rule, group[0].code) in _OTHER_TEMPLATE


def _place(finding: Finding) -> Place:
    return finding.where.page, finding.where.member


def _same(one: _Signs, other: _Signs) -> bool:
    """Whether two findings at one place are of the same text."""
    if one.in_file and other.in_file and one.text == other.text != "":
        return True
    if not (one.of_identity and other.of_identity):
        return False
    return _holds(one.text, other.text) or _holds(other.text, one.text) or overlaps(one.box, other.box)


def _holds(whole: str, part: str) -> bool:
    return len(part) >= _SHORTEST and part in whole


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def overlaps(one: tuple[float, ...] | None, other: tuple[float, ...] | None) -> bool:
    """Whether half of the smaller box lies in the larger one."""
    if one is None or other is None or len(one) != 4 or len(other) != 4:
        return False
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min(_area(one), _area(other))
    return across > 0 and down > 0 and smaller > 0 and across * down >= _OVERLAP * smaller


def _area(box: tuple[float, ...]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
