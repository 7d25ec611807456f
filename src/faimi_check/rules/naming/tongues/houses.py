"""Houses of the authors in sentences of other languages: beside "our hospital", by an approval, where data are from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.tongues.joined_names import joined_house
from faimi_check.rules.naming.tongues.labelled_houses import addressed, based, labelled, working
from faimi_check.rules.naming.tongues.names import house_in, names_nobody, runs
from faimi_check.rules.naming.tongues.paid import is_others, the_project
from faimi_check.rules.naming.tongues.wording import JOINED, WHOLE, find, has, our_house, part, shared
from faimi_check.rules.naming.whose.public_statements import names_collection, names_known_set
from faimi_check.rules.spotting import lowered_once
from faimi_check.rules.tables import listed

_NAMED_BEHIND = 80
# Between a house of one's own and its name: an ending, marks, small words and what every house is.
_GAP = late(r"\w{0,3}(?:\s?\(|\s?[,:–—-]\s?|\s)(?P<words>[^.;()]{0,60})\Z")
_WORDS = re.compile(r"[^\W\d_]+")
_SMALL, _MOST_BETWEEN = 3, 7
# "Unsere Klinik am Rhein in": what a German noun stands behind that may be a river's.
_BY = late(r"\s(?:am|an der|an dem|auf dem|auf der|im|bei)\s\Z")
# Between a name and a house of one's own behind it, and what ends what stands beside a name.
_FROM_NAME = late(r"(?:['’]?\w{0,6})?(?P<mark>\s?[,(–—])?\s?(?:[^\W\d_]{1,3}['’ ])?")
_CLOSED = late(r"\w{0,3}\s?(?:[,.);–—]|\Z)")
# Where "our" is an ending, a name may stand before the noun.
_ENDED = frozenset({"tr", "hu", "fi"})
_TO_JOINED_HOUSE = late(r"(?:[\s(,،:「“\"'、/]|即|是|为|である|の名は|인|인 |系|في|در){1,4}")
# What a clause before its noun ends with: "我们所在的", "所属する", "근무하는".
_OF = ("的", "する", "는", "된", "单位")
_ANY_HOUSE = late("所在|相关|当地|本地|各|该|某")


def named_houses(tongue: str, text: str, small: str) -> Iterator[tuple[str, bool]]:
    """Houses that a sentence names as the authors', and whether it surely does; data are collected by many."""
    for own in our_house(tongue).finditer(small):
        name = _named_house(tongue, text, own)
        if name:
            yield name, True
    for told in (_before_ours, labelled, addressed, working, based, _approving):
        name = told(tongue, text, small)
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
        if not _leads(tongue, gap):
            return ""
        words = [word for word in run.words if not names_nobody(word) and not is_everybodys(word)]
        housed = house_in(tongue, behind[run.start :], placed=True, inside=True)
        if housed and behind[run.start :].startswith(housed):
            return housed
        # In German, every noun has a capital, so that only a house's name and a city's are told.
        if words and not _says_is(gap) and (tongue != "de" or gap.split()[-1:] == ["in"]):
            return run.name_in(behind)
        # "Unserer Klinik für Radiologie am Klinikum Osterwald", "unsere Klinik am Rhein in Speyer".
        start = run.end if not words or _BY.match(gap) else start
    return ""


def _leads(tongue: str, gap: str) -> bool:
    """Whether words between a house and a name say no more than what it is and where: no verb, no second house."""
    found = _GAP.match(gap)
    between = _WORDS.findall(lowered_once(found["words"])) if found else []
    return found is not None and len(between) <= _MOST_BETWEEN and all(_is_between(tongue, word) for word in between)


def _is_between(tongue: str, word: str) -> bool:
    # Small words that join another house, or say that one has something.
    apart = listed("tongues", "all", "apart")
    if word in apart or f"{tongue}:{word}" in apart:
        return False
    small = len(word) <= _SMALL or word in listed("tongues", "all", "linking")
    return small or names_nobody(word) or _describing().match(word) is not None


def _says_is(gap: str) -> bool:
    return not listed("tongues", "all", "copulas").isdisjoint(_WORDS.findall(lowered_once(gap)))


def _before_ours(tongue: str, text: str, small: str) -> str:
    """The house that is named before a word for it: "CHU de Montrevel, notre hôpital", "Akpınar ... kliniğimiz"."""
    if tongue in WHOLE:
        return ""
    for own in our_house(tongue).finditer(small):
        before = text[max(0, own.start() - _NAMED_BEHIND) : own.start()]
        for run in runs(before):
            gap = _FROM_NAME.fullmatch(before[run.end :])
            closed = tongue in _ENDED or (gap and gap["mark"] and _CLOSED.match(small[own.end() :]))
            name = house_in(tongue, before[run.start :]) if gap and closed else ""
            if name:
                return name
    return ""


def _approving(tongue: str, text: str, small: str) -> str:
    """The house whose committee approved of the study."""
    committee = find(tongue, "ethics").search(small) or _approved_of().search(small)
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
    """The house where data were collected, or where the study was done."""
    done = _gathered().search(small) or (_conducted().search(small) and the_project().match(small))
    if not done or is_others(small) or names_collection(text) or names_known_set(text):
        return ""
    if any(has(tongue, key, small) for key in ("ethics", "paid", "thanks")):
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
    return late(f"{shared('collected')}|(?<!\\w){shared('gave_us')}")


@cache
def _conducted() -> re.Pattern[str]:
    return late(rf"(?<!\w){shared('conducted')}(?!\w)")


@cache
def _approved_of() -> re.Pattern[str]:
    ethical, approved = shared("ethical"), shared("approved")
    return late(
        rf"(?<!\w)(?:{ethical}(?!\w)[^.;]{{0,60}}?(?<!\w){approved}|{approved}(?!\w)[^.;]{{0,60}}?(?<!\w){ethical}(?!\w))"
    )


@cache
def _describing() -> re.Pattern[str]:
    return late(shared("describing"))
