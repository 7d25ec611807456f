"""Findings that speak of one and the same problem: a leak that two rules see, a wrong template and what follows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from faimi_check.model.finding import Finding, Severity

# Rules that tell by what name, address or link the authors are known: one leak is often seen by several.
_IDENTITY = ("ANON", "SUP007", "SUP008", "VID002", "RME005")
# Rules that name a file of the zip: what one calls no video, another calls a PDF.
_FILES = ("SUP", "VID")
# Misconduct and duplicates are the chairs' to judge, and nothing for a friendly text.
CHAIRS_OWN = ("MAN001", "SUB001")
_LAYOUT = ("LNCS001", "LNCS002", "LNCS003", "LNCS004", "LNCS006", "LNCS007")
_PAGES = ("LEN001", "LEN002")
_OTHER_TEMPLATE = frozenset({("LNCS001", "columns"), ("LNCS001", "landscape")})
_ENOUGH_SIGNS = 3
_SHORTEST = 4
_OVERLAP = 0.5

Place = tuple[int | None, str | None]


def problems_of(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Groups of findings, a problem each, the heaviest first; in each the finding that says most comes first."""
    ordered = sorted(findings, key=_weight, reverse=True)
    template = _wrong_template(ordered)
    groups: list[list[Finding]] = [template] if template else []
    # A hostile file makes a thousand findings: only those of one place are compared, each text made comparable once.
    texts = {id(finding): _letters(finding.evidence) for finding in ordered}
    placed: dict[Place, list[list[Finding]]] = defaultdict(list)
    for place in dict.fromkeys(map(_place, template)):
        placed[place].append(template)
    for finding in ordered:
        if finding in template:
            continue
        here = placed[_place(finding)]
        home = next((group for group in here if any(_same(finding, other, texts) for other in group)), None)
        if home is None:
            groups.append([finding])
            here.append(groups[-1])
        else:
            home.append(finding)
    return sorted(groups, key=lambda group: _weight(group[0])[:2], reverse=True)


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


def _same(one: Finding, other: Finding, texts: Mapping[int, str]) -> bool:
    """Whether two findings are of the same text at the same place, and neither is the chairs' own to judge."""
    if one.rule.startswith(CHAIRS_OWN) or other.rule.startswith(CHAIRS_OWN):
        return False
    if _place(one) != _place(other):
        return False
    text, other_text = texts[id(one)], texts[id(other)]
    if one.rule.startswith(_FILES) and other.rule.startswith(_FILES) and text == other_text != "":
        return True
    if not (one.rule.startswith(_IDENTITY) and other.rule.startswith(_IDENTITY)):
        return False
    return _holds(text, other_text) or _holds(other_text, text) or overlaps(one.where.bbox, other.where.bbox)


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
