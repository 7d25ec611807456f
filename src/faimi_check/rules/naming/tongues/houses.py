"""Houses of the authors in sentences of other languages: behind "our hospital", by an approval, where data are from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.tongues.joined_names import joined_house
from faimi_check.rules.naming.tongues.names import house_in, names_nobody, runs
from faimi_check.rules.naming.tongues.paid import is_others
from faimi_check.rules.naming.tongues.wording import JOINED, WHOLE, find, has, our_house, part, shared

_NAMED_BEHIND = 80
# Between a house of one's own and its name.
_TO_HOUSE = late(r"\w{0,3}(?:\s?\(|\s?[,:–—-]\s?|\s)(?:(?!и\b|y\b|e\b|et\b|und\b)\w{1,6}['’ ]){0,2}\Z")
_TO_JOINED_HOUSE = late(r"(?:[\s(,:「“\"'、/]|即|是|为|である|の名は|인|인 |系){1,3}")
# What a clause before its noun ends with: "我们所在的", "所属する", "근무하는".
_OF = ("的", "する", "는", "된")
_ANY_HOUSE = late("所在|相关|当地|本地|各|该|某")


def named_houses(tongue: str, text: str, small: str) -> Iterator[tuple[str, bool]]:
    """Houses that a sentence names as the authors', and whether it surely does; data are collected by many."""
    for own in our_house(tongue).finditer(small):
        name = _named_house(tongue, text, own)
        if name:
            yield name, True
    name = _approving(tongue, text, small)
    if name:
        yield name, True
    name = _collecting(tongue, text, small)
    if name:
        yield name, has(tongue, "we", small)


def _named_house(tongue: str, text: str, own: re.Match[str]) -> str:
    behind = text[own.end() : own.end() + _NAMED_BEHIND]
    if tongue in WHOLE:
        stands = _TO_JOINED_HOUSE.match(behind)
        start = stands.end() if stands else 0 if own[0].endswith(_OF) else None
        found = joined_house(tongue).match(behind, start) if start is not None else None
        return found[0] if found else ""
    start = 0
    for run in runs(behind):
        gap = behind[start : run.start]
        if not _TO_HOUSE.match(gap):
            return ""
        words = [word for word in run.words if not names_nobody(word) and not is_everybodys(word)]
        # In German, every noun has a capital, so that only a house's name and a city's are told.
        if words and (tongue != "de" or gap.strip() == "in" or house_in(tongue, behind[run.start : run.end])):
            return run.name_in(behind)
        # "Unserer Klinik für Radiologie am Klinikum Osterwald".
        start = start if words else run.end
    return ""


def _approving(tongue: str, text: str, small: str) -> str:
    """The house whose committee approved of the study."""
    committee = find(tongue, "ethics").search(small)
    if committee is None or is_others(small):
        return ""
    around = text[max(0, committee.start() - 30) : committee.end() + _NAMED_BEHIND]
    if tongue == "zh":
        around = re.sub(r".*(?:经|由|获得|得到|获|通过|已|,)(?=[\u3400-\u9fff]{2,20}$)", "", text[: committee.start()])[
            -24:
        ]
    elif tongue in JOINED:
        around = re.split(r"[はがを、,]|은 |는 |이 ", text[: committee.start()])[-1][-24:]
    name = house_in(tongue, around)
    general = has(tongue, "our", name.lower()) or _ANY_HOUSE.match(name) is not None
    return "" if general else name


def _collecting(tongue: str, text: str, small: str) -> str:
    """The house where data were collected."""
    if not _gathered().search(small) or is_others(small) or has(tongue, "ethics", small):
        return ""
    if tongue not in JOINED:
        return house_in(tongue, text)
    at = _gathering(tongue).match(small)
    return house_in(tongue, text[at.end() :]) if at else ""


@cache
def _gathering(tongue: str) -> re.Pattern[str]:
    """How a sentence begins in which the authors say where they did something, where blanks part no words."""
    return late(rf"\W*{part(tongue, 'our')}(?:团队)?(?:在|于|从|は|은|는|이|가)(?:,|、|\s)?")


@cache
def _gathered() -> re.Pattern[str]:
    return late(shared("collected"))
