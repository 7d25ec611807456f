"""Houses that a line or a sentence says to be the authors' without "our hospital", in other languages than English.

Labels of their own data, their address, and where they work.
"""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.tongues.joined_names import joined_house
from faimi_check.rules.naming.tongues.names import Run, house_in, names_nobody, runs
from faimi_check.rules.naming.tongues.paid import cites_others, is_others
from faimi_check.rules.naming.tongues.wording import WHOLE, part, shared
from faimi_check.rules.spotting import lowered_once

_BEHIND, _LABELLED_BEHIND, _ADDRESSED_BEHIND = 80, 60, 160
# Between a label and a name, and between a name and a label.
_LABEL_GAP = late(r"\s?[(:,–—-]?\s?(?:[^\W\d_]{1,5}['’ ]\s?)?")
# From a verb of place to a town: "basée à", "sitzt in".
_TO_TOWN = late(r" (?:in|à|au|en|a|em|w|we|v|ve|i|på|vid|ved|te|la|в|у|στην?)(?: la)? ")
# Where a verb of place comes last, or the house before it.
_VERB_LAST = frozenset({"tr", "hu"})
_VERB_BEHIND = frozenset({"ja", "ko", "hi", "fa"})
_TOPIC = late(r"[はが]|[은는이가] ")
_LABELLED_BEFORE = late(r"\s?(?:\(|[,–—-]\s)\s?\Z")


def labelled(tongue: str, text: str, small: str) -> str:
    """The house whose data a label calls the authors' own: "Eigene Daten (Klinikum Osterwald)"."""
    own = None if cites_others(small) else _own_data().search(small)
    if own is None:
        return ""
    behind = text[own.end() : own.end() + _LABELLED_BEHIND]
    if tongue in WHOLE:
        found = joined_house(tongue).search(behind)
        return found[0] if found else ""
    before = text[max(0, own.start() - _LABELLED_BEHIND) : own.start()]
    if _LABELLED_BEFORE.search(before) and (house := house_in(tongue, before)):
        return house
    run = next(runs(behind), None)
    return _labelling(tongue, behind, run) if run and _LABEL_GAP.fullmatch(behind[: run.start]) else ""


def _labelling(tongue: str, text: str, run: Run) -> str:
    """A house, or a short one before the name of a place: "FN Podlesí", "SP ZOZ Jasnogórka"."""
    house = house_in(tongue, text, placed=True, inside=True)
    short = _short().match(lowered_once(run.name_in(text)))
    named = short and run.words[-1][1:].islower() and not names_nobody(run.words[-1])
    return house or (run.name_in(text) if named else "")


def addressed(tongue: str, text: str, small: str) -> str:
    """The house behind "Address for correspondence:"."""
    address = _address().search(small)
    if address is None:
        return ""
    return house_in(tongue, text[address.end() : address.end() + _ADDRESSED_BEHIND], placed=True, inside=True)


def working(tongue: str, text: str, small: str) -> str:
    """The house where the authors say that they work."""
    works = None if cites_others(small) else _we_work().search(small) or _authors_work().search(small)
    # "Public data, then those of the house where the last author works" are of both kinds.
    if works is None or (is_others(small) and _theirs().search(works[0])):
        return ""
    behind = text[works.end() : works.end() + _BEHIND]
    house = house_in(tongue, behind, placed=True, inside=True)
    house = house or house_in(tongue, text[max(0, works.start() - _BEHIND) : works.end()], placed=True)
    return house or (_town(behind) if _of_authors().search(works[0]) else "")


def based(tongue: str, text: str, small: str) -> str:
    """The house or town where the authors' group is: "unser Team sitzt am Klinikum Osterwald"."""
    group = None if is_others(small) else _group(tongue).search(small)
    if group is None:
        return ""
    if tongue in WHOLE:
        return _based_jointly(tongue, text, group.end())
    sits = _based().search(small, group.end(), group.end() + _BEHIND)
    if sits is None:
        return ""
    start = sits.end() if tongue not in _VERB_LAST else group.end()
    name = house_in(tongue, text[start : start + _BEHIND], placed=True, inside=True)
    if name or _working().fullmatch(sits[0]):
        return name
    return _town(text[sits.end() : sits.end() + _BEHIND])


def _town(behind: str) -> str:
    """The town that a text begins with, behind "in"."""
    run = next(runs(behind), None)
    town = run and _TO_TOWN.fullmatch(behind[: run.start]) and not is_everybodys(run.words[0])
    return run.words[0].rstrip(".") if run and town and not names_nobody(run.words[0]) else ""


def _based_jointly(tongue: str, text: str, start: int) -> str:
    """Where the verb stands before the house, as in Chinese, or behind it."""
    sits = _joined_based().search(text, start)
    if sits is None:
        return ""
    near = text[start : sits.start()]
    if tongue not in _VERB_BEHIND:
        near = text[sits.end() : sits.end() + _BEHIND].lstrip("于在")
    found = joined_house(tongue).search(_TOPIC.split(near)[-1])
    return found[0].strip() if found else ""


@cache
def _group(tongue: str) -> re.Pattern[str]:
    if tongue in WHOLE:
        groups = shared("joined_groups")
        ours = rf"{part(tongue, 'our')}(?:的|の|의)? ?{groups}"
        return late(rf"{ours}|{groups} ?(?:نا|ما)|{part(tongue, 'ours')}")
    our, word = part(tongue, "our"), shared("group_word")
    own = rf"{our} (?:[^\W\d_]{{3,14}} )?{word}|(?<!\w){word} {our}|{part(tongue, 'our_group')}"
    return late(rf"(?:{own}|\A[\W\d]{{0,8}}{shared('the_group')})(?!\w)")


@cache
def _based() -> re.Pattern[str]:
    return late(rf"(?<!\w){shared('based')}(?!\w)")


@cache
def _working() -> re.Pattern[str]:
    """One works in a town, and in Python."""
    return late(f"{shared('works')}|opera")


@cache
def _joined_based() -> re.Pattern[str]:
    return late(shared("joined_based"))


@cache
def _own_data() -> re.Pattern[str]:
    return late(rf"(?<!\w){shared('own_data')}(?!\w)|{shared('own_data_joined')}")


@cache
def _short() -> re.Pattern[str]:
    return late(rf"{shared('short')} \w")


@cache
def _address() -> re.Pattern[str]:
    return late(rf"\A[\W\d]{{0,8}}(?:[^\W\d_]{{2,12}} ){{0,2}}{shared('address')}[^:.;]{{0,20}}[:：]")


@cache
def _we_work() -> re.Pattern[str]:
    author, works = shared("an_author"), shared("works")
    there = rf"{author}(?!\w)[^.;]{{0,30}}?(?<!\w){works}|{works}(?!\w)[^.;]{{0,20}}?(?<!\w){author}"
    return late(rf"(?<!\w)(?:{shared('we_work')}|{shared('where')} [^.;]{{0,20}}?(?<!\w)(?:{there}))(?!\w)")


@cache
def _of_authors() -> re.Pattern[str]:
    """A house that is called the authors', behind which its town stands."""
    return late(
        r"autor|auteur|aut(?:rices|ori)\b|verfasser|auteurs|автор|yazarlar|penulis|författar|forfatter|kirjoit|szerző"
    )


@cache
def _theirs() -> re.Pattern[str]:
    return late(rf"(?<!\w){shared('theirs')}(?!\w)")


@cache
def _authors_work() -> re.Pattern[str]:
    return late(rf"(?<!\w){shared('authors')} (?:\w{{2,8}} )?{shared('work_at')}(?!\w)")
